import type { CurvePlot, Experiment, Result, Series } from './record'
import { short } from './summary'

export interface BoothInputs {
  /** η > 0 of gradient descent in (x, y) */
  readonly rate: number
  readonly steps: number
  /** steps before the jump */
  readonly jump: number
}

/** (u, v) = (x + 2y - 7, 2x + y - 5), in which the function is u² + v² and its symmetries are rotations. */
type Point = readonly [u: number, v: number]

/** (x, y) = (5, -5), as published. */
const start: Point = [-12, 0]

const loss = ([u, v]: Point) => u * u + v * v

/** Gradient descent in (x, y): the gradient there is 2Jᵀ(u, v) with J = [1 2; 2 1], so (u, v) ← (1 - 2ηJJᵀ)(u, v). */
const descend =
  (rate: number) =>
  ([u, v]: Point): Point => [u - 2 * rate * (5 * u + 4 * v), v - 2 * rate * (4 * u + 5 * v)]

/** The same in (u, v), whose metric rotations keep. */
const descendInvariantly =
  (rate: number) =>
  ([u, v]: Point): Point => [u - 2 * rate * u, v - 2 * rate * v]

/** The eigenvectors of JJᵀ: (1, 1) with 9 and (1, -1) with 1. |grad|² = 4 (u, v) JJᵀ (u, v) is extreme on them. */
const turnTo =
  (side: 1 | -1) =>
  (point: Point): Point => {
    const radius = Math.sqrt(loss(point) / 2)
    return [radius, side * radius]
  }

interface Arm {
  readonly name: string
  readonly step: (rate: number) => (point: Point) => Point
  readonly jump: (point: Point) => Point
}

const arms: readonly Arm[] = [
  { name: 'no jump', step: descend, jump: (point) => point },
  { name: 'to the largest gradient', step: descend, jump: turnTo(1) },
  { name: 'to the smallest gradient', step: descend, jump: turnTo(-1) },
  { name: 'in (u, v), any jump', step: descendInvariantly, jump: turnTo(1) },
]

/** The points after 0, 1, 2, … steps; the jump is made between two of them, and its end is in the list. */
function pathOf({ step, jump }: Arm, rate: number, steps: number, at: number): Point[] {
  const path: Point[] = [start]
  const next = step(rate)
  for (let n = 0; n < steps; n++) {
    if (n === at) path.push(jump(path.at(-1)!))
    path.push(next(path.at(-1)!))
  }
  return path
}

/** Learning rates tried: up to ½, where descent in (u, v) arrives at once. */
const rates = Array.from({ length: 241 }, (_, n) => 0.005 * 100 ** (n / 240))

/**
 * Where teleportation does win: f = (x + 2y - 7)² + (2x + y - 5)², whose level sets are ellipses along which rotations
 * of (u, v) move. Gradient descent with the published numbers, with a jump to where the gradient is largest on the
 * level set, to where it is smallest, and without; then the same for every learning rate.
 *
 * @see Zhao, Dehmamy, Walters and Yu, Symmetry teleportation for accelerated optimization (2022)
 */
export const booth: Experiment<BoothInputs> = function* (inputs) {
  const { rate, steps } = inputs
  const jump = Math.min(inputs.jump, steps)
  const reached = new Map<Arm, [number, number][]>(arms.map((arm) => [arm, []]))
  for (const [n, tried] of rates.entries()) {
    for (const arm of arms) reached.get(arm)!.push([tried, loss(pathOf(arm, tried, steps, jump).at(-1)!)])
    if (n % 40 !== 39) continue
    const result = seen({ rate, steps, jump }, reached)
    yield { part: (n + 1) / rates.length, doing: `learning rate ${n + 1} of ${rates.length}`, result }
  }
  return seen({ rate, steps, jump }, reached)
}

function seen({ rate, steps, jump }: BoothInputs, reached: ReadonlyMap<Arm, [number, number][]>): Result {
  const losses = arms.map((arm) => {
    const path = pathOf(arm, rate, steps, jump)
    // The jump is no step: it is left out of the count.
    return path.filter((_, n) => n !== jump + 1 || jump === steps).map(loss)
  })
  const best = arms.map((arm) =>
    reached.get(arm)!.reduce((low, one) => (one[1] < low[1] ? one : low), [NaN, Infinity]),
  )
  const [none, largest, smallest] = losses.map((of) => of.at(-1)!) as [number, number, number]
  return {
    plots: [overSteps(losses), overRates(reached, steps, rate), inThePlane(rate, steps, jump)],
    tables: [
      {
        name: 'losses',
        columns: ['step', ...arms.map(({ name }) => name)],
        rows: losses[0]!.map((_, n) => [n, ...losses.map((of) => of[n]!)]),
      },
      {
        name: 'best learning rates',
        columns: ['arm', 'learning rate', `loss after ${steps} steps`],
        rows: arms.map(({ name }, n) => [name, best[n]![0], best[n]![1]]),
      },
    ],
    findings: [
      `With learning rate ${short(rate)}, ${steps} steps take the loss from ${short(loss(start))} to ${none.toPrecision(5)}; with a jump after step ${jump} to the largest gradient of the level set to ${largest.toPrecision(3)}, to the smallest to ${smallest.toPrecision(3)}.`,
      `With the best of ${rates.length} learning rates each: ${short(best[0]![1])} without a jump (rate ${short(best[0]![0])}), ${short(best[1]![1])} with the largest gradient (${short(best[1]![0])}), ${short(best[2]![1])} with the smallest (${short(best[2]![0])}): from either axis of the ellipse one rate fits the rest of the way.`,
      'Descent in (u, v), whose metric the rotations keep, does not notice any jump; with learning rate ½ it arrives in one step.',
    ],
  }
}

function overSteps(losses: readonly (readonly number[])[]): CurvePlot {
  return {
    kind: 'curves',
    name: 'Loss over steps',
    x: { label: 'steps', scale: 'linear' },
    y: { label: 'loss', scale: 'log' },
    series: arms.map(({ name }, n) => ({
      name,
      mark: 'line',
      isReference: n === 3,
      points: losses[n]!.map((value, step): [number, number] => [step, value]),
    })),
  }
}

function overRates(
  reached: ReadonlyMap<Arm, readonly (readonly [number, number])[]>,
  steps: number,
  rate: number,
): CurvePlot {
  // Beyond learning rate 1/9 descent in (x, y) runs away; what is off the picture at either end is a gap.
  const isInside = (value: number) => value > 1e-8 && value < 1e3
  const known = arms.flatMap((arm) => reached.get(arm)!.map(([, value]) => value)).filter(isInside)
  const marked: Series = {
    name: 'the rate above',
    mark: 'line',
    isReference: true,
    points: [
      [rate, Math.min(...known)],
      [rate, Math.max(...known)],
    ],
  }
  return {
    kind: 'curves',
    name: `Loss after ${steps} steps, for every learning rate`,
    x: { label: 'learning rate', scale: 'log' },
    y: { label: 'loss', scale: 'log' },
    series: [
      ...arms.map((arm): Series => ({
        name: arm.name,
        mark: 'line',
        points: reached.get(arm)!.map(([tried, value]) => [tried, isInside(value) ? value : NaN]),
      })),
      marked,
    ],
  }
}

/** (x, y) of (u, v). */
const place = ([u, v]: Point): [number, number] => [1 + (2 * v - u) / 3, 3 + (2 * u - v) / 3]

function inThePlane(rate: number, steps: number, jump: number): CurvePlot {
  const levels: [number, number][] = [1, 18, 144].flatMap((level) => [
    ...Array.from({ length: 73 }, (_, n) => {
      const angle = (2 * Math.PI * n) / 72
      return place([Math.sqrt(level) * Math.cos(angle), Math.sqrt(level) * Math.sin(angle)])
    }),
    [NaN, NaN] as [number, number],
  ])
  return {
    kind: 'curves',
    name: 'The ways in the plane',
    x: { label: 'x', scale: 'linear' },
    y: { label: 'y', scale: 'linear' },
    series: [
      ...arms.slice(0, 3).map((arm): Series => ({
        name: arm.name,
        mark: 'line',
        points: pathOf(arm, rate, steps, jump).map(place),
      })),
      { name: 'loss 1, 18 and 144', mark: 'line', isReference: true, points: levels },
    ],
  }
}
