import type { CurvePlot, Result, Series } from './record'
import { distanceToLaw, productLaw, quarterCircle, type Law } from './spectralLaws'
import { mean, short } from './summary'

export const kinds = [
  'Gaussian matrix',
  'product of two Gaussian matrices',
  'metric product, line',
  'metric product, half-plane',
] as const

/** Of one place in the orbit: Re A, Im A and C. */
export interface Place {
  readonly degrees: number
  readonly tops: readonly number[]
  readonly kurtoses: readonly number[]
  readonly distances: readonly number[]
  /** largest relative change of a singular value of C since the start */
  readonly change: number
}

export interface Found {
  /** singular values of each kind, of all draws */
  readonly values: number[][]
  readonly ratios: number[][]
  readonly places: Place[]
}

const names = ['Re A', 'Im A', 'C, centred'] as const

export function seen({ values, ratios, places }: Found, inner: number, draws: number): Result {
  const along = (name: string, label: string, key: 'tops' | 'kurtoses' | 'distances'): CurvePlot => ({
    kind: 'curves',
    name,
    x: { label: 'turn of A and B about i, degrees', scale: 'linear' },
    y: { label, scale: key === 'kurtoses' ? 'log' : 'linear' },
    series: names.map((one, n) => ({
      name: key === 'kurtoses' && n === 2 ? 'C' : one,
      mark: 'line',
      points: places.map((place) => [place.degrees, place[key][n]!]),
    })),
  })
  const rows = kinds.flatMap((kind, n) => {
    if (values[n]!.length === 0) return []
    const all = values[n]!
    return [
      [
        kind,
        distanceToLaw(all, quarterCircle),
        distanceToLaw(all, productLaw),
        mean(ratios[n]!),
        Math.max(...all),
      ],
    ]
  })
  return {
    plots: [
      {
        kind: 'curves',
        name: `Singular values of centred C, half-plane, inner size ${inner}`,
        x: { label: 'singular value, mean square 1', scale: 'linear' },
        y: { label: 'density', scale: 'linear' },
        series: [
          { name: 'C', mark: 'bars', points: histogram(values[3]!) },
          curve('Marchenko–Pastur', quarterCircle),
          curve('product of two Gaussians', productLaw),
        ],
      },
      along('Largest singular value along the orbit', 'largest, mean square 1', 'tops'),
      along('Kurtosis of the entries along the orbit', 'kurtosis (normal: 3)', 'kurtoses'),
      along('Distance to Marchenko–Pastur along the orbit', 'Kolmogorov distance', 'distances'),
    ],
    tables: [
      {
        name: 'laws',
        columns: ['matrix', 'to Marchenko–Pastur', 'to product law', 'spacing ratio', 'largest'],
        rows,
      },
      {
        name: 'places in the orbit',
        columns: [
          'turn (degrees)',
          ...names.map((one) => `${one}: largest`),
          ...names.map((one) => `${one}: kurtosis`),
          ...names.map((one) => `${one}: to Marchenko–Pastur`),
          'change of singular values of C',
        ],
        rows: places.map(({ degrees, tops, kurtoses, distances, change }) => [
          degrees,
          ...tops,
          ...kurtoses,
          ...distances,
          change,
        ]),
      },
    ],
    findings: [...said(places), ...saidOfLaws(rows, draws)],
  }
}

const run = (numbers: readonly number[]) => `${short(Math.min(...numbers))} to ${short(Math.max(...numbers))}`

function said(places: readonly Place[]): string[] {
  if (places.length < 2) return []
  const of = (key: 'tops' | 'kurtoses', n: number) => places.map((place) => place[key][n]!)
  const change = Math.max(...places.map((place) => place.change))
  return [
    `Along the orbit the singular values of C change by ${short(change)} of the largest: they belong to the model.`,
    `Re A has kurtosis ${run(of('kurtoses', 0))} and a largest singular value of ${run(of('tops', 0))} times the root mean square, all for the same function: these belong to the representative.`,
  ]
}

function saidOfLaws(rows: readonly (readonly (string | number)[])[], draws: number): string[] {
  const last = rows.find(([kind]) => kind === kinds[3])
  if (!last) return []
  const [, toPastur, toProduct, ratio] = last as [string, number, number, number]
  return [
    `Centred C is ${short(toPastur)} from Marchenko–Pastur and ${short(toProduct)} from the law of a product of two Gaussian matrices (${draws} draws).`,
    `Its spacing ratio is ${short(ratio)}: 0.531 for Gaussian matrices, 0.386 for levels that do not repel.`,
  ]
}

const bin = 0.1

function histogram(values: readonly number[]): [number, number][] {
  const most = Math.max(2.6, ...values)
  const counts = new Array<number>(Math.ceil(most / bin) + 1).fill(0)
  for (const value of values) counts[Math.floor(value / bin)]!++
  return counts.map((count, n) => [(n + 0.5) * bin, values.length === 0 ? NaN : count / values.length / bin])
}

/** From half a bin on, because the law of the product has a pole at 0. */
function curve(name: string, { density, most }: Law): Series {
  const points = Array.from({ length: 101 }, (_, n): [number, number] => {
    const s = bin / 2 + ((most - bin / 2) * n) / 100
    return [s, density(s)]
  })
  return { name, mark: 'line', isReference: name.startsWith('M'), points }
}
