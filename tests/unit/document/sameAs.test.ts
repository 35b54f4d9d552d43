import { describe, expect, it } from 'vitest'
import type { Model } from '../../../src/document/alignTo'
import { derive } from '../../../src/document/derive'
import type { Document } from '../../../src/document/document'
import { factorFromPacked } from '../../../src/document/packedFactor'
import { defaultDocument } from '../../../src/document/presets'
import { isProblem, type Problem } from '../../../src/document/problem'
import { sameAs, type SameAs } from '../../../src/document/sameAs'

const start: Document = { ...defaultDocument, element: { x: 1, t: 0.5, theta: 0.3 } }

function done(result: SameAs | Problem): SameAs {
  if (isProblem(result)) throw new Error(result.problem)
  return result
}

function movedOf(document: Document): Model {
  const { moved, size, stride } = derive(document)
  return {
    space: document.space,
    a: factorFromPacked(moved.a, size.inner, stride),
    b: factorFromPacked(moved.b, size.columns, stride),
  }
}

/** The inner indices in the opposite order. */
const turned = ({ space, a, b }: Model): Model => ({
  space,
  a: a.map((row) => row.toReversed()),
  b: b.toReversed(),
})

describe('sameAs', () => {
  it('the base and the moved entries: same, by one isometry, the products within 1e-13', () => {
    const found = done(sameAs(start, movedOf(start), 'float64'))
    expect(found).toMatchObject({ verdict: 'same', to: start.b.map((_, i) => i), isShared: true, unfit: 0 })
    expect(found.worst.misfit).toBeLessThanOrEqual(found.worst.bound)
    expect(found.product).toBeLessThan(1e-13)
  })

  it('with the inner indices in the opposite order: same, and that order is found', () => {
    const found = done(sameAs(start, turned(movedOf(start)), 'float64'))
    expect(found.verdict).toBe('same')
    expect(found.to).toEqual(start.b.map((_, i) => start.b.length - 1 - i))
    expect(found.isShared).toBe(false)
  })

  it('when A alone has moved: different, every inner index; the products differ by as much as derive says', () => {
    const oneSided: Document = { ...start, move: 'a' }
    const found = done(sameAs(oneSided, movedOf(oneSided), 'float64'))
    expect(found.verdict).toBe('different')
    expect(found.unfit).toBe(start.b.length)
    expect(found.product).toBeCloseTo(derive(oneSided).largestChange, 12)
  })

  it('with one entry out of place the worst index is that one', () => {
    const other = movedOf(start)
    const [x, y] = other.b[1]![0] as [number, number]
    const b = other.b.with(1, other.b[1]!.with(0, [x, y * 1.001]))
    expect(done(sameAs(start, { ...other, b }, 'float64'))).toMatchObject({
      verdict: 'different',
      unfit: 1,
      worst: { from: 1 },
    })
  })

  it('rounded to float32 it is the same with that precision only; on the line too', () => {
    const round = ({ space, a, b }: Model): Model => {
      const entry = (value: (typeof a)[number][number]) =>
        typeof value === 'number' ? Math.fround(value) : ([value[0], value[1]].map(Math.fround) as never)
      return { space, a: a.map((row) => row.map(entry)), b: b.map((row) => row.map(entry)) }
    }
    const line: Document = { ...start, space: 'line', a: [[0.1, 2]], b: [[3], [7.3]], element: 0.7 }
    for (const document of [start, line]) {
      const other = round(movedOf(document))
      expect(done(sameAs(document, other, 'float64')).verdict).toBe('different')
      expect(done(sameAs(document, other, 'float32')).verdict).toBe('same')
    }
  })

  it('on the line a reflection of the second inner index is found', () => {
    const one: Model = { space: 'line', a: [[0.1, 2]], b: [[3], [7.3]] }
    const other: Model = { space: 'line', a: [[1.1, 5 - 2]], b: [[4], [5 - 7.3]] }
    expect(done(sameAs(one, other, 'float64'))).toMatchObject({ verdict: 'same', isShared: false })
  })

  it('refuses other sizes and points that are too far apart', () => {
    const other: Model = { ...start, a: start.a.slice(1) }
    expect(sameAs(start, other, 'float64')).toHaveProperty('problem', expect.stringMatching(/sizes differ/))
    const a = start.a.with(0, start.a[0]!.with(0, [1e150, 1e-150]).with(1, [-1e150, 1e-150]))
    for (const [one, other] of [
      [start, { ...start, a }],
      [{ ...start, a }, start],
      [
        { ...start, a },
        { ...start, a },
      ],
    ] satisfies [Document, Document][]) {
      expect(sameAs(one, other, 'float64')).toEqual({ problem: 'the points are too far apart for float64' })
    }
  })
})
