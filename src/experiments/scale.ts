import { expMap, logMap, midpoint } from '../math/upperHalfPlane'
import { dist } from '../math/dist'
import { hyperbolicProduct } from '../math/hyperbolicProduct'
import { lineProduct } from '../math/lineProduct'
import { normal, random, randomPoint, type Random } from '../math/random'
import type { Experiment, Result } from './record'
import { median, short } from './summary'

export interface ScaleInputs {
  /** triangles measured for each β */
  readonly triangles: number
  readonly tokens: number
  readonly inner: number
  /** β of the heads whose entries are scaled */
  readonly beta: number
  readonly seed: number
}

/** β from 1/4 to 4. */
const betas = Array.from({ length: 9 }, (_, n) => 2 ** (-2 + n / 2))
/** s from 1/4 to 4; 1 changes nothing. */
const scales = Array.from({ length: 17 }, (_, n) => 2 ** (-2 + n / 4))

interface Found {
  /** (β, triangles): -curvature that the sides and a median of a triangle have */
  readonly curvatures: number[][]
  /** (scales): largest change of an attention weight, on the line and in the half-plane */
  readonly changes: { line: number; halfPlane: number }[]
}

/**
 * What β is. In the half-plane βρ is the distance of curvature -1/β²: it is measured here from sides and medians of
 * triangles alone. On the line there is no curvature, and (A, B, β) ↦ (sA, sB, β/s) changes no weight, so β is one of
 * the redundant numbers; scaling the half-plane about i by s changes the weights, and no map would do better, because
 * none changes all distances by one factor.
 */
export const scale: Experiment<ScaleInputs> = function* (inputs) {
  const next = random(inputs.seed)
  const found: Found = { curvatures: [], changes: [] }
  const pieces = betas.length + scales.length
  const progress = (doing: string) => ({
    part: (found.curvatures.length + found.changes.length) / pieces,
    doing,
    result: seen(found, inputs),
  })
  for (const beta of betas) {
    found.curvatures.push(Array.from({ length: inputs.triangles }, () => curvatureOf(next, beta)))
    yield progress(`triangles, β = ${short(beta)}`)
  }
  const head = headOf(next, inputs)
  for (const s of scales) {
    found.changes.push(head(s))
    yield progress(`entries times ${short(s)}`)
  }
  return seen(found, inputs)
}

/**
 * -K of a random triangle with sides a, b, c and median m on a, all measured by βρ: with κ = √-K
 *
 *     2 cosh(κm) cosh(κa/2) = cosh(κb) + cosh(κc)
 */
function curvatureOf(next: Random, beta: number): number {
  const [p, q, r] = [randomPoint(next), randomPoint(next), randomPoint(next)]
  const middle = midpoint(...q, ...r, new Float64Array(2))
  const [a, b, c] = [dist(...q, ...r), dist(...p, ...r), dist(...p, ...q)].map((d) => beta * d) as [
    number,
    number,
    number,
  ]
  const m = beta * dist(...p, middle[0]!, middle[1]!)
  // In flat space the median is longer: the excess is negative below κ and positive above.
  const excess = (kappa: number) =>
    2 * Math.cosh(kappa * m) * Math.cosh((kappa * a) / 2) - Math.cosh(kappa * b) - Math.cosh(kappa * c)
  let low = 1e-3 / beta
  let high = 1e3 / beta
  const belowIsPositive = excess(low) > 0
  for (let n = 0; n < 80; n++) {
    const kappa = Math.sqrt(low * high)
    const value = excess(kappa)
    if (value > 0 === belowIsPositive && Number.isFinite(value)) low = kappa
    else high = kappa
  }
  return low * high
}

/** A head on the line and one in the half-plane; what their weights change by when the entries are scaled by s. */
function headOf(next: Random, { tokens, inner, beta }: ScaleInputs) {
  const count = tokens * inner
  const numbers = [0, 1].map(() => Float64Array.from({ length: count }, () => normal(next)))
  const points = [0, 1].map(() =>
    Float64Array.from(Array.from({ length: count }, () => randomPoint(next)).flat()),
  )
  const onLine = (s: number) =>
    weights(
      lineProduct(
        numbers[0]!.map((x) => s * x),
        numbers[1]!.map((x) => s * x),
        tokens,
        inner,
        tokens,
        new Float64Array(tokens * tokens),
      ),
      tokens,
      beta / s,
    )
  const inHalfPlane = (s: number) =>
    weights(
      hyperbolicProduct(
        aboutI(points[0]!, s),
        aboutI(points[1]!, s),
        tokens,
        inner,
        tokens,
        new Float64Array(tokens * tokens),
      ),
      tokens,
      beta / s,
    )
  const [line, halfPlane] = [onLine(1), inHalfPlane(1)]
  const apart = (one: Float64Array, other: Float64Array) =>
    one.reduce((most, weight, n) => Math.max(most, Math.abs(weight - other[n]!)), 0)
  return (s: number) => ({ line: apart(onLine(s), line), halfPlane: apart(inHalfPlane(s), halfPlane) })
}

/** Every point s times as far from i, in its direction. */
function aboutI(points: Float64Array, s: number): Float64Array {
  const out = new Float64Array(points.length)
  const towards = new Float64Array(2)
  for (let n = 0; n < points.length; n += 2) {
    logMap(0, 1, points[n]!, points[n + 1]!, towards)
    expMap(0, 1, s * towards[0]!, s * towards[1]!, out.subarray(n, n + 2))
  }
  return out
}

/** softmax(-β C) by rows. */
function weights(c: Float64Array, columns: number, beta: number): Float64Array {
  const out = new Float64Array(c.length)
  for (let from = 0; from < c.length; from += columns) {
    const row = c.subarray(from, from + columns)
    const least = Math.min(...row)
    const parts = row.map((cost) => Math.exp(-beta * (cost - least)))
    const total = parts.reduce((sum, part) => sum + part, 0)
    out.set(
      parts.map((part) => part / total),
      from,
    )
  }
  return out
}

function seen({ curvatures, changes }: Found, { triangles, tokens, inner }: ScaleInputs): Result {
  return {
    plots: [
      {
        kind: 'curves',
        name: `Curvature of the half-plane with distance βρ, from ${triangles} triangles each`,
        x: { label: 'β', scale: 'log' },
        y: { label: 'minus curvature', scale: 'log' },
        series: [
          {
            name: 'measured, median',
            mark: 'points',
            points: curvatures.map((all, n): [number, number] => [betas[n]!, median(all)]),
          },
          { name: '1/β²', mark: 'line', isReference: true, points: betas.map((beta) => [beta, beta ** -2]) },
        ],
      },
      {
        kind: 'curves',
        name: `Entries times s and β/s: largest change of an attention weight, ${tokens} tokens, h = ${inner}`,
        x: { label: 's', scale: 'log' },
        y: { label: 'change of a weight', scale: 'linear' },
        series: [
          {
            name: 'half-plane, about i',
            mark: 'line',
            points: changes.map((one, n) => [scales[n]!, one.halfPlane]),
          },
          { name: 'line', mark: 'line', points: changes.map((one, n) => [scales[n]!, one.line]) },
        ],
      },
    ],
    tables: [
      {
        name: 'curvatures',
        columns: ['β', 'minus curvature: median', 'least', 'most', '1/β²'],
        rows: curvatures.map((all, n) => [
          betas[n]!,
          median(all),
          Math.min(...all),
          Math.max(...all),
          betas[n]! ** -2,
        ]),
      },
      {
        name: 'scales',
        columns: ['s', 'change on the line', 'change in the half-plane'],
        rows: changes.map(({ line, halfPlane }, n) => [scales[n]!, line, halfPlane]),
      },
    ],
    findings: said(curvatures, changes),
  }
}

function said(curvatures: readonly (readonly number[])[], changes: Found['changes']): string[] {
  const products = curvatures.flatMap((all, n) => all.map((curvature) => curvature * betas[n]! ** 2))
  return [
    ...(products.length > 0
      ? [
          `Over ${products.length} triangles and ${curvatures.length} values of β, minus the curvature times β² is 1, to ${short(Math.max(...products.map((product) => Math.abs(product - 1))))}: the curvature is −1/β².`,
        ]
      : []),
    ...(changes.length === scales.length
      ? [
          `On the line, entries times s with β/s change no weight by more than ${short(Math.max(...changes.map(({ line }) => line)))}: β is redundant there.`,
          `In the half-plane the same about i changes a weight by up to ${short(Math.max(...changes.map(({ halfPlane }) => halfPlane)))}: β is a parameter of its own.`,
        ]
      : []),
  ]
}
