import { describe, expect, it } from 'vitest'
import { derive } from '../../../src/document/derive'
import type { Document } from '../../../src/document/document'
import { centreAtFrame, movedEntries } from '../../../src/document/frame'
import { defaultDocument } from '../../../src/document/presets'
import { isProblem, type Problem } from '../../../src/document/problem'
import { frechetMean } from '../../../src/math/frechetMean'

const start: Document = { ...defaultDocument, element: { x: 1, t: 0.5, theta: 0.3 } }

function done(result: Document | Problem): Document {
  if (isProblem(result)) throw new Error(result.problem)
  return result
}

const entryOf = (document: Document, factor: 'a' | 'b', row: number, column: number) => {
  const { moved, size } = derive(document)
  const at = 2 * (row * (factor === 'a' ? size.inner : size.columns) + column)
  return [moved[factor][at]!, moved[factor][at + 1]!] as const
}

function expectMeanAtI(points: Float64Array) {
  const { x, y } = frechetMean(points)
  expect(x).toBeCloseTo(0, 12)
  expect(y).toBeCloseTo(1, 12)
}

describe('centreAtFrame', () => {
  it('two entries i and 4i, mean 2i: a₁₁ = i comes to 2i above i, b₁₁ = 4i to i/2 below', () => {
    const document: Document = {
      ...start,
      a: [[[0, 1]]],
      b: [[[0, 4]]],
      element: [1, 0, 0, 1],
      selection: [0, 0],
      free: { factor: 'a', row: 0, column: 0 },
    }
    const next = done(centreAtFrame(document))
    const place = (factor: 'a' | 'b') => entryOf(next, factor, 0, 0)
    for (const [factor, height] of [['a', 2] as const, ['b', 0.5] as const]) {
      expect(place(factor)[0]).toBeCloseTo(0, 14)
      expect(place(factor)[1]).toBeCloseTo(height, 14)
    }
    // The half-turn about 2i, then z ↦ z/2: z ↦ -2/z up to scale.
    const other = done(centreAtFrame(document, { factor: 'b', row: 0, column: 0 }))
    expect(entryOf(other, 'b', 0, 0)[1]).toBeCloseTo(2, 14)
  })

  it('the mean comes to i and the chosen entry straight above it; only g changes, and the product stays', () => {
    const at = { factor: 'b', row: 1, column: 2 } as const
    const next = done(centreAtFrame(start, at))
    const { moved, unchanged } = derive(next)
    expectMeanAtI(Float64Array.of(...moved.a, ...moved.b))
    const [x, y] = entryOf(next, 'b', 1, 2)
    expect(x).toBeCloseTo(0, 12)
    expect(y).toBeGreaterThan(1)
    expect({ ...next, element: 0 }).toEqual({ ...start, element: 0 })
    expect(unchanged).toBe(true)
  })

  it('takes the first entry that g acts on: of A, or of B where A stays', () => {
    expect(entryOf(done(centreAtFrame(start)), 'a', 0, 0)[0]).toBeCloseTo(0, 12)
    const onlyB = done(centreAtFrame({ ...start, move: 'b' }))
    expect(entryOf(onlyB, 'b', 0, 0)[0]).toBeCloseTo(0, 12)
    expectMeanAtI(derive(onlyB).moved.b)
  })

  it('reflected and at t = ½: the mean of what is seen comes to i, and t to 1', () => {
    const mirrored = done(centreAtFrame({ ...start, reflected: true }))
    expect(mirrored.reflected).toBe(true)
    const flowing = done(centreAtFrame({ ...start, time: 0.5 }))
    expect(flowing.time).toBe(1)
    for (const next of [mirrored, flowing]) {
      const { moved } = derive(next)
      expectMeanAtI(Float64Array.of(...moved.a, ...moved.b))
      expect(entryOf(next, 'a', 0, 0)[0]).toBeCloseTo(0, 12)
    }
  })

  it('with an inner index, its entries and its element alone', () => {
    const elements = start.b.map((_, i) => ({ x: i, t: 0.5 * i, theta: 0.2 * i }))
    const next = done(centreAtFrame({ ...start, element: elements }, undefined, 1))
    const { moved, size } = derive(next)
    const own = Array.from({ length: size.rows }, (_, k) => entryOf(next, 'a', k, 1)).flat()
    expectMeanAtI(Float64Array.of(...own, ...moved.b.subarray(2 * size.columns, 4 * size.columns)))
    expect(entryOf(next, 'a', 0, 1)[0]).toBeCloseTo(0, 12)
    expect((next.element as readonly unknown[])[0]).toBe(elements[0])
  })

  it('refuses the line, an entry that stays or belongs elsewhere, and one at the mean itself', () => {
    const problemOf = (result: Document | Problem) => (isProblem(result) ? result.problem : 'none')
    expect(problemOf(centreAtFrame({ ...start, space: 'line' }))).toBe(
      'on the real line there is nothing to turn',
    )
    const stays = centreAtFrame({ ...start, move: 'b' }, { factor: 'a', row: 0, column: 1 })
    expect(problemOf(stays)).toBe('g does not act on a₁₂, so it cannot bring it above i')
    expect(problemOf(centreAtFrame(start, { factor: 'a', row: 99, column: 0 }))).toContain('does not act')
    const each: Document = { ...start, element: start.b.map(() => [1, 0, 0, 1] as const) }
    expect(problemOf(centreAtFrame(each, { factor: 'a', row: 0, column: 0 }, 1))).toContain('does not act')
    const document: Document = {
      ...start,
      a: [[[0, 1]], [[3, 2]]],
      b: [[[3, 2]]],
      selection: [0, 0],
    }
    const middle: Document = { ...document, a: [[[0, 1]], [[0, 2]]], b: [[[0, 4]]] }
    expect(problemOf(centreAtFrame(middle, { factor: 'a', row: 1, column: 0 }))).toBe(
      'a₂₁ is too near to the mean to say which way is up',
    )
    expect(isProblem(centreAtFrame(document))).toBe(false)
  })
})

describe('movedEntries', () => {
  it('are those of A, then of B, that g acts on; of one inner index its column and its row', () => {
    const names = (document: Document, inner?: number) =>
      movedEntries(document, inner).map(({ factor, row, column }) => `${factor}${row}${column}`)
    const small: Document = {
      ...start,
      a: [
        [
          [0, 1],
          [1, 1],
        ],
      ],
      b: [[[0, 1]], [[1, 1]]],
    }
    expect(names(small)).toEqual(['a00', 'a01', 'b00', 'b10'])
    expect(names(small, 1)).toEqual(['a01', 'b10'])
    expect(names({ ...small, move: 'b' })).toEqual(['b00', 'b10'])
  })
})
