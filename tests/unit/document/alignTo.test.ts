import { describe, expect, it } from 'vitest'
import { acted } from '../../../src/document/acting'
import { alignTo, withAligned, type AlignedTo, type Model } from '../../../src/document/alignTo'
import { derive } from '../../../src/document/derive'
import type { Document, Entry, Factor } from '../../../src/document/document'
import { defaultDocument } from '../../../src/document/presets'
import { isProblem, type Problem } from '../../../src/document/problem'

const start: Document = { ...defaultDocument, element: [1, 0, 0, 1], time: 1 }
const onLine: Document = {
  ...start,
  space: 'line',
  a: [
    [0, 2],
    [1, -1],
  ],
  b: [[3], [7]],
  element: 10,
  selection: [0, 0],
  free: { factor: 'a', row: 0, column: 0 },
}

function done(result: AlignedTo | Problem): AlignedTo {
  if (isProblem(result)) throw new Error(result.problem)
  return result
}

type Map = (entry: Entry) => Entry
/** The model with one map for each inner index, or one for all. */
function mapped({ space, a, b }: Model, maps: readonly Map[]): Model {
  const of = (i: number) => maps[i % maps.length]!
  return {
    space,
    a: a.map((row) => row.map((entry, i) => of(i)(entry))),
    b: b.map((row, i) => row.map((entry) => of(i)(entry))),
  }
}

/** z ↦ 4z + 1 and z ↦ -z̄/2 + 3, by coordinates. */
const wide: Map = (z) => (typeof z === 'number' ? z + 4 : [4 * z[0] + 1, 4 * z[1]])
const mirror: Map = (z) => (typeof z === 'number' ? 1.5 - z : [3 - z[0] / 2, z[1] / 2])

function expectMoved(document: Document, to: Model) {
  const { moved } = derive(document)
  for (const name of ['a', 'b'] as const) {
    const wanted = to[name].flat(2)
    expect(moved[name].length).toBe(wanted.length)
    moved[name].forEach((value, n) => expect(value).toBeCloseTo(wanted[n]!, 11))
  }
}

describe('alignTo', () => {
  it('finds z ↦ 4z + 1, and used as g it carries every base entry to its partner', () => {
    const other = mapped(start, [wide])
    const { best, reversed } = done(alignTo(start, other, 'all'))
    expect(best.isometries).toHaveLength(1)
    expect(best.isometries[0]!.reflected).toBe(false)
    expect(best.largest).toBeLessThan(1e-12)
    expect(reversed.objective).toBeGreaterThan(0.1)
    const next = withAligned({ ...start, move: 'a', time: 1 }, best)
    expect(next.move).toBe('both')
    expectMoved(next, other)
  })

  it('a reversing one is σ(z) = -z̄ first, then g: gσz = 3 - z̄/2 at every entry', () => {
    const other = mapped(start, [mirror])
    const { best } = done(alignTo(start, other, 'all'))
    expect(best.isometries[0]!.reflected).toBe(true)
    const next = withAligned(start, best)
    expect(next.reflected).toBe(true)
    const [x, y] = acted(next, 0, [2, 4]) as [number, number]
    expect(x).toBeCloseTo(2, 12)
    expect(y).toBeCloseTo(2, 12)
    expectMoved(next, other)
  })

  it('one for each inner index: each its own, reflected where it must be, and no word is left', () => {
    const maps = start.b.map((_, i) => (i === 0 ? wide : mirror))
    const other = mapped(start, maps)
    expect(done(alignTo(start, other, 'all')).best.largest).toBeGreaterThan(0.1)
    const { best } = done(alignTo(start, other, 'each'))
    expect(best.isometries.map(({ reflected }) => reflected)).toEqual(start.b.map((_, i) => i > 0))
    const next = withAligned({ ...start, word: [[2, 1, 1, 1]] }, best)
    expect(next.word).toEqual([])
    expectMoved(next, other)
    // One isometry for all again takes the lists away.
    const again = withAligned(next, done(alignTo(start, mapped(start, [wide]), 'all')).best)
    expect(again.reflected).toBe(false)
    expectMoved(again, mapped(start, [wide]))
  })

  it('residuals are told by entry: one partner moved away by a factor of e is the worst', () => {
    const other = mapped(start, [wide])
    const [x, y] = other.b[1]![0] as [number, number]
    const b: Factor = other.b.with(1, other.b[1]!.with(0, [x, y * Math.E]))
    const { best } = done(alignTo(start, { ...other, b }, 'all'))
    expect(best.worst).toEqual({ factor: 'b', row: 1, column: 0 })
    expect(best.residuals.b[start.b[0]!.length]).toBe(best.largest)
    const all = [...best.residuals.a, ...best.residuals.b]
    const squares = all.reduce((sum, rho) => sum + rho * rho, 0)
    expect(best.rootMeanSquare).toBeCloseTo(Math.sqrt(squares / all.length), 14)
    expect(best.objective).toBeCloseTo(
      all.reduce((sum, rho) => sum + 2 * Math.cosh(rho) - 2, 0),
      12,
    )
    const own = done(alignTo(start, { ...other, b }, 'each')).best
    expect(own.worst).toMatchObject({ factor: 'b', row: 1 })
    expect(own.residuals.a[0]).toBeLessThan(1e-12)
  })

  it('on the line: x + 4, the reflection 1.5 - x, and one of them for each inner index', () => {
    const direct = done(alignTo(onLine, mapped(onLine, [wide]), 'all')).best
    expect(direct).toMatchObject({ isometries: [{ element: 4, reflected: false }], largest: 0 })
    expectMoved(withAligned(onLine, direct), mapped(onLine, [wide]))
    const reversed = done(alignTo(onLine, mapped(onLine, [mirror]), 'all')).best
    expect(reversed).toMatchObject({ isometries: [{ element: 1.5, reflected: true }], largest: 0 })
    expectMoved(withAligned(onLine, reversed), mapped(onLine, [mirror]))
    const each = done(alignTo(onLine, mapped(onLine, [wide, mirror]), 'each')).best
    expectMoved(withAligned(onLine, each), mapped(onLine, [wide, mirror]))
  })

  it('refuses another space and other sizes, and says which', () => {
    expect(alignTo(start, onLine, 'all')).toEqual({
      problem: 'this model is in the half-plane and the other one on the real line',
    })
    const other: Model = { space: 'line', a: [[0, 2]], b: onLine.b }
    expect(alignTo(onLine, other, 'all')).toEqual({
      problem: 'the sizes differ: A is 2 × 2 here and 1 × 2 in the other model',
    })
    const both: Model = { space: 'line', a: [[0]], b: [[0]] }
    expect(alignTo(onLine, both, 'all')).toEqual({
      problem:
        'the sizes differ: A is 2 × 2 here and 1 × 1 in the other model, B is 2 × 1 here and 1 × 1 in the other model',
    })
  })

  it('refuses entries that all coincide, for one inner index too', () => {
    const flat = mapped(start, [() => [1, 2]])
    expect(alignTo(start, flat, 'all')).toEqual({
      problem: 'all entries of the other model coincide, so that any turn about them is as good',
    })
    expect(alignTo({ ...start, ...flat }, start, 'all')).toHaveProperty(
      'problem',
      expect.stringMatching(/^all entries of this model coincide/),
    )
    const second = mapped(
      start,
      start.b.map((_, i) => (i === 1 ? () => [1, 2] : wide)),
    )
    expect(isProblem(alignTo(start, second, 'all'))).toBe(false)
    expect(alignTo(start, second, 'each')).toHaveProperty(
      'problem',
      expect.stringMatching(/^inner index 2: all entries of the other model/),
    )
  })

  it('refuses entries that lie too far apart for float64', () => {
    const [first, ...rest] = start.a
    const a: Factor = [[[1e150, 1e-150], [-1e150, 1e-150], ...first!.slice(2)], ...rest]
    expect(alignTo(start, { ...start, a }, 'all')).toEqual({
      problem: 'the best isometry moves points too far for float64 numbers',
    })
  })
})
