import type { Page } from 'playwright-core'
import { PNG } from 'pngjs'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { act, difference, normalised, times, type Complex, type Matrix } from './oracle'
import { counts, documentOf, painted, setDocument, settle, state, usePages, type Json } from './page'
import { choose, type, unfold } from './panels'
import { drag, entryName, frameMarks, handle, onScreen, placement } from './stage'

const g: Matrix = [2, 1, 1, 1]
/** By Cayley and Hamilton √M is (M + I)/√(tr M + 2) where det M = 1. */
const root = normalised([3, 1, 1, 2])
const powers: Readonly<Record<string, Matrix>> = {
  '-1': [1, -1, -1, 2],
  '0': [1, 0, 0, 1],
  '1/2': root,
  '3/2': times(g, root),
  '2': times(g, g),
}
const length = 2 * Math.log((3 + Math.sqrt(5)) / 2)

const scrubber = (page: Page) => page.getByRole('slider', { name: 'Time t' })
const field = (page: Page, name: string) => page.getByRole('textbox', { name: `${name}, exactly` })
const playButton = (page: Page) => page.getByRole('button', { name: /^(Play|Pause)$/ })
const acting = (page: Page) => page.getByRole('status', { name: 'What acts' }).textContent()
const time = async (page: Page) => (await documentOf(page)).time

/** By how much t changes a second, whichever way: the median of 21 frames. */
const pace = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((done) => {
        const found: number[] = []
        let last: { now: number; time: number } | undefined
        const look = (now: number) => {
          const time = window.moduli.get().time
          // A frame counts for no more than 0.1 s, so that nothing leaps after a pause.
          if (last) found.push(Math.abs(time - last.time) / Math.min(0.1, (now - last.now) / 1000))
          last = { now, time }
          if (found.length < 21) requestAnimationFrame(look)
          else done(found.sort((p, q) => p - q)[10]!)
        }
        requestAnimationFrame(look)
      }),
  )

describe('the flow of g', () => {
  const open = usePages()
  let page: Page
  let start: Json
  beforeAll(async () => {
    page = await open()
    start = await documentOf(page)
    await unfold(page, /^Flow/)
    await unfold(page, /^Word/)
  })
  beforeEach(async () => {
    if ((await playButton(page).textContent()) === 'Pause') await playButton(page).click()
    const { space, a, b } = start
    await setDocument(page, { space, a, b, element: g, reflected: false, time: 1 })
    await type(field(page, 'Speed'), '0.5')
    await page.getByRole('button', { name: 'Fit' }).click()
    await settle(page)
  })

  it('carries every entry by the power of g that is scrubbed to, and the product stays', async () => {
    const at = await placement(page)
    const [k] = (await documentOf(page)).selection
    let inSight = 0
    for (const [text, power] of Object.entries(powers)) {
      await type(field(page, 'Time t'), text)
      await settle(page)
      for (const i of [0, 1, 2]) {
        const box = (await handle(page, entryName('a', k, i)).boundingBox())!
        const wanted = onScreen(at, act(power, start.a[k]![i] as Complex))
        const seen = [box.x + box.width / 2, box.y + box.height / 2]
        if (wanted[0] < 290 || wanted[0] > 930 || wanted[1] < 60 || wanted[1] > 680) continue
        expect(difference(seen, wanted)).toBeLessThan(at.slack + 0.5)
        inSight++
      }
      const { product, document } = await state(page)
      expect(product.largestChange).toBeLessThanOrEqual(product.bound)
      expect(document.element).toEqual(g)
    }
    expect(inSight).toBeGreaterThan(8)
  })

  it('says what acts, and is scrubbed by the arrow keys without a step to undo', async () => {
    expect(await acting(page)).toBe('g: hyperbolic, translation length 1.92')
    const undo = page.getByRole('button', { name: 'Undo' })
    const steps = await undo.getAttribute('aria-disabled')
    await scrubber(page).press('ArrowLeft')
    await scrubber(page).press('Shift+ArrowLeft')
    await painted(page)
    expect(await time(page)).toBeCloseTo(0.89, 12)
    expect(await acting(page)).toBe(
      `g^0.89: hyperbolic, translation length ${(0.89 * length).toPrecision(3)}`,
    )
    await expect.poll(() => undo.getAttribute('aria-disabled')).toBe(steps)
    await page.getByRole('button', { name: 't = 1' }).click()
    expect(await time(page)).toBe(1)
  })

  it('takes a scrub back at Escape', async () => {
    await type(field(page, 'Time t'), '0.25')
    const box = (await scrubber(page).boundingBox())!
    const middle = box.y + box.height / 2
    await drag(
      page,
      [
        [box.x + box.width * 0.43, middle],
        [box.x + box.width * 0.8, middle],
      ],
      false,
    )
    expect(await time(page)).toBeGreaterThan(1)
    await page.keyboard.press('Escape')
    expect(await time(page)).toBe(0.25)
    await page.mouse.up()
    expect(await time(page)).toBe(0.25)
  })

  it('refuses a time that it cannot have', async () => {
    await type(field(page, 'Time t'), '7')
    await expect.poll(() => page.getByText('t must lie between -2 and 3').isVisible()).toBe(true)
    expect(await time(page)).toBe(1)
    await field(page, 'Time t').press('Escape')
  })

  it('runs at the speed that is asked for, in length or radians a second, and renders nothing', async () => {
    await type(field(page, 'Speed'), '0.8')
    await playButton(page).click()
    await painted(page)
    const { commits } = await counts(page)
    expect(Math.abs((await pace(page)) * length - 0.8)).toBeLessThan(0.02)
    expect((await counts(page)).commits).toBe(commits)
    // z ↦ z + 1 moves i by 1; a rotation by 0.8 radians about i.
    await setDocument(page, { element: [1, 1, 0, 1] })
    expect(Math.abs((await pace(page)) - 0.8)).toBeLessThan(0.02)
    await setDocument(page, { element: [Math.cos(0.4), -Math.sin(0.4), Math.sin(0.4), Math.cos(0.4)] })
    expect(Math.abs((await pace(page)) * 0.8 - 0.8)).toBeLessThan(0.02)
    await playButton(page).click()
    const halted = await time(page)
    await painted(page)
    expect(await time(page)).toBe(halted)
  })

  it('stays between -1 and 2', async () => {
    await type(field(page, 'Speed'), '5')
    await playButton(page).click()
    const seen = await page.evaluate(
      () =>
        new Promise<number[]>((done) => {
          const found: number[] = []
          const look = () => {
            found.push(window.moduli.get().time)
            if (found.length < 40) requestAnimationFrame(look)
            else done(found)
          }
          requestAnimationFrame(look)
        }),
    )
    expect(Math.min(...seen)).toBeGreaterThanOrEqual(-1)
    expect(Math.max(...seen)).toBeLessThanOrEqual(2)
    expect(Math.max(...seen) - Math.min(...seen)).toBeGreaterThan(1)
  })

  it('keeps running while g is dragged, which is one step of undo that leaves the time alone', async () => {
    await playButton(page).click()
    const [foot] = await frameMarks(page)
    const before = await time(page)
    await drag(page, [foot, [foot[0] - 30, foot[1] - 40], [foot[0] - 60, foot[1] - 80]], false)
    await painted(page)
    const during = await documentOf(page)
    expect(during.time).not.toBe(before)
    expect(difference(normalised(during.element as Matrix), normalised(g))).toBeGreaterThan(0.1)
    await page.mouse.up()
    const after = await documentOf(page)
    expect(after.element).toEqual(during.element)
    await page.getByRole('button', { name: 'Undo' }).click()
    const undone = await documentOf(page)
    expect(undone.element).toEqual(g)
    await expect.poll(() => playButton(page).textContent()).toBe('Pause')
    await painted(page)
    expect(await time(page)).not.toBe(undone.time)
  })

  it('goes on when Escape takes a drag back', async () => {
    await playButton(page).click()
    const [foot] = await frameMarks(page)
    await drag(page, [foot, [foot[0] - 60, foot[1] - 80]], false)
    await page.keyboard.press('Escape')
    const { element, time: then } = await documentOf(page)
    expect(element).toEqual(g)
    await page.mouse.up()
    await painted(page)
    expect(await time(page)).not.toBe(then)
  })

  it('waits while the page is hidden', async () => {
    await playButton(page).click()
    await painted(page)
    const hide = (isHidden: boolean) =>
      page.evaluate((hidden) => {
        Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden })
      }, isHidden)
    await hide(true)
    await painted(page)
    const then = await time(page)
    await page.waitForTimeout(200)
    expect(await time(page)).toBe(then)
    await hide(false)
    await painted(page)
    expect(Math.abs((await time(page)) - then)).toBeLessThan(0.2)
    expect(await time(page)).not.toBe(then)
  })

  it('says why it cannot: the identity moves nothing, a reflection has no powers in between', async () => {
    await setDocument(page, { element: [1, 0, 0, 1] })
    await expect.poll(() => playButton(page).getAttribute('aria-disabled')).toBe('true')
    expect(await acting(page)).toBe('The identity moves nothing, so it cannot flow.')
    await playButton(page).click({ force: true })
    await expect.poll(() => playButton(page).textContent()).toBe('Play')
    await setDocument(page, { element: g })
    await playButton(page).click()
    await page.getByRole('checkbox', { name: /^Reflection/ }).check()
    await painted(page)
    await expect.poll(() => page.getByText('A reflection has no powers in between').isVisible()).toBe(true)
    await expect.poll(() => scrubber(page).count()).toBe(0)
    expect(await time(page)).toBe(1)
    await page.getByRole('checkbox', { name: /^Reflection/ }).uncheck()
    await expect.poll(() => playButton(page).textContent()).toBe('Play')
  })

  it('flows on the line, where there are no flow lines', async () => {
    await playButton(page).click()
    await choose(page, 'Space', 'Real line')
    // What is opened is at rest.
    await expect.poll(() => playButton(page).textContent()).toBe('Play')
    await setDocument(page, { element: 0.75 })
    await expect.poll(() => page.getByRole('checkbox', { name: 'Flow lines' }).count()).toBe(0)
    await type(field(page, 'Time t'), '1/3')
    await painted(page)
    expect(await acting(page)).toBe('g^0.33: translation by 0.250')
    await playButton(page).click()
    expect(Math.abs((await pace(page)) * 0.75 - 0.5)).toBeLessThan(0.02)
    await playButton(page).click()
    await choose(page, 'Space', 'Upper half-plane')
  })

  it('draws circles about the fixed point of a rotation', async () => {
    const at = await placement(page)
    // About i by 0.8: the circle of radius 1 has its Euclidean centre at i cosh 1 and radius sinh 1.
    await setDocument(page, {
      element: [Math.cos(0.4), -Math.sin(0.4), Math.sin(0.4), Math.cos(0.4)],
      move: 'both',
    })
    await settle(page)
    const plane = page.locator('.stage-plane')
    const box = (await plane.boundingBox())!
    const shot = async () => PNG.sync.read(await page.locator('.stage-plane canvas').screenshot())
    const off = await shot()
    await page.getByRole('checkbox', { name: 'Flow lines' }).check()
    await settle(page)
    const on = await shot()
    const changed = (radius: number) => {
      const angles = Array.from({ length: 200 }, (_, n) => (n * Math.PI) / 100)
      const seen = angles.filter((angle) => {
        const z: Complex = [
          Math.sinh(radius) * Math.cos(angle),
          Math.cosh(radius) + Math.sinh(radius) * Math.sin(angle),
        ]
        const [left, top] = onScreen(at, z)
        const n = 4 * (Math.round(top - box.y) * on.width + Math.round(left - box.x))
        return [0, 1, 2].some((channel) => Math.abs(on.data[n + channel]! - off.data[n + channel]!) > 8)
      })
      return seen.length / angles.length
    }
    expect(changed(0.5)).toBeGreaterThan(0.6)
    expect(changed(0.75)).toBeLessThan(0.15)
    expect(changed(1)).toBeGreaterThan(0.6)
    await page.getByRole('checkbox', { name: 'Flow lines' }).uncheck()
  })
})

describe('with reduced motion', () => {
  const open = usePages()
  it('g can be scrubbed, and does not move by itself', async () => {
    const page = await open({ reducedMotion: 'reduce' })
    await unfold(page, /^Flow/)
    await scrubber(page).press('ArrowRight')
    expect(await time(page)).toBeCloseTo(1.1, 12)
    await expect.poll(() => playButton(page).count()).toBe(0)
    await expect.poll(() => page.getByRole('slider', { name: 'Speed' }).count()).toBe(0)
  })
})
