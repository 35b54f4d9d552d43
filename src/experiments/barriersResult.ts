import type { BarriersInputs } from './barriers'
import type { Axis, Result, Series } from './record'
import { short, spreadOf } from './summary'

/** What was found with one element on the second end, in nats. */
export interface Barriers {
  /** its number, or its turn in degrees */
  readonly at: number
  readonly straight: number
  /** highest loss on straight lines, without the line between the ends taken off */
  readonly highest: number
  readonly geodesic: number
  readonly aligned: number
  /** of the moved model */
  readonly loss: number
}

export interface Ends {
  readonly losses: readonly [first: number, second: number]
  /** Losses on the ways to the last model moved. */
  readonly ways: Readonly<Record<'straight' | 'geodesic' | 'aligned', readonly number[]>>
}

const ways = [
  ['straight', 'straight lines'],
  ['geodesic', 'geodesics'],
  ['aligned', 'geodesics, aligned'],
] as const

export function barriersResult(
  { moves }: Pick<BarriersInputs, 'moves'>,
  found: readonly Barriers[],
  ends: Ends | undefined,
  isFromPage: boolean,
): Result {
  const label = moves === 'rotations' ? 'turn of the second model about i, in degrees' : 'element g'
  const linear = (text: string): Axis => ({ label: text, scale: 'linear' })
  return {
    plots: [
      {
        kind: 'curves',
        name: 'Barrier between two trained heads, for each element on the second',
        x: linear(label),
        y: linear('barrier in nats'),
        series: ways.map(([way, name]): Series => ({
          name,
          mark: moves === 'rotations' ? 'line' : 'points',
          points: found.map((one) => [one.at, one[way]]),
        })),
      },
      {
        kind: 'curves',
        name: 'Loss along the way, for the last of them',
        x: linear('part of the way'),
        y: linear('loss in nats'),
        series: ways.map(([way, name]): Series => ({
          name,
          mark: 'line',
          points: (ends?.ways[way] ?? []).map((loss, n, all) => [n / (all.length - 1), loss]),
        })),
      },
    ],
    tables: [
      {
        name: 'barriers',
        columns: [
          label,
          ...ways.map(([, name]) => name),
          'highest loss on straight lines',
          'loss of the moved model',
        ],
        rows: found.map((one) => [one.at, one.straight, one.geodesic, one.aligned, one.highest, one.loss]),
      },
    ],
    findings: ends ? findingsOf(moves, found, ends, isFromPage) : [],
  }
}

function findingsOf(
  moves: BarriersInputs['moves'],
  found: readonly Barriers[],
  { losses }: Ends,
  isFromPage: boolean,
): string[] {
  const all = ways.map(([way]) => found.map((one) => one[way]))
  const [lines, geodesics, aligned] = all as [number[], number[], number[]]
  const drift = found.reduce((most, one) => Math.max(most, Math.abs(one.loss - losses[1])), 0)
  const spread = Math.max(...aligned) - Math.min(...aligned)
  const first = isFromPage ? 'The head on the page' : 'A trained head'
  const highest = found.map((one) => one.highest)
  const sentences = [
    `${first} (loss ${short(losses[0])}) and a second one (${short(losses[1])}), which ${found.length} elements move without changing its loss by more than ${short(drift)}.`,
    `Barrier: ${spreadOf(lines)} on straight lines and ${spreadOf(geodesics)} on geodesics, as g is chosen.`,
    `Aligned first, it is ${short(aligned[0]!)} for every g, within ${short(spread)}. The lowest of all is ${short(Math.min(...all.flat()))}: none is negative.`,
  ]
  if (moves !== 'affine') return sentences
  return [
    ...sentences,
    `z ↦ λz + μ changes only where on a straight line a loss is met: the highest stays ${short(Math.max(...highest), 4)}, within ${short(Math.max(...highest) - Math.min(...highest), 2)}.`,
  ]
}
