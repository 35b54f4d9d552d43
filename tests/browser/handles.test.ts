import type { Page } from 'playwright-core'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { handle, held, hold, placeOf, view, type Place } from './handles'
import {
  act,
  actEnd,
  affineMap,
  angleAt,
  difference,
  distance,
  elliptic,
  hyperbolic,
  times,
  transvection,
  type Complex,
} from './oracle'
import { counts, painted, setDocument, settle, state, usePages } from './page'
import { drag, emptyPlaces, inPlane, onScreen, placement, type Placement } from './stage'

const classShown = (page: Page) => page.getByRole('status', { name: 'Class' }).textContent()

describe('handles of g in the half-plane', () => {
  const open = usePages()
  let page: Page
  let at: Placement
  let pixel: number
  let start: Record<string, unknown>
  beforeAll(async () => {
    page = await open({ at: view })
    at = await placement(page)
    pixel = 1 / at.scale
    start = (await state(page)).document as unknown as Record<string, unknown>
  })
  beforeEach(async () => {
    await page.getByRole('radio', { name: 'Glide' }).check({ force: true })
    await setDocument(page, start)
  })
  const on = (x: number, y = 0) => onScreen(at, [x, y])

  it('an end dragged from 2 to 2.8 lands there; the other end and the length are kept; one step of undo', async () => {
    await hold(page, hyperbolic(0, 2, 1.5))
    const before = (await state(page)).document
    const { commits } = await counts(page)
    await drag(page, [await placeOf(page, 'Attracting'), on(2.5), on(2.8)])
    expect((await counts(page)).commits).toBe(commits)
    await painted(page)
    const { matrix, fixedPoints } = await held(page)
    const end = fixedPoints[0] as number
    expect(Math.abs(end - 2.8)).toBeLessThan(pixel)
    expect(difference(matrix, hyperbolic(0, end, 1.5))).toBeLessThan(1e-9)
    await page.getByRole('button', { name: 'Undo' }).click()
    expect((await state(page)).document).toEqual(before)
  })

  it('an end that passes the other one repels then', async () => {
    await hold(page, hyperbolic(1, 2, 1.5))
    await drag(page, [await placeOf(page, 'Attracting'), on(0.2)])
    const { matrix, fixedPoints } = await held(page)
    expect(Math.abs((fixedPoints[1] as number) - 0.2)).toBeLessThan(pixel)
    expect(difference(matrix, hyperbolic(fixedPoints[1] as number, 1, 1.5))).toBeLessThan(1e-9)
  })

  it('two ends that meet are parabolic, taken inside elliptic, in one gesture, and the class says so', async () => {
    await hold(page, hyperbolic(1, 2, 1.5))
    const before = (await state(page)).document
    const [left, top] = on(1)
    await drag(page, [await placeOf(page, 'Attracting'), [left + 3, top]], false)
    await painted(page)
    const onWall = await held(page)
    expect(onWall.kind).toBe('parabolic')
    expect(onWall.fixedPoints[0]).toBeCloseTo(1, 9)
    expect(await classShown(page)).toContain('parabolic')
    await page.mouse.move(left, top - 40, { steps: 8 })
    await page.mouse.move(...on(1.4, 1), { steps: 8 })
    await painted(page)
    expect(await classShown(page)).toContain('elliptic')
    const { matrix, fixedPoints } = await held(page)
    const centre = fixedPoints[0] as Complex
    expect(difference(centre, [1.4, 1])).toBeLessThan(1.5 * pixel)
    // The two ends in order of their roles leave a turn that is clockwise.
    expect(difference(matrix, elliptic(centre, -1.5))).toBeLessThan(1e-9)
    await page.mouse.up()
    await page.getByRole('button', { name: 'Undo' }).click()
    expect((await state(page)).document).toEqual(before)
  })

  it('the centre of a turn is dragged: inside the angle is kept, on the boundary it is parabolic, beyond it two ends', async () => {
    await hold(page, elliptic([2, 1.5], 1))
    const [left, top] = await placeOf(page, 'Rotation centre')
    expect(difference([left, top], on(2, 1.5))).toBeLessThan(at.slack + 0.6)
    await drag(page, [[left, top], on(1, 0.8)], false)
    const inside = await held(page)
    expect(difference(inside.fixedPoints[0] as Complex, [1, 0.8])).toBeLessThan(1.5 * pixel)
    expect(difference(inside.matrix, elliptic(inside.fixedPoints[0] as Complex, 1))).toBeLessThan(1e-9)
    await page.mouse.move(...on(1, 0), { steps: 10 })
    expect((await held(page)).kind).toBe('parabolic')
    const [x, y] = on(1, 0)
    await page.mouse.move(x, y + 30, { steps: 10 })
    const beyond = await held(page)
    await page.mouse.up()
    expect(beyond.kind).toBe('hyperbolic')
    const [p, q] = beyond.fixedPoints as [number, number]
    expect(Math.abs((p + q) / 2 - 1)).toBeLessThan(2 * pixel)
    expect(Math.abs(Math.abs(p - q) / 2 - 30 * pixel)).toBeLessThan(2 * pixel)
  })

  it('the end of the arc sets the angle: straight up from the centre is a quarter turn', async () => {
    await hold(page, elliptic([1.5, 1], 1))
    await drag(page, [await placeOf(page, 'Rotation angle'), on(1.9, 1.9), on(1.5, 2.2)])
    const { matrix, rotationAngle } = await held(page)
    expect(Math.abs(rotationAngle! - Math.PI / 2)).toBeLessThan(0.02)
    expect(difference(matrix, elliptic([1.5, 1], rotationAngle!))).toBeLessThan(1e-9)
  })

  it('the axis dragged by its body goes where the transvection of the grabbed point takes it', async () => {
    await hold(page, hyperbolic(0.2, 2.2, 1.2))
    const from = await placeOf(page, 'Axis')
    const to: Place = [from[0] + 60, from[1] - 50]
    await drag(page, [from, to])
    const { matrix, fixedPoints, translationLength } = await held(page)
    const h = transvection(inPlane(at, ...from), inPlane(at, ...to))
    expect(Math.abs((fixedPoints[0] as number) - actEnd(h, 2.2))).toBeLessThan(3 * pixel)
    expect(Math.abs((fixedPoints[1] as number) - actEnd(h, 0.2))).toBeLessThan(3 * pixel)
    expect(translationLength).toBeCloseTo(1.2, 10)
    const [attracting, repelling] = fixedPoints as [number, number]
    expect(difference(matrix, hyperbolic(repelling, attracting, 1.2))).toBeLessThan(1e-9)
  })

  it('with Shift the axis turns about its foot', async () => {
    await hold(page, hyperbolic(0.2, 2.2, 1.2))
    const foot = inPlane(at, ...(await placeOf(page, 'Axis')))
    const grabbed = onScreen(at, act(hyperbolic(0.2, 2.2, 1), foot))
    const target = onScreen(at, act(elliptic(foot, 0.7), inPlane(at, ...grabbed)))
    await page.keyboard.down('Shift')
    await drag(page, [grabbed, target])
    await page.keyboard.up('Shift')
    const { fixedPoints, translationLength } = await held(page)
    const turn = elliptic(foot, 0.7)
    expect(Math.abs((fixedPoints[0] as number) - actEnd(turn, 2.2))).toBeLessThan(6 * pixel)
    expect(Math.abs((fixedPoints[1] as number) - actEnd(turn, 0.2))).toBeLessThan(6 * pixel)
    expect(translationLength).toBeCloseTo(1.2, 10)
  })

  it('the arrowhead sets the length, twice its distance from the foot, and the other way back', async () => {
    await hold(page, hyperbolic(0.2, 2.2, 1.2))
    const foot = inPlane(at, ...(await placeOf(page, 'Axis')))
    const along = (s: number) => onScreen(at, act(hyperbolic(0.2, 2.2, s), foot))
    const head = await placeOf(page, 'Translation length')
    expect(difference(head, along(0.6))).toBeLessThan(1.5)
    await drag(page, [head, along(0.9)], false)
    const longer = await held(page)
    expect(longer.translationLength).toBeCloseTo(1.8, 1)
    expect(difference(longer.matrix, hyperbolic(0.2, 2.2, longer.translationLength!))).toBeLessThan(1e-9)
    await page.mouse.move(...along(-0.5), { steps: 10 })
    await page.mouse.up()
    const back = await held(page)
    expect(back.translationLength).toBeCloseTo(1, 1)
    expect(difference(back.matrix, hyperbolic(2.2, 0.2, back.translationLength!))).toBeLessThan(1e-9)
  })

  it('a parabolic fixed point slides along the boundary', async () => {
    await hold(page, [1 - 0.5, 0.5, -0.5, 1 + 0.5])
    await drag(page, [await placeOf(page, 'Parabolic'), on(2)])
    const { kind, fixedPoints, matrix } = await held(page)
    expect(kind).toBe('parabolic')
    expect(Math.abs((fixedPoints[0] as number) - 2)).toBeLessThan(pixel)
    const x = fixedPoints[0] as number
    expect(Math.abs(actEnd(matrix, x) - x)).toBeLessThan(1e-9)
  })

  it('an end taken to the corner is ∞: what is left is affine', async () => {
    await hold(page, hyperbolic(1, 2, 0.9))
    const box = (await page.locator('.stage-plane').boundingBox())!
    await drag(page, [await placeOf(page, 'Attracting'), [box.x + box.width - 26, box.y + 26]])
    const { matrix } = await held(page)
    expect(difference(matrix, hyperbolic(1, Infinity, 0.9))).toBeLessThan(1e-12)
    await expect
      .poll(() => handle(page, 'Attracting').getAttribute('aria-label'))
      .toBe('Attracting fixed point: ∞')
    await drag(page, [await placeOf(page, 'Attracting'), on(2.5, 1), on(2.5)])
    const { fixedPoints } = await held(page)
    expect(Math.abs((fixedPoints[0] as number) - 2.5)).toBeLessThan(2 * pixel)
  })

  it('a drag of the plane glides, keeps ∞, or turns about the pivot: another factor of the word', async () => {
    await hold(page, [1, 0, 0, 1])
    const [place] = await emptyPlaces(page, at)
    const from = inPlane(at, ...place!)
    const to: Place = [place![0] + 70, place![1] - 40]
    const w = inPlane(at, ...to)
    const pivot: Complex = [0, 1]
    const wanted = {
      Glide: transvection(from, w),
      'Keep ∞': affineMap(from, w),
      Turn: elliptic(pivot, angleAt(pivot, from, w)),
    }
    let words = 0
    for (const [mode, h] of Object.entries(wanted)) {
      await hold(page, [1, 0, 0, 1])
      words = (await state(page)).document.word.length
      await page.getByRole('radio', { name: mode }).check({ force: true })
      await drag(page, [place!, to])
      await painted(page)
      expect(difference((await held(page)).matrix, h)).toBeLessThan(0.02)
      expect((await state(page)).document.word.length).toBeGreaterThan(words)
      if (mode === 'Keep ∞') expect((await held(page)).matrix[2]).toBe(0)
    }
  })

  it('the pivot can be dragged and nudged, and does not edit the document', async () => {
    await page.getByRole('radio', { name: 'Turn' }).check({ force: true })
    await painted(page)
    const before = (await state(page)).document
    const place = await placeOf(page, 'Turn about')
    await drag(page, [place, [place[0] + 40, place[1] - 30]])
    await painted(page)
    expect(difference(await placeOf(page, 'Turn about'), [place[0] + 40, place[1] - 30])).toBeLessThan(1)
    await handle(page, 'Turn about').press('ArrowUp')
    expect((await state(page)).document).toEqual(before)
    await page.getByRole('radio', { name: 'Glide' }).check({ force: true })
    await painted(page)
    await expect.poll(() => handle(page, 'Turn about').count()).toBe(0)
  })

  it('by the keyboard: what is kept is kept, and a word says the value', async () => {
    await hold(page, hyperbolic(0.2, 2.2, 1.2))
    await handle(page, 'Translation length').press('ArrowRight')
    expect((await held(page)).translationLength).toBeCloseTo(1.3, 9)
    await handle(page, 'Translation length').press('Shift+ArrowLeft')
    expect((await held(page)).translationLength).toBeCloseTo(1.29, 9)
    await handle(page, 'Repelling').press('ArrowLeft')
    const ends = (await held(page)).fixedPoints as [number, number]
    expect(ends[0]).toBeCloseTo(2.2, 9)
    expect(ends[1]).toBeLessThan(0.15)
    expect((await held(page)).translationLength).toBeCloseTo(1.29, 9)
    await handle(page, 'Axis').press('ArrowRight')
    expect((await held(page)).translationLength).toBeCloseTo(1.29, 5)
    await expect
      .poll(() => handle(page, 'Axis').getAttribute('aria-label'))
      .toMatch(/^Axis: from .* to .*, length 1\.29$/)

    await hold(page, elliptic([2, 1.5], Math.PI / 3))
    await expect
      .poll(() => handle(page, 'Rotation angle').getAttribute('aria-label'))
      .toBe('Rotation angle: 60°')
    await handle(page, 'Rotation angle').press('ArrowUp')
    expect((await held(page)).rotationAngle).toBeCloseTo(Math.PI / 3 + 0.1, 5)
    await handle(page, 'Rotation centre').press('ArrowUp')
    const { fixedPoints, rotationAngle } = await held(page)
    expect(distance(fixedPoints[0] as Complex, [2, 1.5])).toBeCloseTo(0.1, 3)
    expect(rotationAngle).toBeCloseTo(Math.PI / 3 + 0.1, 5)
  })

  it('says what is under the pointer', async () => {
    await hold(page, elliptic([2, 1.5], 1))
    await page.mouse.move(...(await placeOf(page, 'Rotation centre')))
    await painted(page)
    await expect
      .poll(() => page.locator('.stage-label-handle').textContent())
      .toBe('Rotation centre: 2 + 1.5i')
  })

  it('goes back at Escape', async () => {
    await hold(page, hyperbolic(0, 2, 1.5))
    const before = (await state(page)).document
    await drag(page, [await placeOf(page, 'Attracting'), on(2.8)], false)
    await page.keyboard.press('Escape')
    await page.mouse.up()
    expect((await state(page)).document).toEqual(before)
  })

  it('has nothing to hold of the identity but its frame', async () => {
    await hold(page, [1, 0, 0, 1])
    const names = await page
      .getByRole('group', { name: 'Handles of g' })
      .getByRole('button')
      .evaluateAll((buttons) => buttons.map((one) => one.getAttribute('aria-label')!.replace(/:.*/, '')))
    expect(names).toEqual(['Frame foot', 'Frame arrow'])
  })

  it('a glide reflection has an axis too: its ends are dragged and its length is kept', async () => {
    // z ↦ 2(-z̄) glides along the imaginary axis by log 2.
    const glide = times(times([1, 1, 0, 1], [Math.SQRT2, 0, 0, Math.SQRT1_2]), [1, 1, 0, 1])
    await setDocument(page, { element: [...glide], reflected: true })
    await settle(page)
    await drag(page, [await placeOf(page, 'Repelling'), on(1.6)])
    await painted(page)
    const { matrix } = await held(page)
    const trace = matrix[3] - matrix[0]
    expect(Math.abs(2 * Math.asinh(Math.abs(trace) / 2) - Math.log(2))).toBeLessThan(1e-9)
    // ∞ and the point where it was dropped are both kept: x ↦ g(-x).
    expect(Math.abs(matrix[2])).toBeLessThan(1e-12)
    const end = matrix[1] / (matrix[0] + matrix[3])
    expect(Math.abs(end - 1.6)).toBeLessThan(pixel)
  })
})
