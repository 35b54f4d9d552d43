import { lossAt, sliceOver, type FreeEntry, type SliceInput } from '../learning/entrySlice'
import { act, actPoint, norm2, type Psl2r } from '../math/psl2r'
import { hyperbolicProduct } from '../math/hyperbolicProduct'
import { random, randomElement, randomPoint, normal, type Random } from '../math/random'
import type { CurvePlot, Experiment, Result } from './record'
import { short } from './summary'

export interface CarriedInputs {
  /** rows, inner size and columns of the model */
  readonly size: number
  readonly elements: number
  /** points z tried for each */
  readonly points: number
  /** largest length by which g moves i */
  readonly length: number
  /** α of the picture */
  readonly alpha: number
  readonly seed: number
}

interface Row {
  /** ρ(i, gi) */
  readonly length: number
  readonly change: number
  /** over f(z) */
  readonly relative: number
  /** what rounding may change, over f(z) */
  readonly bound: number
  /** change over bound */
  readonly ratio: number
}

/**
 * The loss as a function of one entry z, all others held: f. With everything moved by g it is f_g, and f_g(gz) = f(z):
 * g carries the surface, and no value on it changes. Compared at random points for random elements, against the
 * rounding bound of the distances that enter.
 */
export const carried: Experiment<CarriedInputs> = function* (inputs) {
  const { size, elements, points, length, seed } = inputs
  const next = random(seed)
  const rows: Row[] = []
  const picture = pictureOf(next, inputs)
  for (let n = 0; n < elements; n++) {
    const input = modelOf(next, size)
    const free: FreeEntry = {
      factor: n % 2 === 0 ? 'a' : 'b',
      row: Math.floor(size * next()),
      column: Math.floor(size * next()),
    }
    rows.push(compare(input, free, randomElement(next, length * next()), points, next))
    yield {
      part: (n + 1) / elements,
      doing: `element ${n + 1} of ${elements}`,
      result: seen(rows, picture, inputs),
    }
  }
  return seen(rows, picture, inputs)
}

/** Random factors, and the product of others as the target. */
function modelOf(next: Random, size: number): SliceInput {
  const factor = () => Float64Array.from(Array.from({ length: size * size }, () => randomPoint(next)).flat())
  const product = (a: Float64Array, b: Float64Array) =>
    hyperbolicProduct(a, b, size, size, size, new Float64Array(size * size))
  const [a, b] = [factor(), factor()]
  return {
    a,
    b,
    c: product(a, b),
    target: product(factor(), factor()),
    rows: size,
    inner: size,
    columns: size,
  }
}

function movedBy(g: Psl2r, input: SliceInput): SliceInput {
  const [a, b] = [input.a, input.b].map((factor) => act(g, factor, new Float64Array(factor.length))) as [
    Float64Array,
    Float64Array,
  ]
  const { rows, inner, columns } = input
  return {
    ...input,
    a,
    b,
    c: hyperbolicProduct(a, b, rows, inner, columns, new Float64Array(rows * columns)),
  }
}

function compare(input: SliceInput, free: FreeEntry, g: Psl2r, points: number, next: Random): Row {
  const before = sliceOver(input, free)
  const after = sliceOver(movedBy(g, input), free)
  let [change, relative, bound, ratio] = [0, 0, 0, 0]
  for (let n = 0; n < points; n++) {
    const [x, y] = randomPoint(next, 1.5)
    const value = lossAt(before, x, y)
    const moved = Math.abs(lossAt(after, ...actPoint(g, x, y)) - value)
    change = Math.max(change, moved)
    relative = Math.max(relative, moved / value)
    const allowed = boundOf(input, g, x, y, value)
    bound = Math.max(bound, allowed / value)
    ratio = Math.max(ratio, moved / allowed)
  }
  const length = 2 * Math.asinh(Math.sqrt(Math.max(0, norm2(g) - 2)) / 2)
  return { length, change, relative, bound, ratio }
}

/**
 * Every distance is known to 2ε‖g‖²(cosh ρ + cosh ρ), an entry of C to δ = 2ε‖g‖² · 2 · inner · the largest cosh, and a
 * mean of squares r² to 2 δ √L + δ².
 */
function boundOf({ a, b, inner }: SliceInput, g: Psl2r, x: number, y: number, value: number): number {
  let most = (x * x + y * y + 1) / (2 * y)
  for (const factor of [a, b]) {
    for (let n = 0; n < factor.length; n += 2) {
      const [u, v] = [factor[n]!, factor[n + 1]!]
      most = Math.max(most, (u * u + v * v + 1) / (2 * v))
    }
  }
  const delta = 4 * Number.EPSILON * norm2(g) * inner * most
  return 2 * delta * Math.sqrt(value) + delta * delta
}

/** The line: the loss over one entry, before and after x ↦ x + α. */
interface Picture {
  readonly before: (x: number) => number
  readonly after: (x: number) => number
  readonly at: number
}

function pictureOf(next: Random, { size, alpha }: CarriedInputs): Picture {
  const partners = Array.from({ length: size }, () => normal(next))
  const at = normal(next)
  const wanted = partners.map((partner) => Math.abs(at - partner) + 0.3 * normal(next))
  const loss = (x: number, shift: number) =>
    partners.reduce((sum, partner, l) => sum + (Math.abs(x - (partner + shift)) - wanted[l]!) ** 2, 0) / size
  return { before: (x) => loss(x, 0), after: (x) => loss(x, alpha), at }
}

const samples = 160

function seen(
  rows: readonly Row[],
  { before, after, at }: Picture,
  { points, alpha }: CarriedInputs,
): Result {
  const reach = 4 + Math.abs(alpha)
  const window = (centre: number, of: (x: number) => number, shown: (x: number) => number) =>
    Array.from({ length: samples + 1 }, (_, n): [number, number] => {
      const x = centre + reach * ((2 * n) / samples - 1)
      return [shown(x), of(x)]
    })
  const plot = (name: string, label: string, from: number, to: number, isCentred: boolean): CurvePlot => ({
    kind: 'curves',
    name,
    x: { label, scale: 'linear' },
    y: { label: 'loss', scale: 'linear' },
    series: [
      { name: 'before', mark: 'line', points: window(from, before, (x) => (isCentred ? x - at : x)) },
      {
        name: `after x + ${short(alpha)}`,
        mark: 'line',
        points: window(to, after, (x) => (isCentred ? x - at - alpha : x)),
      },
      {
        name: 'the model',
        mark: 'points',
        points: [
          isCentred ? [0, before(at)] : [at, before(at)],
          ...(isCentred ? [] : [[at + alpha, after(at + alpha)] as [number, number]]),
        ],
      },
    ],
  })
  return {
    plots: [
      plot('Line, one entry free, in a fixed window: the surface moves', 'entry x', at, at, false),
      plot(
        'The same in a window centred on the model: nothing moves',
        'x less the entry of the model',
        at,
        at + alpha,
        true,
      ),
      {
        kind: 'curves',
        name: 'Half-plane: |f_g(gz) − f(z)|, at most over the points',
        x: { label: 'ρ(i, gi), hyperbolic length', scale: 'linear' },
        y: { label: 'relative change', scale: 'log' },
        series: [
          { name: 'each element', mark: 'points', points: rows.map((row) => [row.length, row.relative]) },
          {
            name: 'what rounding may change',
            mark: 'points',
            isReference: true,
            points: rows.map((row) => [row.length, row.bound]),
          },
        ],
      },
    ],
    tables: [
      {
        name: 'elements',
        columns: ['ρ(i, gi)', 'change of the loss', 'over its value', 'over its bound'],
        rows: rows.map(({ length, change, relative, ratio }) => [length, change, relative, ratio]),
      },
    ],
    findings:
      rows.length === 0
        ? []
        : [
            `f_g(gz) = f(z) to ${short(Math.max(...rows.map(({ relative }) => relative)))} of the value, over ${rows.length} models and elements with ${points} points each.`,
            `Every difference is within its rounding bound, the largest at ${short(Math.max(...rows.map(({ ratio }) => ratio)), 2)} of it.`,
            `In a window centred on the model nothing moves: a translation is seen in a fixed window only.`,
          ],
  }
}
