import { fromIwasawa } from '../math/iwasawa'
import { act, turn, type Psl2r } from '../math/psl2r'
import { normal, random, type Random } from '../math/random'
import { expMap } from '../math/upperHalfPlane'
import type { CurvePlot, Experiment, Result } from './record'
import { exactFit, lossOf, type SmallModel } from './smallModel'
import { median, short, spreadOf } from './summary'

export interface BasinInputs {
  readonly way: 'translation' | 'dilation' | 'turn'
  readonly size: number
  readonly spread: number
  /** random directions, for the table */
  readonly directions: number
  /** the basin is {L < ε} */
  readonly epsilon: number
  readonly seed: number
}

const amounts = {
  translation: [0, 1, 3, 10],
  dilation: [0, 1, 2, 3],
  turn: [0, 60, 120, 180],
} as const

const words = {
  translation: (amount: number) => `x + ${amount}`,
  dilation: (amount: number) => `times e^${amount}`,
  turn: (amount: number) => `turned by ${amount}°`,
}

const samples = 80
const reach = 0.5
const sampleAt = (n: number) => reach * ((2 * n) / samples - 1)

type Slice = (s: number) => number

/** Of one element: widths of the basin in each direction, and the largest change. */
interface Widths {
  readonly coordinates: number[]
  readonly metric: number[]
  /** of the loss along the slices in the metric, from those without an element */
  change: number
}

/**
 * The usual picture of a loss: W + s d along a random direction d, scaled point by point to the size of the weights
 * (filter normalisation, made so that rescaled weights give the same picture). At gW, the same model, the same d gives
 * another picture, unless g is a dilation. Steps of length s in the metric along directions that g carries along give
 * one picture for all.
 *
 * @see Li, Xu, Taylor, Studer and Goldstein, Visualizing the loss landscape of neural nets (2018)
 */
export const basin: Experiment<BasinInputs> = function* (inputs) {
  const { way, directions, epsilon, seed } = inputs
  const next = random(seed)
  const model = exactFit(next, inputs.size, inputs.spread)
  const elements = amounts[way].map((amount) => elementOf(way, amount))
  const widths: Widths[] = elements.map(() => ({ coordinates: [], metric: [], change: 0 }))
  const first = directionIn(next, model)
  for (let n = 0; n < directions; n++) {
    const direction = n === 0 ? first : directionIn(next, model)
    const before = inMetric(model, elements[0]!, direction)
    elements.forEach((g, k) => {
      const here = inMetric(model, g, direction)
      const of = widths[k]!
      of.coordinates.push(widthOf(inCoordinates(model, g, direction), epsilon))
      of.metric.push(widthOf(here, epsilon))
      for (let m = 0; m <= samples; m++)
        of.change = Math.max(of.change, Math.abs(here(sampleAt(m)) - before(sampleAt(m))))
    })
    yield {
      part: (n + 1) / directions,
      doing: `direction ${n + 1} of ${directions}`,
      result: seen(model, elements, first, widths, inputs),
    }
  }
  return seen(model, elements, first, widths, inputs)
}

function elementOf(way: BasinInputs['way'], amount: number): Psl2r {
  if (way === 'translation') return fromIwasawa(amount, 0, 0)
  if (way === 'dilation') return fromIwasawa(0, amount, 0)
  return fromIwasawa(0, 0, (Math.PI * amount) / 360)
}

const directionIn = (next: Random, { points }: SmallModel) =>
  Float64Array.from({ length: points.length }, () => normal(next))

/** gW + s d, with |d| = |gz| for each point. */
function inCoordinates(model: SmallModel, g: Psl2r, direction: Float64Array): Slice {
  const moved = act(g, model.points, new Float64Array(model.points.length))
  const out = new Float64Array(moved.length)
  return (s) => {
    for (let n = 0; n < moved.length; n += 2) {
      const size = Math.sqrt(moved[n]! ** 2 + moved[n + 1]! ** 2)
      const scale = (s * size) / Math.sqrt(direction[n]! ** 2 + direction[n + 1]! ** 2)
      out[n] = moved[n]! + scale * direction[n]!
      out[n + 1] = moved[n + 1]! + scale * direction[n + 1]!
    }
    return lossOf(model, out)
  }
}

/** exp_gz(s dg(d)), |d| = 1 in the metric. */
function inMetric(model: SmallModel, g: Psl2r, direction: Float64Array): Slice {
  const { points } = model
  const moved = act(g, points, new Float64Array(points.length))
  const out = new Float64Array(moved.length)
  const carried = direction.map((_, n) => {
    const at = n - (n % 2)
    const angle = Math.atan2(direction[at + 1]!, direction[at]!) + turn(g, points[at]!, points[at + 1]!)
    return n % 2 === 0 ? Math.cos(angle) : Math.sin(angle)
  })
  return (s) => {
    for (let n = 0; n < moved.length; n += 2) {
      const y = moved[n + 1]!
      expMap(moved[n]!, y, s * y * carried[n]!, s * y * carried[n + 1]!, out.subarray(n, n + 2))
    }
    return lossOf(model, out)
  }
}

/** How far it is from one side of {L < ε} to the other, or to where a point leaves the half-plane. */
function widthOf(slice: Slice, epsilon: number): number {
  const side = (sign: number) => {
    let inside = 0
    let outside = 1 / 256
    while (slice(sign * outside) < epsilon && outside < 16) [inside, outside] = [outside, 2 * outside]
    for (let n = 0; n < 40; n++) {
      const middle = (inside + outside) / 2
      if (slice(sign * middle) < epsilon) inside = middle
      else outside = middle
    }
    return inside
  }
  return side(1) + side(-1)
}

function seen(
  model: SmallModel,
  elements: readonly Psl2r[],
  direction: Float64Array,
  widths: readonly Widths[],
  { way, epsilon }: BasinInputs,
): Result {
  const named = amounts[way].map(words[way])
  const plot = (name: string, label: string, slices: readonly Slice[]): CurvePlot => ({
    kind: 'curves',
    name,
    x: { label, scale: 'linear' },
    y: { label: 'loss', scale: 'linear' },
    series: slices.map((slice, k) => ({
      name: named[k]!,
      mark: 'line',
      points: Array.from({ length: samples + 1 }, (_, n): [number, number] => {
        const s = sampleAt(n)
        return [s, slice(s)]
      }),
    })),
  })
  return {
    plots: [
      plot(
        'Along one direction in coordinates, filter-normalised',
        's, in units of the weights',
        elements.map((g) => inCoordinates(model, g, direction)),
      ),
      plot(
        'Along the same direction in the metric, carried along',
        's, hyperbolic length',
        elements.map((g) => inMetric(model, g, direction)),
      ),
    ],
    tables: [
      {
        name: `widths of the basin L < ${short(epsilon)}`,
        columns: [
          'element',
          'in coordinates: median',
          'least',
          'most',
          'in the metric: median',
          'change of the loss there',
        ],
        rows: widths.map(({ coordinates, metric, change }, k) => [
          named[k]!,
          median(coordinates),
          Math.min(...coordinates),
          Math.max(...coordinates),
          median(metric),
          change,
        ]),
      },
    ],
    findings: said(named, widths),
  }
}

function said(named: readonly string[], widths: readonly Widths[]): string[] {
  const [first] = widths as [Widths, ...Widths[]]
  if (first.coordinates.length === 0) return []
  const last = widths.at(-1)!
  const ratios = last.coordinates.map((width, n) => width / first.coordinates[n]!)
  return [
    `In coordinates, filter-normalised, the basin of the model ${named.at(-1)!} is ${spreadOf(ratios)} times as wide as before, over ${ratios.length} directions. It is the same model. Curves end where a point leaves the half-plane.`,
    `In the metric the basin is ${short(median(first.metric))} wide for all of them: no loss on the way changes by more than ${short(Math.max(...widths.map(({ change }) => change)))}.`,
  ]
}
