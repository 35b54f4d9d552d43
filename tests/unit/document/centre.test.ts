import { describe, expect, it } from 'vitest'
import { centreAt, centreAtMean } from '../../../src/document/centre'
import { derive } from '../../../src/document/derive'
import type { Document } from '../../../src/document/document'
import { defaultDocument } from '../../../src/document/presets'
import { isProblem, type Problem } from '../../../src/document/problem'
import { frechetMean } from '../../../src/math/frechetMean'
import { dist } from '../../../src/math/upperHalfPlane'

const onLine: Document = {
  ...defaultDocument,
  space: 'line',
  a: [[0, 2]],
  b: [[3], [7]],
  element: 10,
  selection: [0, 0],
  free: { factor: 'a', row: 0, column: 0 },
}

function done(result: Document | Problem): Document {
  if (isProblem(result)) throw new Error(result.problem)
  return result
}

const entryOf = (document: Document, factor: 'a' | 'b', n: number) => {
  const moved = derive(document).moved[factor]
  return [moved[2 * n]!, moved[2 * n + 1]!] as const
}

function expectAtI([x, y]: readonly [number, number]) {
  expect(x).toBeCloseTo(0, 12)
  expect(y).toBeCloseTo(1, 12)
}

/** The default model, its elements different in every column. */
const perColumn: Document = {
  ...defaultDocument,
  element: defaultDocument.b.map((_, i) => ({ x: i, t: 0.5 * i, theta: 0.2 * i })),
}

describe('centreAt', () => {
  it('on the line carries 2 + 10 to 0, so α is -2', () => {
    const next = done(centreAt(onLine, { factor: 'a', row: 0, column: 1 }))
    expect(next.element).toBe(-2)
    expect([...derive(next).moved.b]).toEqual([1, 5])
  })

  it('in the half-plane brings the moved entry to i and changes nothing but g; the product stays', () => {
    const document = { ...defaultDocument, element: [2, 1, 1, 1] as const }
    const next = done(centreAt(document, { factor: 'b', row: 1, column: 2 }))
    expectAtI(entryOf(next, 'b', 1 * document.b[0]!.length + 2))
    expect({ ...next, element: 0 }).toEqual({ ...document, element: 0 })
    expect(derive(next).unchanged).toBe(true)
  })

  it('keeps the θ of g, and reaches 123 + 0.000123i within 32ε|x|/y', () => {
    const a = defaultDocument.a.with(0, defaultDocument.a[0]!.with(0, [123, 0.000123]))
    const document: Document = { ...defaultDocument, a, element: { x: 0, t: 0, theta: 0 } }
    const next = done(centreAt(document, { factor: 'a', row: 0, column: 0 }))
    expect(next.element).toHaveProperty('theta', 0)
    expect(dist(...entryOf(next, 'a', 0), 0, 1)).toBeLessThan(32 * Number.EPSILON * 1e6)
  })

  it('with one element per inner index, moves all by the same isometry, or with "own" that one alone', () => {
    const at = { factor: 'a', row: 0, column: 1 } as const
    const all = done(centreAt(perColumn, at))
    expectAtI(entryOf(all, 'a', 1))
    const own = done(centreAt(perColumn, at, 'own'))
    expectAtI(entryOf(own, 'a', 1))
    const elements = own.element as readonly unknown[]
    expect(elements[0]).toBe((perColumn.element as readonly unknown[])[0])
    expect((all.element as readonly unknown[])[0]).not.toEqual((perColumn.element as readonly unknown[])[0])
    expect(derive(all).unchanged && derive(own).unchanged).toBe(true)
  })

  it('refuses a factor that stays, an entry that is not there, and one that float64 cannot bring to i', () => {
    const at = { factor: 'a', row: 0, column: 0 } as const
    expect(centreAt({ ...defaultDocument, move: 'b' }, at)).toEqual({
      problem: 'g does not act on A, so it cannot bring an entry of it to the centre',
    })
    expect(centreAt(defaultDocument, { ...at, row: 99 })).toEqual({
      problem: 'there is no entry (100, 1) in A',
    })
    const far: Document = { ...defaultDocument, a: [[[1e18, 1e-9]], ...defaultDocument.a.slice(1)] }
    expect(centreAt({ ...far, element: [1, 0, 0, 1] }, at)).toHaveProperty(
      'problem',
      expect.stringContaining('too far out for float64'),
    )
  })
})

describe('centreAtMean', () => {
  it('on the line brings the mean 3 of all entries to 0, of A alone 1, of the second inner index 4.5', () => {
    expect(done(centreAtMean(onLine)).element).toBe(-3)
    expect(done(centreAtMean({ ...onLine, move: 'a' })).element).toBe(-1)
    const both = done(centreAtMean({ ...onLine, element: [10, 20] }, 1))
    expect(both.element).toEqual([10, -4.5])
  })

  it('in the half-plane brings the Fréchet mean of what g moves to i', () => {
    for (const move of ['both', 'a', 'b'] as const) {
      const next = done(centreAtMean({ ...defaultDocument, move, element: [2, 1, 1, 1] }))
      const { moved } = derive(next)
      const all = [...(move === 'b' ? [] : moved.a), ...(move === 'a' ? [] : moved.b)]
      const { x, y } = frechetMean(Float64Array.from(all))
      expectAtI([x, y])
    }
  })

  it('with an inner index, its entries and its element alone', () => {
    const next = done(centreAtMean(perColumn, 0))
    const { moved, size } = derive(next)
    const own = Array.from({ length: size.rows }, (_, k) => entryOf(next, 'a', k * size.inner)).flat()
    const { x, y } = frechetMean(Float64Array.from([...own, ...moved.b.subarray(0, 2 * size.columns)]))
    expectAtI([x, y])
    expect((next.element as readonly unknown[])[1]).toBe((perColumn.element as readonly unknown[])[1])
  })

  it('says why there is no mean', () => {
    const far: Document = { ...defaultDocument, a: [[[1e60, 1]]], b: [[[1e60, 2]]], element: [1, 0, 0, 1] }
    expect(centreAtMean(far)).toHaveProperty('problem', expect.stringContaining('too coarse'))
  })
})
