import { describe, expect, it } from 'vitest'
import { fromTorus, parabolicRadius, toTorus } from '../../../src/math/groupTorus'
import { fromIwasawa } from '../../../src/math/iwasawa'
import { identity } from '../../../src/math/psl2r'

describe('toTorus', () => {
  it('the identity is w = 0, ψ = 0', () => {
    expect(toTorus(identity)).toEqual({ re: 0, im: 0, angle: 0 })
  })

  it('rotations about i are the core circle: K(θ) turns the plane by ψ = -2θ', () => {
    for (const theta of [0.3, -0.3, 1.2]) {
      const { re, im, angle } = toTorus(fromIwasawa(0, 0, theta))
      expect([re, im]).toEqual([0, 0])
      expect(angle).toBeCloseTo(-2 * theta, 15)
    }
  })

  it('the half turn about i has ψ = π, whichever way round it is written', () => {
    expect(toTorus([0, -1, 1, 0])).toEqual({ re: 0, im: 0, angle: Math.PI })
    expect(toTorus([0, 1, -1, 0])).toEqual({ re: 0, im: 0, angle: Math.PI })
  })

  it('z ↦ 4z goes straight up: w = tanh(log(4)/2) = 3/5, ψ = 0', () => {
    const { re, im, angle } = toTorus([2, 0, 0, 0.5])
    expect(re).toBeCloseTo(0.6, 15)
    expect([im, angle]).toEqual([0, 0])
  })

  it('z ↦ z + 1 is on the parabolic surface: w = (1 - 2i)/5, ψ = 2 atan(1/2)', () => {
    const { re, im, angle } = toTorus([1, 1, 0, 1])
    expect(re).toBeCloseTo(0.2, 15)
    expect(im).toBeCloseTo(-0.4, 15)
    expect(angle).toBeCloseTo(2 * Math.atan(0.5), 15)
    expect(Math.hypot(re, im)).toBeCloseTo(parabolicRadius(angle), 15)
  })

  it('the half turn about 2i takes i to 4i: w = 3/5, ψ = π', () => {
    const { re, im, angle } = toTorus([0, -2, 0.5, 0])
    expect(re).toBeCloseTo(0.6, 15)
    expect(im).toBeCloseTo(0, 15)
    expect(angle).toBe(Math.PI)
  })

  it('M and -M are one place', () => {
    expect(toTorus([-2, -1, -1, -1])).toEqual(toTorus([2, 1, 1, 1]))
  })

  it('elements of norm 1e150 are on the rim, not NaN', () => {
    const { re, im, angle } = toTorus([1e150, 0, 0, 1e-150])
    expect([re, im, angle]).toEqual([1, 0, 0])
  })
})

describe('fromTorus', () => {
  it('w = 3/5, ψ = 0 is z ↦ 4z; w = 0, ψ = π/2 is K(-π/4)', () => {
    fromTorus({ re: 0.6, im: 0, angle: 0 }).forEach((entry, k) =>
      expect(entry).toBeCloseTo([2, 0, 0, 0.5][k]!, 15),
    )
    const half = Math.SQRT1_2
    fromTorus({ re: 0, im: 0, angle: Math.PI / 2 }).forEach((entry, k) =>
      expect(entry).toBeCloseTo([half, half, -half, half][k]!, 15),
    )
  })

  it('angles that differ by a whole turn are one element', () => {
    const g = fromTorus({ re: 0.3, im: -0.2, angle: 1 })
    fromTorus({ re: 0.3, im: -0.2, angle: 1 + 2 * Math.PI }).forEach((entry, k) =>
      expect(entry).toBeCloseTo(g[k]!, 15),
    )
  })

  it.each([
    { re: 1, im: 0, angle: 0 },
    { re: 0.8, im: 0.7, angle: 0 },
    { re: NaN, im: 0, angle: 0 },
    { re: 0, im: 0, angle: Infinity },
  ])('rejects %o', (point) => {
    expect(() => fromTorus(point)).toThrow('fromTorus: need |w| < 1 and a finite angle')
    expect(() => fromTorus(point)).toThrow(RangeError)
  })
})

describe('parabolicRadius', () => {
  it('is pinched at the identity and touches the rim at the half turns', () => {
    expect(parabolicRadius(0)).toBe(0)
    expect(parabolicRadius(Math.PI)).toBe(1)
    expect(parabolicRadius(-Math.PI / 3)).toBeCloseTo(0.5, 15)
  })
})
