import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lossAt, type EntrySlice } from '../../../src/learning/entrySlice'
import { lineLossAt, type LineSlice } from '../../../src/learning/lineSlice'
import { lineSliceMinimum } from '../../../src/learning/lineSliceMinimum'
import { sliceMinimum } from '../../../src/learning/sliceMinimum'
import { dist, expMap } from '../../../src/math/upperHalfPlane'
import { nearPoint, seeded, uniform } from '../arbitraries'

describe('the lowest point of a slice', () => {
  it('is the point that the targets were measured from, seen from anywhere near (loss < 1e-24)', () => {
    fc.assert(
      fc.property(fc.array(nearPoint, { minLength: 3, maxLength: 6 }), nearPoint, (points, hidden) => {
        const slice: EntrySlice = {
          points: Float64Array.from(points.flat()),
          offsets: Float64Array.from(points, (b) => -dist(...hidden, ...b)),
          rest: 0,
          scale: 1 / points.length,
        }
        const start = expMap(...hidden, 0.05 * hidden[1], 0.03 * hidden[1], new Float64Array(2))
        expect(sliceMinimum(slice, [start[0]!, start[1]!]).loss).toBeLessThan(1e-24)
      }),
      seeded(200),
    )
  })

  it('is no higher than 200 points round it and the start', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(nearPoint, uniform(-4, 1)), { minLength: 2, maxLength: 5 }),
        nearPoint,
        (terms, start) => {
          const slice: EntrySlice = {
            points: Float64Array.from(terms.flatMap(([b]) => b)),
            offsets: Float64Array.from(terms, ([, r]) => r),
            rest: 0.5,
            scale: 1,
          }
          const { x, y, loss } = sliceMinimum(slice, start)
          expect(loss).toBeLessThanOrEqual(lossAt(slice, ...start))
          expect(loss).toBe(lossAt(slice, x, y))
          for (let n = 0; n < 200; n++) {
            const angle = (2 * Math.PI * n) / 200
            const near = expMap(
              x,
              y,
              1e-3 * y * Math.cos(angle),
              1e-3 * y * Math.sin(angle),
              new Float64Array(2),
            )
            // Nothing near a minimum is lower, to the rounding of a handful of squares.
            expect(lossAt(slice, near[0]!, near[1]!)).toBeGreaterThan(loss * (1 - 64 * Number.EPSILON))
          }
        },
      ),
      { ...seeded(60), endOnFailure: true },
    )
  })

  it('on the line is found again from nearby, and is no higher than its neighbours', () => {
    const numbers = fc.array(uniform(-4, 4), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(numbers, numbers, uniform(-4, 4), uniform(-4, 4), (aPoints, bPoints, x, y) => {
        const slice: LineSlice = {
          aPoints: Float64Array.from(aPoints),
          aOffsets: Float64Array.from(aPoints, (b) => -Math.abs(x - b)),
          bPoints: Float64Array.from(bPoints),
          bOffsets: Float64Array.from(bPoints, (a) => -Math.abs(y - a)),
          offset: -Math.abs(x - y),
          rest: 0,
          scale: 1,
        }
        const lowest = lineSliceMinimum(slice, [x, y])
        expect(lowest.loss).toBe(0)
        const found = lineSliceMinimum(slice, [x + 1.5, y - 0.7])
        for (const [dx, dy] of [
          [1, 0],
          [-1, 0],
          [0, 1],
          [0, -1],
          [1, 1],
          [-1, -1],
        ] as const) {
          const near = lineLossAt(slice, found.x + 1e-4 * dx, found.y + 1e-4 * dy)
          expect(near).toBeGreaterThanOrEqual(found.loss - 1e-12)
        }
      }),
      seeded(200),
    )
  })
})
