import { asStored, baseSizes, roundingBound } from '../math/asStored'
import { byDifferences } from '../math/byDifferences'
import { hyperbolicProduct } from '../math/hyperbolicProduct'
import { exp } from '../math/oneParameter'
import type { Psl2r } from '../math/psl2r'
import { random, randomPoint, type Random } from '../math/random'
import { halfPlane } from '../math/space'
import type { Experiment, Result, Series } from './record'
import {
  actIn,
  distIn,
  float32,
  float64,
  formats,
  productIn,
  type Form,
  type Format,
} from './roundedArithmetic'
import { short } from './summary'

export interface ArithmeticInputs {
  /** translation lengths T from 0 to this */
  readonly longest: number
  readonly draws: number
  /** rows and columns of C; it has three inner indices */
  readonly size: number
  readonly spread: number
  readonly seed: number
}

const inner = 3
/** Lengths, evenly from 0. */
const steps = 41

/** Of one length: the largest over the draws. */
interface Row {
  readonly length: number
  /** change of C, one for each format; Infinity where points have left the half-plane */
  readonly changes: number[]
  differences: number
  /** of float64: rounding bound, and change over bound at most */
  bound: number
  ratio: number
}

/**
 * C of moved points in three formats, against C itself. Rounding a point near the boundary moves it far: the error
 * grows as ε eᵀ with the length T of g, until no digit of C is left. From the differences of points, gz - gw in terms
 * of z - w, it does not grow at all.
 */
export const arithmetic: Experiment<ArithmeticInputs> = function* (inputs) {
  const { longest, draws, seed } = inputs
  const next = random(seed)
  const rows: Row[] = []
  for (let n = 0; n < steps; n++) {
    const row: Row = {
      length: (longest * n) / (steps - 1),
      changes: formats.map(() => 0),
      differences: 0,
      bound: 0,
      ratio: 0,
    }
    for (let draw = 0; draw < draws; draw++) measure(row, next, inputs)
    rows.push(row)
    yield {
      part: (n + 1) / (steps + 1),
      doing: `length ${short(row.length)}, ${draws} draws`,
      result: seen(rows, [], inputs),
    }
  }
  return seen(rows, nearPairs(next), inputs)
}

/** Translation length T along an axis through i in a random direction: ‖g‖² = 2 cosh T, the least there is. */
function along(next: Random, length: number): Psl2r {
  const turn = 2 * Math.PI * next()
  return exp(Math.cos(turn) / 2, Math.sin(turn) / 2, Math.sin(turn) / 2, length)
}

function measure(row: Row, next: Random, { size, spread }: ArithmeticInputs): void {
  const points = (count: number) =>
    Float64Array.from(Array.from({ length: count }, () => randomPoint(next, spread)).flat())
  const g = along(next, row.length)
  const exact = { a: points(size * inner), b: points(inner * size) }
  formats.forEach((format, n) => {
    // The points are in the format to begin with: what is lost is lost by moving them.
    const a = exact.a.map(format.round)
    const b = exact.b.map(format.round)
    const before = hyperbolicProduct(a, b, size, inner, size, new Float64Array(size * size))
    const after = productIn(format, actIn(format, g, a), actIn(format, g, b), size, inner, size)
    const sizes = baseSizes(halfPlane, a, b, size, inner, size)
    const bound = roundingBound(halfPlane, [g], sizes, new Float64Array(size * size))
    const reading = asStored(before, after, bound)
    row.changes[n] = Math.max(row.changes[n]!, reading.largestChange)
    if (n > 0) return
    row.bound = Math.max(row.bound, reading.bound)
    row.ratio = Math.max(row.ratio, reading.ratio)
    row.differences = Math.max(
      row.differences,
      byDifferences(halfPlane, [g], a, b, before, size, inner, size),
    )
  })
}

interface Pair {
  readonly separation: number
  readonly errors: readonly number[]
}

const ways: readonly (readonly [name: string, format: Format, form: Form])[] = [
  ['float64, asinh', float64, 'asinh'],
  ['float64, acosh', float64, 'acosh'],
  ['float32, asinh', float32, 'asinh'],
  ['float32, acosh', float32, 'acosh'],
]

/** The distance of iy and iv is log1p((v - y)/y), where v - y is exact for near ones. */
const octaves = 55
const pairsOfOctave = 24

/** One above the other, y in [1, 2), apart by 2⁴ of the height down to 2⁻⁵⁰. */
function nearPairs(next: Random): Pair[] {
  return Array.from({ length: octaves }, (_, n) => {
    const places = Array.from(
      { length: pairsOfOctave },
      () => [1 + next(), 2 ** (4 - n) * (1 + next())] as const,
    )
    const errors = ways.map(([, format, form]) => {
      const known = places.flatMap(([height, gap]) => {
        const y = format.round(height)
        const v = format.round(height * (1 + gap))
        if (v === y) return []
        const exact = Math.log1p((v - y) / y)
        return [Math.abs(distIn(format, form, 0, y, 0, v) - exact) / exact]
      })
      return known.length === 0 ? NaN : Math.max(...known)
    })
    return { separation: 1.5 * 2 ** (4 - n), errors }
  })
}

function seen(rows: readonly Row[], pairs: readonly Pair[], { draws, size }: ArithmeticInputs): Result {
  const curve = (name: string, of: (row: Row) => number, isReference = false): Series => ({
    name,
    mark: 'line',
    isReference,
    points: rows.map((row) => [row.length, of(row)]),
  })
  return {
    plots: [
      {
        kind: 'curves',
        name: `Change of C, ${size} × ${size}, at most over ${draws} draws`,
        x: { label: 'translation length T of g', scale: 'linear' },
        y: { label: 'change of C', scale: 'log' },
        series: [
          ...formats.map(({ name }, n) => curve(name, ({ changes }) => changes[n]!)),
          curve('float64, by differences', ({ differences }) => differences),
          curve('bound of float64', ({ bound }) => bound, true),
        ],
      },
      {
        kind: 'curves',
        name: 'Relative error of the distance of near points',
        x: { label: 'distance over height', scale: 'log' },
        y: { label: 'relative error', scale: 'log' },
        series: ways.map(([name], n) => ({
          name,
          mark: 'line',
          points: pairs.map(({ separation, errors }): [number, number] => [separation, errors[n]!]),
        })),
      },
    ],
    tables: [
      {
        name: 'lengths',
        columns: [
          'T',
          ...formats.map(({ name }) => name),
          'by differences',
          'bound of float64',
          'change over bound',
        ],
        rows: rows.map(({ length, changes, differences, bound, ratio }) => [
          length,
          ...changes,
          differences,
          bound,
          ratio,
        ]),
      },
      {
        name: 'near points',
        columns: ['distance over height', ...ways.map(([name]) => name)],
        rows: pairs.map(({ separation, errors }) => [separation, ...errors]),
      },
    ],
    findings: said(rows, pairs),
  }
}

/** Up to where C changes by less than 0.01. */
function endOf(rows: readonly Row[], format: number): string {
  const broken = rows.findIndex(({ changes }) => !(changes[format]! < 0.01))
  if (broken === 0) return 'never'
  return broken < 0 ? 'to the last' : `to T = ${short(rows[broken - 1]!.length)}`
}

function said(rows: readonly Row[], pairs: readonly Pair[]): string[] {
  const ends = formats.map(({ name }, n) => `${name} ${endOf(rows, n)}`)
  const within = rows.every(({ ratio }) => ratio <= 1)
  const differences = Math.max(...rows.map((row) => row.differences))
  const near = pairs.find(({ separation }) => separation < 1e-8)
  if (rows.length === 0) return []
  return [
    `C keeps two decimals in ${ends.join(', in ')}.`,
    `In float64 every change is ${within ? 'within' : 'NOT within'} its bound 2ε‖g‖² Σ(cosh ρ + cosh ρ), the largest at ${short(Math.max(...rows.map(({ ratio }) => ratio)), 2)} of it.`,
    `By differences of points the change is ${short(differences)} at most, for every length up to ${short(rows.at(-1)!.length)}.`,
    ...(near
      ? [
          `At a distance of ${short(near.separation)} the acosh form has a relative error of ${short(near.errors[1]!)}, no digit is left, and the asinh form one of ${short(near.errors[0]!)}.`,
        ]
      : []),
  ]
}
