import { describe, expect, it } from 'vitest'
import { glide } from '../../../src/math/glide'
import { fromIwasawa } from '../../../src/math/iwasawa'
import { element, identity, type Psl2r } from '../../../src/math/psl2r'
import { classifyReflected } from '../../../src/math/reflectionClass'

function expectEntries(g: Psl2r, wanted: readonly number[], digits = 14) {
  g.forEach((entry, k) => expect(entry).toBeCloseTo(wanted[k]!, digits))
}

describe('classifyReflected', () => {
  it('the identity: σ is the reflection in the imaginary axis, from 0 to ∞', () => {
    expect(classifyReflected(identity)).toEqual({ kind: 'reflection', ends: [0, Infinity] })
  })

  it('N(2): z ↦ 2 - z̄, the reflection in the line above 1', () => {
    expect(classifyReflected([1, 2, 0, 1])).toEqual({ kind: 'reflection', ends: [1, Infinity] })
  })

  it('[0 -1; 1 0]: z ↦ 1/z̄, the reflection in the unit circle', () => {
    expect(classifyReflected([0, -1, 1, 0])).toEqual({ kind: 'reflection', ends: [-1, 1] })
  })

  it('any turn about i: the reflection in a geodesic through i, whose ends have the product -1', () => {
    for (const theta of [0.3, 1, 2.5]) {
      const found = classifyReflected(fromIwasawa(0, 0, theta))
      if (found.kind !== 'reflection') throw new Error(found.kind)
      expect(found.ends[0] * found.ends[1]).toBeCloseTo(-1, 14)
      // Half a turn by -2θ puts the vertical axis in the direction π/2 - θ, that of the circle about cot θ.
      expect((found.ends[0] + found.ends[1]) / 2).toBeCloseTo(1 / Math.tan(theta), 13)
    }
  })

  it('A(log 4): z ↦ -4z̄ goes away from 0 by log 4, [½ 0; 0 2] towards it', () => {
    expect(classifyReflected([2, 0, 0, 0.5])).toMatchObject({
      kind: 'glide',
      attracting: Infinity,
      repelling: 0,
    })
    expect(classifyReflected([0.5, 0, 0, 2])).toMatchObject({
      kind: 'glide',
      attracting: 0,
      repelling: Infinity,
    })
    const { translationLength } = classifyReflected([2, 0, 0, 0.5]) as { translationLength: number }
    expect(translationLength).toBeCloseTo(Math.log(4), 14)
  })

  it('2 1 1 1: x ↦ (1 - 2x)/(1 - x) has the golden ends (3 ± √5)/2 and the length 2 log of the golden ratio', () => {
    const found = classifyReflected([2, 1, 1, 1])
    if (found.kind !== 'glide') throw new Error(found.kind)
    const golden = (1 + Math.sqrt(5)) / 2
    expect(found.translationLength).toBeCloseTo(2 * Math.log(golden), 14)
    expect(found.attracting).toBeCloseTo(1 + golden, 14)
    expect(found.repelling).toBeCloseTo(2 - golden, 14)
  })

  it('a trace within rounding is 0, one above it is a glide of that length', () => {
    const nearly = 1 + 4 * Number.EPSILON
    expect(classifyReflected([nearly, 0, 0, 1 / nearly]).kind).toBe('reflection')
    const found = classifyReflected([1 + 1e-12, 0, 0, 1 / (1 + 1e-12)])
    expect(found).toMatchObject({ kind: 'glide', attracting: Infinity })
    if (found.kind === 'glide') expect(found.translationLength).toBeCloseTo(2e-12, 15)
  })

  it('gives no -0 and no -∞', () => {
    const found = classifyReflected([1, -0, -0, 1])
    expect(found).toEqual({ kind: 'reflection', ends: [0, Infinity] })
  })
})

describe('glide', () => {
  it('length 0 is a reflection: 0 to ∞ the identity, -1 to 1 the half turn about i', () => {
    expectEntries(glide(0, Infinity, 0), identity)
    expectEntries(glide(Infinity, 0, 0), identity)
    expectEntries(glide(-1, 1, 0), [0, -1, 1, 0])
    expectEntries(glide(1, -1, 0), [0, -1, 1, 0])
  })

  it('0 to ∞ by log 4 is z ↦ -4z̄, ∞ to 3 by log 4 is z ↦ 3 - (z̄ - 3)/4', () => {
    expectEntries(glide(Infinity, 0, Math.log(4)), [2, 0, 0, 0.5])
    expectEntries(glide(3, Infinity, Math.log(4)), element(1 / 4, 3 + 3 / 4, 0, 1))
  })

  it('the golden one is 2 1 1 1', () => {
    const golden = (1 + Math.sqrt(5)) / 2
    expectEntries(glide(1 + golden, 2 - golden, 2 * Math.log(golden)), [2, 1, 1, 1], 13)
  })

  it('refuses equal ends, a negative or infinite length, what is no number or too long', () => {
    expect(() => glide(2, 2, 1)).toThrow('glide: the ends must differ, both are 2')
    expect(() => glide(Infinity, -Infinity, 1)).toThrow('must differ')
    expect(() => glide(0, 1, -1)).toThrow('must be finite and not negative, got -1')
    expect(() => glide(0, 1, Infinity)).toThrow(RangeError)
    expect(() => glide(NaN, 1, 1)).toThrow('an end is not a number')
    expect(() => glide(0, 1, 2000)).toThrow('no element of float64 range')
  })
})
