import { describe, expect, inject, it } from 'vitest'
import { violations } from './axe'
import { usePages } from './page'

describe('about Moduli', () => {
  const open = usePages()

  it('names the version and links to the page as one file, to an example, and to all licences', async () => {
    const page = await open()
    await page.getByRole('button', { name: 'View settings' }).click()
    await page.getByRole('button', { name: 'About Moduli' }).click()
    const dialog = page.getByRole('dialog', { name: /^Moduli \d+\.\d+\.\d+$/ })
    await dialog.waitFor()
    expect(await violations(page)).toEqual([])
    const get = async (name: string) => {
      const href = await dialog.getByRole('link', { name }).getAttribute('href')
      const answer = await page.request.get(new URL(href!, inject('url')).href)
      expect(answer.status()).toBe(200)
      return answer.text()
    }
    const licences = await get('Licences')
    const entries = licences.split(/\n-{80}\n/).map((entry) => entry.trim().split('\n'))
    const named = new Map(entries.map(([name, licence]) => [name!.replace(/ [\d.]+$/, ''), licence]))
    for (const name of ['Moduli', 'react', 'react-dom', 'three', '@react-three/fiber', 'zustand'])
      expect(named.get(name), name).toBe('MIT')
    expect([named.get('d3-scale'), named.get('Fonts of katex')]).toEqual(['ISC', 'OFL-1.1'])
    for (const [name, , ...text] of entries) expect(text.join('\n'), name).toMatch(/copyright/i)
    const oneFile = await get('Moduli as one file')
    expect(oneFile).toContain(licences.slice(0, 200))
    expect(await get('Moduli in another page')).toContain('<iframe')
  })
})
