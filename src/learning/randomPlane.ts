import { moveA, moveB } from '../math/factors'
import { normal, random } from '../math/random'
import type { LossOfFactors } from './lossOfFactors'
import { lossPlane, type LossPlane } from './lossPlane'
import type { Tangents } from './tangents'

/** A model, what moved it, and what a plane through it needs to be drawn again. */
export interface RandomPlaneInput<G> {
  /** the factors before the move: A (rows, inner), B (inner, columns) */
  readonly a: Float64Array
  readonly b: Float64Array
  readonly rows: number
  readonly inner: number
  readonly columns: number
  /** what each factor was moved by: one element, or one for each inner index */
  readonly movesA: readonly G[]
  readonly movesB: readonly G[]
  /** 'b' holds A: the inputs of a classifier are no parameters */
  readonly varied: 'both' | 'b'
  /** the same seed draws the same normal numbers */
  readonly seed: number
  readonly loss: LossOfFactors
}

/**
 * The plane of two random directions u and v through the moved model: (s, t) ↦ L(model moved by su + tv), each
 * direction as long in each filter as the filter itself. A filter is the points of one row of A or one column of B,
 * such as one token's query.
 *
 *     'intrinsic'    drawn in the orthonormal frame at the points before the move, carried along by dg, and followed by
 *                    the exponential map. A point has no norm, so the length of a filter is its hyperbolic distance
 *                    √Σ_i ρ(z_i, m_i)² to the barycentres, m_i the Fréchet mean of all points with inner index i.
 *                    All of it commutes with isometries, so the picture is the same all over the orbit.
 *     'coordinates'  the same numbers, taken as steps in the coordinates (x, log y) of the moved points, on the line x,
 *                    and added; the length of a filter is the Euclidean norm of these. This is the method of the
 *                    source, and the picture is another one for another model of the orbit. In (x, y) sums would leave
 *                    the half-plane.
 *
 * @throws RangeError as `frechetMean`, if points are too far out for their mean
 * @see Li, Xu, Taylor, Studer and Goldstein, Visualizing the loss landscape of neural nets (2018), for normalising by
 *   filters; the intrinsic form is derived here
 */
export function randomPlane<G>(
  tangents: Tangents<G>,
  frame: 'intrinsic' | 'coordinates',
  input: RandomPlaneInput<G>,
): LossPlane {
  const { space } = tangents
  const { stride } = space
  const { a, b, inner, movesA, movesB, varied, seed, loss } = input
  const base = Float64Array.from([...a, ...b])
  const end = a.length
  const points = new Float64Array(base.length)
  moveA(space, movesA, a, inner, points.subarray(0, end))
  moveB(space, movesB, b, inner, points.subarray(end))
  const filters = filtersOf(input)
  const lengths = frame === 'intrinsic' ? distances(tangents, input, base) : norms(tangents, points, filters)
  const next = random(seed)
  const draw = () => {
    const direction = base.map(() => normal(next))
    if (varied === 'b') direction.fill(0, 0, end)
    normalise(direction, stride, filters, lengths)
    if (frame === 'coordinates') return direction
    for (let n = 0; n < base.length; n += stride) {
      const moves = n < end ? movesA : movesB
      const g = moves[moves.length === 1 ? 0 : innerIndex(input, n / stride)]!
      tangents.push(g, base, n, direction)
    }
    return direction
  }
  const u = draw()
  const v = draw()
  const step = frame === 'intrinsic' ? tangents.shoot : tangents.add
  const direction = new Float64Array(base.length)
  const reached = new Float64Array(base.length)
  const reachedA = reached.subarray(0, end)
  const reachedB = reached.subarray(end)
  return lossPlane((s, t) => {
    for (let n = 0; n < base.length; n++) direction[n] = s * u[n]! + t * v[n]!
    for (let n = 0; n < base.length; n += stride) step(points, direction, n, reached)
    return loss(reachedA, reachedB)
  })
}

type Shape = Pick<RandomPlaneInput<unknown>, 'rows' | 'inner' | 'columns'>

/** Of the points of A and then B: row k of A is filter k, column l of B filter rows + l. */
function filtersOf({ rows, inner, columns }: Shape): Int32Array {
  const ofA = rows * inner
  return Int32Array.from({ length: ofA + inner * columns }, (_, point) =>
    point < ofA ? Math.floor(point / inner) : rows + ((point - ofA) % columns),
  )
}

function innerIndex({ rows, inner, columns }: Shape, point: number): number {
  const ofA = rows * inner
  return point < ofA ? point % inner : Math.floor((point - ofA) / columns)
}

/** √Σ_i ρ(z_i, m_i)² of each filter. */
function distances<G>({ space, mean }: Tangents<G>, shape: Shape, points: Float64Array): Float64Array {
  const { stride, dist } = space
  const filters = filtersOf(shape)
  const squares = new Float64Array(shape.rows + shape.columns)
  for (let i = 0; i < shape.inner; i++) {
    const own = [...filters.keys()].filter((point) => innerIndex(shape, point) === i)
    const coordinates = (point: number) => Array.from(points.subarray(stride * point, stride * (point + 1)))
    const centre = mean(Float64Array.from(own.flatMap(coordinates)))
    for (const point of own) squares[filters[point]!]! += dist(...coordinates(point), ...centre) ** 2
  }
  return squares.map(Math.sqrt)
}

/** The Euclidean norm of the coordinates of each filter. */
function norms<G>({ space, norm2 }: Tangents<G>, points: Float64Array, filters: Int32Array): Float64Array {
  const squares = new Float64Array(Math.max(...filters) + 1)
  filters.forEach((filter, point) => (squares[filter]! += norm2(points, space.stride * point)))
  return squares.map(Math.sqrt)
}

/** Makes a direction as long in each filter as is wanted there. */
function normalise(
  direction: Float64Array,
  stride: number,
  filters: Int32Array,
  lengths: Float64Array,
): void {
  const squares = new Float64Array(lengths.length)
  direction.forEach((part, n) => (squares[filters[Math.floor(n / stride)]!]! += part * part))
  direction.forEach((part, n) => {
    const filter = filters[Math.floor(n / stride)]!
    if (part !== 0) direction[n] = (part * lengths[filter]!) / Math.sqrt(squares[filter]!)
  })
}
