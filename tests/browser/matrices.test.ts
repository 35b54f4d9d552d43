import type { Page } from 'playwright-core'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { difference, product, tolerance, type Complex } from './oracle'
import { documentOf, painted, setDocument, settle, state, usePages, type Json } from './page'
import { type } from './panels'

const points = ({ a, b }: Json) => [a, b] as unknown as [Complex[][], Complex[][]]
const sizes = ({ a, b }: Json) => [a.length, b.length, b[0]!.length]
const viewport = { width: 1100, height: 500 }

describe('the entries of a factor', () => {
  const open = usePages()
  let page: Page
  let start: Json
  beforeAll(async () => {
    page = await open({ viewport, permissions: ['clipboard-read', 'clipboard-write'] })
    start = await documentOf(page)
  })
  beforeEach(async () => {
    await setDocument(page, { ...start })
    await page.getByRole('button', { name: 'Edit entries' }).click()
  })
  const dialog = () => page.getByRole('dialog', { name: 'Entries' })
  const entry = (name: string) => dialog().getByRole('textbox', { name, exact: true })
  const close = async () => {
    await dialog().getByRole('button', { name: 'Close' }).click()
    await dialog().waitFor({ state: 'detached' })
  }

  it('are typed as a + bi, to the last digit, and move the products as the oracle says', async () => {
    await type(entry('a₁₁'), '1/4+sqrt(2)i')
    await type(entry('b₃₂'), '-1e-9+0.1234567890123456i')
    await close()
    const { document: now, product: said } = await state(page)
    expect(now.a[0]![0]).toEqual([0.25, Math.SQRT2])
    expect(now.b[2]![1]).toEqual([-1e-9, 0.1234567890123456])
    expect(difference(said.before, product(...points(now)))).toBeLessThan(tolerance)
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByRole('button', { name: 'Undo' }).click()
    expect(await documentOf(page)).toEqual(start)
  })

  it('that are no points are refused in a sentence; Escape gives the field back and keeps the dialog', async () => {
    for (const text of ['1-2i', '3', '0i', 'x', '1+1e400i', '']) {
      await type(entry('a₁₂'), text)
      await expect.poll(() => entry('a₁₂').getAttribute('aria-invalid'), { message: text }).toBe('true')
      expect((await dialog().getByRole('alert').textContent())!.length).toBeGreaterThan(8)
      expect(await documentOf(page)).toEqual(start)
      await entry('a₁₂').press('Escape')
      await expect.poll(() => dialog().isVisible()).toBe(true)
      await expect.poll(() => entry('a₁₂').getAttribute('aria-invalid')).toBe('false')
    }
    await page.keyboard.press('Escape')
    await dialog().waitFor({ state: 'detached' })
  })

  it('are pasted from a spreadsheet, all of them or none', async () => {
    const paste = async (name: string, text: string) => {
      await page.evaluate((written) => navigator.clipboard.writeText(written), text)
      await entry(name).focus()
      await page.keyboard.press('Control+v')
      await painted(page)
    }
    await paste('a₂₁', '1+1i\t2+2i\r\n3+3i\t\r\n')
    const { a } = await documentOf(page)
    expect([a[1]![0], a[1]![1], a[2]![0]]).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
    ])
    expect([a[0], a[1]![2], a[2]![1], a[2]![2]]).toEqual([
      start.a[0],
      start.a[1]![2],
      start.a[2]![1],
      start.a[2]![2],
    ])
    const before = await documentOf(page)
    for (const [text, named] of [
      ['1+1i\t2-2i', /a₂₂: .*Im must be > 0/],
      ['1+1i\tx\n', /a₂₂: /],
      ['1i\t2i\t3i\t4i', /1 × 4 .*a₂₁.*3 × 3/],
    ] as const) {
      await paste('a₂₁', text)
      await expect.poll(() => dialog().getByRole('alert').textContent()).toMatch(named)
      expect(await documentOf(page)).toEqual(before)
    }
    await close()
  })
})

describe('the size of the factors', () => {
  const open = usePages()

  it('goes from 1 to 16 in each direction; entries that stay are the same ones, tables follow', async () => {
    const page = await open({ viewport })
    const square = (size: number) =>
      Array.from({ length: size }, (_, k) =>
        Array.from({ length: size }, (__, i) => [k - i / 8, 1 + k + i / 16]),
      )
    const step = async (name: string, from: number, by: 1 | -1, to: number) => {
      const button = page.getByRole('button', { name: `${by > 0 ? 'More' : 'Fewer'}: ${name}` })
      for (let n = from; n !== to; n += by) {
        await button.click()
        const shown = page.getByRole('status', { name, exact: true })
        await shown.filter({ hasText: new RegExp(`^${n + by}$`) }).waitFor()
      }
      await expect.poll(() => button.getAttribute('aria-disabled')).toBe('true')
      await button.click({ force: true })
    }
    await setDocument(page, { a: square(14), b: square(14) })
    for (const name of ['Rows', 'Inner', 'Columns']) await step(name, 14, 1, 16)
    await painted(page)
    expect(sizes(await documentOf(page))).toEqual([16, 16, 16])
    await settle(page)
    const { document: large, product: products } = await state(page)
    expect(large.a.slice(0, 14).map((row) => row.slice(0, 14))).toEqual(square(14))
    expect(difference(products.before, product(...points(large)))).toBeLessThan(16 * tolerance)
    expect(products.largestChange).toBeLessThanOrEqual(products.bound)

    const table = page.getByRole('table', { name: 'Product after' })
    await expect.poll(() => table.getAttribute('aria-rowcount')).toBe('16')
    await table.getByRole('button').focus()
    for (const key of ['Home', 'ArrowDown', 'ArrowRight']) await page.keyboard.press(key)
    const [k, l] = await table.evaluate((element) => [
      Number(element.querySelector('tr')!.ariaRowIndex) - 1,
      Number(element.querySelector('td')!.ariaColIndex) - 1,
    ])
    const shown = Number(await table.getByRole('button').textContent())
    expect(Math.abs(shown - products.after[k]![l]!)).toBeLessThan(0.06)
    await page.keyboard.press('Enter')
    expect((await documentOf(page)).selection).toEqual([k, l])
    await page.getByText('4096 of 4096 terms exactly equal').waitFor()

    await setDocument(page, { a: square(2), b: square(2) })
    for (const name of ['Rows', 'Inner', 'Columns']) await step(name, 2, -1, 1)
    await painted(page)
    const small = await documentOf(page)
    expect([small.a, small.b]).toEqual([[[[0, 1]]], [[[0, 1]]]])
    expect(small.selection).toEqual([0, 0])
  })
})
