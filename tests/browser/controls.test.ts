import type { Locator, Page } from 'playwright-core'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { act, difference, distance, moved, nak, normalised, product, times, tolerance } from './oracle'
import type { Complex, Matrix } from './oracle'
import { painted, setDocument, state, usePages, type Json } from './page'
import { cells, choose, type, unfold } from './panels'

interface Coordinates {
  x: number
  t: number
  theta: number
}

const coordinatesOf = (document: Json) => document.coordinates as Coordinates
const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true })
const factors = ({ a, b }: Json) => [a, b] as unknown as [Complex[][], Complex[][]]

/** The matrix that the four fields show, to the last digit. */
async function matrixShown(page: Page): Promise<number[]> {
  const found: number[] = []
  for (const name of ['a', 'b', 'c', 'd']) {
    await field(page, `Entry ${name}`).focus()
    found.push(Number(await field(page, `Entry ${name}`).inputValue()))
  }
  return found
}

/** Drags the thumb of a slider from where it is to a part of its track; a step of undo unless not released. */
async function slide(page: Page, slider: Locator, part: number, release = true): Promise<void> {
  const box = (await slider.boundingBox())!
  const [min, max, value] = await slider.evaluate((element) => {
    const { min, max, valueAsNumber } = element as HTMLInputElement
    return [Number(min), Number(max), valueAsNumber] as const
  })
  const thumb = 16
  const left = (of: number) => box.x + thumb / 2 + of * (box.width - thumb)
  const y = box.y + box.height / 2
  await page.mouse.move(left((value - min) / (max - min)), y)
  await page.mouse.down()
  await page.mouse.move(left(part), y, { steps: 8 })
  if (release) await page.mouse.up()
}

/** The three tables and the status lines against the oracle, for whatever is moved. */
async function expectProducts(page: Page): Promise<void> {
  await painted(page)
  const { document, product: said } = await state(page)
  const [a, b] = factors(document)
  const g = document.element as Matrix
  const before = product(a, b)
  const [p, q] = [document.move === 'b' ? a : moved(g, a), document.move === 'a' ? b : moved(g, b)]
  const after = product(p, q)
  expect(difference(said.before, before)).toBeLessThan(tolerance)
  expect(difference(said.after, after)).toBeLessThan(tolerance)
  for (const [name, wanted] of [
    ['Product before', before],
    ['Product after', after],
  ] as const) {
    for (const [n, text] of (await cells(page, name)).flat().entries()) {
      expect(Math.abs(Number(text) - wanted.flat()[n]!)).toBeLessThan(
        0.501 * 10 ** -text.split('.')[1]!.length,
      )
    }
  }
}

describe('the element in the half-plane', () => {
  const open = usePages()
  let page: Page
  let start: Json
  beforeAll(async () => {
    page = await open()
    start = (await state(page)).document
  })
  beforeEach(async () => {
    await setDocument(page, { ...start })
  })

  const sliders = [
    { name: 'Translation x', key: 'x', min: -5, max: 5 },
    { name: 'Dilation t', key: 't', min: -4, max: 4 },
    { name: 'Rotation θ', key: 'theta', min: -Math.PI / 2, max: Math.PI / 2 },
  ] as const

  it.each(sliders)('$name by keyboard: 0.1 and, with Shift, 0.01; g is N A K', async ({ name, key }) => {
    const slider = page.getByRole('slider', { name })
    const was = coordinatesOf(start)
    let value = was[key]
    for (const [press, by] of [
      ['ArrowRight', 0.1],
      ['ArrowUp', 0.1],
      ['Shift+ArrowLeft', -0.01],
      ['ArrowDown', -0.1],
    ] as const) {
      await slider.press(press)
      value += by
      const { document } = await state(page)
      expect(coordinatesOf(document)[key]).toBeCloseTo(value, 9)
      expect({ ...coordinatesOf(document), [key]: was[key] }).toEqual(was)
    }
    const { x, t, theta } = coordinatesOf((await state(page)).document)
    expect(difference(await matrixShown(page), normalised(nak(x, t, theta)))).toBeLessThan(1e-13)
    await expectProducts(page)
  })

  it.each(sliders)('$name by mouse: g is N A K, one step of undo', async ({ name, key, min, max }) => {
    const slider = page.getByRole('slider', { name })
    for (const part of [0.8, 0.3]) {
      await slide(page, slider, part)
      const { document } = await state(page)
      const { x, t, theta } = coordinatesOf(document)
      expect(Math.abs(coordinatesOf(document)[key] - (min + part * (max - min)))).toBeLessThan(
        0.02 * (max - min),
      )
      expect(difference(document.element as Matrix, normalised(nak(x, t, theta)))).toBeLessThan(1e-13)
      await expectProducts(page)
    }
    expect((await state(page)).document.a).toEqual(start.a)
    await page.getByRole('button', { name: 'Undo' }).click()
    const once = coordinatesOf((await state(page)).document)[key]
    expect(Math.abs(once - (min + 0.8 * (max - min)))).toBeLessThan(0.02 * (max - min))
    await page.getByRole('button', { name: 'Undo' }).click()
    expect((await state(page)).document).toEqual(start)
    await page.getByRole('button', { name: 'Redo' }).click()
    expect(coordinatesOf((await state(page)).document)[key]).toBe(once)
    await page.keyboard.press('Control+Shift+z')
    expect(coordinatesOf((await state(page)).document)[key]).not.toBe(once)
    await page.keyboard.press('Control+z')
    expect(coordinatesOf((await state(page)).document)[key]).toBe(once)
  })

  it('Escape during a drag of a slider restores the document; the rest of the drag does nothing', async () => {
    const slider = page.getByRole('slider', { name: 'Dilation t' })
    await slide(page, slider, 0.9, false)
    expect((await state(page)).document).not.toEqual(start)
    await page.keyboard.press('Escape')
    expect((await state(page)).document).toEqual(start)
    await page.mouse.move(400, 400)
    await page.mouse.up()
    await painted(page)
    expect((await state(page)).document).toEqual(start)
    expect(Number(await slider.inputValue())).toBeCloseTo(coordinatesOf(start).t, 9)
  })

  it('numbers are taken to the last digit as people write them', async () => {
    const x = field(page, 'Translation x, exactly')
    for (const [text, value] of [
      ['1e-9', 1e-9],
      ['-1.5e3', -1500],
      ['1/3', 1 / 3],
      ['sqrt(2)', Math.SQRT2],
      ['pi', Math.PI],
      ['0.1234567890123456', 0.1234567890123456],
    ] as const) {
      await type(x, text)
      expect(coordinatesOf((await state(page)).document).x).toBe(value)
      expect(Number(await x.inputValue())).toBe(value)
    }
    await type(x, 'pi')
    await type(field(page, 'Rotation θ, exactly'), 'pi/6')
    await type(field(page, 'Dilation t, exactly'), '-log(2)')
    expect(coordinatesOf((await state(page)).document)).toEqual({
      x: Math.PI,
      t: -Math.log(2),
      theta: Math.PI / 6,
    })
    const wanted = normalised(nak(Math.PI, -Math.log(2), Math.PI / 6))
    expect(difference(await matrixShown(page), wanted)).toBeLessThan(1e-13)
  })

  it('nonsense is refused in a sentence beside the field and changes nothing', async () => {
    const x = field(page, 'Translation x, exactly')
    for (const text of [
      'abc',
      '1,5',
      '',
      '1/0',
      '--',
      'NaN',
      '1e400',
      '2i',
      '1/2pi',
      'sqrt(-1)',
      '__proto__',
    ]) {
      await type(x, text)
      expect((await state(page)).document, text).toEqual(start)
      await expect.poll(() => x.getAttribute('aria-invalid'), { message: text }).toBe('true')
      const sentence = page.locator(`[id="${await x.getAttribute('aria-describedby')}"]`)
      await expect.poll(() => sentence.getAttribute('role')).toBe('alert')
      expect((await sentence.textContent())!.length, text).toBeGreaterThan(10)
      await x.press('Escape')
      await expect.poll(() => x.getAttribute('aria-invalid')).toBe('false')
      expect(Number(await x.inputValue())).toBe(coordinatesOf(start).x)
    }
  })

  it('a typed 2 1 1 1 stays 2 1 1 1, and is hyperbolic of length 4 log of the golden ratio', async () => {
    await page.getByRole('button', { name: 'Reset element' }).click()
    for (const [name, text] of [
      ['Entry a', '2'],
      ['Entry b', '1'],
      ['Entry c', '1'],
    ] as const) {
      await type(field(page, name), text)
    }
    expect((await state(page)).document.element).toEqual([2, 1, 1, 1])
    expect(await matrixShown(page)).toEqual([2, 1, 1, 1])
    const length = 4 * Math.log((1 + Math.sqrt(5)) / 2)
    const status = page.getByRole('status', { name: 'Class' })
    await painted(page)
    await expect
      .poll(() => status.textContent())
      .toBe(`hyperbolic, translation length ${length.toPrecision(3)}`)
    await expectProducts(page)
    await type(field(page, 'Entry a'), '8')
    await type(field(page, 'Entry d'), '1/2')
    expect((await state(page)).document.element).toEqual([8, 1, 1, 0.5])
    await painted(page)
    await expect
      .poll(() => page.getByText(/^det 3;/).textContent())
      .toContain((8 / Math.sqrt(3)).toPrecision(5))
  })

  it('a matrix of determinant ≤ 0 is refused: a reflection is not in PSL(2,R)', async () => {
    await setDocument(page, { element: [2, 1, 1, 1] })
    for (const [text, sentence] of [
      ['-2', /reflection, not in PSL\(2,R\)/],
      ['1', /determinant/i],
    ] as const) {
      await type(field(page, 'Entry a'), text)
      expect((await state(page)).document.element).toEqual([2, 1, 1, 1])
      await page.getByRole('alert').filter({ hasText: sentence }).waitFor({ timeout: 2000 })
      await field(page, 'Entry a').press('Escape')
    }
  })

  it('says each class in words', async () => {
    const status = page.getByRole('status', { name: 'Class' })
    for (const [element, words] of [
      [[1, 0, 0, 1], 'identity'],
      [[-1, 0, 0, -1], 'identity'],
      [[1, 3, 0, 1], 'parabolic, fixes ∞ only'],
      [[0, -1, 1, 0], 'elliptic, rotation angle 180°'],
      [[2, 0, 0, 0.5], `hyperbolic, translation length ${(2 * Math.log(2)).toPrecision(3)}`],
    ] as const) {
      await setDocument(page, { element })
      await expect.poll(() => status.textContent()).toBe(words)
    }
  })

  it('A only and B only change the product as the oracle does, and say that the model is another one', async () => {
    for (const choice of ['A only', 'B only']) {
      await choose(page, 'Move', choice)
      await expectProducts(page)
      await expect
        .poll(() => page.getByText('changed: no longer the same model', { exact: true }).isVisible())
        .toBe(true)
      const { largestChange, bound } = (await state(page)).product
      expect(largestChange).toBeGreaterThan(1e6 * bound)
    }
    await choose(page, 'Move', 'A and B')
    await expectProducts(page)
    await expect
      .poll(() => page.getByText('changed: no longer the same model', { exact: true }).count())
      .toBe(0)
  })

  it('each inner index can have an element of its own, and the product still stays', async () => {
    await unfold(page, /^Inner indices/)
    await choose(page, 'Elements', 'One for each')
    await choose(page, 'Inner index', '3')
    await type(field(page, 'Translation x, exactly'), '3')
    await page.getByRole('slider', { name: 'Rotation θ' }).press('ArrowRight')
    const { document, product: said } = await state(page)
    const list = document.element as unknown as Matrix[]
    const { t, theta } = coordinatesOf(start)
    expect(list).toHaveLength(3)
    expect(difference(list[0]!, start.element as Matrix)).toBe(0)
    expect(difference(list[2]!, normalised(nak(3, t, theta + 0.1)))).toBeLessThan(1e-12)
    const [a, b] = factors(document)
    const p = a.map((row) => row.map((z, i) => act(list[i]!, z)))
    const q = b.map((row, i) => row.map((z) => act(list[i]!, z)))
    expect(difference(said.after, product(p, q))).toBeLessThan(tolerance)
    expect(difference(said.after, said.before)).toBeLessThanOrEqual(said.bound)
    await page.getByText('27 of 27 terms exactly equal').waitFor()
  })

  it('reset gives the identity: every point and every number where it was', async () => {
    await page.getByRole('button', { name: 'Reset element' }).click()
    const { document, product: said } = await state(page)
    expect(document.element).toEqual([1, 0, 0, 1])
    expect(said.after).toEqual(said.before)
    expect(said.largestChange).toBe(0)
    await expectProducts(page)
  })

  it('the first of two elements acts first, whatever control gave it', async () => {
    await setDocument(page, { element: [2, 1, 1, 1] })
    await page.getByRole('slider', { name: 'Dilation t' }).press('ArrowRight')
    const { element } = (await state(page)).document
    const i: Complex = [0, 1]
    const [foot, was] = [act(element as Matrix, i), act([2, 1, 1, 1], i)]
    expect(distance(foot, [was[0], was[1] * Math.exp(0.1)])).toBeLessThan(1e-6)
    const turned = times(normalised(element as Matrix), [1, 0, 0, 1])
    expect(Math.atan2(turned[2], turned[3])).toBeCloseTo(Math.PI / 4, 9) // θ of [2 1; 1 1] is arg(1 + i)
  })
})

describe('the element on the real line', () => {
  const open = usePages()
  let page: Page
  beforeAll(async () => {
    page = await open({ at: '#v=1&preset=line3' })
  })

  const products = async () => {
    await painted(page)
    const { document, product: said } = await state(page)
    const [a, b] = [document.a, document.b] as [number[][], number[][]]
    const shift = (of: number[][]) =>
      of.map((row) => row.map((value) => value + (document.element as number)))
    const [p, q] = [document.move === 'b' ? a : shift(a), document.move === 'a' ? b : shift(b)]
    expect(difference(said.before, product(a, b))).toBeLessThan(1e-13)
    expect(difference(said.after, product(p, q))).toBeLessThan(1e-12)
    return said
  }

  it('Translation α by keyboard, mouse and text moves every entry and leaves the product', async () => {
    const slider = page.getByRole('slider', { name: 'Translation α' })
    await slider.press('ArrowRight')
    expect((await state(page)).document.element).toBeCloseTo(1.35, 9)
    await slide(page, slider, 0.25)
    expect(Math.abs(((await state(page)).document.element as number) + 2.5)).toBeLessThan(0.2)
    const said = await products()
    expect(said.largestChange).toBeLessThanOrEqual(said.bound)
    await type(field(page, 'Translation α, exactly'), '1/3')
    expect((await state(page)).document.element).toBe(1 / 3)
    await products()
    await page.getByText('27 of 27 terms exactly equal').waitFor()
  })

  it('A only changes the product by what the oracle says', async () => {
    await choose(page, 'Move', 'A only')
    const said = await products()
    expect(said.largestChange).toBeGreaterThan(0.3)
    await choose(page, 'Move', 'A and B')
  })

  it('changing the space and back returns to the same document', async () => {
    const { document } = await state(page)
    await choose(page, 'Space', 'Upper half-plane')
    expect((await state(page)).document.space).toBe('halfPlane')
    await expect.poll(() => page.getByRole('slider', { name: 'Rotation θ' }).isVisible()).toBe(true)
    await choose(page, 'Space', 'Real line')
    expect((await state(page)).document).toEqual(document)
    await expect.poll(() => page.getByRole('slider').count()).toBe(1)
  })
})
