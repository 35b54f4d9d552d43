import type { Bulk } from './orbitMembers'
import type { Compared } from './planeModels'
import type { Result } from './record'
import { short, spreadOf } from './summary'

export function modelsResult(bulk: Bulk | undefined, compared: Compared): Result {
  const filled = bulk?.bins.filter(({ count }) => count > 0) ?? []
  const percent = compared.differing.map((row) => row.map((part) => 100 * part))
  return {
    plots: [
      {
        kind: 'curves',
        name: 'Members of the orbit: what rounding does to C',
        x: { label: 'length that g moves i by', scale: 'linear' },
        y: { label: 'largest change of C', scale: 'log' },
        series: [
          {
            name: 'largest change seen',
            mark: 'points',
            points: filled.map((bin) => [bin.length, bin.largestChange]),
          },
          {
            name: 'rounding bound',
            mark: 'line',
            isReference: true,
            points: filled.map((bin) => [bin.length, bin.bound]),
          },
        ],
      },
      {
        kind: 'matrix',
        name: 'Part of the plane that two classifiers decide differently',
        rows: compared.names,
        columns: compared.names,
        values: percent,
        label: 'percent of the places in [−3, 3]²',
      },
    ],
    tables: [
      {
        name: 'members by length',
        columns: ['length', 'members', 'largest change of C', 'rounding bound'],
        rows: filled.map((bin) => [bin.length, bin.count, bin.largestChange, bin.bound]),
      },
      {
        name: 'classifiers',
        columns: ['model', 'held-out accuracy', ...compared.names.map((name) => `differs from ${name} in %`)],
        rows: compared.names.flatMap((name, n) => {
          const accuracy = compared.accuracies[n]!
          return Number.isNaN(accuracy) ? [] : [[name, accuracy, ...cells(percent[n]!)]]
        }),
      },
    ],
    findings: [...bulkFindings(bulk), ...planeFindings(compared)],
  }
}

const cells = (row: readonly number[]) => row.map((value) => (Number.isNaN(value) ? '' : value))

function bulkFindings(bulk: Bulk | undefined): string[] {
  if (!bulk) return []
  const { made, changed, decisions, ratio, largestChange, elapsedMs } = bulk
  const each = elapsedMs > 0 ? `, ${short((1000 * elapsedMs) / made, 2)} µs each on this machine` : ''
  return [
    `${made} members of one orbit made and checked${each}: C changes by ${short(largestChange)} at most, ${short(100 * ratio)} % of its rounding bound at most.`,
    `${decisions} comparisons of two keys by a query in each: ${changed === 0 ? 'not one is decided differently in any member' : `${changed} members decide one differently`}.`,
  ]
}

function planeFindings({ differing, members, names, accuracies, elapsedMs }: Compared): string[] {
  const pairs = (from: number, to: number) =>
    names.flatMap((_, p) =>
      names.flatMap((_, q) => (p < q && p >= from && q < to ? [differing[p]![q]!] : [])),
    )
  const inOrbit = pairs(0, members + 1).filter(Number.isFinite)
  // W is one of the trained models as well.
  const fresh = [...pairs(members + 1, names.length), ...differing[0]!.slice(members + 1)].filter(
    Number.isFinite,
  )
  const known = accuracies.filter((value, n) => Number.isFinite(value) && (n === 0 || n > members))
  const sentences: string[] = []
  if (inOrbit.length > 0) {
    sentences.push(
      `A classifier of the plane and ${members} members of its orbit: ${short(100 * Math.max(...inOrbit))} % of the plane decided differently, at most.`,
    )
  }
  if (fresh.length > 0) {
    const seconds = short(elapsedMs / known.length / 1000, 2)
    sentences.push(
      `${known.length} classifiers trained from different seeds (${seconds} s each here, held-out accuracy ${spreadOf(known, 3)}): two of them differ on ${spreadOf(fresh.map((part) => 100 * part))} % of the plane.`,
    )
  }
  return sentences
}
