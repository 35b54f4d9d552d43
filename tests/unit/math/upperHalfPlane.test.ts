import { describe, expect, it } from 'vitest'
import {
  direction,
  dist,
  distGradient,
  expMap,
  geodesic,
  idealEnds,
  logMap,
  midpoint,
  parallelTransport,
  pointAlong,
} from '../../../src/math/upperHalfPlane'

const pair = () => new Float64Array(2)

describe('dist', () => {
  it('is log(b/a) on the imaginary axis', () => {
    expect(dist(0, 1, 0, Math.E)).toBeCloseTo(1, 15)
  })

  // 60-digit arithmetic (mpmath) at exactly these float64 coordinates.
  it.each([
    [0.3, 0.8, 1.7, 2.1, 1.3654138854188913943],
    [-3.1, 1e-4, 9.5, 120, 14.008796782482925823],
    [0.1, 0.2, 0.1 + 2 ** -40, 0.2, 4.5474735088646409371e-12],
    [5, 1e-3, 5, 1.0000000001e-3, 1.0000008633159350815e-10],
    [1e10, 1e-6, -1e10, 1e6, 47.437996223500804341],
    [0, 1e-150, 1e-150, 3e-150, 1.2148902147975680238],
    [1e-200, 2e-200, 3e-200, 1e-200, 1.4505745138225802087],
    [0, 1e-300, 1e300, 1e300, 1382.2442029769873557],
    [12345.678, 1e-8, 12345.679, 2e-8, 22.332703750287965115],
    [1e154, 1e154, -1e154, 1, 356.20754223351713575],
  ])('at (%d + %di, %d + %di) agrees with 60 digits to 1e-15', (x, y, u, v, expected) => {
    expect(Math.abs(dist(x, y, u, v) / expected - 1)).toBeLessThanOrEqual(1e-15)
  })

  it('ρ(i, i + 1e-9) is 1e-9 to 12 digits', () => {
    expect(Math.abs(dist(0, 1, 1e-9, 1) / 1e-9 - 1)).toBeLessThan(1e-12)
  })

  it('ρ(1e-150 i, 1e150 i) is 300 log 10, ρ at 1e-300 and 1e300 is 600 log 10', () => {
    expect(dist(0, 1e-150, 0, 1e150)).toBeCloseTo(300 * Math.LN10, 12)
    expect(dist(0, 1e-300, 0, 1e300)).toBeCloseTo(600 * Math.LN10, 12)
  })

  it('is finite where sinh(ρ/2) is not: horizontally by 1e300 at height 1e-300 it is 2 log 1e600', () => {
    expect(dist(0, 1e-300, 1e300, 1e-300)).toBeCloseTo(1200 * Math.LN10, 11)
    expect(dist(-2e300, 1e-290, 1e300, 1e-300)).toBeCloseTo(1190 * Math.LN10 + 2 * Math.log(3), 11)
  })

  it.each([0, -0, -1, NaN, -Infinity])('rejects Im = %s on either side', (y) => {
    expect(() => dist(0, y, 0, 1)).toThrow(RangeError)
    expect(() => dist(0, 1, 0, y)).toThrow(`dist: Im must be > 0, got ${y}`)
  })
})

describe('distGradient', () => {
  // Central differences with step 1e-25 in 60-digit arithmetic.
  it.each([
    [
      0.3,
      0.8,
      1.7,
      2.1,
      [-0.455116122759570151, -1.16420329616622186, 0.455116122759570151, 0.140095269080752064],
    ],
    [
      -3,
      0.01,
      9.5,
      120,
      [-0.00171747532283798234, -99.9999999852513905, 0.00171747532283798234, 0.00815442965264199289],
    ],
    [
      0.5,
      0.25,
      0.5 + 2 ** -30,
      0.25 + 2 ** -31,
      [-3.57770876066766257, -1.78885438866383362, 3.57770876066766257, 1.78885437200382897],
    ],
  ])('at (%d + %di, %d + %di) agrees with 60 digits to 1e-15 of its norm', (x, y, u, v, expected) => {
    const g = distGradient(x, y, u, v, new Float64Array(4))
    expected.forEach((slope, k) => {
      expect(Math.abs(g[k]! - slope) * (k < 2 ? y : v)).toBeLessThanOrEqual(1e-15)
    })
  })

  it('is 0 at coincidence, whatever out held', () => {
    expect([...distGradient(2, 3, 2, 3, Float64Array.of(9, 9, 9, 9))]).toEqual([0, 0, 0, 0])
  })

  it('writes four numbers and no more', () => {
    const out = new Float64Array(6).fill(9)
    expect([...distGradient(2, 3, 2, 3, out)]).toEqual([0, 0, 0, 0, 9, 9])
  })

  it('has norm 1 up the axis from 1e-150 to 1e150', () => {
    const g = distGradient(0, 1e-150, 0, 1e150, new Float64Array(4))
    expect(g[1]! * 1e-150).toBeCloseTo(-1, 15)
    expect(g[3]! * 1e150).toBeCloseTo(1, 15)
  })

  it('rejects a point outside the half-plane', () => {
    expect(() => distGradient(0, 0, 0, 1, new Float64Array(4))).toThrow(RangeError)
  })
})

describe('geodesic and its ends', () => {
  it('through -3 + 4i and 4 + 3i is the circle of radius 5 about 0', () => {
    expect(geodesic(-3, 4, 4, 3)).toEqual({ kind: 'arc', centre: 0, radius: 5 })
    expect(idealEnds(-3, 4, 4, 3)).toEqual([-5, 5])
    expect(idealEnds(4, 3, -3, 4)).toEqual([5, -5])
  })

  it('is vertical for equal x, oriented by height', () => {
    expect(geodesic(2, 1, 2, 7)).toEqual({ kind: 'vertical', x: 2 })
    expect(idealEnds(2, 1, 2, 7)).toEqual([2, Infinity])
    expect(idealEnds(2, 7, 2, 1)).toEqual([Infinity, 2])
  })

  it('is vertical, not NaN, at coincidence', () => {
    expect(geodesic(2, 1, 2, 1)).toEqual({ kind: 'vertical', x: 2 })
    expect(idealEnds(2, 1, 2, 1)).toEqual([2, Infinity])
  })

  it('keeps the near end of a nearly vertical arc: centre 5e11, near end at -1e-12', () => {
    // z = i, w = δ + i√(1 + 1 - …): with centre c the ends are c ± √(c² + 1), the near one -1/(c + √(c² + 1)).
    const u = 1e-12
    const v = Math.SQRT2
    const centre = u / 2 + (v - 1) * ((v + 1) / (2 * u))
    const [from, to] = idealEnds(0, 1, u, v)
    expect(from / (-1 / (centre + Math.hypot(centre, 1)))).toBeCloseTo(1, 14)
    expect(to / (2 * centre)).toBeCloseTo(1, 14)
  })

  it('is vertical when the arc is too large for float64', () => {
    expect(geodesic(0, 1, 1e-320, 2)).toEqual({ kind: 'vertical', x: 0 })
    expect(idealEnds(0, 1, 1e-320, 2)).toEqual([0, Infinity])
    expect(idealEnds(0, 2, 1e-320, 1)).toEqual([Infinity, 0])
  })
})

describe('points on a geodesic', () => {
  it('up the axis at arclength t is eᵗ, also beyond both ends', () => {
    for (const t of [-3, -0.5, 0, 0.25, 1, 2, 5]) {
      const [x, y] = pointAlong(0, 1, 0, Math.E ** 2, t, pair())
      expect(x).toBe(0)
      expect(y! / Math.exp(t)).toBeCloseTo(1, 14)
    }
  })

  it('on the unit circle at arclength t from i is tanh t + i/cosh t', () => {
    for (const t of [-2, 0, 0.5, 3]) {
      const [x, y] = pointAlong(0, 1, Math.tanh(1), 1 / Math.cosh(1), t, pair())
      expect(x).toBeCloseTo(Math.tanh(t), 14)
      expect(y).toBeCloseTo(1 / Math.cosh(t), 14)
    }
  })

  it('is z at coincidence', () => {
    expect([...pointAlong(3, 2, 3, 2, 1, pair())]).toEqual([3, 2])
  })

  it('is right over 600 log 10, where sinh ρ is not finite', () => {
    const [x, y] = pointAlong(0, 1e-300, 0, 1e300, 300 * Math.LN10, pair())
    expect(x).toBe(0)
    expect(Math.log10(y!)).toBeCloseTo(0, 11)
  })

  it('midpoint of 4i and 9i is 6i, of -1 + i and 1 + i is √2 i', () => {
    expect([...midpoint(0, 4, 0, 9, pair())]).toEqual([0, 6])
    expect(midpoint(-1, 1, 1, 1, pair())[0]).toBe(0)
    expect(midpoint(-1, 1, 1, 1, pair())[1]).toBeCloseTo(Math.SQRT2, 15)
  })
})

describe('directions and tangent vectors', () => {
  it('direction is up or down the axis, and along the tangent of the unit circle', () => {
    expect(direction(0, 1, 0, 2)).toBe(Math.PI / 2)
    expect(direction(0, 2, 0, 1)).toBe(-Math.PI / 2)
    expect(direction(0, 1, Math.tanh(1), 1 / Math.cosh(1))).toBeCloseTo(0, 15)
    expect(direction(0, 1, -Math.tanh(1), 1 / Math.cosh(1))).toBeCloseTo(Math.PI, 15)
    expect(direction(1, 2, 1, 2)).toBe(0)
  })

  it('stays in (-π, π] for a target far to the left and slightly below', () => {
    expect(direction(0, 1, -1e9, 0.5)).toBeCloseTo(Math.PI / 2, 8)
  })

  it('expMap goes up by e^q and to tanh p + i/cosh p', () => {
    expect(expMap(0, 1, 0, 2, pair())[1]! / Math.exp(2)).toBeCloseTo(1, 15)
    const [x, y] = expMap(0, 1, 1.5, 0, pair())
    expect(x).toBeCloseTo(Math.tanh(1.5), 15)
    expect(y).toBeCloseTo(1 / Math.cosh(1.5), 15)
    expect([...expMap(4, 3, 0, 0, pair())]).toEqual([4, 3])
  })

  it('expMap takes coordinate vectors: at height 5 the vector 5i has length 1', () => {
    expect(expMap(0, 5, 0, 5, pair())[1]! / (5 * Math.E)).toBeCloseTo(1, 15)
  })

  it('logMap inverts it and is 0 at coincidence', () => {
    const [p, q] = logMap(0, 1, Math.tanh(1.5), 1 / Math.cosh(1.5), pair())
    expect(p).toBeCloseTo(1.5, 14)
    expect(q).toBeCloseTo(0, 14)
    expect([...logMap(1, 2, 1, 2, pair())]).toEqual([0, 0])
  })

  it('transport does not turn on a vertical line; along the unit circle by -2 atan2(u - x, y + v)', () => {
    expect(parallelTransport(3, 1, 3, 8)).toBe(0)
    // The tangent of the unit circle at its point cos φ + i sin φ, run left to right, is at angle φ - π/2.
    const phi = 0.4
    expect(parallelTransport(0, 1, Math.cos(phi), Math.sin(phi))).toBeCloseTo(phi - Math.PI / 2, 15)
  })

  it.each([
    ['pointAlong', () => pointAlong(0, 1, 0, 0, 1, pair())],
    ['midpoint', () => midpoint(0, -1, 0, 1, pair())],
    ['geodesic', () => geodesic(0, 0, 0, 1)],
    ['idealEnds', () => idealEnds(0, 1, 0, NaN)],
    ['direction', () => direction(0, 1, 0, -2)],
    ['expMap', () => expMap(0, 0, 1, 1, pair())],
    ['logMap', () => logMap(0, 1, 0, 0, pair())],
    ['parallelTransport', () => parallelTransport(0, 1, 0, 0)],
  ])('%s rejects a point outside the half-plane', (_name, call) => {
    expect(call).toThrow(/Im must be > 0/)
  })
})
