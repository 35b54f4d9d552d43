import { describe, expect, it } from 'vitest'
import type { SameAs } from '../../../src/document/sameAs'
import { isometryWords, verdictWords } from '../../../src/panels/alignWords'

const same: SameAs = {
  verdict: 'same',
  to: [0, 1, 2],
  reflected: [false, false, false],
  isShared: true,
  worst: { from: 0, misfit: 3.1e-15, bound: 2e-13 },
  unfit: 0,
  product: 4.4e-16,
}

describe('isometryWords', () => {
  it('names coordinates, a mirror that comes first, and what rounding has left of 0 as 0', () => {
    expect(isometryWords({ element: { x: 0.5, t: 1.2, theta: 3 }, reflected: false })).toBe(
      'N(0.5) A(1.2) K(-0.14159)',
    )
    expect(isometryWords({ element: { x: -1e-16, t: 2e-15, theta: Math.PI }, reflected: true })).toBe(
      'N(0) A(0) K(0) after z ↦ −z̄',
    )
    // At a height of 1e-20 this x is far from 0.
    expect(isometryWords({ element: { x: 1e-16, t: Math.log(1e-20), theta: 0 }, reflected: false })).toMatch(
      /^N\(1e-16\)/,
    )
    expect(isometryWords({ element: -2.25, reflected: false })).toBe('x ↦ x − 2.25')
    expect(isometryWords({ element: 1.5, reflected: true })).toBe('x ↦ 1.5 − x')
  })
})

describe('verdictWords', () => {
  it('the same, by one isometry, with the numbers', () => {
    expect(verdictWords(same)).toEqual([
      'The same: one isometry carries every entry to its partner. What is left is 3.1e-15, of 2.0e-13 that rounding explains.',
      'The products differ by at most 4.4e-16.',
    ])
  })

  it('by an own isometry each: the permutation, and which reverse the orientation', () => {
    const words = verdictWords({ ...same, isShared: false, to: [2, 0, 1], reflected: [false, true, false] })
    expect(words[0]).toContain('an isometry for each inner index carries every entry')
    expect(words.slice(1, 3)).toEqual([
      'Inner indices 1 2 3 go to 3 1 2.',
      'Orientation is reversed for inner index 2.',
    ])
    expect(verdictWords({ ...same, reflected: [true, true, true] })[1]).toBe(
      'Orientation is reversed throughout.',
    )
  })

  it('different: the worst inner index, how many, and products that agree all the same', () => {
    const worst = { from: 1, misfit: 0.41, bound: 2e-13 }
    const different: SameAs = { ...same, verdict: 'different', worst, unfit: 1, product: 0.4 }
    expect(verdictWords(different)).toEqual([
      'Different: the best isometry for inner index 2 leaves 0.410, of which rounding explains 2.0e-13.',
      'The products differ by at most 0.400.',
    ])
    const [first, second] = verdictWords({ ...different, unfit: 3, product: 1e-15 })
    expect(first).toMatch(/That is so for 3 of 3 inner indices\.$/)
    expect(second).toMatch(/^The products agree all the same, within 1\.0e-15/)
  })

  it('unclear, where rounding explains too much', () => {
    const worst = { from: 0, misfit: 0.004, bound: 0.2 }
    expect(verdictWords({ ...same, verdict: 'unclear', worst })[0]).toBe(
      'Unclear: one isometry carries every entry to its partner, but only to 0.00400, and rounding explains 0.200: too much to tell.',
    )
  })
})
