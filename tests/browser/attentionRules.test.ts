import type { Page } from 'playwright-core'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { violations } from './axe'
import { moved, product, type Complex, type Matrix } from './oracle'
import { counts, documentOf, painted, setDocument, usePages } from './page'
import { cells, type } from './panels'

const g: Matrix = [2, 1, 1, 1]
const a: Complex[][] = [[[0.1, 1]], [[-0.5, 0.6]], [[0.8, 0.7]], [[-0.9, 0.4]], [[2.1, 0.3]]]
const b: Complex[][] = [a.map(([entry]) => [entry![0] + 0.05, 1.1 * entry![1]])]
const head = {
  rule: 'fixed',
  beta: 2,
  task: { parents: [-1, 0, 0, 1, 1], sequences: { train: 20, heldOut: 30, length: 5, seed: 3 } },
}
const panel = (page: Page) => page.getByRole('region', { name: 'Attention', exact: true })
const rule = (page: Page) => panel(page).getByRole('combobox', { name: 'Rule of β' })
const chip = (page: Page) => panel(page).locator('.chip').textContent()
const slider = (page: Page, name: string) => panel(page).getByRole('slider', { name, exact: true })
const change = async (page: Page) =>
  (await page.getByRole('status', { name: 'Largest change of a weight' }).textContent())!
    .split(', rounding explains ')
    .map(Number) as [number, number]

/** Rows of softmax(-β C) over the other positions, each with a β of its own. */
const softmax = (c: number[][], betas: readonly number[]) =>
  c.map((row, k) => {
    const heights = row.map((cost, l) => (l === k ? 0 : Math.exp(-betas[k]! * cost)))
    const total = heights.reduce((sum, height) => sum + height, 0)
    return heights.map((height) => height / total)
  })

const largest = (one: number[][], other: number[][]) =>
  Math.max(...one.flatMap((row, k) => row.map((w, l) => Math.abs(w - other[k]![l]!))))

async function weightsShown(page: Page, name: string): Promise<number[][]> {
  await painted(page)
  return (await cells(page, name)).slice(1).map((row) => row.map((text) => (text === '' ? 0 : Number(text))))
}

describe('rules of β', () => {
  const open = usePages()
  let page: Page
  beforeAll(async () => {
    page = await open()
  })
  beforeEach(async () => {
    await setDocument(page, { a, b, element: g, move: 'both', selection: [0, 0], head })
    await panel(page).waitFor()
    await type(page.getByRole('textbox', { name: 'Tokens of the sequence' }), '1 11 12 111 112')
  })

  it('keep the tables, and have their usual numbers and names', async () => {
    for (const [name, label, beta] of [
      ['learned', 'β', 2],
      ['byRow', 'γ', 8],
      ['entropy', 'Perplexity', 1.5],
      ['byNorms', 'γ', 10],
      ['fixed', 'β', 10],
    ] as const) {
      await rule(page).selectOption(name)
      await painted(page)
      const { head: now, ...document } = await documentOf(page)
      expect([now!.rule, now!.beta, document.a]).toEqual([name, beta, a])
      await expect.poll(() => slider(page, label).count()).toBe(1)
    }
    await expect.poll(() => panel(page).locator('dt').allTextContents()).not.toContain('β of the rows')
  })

  it('by row from C: β of each row is γ over its mean, and both moves leave the weights', async () => {
    await rule(page).selectOption('byRow')
    const c = product(a, b)
    const betas = c.map((row, k) => {
      const others = row.filter((_, l) => l !== k)
      return 8 / (others.reduce((sum, cost) => sum + cost, 0) / others.length)
    })
    expect(largest(await weightsShown(page, 'Weights before'), softmax(c, betas))).toBeLessThan(1e-3)
    const said = await panel(page).locator('dd').filter({ hasText: /^1:/ }).textContent()
    const shown = said!.split(', ').map((one) => Number(one.split(':')[1]))
    shown.forEach((beta, k) => expect(Math.abs(beta / betas[k]! - 1)).toBeLessThan(0.006))
    const [changed, bound] = await change(page)
    expect(changed).toBeLessThanOrEqual(bound)
    expect(await chip(page)).toBe('unchanged')
  })

  it('matched entropy: each row has the perplexity that is asked for', async () => {
    await rule(page).selectOption('entropy')
    await type(page.getByRole('textbox', { name: 'Perplexity, exactly' }), '2.5')
    for (const row of await weightsShown(page, 'Weights before')) {
      const entropy = -row.reduce((sum, w) => sum + (w > 0 ? w * Math.log(w) : 0), 0)
      // Three digits of each weight.
      expect(Math.abs(Math.exp(entropy) - 2.5)).toBeLessThan(0.02)
    }
    expect(await chip(page)).toBe('unchanged')
    await type(page.getByRole('textbox', { name: 'Perplexity, exactly' }), '0.5')
    await expect.poll(() => panel(page).getByRole('alert').textContent()).toMatch(/perplexity is at least 1/)
  })

  it('by norms of Q: is said to break the invariance, and does where both factors move', async () => {
    await rule(page).selectOption('byNorms')
    await expect.poll(() => panel(page).textContent()).toContain('no function of distances')
    await expect.poll(() => rule(page).locator('option:checked').textContent()).toContain('not invariant')
    const betas = (q: Complex[][]) => q.map(([z]) => 10 / Math.sqrt(1 + z![0] ** 2 + z![1] ** 2))
    const c = product(a, b)
    const [before, after] = [softmax(c, betas(a)), softmax(c, betas(moved(g, a)))]
    expect(largest(await weightsShown(page, 'Weights before'), before)).toBeLessThan(1e-3)
    expect(largest(await weightsShown(page, 'Weights after'), after)).toBeLessThan(1e-3)
    const [changed, bound] = await change(page)
    expect(Math.abs(changed / largest(before, after) - 1)).toBeLessThan(0.006)
    expect(bound).toBeLessThan(1e-12)
    expect(await chip(page)).toBe('changed')
  })

  it('a β of 0 or 1e308 is refused in a sentence', async () => {
    for (const text of ['0', '1e308', '-1', 'NaN']) {
      await type(page.getByRole('textbox', { name: 'β, exactly' }), text)
      await expect.poll(() => panel(page).getByRole('alert').textContent()).toMatch(/.+/)
      await page.getByRole('textbox', { name: 'β, exactly' }).press('Escape')
    }
    expect((await documentOf(page)).head!.beta).toBe(2)
  })

  it('a head without a task attends to all columns: weights, change and β, and drags render nothing', async () => {
    const keys = [[...b[0]!, [0.3, 2] as Complex]]
    await setDocument(page, { a, b: keys, head: { rule: 'byRow', beta: 3, task: null } })
    await panel(page).waitFor()
    const c = product(a, keys)
    const [k, l] = [2, 4]
    await setDocument(page, { selection: [k, l] })
    const row = c[k]!
    const beta = 3 / (row.reduce((sum, cost) => sum + cost, 0) / row.length)
    const heights = row.map((cost) => Math.exp(-beta * cost))
    const weight = heights[l]! / heights.reduce((sum, height) => sum + height, 0)
    for (const name of ['Weights before', 'Weights after']) {
      expect(Math.abs(Number((await cells(page, name))[0]![0]) - weight)).toBeLessThan(
        1e-3 * Math.max(weight, 0.5),
      )
    }
    const [changed, bound] = await change(page)
    expect(changed).toBeLessThanOrEqual(bound)
    expect(await chip(page)).toBe('unchanged')
    await expect.poll(() => panel(page).textContent()).toContain(`q${k + 1} attends most to`)
    expect(await violations(page, '.rule-of-beta')).toEqual([])
    const box = (await slider(page, 'γ').boundingBox())!
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width / 2 + 5, box.y + box.height / 2)
    await painted(page)
    const { commits } = await counts(page)
    await page.mouse.move(box.x + box.width * 0.7, box.y + box.height / 2, { steps: 5 })
    await painted(page)
    expect((await counts(page)).commits).toBe(commits)
    await page.mouse.up()
    await setDocument(page, { move: 'a' })
    expect(await chip(page)).toBe('changed')
  })
})
