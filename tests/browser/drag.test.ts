import type { CDPSession, Page } from 'playwright-core'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  act,
  difference,
  distance,
  moved,
  normalised,
  product,
  times,
  tolerance,
  transvection,
} from './oracle'
import type { Complex, Matrix } from './oracle'
import { counts, painted, setDocument, settle, state, usePages } from './page'
import {
  drag,
  emptyPlaces,
  entryName,
  handle,
  inPlane,
  loneliest,
  onScreen,
  placement,
  type Placement,
} from './stage'

const matrixOf = async (page: Page): Promise<Matrix> =>
  normalised((await state(page)).document.element as Matrix)

/** Two places that are empty, and far from each other. */
async function twoPlaces(page: Page, at: Placement): Promise<[[number, number], [number, number]]> {
  const places = await emptyPlaces(page, at)
  const from = places[0]!
  const to = places.find(([left, top]) => Math.abs(left - from[0]) > 90 && Math.abs(top - from[1]) > 30)!
  return [from, to]
}

describe('the stage in the half-plane', () => {
  const open = usePages()
  let page: Page
  let start: unknown
  beforeAll(async () => {
    page = await open()
    start = (await state(page)).document
  })
  beforeEach(async () => {
    await setDocument(page, start as Record<string, unknown>)
    await page.getByRole('button', { name: 'Fit' }).click()
    await settle(page)
  })

  it('a drag of the empty plane is followed by the transvection between its ends, one step of undo', async () => {
    const at = await placement(page)
    const [from, to] = await twoPlaces(page, at)
    const before = await state(page)
    await drag(page, [from, [from[0] + 20, from[1] + 60], to])
    await painted(page)
    const after = await state(page)
    const wanted = times(
      transvection(inPlane(at, ...from), inPlane(at, ...to)),
      normalised(before.document.element as Matrix),
    )
    expect([after.document.a, after.document.b]).toEqual([before.document.a, before.document.b])
    // Coordinates are rounded to a fifth of a pixel at most and to 1e-5.
    for (const z of [...after.document.a.flat(), ...after.document.b.flat()] as Complex[]) {
      const [p, q] = [act(await matrixOf(page), z), act(wanted, z)].map((w) => onScreen(at, w))
      expect(difference(p!, q!)).toBeLessThan(0.5)
    }
    const g = await matrixOf(page)
    const [a, b] = [after.document.a, after.document.b] as [Complex[][], Complex[][]]
    expect(difference(after.product.after, product(moved(g, a), moved(g, b)))).toBeLessThan(tolerance)
    expect(difference(after.product.before, product(a, b))).toBeLessThan(tolerance)
    await page.keyboard.press('Control+z')
    expect((await state(page)).document).toEqual(start)
  })

  it('Escape during a drag restores the document bit for bit and leaves no step of undo', async () => {
    const at = await placement(page)
    const [from, to] = await twoPlaces(page, at)
    await setDocument(page, { title: 'before the drag' })
    await drag(page, [from, to], false)
    expect((await state(page)).document.element).not.toEqual((start as { element: unknown }).element)
    await page.keyboard.press('Escape')
    await page.mouse.move(...from)
    await page.mouse.up()
    const { document } = await state(page)
    expect(document).toEqual({ ...(start as object), title: 'before the drag' })
    await page.keyboard.press('Control+z')
    expect((await state(page)).document).toEqual(start)
  })

  it('a drag of a moved mark edits its entry of the base and freezes the target; the mark stays under the pointer', async () => {
    const at = await placement(page)
    const { factor, row, column, moved: mark } = await loneliest(page, at)
    const to: [number, number] = [mark[0] + 37, mark[1] - 21]
    const before = (await state(page)).document
    await drag(page, [mark, [mark[0] + 5, mark[1] - 15], to])
    const after = (await state(page)).document
    const entry = after[factor][row]![column] as Complex
    expect(difference(onScreen(at, act(await matrixOf(page), entry)), to)).toBeLessThan(0.5)
    expect(after.element).toEqual(before.element)
    const restored = after[factor].map((entries, k) =>
      entries.map((one, i) => (k === row && i === column ? before[factor][row]![column]! : one)),
    )
    expect({ ...after, [factor]: restored, target: 'base' }).toEqual(before)
    // The loss is compared with what the product was, or the drag could not be seen in it.
    expect(difference(after.target as number[][], product(before.a, before.b))).toBeLessThan(tolerance)
  })

  it('a click on a mark makes its entry the free one of the loss slice', async () => {
    const at = await placement(page)
    const { factor, row, column, moved: mark } = await loneliest(page, at)
    await page.mouse.click(...mark)
    expect((await state(page)).document.free).toEqual({ factor, row, column })
  })

  it('the wheel zooms about the boundary point below the pointer and leaves the document alone', async () => {
    const at = await placement(page)
    const [place] = await emptyPlaces(page, at)
    const above = inPlane(at, ...place!)
    await page.mouse.move(...place!)
    await page.mouse.wheel(0, -200)
    await settle(page)
    const closer = await placement(page)
    expect(closer.scale).toBeGreaterThan(1.2 * at.scale)
    expect(closer.slack).toBeLessThan(0.1)
    expect(onScreen(closer, above)[0]).toBeCloseTo(place![0], 0)
    expect(closer.top0).toBeCloseTo(at.top0, 0)
    expect((await state(page)).document).toEqual(start)
    await page.getByRole('button', { name: 'Zoom out' }).click()
    await settle(page)
    expect((await placement(page)).scale).toBeLessThan(closer.scale)
    await page.getByRole('button', { name: 'Fit' }).click()
    await settle(page)
    expect((await placement(page)).scale).toBeCloseTo(at.scale, 3)
    expect((await state(page)).document).toEqual(start)
  })

  it('Space with a drag moves the view alone: the grabbed point stays under the pointer', async () => {
    const at = await placement(page)
    const [from] = await emptyPlaces(page, at)
    const to: [number, number] = [from![0] - 60, from![1] + 25]
    await page.locator('body').click({ position: { x: 5, y: 5 } })
    await page.keyboard.down('Space')
    await drag(page, [from!, to])
    await page.keyboard.up('Space')
    await settle(page)
    const after = await placement(page)
    expect(difference(onScreen(after, inPlane(at, ...from!)), to)).toBeLessThan(0.5)
    expect((await state(page)).document).toEqual(start)
  })

  it('a double click on the plane shows everything again', async () => {
    const at = await placement(page)
    const [place] = await emptyPlaces(page, at)
    await page.mouse.move(...place!)
    await page.mouse.wheel(0, -400)
    await settle(page)
    await page.mouse.dblclick(...place!)
    await settle(page)
    expect((await placement(page)).scale).toBeCloseTo(at.scale, 3)
    expect((await state(page)).document).toEqual(start)
  })

  it('arrow keys on the plane move it by 0.1 along the geodesic, with Shift by 0.01', async () => {
    for (const { key, length, direction } of [
      { key: 'ArrowUp', length: 0.1, direction: [0, 1] },
      { key: 'Shift+ArrowDown', length: 0.01, direction: [0, -1] },
      { key: 'ArrowRight', length: 0.1, direction: [1, 0] },
      { key: 'Shift+ArrowLeft', length: 0.01, direction: [-1, 0] },
    ] as const) {
      const g = await matrixOf(page)
      const [x, y] = act(g, [0, 1])
      const to: Complex =
        direction[0] === 0
          ? [x, y * Math.exp(direction[1] * length)]
          : [x + direction[0] * y * Math.tanh(length), y / Math.cosh(length)]
      await page.getByRole('button', { name: /^Plane:/ }).focus()
      await page.keyboard.press(key)
      const next = await matrixOf(page)
      const wanted = normalised(times(transvection([x, y], to), g))
      expect(difference(next, wanted)).toBeLessThan(5e-6) // coordinates are rounded to 1e-6
      expect(distance(act(next, [0, 1]), [x, y])).toBeCloseTo(length, 5)
    }
  })

  it('arrow keys on an entry move its mark by 0.1, with Shift by 0.01, and edit the base', async () => {
    const { document } = await state(page)
    const [k] = document.selection
    const g = await matrixOf(page)
    const entry = async () => (await state(page)).document.a[k]![0] as Complex
    for (const [key, length] of [
      ['ArrowUp', 0.1],
      ['ArrowLeft', 0.1],
      ['Shift+ArrowRight', 0.01],
    ] as const) {
      const [was, name] = [act(g, await entry()), entryName('a', k, 0)]
      await handle(page, name).focus()
      await page.keyboard.press(key)
      const is = act(g, await entry())
      expect(Math.abs(distance(was, is) - length)).toBeLessThan(2e-3 * length) // a grid of 1e-3 of the step
      if (key === 'ArrowUp') expect(Math.abs(is[0] - was[0])).toBeLessThan(1e-3 * was[1])
      else expect(Math.sign(is[0] - was[0])).toBe(key === 'ArrowLeft' ? -1 : 1)
      const [re, im] = await entry()
      await painted(page)
      const label = (await handle(page, name).getAttribute('aria-label'))!
      expect(label.startsWith(`Entry ${name}: `)).toBe(true)
      const [, real, imaginary] = /: (-?[\d.]+)([+-][\d.]+)i$/.exec(label)!
      expect([Number(real), Number(imaginary)]).toEqual([re, im])
    }
  })

  it('a click on a cell of the product selects it, and its sum of distances is the oracle’s', async () => {
    await page
      .getByRole('table', { name: 'Product after' })
      .locator('[data-row="0"][data-column="2"]')
      .click()
    await painted(page)
    const { document } = await state(page)
    expect(document.selection).toEqual([0, 2])
    const g = await matrixOf(page)
    const terms = document.a[0]!.map((z, i) =>
      distance(act(g, z as Complex), act(g, document.b[i]![2] as Complex)),
    )
    for (const [i, length] of terms.entries()) {
      const name = `Term d(${entryName('a', 0, i)}, ${entryName('b', i, 2)})`
      await expect.poll(() => page.getByRole('button', { name }).textContent()).toBe(length.toFixed(3))
    }
    const sum = terms.reduce((s, length) => s + length, 0).toFixed(3)
    await expect.poll(() => page.locator('.stage-sum').textContent()).toContain(`= ${sum}`)
    const { count, slack } = await placement(page)
    expect(count).toBe(6)
    expect(slack).toBeLessThan(0.1)
  })

  it('no drag renders React: plane, entry, slider; nothing at all is drawn when nothing changes', async () => {
    const at = await placement(page)
    const [from, to] = await twoPlaces(page, at)
    const { moved: mark } = await loneliest(page, at)
    const box = (await page.getByRole('slider', { name: 'Dilation t' }).boundingBox())!
    const middle = box.y + box.height / 2
    const slide: [number, number][] = [0.4, 0.7, 0.2].map((part) => [box.x + part * box.width, middle])
    await page.mouse.move(...from)
    await settle(page)
    for (const path of [[from, to, from], slide]) {
      const before = await counts(page)
      await drag(page, path)
      await settle(page)
      const after = await counts(page)
      expect(after.draws - before.draws).toBeGreaterThan(10)
      expect(after.commits - before.commits).toBe(0)
    }
    await page.mouse.move(...mark)
    await settle(page)
    const before = await counts(page)
    await drag(page, [mark, [mark[0] + 40, mark[1] - 10]])
    await settle(page)
    expect((await counts(page)).commits - before.commits).toBe(0)
    const still = await counts(page)
    await page.waitForTimeout(500)
    expect(await counts(page)).toEqual(still)
  })
})

describe('the stage on the real line', () => {
  const open = usePages()

  it('a drag of the empty plane adds to α what the pointer has moved, and entries drag along the line', async () => {
    const page = await open({ at: '#v=1&preset=line3' })
    const { document } = await state(page)
    const [k, l] = document.selection
    const left = async (name: string) => {
      const box = (await handle(page, name).boundingBox())!
      return [box.x + box.width / 2, box.y + box.height / 2] as [number, number]
    }
    const [p, q] = [await left(entryName('a', k, 0)), await left(entryName('b', 0, l))]
    const values = [document.a[k]![0] as number, document.b[0]![l] as number] as const
    const scale = (q[0] - p[0]) / (values[1] - values[0])
    const plane = (await page.locator('.stage-plane').boundingBox())!
    const from: [number, number] = [plane.x + plane.width - 60, plane.y + 90]
    await drag(page, [from, [from[0] - 83, from[1] + 30]])
    const alpha = document.element as number
    const after = await state(page)
    expect(Math.abs((after.document.element as number) - (alpha - 83 / scale))).toBeLessThan(0.2 / scale)
    expect(difference(after.product.after, product(document.a, document.b as number[][]))).toBeLessThan(
      tolerance,
    )
    await painted(page)
    const mark = await left(entryName('a', k, 0))
    expect(mark[0]).toBeCloseTo(p[0] - 83, 0)
    await drag(page, [mark, [mark[0] + 30, mark[1]]])
    const { document: dragged } = await state(page)
    expect(Math.abs((dragged.a[k]![0] as number) - (values[0] + 30 / scale))).toBeLessThan(0.4 / scale)
    expect(dragged.element).toBe(after.document.element)
    await page.getByRole('button', { name: /^Line: .* by 0\.1/ }).press('ArrowRight')
    const { document: nudged } = await state(page)
    expect(nudged.element).toBeCloseTo((dragged.element as number) + 0.1, 3)
    await page.context().close()
  })
})

describe('the stage under fingers', () => {
  const open = usePages()
  let page: Page
  let touch: CDPSession
  beforeAll(async () => {
    page = await open({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
    touch = await page.context().newCDPSession(page)
  })

  const dispatch = (type: 'touchStart' | 'touchMove' | 'touchEnd', places: [number, number][]) =>
    touch.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: places.map(([x, y], id) => ({ x, y, id })),
    })

  it('a finger drags an entry and the mark stays under it; the page does not scroll', async () => {
    const at = await placement(page)
    const { factor, row, column, moved: mark } = await loneliest(page, at)
    const to: [number, number] = [mark[0] - 25, mark[1] - 30]
    const before = (await state(page)).document
    await dispatch('touchStart', [mark])
    await dispatch('touchMove', [[mark[0] - 10, mark[1] - 10]])
    await dispatch('touchMove', [to])
    await dispatch('touchEnd', [])
    const after = (await state(page)).document
    const entry = after[factor][row]![column] as Complex
    expect(difference(onScreen(at, act(await matrixOf(page), entry)), to)).toBeLessThan(0.5)
    expect(after.element).toEqual(before.element)
    expect(await page.evaluate(() => [scrollX, scrollY])).toEqual([0, 0])
  })

  it('a finger drags the plane: g is followed by a transvection', async () => {
    const at = await placement(page)
    const [from] = await emptyPlaces(page, at, 30)
    const to: [number, number] = [from![0] + 20, from![1] + 24]
    const before = await matrixOf(page)
    await dispatch('touchStart', [from!])
    await dispatch('touchMove', [[from![0] + 8, from![1] + 8]])
    await dispatch('touchMove', [to])
    await dispatch('touchEnd', [])
    const wanted = times(transvection(inPlane(at, ...from!), inPlane(at, ...to)), before)
    const g = await matrixOf(page)
    for (const z of (await state(page)).document.a.flat() as Complex[]) {
      expect(difference(onScreen(at, act(g, z)), onScreen(at, act(wanted, z)))).toBeLessThan(0.5)
    }
  })

  it('two fingers zoom and leave the document alone', async () => {
    const at = await placement(page)
    const before = (await state(page)).document
    const [place] = await emptyPlaces(page, at, 30)
    const [x, y] = place!
    const pair = (half: number): [number, number][] => [
      [x - half, y],
      [x + half, y],
    ]
    await dispatch('touchStart', pair(20))
    for (const half of [25, 30, 40]) await dispatch('touchMove', pair(half))
    await dispatch('touchEnd', [])
    await settle(page)
    const after = await placement(page)
    expect(after.scale / at.scale).toBeCloseTo(2, 1)
    expect(onScreen(after, inPlane(at, x, y))[0]).toBeCloseTo(x, 0)
    expect((await state(page)).document).toEqual(before)
  })
})
