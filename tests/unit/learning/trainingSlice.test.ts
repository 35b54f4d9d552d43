import { describe, expect, it } from 'vitest'
import { attentionData } from '../../../src/learning/attentionData'
import type { HeadSettings } from '../../../src/learning/attentionHead'
import type { Inputs } from '../../../src/learning/data/embed'
import { distinctRows } from '../../../src/learning/distinctRows'
import { queryRows, sumOfQueryRows } from '../../../src/learning/queryRows'
import { slicedClassifier } from '../../../src/learning/slicedClassifier'
import { slicedHead } from '../../../src/learning/slicedHead'
import { trainingLineSlice, trainingSlice } from '../../../src/learning/trainingSlice'

/** Heights eⁿ on the imaginary axis, where distances are differences of exponents. */
const heights = (...exponents: number[]) => Float64Array.from(exponents.flatMap((n) => [0, Math.exp(n)]))

const settings = (beta: HeadSettings['beta'], geometry: HeadSettings['geometry'] = 'halfPlane') =>
  ({ geometry, tokens: 3, inner: 1, beta }) as const

/** Each of 0 1 2 attends to the first of the other two. */
const data = attentionData(3, [[0, 1, 2]], () => [1, 0])
/** Q at 0 1 2, K at 0 1 4 as exponents: C = (0 1 4; 1 0 3; 2 1 2). */
const q = heights(0, 1, 2)
const k = heights(0, 1, 4)
/** -log of the weight of the key at distance c, the other one being at d. */
const surprise = (beta: number, c: number, d: number) => Math.log1p(Math.exp(beta * (c - d)))

describe('the slice of a head with three tokens, by hand', () => {
  const beta = 0.5
  const sliced = slicedHead(settings({ kind: 'fixed', beta }), data)

  it('over the query of token 0, which attends to 1 and not to 2', () => {
    const slice = trainingSlice(sliced, { factor: 'a', row: 0, column: 0 }).hold(q, k, [])
    const rest = surprise(beta, 1, 3) + surprise(beta, 2, 1)
    expect(slice.lossAt(0, Math.exp(3))).toBeCloseTo((rest + surprise(beta, 2, 1)) / 3, 14)
    expect(slice.lossAt(0, Math.exp(-2))).toBeCloseTo((rest + surprise(beta, 3, 6)) / 3, 14)
  })

  it('over the key of token 2, which no query wants', () => {
    const slice = trainingSlice(sliced, { factor: 'b', row: 0, column: 2 }).hold(q, k, [])
    // Token 2 itself attends to 0 and 1.
    const rest = surprise(beta, 2, 1)
    const at = (n: number) => surprise(beta, 1, Math.abs(n)) + surprise(beta, 1, Math.abs(n - 1))
    for (const n of [-3, 0.5, 6]) expect(slice.lossAt(0, Math.exp(n))).toBeCloseTo((rest + at(n)) / 3, 13)
  })

  it('on the line over both', () => {
    const onLine = slicedHead(settings({ kind: 'fixed', beta }, 'line'), data)
    const slice = trainingLineSlice(onLine, 0, 0, 2).hold(
      Float64Array.of(0, 1, 2),
      Float64Array.of(0, 1, 4),
      [],
    )
    const at = (x: number, y: number) =>
      surprise(beta, Math.abs(x - 1), Math.abs(x - y)) +
      surprise(beta, 1, Math.abs(y - 1)) +
      surprise(beta, 2, 1)
    expect(slice.lossAt(3, -2)).toBeCloseTo(at(3, -2) / 3, 14)
    expect(slice.lossAt(5, -2)).toBeCloseTo(at(5, -2) / 3, 14)
    expect(slice.lossAt(5, 7)).toBeCloseTo(at(5, 7) / 3, 14)
  })

  it('with β from the norm of the query: the free coordinates count', () => {
    const byNorms = slicedHead(settings({ kind: 'byNorms', gamma: 3 }), data)
    const slice = trainingSlice(byNorms, { factor: 'a', row: 0, column: 0 }).hold(q, k, [Math.log(3)])
    const of = (y: number) => 3 / Math.sqrt(1 + y * y)
    const rest = surprise(of(Math.E), 1, 3) + surprise(of(Math.exp(2)), 2, 1)
    expect(slice.lossAt(0, Math.exp(3))).toBeCloseTo((rest + surprise(of(Math.exp(3)), 2, 1)) / 3, 14)
  })

  it('where every weight but one underflows, and the wanted one is not it: β times the difference', () => {
    const sharp = slicedHead(settings({ kind: 'fixed', beta: 1e6 }), data)
    // All three rows are wrong or right by whole units; at β = 1e6 a right one adds 0, a wrong one β · difference.
    const query = trainingSlice(sharp, { factor: 'a', row: 0, column: 0 }).hold(q, k, [])
    expect(query.lossAt(0, Math.exp(3)) / ((1e6 * (1 + 1)) / 3)).toBeCloseTo(1, 12)
    const key = trainingSlice(sharp, { factor: 'b', row: 0, column: 2 }).hold(q, k, [])
    expect(key.lossAt(0, Math.exp(0.25)) / ((1e6 * (0.75 + 0.25 + 1)) / 3)).toBeCloseTo(1, 12)
  })

  it('merges equal rows and those in another order, and keeps what each wants', () => {
    const twice = attentionData(
      3,
      [
        [0, 1, 2],
        [0, 2, 1],
      ],
      (query, keys) => (query === 0 ? [1, 0] : keys.map(() => 0.5)),
    )
    const slice = trainingSlice(slicedHead(settings({ kind: 'fixed', beta }), twice), {
      factor: 'a',
      row: 0,
      column: 0,
    })
    const halves = (c: number, d: number) => (surprise(beta, c, d) + surprise(beta, d, c)) / 2 - Math.LN2
    // Token 0 wants 1 once and 2 once; the four other rows want both keys alike.
    const rest = 2 * halves(1, 3) + 2 * halves(2, 1)
    const row = surprise(beta, 2, 1) + surprise(beta, 1, 2)
    expect(slice.hold(q, k, []).lossAt(0, Math.exp(3))).toBeCloseTo((rest + row) / 6, 14)
  })

  it('where a row has the free key only: what it adds does not depend on it', () => {
    const pairs = attentionData(3, [[0, 1, 1]], (_, keys) => keys.map(() => 0.5))
    const alike = slicedHead(settings({ kind: 'fixed', beta }), pairs)
    const slice = trainingSlice(alike, { factor: 'b', row: 0, column: 1 }).hold(q, k, [])
    // Token 0 attends to 1 twice and needs nothing; token 1 twice to 0, at distance 1, and to itself.
    const at = (n: number) => {
      const d = Math.abs(n - 1)
      return surprise(beta, 1, d) + surprise(beta, d, 1) - 2 * Math.LN2
    }
    for (const n of [-3, 0.5, 6]) expect(slice.lossAt(0, Math.exp(n))).toBeCloseTo(at(n) / 3, 14)
  })

  it('on the line, after other entries are held, what depends on y alone is new', () => {
    const onLine = slicedHead(settings({ kind: 'fixed', beta }, 'line'), data)
    const slice = trainingLineSlice(onLine, 0, 0, 2).hold(
      Float64Array.of(0, 1, 2),
      Float64Array.of(0, 1, 4),
      [],
    )
    const before = slice.lossAt(3, -2)
    const b = Float64Array.of(0, 1, 4)
    expect(slice.hold(Float64Array.of(0, -1, 2), b, []).lossAt(3, -2)).not.toBeCloseTo(before, 3)
    expect(slice.hold(Float64Array.of(0, 1, 2), b, []).lossAt(3, -2)).toBe(before)
  })

  it('refuses what has no slice, with the reason', () => {
    const fixed = { kind: 'fixed', beta } as const
    expect(() => slicedHead(settings(fixed, 'dot'), data)).toThrow('dot product')
    expect(() => slicedHead({ ...settings(fixed), tokens: 4 }, data)).toThrow('3 tokens, the head one of 4')
    expect(() => trainingSlice(sliced, { factor: 'a', row: 3, column: 0 })).toThrow(RangeError)
    expect(() => trainingLineSlice(sliced, 0, 0, 0)).toThrow('one free entry')
    const onLine = slicedHead(settings(fixed, 'line'), data)
    expect(() => trainingSlice(onLine, { factor: 'a', row: 0, column: 0 })).toThrow('one entry of each')
    expect(() => trainingLineSlice(onLine, 0, 1, 0)).toThrow(RangeError)
    const slice = trainingSlice(sliced, { factor: 'a', row: 0, column: 0 })
    expect(() => slice.hold(q.subarray(2), k, [])).toThrow(RangeError)
  })

  it('is NaN outside the half-plane, before anything is held, and where a held point underflowed', () => {
    const slice = trainingSlice(sliced, { factor: 'a', row: 0, column: 0 })
    expect(slice.lossAt(0, 1)).toBeNaN()
    slice.hold(q, k, [])
    for (const [x, y] of [
      [0, 0],
      [0, -1],
      [NaN, 1],
      [Infinity, 1],
      [0, Infinity],
    ] as const) {
      expect(slice.lossAt(x, y)).toBeNaN()
    }
    const flat = k.slice()
    flat[3] = 0
    expect(slice.hold(q, flat, []).lossAt(0, 1)).toBeNaN()
  })

  it('is right where coordinates leave the range in which they may be squared', () => {
    const slice = trainingSlice(sliced, { factor: 'a', row: 0, column: 0 }).hold(q, k, [])
    const rest = surprise(beta, 1, 3) + surprise(beta, 2, 1)
    // Far below all keys the two distances differ by that of the keys, 3.
    expect(slice.lossAt(0, 1e-300)).toBeCloseTo((rest + surprise(beta, 0, 3)) / 3, 12)
    expect(slice.lossAt(0, 1e300)).toBeCloseTo((rest + surprise(beta, 3, 0)) / 3, 12)
  })
})

describe('equal rows', () => {
  it('are merged in whatever order their keys come, with the targets of each key', () => {
    const rows = distinctRows(
      attentionData(
        3,
        [
          [0, 2, 1],
          [0, 1, 2],
          [1, 1, 0],
        ],
        () => [0.75, 0.25],
      ),
    )
    expect(rows[0]).toEqual({ query: 0, keys: Int32Array.of(1, 2), targets: Float64Array.of(1, 1), count: 2 })
    expect(rows.map(({ query, keys, count }) => [query, [...keys], count])).toEqual([
      [0, [1, 2], 2],
      [2, [0, 1], 2],
      [1, [0, 2], 2],
      [1, [0, 1], 2],
      [0, [1, 1], 1],
    ])
  })

  it('a weight among the denormal numbers keeps its digits', () => {
    const rows = distinctRows(
      attentionData(
        2,
        [
          [0, 0],
          [0, 1],
        ],
        () => [1],
      ),
    )
    const ofZero = queryRows(
      rows.filter(({ query }) => query === 0),
      2,
    )
    // Both rows have one key, so the entropy is 0; relative to the least cost the second weighs e^-725.
    expect(Math.abs(sumOfQueryRows(ofZero, Float64Array.of(0, 1), 725))).toBeLessThan(1e-12)
  })
})

describe('the slice of a classifier, by hand', () => {
  /** Inputs at 0 1 2 as exponents, of the classes 0 1 0; prototypes at 0 and 3, one a class. */
  const inputs: Inputs = {
    count: 3,
    inner: 1,
    points: q,
    labels: Int32Array.of(0, 1, 0),
    classes: ['one', 'other'],
  }
  const beta = 0.5
  const model = {
    geometry: 'halfPlane',
    inner: 1,
    classes: 2,
    perClass: 1,
    beta: { kind: 'fixed', beta },
  } as const
  const w = heights(0, 3)
  const sliced = slicedClassifier(model, inputs)

  it('over an input: its own row', () => {
    const slice = trainingSlice(sliced, { factor: 'a', row: 0, column: 0 }).hold(q, w, [])
    const rest = surprise(beta, 2, 1) + surprise(beta, 2, 1)
    expect(slice.lossAt(0, Math.exp(5))).toBeCloseTo((rest + surprise(beta, 5, 2)) / 3, 14)
  })

  it('over a prototype: every row', () => {
    const slice = trainingSlice(sliced, { factor: 'b', row: 0, column: 1 }).hold(q, w, [])
    const at = (n: number) =>
      surprise(beta, 0, Math.abs(n)) + surprise(beta, Math.abs(n - 1), 1) + surprise(beta, 2, Math.abs(n - 2))
    for (const n of [-4, 0.5, 1.5, 300]) expect(slice.lossAt(0, Math.exp(n))).toBeCloseTo(at(n) / 3, 12)
  })

  it('with a sharp β a wrong input adds β times the difference, near prototypes and far ones', () => {
    const sharp = slicedClassifier({ ...model, beta: { kind: 'fixed', beta: 1e6 } }, inputs)
    const slice = trainingSlice(sharp, { factor: 'b', row: 0, column: 1 }).hold(q, w, [])
    // At e^1.5: input 1 is right by 1/2, input 2 wrong by 2 - 1/2. At e^9: input 1 wrong by 8 - 1, the others right.
    expect(slice.lossAt(0, Math.exp(1.5)) / ((1e6 * 1.5) / 3)).toBeCloseTo(1, 12)
    expect(slice.lossAt(0, Math.exp(9)) / ((1e6 * 7) / 3)).toBeCloseTo(1, 12)
  })
})
