import type { Locator, Page } from 'playwright-core'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { npy } from './npy'
import {
  act,
  difference,
  distance,
  moved,
  nak,
  normalised,
  product,
  type Complex,
  type Matrix,
} from './oracle'
import { documentOf, painted, setDocument, state, usePages, type Json } from './page'
import { choose } from './panels'

type Points = readonly (readonly Complex[])[]

const factors = ({ a, b }: Json) => [a, b] as unknown as [Points, Points]
const elementOf = ({ element }: Json) => normalised(element as Matrix)
const mirror = ([x, y]: Complex): Complex => [-x, y]
const mapped = (entries: Points, of: (z: Complex, i: number) => Complex, inner: 'rows' | 'columns') =>
  entries.map((row, k) => row.map((z, i) => of(z, inner === 'rows' ? k : i)))

/** At a Fréchet mean the directions to the points, weighted by their distances, cancel: here at i. */
function pull(points: readonly Complex[]): number {
  let [p, q] = [0, 0]
  for (const [x, y] of points) {
    const far = distance([0, 1], [x, y])
    // The Cayley transform (z - i)/(z + i), turned by 90°.
    const [u, v] = [x * x + y * y - 1, -2 * x]
    const size = Math.sqrt(u * u + v * v)
    p += (far * u) / size
    q += (far * v) / size
  }
  return Math.sqrt(p * p + q * q)
}

describe('centre and align', () => {
  const open = usePages()
  let page: Page
  let start: Json
  let dialog: Locator
  beforeAll(async () => {
    page = await open()
    start = await documentOf(page)
    dialog = page.getByRole('dialog', { name: 'Align to another model' })
    await page.getByRole('button', { name: 'Centre and align' }).click()
  })
  beforeEach(async () => {
    await setDocument(page, { ...start })
    await page.getByRole('combobox', { name: 'Entry to centre' }).selectOption('a₃₂')
  })

  const press = async (name: string) => {
    await page.getByRole('button', { name, exact: true }).click()
    await painted(page)
  }
  const openDialog = () => press('Align to another model…')
  /** Gives the dialog another model as text, from wherever it is. */
  const give = async (other: unknown) => {
    const another = dialog.getByRole('button', { name: 'Take another' })
    if (await another.isVisible()) await another.click()
    await dialog.getByLabel('Pasted numbers or JSON').fill(JSON.stringify(other))
    await dialog.getByRole('button', { name: 'Compare' }).click()
  }
  const verdict = () => dialog.getByRole('status', { name: 'Verdict' })
  const cell = (row: string, column: number) =>
    dialog.getByRole('row', { name: row }).getByRole('cell').nth(column).textContent()

  it('an entry comes to i, named on the button, and one step of undo takes it back', async () => {
    await press('a₃₂ to i')
    const now = await documentOf(page)
    expect(difference(act(elementOf(now), factors(now)[0][2]![1]!), [0, 1])).toBeLessThan(1e-12)
    expect((await state(page)).product.largestChange).toBeLessThan(1e-13)
    await page.getByRole('combobox', { name: 'Entry to centre' }).selectOption('b₁₃')
    await press('b₁₃ to i')
    const next = await documentOf(page)
    expect(difference(act(elementOf(next), factors(next)[1][0]![2]!), [0, 1])).toBeLessThan(1e-12)
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByRole('button', { name: 'Undo' }).click()
    expect(await documentOf(page)).toEqual(start)
  })

  it('the mean comes to i with a chosen entry straight up, the same places whatever g was before', async () => {
    const places = async () => {
      await press('Mean to i, a₃₂ straight up')
      const now = await documentOf(page)
      return factors(now).map((entries) => moved(elementOf(now), entries))
    }
    const first = await places()
    expect(pull(first.flatMap((entries) => entries.flat()))).toBeLessThan(1e-8)
    const [x, y] = first[0]![2]![1]!
    expect(Math.abs(x)).toBeLessThan(1e-11)
    expect(y).toBeGreaterThan(1)
    await setDocument(page, { element: nak(3, 1, 2) })
    expect(difference(await places(), first)).toBeLessThan(1e-10)
    await press('Mean to i')
    expect(difference(await places(), first)).toBeLessThan(1e-10)
  })

  it('with one element for each inner index the chosen one alone, or all', async () => {
    const elements = start.b.map((_, i) => nak(i, 0.3 * i, 0.2 * i))
    await setDocument(page, { element: elements })
    await choose(page, 'What moves', 'Only 1')
    await press('Mean to i')
    const now = await documentOf(page)
    const list = now.element as unknown as Matrix[]
    const [a, b] = factors(now)
    const own = [...a.map((row) => row[0]!), ...b[0]!].map((z) => act(list[0]!, z))
    expect(pull(own)).toBeLessThan(1e-8)
    expect(difference(list.slice(1), elements.slice(1).map(normalised))).toBeLessThan(1e-14)
    await choose(page, 'What moves', 'All inner indices')
    await press('Mean to i')
    const all = (await documentOf(page)).element as unknown as Matrix[]
    const places = [
      ...a.flatMap((row) => row.map((z, i) => act(all[i]!, z))),
      ...b.flatMap((row, i) => row.map((z) => act(all[i]!, z))),
    ]
    expect(pull(places)).toBeLessThan(1e-8)
  })

  it('says why it cannot, and g stays', async () => {
    await setDocument(page, { a: [[[0, 1]], [[0, 2]]], b: [[[0, 4]]], element: [1, 0, 0, 1] })
    const before = await documentOf(page)
    await page.getByRole('combobox', { name: 'Entry to centre' }).selectOption('a₂₁')
    await press('Mean to i, a₂₁ straight up')
    await expect
      .poll(() => page.getByRole('status', { name: 'Notice' }).textContent())
      .toBe('Not centred: a₂₁ is too near to the mean to say which way is up.')
    expect(await documentOf(page)).toEqual(before)
    await page.getByRole('button', { name: 'Dismiss' }).click()
  })

  it('a model that is held is found again after any move, by the g that it was held at', async () => {
    await openDialog()
    const another = dialog.getByRole('button', { name: 'Take another' })
    if (await another.isVisible()) await another.click()
    await dialog.getByRole('button', { name: 'Hold this model' }).click()
    await dialog.getByRole('button', { name: 'Close' }).click()
    await setDocument(page, { element: nak(-2, 0.7, 1.3) })
    await openDialog()
    await expect.poll(() => verdict().textContent()).toMatch(/^The same: one isometry carries/)
    await dialog.getByRole('button', { name: 'Use this isometry' }).click()
    await dialog.waitFor({ state: 'detached' })
    expect(difference(elementOf(await documentOf(page)), elementOf(start))).toBeLessThan(1e-11)
    await page.getByRole('button', { name: 'Undo' }).click()
    expect(difference(elementOf(await documentOf(page)), normalised(nak(-2, 0.7, 1.3)))).toBeLessThan(1e-14)
  })

  it('z ↦ g(-z̄) is found as a reflection, and gσ carries every base entry to its partner', async () => {
    const g = nak(0.5, -0.4, 0.9)
    const of = (z: Complex) => act(g, mirror(z))
    const [a, b] = factors(start).map((entries) => mapped(entries, of, 'rows'))
    await setDocument(page, { move: 'a' })
    await openDialog()
    await give({ space: 'halfPlane', a, b })
    await expect.poll(() => dialog.getByRole('columnheader', { name: 'reverses it (best)' }).count()).toBe(1)
    expect(Number(/^\S+/.exec((await cell('largest distance left', 1))!)![0])).toBeLessThan(1e-13)
    await dialog.getByRole('button', { name: 'Use this isometry' }).click()
    const now = await documentOf(page)
    expect([now.reflected, now.move]).toEqual([true, 'both'])
    expect(difference(elementOf(now), normalised(g))).toBeLessThan(1e-12)
    expect((await state(page)).product.largestChange).toBeLessThan(1e-13)
  })

  it('the residuals are the distances that the oracle finds, when one entry is out of place', async () => {
    const g = nak(0.5, -0.4, 0.9)
    const [a, b] = factors(start).map((entries) => moved(g, entries)) as [Complex[][], Complex[][]]
    a[1]![1] = [a[1]![1]![0] + 0.2, a[1]![1]![1]]
    await openDialog()
    await give({ space: 'halfPlane', a, b })
    await verdict().waitFor()
    await expect
      .poll(() => verdict().textContent())
      .toMatch(/^Different: the best isometry for inner index 2 leaves/)
    await dialog.getByRole('button', { name: 'Use this isometry' }).click()
    const now = await documentOf(page)
    const [p, q] = factors(now).map((entries) => moved(elementOf(now), entries))
    const left = [p!, q!].flatMap((entries, f) =>
      entries.flatMap((row, k) => row.map((z, i) => distance(z, (f === 0 ? a : b)[k]![i]!))),
    )
    await openDialog()
    const tables = await Promise.all(
      ['A', 'B'].map((name) =>
        dialog
          .getByRole('table', { name: `Distances left, ${name}` })
          .locator('td')
          .allTextContents(),
      ),
    )
    expect(difference(tables.flat().map(Number), left)).toBeLessThan(6e-4)
    expect(await cell('largest distance left', 0)).toBe(`${Math.max(...left).toPrecision(3)} at a₂₂`)
    await page.keyboard.press('Escape')
  })

  it('one isometry for each inner index, reflected where it must be', async () => {
    const maps = [nak(1, 0, 0), nak(0, 0.5, 1), nak(-1, 0.2, 0.4)]
    const of = (z: Complex, i: number) => act(maps[i]!, i === 1 ? mirror(z) : z)
    const [a, b] = factors(start)
    await openDialog()
    await give({ space: 'halfPlane', a: mapped(a, of, 'columns'), b: mapped(b, of, 'rows') })
    await expect
      .poll(() => verdict().textContent())
      .toMatch(/an isometry for each inner index.*inner index 2/)
    await choose(page, 'Isometries', 'One per inner index')
    await dialog.getByRole('button', { name: 'Use these isometries' }).click()
    const now = await documentOf(page)
    expect(now.reflected).toEqual([false, true, false])
    expect(difference(now.element as unknown as Matrix[], maps.map(normalised))).toBeLessThan(1e-11)
  })

  it('on the real line: a translation, and the same model with its inner indices in another order', async () => {
    const line = {
      space: 'line',
      a: [
        [0.5, 2],
        [1, -1.25],
      ],
      b: [
        [3, 1],
        [7, 2.5],
      ],
      element: 0,
    }
    await setDocument(page, line)
    await openDialog()
    const shifted = (rows: number[][]) => rows.map((row) => row.map((x) => x + 2.25))
    await give({ space: 'line', a: shifted(line.a), b: shifted(line.b) })
    await expect
      .poll(() => dialog.getByRole('status', { name: 'Best isometry' }).textContent())
      .toBe('x ↦ x + 2.25')
    await give({ space: 'line', a: line.a.map((row) => row.toReversed()), b: line.b.toReversed() })
    await expect.poll(() => verdict().textContent()).toContain('Inner indices 1 2 go to 2 1.')
    expect(
      difference(
        product(line.a, line.b),
        product(
          line.a.map((row) => row.toReversed()),
          line.b.toReversed(),
        ),
      ),
    ).toBe(0)
    await page.keyboard.press('Escape')
    expect((await documentOf(page)).element).toBe(0)
    await press('Mean to 0')
    expect((await documentOf(page)).element).toBeCloseTo(-(0.5 + 2 + 1 - 1.25 + 3 + 1 + 7 + 2.5) / 8, 14)
    await expect.poll(() => page.getByRole('button', { name: /straight up/ }).count()).toBe(0)
  })

  it('files as in the import; 24 × 24 are compared in a worker', async () => {
    const side = 24
    const grid = (seed: number) =>
      Array.from(
        { length: side * side },
        (_, n) => [Math.sin(seed + 7 * n), 1.5 + Math.cos(seed * n + 1)] as Complex,
      )
    const rows = (points: Complex[]) =>
      Array.from({ length: side }, (_, k) => points.slice(side * k, side * (k + 1)))
    await setDocument(page, { a: rows(grid(1)), b: rows(grid(2)) })
    await openDialog()
    const another = dialog.getByRole('button', { name: 'Take another' })
    if (await another.isVisible()) await another.click()
    const g = nak(0.5, 0.25, 1)
    await dialog.getByLabel('Files').setInputFiles(
      [1, 2].map((seed) => ({
        name: `${'_ab'[seed]}.npy`,
        mimeType: 'application/octet-stream',
        buffer: npy(
          [side, side],
          grid(seed).flatMap((z) => act(g, z)),
          { descr: '<c16' },
        ),
      })),
    )
    await dialog.getByRole('button', { name: 'Compare' }).click()
    await dialog.getByText('The same: one isometry').waitFor()
    await page.keyboard.press('Escape')
  })

  it('what cannot be aligned is refused in a sentence, and g stays', async () => {
    await openDialog()
    const another = dialog.getByRole('button', { name: 'Take another' })
    if (await another.isVisible()) await another.click()
    const text = dialog.getByLabel('Pasted numbers or JSON')
    const [a, b] = factors(start)
    const wrong: [string, RegExp][] = [
      ['i 2i\n3i 4i', /A is 3 × 3 here and 2 × 2 in the other model/],
      ['i 2i i\ni i i\ni i 1-i', /row 3, column 3: Im must be > 0/],
      ['1 2 x', /row 1, column 1.*cannot be read/],
      [
        JSON.stringify({ space: 'line', a: [[1]], b: [[1]] }),
        /in the half-plane and the other one on the real line/,
      ],
    ]
    for (const [given, sentence] of wrong) {
      await text.fill(given)
      await expect.poll(() => dialog.getByRole('alert').textContent(), { message: given }).toMatch(sentence)
      await expect
        .poll(() => dialog.getByRole('button', { name: 'Compare' }).count(), { message: given })
        .toBe(0)
    }
    await give({ space: 'halfPlane', a: mapped(a, () => [0, 1], 'rows'), b: mapped(b, () => [0, 1], 'rows') })
    await expect
      .poll(() => dialog.getByRole('alert').textContent())
      .toMatch(/all entries of the other model coincide/)
    await expect.poll(() => dialog.getByRole('button', { name: /^Use/ }).count()).toBe(0)
    await page.keyboard.press('Escape')
    expect(await documentOf(page)).toEqual(start)
  })
})
