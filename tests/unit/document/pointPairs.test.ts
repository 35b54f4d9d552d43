import { describe, expect, it } from 'vitest'
import {
  atDistance,
  elementOfPairs,
  imageOfEnd,
  parseEnd,
  withImages,
  withPair,
  type ThreePairs,
  type TwoPairs,
} from '../../../src/document/pointPairs'
import { dist } from '../../../src/math/upperHalfPlane'

const three: ThreePairs = { kind: 'three', from: [0, 1, Infinity], to: [0, 1, Infinity], fourth: 2 }
const two: TwoPairs = {
  kind: 'two',
  from: [
    [0, 1],
    [0, 2],
  ],
  to: [
    [0, 2],
    [0, 4],
  ],
}

describe('pairs of points', () => {
  it('three to three: 0, 1, ∞ to 1, ∞, 0 is 1/(1 - z)', () => {
    expect(elementOfPairs({ ...three, to: [1, Infinity, 0] })).toEqual([0, 1, -1, 1])
  })

  it('two to two: i, 2i to 2i, 4i is 2z', () => {
    const g = elementOfPairs(two) as readonly number[]
    expect(g[0]! / g[3]!).toBeCloseTo(2, 14)
    expect(Math.abs(g[1]!) + Math.abs(g[2]!)).toBeLessThan(1e-15)
  })

  it('says why there is no element', () => {
    expect(elementOfPairs({ ...three, to: [1, 0, Infinity] })).toMatchObject({
      problem: expect.stringContaining('opposite ways') as string,
    })
    expect(elementOfPairs({ ...three, to: [1, 1, Infinity] })).toMatchObject({
      problem: expect.stringContaining('are the same') as string,
    })
    expect(elementOfPairs(withPair(two, 'to', 1, [0, 3]))).toMatchObject({
      problem: expect.stringContaining('must be equal') as string,
    })
  })

  it('takes images from an element: z ↦ -1/z', () => {
    expect(withImages(three, [0, -1, 1, 0])).toMatchObject({ to: [Infinity, -1, 0] })
    expect(withImages(two, [0, -1, 1, 0])).toMatchObject({
      to: [
        [0, 1],
        [0, 0.5],
      ],
    })
    expect(imageOfEnd([0, -1, 1, 0], 4)).toBe(-0.25)
  })

  it('keeps the distance of the two points when the image of the second is taken anywhere', () => {
    const [x, y] = atDistance(two, [5, 0.3])
    expect(dist(0, 2, x, y)).toBeCloseTo(Math.log(2), 14)
    expect(atDistance(two, [0, 100])).toEqual([expect.closeTo(0, 12), expect.closeTo(4, 12)])
  })

  it('reads ∞ in each of its spellings, and numbers', () => {
    for (const text of ['∞', ' inf', 'oo', 'Infinity', '-∞', '−oo', '+inf'])
      expect(parseEnd(text)).toBe(Infinity)
    expect(parseEnd('-1/4')).toBe(-0.25)
    expect(parseEnd('abc')).toHaveProperty('problem')
  })
})
