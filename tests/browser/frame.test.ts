import type { Page } from 'playwright-core'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { act, difference, distance, nak, normalised, type Matrix } from './oracle'
import { counts, painted, setDocument, settle, state, usePages } from './page'
import { drag, frameMarks, inPlane, onScreen, placement } from './stage'

const held = async (page: Page) => {
  const { document } = await state(page)
  return document as unknown as { element: Matrix; coordinates: { x: number; t: number; theta: number } }
}

describe('the frame of g', () => {
  const open = usePages()
  let page: Page
  let start: Record<string, unknown>
  beforeAll(async () => {
    page = await open()
    start = (await state(page)).document as unknown as Record<string, unknown>
  })
  beforeEach(async () => {
    await setDocument(page, start)
    await page.getByRole('button', { name: 'Fit' }).click()
    await settle(page)
  })

  it('stands at g·i and points along the image of the upward direction', async () => {
    const at = await placement(page)
    const [foot, tip] = await frameMarks(page)
    const g = normalised((await held(page)).element)
    expect(difference(foot, onScreen(at, act(g, [0, 1])))).toBeLessThan(at.slack + 0.5)
    // The derivative at i, from two points 1e-6 apart.
    const [low, high] = [act(g, [0, 1]), act(g, [0, 1 + 1e-6])]
    const wanted = Math.atan2(high[1] - low[1], high[0] - low[0])
    const seen = Math.atan2(foot[1] - tip[1], tip[0] - foot[0])
    expect(Math.abs(Math.sin(seen - wanted))).toBeLessThan(0.03)
    expect(Math.cos(seen - wanted)).toBeGreaterThan(0)
  })

  it('dragged by its foot takes g·i along and keeps its direction, one step of undo', async () => {
    const at = await placement(page)
    const [foot] = await frameMarks(page)
    const before = (await held(page)).coordinates
    const to = [foot[0] + 90, foot[1] - 60] as const
    await drag(page, [foot, [foot[0] + 30, foot[1] + 10], to])
    await painted(page)
    const { coordinates, element } = await held(page)
    const [x, y] = inPlane(at, ...to)
    const pixel = 1 / at.scale
    expect(Math.abs(coordinates.x - x)).toBeLessThan(pixel)
    expect(Math.abs(Math.exp(coordinates.t) - y)).toBeLessThan(pixel)
    expect(coordinates.theta).toBe(before.theta)
    expect(difference(element, nak(coordinates.x, coordinates.t, coordinates.theta))).toBeLessThan(1e-12)
    await page.getByRole('button', { name: 'Undo' }).click()
    expect((await state(page)).document).toEqual(start)
  })

  it('dragged by its arrow turns about its foot: an arrow to the right is θ = π/4', async () => {
    const [foot, tip] = await frameMarks(page)
    const before = (await held(page)).coordinates
    const commits = (await counts(page)).commits
    await drag(page, [
      tip,
      [foot[0] - 20, foot[1] - 70],
      [foot[0] + 10, foot[1] - 80],
      [foot[0] + 120, foot[1]],
    ])
    expect((await counts(page)).commits).toBe(commits)
    await painted(page)
    const { coordinates } = await held(page)
    expect(coordinates.x).toBe(before.x)
    expect(coordinates.t).toBe(before.t)
    // One pixel at 120 pixels turns the arrow by 1/120, and θ by half of it.
    expect(Math.abs(coordinates.theta - Math.PI / 4)).toBeLessThan(1 / 120)
  })

  it('moves by hyperbolic 0.1 at an arrow key, by 0.01 with Shift, and turns by as many radians', async () => {
    const foot = page.getByRole('button', { name: 'Frame foot' })
    await foot.press('ArrowUp')
    await foot.press('Shift+ArrowRight')
    const arrow = page.getByRole('button', { name: 'Frame arrow' })
    await arrow.press('ArrowLeft')
    const before = (start as { coordinates: { x: number; t: number; theta: number } }).coordinates
    const { coordinates } = await held(page)
    expect(coordinates.t).toBeCloseTo(before.t + 0.1, 9)
    expect(coordinates.x).toBeCloseTo(before.x + 0.01 * Math.exp(before.t + 0.1), 5)
    expect(coordinates.theta).toBeCloseTo(before.theta - 0.05, 9)
    await expect.poll(() => foot.getAttribute('aria-label')).toContain('g·i')
  })

  it('goes back at Escape', async () => {
    const [foot] = await frameMarks(page)
    await drag(page, [foot, [foot[0] - 50, foot[1] - 50]], false)
    await painted(page)
    expect((await state(page)).document).not.toEqual(start)
    await page.keyboard.press('Escape')
    await page.mouse.up()
    expect((await state(page)).document).toEqual(start)
  })

  it('stands where the mean of all entries comes to i when they are centred', async () => {
    await page.getByRole('button', { name: 'Centre the entries' }).click()
    await painted(page)
    const { document } = await state(page)
    const g = normalised((await held(page)).element)
    const entries = [...document.a.flat(), ...document.b.flat()] as (readonly [number, number])[]
    // At a Fréchet mean the unit directions to the points, weighted by their distances, cancel.
    let [p, q] = [0, 0]
    for (const z of entries) {
      const [x, y] = act(g, z)
      const far = distance([0, 1], [x, y])
      // The direction from i to x + iy: the Cayley transform (z - i)/(z + i), turned by 90°.
      const [u, v] = [x * x + y * y - 1, -2 * x]
      const size = Math.sqrt(u * u + v * v)
      p += (far * u) / size
      q += (far * v) / size
    }
    expect(Math.sqrt(p * p + q * q)).toBeLessThan(1e-8)
    await page.getByRole('button', { name: 'Undo' }).click()
    expect((await state(page)).document).toEqual(start)
  })

  it('is not there on the real line', async () => {
    await page.getByRole('radio', { name: 'Real line' }).click()
    await painted(page)
    await expect.poll(() => page.getByRole('button', { name: /^Frame/ }).count()).toBe(0)
  })

  it('is grabbed where it lies on an entry, and keeps to the pointer though the wheel turns', async () => {
    const on = (await state(page)).document.a.map((row) => row.map(() => [0, 1]))
    await setDocument(page, { a: on, element: [1, 1, 0, 1] })
    await page.getByRole('button', { name: 'Fit' }).click()
    await settle(page)
    const [foot] = await frameMarks(page)
    await drag(page, [foot, [foot[0] + 40, foot[1] - 20]], false)
    await page.mouse.wheel(0, -300)
    await painted(page)
    await page.mouse.move(foot[0] + 60, foot[1] - 40, { steps: 3 })
    await painted(page)
    const [held] = await frameMarks(page)
    await page.mouse.up()
    expect(difference(held, [foot[0] + 60, foot[1] - 40])).toBeLessThan(1)
    expect((await state(page)).document.a).toEqual(on)
  })
})
