import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { difference, moved, nak, product, tolerance, type Complex } from './oracle'
import { counts, settle, state, usePages } from './page'
import { cells } from './panels'

/** Presses a key on the slider of t, and expects the numbers that follow from the t that it names. */
async function dilate(page: Page, key: string, t: number): Promise<void> {
  await page.getByRole('slider', { name: 'Dilation t' }).press(key)
  // A busy machine paints late.
  await expect
    .poll(() => page.getByRole('textbox', { name: 'Dilation t, exactly' }).inputValue())
    .toBe(String(t))
  const { document, product: said } = await state(page)
  const { x, theta } = document.coordinates as { x: number; theta: number }
  const g = nak(x, t, theta)
  const [a, b] = [document.a, document.b] as [Complex[][], Complex[][]]
  const after = product(moved(g, a), moved(g, b))
  expect(difference(said.after, after)).toBeLessThan(tolerance)
  const shown = (await cells(page, 'Product after')).flat()
  expect(shown).toEqual(after.flat().map((number, n) => number.toFixed(shown[n]!.split('.')[1]!.length)))
}

describe('a browser without WebGL2', () => {
  const open = usePages()

  it('says so in a sentence; numbers and controls work', async () => {
    const page = await open({
      picture: false,
      before: () => {
        const get = Reflect.get(HTMLCanvasElement.prototype, 'getContext') as (...of: unknown[]) => unknown
        HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...of: unknown[]) {
          return /webgl|webgpu/.test(String(of[0])) ? null : get.apply(this, of)
        } as HTMLCanvasElement['getContext']
      },
    })
    expect(await page.getByRole('alert').textContent()).toMatch(/no WebGL2.*Everything else works/)
    expect(await page.locator('.stage-plane canvas').count()).toBe(0)
    await dilate(page, 'ArrowRight', 0)
    await dilate(page, 'ArrowRight', 0.1)
    await page.getByRole('button', { name: 'Undo' }).click()
    expect((await state(page)).document.coordinates).toMatchObject({ t: 0 })
    await page.getByText('27 of 27 terms exactly equal').waitFor()
    await page.getByRole('button', { name: /^Plane:/ }).press('ArrowUp')
    expect((await state(page)).document.coordinates).toMatchObject({ t: 0.1 })
    expect((await counts(page)).draws).toBe(0)
  })
})

describe('a lost WebGL context', () => {
  const open = usePages()

  it('is told; controls work meanwhile; what comes back is the same picture to the pixel', async () => {
    const page = await open({ viewport: { width: 1280, height: 600 } })
    const canvas = page.locator('.stage-plane canvas')
    const shot = async () => (await canvas.screenshot()).toString('base64')
    const lose = (how: 'loseContext' | 'restoreContext') =>
      canvas.evaluate((element, name) => {
        const gl = (element as HTMLCanvasElement).getContext('webgl2')!
        const kept = window as unknown as { lose?: WEBGL_lose_context }
        kept.lose ??= gl.getExtension('WEBGL_lose_context')!
        kept.lose[name]()
      }, how)
    await page.mouse.move(5, 5)
    await page.getByRole('slider', { name: 'Dilation t' }).focus()
    await settle(page)
    const before = await shot()
    await lose('loseContext')
    await page.getByRole('alert').waitFor({ timeout: 1000 })
    expect(await page.getByRole('alert').textContent()).toContain('interrupted')
    await dilate(page, 'ArrowRight', 0)
    await dilate(page, 'ArrowLeft', -0.1)
    await lose('restoreContext')
    await page.getByRole('alert').waitFor({ state: 'detached', timeout: 2000 })
    await settle(page)
    expect((await shot()) === before).toBe(true)
    await dilate(page, 'ArrowRight', 0)
    await settle(page)
    expect((await shot()) === before).toBe(false)
  })
})

describe('scripts', () => {
  const open = usePages()
  let page: Page
  beforeAll(async () => {
    page = await open({ picture: false, viewport: { width: 960, height: 400 } })
  })

  it('a set of which one field is refused changes nothing and names that field', async () => {
    const before = (await state(page)).document
    const wrong: [fields: Record<string, unknown>, named: RegExp][] = [
      [{ title: 'new', element: [1, 0, 0, -1] }, /^element: .*reflection/],
      [{ title: 'new', a: [[[0, 1]]] }, /^a: has 1 column, b has 3 rows/],
      [{ title: 'new', move: 'c' }, /^move: /],
      [{ title: 'new', selection: [3, 0] }, /^selection\[0\]: /],
      [{ title: 'new', space: 'line' }, /^space: /],
      [{ title: 'new', a: before.a.map((row) => row.map(() => [0, -1])) }, /^a\[0\]\[0\]: Im must be > 0/],
      [{ title: 'new', version: 2 }, /^version: /],
      [{ title: 'new', speed: 1 }, /^speed: is not a field/],
    ]
    for (const [fields, named] of wrong) {
      const { rejected } = await page.evaluate((change) => window.moduli.set(change), fields)
      expect(rejected[0]).toMatch(named)
      expect((await state(page)).document).toEqual(before)
    }
    for (const nonsense of [null, 3, 'x', [], undefined]) {
      const { rejected } = await page.evaluate((change) => window.moduli.set(change), nonsense)
      expect(rejected).toHaveLength(1)
    }
    expect((await state(page)).document).toEqual(before)
  })

  it('apply, element, product, loss and subscribe agree with the oracle', async () => {
    const { document } = await state(page)
    const { x, t, theta } = document.coordinates as { x: number; t: number; theta: number }
    const heard = await page.evaluate(() => {
      let times = 0
      const stop = window.moduli.subscribe(() => times++)
      const answers = [window.moduli.apply([2, 1, 1, 1]), window.moduli.apply({ translation: 1 })]
      stop()
      window.moduli.set({ title: 'unheard' })
      return { times, answers, version: window.moduli.version }
    })
    expect(heard.times).toBe(1)
    expect(heard.answers[0]).toEqual({ rejected: [] })
    expect(heard.answers[1]!.rejected[0]).toMatch(/^apply: /)
    expect(heard.version).toMatch(/^\d+\.\d+\.\d+$/)
    const { element, loss } = await state(page)
    const [a, b, c, d] = nak(x, t, theta)
    const wanted = [2 * a + c, 2 * b + d, a + c, b + d] // [2 1; 1 1] times it
    const sign = Math.sign(wanted[0]! + wanted[3]!)
    expect(
      'matrix' in element &&
        difference(
          element.matrix,
          wanted.map((entry) => sign * entry),
        ),
    ).toBeLessThan(1e-12)
    expect(loss.before).toBe(0)
    expect(loss.after).toBeLessThan(1e-25)
    await page.evaluate(() => window.moduli.set({ element: [2, 1, 1, 1] }))
    const hyperbolic = (await state(page)).element as Extract<typeof element, { kind: string }>
    expect(hyperbolic.kind).toBe('hyperbolic')
    const golden = (1 + Math.sqrt(5)) / 2
    expect(hyperbolic.translationLength).toBeCloseTo(4 * Math.log(golden), 12)
    expect(difference(hyperbolic.fixedPoints, [golden, 1 - golden])).toBeLessThan(1e-14)
  })
})
