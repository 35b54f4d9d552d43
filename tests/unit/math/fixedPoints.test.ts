import { describe, expect, it } from 'vitest'
import { withFixedPointsMoved } from '../../../src/math/fixedPointDrag'
import { ellipticWith, hyperbolicWith, parabolicWith } from '../../../src/math/fixedPoints'
import { elementWithFixedPoints } from '../../../src/math/fixedPointWall'
import { identity, inverse, type Psl2r } from '../../../src/math/psl2r'

function expectEntries(g: Psl2r, wanted: readonly number[], digits = 14) {
  g.forEach((entry, k) => expect(entry).toBeCloseTo(wanted[k]!, digits))
}

describe('hyperbolicWith', () => {
  it('along the unit circle by 2 is [cosh 1, sinh 1; sinh 1, cosh 1], back is its inverse', () => {
    const [cosh, sinh] = [Math.cosh(1), Math.sinh(1)]
    expectEntries(hyperbolicWith(-1, 1, 2), [cosh, sinh, sinh, cosh])
    expectEntries(hyperbolicWith(1, -1, 2), [cosh, -sinh, -sinh, cosh])
  })

  it('0 to ∞ by 2 log 2 is z ↦ 4z, ∞ to 3 is z ↦ (z - 3)/4 + 3, -∞ is ∞', () => {
    expectEntries(hyperbolicWith(0, Infinity, 2 * Math.log(2)), [2, 0, 0, 0.5])
    expectEntries(hyperbolicWith(Infinity, 3, 2 * Math.log(2)), [0.5, 4.5, 0, 2])
    expect(hyperbolicWith(-Infinity, 3, 1)).toEqual(hyperbolicWith(Infinity, 3, 1))
  })

  it('2 to 3 by 2 log 2: the matrix with eigenvectors (3, 1) of 2 and (2, 1) of 1/2', () => {
    expectEntries(hyperbolicWith(2, 3, 2 * Math.log(2)), [5, -9, 1.5, -2.5])
  })

  it('length 0 is the identity', () => {
    expect(hyperbolicWith(2, 3, 0)).toEqual(identity)
  })

  it('rejects equal ends, a negative or infinite length, what is no number or too long', () => {
    expect(() => hyperbolicWith(2, 2, 1)).toThrow('hyperbolicWith: the fixed points must differ, both are 2')
    expect(() => hyperbolicWith(Infinity, -Infinity, 1)).toThrow('must differ')
    expect(() => hyperbolicWith(0, 1, -1)).toThrow('must be finite and not negative, got -1')
    expect(() => hyperbolicWith(0, 1, Infinity)).toThrow(RangeError)
    expect(() => hyperbolicWith(NaN, 1, 1)).toThrow('a fixed point is not a number')
    expect(() => hyperbolicWith(0, 1, 2000)).toThrow('no element of float64 range')
  })
})

describe('ellipticWith', () => {
  it('about i by φ is K(-φ/2), by π about 3 + 4i is z ↦ (3z - 25)/(z - 3), sign by the trace 1e-16', () => {
    expectEntries(ellipticWith(0, 1, 1), [Math.cos(0.5), Math.sin(0.5), -Math.sin(0.5), Math.cos(0.5)])
    expectEntries(ellipticWith(3, 4, Math.PI), [-0.75, 6.25, -0.25, 0.75])
  })

  it('rejects a boundary point and an angle that is not finite', () => {
    expect(() => ellipticWith(1, 0, 1)).toThrow('ellipticWith: Im must be > 0, got 0')
    expect(() => ellipticWith(1, 1, Infinity)).toThrow(RangeError)
  })
})

describe('parabolicWith', () => {
  it('at ∞ is z ↦ z + shift, at 0 its conjugate by z ↦ -1/z', () => {
    expect(parabolicWith(Infinity, 3)).toEqual([1, 3, 0, 1])
    expect(parabolicWith(-Infinity, 3)).toEqual([1, 3, 0, 1])
    expect(parabolicWith(0, 3)).toEqual([1, 0, -3, 1])
    expectEntries(parabolicWith(1, 2), [0, 1, -1, 2])
    expect(parabolicWith(1, 0)).toEqual(identity)
  })

  it('rejects what is no number', () => {
    expect(() => parabolicWith(NaN, 1)).toThrow('parabolicWith: a fixed point is not a number')
    expect(() => parabolicWith(1, Infinity)).toThrow(RangeError)
  })
})

describe('withFixedPointsMoved', () => {
  it('an end from 3 to 4 keeps the length 1.3 and the other end', () => {
    const g = hyperbolicWith(1, 3, 1.3)
    expectEntries(withFixedPointsMoved(g, { attracting: 4 }), hyperbolicWith(1, 4, 1.3))
    expectEntries(withFixedPointsMoved(inverse(g), { repelling: 4 }), hyperbolicWith(4, 1, 1.3))
    expectEntries(withFixedPointsMoved(g, { attracting: Infinity }), hyperbolicWith(1, Infinity, 1.3))
    expectEntries(withFixedPointsMoved(g, { attracting: 0, repelling: -1 }), hyperbolicWith(-1, 0, 1.3))
  })

  it('a centre from 2 + 1.5i to 1 + i keeps the angle, also the half turn', () => {
    for (const angle of [2, -0.4, Math.PI]) {
      const moved = withFixedPointsMoved(ellipticWith(2, 1.5, angle), { fixedPoint: [1, 1] })
      expectEntries(moved, ellipticWith(1, 1, angle))
    }
  })

  it('a parabolic point from 0 to 2, and to ∞, keeps the shift', () => {
    const g = parabolicWith(0, -1.5)
    expectEntries(withFixedPointsMoved(g, { fixedPoint: [2, 0] }), parabolicWith(2, -1.5))
    expectEntries(withFixedPointsMoved(g, { fixedPoint: [Infinity, 0] }), parabolicWith(Infinity, -1.5))
  })

  it('two ends that meet leave the parabolic element of size (21/16) length/(2√0.01) and of their sense', () => {
    const shift = (21 / 16) * 5
    expectEntries(
      withFixedPointsMoved(hyperbolicWith(-1, 1, 1), { attracting: -1 }),
      parabolicWith(-1, -shift),
      13,
    )
    expectEntries(
      withFixedPointsMoved(hyperbolicWith(1, -1, 1), { attracting: 1 }),
      parabolicWith(1, shift),
      13,
    )
    const g = hyperbolicWith(Infinity, 0, 1)
    expectEntries(withFixedPointsMoved(g, { attracting: Infinity }), parabolicWith(Infinity, shift), 13)
    expectEntries(withFixedPointsMoved(g, { attracting: -Infinity }), parabolicWith(Infinity, -shift), 13)
  })

  it('an end that passes the other changes places with it, unless the caller says otherwise', () => {
    const g = hyperbolicWith(0, 2, 1)
    expectEntries(withFixedPointsMoved(g, { attracting: -2 }), hyperbolicWith(-2, 0, 1))
    expectEntries(withFixedPointsMoved(g, { attracting: -2, crossed: false }), hyperbolicWith(0, -2, 1))
    expectEntries(withFixedPointsMoved(g, { attracting: 3, crossed: true }), hyperbolicWith(3, 0, 1))
  })

  it('a point dragged below the boundary becomes two ends with the angle as length; 4 becomes the angle 0.8π', () => {
    const split = withFixedPointsMoved(ellipticWith(0, 1, 1), { fixedPoint: [1, -2] })
    expectEntries(split, hyperbolicWith(3, -1, 1))
    const joined = withFixedPointsMoved(hyperbolicWith(3, -1, 4), { fixedPoint: [0, 2] })
    expectEntries(joined, ellipticWith(0, 2, 0.8 * Math.PI))
  })

  it('rejects the identity, one end of an elliptic element, a point that is none', () => {
    expect(() => withFixedPointsMoved(identity, { fixedPoint: [0, 1] })).toThrow(
      'the identity fixes every point',
    )
    expect(() => withFixedPointsMoved(ellipticWith(0, 1, 1), { attracting: 1 })).toThrow(
      'fixes no boundary point',
    )
    expect(() => withFixedPointsMoved(ellipticWith(0, 1, 1), { fixedPoint: [NaN, 0] })).toThrow(RangeError)
    expect(() => withFixedPointsMoved(ellipticWith(0, 1, 1), { fixedPoint: [0, 1] }, [0, 0])).toThrow(
      RangeError,
    )
  })
})

describe('elementWithFixedPoints', () => {
  it('rejects equal ends, a size that is not positive, a point outside the half-plane', () => {
    const ends = { kind: 'hyperbolic', attracting: 1, repelling: 1 } as const
    expect(() => elementWithFixedPoints(ends, 1)).toThrow('the fixed points must differ, both are 1')
    expect(() => elementWithFixedPoints({ ...ends, repelling: 2 }, 0)).toThrow(
      'must be positive and finite, got 0',
    )
    const outside = { kind: 'elliptic', fixedPoint: [0, -1], sense: 1 } as const
    expect(() => elementWithFixedPoints(outside, 1)).toThrow('Im must be > 0, got -1')
  })
})
