import { hyperbolicProduct } from '../math/hyperbolicProduct'
import { lineProduct } from '../math/lineProduct'
import { storedDist } from '../math/storedDist'
import { checkFree, type FreeEntry } from './entrySlice'
import type { Grid } from './grid'
import { checkPair } from './lineSlice'
import type { Held, SlicedLoss } from './slicedLoss'
import { withoutTerm } from './withoutTerm'

/**
 * A training loss as a function of one entry of A or B in the half-plane, z = x + iy, or on the line of one entry x of
 * A and one y of B with the same inner index; all others are held. Until they are, there is nothing to sample.
 *
 * Isometries carry it, as they carry `entrySlice`: through factors moved by g it has at gz the value that it has
 * through the factors at z, on the line at (x + α, y + α). A β by the norms of Q breaks that.
 */
export interface TrainingSlice {
  /**
   * Holds the other entries where these factors have them; the value of a free one does not matter. Cheap enough for
   * each frame of a drag, without new arrays, and nothing of what is given is kept.
   *
   * @param reals log β or log γ, if the model learns one
   * @returns the slice
   * @throws RangeError if a length does not fit the model
   */
  readonly hold: (a: Float64Array, b: Float64Array, reals: readonly number[]) => TrainingSlice
  /** L in nats; NaN where (x, y) is no point of the half-plane, or a held point is none. */
  readonly lossAt: (x: number, y: number) => number
  /** L at the points of a grid, row after row; returns out. */
  readonly fill: (grid: Grid, out: Float64Array) => Float64Array
  /** L at packed points (x, y), one number a point; returns out. */
  readonly fillAt: (points: Float64Array, out: Float64Array) => Float64Array
}

/** From here on t² leaves the range of float64. */
const huge = 1e150

/**
 * The slice of a model in the half-plane over one entry: as many distances a sample as the entry has partners.
 *
 * @throws RangeError if the entry lies outside its factor, or the model is on the line
 */
export function trainingSlice(loss: SlicedLoss, free: FreeEntry): TrainingSlice {
  const { rows, inner, columns, count, floor } = loss
  if (loss.geometry !== 'halfPlane') throw new RangeError('on the line a slice has one entry of each factor')
  const inA = free.factor === 'a'
  checkFree(free, inA ? rows : inner, inA ? inner : columns)
  const k = inA ? free.row : null
  const l = inA ? null : free.column
  const i = inA ? free.column : free.row
  const term = k !== null ? loss.row(k, i) : loss.column(free.column, null)
  const restOf = loss.rest(k, l)
  const partners = inA ? columns : rows
  const buffer = () => new Float64Array(partners)
  const met: Partners = { us: buffer(), vs: buffer(), halves: buffer(), offsets: buffer(), limits: buffer() }
  const costs = buffer()
  const product = new Float64Array(rows * columns)
  let rest = NaN

  const hold: TrainingSlice['hold'] = (a, b, reals) => {
    const held: Held = { a, b, reals, costs: hyperbolicProduct(a, b, rows, inner, columns, product) }
    term.hold(held)
    rest = restOf(held)
    const { us, vs, halves, offsets, limits } = met
    const factors = { a, b, inner, columns }
    for (let n = 0; n < partners; n++) {
      const other = inA ? b : a
      const at = 2 * (inA ? i * columns + n : n * inner + i)
      us[n] = other[at]!
      vs[n] = other[at + 1]!
      halves[n] = 0.5 / vs[n]!
      offsets[n] = withoutTerm(factors, 2, k ?? n, l ?? n, i)
      limits[n] = term.reach ? coshLess1(term.reach[n]! - offsets[n]!) : Infinity
    }
    return slice
  }

  const lossAt = (x: number, y: number) => {
    if (!(y > 0 && y < Infinity && x - x === 0)) return NaN
    writeCosts(met, x, y, costs)
    return (rest + term.sum(costs, x * x + y * y)) / count - floor
  }

  const slice: TrainingSlice = { hold, lossAt, ...fillers(lossAt) }
  return slice
}

/** What a free entry of the half-plane meets. */
interface Partners {
  /** u and v of the points, and 1/(2v) */
  readonly us: Float64Array
  readonly vs: Float64Array
  readonly halves: Float64Array
  /** the cost of each without the free entry's term */
  readonly offsets: Float64Array
  /** cosh ρ - 1 from which on the cost may be Infinity */
  readonly limits: Float64Array
}

function writeCosts(
  { us, vs, halves, offsets, limits }: Partners,
  x: number,
  y: number,
  out: Float64Array,
): void {
  const overY = 1 / y
  for (let n = 0; n < us.length; n++) {
    const dx = x - us[n]!
    const dy = y - vs[n]!
    const t = (dx * dx + dy * dy) * (halves[n]! * overY)
    if (t > limits[n]!) out[n] = Infinity
    else if (t < huge) out[n] = offsets[n]! + Math.log1p(t + Math.sqrt(t * (t + 2)))
    else out[n] = offsets[n]! + storedDist(x, y, us[n]!, vs[n]!)
  }
}

/**
 * The slice of a model on the line over x = a_ki and y = b_il. What depends on y alone is done once for a row of the
 * grid.
 *
 * @throws RangeError if an entry lies outside its factor, or the model is in the half-plane
 */
export function trainingLineSlice(loss: SlicedLoss, k: number, i: number, l: number): TrainingSlice {
  const { rows, inner, columns, count, floor } = loss
  if (loss.geometry !== 'line') throw new RangeError('in the half-plane a slice has one free entry')
  checkPair(loss, k, i, l)
  const row = loss.row(k, i)
  const column = loss.column(l, k)
  const restOf = loss.rest(k, l)
  const xPoints = new Float64Array(columns)
  const xOffsets = xPoints.slice()
  const xCosts = xPoints.slice()
  const yPoints = new Float64Array(rows)
  const yOffsets = yPoints.slice()
  const yCosts = yPoints.slice()
  const product = new Float64Array(rows * columns)
  let rest = NaN
  let lastY = NaN
  let alongY = NaN

  const hold: TrainingSlice['hold'] = (a, b, reals) => {
    const held: Held = { a, b, reals, costs: lineProduct(a, b, rows, inner, columns, product) }
    row.hold(held)
    column.hold(held)
    rest = restOf(held)
    lastY = NaN
    const factors = { a, b, inner, columns }
    for (let n = 0; n < columns; n++) {
      xPoints[n] = b[i * columns + n]!
      xOffsets[n] = withoutTerm(factors, 1, k, n, i)
    }
    for (let n = 0; n < rows; n++) {
      yPoints[n] = a[n * inner + i]!
      yOffsets[n] = withoutTerm(factors, 1, n, l, i)
    }
    return slice
  }

  const lossAt = (x: number, y: number) => {
    if (y !== lastY) {
      for (let n = 0; n < rows; n++) yCosts[n] = yOffsets[n]! + Math.abs(y - yPoints[n]!)
      alongY = column.sum(yCosts, NaN)
      lastY = y
    }
    for (let n = 0; n < columns; n++) xCosts[n] = xOffsets[n]! + Math.abs(x - xPoints[n]!)
    xCosts[l] = xOffsets[l]! + Math.abs(x - y)
    return (rest + alongY + row.sum(xCosts, x * x)) / count - floor
  }

  const slice: TrainingSlice = { hold, lossAt, ...fillers(lossAt) }
  return slice
}

function fillers(lossAt: TrainingSlice['lossAt']): Pick<TrainingSlice, 'fill' | 'fillAt'> {
  return {
    fill: (grid, out) => {
      for (let j = 0, n = 0; j < grid.height; j++) {
        const y = grid.y0 + j * grid.dy
        for (let i = 0; i < grid.width; i++) out[n++] = lossAt(grid.x0 + i * grid.dx, y)
      }
      return out
    },
    fillAt: (points, out) => {
      for (let n = 0; 2 * n < points.length; n++) out[n] = lossAt(points[2 * n]!, points[2 * n + 1]!)
      return out
    },
  }
}

/** cosh ρ - 1, and below 0 what no point reaches. */
function coshLess1(rho: number): number {
  return rho < 0 ? -1 : Math.cosh(rho) - 1
}
