import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  portableCos,
  portableExp,
  portableExpAtI,
  portableLog,
  portableSin,
  portableSinh,
} from '../../../src/math/portable'
import { dist, expMap } from '../../../src/math/upperHalfPlane'

/** Distance of x to the next number away from 0. */
function unitInTheLastPlace(x: number): number {
  const bits = new BigInt64Array(new Float64Array([Math.abs(x)]).buffer)
  bits[0]! += 1n
  return new Float64Array(bits.buffer)[0]! - Math.abs(x)
}

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true })
const runs = { numRuns: 2000 }

/** Theirs may be one unit away itself. */
function agrees(value: number, theirs: number, units: number, besides = 0): void {
  expect(Math.abs(value - theirs)).toBeLessThanOrEqual((units + 1) * unitInTheLastPlace(theirs) + besides)
}

describe('functions of + − × ÷ alone', () => {
  it('sin and cos, up to 1000', () => {
    fc.assert(
      fc.property(fc.oneof(number(-1000, 1000), number(-7, 7)), (x) => {
        agrees(portableSin(x), Math.sin(x), 2, 2 ** -70)
        agrees(portableCos(x), Math.cos(x), 2, 2 ** -70)
      }),
      runs,
    )
  })
  it('sin and cos at the numbers nearest to multiples of π/2', () => {
    for (let k = -636; k <= 636; k++) {
      const x = (k * Math.PI) / 2
      agrees(portableSin(x), Math.sin(x), 2, 2 ** -70)
      agrees(portableCos(x), Math.cos(x), 2, 2 ** -70)
    }
  })
  it('log, in every octave and near 1', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          number(2 ** -1022, 1e308),
          number(0.5, 2),
          number(0, 1).map((x) => 1 - x / 1e6),
        ),
        (x) => {
          agrees(portableLog(x), Math.log(x), 2)
        },
      ),
      runs,
    )
  })
  it('exp and sinh, up to 700', () => {
    fc.assert(
      fc.property(fc.oneof(number(-700, 700), number(-2, 2)), (x) => {
        agrees(portableExp(x), Math.exp(x), 2)
        agrees(portableSinh(x), Math.sinh(x), 3)
      }),
      runs,
    )
  })
  // Each of two formulas is off by 8ε(sinh n + 1); the distance of what they give is measured to 8ε more.
  it('the exponential map at i', () => {
    const ours = new Float64Array(2)
    const theirs = new Float64Array(2)
    fc.assert(
      fc.property(number(-12, 12), number(-12, 12), (p, q) => {
        portableExpAtI(p, q, ours)
        expMap(0, 1, p, q, theirs)
        const bound = 24 * Number.EPSILON * (Math.sinh(Math.hypot(p, q)) + 1)
        expect(dist(ours[0]!, ours[1]!, theirs[0]!, theirs[1]!)).toBeLessThanOrEqual(bound)
      }),
      runs,
    )
  })
  it('are exact where the result is', () => {
    expect([portableSin(0), portableCos(0), portableLog(1), portableExp(0), portableSinh(0)]).toEqual([
      0, 1, 0, 1, 0,
    ])
    expect([...portableExpAtI(0, 0, new Float64Array(2))]).toEqual([0, 1])
  })
  it('refuse what they are not for', () => {
    for (const [of, x] of [
      [portableSin, 1001],
      [portableCos, -1001],
      [portableCos, NaN],
      [portableLog, 0],
      [portableLog, -1],
      [portableLog, Infinity],
      [portableExp, 701],
      [portableSinh, NaN],
    ] as const)
      expect(() => of(x)).toThrow(RangeError)
  })
})
