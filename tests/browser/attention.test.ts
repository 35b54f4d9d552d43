import type { Page } from 'playwright-core'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { difference, moved, product, type Complex, type Matrix } from './oracle'
import { counts, documentOf, painted, setDocument, usePages } from './page'
import { cells, type } from './panels'

const g: Matrix = [2, 1, 1, 1]
const a: Complex[][] = [
  [[0.1, 1]],
  [[-0.5, 0.6]],
  [[0.8, 0.7]],
  [[-0.9, 0.4]],
  [[-0.3, 0.3]],
  [[0.6, 0.4]],
  [[1.3, 0.5]],
]
const b: Complex[][] = [a.map(([entry]) => [entry![0] + 0.05, 1.1 * entry![1]])]
const names = ['1', '11', '12', '111', '112', '121', '122']
const head = {
  rule: 'fixed',
  beta: 2,
  task: {
    parents: [-1, 0, 0, 1, 1, 2, 2],
    sequences: { train: 20, heldOut: 30, length: 5, seed: 3 },
  },
}

/** Edges between two tokens, from their names: what they do not begin with together. */
function edgesBetween(one: string, other: string): number {
  let shared = 0
  while (shared < one.length && one[shared] === other[shared]) shared++
  return one.length + other.length - 2 * shared
}

/** softmax(-β c) over the other positions, 0 on the diagonal. */
const softmax = (c: number[][], beta: number, tokens: readonly number[]) =>
  tokens.map((query, k) => {
    const heights = tokens.map((key, l) => (k === l ? 0 : Math.exp(-beta * c[query]![key]!)))
    const total = heights.reduce((sum, height) => sum + height, 0)
    return heights.map((height) => height / total)
  })

const field = (page: Page) => page.getByRole('textbox', { name: 'Tokens of the sequence' })
const slider = (page: Page) => page.getByRole('slider', { name: 'β', exact: true })
const betaField = (page: Page) => page.getByRole('textbox', { name: 'β, exactly' })
const panel = (page: Page) => page.getByRole('region', { name: 'Attention', exact: true })
const change = (page: Page) => page.getByRole('status', { name: 'Largest change of a weight' }).textContent()
const betaOf = async (page: Page) => ((await documentOf(page)) as unknown as { head: typeof head }).head.beta

async function tokensOf(page: Page): Promise<number[]> {
  return (await field(page).inputValue()).split(' ').map((name) => names.indexOf(name))
}

/** The weights of a table of the panel: an empty first cell in the row of names, none on the diagonal. */
async function weightsShown(page: Page, name: string): Promise<number[][]> {
  await painted(page)
  return (await cells(page, name)).slice(1).map((row) => row.map((text) => (text === '' ? 0 : Number(text))))
}

/** Each weight is shown with three digits after the point, or two in all where it is small. */
function expectShown(shown: number[][], wanted: number[][]): void {
  expect(shown.map((row) => row.length)).toEqual(wanted.map((row) => row.length))
  shown.forEach((row, k) =>
    row.forEach((weight, l) => {
      const exact = wanted[k]![l]!
      expect(Math.abs(weight - exact)).toBeLessThanOrEqual(exact < 0.001 ? 0.051 * exact : 0.000501)
    }),
  )
}

describe('attention', () => {
  const open = usePages()
  let page: Page
  beforeAll(async () => {
    page = await open()
  })
  beforeEach(async () => {
    const free = { factor: 'a', row: 0, column: 0 }
    await setDocument(page, { a, b, element: g, move: 'both', selection: [0, 0], free, head })
    await panel(page).waitFor()
    await type(field(page), '111 112 1 122 12')
  })

  it('is shown where the factors are the tables of a head, and nowhere else', async () => {
    await expect.poll(() => panel(page).count()).toBe(1)
    await setDocument(page, { head: null })
    await expect.poll(() => panel(page).count()).toBe(0)
  })

  it('shows weights that are softmax(-β C) over the other positions, unchanged when both move', async () => {
    const tokens = await tokensOf(page)
    const wanted = softmax(product(a, b), head.beta, tokens)
    expectShown(await weightsShown(page, 'Weights before'), wanted)
    expectShown(await weightsShown(page, 'Weights after'), wanted)
    const [largest, bound] = (await change(page))!.split(', rounding explains ').map(Number)
    expect(largest).toBeLessThanOrEqual(bound!)
    expect(bound).toBeLessThan(1e-12)
    await expect.poll(() => panel(page).locator('.chip').textContent()).toBe('unchanged')
  })

  it('shows what a move of one factor does', async () => {
    await setDocument(page, { move: 'a' })
    const tokens = await tokensOf(page)
    const before = softmax(product(a, b), head.beta, tokens)
    const after = softmax(product(moved(g, a), b), head.beta, tokens)
    expectShown(await weightsShown(page, 'Weights before'), before)
    expectShown(await weightsShown(page, 'Weights after'), after)
    const largest = difference(before, after)
    expect(largest).toBeGreaterThan(0.05)
    expect(Number((await change(page))!.split(',')[0]) / largest).toBeCloseTo(1, 2)
    await expect.poll(() => panel(page).locator('.chip').textContent()).toBe('changed')
  })

  it('marks what each position should attend to, the nearest in the tree', async () => {
    const tokens = await tokensOf(page)
    const marked = await page
      .getByRole('table', { name: 'Weights before' })
      .locator('tbody tr')
      .evaluateAll((rows) =>
        rows.map((row) =>
          [...row.querySelectorAll('td')].map(
            (cell) => cell.querySelector('button')?.dataset['wanted'] === 'true',
          ),
        ),
      )
    const wanted = tokens.map((query, k) => {
      const far = tokens.map((key, l) => (k === l ? Infinity : edgesBetween(names[query]!, names[key]!)))
      return far.map((edges) => edges === Math.min(...far))
    })
    expect(marked).toEqual(wanted)
  })

  it('goes through the held-out sequences, takes one that is typed, and says what it cannot read', async () => {
    const next = panel(page).getByRole('button', { name: 'Next sequence' })
    await next.click()
    await expect.poll(() => panel(page).textContent()).toContain('Sequence 2 of 30, held out')
    const second = await field(page).inputValue()
    expect(second.split(' ').length).toBe(5)
    await next.click()
    await panel(page).getByRole('button', { name: 'Previous sequence' }).click()
    await expect.poll(() => field(page).inputValue()).toBe(second)
    await type(field(page), '11 13')
    await expect.poll(() => panel(page).getByRole('alert').textContent()).toContain('"13" is not a token')
    await type(field(page), '121,122')
    await expect.poll(() => panel(page).textContent()).toContain('Sequence, typed')
    expect(await weightsShown(page, 'Weights before')).toEqual([
      [0, 1],
      [1, 0],
    ])
  })

  it('changes β: an expression exactly, the slider as one step of undo and without rendering', async () => {
    await type(betaField(page), '1/3')
    expect(await betaOf(page)).toBe(1 / 3)
    expectShown(
      await weightsShown(page, 'Weights before'),
      softmax(product(a, b), 1 / 3, await tokensOf(page)),
    )
    await type(betaField(page), '0')
    await expect
      .poll(() => panel(page).getByRole('alert').textContent())
      .toContain('β must be greater than 0')
    await betaField(page).press('Escape')
    await slider(page).focus()
    await slider(page).scrollIntoViewIfNeeded()
    const box = (await slider(page).boundingBox())!
    const at = (part: number) => [box.x + 8 + part * (box.width - 16), box.y + box.height / 2] as const
    await page.mouse.move(...at((Math.log10(1 / 3) + 1) / 3))
    await page.mouse.down()
    const { commits } = await counts(page)
    await page.mouse.move(...at(0.5), { steps: 6 })
    await page.mouse.move(...at(2 / 3), { steps: 6 })
    await painted(page)
    expect((await counts(page)).commits).toBe(commits)
    await page.mouse.up()
    const beta = await betaOf(page)
    expect(beta).toBeGreaterThan(8)
    expect(beta).toBeLessThan(12.5)
    expectShown(await weightsShown(page, 'Weights after'), softmax(product(a, b), beta, await tokensOf(page)))
    await page.getByRole('button', { name: 'Undo' }).click()
    expect(await betaOf(page)).toBe(1 / 3)
    await slider(page).press('ArrowRight')
    expect(await betaOf(page)).toBeCloseTo(10 ** 0.1 / 3, 3)
  })

  it('reads a weight that is pointed at, and selects its distance', async () => {
    const cell = page.getByRole('table', { name: 'Weights before' }).locator('[data-cell="2"]')
    await cell.hover()
    await painted(page)
    await expect
      .poll(() => panel(page).textContent())
      .toMatch(/111 → 1: 0\.\d+ before, 0\.\d+ after, wanted 0/)
    await cell.click()
    expect((await documentOf(page)).selection).toEqual([3, 0])
  })

  it('names the tokens on the stage, and in the names of the handles', async () => {
    await painted(page)
    const seen = await page.locator('.stage-overlay span:not([hidden])').allTextContents()
    for (const name of ['1', '12']) expect(seen).toContain(name)
    expect(seen.join()).not.toMatch(/[ab][₁₂₃]/)
    const handle = page.getByRole('button', { name: /^Entry a₁₁: .*, query of token 1$/ })
    await expect.poll(() => handle.count()).toBe(1)
    await expect
      .poll(() => page.getByRole('button', { name: /^Entry b₁₁: .*, key of token 1$/ }).count())
      .toBe(1)
  })
})
