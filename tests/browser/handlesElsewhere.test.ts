import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { held, hold, placeOf, view, type Place } from './handles'
import { difference, elliptic, hyperbolic, transvection, type Complex } from './oracle'
import { painted, usePages } from './page'
import { drag, placement } from './stage'

describe('handles of g in the disk', () => {
  const open = usePages()
  let page: Page
  let middle: Place
  let radius: number
  beforeAll(async () => {
    // The window in which the disk has i in its middle.
    page = await open({ at: `#v=1&model=disk&view=0,${1 / 0.34}` })
    await hold(page, hyperbolic(0, Infinity, 1))
    const [top, bottom] = [await placeOf(page, 'Attracting'), await placeOf(page, 'Repelling')]
    middle = [(top[0] + bottom[0]) / 2, (top[1] + bottom[1]) / 2]
    radius = (bottom[1] - top[1]) / 2
  })
  /** i (z - i)/(z + i), ∞ at the top. */
  const on = ([x, y]: Complex): Place => {
    const n = x * x + (y + 1) ** 2
    return [middle[0] + (radius * 2 * x) / n, middle[1] - (radius * (x * x + y * y - 1)) / n]
  }
  const rim = (x: number) => on([x, 0])

  it('shows its ends on the rim, and one dragged along it lands there', async () => {
    await hold(page, hyperbolic(-1, 1, 1.5))
    expect(difference(await placeOf(page, 'Attracting'), rim(1))).toBeLessThan(1)
    await drag(page, [rim(1), rim(0.6), rim(0.4)])
    const { matrix, fixedPoints } = await held(page)
    const end = fixedPoints[0] as number
    expect(difference(rim(end), rim(0.4))).toBeLessThan(1.2)
    expect(difference(matrix, hyperbolic(-1, end, 1.5))).toBeLessThan(1e-9)
  })

  it('an end goes on through ∞ without passing the other one, and is ∞ at the top', async () => {
    await hold(page, hyperbolic(0, 1, 1.5))
    await drag(page, [rim(1), rim(3), rim(1e6)], false)
    expect(difference((await held(page)).matrix, hyperbolic(0, Infinity, 1.5))).toBeLessThan(1e-9)
    await page.mouse.move(...rim(-2), { steps: 10 })
    await page.mouse.up()
    const { matrix, fixedPoints } = await held(page)
    expect(difference(rim(fixedPoints[0] as number), rim(-2))).toBeLessThan(1.2)
    expect(difference(matrix, hyperbolic(0, fixedPoints[0] as number, 1.5))).toBeLessThan(1e-9)
  })

  it('an end that goes round the other way passes the other one, and repels then', async () => {
    await hold(page, hyperbolic(0, 1, 1.5))
    await drag(page, [rim(1), rim(0.5), rim(0), rim(-0.5), rim(-1)])
    const { fixedPoints } = await held(page)
    expect(difference(rim(fixedPoints[1] as number), rim(-1))).toBeLessThan(1.2)
    expect(fixedPoints[0]).toBeCloseTo(0, 9)
  })

  it('the centre is dragged to the rim and over the wall', async () => {
    await hold(page, elliptic([-0.8, 0.45], 1))
    await drag(page, [on([-0.8, 0.45]), on([0.5, 0.7])], false)
    const { matrix, fixedPoints } = await held(page)
    expect(difference(on(fixedPoints[0] as Complex), on([0.5, 0.7]))).toBeLessThan(1.2)
    expect(difference(matrix, elliptic(fixedPoints[0] as Complex, 1))).toBeLessThan(1e-9)
    await page.mouse.move(...rim(1), { steps: 10 })
    await page.mouse.up()
    const onWall = await held(page)
    expect(onWall.kind).toBe('parabolic')
    expect(difference(rim(onWall.fixedPoints[0] as number), rim(1))).toBeLessThan(1.2)
  })

  it('a glide of the plane takes the grabbed point to the pointer', async () => {
    await hold(page, [1, 0, 0, 1])
    const [z, w]: [Complex, Complex] = [
      [-0.8, 0.4],
      [-1.1, 0.6],
    ]
    await drag(page, [on(z), on(w)])
    expect(difference((await held(page)).matrix, transvection(z, w))).toBeLessThan(0.02)
  })
})

describe('handles of g by touch', () => {
  const open = usePages()

  it('an end is grabbed within 22 pixels and dragged', async () => {
    const page = await open({ at: view, hasTouch: true })
    const at = await placement(page)
    await hold(page, hyperbolic(0, 2, 1.5))
    const [left, top] = await placeOf(page, 'Attracting')
    const touch = await page.context().newCDPSession(page)
    const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', x = 0, y = 0) =>
      touch.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y }] })
    await send('touchStart', left + 15, top - 12)
    for (let n = 1; n <= 8; n++) await send('touchMove', left + 15 + 10 * n, top - 12)
    await send('touchEnd')
    await painted(page)
    const { matrix, fixedPoints } = await held(page)
    const end = fixedPoints[0] as number
    expect(Math.abs(end - (2 + 80 / at.scale))).toBeLessThan(1.5 / at.scale)
    expect(difference(matrix, hyperbolic(0, end, 1.5))).toBeLessThan(1e-9)
  })
})
