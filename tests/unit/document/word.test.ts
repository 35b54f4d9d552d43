import { describe, expect, it } from 'vitest'
import { acted } from '../../../src/document/acting'
import type { Document, Element, Point } from '../../../src/document/document'
import { elementMatrix } from '../../../src/document/element'
import { defaultDocument, presetNamed } from '../../../src/document/presets'
import { isProblem } from '../../../src/document/problem'
import { appended, factorsOf, inverseOf, productOf, withFactorDone } from '../../../src/document/word'
import {
  conjugated,
  inverted,
  withFactorMoved,
  withFactorReplaced,
  withoutFactor,
} from '../../../src/document/wordEdits'

const cat: Element = [2, 1, 1, 1]
const shift: Element = [1, 1, 0, 1]
const turn: Element = { x: 0, t: 0, theta: 0.5 }
const plane: Document = { ...defaultDocument, element: [1, 0, 0, 1] }
const line: Document = { ...presetNamed('line3')!.document, element: 0 }

const done = <T>(of: T): Exclude<T, { problem: string }> => {
  if (isProblem(of)) throw new Error(of.problem)
  return of as Exclude<T, { problem: string }>
}

const expectMatrix = (of: Element | readonly Element[], wanted: readonly number[]) =>
  elementMatrix(of as Element).forEach((entry, n) => expect(entry).toBeCloseTo(wanted[n]!, 12))

describe('factorsOf', () => {
  it('has none for the identity, and g itself where nothing is finished', () => {
    expect(factorsOf(plane)).toEqual([])
    expect(factorsOf({ ...plane, element: [3, 0, 0, 3] })).toEqual([])
    expect(factorsOf({ ...plane, element: cat })).toEqual([cat])
    expect(factorsOf(line)).toEqual([])
  })
  it('has the finished ones and what they leave of g: [2 1; 1 1] is [1 1; 0 1] [1 0; 1 1]', () => {
    const factors = factorsOf({ ...plane, element: cat, word: [[1, 0, 1, 1]] })
    expect(factors).toHaveLength(2)
    expectMatrix(factors[1]!, [1, 1, 0, 1])
    expect(factorsOf({ ...line, element: 5, word: [1, 1.5] })).toEqual([1, 1.5, 2.5])
  })
  it('has the inverse of the word where g is the identity', () => {
    const factors = factorsOf({ ...plane, word: [cat] })
    expectMatrix(factors[1]!, [1, -1, -1, 2])
  })
  it('has none where each inner index has its own element', () => {
    expect(factorsOf({ ...plane, element: [cat, shift, turn] })).toEqual([])
  })
})

describe('withFactorDone', () => {
  it('keeps g as it is held, and what moves g next is a new factor', () => {
    const first = done(withFactorDone({ ...plane, element: cat }))
    expect(first).toEqual({ ...plane, element: cat, word: [cat] })
    const moved: Document = { ...first, element: productOf([cat, turn], 'halfPlane') }
    const factors = factorsOf(moved)
    expect(factors).toHaveLength(2)
    expectMatrix(factors[1]!, elementMatrix(turn))
    const second = done(withFactorDone(moved))
    expect(second.element).toBe(moved.element)
    expect(second.word).toHaveLength(2)
  })
  it('does nothing for the identity', () => {
    expect(withFactorDone(plane)).toBe(plane)
    const once = done(withFactorDone({ ...plane, element: cat }))
    expect(withFactorDone(once)).toBe(once)
  })
  it('holds 24 factors; beyond them the two oldest become one', () => {
    let document: Document = line
    for (let n = 1; n <= 30; n++) document = done(appended(document, n))
    expect(document.word).toEqual([28, ...Array.from({ length: 23 }, (_, n) => n + 8)])
    expect(document.element).toBe(465)
  })
})

describe('appended', () => {
  it('g becomes hg, and h is a factor as it was given', () => {
    const document = done(appended({ ...plane, element: shift }, cat))
    expect(document.word).toEqual([shift, cat])
    expect(factorsOf(document)).toBe(document.word)
    expectMatrix(document.element, [2, 3, 1, 2])
    expect(done(appended({ ...line, element: 2 }, -5))).toMatchObject({ element: -3, word: [2, -5] })
  })
  it('each element becomes hg where each inner index has its own', () => {
    const document = done(appended({ ...plane, element: [shift, cat, turn] }, cat))
    expect(document.word).toEqual([])
    const list = document.element as readonly Element[]
    expectMatrix(list[0]!, [2, 3, 1, 2])
    expectMatrix(list[1]!, [5, 3, 3, 2])
  })
  it('refuses what is no element, and what goes too far', () => {
    expect(appended(plane, [0, 1, 1, 0])).toHaveProperty('problem', expect.stringContaining('a reflection'))
    expect(appended(plane, 3)).toHaveProperty('problem')
    const long: Element = { x: 0, t: 300, theta: 0 }
    expect(appended({ ...plane, element: long }, long)).toEqual({
      problem: 'the product moves points too far for float64 numbers',
    })
    const list = { ...plane, element: [shift, long, shift] }
    expect(appended(list, long)).toEqual({ problem: 'the product moves points too far for float64 numbers' })
  })
})

describe('edits of the word', () => {
  const document = done(appended(done(appended({ ...plane, element: shift }, cat)), turn))

  it('without a factor, g is the product of the others', () => {
    expect(done(withoutFactor(document, 1)).word).toEqual([shift, turn])
    const last = done(withoutFactor(document, 2))
    expect(last.word).toEqual([shift, cat])
    expectMatrix(last.element, [2, 3, 1, 2])
    const none = done(withoutFactor({ ...plane, element: cat }, 0))
    expect(none).toMatchObject({ element: [1, 0, 0, 1], word: [] })
  })
  it('in another order', () => {
    const other = done(withFactorMoved(document, 0, 2))
    expect(other.word).toEqual([cat, turn, shift])
    expect(done(withFactorMoved(other, 2, 0)).element).toEqual(document.element)
    const swapped = done(withFactorMoved(done(withoutFactor(document, 2)), 0, 1))
    expectMatrix(swapped.element, [3, 2, 1, 1])
  })
  it('with another factor in the place of one', () => {
    const other = done(withFactorReplaced(document, 2, shift))
    expect(other.word).toEqual([shift, cat, shift])
    expect(withFactorReplaced(document, 1, [1, 1, 1, 1])).toHaveProperty('problem')
  })
  it('an unfinished last factor is one as well', () => {
    const open: Document = { ...plane, element: cat, word: [[1, 0, 1, 1]] }
    const swapped = done(withFactorMoved(open, 0, 1))
    expectMatrix(swapped.element, [1, 1, 1, 2])
  })
  it('there is no factor 4', () => {
    const problem = 'the word has 3 factors, none is number 4'
    expect(withoutFactor(document, 3)).toEqual({ problem })
    expect(withFactorMoved(document, 0, 3)).toEqual({ problem })
    expect(withFactorReplaced(document, 3, cat)).toEqual({ problem })
  })
})

describe('inverted', () => {
  it('a typed 2×2 stays one, and comes back', () => {
    const once = done(inverted({ ...plane, element: cat }))
    expect(once.element).toEqual([1, -1, -1, 2])
    expect(done(inverted(once)).element).toEqual(cat)
    expect(done(inverted({ ...line, element: 2 })).element).toBe(-2)
  })
  it('the word is reversed, each factor inverted', () => {
    const document = done(inverted(done(appended({ ...plane, element: shift }, cat))))
    expect(document.word).toEqual([
      [1, -1, -1, 2],
      [1, -1, 0, 1],
    ])
    expectMatrix(document.element, [2, -3, -1, 2])
  })
  it('with a reflection it is the inverse of the isometry: x ↦ 3 - x is its own', () => {
    expect(done(inverted({ ...line, element: 3, reflected: true })).element).toBe(3)
    expect(done(inverted({ ...plane, element: cat, reflected: true })).element).toEqual([1, 1, 1, 2])
  })
  it('takes the mirror of each inner index by itself', () => {
    const document: Document = { ...line, element: [1, 2, 3], reflected: [false, true, false] }
    expect(done(inverted(document)).element).toEqual([-1, 2, -3])
  })
})

describe('conjugated', () => {
  it('[2 1; 1 1] by the shift is [3 -1; 1 0]', () => {
    expectMatrix(done(conjugated({ ...plane, element: cat }, shift)).element, [3, -1, 1, 0])
    expect(done(conjugated({ ...line, element: 2 }, 7)).element).toBe(2)
  })
  it('conjugates each factor', () => {
    const document = done(conjugated(done(appended({ ...plane, element: cat }, shift)), shift))
    expect(document.word).toHaveLength(2)
    expectMatrix(document.word[0]!, [3, -1, 1, 0])
    expectMatrix(document.word[1]!, [1, 1, 0, 1])
  })
  it('with a reflection: x ↦ -x by a shift of 2 is the reflection about 2', () => {
    const document = done(conjugated({ ...line, reflected: true }, 2))
    expect(document.element).toBe(4)
    expect(acted(document, 0, 2)).toBe(2)
  })
  it('with a reflection, h carries the axis along', () => {
    const document = done(conjugated({ ...plane, reflected: true }, shift))
    expect(acted(document, 0, [1, 3])).toEqual([1, 3])
    const [x, y] = acted(document, 0, [2, 1]) as Point
    expect(x).toBeCloseTo(0, 12)
    expect(y).toBeCloseTo(1, 12)
  })
  it('refuses what goes too far', () => {
    expect(conjugated({ ...plane, element: cat }, { x: 0, t: 340, theta: 0 })).toHaveProperty('problem')
  })
})

it('inverseOf keeps what is typed, coordinates come back', () => {
  expect(inverseOf(cat)).toEqual([1, -1, -1, 2])
  expect(inverseOf(0)).toBe(0)
  expectMatrix(inverseOf(turn), [Math.cos(0.5), Math.sin(0.5), -Math.sin(0.5), Math.cos(0.5)])
})
