import { describe, expect, it } from 'vitest'
import { crossRatio, threePointsToThree, threeToThree, twoToTwo } from '../../../src/math/pointsToPoints'
import { identity, type Psl2r } from '../../../src/math/psl2r'

function expectEntries(g: Psl2r, wanted: readonly number[]) {
  g.forEach((entry, k) => expect(entry).toBeCloseTo(wanted[k]!, 13))
}

describe('crossRatio', () => {
  it('of x, 1, 0, ∞ is x; four harmonic points have -1', () => {
    expect(crossRatio(7.25, 1, 0, Infinity)).toBe(7.25)
    expect(crossRatio(Infinity, 1, 0, Infinity)).toBe(Infinity)
    expect(crossRatio(-1, 1, 0, Infinity)).toBe(-1)
    expect(crossRatio(1, -1, 3, 1 / 3)).toBeCloseTo(-1, 15)
  })

  it('at the six orders of 1, 2, 3, 4: 4/3, 1/4, -3, -1/3, 4, 3/4', () => {
    expect(crossRatio(1, 2, 3, 4)).toBeCloseTo(4 / 3, 15)
    expect(crossRatio(1, 3, 2, 4)).toBeCloseTo(-1 / 3, 15)
    expect(crossRatio(1, 4, 2, 3)).toBeCloseTo(1 / 4, 15)
    expect(crossRatio(1, 2, 4, 3)).toBeCloseTo(3 / 4, 15)
    expect(crossRatio(1, 3, 4, 2)).toBeCloseTo(-3, 15)
    expect(crossRatio(1, 4, 3, 2)).toBeCloseTo(4, 15)
  })

  it('is 0, 1 or ∞ where two points are the same, and refuses three', () => {
    expect(crossRatio(2, 5, 2, 7)).toBe(0)
    expect(crossRatio(2, 2, 5, 7)).toBe(1)
    expect(crossRatio(2, 5, 7, 2)).toBe(Infinity)
    expect(() => crossRatio(2, 2, 5, 2)).toThrow('crossRatio: three of the points are the same, 2')
    expect(() => crossRatio(0, -Infinity, Infinity, Infinity)).toThrow('the same, ∞')
    expect(() => crossRatio(0, NaN, 1, 2)).toThrow('not a number')
  })
})

describe('threeToThree', () => {
  it('0, 1, ∞ to themselves, to 5, 9, ∞ by 4z + 5, to ∞, -1, 0 and to 1, ∞, 0', () => {
    expectEntries(threeToThree([0, 1, Infinity], [0, 1, Infinity]), identity)
    expectEntries(threeToThree([0, 1, Infinity], [5, 9, Infinity]), [2, 2.5, 0, 0.5])
    // z ↦ -1/z takes 0, 1, ∞ to ∞, -1, 0; z ↦ 1/(1 - z) takes them to 1, ∞, 0.
    expectEntries(threeToThree([0, 1, Infinity], [Infinity, -1, 0]), [0, -1, 1, 0])
    expectEntries(
      threeToThree([0, 1, -Infinity], [1, Infinity, 0]),
      [0, -1, 1, -1].map((entry) => -entry),
    )
  })

  it('refuses triples that go opposite ways, with two equal points, or with what is no number', () => {
    expect(() => threeToThree([0, 1, 2], [0, 2, 1])).toThrow('it takes a reflection')
    expect(() => threeToThree([0, 1, Infinity], [0, -1, Infinity])).toThrow('it takes a reflection')
    expect(() => threeToThree([0, 3, 3], [0, 1, 2])).toThrow('two points of the first triple are the same, 3')
    expect(() => threeToThree([0, 1, 2], [Infinity, 1, -Infinity])).toThrow('second triple are the same, ∞')
    expect(() => threeToThree([0, NaN, 2], [0, 1, 2])).toThrow('a point of the first triple is not a number')
  })
})

describe('twoToTwo', () => {
  it('i, 2i to 3i, 6i is the dilation by 3; to 2i, i the half turn about √2 i', () => {
    const root = Math.sqrt(3)
    expectEntries(
      twoToTwo(
        [
          [0, 1],
          [0, 2],
        ],
        [
          [0, 3],
          [0, 6],
        ],
      ),
      [root, 0, 0, 1 / root],
    )
    expectEntries(
      twoToTwo(
        [
          [0, 1],
          [0, 2],
        ],
        [
          [0, 2],
          [0, 1],
        ],
      ),
      [0, -Math.SQRT2, Math.SQRT1_2, 0],
    )
  })

  it('refuses unequal distances with both, coinciding points, and points outside', () => {
    expect(() =>
      twoToTwo(
        [
          [0, 1],
          [0, 2],
        ],
        [
          [0, 1],
          [0, 4],
        ],
      ),
    ).toThrow('twoToTwo: the distances must be equal, got 0.6931471805599453 and 1.3862943611198906')
    expect(() =>
      twoToTwo(
        [
          [0, 1],
          [0, 1],
        ],
        [
          [0, 2],
          [0, 2],
        ],
      ),
    ).toThrow('they do not say how to turn')
    expect(() =>
      twoToTwo(
        [
          [0, 1],
          [0, 0],
        ],
        [
          [0, 1],
          [0, 4],
        ],
      ),
    ).toThrow('Im must be > 0')
  })
})

describe('threePointsToThree', () => {
  const triangle = [
    [0, 1],
    [1, 1],
    [0, 3],
  ] as const

  it('a triangle shifted by 2 and doubled is z ↦ 2z + 2', () => {
    const g = threePointsToThree(triangle, [
      [2, 2],
      [4, 2],
      [2, 6],
    ])
    expectEntries(g, [Math.SQRT2, Math.SQRT2, 0, Math.SQRT1_2])
  })

  it('names the points whose distance differs; says when it takes a reflection; takes three points on a line', () => {
    expect(() =>
      threePointsToThree(triangle, [
        [0, 1],
        [1, 1],
        [0, 4],
      ]),
    ).toThrow(/distances between points 2 and 3 must be equal, got [\d.]+ and [\d.]+$/)
    expect(() =>
      threePointsToThree(triangle, [
        [0, 1],
        [-1, 1],
        [0, 3],
      ]),
    ).toThrow('it takes a reflection')
    const onLine = threePointsToThree(
      [
        [0, 1],
        [0, 2],
        [0, 5],
      ],
      [
        [0, 3],
        [0, 6],
        [0, 15],
      ],
    )
    expectEntries(onLine, [Math.sqrt(3), 0, 0, 1 / Math.sqrt(3)])
    const same = [
      [0, 1],
      [0, 1],
      [0, 1],
    ] as const
    expect(() => threePointsToThree(same, same)).toThrow('the points coincide')
  })
})
