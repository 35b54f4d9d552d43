import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contourLines } from '../../../src/math/contours'

const [width, height] = [41, 31]

const sampled = (f: (x: number, y: number) => number) =>
  Float64Array.from({ length: width * height }, (_, n) => f(n % width, Math.floor(n / width)))

function pairs(line: Float64Array): [number, number][] {
  return Array.from({ length: line.length / 2 }, (_, n) => [line[2 * n]!, line[2 * n + 1]!])
}

const real = (min: number, max: number) => fc.double({ min, max, noNaN: true })

describe('lines of one value', () => {
  it('of a linear function are the one straight line, from edge to edge, within 1e-9', () => {
    fc.assert(
      fc.property(real(-1, 1), real(0.1, 1), real(5, 35), real(5, 25), (p, q, x0, y0) => {
        const f = (x: number, y: number) => p * (x - x0) + q * (y - y0)
        const lines = contourLines(sampled(f), width, height, 0)
        expect(lines).toHaveLength(1)
        const places = pairs(lines[0]!)
        for (const [x, y] of places) expect(Math.abs(f(x, y))).toBeLessThan(1e-9)
        for (const [x, y] of [places[0]!, places.at(-1)!]) {
          expect(Math.min(x, y, width - 1 - x, height - 1 - y)).toBeCloseTo(0, 12)
        }
      }),
    )
  })

  it('of a square of a distance is one closed ring, off the circle by no more than linear interpolation is', () => {
    fc.assert(
      fc.property(real(14, 26), real(13, 17), real(2.5, 12), (x0, y0, r) => {
        const f = (x: number, y: number) => (x - x0) ** 2 + (y - y0) ** 2
        const lines = contourLines(sampled(f), width, height, r * r)
        expect(lines).toHaveLength(1)
        const places = pairs(lines[0]!)
        expect(places[0]).toEqual(places.at(-1))
        // Along an edge of length 1 the error of f is at most f''/8 = 1/4, and its gradient is 2r or more inside of it.
        for (const [x, y] of places) {
          expect(Math.abs(f(x, y) - r * r)).toBeLessThanOrEqual(0.25 + 1e-9)
        }
      }),
    )
  })

  it('separate the samples above the value from those below: each edge between two of them is crossed once', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 48, maxLength: 48 }), (values) => {
        const [w, h] = [8, 6]
        const lines = contourLines(values, w, h, 0.5)
        const crossed = new Map<string, number>()
        for (const line of lines) {
          const places = pairs(line)
          const isRing = places.length > 2 && String(places[0]) === String(places.at(-1))
          for (const [x, y] of isRing ? places.slice(1) : places) {
            const key = `${x} ${y}`
            crossed.set(key, (crossed.get(key) ?? 0) + 1)
          }
        }
        let wanted = 0
        const differ = (n: number, m: number) => values[n]! > 0.5 !== values[m]! > 0.5
        for (let n = 0; n < w * h; n++) {
          if (n % w < w - 1 && differ(n, n + 1)) wanted++
          if (n + w < w * h && differ(n, n + w)) wanted++
        }
        expect([...crossed.values()].every((times) => times === 1)).toBe(true)
        expect(crossed.size).toBe(wanted)
      }),
    )
  })

  it('pass a saddle as the mean of its corners says', () => {
    // Corners 1 0 below, 0 1 above; mean 1/2.
    const ends = (value: number) =>
      contourLines([1, 0, 0, 1], 2, 2, value).map((line) => pairs(line).sort(([x], [u]) => x - u))
    // The corners that are 0 are cut off: the line at (1, 0) runs from the lower to the right edge.
    expect(ends(0.25)).toContainEqual([
      [0.75, 0],
      [1, 0.25],
    ])
    // Those that are 1 are: the line at (0, 0) runs from the left to the lower edge.
    expect(ends(0.75)).toContainEqual([
      [0, 0.25],
      [0.25, 0],
    ])
  })

  it('end where there is no finite value', () => {
    const lines = contourLines(
      sampled((x, y) => (x < 10 ? NaN : y)),
      width,
      height,
      7.5,
    )
    expect(lines).toHaveLength(1)
    const xs = pairs(lines[0]!).map(([x]) => x)
    expect([Math.min(...xs), Math.max(...xs)]).toEqual([10, 40])
  })
})
