import type { Page } from 'playwright-core'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  act,
  difference,
  nak,
  normalised,
  product,
  times,
  tolerance,
  type Complex,
  type Matrix,
} from './oracle'
import { documentOf, painted, setDocument, settle, state, usePages, type Json } from './page'
import { choose, type, unfold } from './panels'
import { drag, entryName, frameMarks, handle, onScreen, placement } from './stage'

const first: Matrix = [2, 1, 1, 1]
const second: Matrix = nak(0.5, 0, Math.PI / 4)
const third: Matrix = [1, -2, 0, 1]
const inverse = ([a, b, c, d]: Matrix): Matrix => [d, -b, -c, a]

const next = (page: Page) => page.getByRole('textbox', { name: 'Next factor' })
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const factors = (page: Page) => page.getByRole('list', { name: /^Factors/ }).getByRole('listitem')
const row = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(`^${name} `) })
const words = async (page: Page) => {
  await painted(page)
  const found = await factors(page).locator('.factor-name').allTextContents()
  return found.filter((text) => !text.includes('next drag'))
}
const element = async (page: Page) => normalised((await documentOf(page)).element as Matrix)
const expectElement = async (page: Page, wanted: Matrix) =>
  expect(difference(await element(page), normalised(wanted))).toBeLessThan(1e-12)

describe('the word of g', () => {
  const open = usePages()
  let page: Page
  let start: Json
  beforeAll(async () => {
    page = await open()
    start = await documentOf(page)
    await unfold(page, /^Word/)
  })
  beforeEach(async () => {
    const { space, a, b } = start
    await setDocument(page, { space, a, b, element: [1, 0, 0, 1], reflected: false, word: [], time: 1 })
    await page.getByRole('button', { name: 'Fit' }).click()
    await settle(page)
  })

  const three = async () => {
    for (const text of ['2 1 1 1', 'N(1/2) K(pi/4)', '1,-2;0,1']) await type(next(page), text)
  }

  it('is what was applied, each with its class, and undo takes the factors back one by one', async () => {
    await three()
    await expectElement(page, times(third, times(second, first)))
    // K(π/4) turns by π/2 about i, N(1/2) K(π/4) has trace √2 + 1/(2√2): cos of half its angle is 0.8839.
    const angle = ((2 * Math.acos((Math.SQRT2 + Math.SQRT1_2 / 2) / 2)) / Math.PI) * 180
    expect(await words(page)).toEqual([
      'h₁ hyperbolic, translation length 1.92',
      `h₂ elliptic, rotation angle -${angle.toPrecision(3)}°`,
      'h₃ parabolic, fixes ∞ only',
    ])
    await expect.poll(() => page.getByText('g = h₃ h₂ h₁').isVisible()).toBe(true)
    await press(page, 'Undo')
    await expectElement(page, times(second, first))
    expect(await words(page)).toHaveLength(2)
    await press(page, 'Undo')
    await press(page, 'Undo')
    expect(await words(page)).toEqual([])
  })

  it('is what remains when a factor is removed', async () => {
    await three()
    await press(page, 'Remove h₂')
    await expectElement(page, times(third, first))
    expect((await words(page)).map((text) => text.slice(0, 12))).toEqual(['h₁ hyperboli', 'h₂ parabolic'])
    await press(page, 'Undo')
    await expectElement(page, times(third, times(second, first)))
  })

  it('has another order by its buttons', async () => {
    await three()
    await press(page, 'Later: h₁')
    await expectElement(page, times(third, times(first, second)))
    await press(page, 'Earlier: h₃')
    await expectElement(page, times(first, times(third, second)))
    await expect.poll(() => page.getByRole('button', { name: 'Earlier: h₁' }).isVisible()).toBe(false)
    await expect.poll(() => page.getByRole('button', { name: 'Later: h₃' }).isVisible()).toBe(false)
  })

  it('has another order when a row is dragged, unless Escape is pressed', async () => {
    await three()
    const middle = async (n: number) => {
      const box = (await factors(page).nth(n).locator('.factor-grip').boundingBox())!
      return [box.x + box.width / 2, box.y + box.height / 2] as const
    }
    await factors(page).nth(2).scrollIntoViewIfNeeded()
    const [from, to] = [await middle(0), await middle(2)]
    await drag(page, [from, [to[0], to[1] + 4]], false)
    await page.keyboard.press('Escape')
    await page.mouse.up()
    await expectElement(page, times(third, times(second, first)))
    await drag(page, [from, [to[0], to[1] + 4]])
    await expectElement(page, times(first, times(third, second)))
    await press(page, 'Undo')
    await expectElement(page, times(third, times(second, first)))
  })

  it('shows a factor as a 2×2 and takes another one for it', async () => {
    await three()
    await row(page, 'h₁').click()
    const shown = page.getByRole('group', { name: 'h₁ as a 2 × 2 matrix' })
    await expect.poll(() => shown.locator('.brackets span').allTextContents()).toEqual(['2', '1', '1', '1'])
    const field = page.getByRole('textbox', { name: 'h₁, exactly' })
    await expect.poll(() => field.inputValue()).toBe('2 1 1 1')
    await type(field, 'A(log(4))')
    await expectElement(page, times(third, times(second, [2, 0, 0, 0.5])))
    await type(field, '1 2 2 4')
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('determinant is 0')
    await expectElement(page, times(third, times(second, [2, 0, 0, 0.5])))
    await field.press('Escape')
    await row(page, 'h₁').click()
    await expect.poll(() => field.count()).toBe(0)
  })

  it('is inverted and conjugated', async () => {
    await three()
    const g = await element(page)
    await press(page, 'Invert g')
    await expectElement(page, inverse(g))
    await press(page, 'Invert g')
    await expectElement(page, g)
    await next(page).fill('3 1 2 1')
    await press(page, 'Conjugate')
    const h: Matrix = [3, 1, 2, 1]
    await expectElement(page, times(h, times(g, inverse(h))))
    expect((await words(page))[0]).toBe('h₁ hyperbolic, translation length 1.92')
    await expect.poll(() => next(page).inputValue()).toBe('')
  })

  it('grows by drags: what is not finished goes on, what is finished stays', async () => {
    const [foot] = await frameMarks(page)
    await drag(page, [foot, [foot[0] + 40, foot[1] - 30]])
    const once = await element(page)
    expect(await words(page)).toHaveLength(1)
    const [again] = await frameMarks(page)
    await drag(page, [again, [again[0] - 20, again[1] - 30]])
    expect(await words(page)).toHaveLength(1)
    const twice = await element(page)
    expect(difference(once, twice)).toBeGreaterThan(0.01)
    await press(page, 'Finish factor')
    const [third] = await frameMarks(page)
    await drag(page, [third, [third[0] - 30, third[1] + 20]])
    expect(await words(page)).toHaveLength(2)
    const g = await element(page)
    await press(page, 'Remove h₂')
    await expectElement(page, twice)
    await press(page, 'Undo')
    await press(page, 'Reset word')
    expect(await words(page)).toHaveLength(1)
    await expectElement(page, g)
  })

  it.each([
    ['two', 'write four numbers'],
    ['1 2 3', 'four numbers'],
    ['0 1 1 0', 'reflection'],
    ['1 2 2 4', 'determinant is 0'],
    ['N(1', '")"'],
    ['A(800)', 'too far'],
    ['', 'missing'],
  ])('is not changed by "%s", and says why', async (text, why) => {
    await type(next(page), '2 1 1 1')
    const before = await documentOf(page)
    await type(next(page), text)
    await expect.poll(() => page.getByRole('alert').textContent()).toContain(why)
    await expect.poll(() => next(page).inputValue()).toBe(text)
    await press(page, 'Conjugate')
    expect(await documentOf(page)).toEqual(before)
    await next(page).fill('')
  })

  it('is not changed by a product beyond float64', async () => {
    for (let n = 0; n < 2; n++) await type(next(page), 'A(150)')
    const before = await documentOf(page)
    await type(next(page), 'A(150)')
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('float64 cannot tell')
    expect(await documentOf(page)).toEqual(before)
  })

  it('is not kept where each inner index has its own element: h acts on all of them', async () => {
    await setDocument(page, { element: [first, [1, 0, 0, 1], third] })
    await expect.poll(() => page.getByText('no word is kept').isVisible()).toBe(true)
    await expect.poll(() => factors(page).count()).toBe(0)
    await type(next(page), '3 1 2 1')
    const list = (await documentOf(page)).element as unknown as Matrix[]
    for (const [i, g] of [first, [1, 0, 0, 1] as const, third].entries())
      expect(difference(normalised(list[i]!), normalised(times([3, 1, 2, 1], g)))).toBeLessThan(1e-12)
  })
})

describe('the reflection', () => {
  const open = usePages()
  const mirror = (page: Page) => page.getByRole('checkbox', { name: /^Reflection/ })

  it('comes before g: its class is that of both, and the product stays; one step of undo', async () => {
    const page = await open({ at: '#v=1&preset=halfPlane2' })
    await unfold(page, /^Word/)
    const start = await documentOf(page)
    const at = await placement(page)
    await mirror(page).check()
    await settle(page)
    const { document, product: said } = await state(page)
    expect(document.reflected).toBe(true)
    const flip = ([x, y]: Complex): Complex => [-x, y]
    const a = document.a as unknown as Complex[][]
    const b = document.b as unknown as Complex[][]
    const g = normalised(first)
    for (const i of [0, 1]) {
      const box = (await handle(page, entryName('a', 0, i)).boundingBox())!
      const wanted = onScreen(at, act(g, flip(a[0]![i]!)))
      expect(difference([box.x + box.width / 2, box.y + box.height / 2], wanted)).toBeLessThan(at.slack + 0.5)
    }
    const carried = (entries: Complex[][]) => entries.map((of) => of.map((z) => act(g, flip(z))))
    expect(difference(said.after, product(carried(a), carried(b)))).toBeLessThan(tolerance)
    expect(difference(said.before, product(a, b))).toBeLessThan(tolerance)
    expect(said.largestChange).toBeLessThanOrEqual(said.bound)
    // Twice it is 2 1 1 1 after σ(2 1 1 1)σ = 2 -1 -1 1, so [3 -1; 1 0] of trace 3: half of its length.
    const length = Math.log((3 + Math.sqrt(5)) / 2)
    await expect
      .poll(() => page.getByRole('status', { name: 'Class' }).textContent())
      .toBe(`glide reflection, translation length ${length.toPrecision(3)}`)
    await press(page, 'Undo')
    expect(await documentOf(page)).toEqual(start)
    expect(await mirror(page).isChecked()).toBe(false)
  })

  it('is of one inner index where each has its own element', async () => {
    const page = await open({ at: '#v=1&preset=halfPlane2' })
    await unfold(page, /^Word/)
    await setDocument(page, { element: [first, third] })
    await unfold(page, /^Inner indices/)
    await choose(page, 'Inner index', '2')
    await mirror(page).check()
    expect((await documentOf(page)).reflected).toEqual([false, true])
    await choose(page, 'Inner index', '1')
    expect(await mirror(page).isChecked()).toBe(false)
  })

  it('is x ↦ -x on the line, and a word there is a sum', async () => {
    const page = await open({ at: '#v=1&preset=line2' })
    await unfold(page, /^Word/)
    await type(next(page), '1/4')
    await type(next(page), '-3')
    expect((await documentOf(page)).element).toBe(0.75 + 0.25 - 3)
    expect(await words(page)).toEqual([
      'h₁ translation by 0.750',
      'h₂ translation by 0.250',
      'h₃ translation by -3.00',
    ])
    await type(next(page), 'three')
    await expect.poll(() => page.getByRole('alert').count()).toBe(1)
    await page.getByRole('checkbox', { name: 'Reflection x ↦ −x first' }).check()
    await painted(page)
    await expect
      .poll(() => page.getByRole('status', { name: 'Class' }).textContent())
      .toBe('reflection about -1.00')
    const { product: said } = await state(page)
    expect(difference(said.before, said.after)).toBeLessThan(tolerance)
  })
})
