import type { Descent, Jump, Tuned } from './race'
import type { CurvePlot, MatrixPlot, Plot, Result, Series } from './record'
import { median, short } from './summary'

interface Over {
  readonly measured: readonly (readonly [number, number])[]
  readonly derived: readonly (readonly [number, number])[]
}

/** The gradient's norm in (x, y) along three one-parameter groups, and in the metric, where it is one number. */
export interface NormCurves {
  readonly translation: Over
  readonly dilation: Over
  readonly rotation: Over
  readonly metric: number
  /** (dilations, turns): at A(t) K(θ), which with translations is all of the orbit */
  readonly map: readonly (readonly number[])[]
}

/** Where the map of the orbit is sampled: t downwards, θ across. */
export const dilations: readonly number[] = [1.5, 1, 0.5, 0, -0.5, -1, -1.5]
export const turns: readonly number[] = Array.from({ length: 9 }, (_, n) => (Math.PI * n) / 9)

export interface Arm {
  readonly descent: Descent
  readonly jump: Jump
  /** undefined: not run yet */
  readonly tuned: Tuned | undefined
}

export interface Found {
  /** largest over smallest norm among the rotations, for each model */
  readonly ratios: readonly number[]
  readonly curves: NormCurves | undefined
  /** largest difference of losses of a run and its dilated twin with the other learning rate */
  readonly twins: number
  readonly seeds: number
  readonly epsilon: number
  readonly arms: readonly Arm[]
}

export function seen({ ratios, curves, twins, seeds, epsilon, arms }: Found): Result {
  const plots: Plot[] = []
  if (curves) plots.push(overRotation(curves), overDilation(curves), overOrbit(curves))
  plots.push(medians(arms, epsilon), arrivals(arms, seeds, epsilon))
  return {
    plots,
    tables: [
      {
        name: `steps to loss ${short(epsilon)}`,
        columns: ['descent in', 'jump', 'best learning rate', 'median', 'least', 'most', 'not reached'],
        rows: arms.flatMap(({ descent, jump, tuned }) => (tuned ? [rowOf(descent, jump, tuned)] : [])),
      },
      {
        name: 'steps of each start',
        columns: ['descent in', 'jump', ...Array.from({ length: seeds }, (_, n) => `start ${n + 1}`)],
        rows: arms.flatMap(({ descent, jump, tuned }) =>
          tuned && tuned.steps.length > 0 ? [[descent.name, jump.name, ...tuned.steps.map(orNever)]] : [],
        ),
      },
      {
        name: 'largest over smallest gradient among rotations',
        columns: ['model', 'largest / smallest'],
        rows: ratios.map((ratio, n) => [n + 1, ratio]),
      },
    ],
    findings: sentences({ ratios, curves, twins, seeds, epsilon, arms }),
  }
}

/** "182 (83 to never)": median, least and most. */
const stepsOf = (steps: readonly number[]): string =>
  `${orNever(median(steps))} (${Math.min(...steps)} to ${orNever(Math.max(...steps))})`

const orNever = (steps: number): number | string => (steps < Infinity ? steps : 'never')

function rowOf(descent: Descent, jump: Jump, { rate, steps }: Tuned): (number | string)[] {
  if (steps.length === 0) return [descent.name, jump.name, 'none', 'never', 'never', 'never', 'most']
  return [
    descent.name,
    jump.name,
    rate,
    orNever(median(steps)),
    Math.min(...steps),
    orNever(Math.max(...steps)),
    steps.filter((needed) => needed === Infinity).length,
  ]
}

function overRotation({ rotation, metric }: NormCurves): CurvePlot {
  const along = (value: number): [number, number][] => [
    [0, value],
    [Math.PI, value],
  ]
  return {
    kind: 'curves',
    name: 'Gradient of one model, turned about its middle',
    x: { label: 'rotation θ', scale: 'linear' },
    y: { label: 'norm of the gradient', scale: 'linear' },
    series: [
      { name: 'in (x, y), measured', mark: 'points', points: rotation.measured },
      { name: 'Σ ρ²/Im², its root', mark: 'line', isReference: true, points: rotation.derived },
      { name: 'in the metric', mark: 'line', points: along(metric) },
    ],
  }
}

function overDilation({ translation, dilation }: NormCurves): CurvePlot {
  return {
    kind: 'curves',
    name: 'The same model, translated by x or dilated by eᵗ',
    x: { label: 't, or x', scale: 'linear' },
    y: { label: 'norm of the gradient in (x, y)', scale: 'log' },
    series: [
      { name: 'dilated, measured', mark: 'points', points: dilation.measured },
      { name: 'translated, measured', mark: 'points', points: translation.measured },
      { name: 'closed form', mark: 'line', isReference: true, points: dilation.derived },
    ],
  }
}

function overOrbit({ map }: NormCurves): MatrixPlot {
  return {
    kind: 'matrix',
    name: 'The orbit of that model as a map: dilation by eᵗ down, rotation θ across',
    rows: dilations.map((t) => `t = ${t}`),
    columns: turns.map((theta) => `${Math.round((180 * theta) / Math.PI)}°`),
    values: map,
    label: 'norm of the gradient in (x, y); translations do not change it',
  }
}

function medians(arms: readonly Arm[], epsilon: number): Plot {
  const rows = [...new Set(arms.map(({ jump }) => jump.name))]
  const columns = [...new Set(arms.map(({ descent }) => descent.name))]
  return {
    kind: 'matrix',
    name: 'Steps that each way needs, with its best learning rate',
    rows,
    columns,
    values: rows.map((row) =>
      columns.map((column) => {
        const arm = arms.find(({ jump, descent }) => jump.name === row && descent.name === column)
        const middle = arm?.tuned ? median(arm.tuned.steps) : NaN
        return middle < Infinity ? middle : NaN
      }),
    ),
    label: `median steps to loss ${short(epsilon)}`,
  }
}

/** How many starts are in the ball after so many steps. */
function arrivals(arms: readonly Arm[], seeds: number, epsilon: number): CurvePlot {
  const wanted = ['no jump', 'to the largest', 'to the smallest', 'smallest, every 25']
  const series = arms.flatMap(({ descent, jump, tuned }): Series[] => {
    const isReference = descent.name === 'metric' && jump.name === 'no jump'
    if (!tuned || !(isReference || (descent.name === '(x, y)' && wanted.includes(jump.name)))) return []
    const steps = tuned.steps.filter((needed) => needed < Infinity).sort((one, other) => one - other)
    const points = steps.flatMap((needed, n): [number, number][] => [
      [needed, n],
      [needed, n + 1],
    ])
    const name = isReference ? 'in the metric' : `(x, y), ${jump.name}`
    return [{ name, mark: 'line', isReference, points: [[0, 0], ...points] }]
  })
  return {
    kind: 'curves',
    name: `Starts that have come below ${short(epsilon)}, of ${seeds}`,
    x: { label: 'steps', scale: 'linear' },
    y: { label: 'starts', scale: 'linear' },
    series,
  }
}

function sentences({ ratios, twins, seeds, epsilon, arms }: Found): string[] {
  const said = [
    `Turned about its middle, a model has a largest gradient in (x, y) that is ${short(median(ratios))} times its smallest (${short(Math.min(...ratios))} to ${short(Math.max(...ratios))}, ${ratios.length} half-trained models). In the metric the gradient is one number.`,
  ]
  if (Number.isFinite(twins)) {
    said.push(
      `A dilation is a learning rate: dilated by e², with the rate times e⁴, a run has the same losses for 100 steps, to ${short(twins)}.`,
    )
  }
  const of = (descent: string, jump: string) => {
    const tuned = arms.find((arm) => arm.descent.name === descent && arm.jump.name === jump)?.tuned
    return tuned && tuned.steps.length > 0 ? stepsOf(tuned.steps) : undefined
  }
  for (const descent of ['(x, y)', '(x, log y)']) {
    const [none, largest, smallest] = ['no jump', 'to the largest', 'to the smallest'].map((jump) =>
      of(descent, jump),
    )
    if (!none || !largest || !smallest) continue
    const often = of(descent, 'smallest, every 25')
    said.push(
      `Steps to ${short(epsilon)} in ${descent}, median over ${seeds} starts: ${none} without a jump, ${largest} from the largest gradient, ${smallest} from the smallest` +
        (often ? `, ${often} with a jump to the smallest every 25 steps.` : '.'),
    )
  }
  const metric = arms.flatMap(({ descent, tuned }) =>
    descent.name === 'metric' && tuned && tuned.steps.length > 0 ? [tuned.steps] : [],
  )
  if (metric.length > 0) {
    const isSame = metric.every((steps) => steps.every((needed, n) => needed === metric[0]![n]))
    const among = isSame ? 'the same for every start' : 'not the same for every start'
    said.push(
      `In the metric ${stepsOf(metric[0]!)}` +
        (metric.length > 1 ? `, ${among} with each of ${metric.length} ways to jump.` : '.'),
    )
  }
  return said
}
