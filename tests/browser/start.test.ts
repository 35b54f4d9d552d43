import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { difference, moved, nak, product, tolerance, type Complex } from './oracle'
import { state, usePages } from './page'
import { cells } from './panels'
import { placement } from './stage'

describe('a bare address', () => {
  const open = usePages()
  let page: Page
  beforeAll(async () => {
    page = await open({ at: '' })
  })

  it('opens the trained tree of 7 nodes with a selected cell and an element that moves it', async () => {
    const { document, element } = await state(page)
    expect(document.space).toBe('halfPlane')
    expect([document.a.length, document.b.length, document.b[0]!.length]).toEqual([7, 1, 7])
    expect(document.head!.task!.parents).toEqual([-1, 0, 0, 1, 1, 2, 2])
    const { before, after } = (await state(page)).loss
    expect(before).toBeLessThan(0.002)
    expect(Math.abs(after - before)).toBeLessThan(1e-12)
    expect(document.move).toBe('both')
    expect('kind' in element && element.kind).not.toBe('identity')
    expect(await page.getByRole('radio', { name: 'Upper half-plane' }).isChecked()).toBe(true)
    expect(new URL(page.url()).hash).toBe('')
    const [k, l] = document.selection
    const pressed = page.getByRole('table', { name: 'Product after' }).locator('[aria-pressed=true]')
    await expect.poll(() => pressed.getAttribute('data-row')).toBe(String(k))
    await expect.poll(() => pressed.getAttribute('data-column')).toBe(String(l))
  })

  it('shows the products before and after as the oracle computes them, to the last digit shown', async () => {
    const { document, product: said } = await state(page)
    const [a, b] = [document.a, document.b] as [Complex[][], Complex[][]]
    const { x, t, theta } = document.coordinates as { x: number; t: number; theta: number }
    const g = nak(x, t, theta)
    const before = product(a, b)
    expect(difference(said.before, before)).toBeLessThan(tolerance)
    expect(difference(said.after, product(moved(g, a), moved(g, b)))).toBeLessThan(tolerance)
    for (const name of ['Product before', 'Product after']) {
      const shown = (await cells(page, name)).flat()
      expect(shown).toHaveLength(49)
      for (const [n, text] of shown.entries()) {
        const decimals = text.split('.')[1]!.length
        expect(decimals).toBeGreaterThanOrEqual(2)
        expect(text).toBe(before.flat()[n]!.toFixed(decimals))
      }
    }
  })

  it('says the largest change with its rounding bound, as the scripting interface does', async () => {
    const { largestChange, bound, before, after } = (await state(page)).product
    expect(largestChange).toBe(difference(before, after))
    expect(largestChange).toBeLessThanOrEqual(bound)
    expect(bound).toBeLessThan(1e-12)
    const text = await page.getByRole('status', { name: 'Largest change', exact: true }).textContent()
    const found = /^(\S+), rounding bound (\S+)$/.exec(text!)
    expect(found).not.toBeNull()
    expect(Math.abs(Number(found![1]) - largestChange)).toBeLessThanOrEqual(0.05 * largestChange)
    expect(Math.abs(Number(found![2]) - bound)).toBeLessThanOrEqual(0.05 * bound)
  })

  it('finds every one of its 49 terms exactly equal', async () => {
    await page.getByText('49 of 49 terms exactly equal').waitFor()
  })

  it('puts the handles of the selected cell where g has moved its entries', async () => {
    const { slack, count } = await placement(page)
    expect(count).toBe(2)
    expect(slack).toBeLessThan(0.1)
  })

  it('has a title, a description, an icon and a preview, all of which are there', async () => {
    expect(await page.title()).toMatch(/^Moduli/)
    const content = (selector: string) => page.locator(selector).first().getAttribute('content')
    expect((await content('meta[name=description]'))!.length).toBeGreaterThan(50)
    for (const property of ['og:title', 'og:description', 'og:image', 'og:image:alt']) {
      expect((await content(`meta[property="${property}"]`))!.length).toBeGreaterThan(5)
    }
    const icon = await page.locator('link[rel=icon]').getAttribute('href')
    const files = [icon!, (await content('meta[property="og:image"]'))!]
    for (const file of files) {
      const answer = await page.request.get(new URL(file, inject('url')).href)
      expect(`${file}: ${answer.status()} ${answer.headers()['content-type']}`).toMatch(/200 image\//)
    }
  })

  it('has painted its name before any script runs', async () => {
    const still = await (await page.context().browser()!.newContext({ javaScriptEnabled: false })).newPage()
    await still.goto(inject('url'))
    await expect.poll(() => still.getByRole('heading', { name: 'Moduli' }).isVisible()).toBe(true)
    expect((await still.locator('header').boundingBox())!.width).toBeGreaterThan(500)
    await still.context().close()
  })
})
