import { describe, expect, it } from 'vitest'
import { moveA, moveB } from '../../../src/math/factors'
import { fromIwasawa } from '../../../src/math/iwasawa'
import type { Psl2r } from '../../../src/math/psl2r'
import { random, randomPoint } from '../../../src/math/random'
import { sameModel, type Factors } from '../../../src/math/sameModel'
import { halfPlane } from '../../../src/math/space'

const [rows, inner, columns] = [4, 3, 2]
const size = [rows, inner, columns] as const

function model(seed: number): Factors {
  const next = random(seed)
  const points = (n: number) => Float64Array.from(Array.from({ length: n }, () => randomPoint(next)).flat())
  return { a: points(rows * inner), b: points(inner * columns) }
}

function moved({ a, b }: Factors, elements: readonly Psl2r[]): Factors {
  return {
    a: moveA(halfPlane, elements, a, inner, new Float64Array(a.length)),
    b: moveB(halfPlane, elements, b, inner, new Float64Array(b.length)),
  }
}

/** Inner index i becomes order[i]. */
function permuted({ a, b }: Factors, order: readonly number[]): Factors {
  const next = { a: new Float64Array(a.length), b: new Float64Array(b.length) }
  order.forEach((n, i) => {
    for (let k = 0; k < rows; k++)
      next.a.set(a.subarray(2 * (k * inner + i), 2 * (k * inner + i) + 2), 2 * (k * inner + n))
    next.b.set(b.subarray(2 * i * columns, 2 * (i + 1) * columns), 2 * n * columns)
  })
  return next
}

const changed = ({ a, b }: Factors, by: number): Factors => ({ a: a.with(3, a[3]! * (1 + by)), b })

const g = fromIwasawa(1, 2, 0.7)
const each = [fromIwasawa(1, 2, 0.7), fromIwasawa(-2, 0.3, 2), fromIwasawa(0, -1, 1)]

describe('sameModel', () => {
  it('a model and itself moved by one g: same, by that g for every inner index and for all', () => {
    const first = model(1)
    const { verdict, matches, shared } = sameModel(first, moved(first, [g]), ...size)
    expect(verdict).toBe('same')
    expect(shared?.reflected).toBe(false)
    shared!.g.forEach((entry, k) => expect(entry).toBeCloseTo(g[k]!, 11))
    expect(matches.map(({ from, to }) => [from, to])).toEqual([
      [0, 0],
      [1, 1],
      [2, 2],
    ])
  })

  it('moved by an own element for each inner index: same, by these, and by no shared one', () => {
    const first = model(2)
    const { verdict, matches, shared } = sameModel(first, moved(first, each), ...size)
    expect(verdict).toBe('same')
    expect(shared).toBeUndefined()
    matches.forEach(({ alignment }, i) =>
      alignment.g.forEach((entry, k) => expect(entry).toBeCloseTo(each[i]![k]!, 10)),
    )
  })

  it('mirrored, moved and with inner indices permuted: same, and the permutation is found', () => {
    const first = model(3)
    const mirror = (z: Float64Array) => z.map((value, n) => (n % 2 ? value : -value))
    const second = permuted(moved({ a: mirror(first.a), b: mirror(first.b) }, each), [2, 0, 1])
    const { verdict, matches } = sameModel(first, second, ...size)
    expect(verdict).toBe('same')
    expect(matches.map(({ to }) => to)).toEqual([2, 0, 1])
    expect(matches.every(({ alignment }) => alignment.reflected)).toBe(true)
  })

  it('one coordinate changed by 1e-9 of it: different, and the other indices still match', () => {
    const first = model(4)
    const { verdict, matches } = sameModel(first, changed(moved(first, [g]), 1e-9), ...size)
    expect(verdict).toBe('different')
    expect(matches.map(({ misfit, bound }) => misfit <= bound)).toEqual([true, false, true])
    expect(sameModel(first, model(5), ...size).verdict).toBe('different')
  })

  it('rounded to float32: different as float64, same with grain 2⁻²³', () => {
    const first = model(6)
    const second = moved(first, each)
    const rounded = { a: second.a.map(Math.fround), b: second.b.map(Math.fround) }
    expect(sameModel(first, rounded, ...size).verdict).toBe('different')
    expect(sameModel(first, rounded, ...size, 2 ** -23).verdict).toBe('same')
  })

  it('moved by 20 it is the same, by 30, where float64 holds fewer than three digits of a distance, unclear', () => {
    const first = model(7)
    const far = (t: number) => sameModel(first, moved(first, [fromIwasawa(0, t, 0.7)]), ...size).verdict
    expect(far(20)).toBe('same')
    expect(far(30)).toBe('unclear')
  })

  it('refuses factors that do not have their shape', () => {
    const first = model(1)
    expect(() => sameModel(first, first, 5, 3, 2)).toThrow(
      'A holds 24 numbers and B 12, 5 × 3 × 2 needs 30 and 12',
    )
  })
})
