import type { Page } from 'playwright-core'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { act, difference, product, tolerance, type Complex, type Matrix } from './oracle'
import { painted, setDocument, state, usePages, type Json } from './page'
import { choose, type, unfold } from './panels'

let page: Page
let start: Json

const factors = ({ a, b }: Json) => [a, b] as unknown as [Complex[][], Complex[][]]
const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
const index = (name: string) =>
  page.getByRole('radiogroup', { name: 'Inner index' }).getByRole('radio', { name, exact: true })
const row = async (name: string) => {
  const cells = page
    .getByRole('table', { name: 'Count of equivalents' })
    .getByRole('row', { name })
    .locator('td')
  return Number(await cells.textContent())
}

const openCount = () =>
  page.locator('details.equivalents').evaluate((of: HTMLDetailsElement) => (of.open = true))

describe('inner indices', () => {
  const open = usePages()
  beforeAll(async () => {
    page = await open()
    await unfold(page, /^Inner indices/)
    start = (await state(page)).document
  })

  beforeEach(async () => {
    const { space, a, b, element, free, target } = start
    await setDocument(page, { space, a, b, element, free, target })
    await choose(page, 'Elements', 'Same for all')
    await choose(page, 'Inner index', '1')
  })

  it('each has its own element: the one that is chosen is edited, and named with its number', async () => {
    await choose(page, 'Elements', 'One for each')
    await index('1').focus()
    await page.keyboard.press('ArrowRight')
    expect(await index('2').isChecked()).toBe(true)
    await expect
      .poll(() => page.getByRole('heading', { name: /Element.*of inner index 2/ }).isVisible())
      .toBe(true)
    await type(page.getByRole('textbox', { name: 'Translation x, exactly' }), '3')
    const list = (await state(page)).document.element as unknown as Matrix[]
    expect(difference(list[0]!, list[2]!)).toBe(0)
    expect(difference(list[0]!, list[1]!)).toBeGreaterThan(0.1)
  })

  it('moves an inner index: its column, row and element go, the product stays, and undo brings it back', async () => {
    const element = [
      [2, 1, 1, 1],
      [1, 3, 0, 1],
      [1, 0, 0, 1],
    ]
    await setDocument(page, { element, free: { factor: 'b', row: 0, column: 2 } })
    await index('1').click()
    const before = await state(page)
    await press('Move later')
    const { document, product: said } = await state(page)
    const [a, b] = factors(before.document)
    const [p, q] = factors(document)
    expect(p.map((entries) => entries[1])).toEqual(a.map((entries) => entries[0]))
    expect(q).toEqual([b[1], b[0], b[2]])
    expect(document.element).toEqual([element[1], element[0], element[2]])
    expect(document.free).toEqual({ factor: 'b', row: 1, column: 2 })
    expect(await index('2').isChecked()).toBe(true)
    await expect
      .poll(() => page.getByRole('status', { name: 'Place' }).textContent())
      .toBe('column 2 of A, row 2 of B')
    const list = document.element as unknown as Matrix[]
    const moved = product(
      p.map((entries) => entries.map((z, i) => act(list[i]!, z))),
      q.map((entries, i) => entries.map((z) => act(list[i]!, z))),
    )
    expect(difference(said.after, moved)).toBeLessThan(tolerance)
    expect(difference(said.before, before.product.before)).toBeLessThan(1e-14)
    await press('Undo')
    expect((await state(page)).document).toEqual(before.document)
  })

  it('does not move past the ends', async () => {
    expect(await page.getByRole('button', { name: 'Move earlier' }).isDisabled()).toBe(true)
    expect(await page.getByRole('button', { name: 'Move later' }).isDisabled()).toBe(false)
  })

  it('resets all elements at once, in one step', async () => {
    await choose(page, 'Elements', 'One for each')
    await press('Reset all')
    const { document, product: said } = await state(page)
    expect(document.element).toEqual(Array.from({ length: 3 }, () => [1, 0, 0, 1]))
    expect(said.largestChange).toBe(0)
    await press('Undo')
    expect((await state(page)).document.element).not.toEqual(document.element)
  })

  it('the same for all again: that of the chosen inner index', async () => {
    await setDocument(page, {
      element: [
        [2, 1, 1, 1],
        [1, 3, 0, 1],
        [1, 0, 0, 1],
      ],
    })
    await index('2').click()
    await choose(page, 'Elements', 'Same for all')
    expect((await state(page)).document.element).toEqual([1, 3, 0, 1])
  })

  it('counts the equivalents: 36 numbers, rank 9, fibre 27, group 9; then 8×2×8, where the group is everything', async () => {
    await openCount()
    await page.getByText(/18 more directions keep the product/).waitFor()
    expect(await row('Parameters')).toBe(36)
    expect(await row('Product entries')).toBe(9)
    expect(await row('Rank')).toBe(9)
    expect(await row('Fibre')).toBe(27)
    expect(await row('Group')).toBe(9)
    // No two coordinates alike: Weyl sequences.
    const part = (n: number, by: number) => (n * by) % 1
    const points = (rows: number, columns: number, from: number) =>
      Array.from({ length: rows }, (_, k) =>
        Array.from({ length: columns }, (_, i) => {
          const n = from + k * columns + i
          return [4 * part(n, Math.SQRT2) - 2, 0.4 + 2 * part(n, Math.E)]
        }),
      )
    await setDocument(page, { a: points(8, 2, 1), b: points(2, 8, 100), element: [1, 0, 0, 1] })
    await page.getByText(/Locally the group is everything/).waitFor()
    expect(await row('Rank')).toBe(58)
    expect(await row('Fibre')).toBe(6)
    expect(await row('Group')).toBe(6)
  })

  it('says why it does not count where two points coincide', async () => {
    await openCount()
    await page.getByText(/18 more directions/).waitFor()
    const [, b] = factors(start)
    const a = factors(start)[0].map((entries, k) => (k === 0 ? [b[0]![0]!, ...entries.slice(1)] : entries))
    await setDocument(page, { a })
    await page.getByText(/are the same point, and the distance has no derivative there/).waitFor()
    await painted(page)
    await expect.poll(() => page.getByRole('table', { name: 'Count of equivalents' }).count()).toBe(0)
  })
})
