import { describe, expect, it } from 'vitest'
import type { Document, Entry, Factor } from '../../../src/document/document'
import { elementList, elementMatrix } from '../../../src/document/element'
import { sameFactor } from '../../../src/document/entry'
import { defaultDocument, presetNamed, presets } from '../../../src/document/presets'
import { documentFromJson, documentToJson } from '../../../src/document/schema'
import { random, randomPoint } from '../../../src/math/random'

const named = (name: string): Document => presetNamed(name)!.document

/** g·z by complex arithmetic, apart from math/. */
function moved(document: Document, entry: Entry): [number, number] {
  if (typeof entry === 'number') return [entry + (document.element as number), 0]
  const [a, b, c, d] = elementMatrix(document.element as readonly [number, number, number, number])
  const [x, y] = entry
  const [p, q, r, s] = [a * x + b, a * y, c * x + d, c * y]
  return [(p * r + q * s) / (r * r + s * s), (q * r - p * s) / (r * r + s * s)]
}

const isMatrix = (document: Document) => Array.isArray(document.element)

describe.each(presets.map(({ name, document }) => [name, document] as const))('%s', (name, document) => {
  it('is a valid document, found by its name, which a link can hold', () => {
    expect(documentFromJson(documentToJson(document), defaultDocument)).toEqual({ document })
    expect(presetNamed(name)?.document).toBe(document)
    expect(encodeURIComponent(name)).toBe(name)
  })
  it('has one element, which links rely on, and it is not the identity', () => {
    expect(elementList(document)).toBeUndefined()
    const entry = document.a[0]![0]!
    expect(moved(document, entry)).not.toEqual(typeof entry === 'number' ? [entry, 0] : entry)
  })
  it('has entries of at most 3 decimals, unless it was trained', () => {
    if (document.head) return
    for (const x of [...document.a.flat(2), ...document.b.flat(2)])
      expect(Math.round(x * 1000) / 1000).toBe(x)
  })
})

it('names and factors are different from each other', () => {
  expect(new Set(presets.map((preset) => preset.name)).size).toBe(presets.length)
  for (const [n, { document }] of presets.entries()) {
    for (const other of presets.slice(0, n)) expect(sameFactor(document.a, other.document.a)).toBe(false)
  }
})

it.each(['halfPlane3', 'halfPlane2'])(
  '%s: base and moved points are in view and apart from each other',
  (name) => {
    const document = named(name)
    const base = [...document.a.flat(), ...document.b.flat()] as (readonly [number, number])[]
    const all = [...base, ...base.map((entry) => moved(document, entry))]
    for (const [n, [x, y]] of all.entries()) {
      expect(Math.abs(x)).toBeLessThanOrEqual(2.5)
      expect(y).toBeGreaterThanOrEqual(0.2)
      expect(y).toBeLessThanOrEqual(5)
      for (const [u, v] of all.slice(0, n)) expect(Math.hypot(x - u, y - v)).toBeGreaterThan(0.08)
    }
    expect(isMatrix(document)).toBe(name === 'halfPlane2')
  },
)

it.each(['line2', 'line3'])(
  '%s: the points of a factor, base and moved, are apart from each other',
  (name) => {
    const document = named(name)
    for (const factor of [document.a, document.b]) {
      const base = factor.flat() as number[]
      const all = [...base, ...base.map((x) => x + (document.element as number))]
      expect(new Set(all).size).toBe(all.length)
    }
  },
)

it('random4 is what seed 13 of math/random gives, to 3 decimals', () => {
  const next = random(13)
  const round = (x: number) => Math.round(x * 1000) / 1000
  const factor = (): Factor =>
    Array.from({ length: 4 }, () =>
      Array.from({ length: 4 }, () => {
        const [x, y] = randomPoint(next, 0.8)
        return [round(x), round(y)] as const
      }),
    )
  const document = named('random4')
  expect(document.a).toEqual(factor())
  expect(document.b).toEqual(factor())
})

it('queriesKeys: keys lie at 0, 1, 1, 1.6 … from i, each query nearest to its own key', () => {
  const { a, b } = named('queriesKeys')
  const dist = ([x, y]: readonly [number, number], [u, v]: readonly [number, number]) =>
    Math.acosh(1 + ((x - u) ** 2 + (y - v) ** 2) / (2 * y * v))
  const keys = b[0] as (readonly [number, number])[]
  const queries = a.map((row) => row[0] as readonly [number, number])
  keys.forEach((key, n) => expect(dist(key, [0, 1])).toBeCloseTo([0, 1, 1, 1.6, 1.6, 1.6, 1.6][n]!, 1))
  queries.forEach((query, n) => {
    const distances = keys.map((key) => dist(query, key))
    expect(distances.indexOf(Math.min(...distances))).toBe(n)
  })
  ;[1, 1, 2, 2].forEach((parent, n) => {
    expect(dist(queries[n + 3]!, keys[parent]!)).toBeLessThan(dist(keys[n + 3]!, keys[parent]!))
  })
})
