import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { violations } from './axe'
import { savedBy } from './downloads'
import { documentOf, reopen, setDocument, settle, state, usePages } from './page'

const dialogOf = (page: Page, name: string) => page.getByRole('dialog', { name })

async function openCode(page: Page) {
  await page.getByRole('button', { name: 'Export' }).click()
  await page.getByRole('menuitem', { name: 'QR code of the link' }).click()
  const dialog = dialogOf(page, 'QR code')
  await dialog.waitFor()
  return dialog
}

/** The modules as they are drawn: rows of 0 and 1, without the white around them. */
const modules = (page: Page) =>
  page.locator('.qr-code').evaluate((svg) => {
    const size = (svg as SVGSVGElement).viewBox.baseVal.width
    const rows = Array.from({ length: size }, () => Array.from({ length: size }, () => 0))
    const path = svg.querySelector('path')!.getAttribute('d')!
    for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1H\d+z/g))
      for (let n = 0; n < Number(width); n++) rows[Number(y)]![Number(x) + n] = 1
    return rows.map((row) => row.join(''))
  })

const finder = ['1111111', '1000001', '1011101', '1011101', '1011101', '1000001', '1111111']

describe('the QR code', () => {
  const open = usePages()

  it.each([
    ['on a projector', { width: 1920, height: 1080 }, '?profile=projector', 'dark', 700],
    ['on a phone', { width: 390, height: 844 }, '', 'light', 280],
  ] as const)('%s is large, whole and clean', async (_, viewport, search, colorScheme, least) => {
    const page = await open({ viewport, colorScheme, at: `${search}#v=1&t=0.5` })
    const dialog = await openCode(page)
    const box = (await page.locator('.qr-code').boundingBox())!
    expect(box.width).toBeGreaterThan(least)
    expect(Math.abs(box.width - box.height)).toBeLessThan(1)
    const frame = (await dialog.boundingBox())!
    expect(frame.y).toBeGreaterThanOrEqual(0)
    expect(frame.y + frame.height).toBeLessThanOrEqual(viewport.height)
    const rows = await modules(page)
    expect((rows.length - 8 - 17) % 4).toBe(0)
    expect([...rows.slice(0, 4), ...rows.slice(-4)].join('')).not.toContain('1')
    for (const [x, y] of [
      [4, 4],
      [rows.length - 11, 4],
      [4, rows.length - 11],
    ] as const)
      expect(rows.slice(y, y + 7).map((row) => row.slice(x, x + 7))).toEqual(finder)
    const words = dialog.getByText(/^Scan, or open/)
    const { link: shown } = await state(page)
    await expect
      .poll(() => words.textContent())
      .toBe(`Scan, or open ${shown.replace('?profile=projector', '')}`)
    const size = await words.evaluate((text) => parseFloat(getComputedStyle(text).fontSize))
    expect(size).toBeGreaterThanOrEqual(viewport.height === 1080 ? 40 : 20)
    const field = dialog.getByRole('textbox', { name: 'Link' })
    const { link } = await state(page)
    // Telephones need no projector's profile.
    await expect.poll(() => field.inputValue()).toBe(link.replace('?profile=projector', ''))
    await expect
      .poll(() => dialog.getByText(/^\d+ characters$/).textContent())
      .toBe(`${(await field.inputValue()).length} characters`)
    expect(await violations(page, 'dialog[open]')).toEqual([])
    // A click ends it, one on the link does not.
    await field.click()
    expect(await dialog.count()).toBe(1)
    await page.locator('.qr-code').click()
    await dialog.waitFor({ state: 'detached' })
  })

  it('of a long link is none: it says why, and a file is offered; the copied link says so too', async () => {
    const page = await open({
      viewport: { width: 960, height: 500 },
      permissions: ['clipboard-read', 'clipboard-write'],
    })
    const row = (k: number, count: number) =>
      Array.from({ length: count }, (_, i) => [Math.sin(k + 3 * i) / 3, Math.exp(Math.cos(k * i)) / 7])
    const factor = Array.from({ length: 12 }, (_, k) => row(k, 12))
    await setDocument(page, { a: factor, b: factor })
    const dialog = await openCode(page)
    await expect.poll(() => dialog.locator('.qr-code').count()).toBe(0)
    await expect.poll(() => dialog.getByText(/^The link has \d,\d{3} characters; a QR code/).count()).toBe(1)
    expect(await violations(page, 'dialog[open]')).toEqual([])
    const { name } = await savedBy(dialog.getByRole('button', { name: 'Save as a file' }))
    expect(name).toMatch(/\.json$/)
    await dialog.getByRole('button', { name: 'Close' }).click()
    await page.getByRole('button', { name: 'Copy link' }).click()
    const notice = page.getByRole('status', { name: 'Notice' })
    await expect
      .poll(() => notice.textContent())
      .toMatch(/^Link copied, \d,\d{3} characters: some chat tools cut/)
    await savedBy(page.getByRole('button', { name: 'Save as a file' }))
  })

  it('of random matrices holds their seed until an entry is edited', async () => {
    const page = await open({ viewport: { width: 960, height: 500 } })
    await page.getByRole('button', { name: 'Presets' }).click()
    await page.getByRole('menuitem', { name: 'Random matrices' }).click()
    const dialog = dialogOf(page, 'Random matrices')
    await dialog.getByRole('button', { name: 'More: Columns' }).click()
    await dialog.getByRole('textbox', { name: 'Seed' }).fill('77')
    expect(await violations(page, 'dialog[open]')).toEqual([])
    await dialog.getByRole('button', { name: 'Open' }).click()
    await settle(page)
    const { link, document } = await state(page)
    expect(link).toMatch(/#v=1&n=\d+&seed=77&size=3,3,4&c=/)
    await reopen(page, link.slice(link.indexOf('#')))
    expect(await documentOf(page)).toEqual(document)
    const [first, ...rest] = document.a as [number, number][][]
    await setDocument(page, { a: [[[0, 1], ...first!.slice(1)], ...rest] })
    expect((await state(page)).link).not.toContain('seed=')
  })
})
