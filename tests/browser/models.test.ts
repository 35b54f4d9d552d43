import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { act, normalised, type Complex, type Matrix } from './oracle'
import { painted, settle, state, usePages } from './page'
import { drag, entryName, handle } from './stage'

/** Where the handles of the entries of the selected cell are, in pixels of the page with Y upwards, and their points. */
async function seen(page: Page): Promise<{ place: Complex; z: Complex }[]> {
  const { document } = await state(page)
  const g = normalised(document.element as Matrix)
  const [k, l] = document.selection
  const found: { place: Complex; z: Complex }[] = []
  for (const i of document.b.keys()) {
    for (const [factor, row, column] of [
      ['a', k, i],
      ['b', i, l],
    ] as const) {
      const box = (await handle(page, entryName(factor, row, column)).boundingBox())!
      found.push({
        place: [box.x + box.width / 2, -(box.y + box.height / 2)],
        z: act(g, document[factor][row]![column] as Complex),
      })
    }
  }
  return found
}

const minus = ([a, b]: Complex, [c, d]: Complex): Complex => [a - c, b - d]
const times = ([a, b]: Complex, [c, d]: Complex): Complex => [a * c - b * d, a * d + b * c]
const over = (z: Complex, [c, d]: Complex): Complex => {
  const size = c * c + d * d
  return times(z, [c / size, -d / size])
}
const crossRatio = (p: Complex, q: Complex, r: Complex, s: Complex): Complex =>
  over(times(minus(p, r), minus(q, s)), times(minus(p, s), minus(q, r)))

const choose = async (page: Page, model: string) => {
  await page.getByRole('combobox', { name: 'Model', exact: true }).selectOption({ label: model })
  await settle(page)
}

describe('a model of the plane', () => {
  const open = usePages()
  let page: Page
  beforeAll(async () => {
    page = await open()
  })

  it('that is Poincaré’s disk is a Möbius image of the half-plane: cross-ratios are the same', async () => {
    await choose(page, 'Poincaré disk')
    const all = await seen(page)
    for (let n = 0; n + 3 < all.length; n++) {
      const [p, q, r, s] = all.slice(n, n + 4)
      const wanted = crossRatio(p!.z, q!.z, r!.z, s!.z)
      const got = crossRatio(p!.place, q!.place, r!.place, s!.place)
      // Boxes are whole to a hundredth of a pixel, and the points are some fifty pixels apart.
      const size = Math.hypot(...wanted)
      expect(Math.hypot(got[0] - wanted[0], got[1] - wanted[1])).toBeLessThan(4e-3 * (1 + size))
    }
  })

  it('that is Klein’s disk shows the points of a geodesic on a straight line', async () => {
    await choose(page, 'Klein disk')
    // Three points of the unit circle, which is a geodesic, left where they are by g = 1.
    const a = [[0.5, 0.9, -0.3].map((angle) => [Math.sin(angle), Math.cos(angle)])]
    const b = [[[2, 1]], [[-1, 2]], [[0.4, 0.7]]]
    const { rejected } = await page.evaluate(
      ([A, B]) => window.moduli.set({ a: A, b: B, element: [1, 0, 0, 1], selection: [0, 0] }),
      [a, b] as const,
    )
    expect(rejected).toEqual([])
    await painted(page)
    const all = await seen(page)
    const [p, q, r] = [all[0]!.place, all[2]!.place, all[4]!.place]
    const [u, v] = [minus(q, p), minus(r, p)]
    expect(Math.abs(u[0] * v[1] - u[1] * v[0]) / Math.hypot(...v)).toBeLessThan(0.05)
    expect(Math.hypot(...u)).toBeGreaterThan(20)
    await page.getByRole('button', { name: 'Undo' }).click()
  })

  it.each(['Poincaré disk', 'Klein disk', 'Hyperboloid', 'Band', 'Half-plane'])(
    'keeps a dragged entry under the pointer: %s',
    async (model) => {
      await choose(page, model)
      const { document } = await state(page)
      const name = entryName('a', document.selection[0], 0)
      const box = (await handle(page, name).boundingBox())!
      const from = [box.x + box.width / 2, box.y + box.height / 2] as const
      const to = [from[0] - 37, from[1] + 21] as const
      await drag(page, [from, [from[0] + 10, from[1] - 10], to])
      await painted(page)
      const after = (await handle(page, name).boundingBox())!
      expect(Math.abs(after.x + after.width / 2 - to[0])).toBeLessThan(0.6)
      expect(Math.abs(after.y + after.height / 2 - to[1])).toBeLessThan(0.6)
      await page.getByRole('button', { name: 'Undo' }).click()
      expect((await state(page)).document).toEqual(document)
    },
  )

  it('is in the link, with the one beside it, and both show the same move', async () => {
    await choose(page, 'Half-plane')
    await page.getByRole('combobox', { name: 'Beside it' }).selectOption({ label: 'Poincaré disk' })
    await settle(page)
    const { link } = await state(page)
    expect(link).toContain('beside=disk')
    const other = await open({ at: link.slice(link.indexOf('#')) })
    const [left, right] = [
      other.getByRole('group', { name: 'Half-plane' }),
      other.getByRole('group', { name: 'Poincaré disk' }),
    ]
    await expect.poll(() => left.locator('canvas').count()).toBe(1)
    await expect.poll(() => right.locator('canvas').count()).toBe(1)
    const foot = right.getByRole('button', { name: 'Frame foot' })
    const before = (await left.getByRole('button', { name: 'Frame foot' }).boundingBox())!
    await foot.press('ArrowRight')
    await painted(other)
    const after = (await left.getByRole('button', { name: 'Frame foot' }).boundingBox())!
    expect(after.x).toBeGreaterThan(before.x + 1)
  })

  it('changes at once for those who asked for less motion, and in steps for others', async () => {
    const still = await open({ reducedMotion: 'reduce' })
    const places = async (of: Page) => (await seen(of))[0]!.place
    const before = await places(still)
    await still.getByRole('combobox', { name: 'Model', exact: true }).selectOption({ label: 'Band' })
    await painted(still)
    const after = await places(still)
    await settle(still)
    expect(await places(still)).toEqual(after)
    expect(after).not.toEqual(before)
  })

  it('that is the hyperboloid turns with the middle button', async () => {
    await choose(page, 'Hyperboloid')
    const plane = (await page.locator('.stage-plane').first().boundingBox())!
    const [X, Y] = [plane.x + plane.width / 2, plane.y + plane.height * 0.8]
    await page.mouse.move(X, Y)
    await page.mouse.down({ button: 'middle' })
    await page.mouse.move(X + 120, Y, { steps: 4 })
    await page.mouse.up({ button: 'middle' })
    await settle(page)
    expect((await state(page)).link).toContain('turn=')
  })
})
