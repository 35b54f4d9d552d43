import { describe, expect, it } from 'vitest'
import { random, normal } from '../../../src/math/random'
import type { Factors } from '../../../src/math/sameModel'
import { sameModelLine } from '../../../src/math/sameModelLine'

const [rows, inner, columns] = [4, 3, 2]
const size = [rows, inner, columns] as const

function model(seed: number): Factors {
  const next = random(seed)
  const numbers = (n: number) => Float64Array.from({ length: n }, () => normal(next))
  return { a: numbers(rows * inner), b: numbers(inner * columns) }
}

type Isometry = (x: number) => number

/** Inner index i moved by its isometry, and made number order[i]. */
function moved({ a, b }: Factors, by: readonly Isometry[], order = [0, 1, 2]): Factors {
  const next = { a: new Float64Array(a.length), b: new Float64Array(b.length) }
  order.forEach((n, i) => {
    for (let k = 0; k < rows; k++) next.a[k * inner + n] = by[i]!(a[k * inner + i]!)
    for (let l = 0; l < columns; l++) next.b[n * columns + l] = by[i]!(b[i * columns + l]!)
  })
  return next
}

const by = (alpha: number): Isometry[] => [0, 1, 2].map(() => (x) => x + alpha)
const each: Isometry[] = [(x) => x + 1.7, (x) => 0.3 - x, (x) => x - 11.1]

describe('sameModelLine', () => {
  it('a model and itself moved by one translation: same, by it for every inner index and for all', () => {
    const first = model(1)
    const { verdict, matches, shared } = sameModelLine(first, moved(first, by(2.3)), ...size)
    expect(verdict).toBe('same')
    expect(shared?.alpha).toBeCloseTo(2.3, 14)
    expect(matches.map(({ from, to }) => [from, to])).toEqual([
      [0, 0],
      [1, 1],
      [2, 2],
    ])
  })

  it('moved by an own translation or reflection each, and permuted: same, and they are found', () => {
    const first = model(2)
    const found = sameModelLine(first, moved(first, each, [2, 0, 1]), ...size)
    expect(found.verdict).toBe('same')
    expect(found.shared).toBeUndefined()
    expect(found.matches.map(({ to }) => to)).toEqual([2, 0, 1])
    expect(found.matches.map(({ alignment }) => alignment.reflected)).toEqual([false, true, false])
    ;[1.7, 0.3, -11.1].forEach((alpha, i) => expect(found.matches[i]!.alignment.alpha).toBeCloseTo(alpha, 13))
    expect(sameModelLine(first, moved(first, each), ...size).shared).toBeUndefined()
  })

  it('one number changed by 1e-9: different, and the other indices still match', () => {
    const first = model(3)
    const second = moved(first, each)
    second.a[4]! += 1e-9
    const { verdict, matches } = sameModelLine(first, second, ...size)
    expect(verdict).toBe('different')
    expect(matches.map(({ misfit, bound }) => misfit <= bound)).toEqual([true, false, true])
    expect(sameModelLine(first, model(4), ...size).verdict).toBe('different')
  })

  it('rounded to float32: different as float64, same with grain 2⁻²³', () => {
    const first = model(5)
    const second = moved(first, each)
    const rounded = { a: second.a.map(Math.fround), b: second.b.map(Math.fround) }
    expect(sameModelLine(first, rounded, ...size).verdict).toBe('different')
    expect(sameModelLine(first, rounded, ...size, 2 ** -23).verdict).toBe('same')
  })

  it('moved by 1e10 it is the same, by 1e14, where a hundredth is all that float64 holds, unclear', () => {
    const first = model(6)
    expect(sameModelLine(first, moved(first, by(1e10)), ...size).verdict).toBe('same')
    expect(sameModelLine(first, moved(first, by(1e14)), ...size).verdict).toBe('unclear')
  })

  it('all numbers equal: the same as any other that has them equal, at any distance', () => {
    const flat = (x: number) => ({
      a: new Float64Array(rows * inner).fill(x),
      b: new Float64Array(6).fill(x),
    })
    expect(sameModelLine(flat(0.1), flat(7e15), ...size).verdict).toBe('same')
    expect(sameModelLine(flat(0.1), model(1), ...size).verdict).toBe('different')
  })

  it('asks for inner comparisons if each fits its own, for no more than inner² if none does', () => {
    const first = model(7)
    let count = 0
    const compare = (second: Factors) => {
      count = 0
      sameModelLine(first, second, ...size, Number.EPSILON, () => count++)
      return count
    }
    expect(compare(moved(first, by(1)))).toBe(3)
    expect(compare(model(8))).toBe(9)
  })

  it('refuses factors that do not have their shape', () => {
    const first = model(1)
    expect(() => sameModelLine(first, first, 5, 3, 2)).toThrow(
      'A holds 12 numbers and B 6, 5 × 3 × 2 needs 15 and 6',
    )
  })
})
