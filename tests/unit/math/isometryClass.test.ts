import { describe, expect, it } from 'vitest'
import { classify, discriminant } from '../../../src/math/isometryClass'
import { element } from '../../../src/math/psl2r'

const golden = (Math.sqrt(5) - 1) / 2

describe('classify', () => {
  it('-I, and anything within rounding of it, is the identity', () => {
    expect(classify([-1, 0, 0, -1])).toEqual({ kind: 'identity' })
    expect(classify(element(-7, 0, 0, -7))).toEqual({ kind: 'identity' })
    expect(classify([1, Number.EPSILON, -Number.EPSILON, 1 + Number.EPSILON])).toEqual({ kind: 'identity' })
  })

  it('diag(1 + 1e-5, 1/(1 + 1e-5)) is hyperbolic of length 2 log(1 + 1e-5), to 1e-11 relative', () => {
    const g = classify(element(1 + 1e-5, 0, 0, 1 / (1 + 1e-5)))
    expect(g.kind).toBe('hyperbolic')
    // a - d is 2e-5 known to ε: that is all the cancellation there is.
    if (g.kind === 'hyperbolic') expect(g.translationLength / (2 * Math.log1p(1e-5))).toBeCloseTo(1, 10)
  })

  it('1e-13 away from the identity the three classes are still told apart', () => {
    const h = 1e-13
    expect(classify([1 + h, 0, 0, 1 - h]).kind).toBe('hyperbolic')
    expect(classify([1, -h, h, 1]).kind).toBe('elliptic')
    expect(classify([1, h, 0, 1]).kind).toBe('parabolic')
  })

  it('[1 1; 1 2] is attracted to (√5 - 1)/2 and leaves -(√5 + 1)/2; length 2 log((3 + √5)/2)', () => {
    const g = classify(element(1, 1, 1, 2))
    if (g.kind !== 'hyperbolic') throw new Error(g.kind)
    expect(g.attracting).toBeCloseTo(golden, 15)
    expect(g.repelling).toBeCloseTo(-1 - golden, 15)
    expect(g.translationLength).toBeCloseTo(2 * Math.log((3 + Math.sqrt(5)) / 2), 15)
  })

  it('diag(1/4, 4) is attracted to 0, diag(4, 1/4) to infinity; length 4 log 2', () => {
    const shrink = classify(element(0.25, 0, 0, 4))
    expect(shrink).toMatchObject({ kind: 'hyperbolic', attracting: 0, repelling: Infinity })
    expect(classify(element(4, 0, 0, 0.25))).toMatchObject({ attracting: Infinity, repelling: 0 })
    expect(classify(element(-4, 0, 0, -0.25))).toMatchObject({ attracting: Infinity, repelling: 0 })
    if (shrink.kind === 'hyperbolic') expect(shrink.translationLength).toBeCloseTo(4 * Math.LN2, 15)
  })

  it('[2 3; 0 1/2] leaves -2 for infinity, [1/2 0; 3 2] leaves -1/2 for 0, [0 1; -1 3] with a = 0', () => {
    expect(classify(element(2, 3, 0, 0.5))).toMatchObject({ attracting: Infinity, repelling: -2 })
    expect(classify(element(0.5, 0, 3, 2))).toMatchObject({ attracting: 0, repelling: -0.5 })
    const g = classify(element(0, 1, -1, 3))
    // Fixed points of 1/(3 - z): z² - 3z + 1 = 0; the derivative 1/(3 - z)² is below 1 at the smaller.
    if (g.kind !== 'hyperbolic') throw new Error(g.kind)
    expect(g.attracting).toBeCloseTo((3 - Math.sqrt(5)) / 2, 15)
    expect(g.repelling).toBeCloseTo((3 + Math.sqrt(5)) / 2, 15)
  })

  it('equal diagonal: [2 3; 1 2] and [2 -3; -1 2] exchange the roles of ±√3', () => {
    const attracting = (m: [number, number, number, number]) => {
      const g = classify(element(...m))
      return g.kind === 'hyperbolic' ? [g.attracting, g.repelling] : []
    }
    const root = expect.closeTo(Math.sqrt(3), 14) as number
    const minus = expect.closeTo(-Math.sqrt(3), 14) as number
    expect(attracting([2, 3, 1, 2])).toEqual([root, minus])
    expect(attracting([2, -3, -1, 2])).toEqual([minus, root])
  })

  it('the half turn about i turns by π, K(θ) by -2θ, and the turn about 3 + 2i fixes it', () => {
    expect(classify(element(0, -1, 1, 0))).toEqual({
      kind: 'elliptic',
      fixedPoint: [0, 1],
      rotationAngle: Math.PI,
    })
    const [cos, sin] = [Math.cos(0.3), Math.sin(0.3)]
    const turn = classify(element(cos, -sin, sin, cos))
    if (turn.kind !== 'elliptic') throw new Error(turn.kind)
    expect(turn.rotationAngle).toBeCloseTo(-0.6, 15)
    expect(turn.fixedPoint[1]).toBeCloseTo(1, 15)
    const back = classify(element(cos, sin, -sin, cos))
    if (back.kind === 'elliptic') expect(back.rotationAngle).toBeCloseTo(0.6, 15)
    // On the axis the fixed point is 0, not -0, whichever way it turns.
    expect(classify(element(3, 4, -4, 3))).toMatchObject({ kind: 'elliptic', fixedPoint: [0, 1] })
    // z ↦ 3 - 4/(z - 3).
    const far = classify(element(3, -13, 1, -3))
    expect(far).toMatchObject({ kind: 'elliptic', rotationAngle: Math.PI, fixedPoint: [3, 2] })
  })

  it('z ↦ -1/(z + 1) has order three: it turns by -2π/3 about (-1 + i√3)/2', () => {
    const g = classify(element(0, -1, 1, 1))
    if (g.kind !== 'elliptic') throw new Error(g.kind)
    expect(g.rotationAngle).toBeCloseTo((-2 * Math.PI) / 3, 15)
    expect(g.fixedPoint[0]).toBeCloseTo(-0.5, 15)
    expect(g.fixedPoint[1]).toBeCloseTo(Math.sqrt(3) / 2, 15)
  })

  it('z ↦ z + b is parabolic at infinity with the sense of b; z/(cz + 1) at 0 with the sense of -c', () => {
    expect(classify([1, 5, 0, 1])).toEqual({ kind: 'parabolic', fixedPoint: Infinity, sense: 1 })
    expect(classify([1, -1e-9, 0, 1])).toEqual({ kind: 'parabolic', fixedPoint: Infinity, sense: -1 })
    expect(classify([1, 0, -3, 1])).toEqual({ kind: 'parabolic', fixedPoint: 0, sense: 1 })
    expect(classify([1, 0, 3, 1])).toEqual({ kind: 'parabolic', fixedPoint: 0, sense: -1 })
  })

  it('typed decimals: [1.1 0.1; -0.1 0.9] is parabolic at -1; c = 1e-18 does not move ∞ to 0', () => {
    const g = classify(element(1.1, 0.1, -0.1, 0.9))
    if (g.kind !== 'parabolic') throw new Error(g.kind)
    expect(g.fixedPoint).toBeCloseTo(-1, 14)
    expect(g.sense).toBe(1)
    expect(classify([1, 1, 1e-18, 1])).toEqual({ kind: 'parabolic', fixedPoint: Infinity, sense: 1 })
  })

  it('large entries with trace 2: [1 + 1e7, -1e14; 1, 1 - 1e7] is parabolic at 1e7', () => {
    expect(classify(element(1 + 1e7, -1e14, 1, 1 - 1e7))).toEqual({
      kind: 'parabolic',
      fixedPoint: 1e7,
      sense: -1,
    })
  })

  it('diag(s, 1/s) to s = 1e150 has length 2 log s', () => {
    const g = classify(element(1e150, 0, 0, 1e-150))
    if (g.kind !== 'hyperbolic') throw new Error(g.kind)
    expect(g.translationLength / (300 * Math.LN10)).toBeCloseTo(1, 15)
  })
})

describe('discriminant', () => {
  it('is tr² - 4 from either form', () => {
    expect(discriminant([2, 1, 1, 1])).toBe(5)
    expect(discriminant([0, -1, 1, 0])).toBe(-4)
    expect(discriminant([1 + 1e7, -1e14, 1, 1 - 1e7])).toBe(0)
    // Trace 1, conjugated by z ↦ z + 6e7: (a - d)² alone has 54 bits.
    const k = 6e7
    expect(discriminant([k, k - 1 - k * k, 1, 1 - k])).toBe(-3)
    expect(discriminant([k, 1, k - 1 - k * k, 1 - k])).toBe(-3)
    // (1 + h) - 1/(1 + h) = 2h(1 + …): tr² - 4 alone would round to 0.
    expect(discriminant([1 + 1e-9, 0, 0, 1 / (1 + 1e-9)]) / 4e-18).toBeCloseTo(1, 6)
  })
})
