import { describe, expect, it } from 'vitest'
import { pass } from '../../../src/experiments/pass'
import { resultOf, type PageModel } from '../../../src/experiments/record'

const page = {} as PageModel
const rowsOf = (side: number, seed: number, elements = 40) =>
  resultOf(pass({ side, elements, length: 2, seed }, page)).tables[0]!.rows as number[][]

describe('the pass between a triangle and its mirror image', () => {
  it.each([1, 2, 3])('is t²/6 on the best path, for every element and side; seed %s', (seed) => {
    for (const side of [0.5, 1, 3]) {
      for (const [, straight, geodesics, best, floor] of rowsOf(side, seed)) {
        expect(floor).toBeCloseTo(side ** 2 / 6, 14)
        expect(best).toBeCloseTo(side ** 2 / 6, 12)
        // No path goes below it: 240 samples may miss a maximum, where L is flat, by less than a thousandth of it.
        expect(Math.min(straight!, geodesics!)).toBeGreaterThan(0.999 * floor!)
      }
    }
  })
  it('on straight lines runs from 0.25 to 0.536 at side 1 while the end is turned about i', () => {
    const turned = rowsOf(1, 1, 48).flatMap((row, n) => (n % 2 === 0 ? [row[1]!] : []))
    expect(Math.min(...turned)).toBeCloseTo(0.25, 2)
    expect(Math.max(...turned)).toBeCloseTo(0.536, 2)
  })
  it('says the same for the same inputs, and tells how far it is', () => {
    const inputs = { side: 1, elements: 5, length: 2, seed: 4 }
    const parts = [...pass(inputs, page)].map(({ part }) => part)
    expect(parts).toEqual([0.2, 0.4, 0.6, 0.8, 1])
    expect(resultOf(pass(inputs, page))).toEqual(resultOf(pass(inputs, page)))
  })
})
