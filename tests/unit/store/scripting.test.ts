import { beforeEach, describe, expect, it } from 'vitest'
import type { Document } from '../../../src/document/document'
import { defaultDocument, presetNamed } from '../../../src/document/presets'
import { undo } from '../../../src/store/history'
import { scripting } from '../../../src/store/scripting'
import { store } from '../../../src/store/store'

const moduli = scripting('test')
const line = presetNamed('line3')!.document
const open = (document: Partial<Document> = {}) => store.getState().open({ ...defaultDocument, ...document })

beforeEach(() => open())

describe('get and set', () => {
  it('take the reflection, the word and the time', () => {
    const word = [[2, 1, 1, 1], { x: 0.5, t: 0, theta: 0 }]
    expect(moduli.set({ word, time: 0.5 })).toEqual({ rejected: [] })
    expect(moduli.get()).toMatchObject({ word, time: 0.5, reflected: false })
    expect(moduli.set({ reflected: true })).toEqual({ rejected: [] })
    expect(moduli.get()).toMatchObject({ word, time: 1, reflected: true })
    expect(moduli.set({ time: 0.5 }).rejected).toHaveLength(1)
  })
  it('give what can be set again', () => {
    moduli.set({ reflected: true, word: [[1, 1, 0, 1]] })
    const given = moduli.get()
    open()
    expect(moduli.set(given)).toEqual({ rejected: [] })
    expect(moduli.get()).toEqual(given)
  })
})

describe('element', () => {
  it('of a reflected one: 2 1 1 1 is a glide, the identity the reflection in the imaginary axis', () => {
    moduli.set({ element: [2, 1, 1, 1], reflected: true })
    const golden = (1 + Math.sqrt(5)) / 2
    const found = moduli.element() as { translationLength: number; fixedPoints: number[] }
    expect(found).toMatchObject({ matrix: [2, 1, 1, 1], reflected: true, kind: 'glide' })
    expect(found.translationLength).toBeCloseTo(2 * Math.log(golden), 13)
    expect(found.fixedPoints[0]).toBeCloseTo(1 + golden, 13)
    expect(found.fixedPoints[1]).toBeCloseTo(2 - golden, 13)
    moduli.set({ element: [1, 0, 0, 1] })
    expect(moduli.element()).toEqual({
      matrix: [1, 0, 0, 1],
      reflected: true,
      kind: 'reflection',
      fixedPoints: [0, Infinity],
    })
  })
  it('of one inner index, on the line, and as before without a reflection', () => {
    moduli.set({ element: [2, 1, 1, 1] })
    expect(moduli.element()).not.toHaveProperty('reflected')
    open({ ...line, element: [1, 2, 3], reflected: [false, true, false] })
    expect(moduli.element(0)).toEqual({ translation: 1 })
    expect(moduli.element(1)).toEqual({ translation: 2, reflected: true })
  })
})

describe('apply', () => {
  it('refuses what float64 cannot tell about, and leaves g', () => {
    // 2 ε ‖h‖² is 2 ε (e⁴⁰ + e⁻⁴⁰), above 100, times sums of cosh ρ of at least 1.
    const before = moduli.get()
    expect(moduli.apply([Math.exp(20), 0, 0, Math.exp(-20)]).rejected[0]).toMatch(
      /^apply: moves .* cannot tell/,
    )
    expect(moduli.get()).toEqual(before)
  })
  it('makes h a factor of its own, in one step', () => {
    moduli.set({ element: [1, 1, 0, 1] })
    expect(moduli.apply([2, 1, 1, 1])).toEqual({ rejected: [] })
    expect(moduli.get()).toMatchObject({
      word: [
        [1, 1, 0, 1],
        [2, 1, 1, 1],
      ],
    })
    const { matrix } = moduli.element() as { matrix: readonly number[] }
    matrix.forEach((entry, n) => expect(entry).toBeCloseTo([2, 3, 1, 2][n]!, 13))
    undo()
    expect(moduli.get()).toMatchObject({ element: [1, 1, 0, 1], word: [] })
  })
  it('on the line, and to each element where there is a list', () => {
    open({ ...line, element: 2 })
    moduli.apply({ translation: 0.5 })
    moduli.apply(1)
    expect(moduli.get()).toMatchObject({ element: 3.5, word: [2, 0.5, 1] })
    moduli.set({ element: [1, 2, 3] })
    moduli.apply(1)
    expect(moduli.get()).toMatchObject({ element: [2, 3, 4], word: [] })
  })
  it('says what it refuses', () => {
    expect(moduli.apply([0, 1, 1, 0]).rejected).toEqual([
      'apply: determinant -1: a reflection, not in PSL(2,R)',
    ])
    expect(moduli.apply('N(1)').rejected).toEqual(['apply: needs [a, b, c, d] with finite numbers'])
    open({ element: { x: 0, t: 340, theta: 0 } })
    expect(moduli.apply([1e9, 0, 0, 1]).rejected).toEqual([
      'apply: the product moves points too far for float64 numbers',
    ])
  })
})
