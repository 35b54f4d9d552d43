import { describe, expect, it } from 'vitest'
import { geodesicPoint, moved, pointOn } from '../../../src/math/curves'
import type { Curve } from '../../../src/math/curves'
import { orbitPoint, reach, timeAt } from '../../../src/math/orbits'

const at = (curve: Curve, s: number) => [...pointOn(curve, s, new Float64Array(2))]

describe('pointOn', () => {
  it('a geodesic 0 → ∞ is ieᵗ, t from -16 to 16, and its middle i', () => {
    const up: Curve = { kind: 'geodesic', from: 0, to: Infinity }
    expect(at(up, 0.5)).toEqual([0, 1])
    expect(at(up, 0)).toEqual([0, Math.exp(-reach)])
    expect(at(up, 1)).toEqual([0, Math.exp(reach)])
    expect(at({ kind: 'geodesic', from: Infinity, to: 0 }, 1)).toEqual([0, Math.exp(-reach)])
  })

  it('a geodesic -3 → 3 is nearest to i at 3i, goes to the right, and has ends that are nearly its ends', () => {
    const arc: Curve = { kind: 'geodesic', from: -3, to: 3 }
    expect(at(arc, 0.5)[0]).toBe(0)
    expect(at(arc, 0.5)[1]).toBeCloseTo(3, 14)
    expect(at(arc, 0)[0]).toBeCloseTo(-3, 12)
    expect(at(arc, 1)[0]).toBeCloseTo(3, 12)
    // 6eᵗ/(1 + e²ᵗ) at t = 16.
    expect(at(arc, 1)[1]).toBeCloseTo(6 * Math.exp(-16), 18)
  })

  it('a vertical geodesic at 5 is nearest to i at height √26', () => {
    expect(at({ kind: 'geodesic', from: 5, to: Infinity }, 0.5)[1]).toBeCloseTo(Math.sqrt(26), 14)
  })

  it('keeps the size of a geodesic between ends that are close', () => {
    const y = at({ kind: 'geodesic', from: 7, to: 7 + 2 ** -40 }, 0.5)[1]!
    expect(y / 2 ** -41).toBeCloseTo(1, 11)
  })

  it('a segment i → e²i has its middle at ei', () => {
    const segment: Curve = { kind: 'segment', x: 0, y: 1, u: 0, v: Math.exp(2) }
    expect(at(segment, 0)).toEqual([0, 1])
    expect(at(segment, 0.5)[1]).toBeCloseTo(Math.E, 14)
    expect(at(segment, 1)[1]).toBeCloseTo(Math.exp(2), 14)
    expect(at({ ...segment, v: 1 }, 0.7)).toEqual([0, 1])
  })

  it('orbits between two times: eᵗz, z + t, and half a turn about i', () => {
    const orbit = (generator: [number, number, number], to: number): Curve => {
      return { kind: 'orbit', generator, x: 0, y: 2, from: 0, to }
    }
    expect(at(orbit([0.5, 0, 0], 1), 1)[1]).toBeCloseTo(2 * Math.E, 14)
    expect(at(orbit([0, 1, 0], 3), 0.5)).toEqual([1.5, 2])
    expect(at(orbit([0, 0.5, -0.5], Math.PI), 1)[0]).toBeCloseTo(0, 15)
    expect(at(orbit([0, 0.5, -0.5], Math.PI), 1)[1]).toBeCloseTo(0.5, 15)
    // Counterclockwise: from above i to its left.
    expect(at(orbit([0, 0.5, -0.5], Math.PI), 0.5)[0]).toBeLessThan(0)
  })

  it('keeps eᵗ when cosh t and sinh t cancel', () => {
    for (const [p, t] of [
      [0.5, -16],
      [-0.5, 16],
    ] as const) {
      const [x, y] = orbitPoint(p, 0, 0, 0, 1, t, new Float64Array(2))
      expect(x).toBe(0)
      expect(y! * Math.exp(16)).toBeCloseTo(1, 13)
    }
  })

  it('an orbit without an end goes on for 16: the horocycle through i, a ray to the cusp 0', () => {
    const horocycle: Curve = {
      kind: 'orbit',
      generator: [0, 1, 0],
      x: 0,
      y: 1,
      from: -Infinity,
      to: Infinity,
    }
    expect(at(horocycle, 0.5)).toEqual([0, 1])
    // ρ(i, i + x) = 2 asinh(x/2).
    expect(at(horocycle, 1)[0]).toBeCloseTo(2 * Math.sinh(8), 8)
    expect(at(horocycle, 0.75)[0]).toBeCloseTo(2 * Math.sinh(4), 11)
    expect(at(horocycle, 0.25)[0]).toBeCloseTo(-2 * Math.sinh(4), 11)

    const ray: Curve = { kind: 'orbit', generator: [-0.5, 0, 0], x: 0, y: 1, from: 0, to: Infinity }
    expect(at(ray, 0)).toEqual([0, 1])
    expect(at(ray, 1)[1]! * Math.exp(16)).toBeCloseTo(1, 13)
    const back: Curve = { ...ray, from: -Infinity, to: 0 }
    expect(at(back, 1)).toEqual([0, 1])
    expect(at(back, 0)[1]! / Math.exp(16)).toBeCloseTo(1, 13)
  })

  it('stays at a fixed point, and where nothing moves', () => {
    expect(timeAt(0, 0.5, -0.5, 0, 1, 3)).toBe(0)
    expect(timeAt(0, 0, 0, 2, 3, 5)).toBe(0)
    const whole: Curve = { kind: 'orbit', generator: [0, 0, 0], x: 2, y: 3, from: -Infinity, to: Infinity }
    expect(at(whole, 0.3)).toEqual([2, 3])
  })
})

describe('moved', () => {
  it('z ↦ -1/z turns 0 → ∞ round, and takes 2 → 3 to -1/2 → -1/3', () => {
    const turn = [0, -1, 1, 0] as const
    const line = moved(turn, { kind: 'geodesic', from: 0, to: Infinity })
    expect(line).toEqual({ kind: 'geodesic', from: Infinity, to: 0 })
    expect(moved(turn, { kind: 'geodesic', from: 2, to: 3 })).toEqual({
      kind: 'geodesic',
      from: -1 / 2,
      to: -1 / 3,
    })
  })

  it('z ↦ 4z + 4 takes translations by 1 to translations by 4, and dilations about 0 to dilations about 4', () => {
    const g = [2, 2, 0, 0.5] as const
    const orbit = { kind: 'orbit', x: 0, y: 1, from: -1, to: 2 } as const
    expect(moved(g, { ...orbit, generator: [0, 1, 0] })).toEqual({
      ...orbit,
      generator: [0, 4, 0],
      x: 4,
      y: 4,
    })
    // exp of t[½ -4; 0 -½] fixes ∞ and (4, …): z ↦ eᵗ(z - 4) + 4.
    expect(moved(g, { ...orbit, generator: [0.5, 0, 0] })).toEqual({
      ...orbit,
      generator: [0.5, -4, 0],
      x: 4,
      y: 4,
    })
  })

  it('carries the ends of a segment', () => {
    expect(moved([1, 3, 0, 1], { kind: 'segment', x: 0, y: 1, u: 2, v: 5 })).toEqual({
      kind: 'segment',
      x: 3,
      y: 1,
      u: 5,
      v: 5,
    })
  })
})

it('geodesicPoint counts from the point nearest to i', () => {
  expect([...geodesicPoint(Infinity, 0, 1, new Float64Array(2))]).toEqual([0, Math.exp(-1)])
})
