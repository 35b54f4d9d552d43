import { expMap, logMap } from '../math/upperHalfPlane'
import { unacted } from './acting'
import { classifierOf, shapeOf } from './classifierOf'
import { derive } from './derive'
import type { Document, LabelledSource, SpaceName } from './document'
import { embeddingOf, labelledData } from './labelledData'

/** Two columns of the rows of a classifier as a plane, in the units of the rows, and a window of it. */
export interface DataPlane {
  readonly columns: readonly [across: number, up: number]
  readonly x: readonly [low: number, high: number]
  readonly y: readonly [low: number, high: number]
}

/** The rows lie this part of their extent away from the edge. */
const margin = 0.07
/** Width over height of the window where both columns have one unit. */
const aspect = 4 / 3

/** Farther from i than this there are no points of the half-plane in float64. */
const farthest = 690

const scratch = new Float64Array(2)

/** Whether rows become points as polar coordinates about i. */
const isPolar = (source: LabelledSource, space: SpaceName): boolean =>
  space === 'halfPlane' && embeddingOf(shapeOf(source).columns) === 'polar'

/** The window that shows all rows. A single column is its own other one. @throws RangeError as labelledData */
export function dataPlane(
  source: LabelledSource,
  space: SpaceName,
  columns: DataPlane['columns'],
): DataPlane {
  const { rows } = labelledData(source, space)
  const range = (column: number): [number, number] => {
    let [low, high] = [Infinity, -Infinity]
    for (const { values, columns: count } of [rows.train, rows.heldOut]) {
      for (let n = column; n < values.length; n += count) {
        low = Math.min(low, values[n]!)
        high = Math.max(high, values[n]!)
      }
    }
    const room = margin * (high - low) || 1
    return [low - room, high + room]
  }
  const [x, y] = [range(columns[0]), range(columns[1])]
  if (source.kind === 'iris' || source.kind === 'own') return { columns, x, y }
  const height = Math.max(y[1] - y[0], (x[1] - x[0]) / aspect)
  return { columns, x: about(x, height * aspect), y: about(y, height) }
}

const about = ([low, high]: readonly [number, number], size: number): [number, number] => [
  (low + high - size) / 2,
  (low + high + size) / 2,
]

/**
 * The inputs in the middle of each cell of a grid over the window, (height × width, inner) packed, the lowest row first.
 * Columns that the plane does not show are at the mean of the training rows.
 *
 * @throws RangeError as labelledData
 */
export function gridInputs(
  source: LabelledSource,
  space: SpaceName,
  { columns: [across, up], x, y }: DataPlane,
  width: number,
  height: number,
): Float64Array {
  const { means, deviations } = labelledData(source, space).scaling
  const stride = space === 'line' ? 1 : 2
  const isOnePoint = isPolar(source, space)
  const inner = isOnePoint ? 1 : shapeOf(source).columns
  const points = new Float64Array(width * height * inner * stride)
  for (let row = 0, n = 0; row < height; row++) {
    const q = (at(y, (row + 0.5) / height) - means[up]!) / deviations[up]!
    for (let column = 0; column < width; column++, n += inner * stride) {
      const p = (at(x, (column + 0.5) / width) - means[across]!) / deviations[across]!
      if (isOnePoint) {
        const inside = Math.min(1, farthest / Math.sqrt(p * p + q * q))
        points.set(expMap(0, 1, p * inside, q * inside, scratch), n)
        continue
      }
      if (stride === 2) for (let i = 0; i < inner; i++) points[n + 2 * i + 1] = 1
      points[n + stride * across] = p
      points[n + stride * up] = q
    }
  }
  return points
}

const at = ([low, high]: readonly [number, number], part: number) => low + part * (high - low)

/** Where packed inputs or prototypes are in the plane, (count, 2) in the units of the rows. */
function placesOf(
  { data, space }: Shown,
  [across, up]: DataPlane['columns'],
  points: Float64Array,
): Float64Array {
  const { means, deviations } = labelledData(data, space).scaling
  const isOnePoint = isPolar(data, space)
  const stride = space === 'line' ? 1 : 2
  const width = stride * (isOnePoint ? 1 : shapeOf(data).columns)
  const places = new Float64Array((2 * points.length) / width)
  for (let n = 0, from = 0; n < places.length; n += 2, from += width) {
    if (isOnePoint) logMap(0, 1, points[from]!, points[from + 1]!, scratch)
    const p = isOnePoint ? scratch[0]! : points[from + stride * across]!
    const q = isOnePoint ? scratch[1]! : points[from + stride * up]!
    places[n] = means[across]! + deviations[across]! * p
    places[n + 1] = means[up]! + deviations[up]! * q
  }
  return places
}

interface Shown {
  readonly data: LabelledSource
  readonly space: SpaceName
}

/** @throws RangeError without a classifier */
function shownOf(document: Document): Shown {
  const classifier = classifierOf(document)
  if (classifier === undefined)
    throw new RangeError('the factors are not inputs and prototypes of a classifier')
  return { data: classifier.data, space: document.space }
}

/** Where the training inputs are in the plane, (inputs, 2). @throws RangeError without a classifier */
export function inputPlaces(document: Document, columns: DataPlane['columns']): Float64Array {
  return placesOf(shownOf(document), columns, derive(document).base.a)
}

/**
 * Where the prototypes are in the plane, (prototypes, 2); undefined in the half-plane if there are more columns than
 * two, as a prototype is then no row of numbers. After the move: where the inputs were that lie on them now, so that
 * decisions in the plane are by what is seen there. With both factors moved that is where they were before.
 *
 * @throws RangeError without a classifier
 */
export function prototypePlaces(
  document: Document,
  columns: DataPlane['columns'],
  which: 'before' | 'after',
): Float64Array | undefined {
  const shown = shownOf(document)
  if (shown.space === 'halfPlane' && !isPolar(shown.data, shown.space)) return undefined
  const { moved, size, stride } = derive(document)
  const { inner, columns: count } = size
  const points = new Float64Array(stride * inner * count)
  for (let i = 0; i < inner; i++) {
    for (let l = 0; l < count; l++) {
      const from = stride * (i * count + l)
      const held = document.b[i]![l]!
      let place = held
      if (which === 'after' && document.move === 'a') place = unacted(document, i, held)
      if (which === 'after' && document.move === 'b')
        place = stride === 1 ? moved.b[from]! : [moved.b[from]!, moved.b[from + 1]!]
      points.set(typeof place === 'number' ? [place] : place, stride * (l * inner + i))
    }
  }
  return placesOf(shown, columns, points)
}

/** Corners of a drawn circle. */
const corners = 96

/**
 * The edge of the ball of a radius about a training input, as a closed line in the plane, (points, 2). Half-plane: a
 * hyperbolic circle in polar coordinates about i; line: |Δp| + |Δq| = radius. Undefined where there are more columns
 * than two: the other columns of an input are not those of the plane.
 *
 * @throws RangeError without a classifier
 */
export function ballEdge(
  document: Document,
  columns: DataPlane['columns'],
  input: number,
  radius: number,
): Float64Array | undefined {
  const { a } = derive(document).base
  const shown = shownOf(document)
  if (shapeOf(shown.data).columns !== 2 || !(radius > 0)) return undefined
  if (shown.space === 'line') {
    const [p, q] = [a[2 * input]!, a[2 * input + 1]!]
    return placesOf(
      shown,
      columns,
      Float64Array.of(p + radius, q, p, q + radius, p - radius, q, p, q - radius),
    )
  }
  const [x, y] = [a[2 * input]!, a[2 * input + 1]!]
  const points = new Float64Array(2 * corners)
  for (let n = 0; n < corners; n++) {
    const angle = (2 * Math.PI * n) / corners
    const size = radius * y
    points.set(expMap(x, y, size * Math.cos(angle), size * Math.sin(angle), scratch), 2 * n)
  }
  return placesOf(shown, columns, points)
}
