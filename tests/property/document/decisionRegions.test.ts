import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inputsOf, movedCosts, prototypesOf, startedClassifier } from '../../../src/document/classifier'
import { readerOf } from '../../../src/document/classifierLoss'
import { trainingReading } from '../../../src/document/classifierReading'
import { ballEdge, dataPlane, inputPlaces, prototypePlaces } from '../../../src/document/dataPlane'
import { regionsReading, type Regions } from '../../../src/document/decisionRegions'
import { derive } from '../../../src/document/derive'
import type { Document, Entry, LabelledSource, SpaceName } from '../../../src/document/document'
import { unacted } from '../../../src/document/acting'
import { fit } from '../../../src/document/fit'
import { defaultDocument } from '../../../src/document/presets'
import { parametersOf, withTrained } from '../../../src/document/trainable'
import { dist, expMap } from '../../../src/math/upperHalfPlane'
import { epsilon, seeded } from '../arbitraries'

const sources: readonly LabelledSource[] = [
  { kind: 'spirals', turns: 1, train: 24, heldOut: 10, seed: 3 },
  { kind: 'moons', train: 24, heldOut: 10, seed: 3 },
  { kind: 'iris', seed: 2 },
  {
    kind: 'own',
    classes: ['u', 'v', 'w', 'x'],
    train: {
      rows: [
        [10, 0.1],
        [20, 0.3],
        [30, 0.2],
        [15, 0.7],
        [12, 0.5],
      ],
      labels: [0, 1, 2, 3, 0],
    },
    heldOut: { rows: [[11, 0.2]], labels: [0] },
  },
]

const real = (size: number) => fc.double({ min: -size, max: size, noNaN: true })

/** Classifiers with prototypes anywhere near the inputs, moved by anything of moderate length. */
const classifiers = fc
  .record({
    space: fc.constantFrom<SpaceName>('halfPlane', 'line'),
    data: fc.constantFrom(...sources),
    perClass: fc.integer({ min: 1, max: 3 }),
    beta: real(1.5).map((power) => 10 ** power),
    seed: fc.nat(1000),
    x: real(2),
    t: real(1),
    theta: real(3),
    reflected: fc.boolean(),
    shift: fc.array(real(0.7), { minLength: 8, maxLength: 8 }),
  })
  .map(({ space, data, perClass, beta, seed, shift, reflected, ...element }): Document => {
    const started = startedClassifier({ space, data, perClass, rule: 'fixed', beta }, seed)
    const document = fit({
      ...defaultDocument,
      element: space === 'line' ? element.x : element,
      reflected,
      word: [],
      ...started,
    })
    const stride = space === 'line' ? 1 : 2
    const moved = parametersOf(document).map((value, n) =>
      n % stride === 1 ? value * Math.exp(shift[n % 8]!) : value + shift[n % 8]!,
    )
    return withTrained(document, moved)
  })

const size = { width: 12, height: 9 }
const regions = (document: Document) => {
  const { data } = document.classifier!
  const plane = dataPlane(data, document.space, [0, 1])
  return { plane, reading: regionsReading(document, plane, size.width, size.height)! }
}

/** The points of one row, as the README of `learning` has them. */
function embedded(values: readonly number[], space: SpaceName): number[] {
  if (space === 'line') return [...values]
  if (values.length !== 2) return values.flatMap((x) => [x, 1])
  return [...expMap(0, 1, values[0]!, values[1]!, new Float64Array(2))]
}

/** Mean and deviation of a column over the training rows, where rows are scaled. */
function scaled(source: LabelledSource, column: number, value: number): number {
  if (source.kind !== 'own') return value
  const values = source.train.rows.map((row) => row[column]!)
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length
  const variance = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length
  return (value - mean) / Math.sqrt(variance)
}

/**
 * How much rounding may change a margin: two costs, each by a bound that grows like cosh of the distance from i. Corners
 * of the window lie up to 4/3 √2 times as far as the inputs of the bound, at most 2.8: a factor below 40.
 */
function roundingOf(document: Document): number {
  const { bound } = derive(document)
  return 100 * bound + 1e3 * epsilon
}

const otherwise = (one: Regions, other: Regions, within: number) => {
  one.decisions.forEach((decision, n) => {
    if (decision === other.decisions[n]) return
    expect(Math.abs(one.margins[decision]![n]!)).toBeLessThanOrEqual(within)
  })
}

describe('decision regions', () => {
  it('decide at each point of the grid as the model does about that row', () => {
    fc.assert(
      fc.property(
        classifiers.filter(({ classifier }) => classifier!.data.kind !== 'iris'),
        (document) => {
          const { space, classifier } = document
          const { plane, reading } = regions(document)
          const at = ([low, high]: readonly [number, number], part: number) => low + part * (high - low)
          const rows = Array.from({ length: size.height }, (_, k) => k).flatMap((k) =>
            Array.from({ length: size.width }, (_, i) => [
              at(plane.x, (i + 0.5) / size.width),
              at(plane.y, (k + 0.5) / size.height),
            ]),
          )
          const points = rows.flatMap((row) =>
            embedded(
              row.map((value, column) => scaled(classifier!.data, column, value)),
              space,
            ),
          )
          const { train } = inputsOf(document)
          const inputs = { ...train, count: rows.length, points: Float64Array.from(points) }
          const model = prototypesOf(document)
          const chances = model.probabilities(parametersOf(document), inputs)
          const classes = train.classes.length
          reading.before.decisions.forEach((decision, n) => {
            const own = chances.subarray(n * classes, (n + 1) * classes)
            const best = Math.max(...own)
            expect(own[decision]!).toBeGreaterThanOrEqual(best - 1e-9)
            const odds = reading.before.logOdds[decision]![n]!
            expect(1 / (1 + Math.exp(-odds))).toBeCloseTo(own[decision]!, 9)
          })
        },
      ),
      seeded(60),
    )
  })

  it('stay, beyond rounding, where both factors move', () => {
    fc.assert(
      fc.property(classifiers, (document) => {
        const { reading } = regions({ ...document, move: 'both' })
        otherwise(reading.before, reading.after, roundingOf(document))
      }),
      seeded(60),
    )
  })

  it('with one factor moved are those of the prototypes where they are shown', () => {
    fc.assert(
      fc.property(classifiers, fc.constantFrom<'a' | 'b'>('a', 'b'), (document, move) => {
        const moved = { ...document, move }
        const b = document.b.map((row, i) => row.map((entry) => seenAs(moved, i, entry)))
        const there = { ...document, b }
        const [one, other] = [regions(moved).reading.after, regions(there).reading.before]
        otherwise(one, other, roundingOf(document))
        const columns = [0, 1] as const
        const shown = prototypePlaces(moved, columns, 'after')
        const wanted = prototypePlaces(there, columns, 'before')
        shown?.forEach((place, n) => expect(place).toBeCloseTo(wanted![n]!, 6))
      }),
      seeded(60),
    )
  })
})

/** The base entry of B with which the unmoved model decides as the moved one. */
function seenAs(document: Document, inner: number, entry: Entry): Entry {
  if (document.move === 'a') return unacted(document, inner, entry)
  const { moved, size, stride } = derive(document)
  const l = document.b[inner]!.indexOf(entry)
  const from = stride * (inner * size.columns + l)
  return stride === 1 ? moved.b[from]! : [moved.b[from]!, moved.b[from + 1]!]
}

describe('the certified radius', () => {
  it('of an input: none nearer than that is decided otherwise', () => {
    fc.assert(
      fc.property(
        classifiers,
        fc.array(fc.tuple(fc.nat(1000), real(1), real(Math.PI), fc.double({ min: 0, max: 1, noNaN: true })), {
          minLength: 20,
          maxLength: 20,
        }),
        (document, samples) => {
          const { size: sizes, base, stride } = derive(document)
          const { decisions, radii } = trainingReading(document)!.before
          const still = {
            ...document,
            move: 'b' as const,
            element: document.space === 'line' ? 0 : { x: 0, t: 0, theta: 0 },
            reflected: false,
          }
          for (const [number, share, angle, part] of samples) {
            const n = number % sizes.rows
            const width = stride * sizes.inner
            const points = base.a.slice(n * width, (n + 1) * width)
            // The way is shared between two of the points of the input.
            const ways = [Math.abs(share), 1 - Math.abs(share)]
            const out = new Float64Array(2)
            for (let i = 0; i < Math.min(2, sizes.inner); i++) {
              const way = (sizes.inner === 1 ? 1 : ways[i]!) * part * radii[n]! * (1 - 1e-9)
              const at = stride * ((number + i) % sizes.inner)
              if (stride === 1) points[at]! += way * (angle > 0 ? 1 : -1)
              else {
                const [x, y] = [points[at]!, points[at + 1]!]
                points.set(expMap(x, y, way * y * Math.cos(angle), way * y * Math.sin(angle), out), at)
              }
            }
            const costs = movedCosts(still, points)
            expect(readerOf(document).decisions(costs, new Int32Array(1))[0]).toBe(decisions[n])
          }
        },
      ),
      seeded(150),
    )
  })

  it('is drawn as the points that are so far from the input', () => {
    fc.assert(
      fc.property(
        classifiers.filter(({ classifier }) => classifier!.data.kind !== 'iris'),
        fc.nat(1000),
        (document, number) => {
          const { base, size: sizes } = derive(document)
          const { radii } = trainingReading(document)!.before
          const n = number % sizes.rows
          const edge = ballEdge(document, [0, 1], n, radii[n]!)
          if (radii[n]! === 0) return void expect(edge).toBeUndefined()
          const { data } = document.classifier!
          for (let k = 0; k < edge!.length; k += 2) {
            const row = [edge![k]!, edge![k + 1]!].map((value, column) => scaled(data, column, value))
            const [p, q] = embedded(row, document.space)
            const [x, y] = [base.a[2 * n]!, base.a[2 * n + 1]!]
            const away = document.space === 'line' ? Math.abs(p! - x) + Math.abs(q! - y) : dist(p!, q!, x, y)
            expect(away).toBeCloseTo(radii[n]!, 8)
          }
        },
      ),
      seeded(100),
    )
  })
})

it('inputs are shown where their rows are', () => {
  fc.assert(
    fc.property(classifiers, (document) => {
      const { data } = document.classifier!
      const places = inputPlaces(document, [0, 1])
      if (data.kind !== 'own') return
      data.train.rows.flat().forEach((value, n) => expect(places[n]).toBeCloseTo(value, 9))
    }),
    seeded(40),
  )
})
