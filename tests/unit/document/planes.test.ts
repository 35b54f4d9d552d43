import { describe, expect, it } from 'vitest'
import { plainLink } from '../../links'
import { startedClassifier } from '../../../src/document/classifier'
import { derive } from '../../../src/document/derive'
import type { Document, Move } from '../../../src/document/document'
import { fit } from '../../../src/document/fit'
import { decodeLink, encodeLink } from '../../../src/document/link'
import { planeOf, planeSamples, planeValues } from '../../../src/document/planes'
import { defaultDocument, openingDocument, presetNamed } from '../../../src/document/presets'
import { defaultView, type Projection } from '../../../src/document/view'

const moons: Document = fit({
  ...defaultDocument,
  ...startedClassifier(
    {
      space: 'halfPlane',
      data: { kind: 'moons', train: 30, heldOut: 10, seed: 2 },
      perClass: 2,
      rule: 'learned',
      beta: 3,
    },
    1,
  ),
})
const line = presetNamed('line3')!.document
const documents: [string, Document][] = [
  ['a trained head', openingDocument],
  ['a classifier', moons],
  ['plain matrices', { ...defaultDocument, target: { seed: 3 } }],
  ['the line', { ...line, target: { seed: 3 } }],
]

const sliders = { projection: { kind: 'sliders' }, through: 'base' } as const
const random = (frame: 'intrinsic' | 'coordinates', through: 'base' | 'moved') =>
  ({ projection: { kind: 'random', frame, seed: 4 }, through }) as const
const largest = (one: Float64Array, other: Float64Array) =>
  one.reduce((most, value, n) => Math.max(most, Math.abs(value - other[n]!)), 0)

describe.each(documents)('planes through %s', (_, document) => {
  // Distances below 10 that are moved by lengths below 4: rounding of the moved points stays below 1e-12 of each, and
  // the losses here change by less than 100 times that.
  const slack = 1e-10

  it('two sliders: (1, 1) is both moved, (1, 0) A alone, (0, 1) B alone, (0, 0) the base', () => {
    const { lossAt } = planeOf(document, sliders)
    const after = (move: Move) => derive({ ...document, move }).lossAfter
    expect(Math.abs(lossAt(1, 1) - after('both'))).toBeLessThan(slack)
    expect(Math.abs(lossAt(1, 0) - after('a'))).toBeLessThan(slack)
    expect(Math.abs(lossAt(0, 1) - after('b'))).toBeLessThan(slack)
    expect(Math.abs(lossAt(0, 0) - derive(document).lossBefore)).toBeLessThan(slack)
  })
  it('two sliders: depends on s - t alone, and on that it does depend', () => {
    const { lossAt } = planeOf(document, sliders)
    for (const [s, t] of [
      [0.5, 0.25],
      [-1, 1.5],
    ] as const)
      expect(Math.abs(lossAt(s, t) - lossAt(s + 0.75, t + 0.75))).toBeLessThan(slack)
    expect(Math.abs(lossAt(1, 0) - lossAt(0.5, 0.5))).toBeGreaterThan(1e-3)
  })
  it('random directions: the same picture after the move where they are carried, with the model in the middle', () => {
    const [before, after] = (['base', 'moved'] as const).map((through) =>
      planeValues(document, random('intrinsic', through)),
    ) as [Float64Array, Float64Array]
    expect(before).toHaveLength(planeSamples ** 2)
    expect(largest(before, after)).toBeLessThan(slack)
    const middle = before[(planeSamples ** 2 - 1) / 2]!
    expect(Math.abs(middle - derive(document).lossBefore)).toBeLessThan(slack)
    expect(planeValues(document, random('intrinsic', 'base'))).toEqual(before)
  })
})

it('random directions by coordinates: another picture after the move in the half-plane', () => {
  const [before, after] = (['base', 'moved'] as const).map((through) =>
    planeValues(openingDocument, random('coordinates', through)),
  ) as [Float64Array, Float64Array]
  expect(largest(before, after)).toBeGreaterThan(0.1)
})

describe('the projection in a link', () => {
  it.each<[Projection, string]>([
    [{ kind: 'sliders' }, 'v=1&projection=sliders'],
    [{ kind: 'random', frame: 'coordinates', seed: 7 }, 'v=1&projection=coordinates,7'],
    [{ kind: 'entry' }, 'v=1'],
  ])('%j', (projection, link) => {
    const view = { ...defaultView, projection }
    expect(plainLink(defaultDocument, view)).toBe(link)
    expect(decodeLink(encodeLink(defaultDocument, view))).toEqual({
      document: defaultDocument,
      view,
      rejected: [],
    })
  })
  it.each(['surface', 'intrinsic', 'intrinsic,-1', 'coordinates,1e9'])('refuses %s', (text) => {
    expect(decodeLink(`v=1&projection=${text}`).rejected[0]).toMatch(/^projection: must be entry, sliders/)
  })
})
