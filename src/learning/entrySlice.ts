import { dist } from '../math/upperHalfPlane'
import type { Grid } from './grid'
import { withoutTerm } from './withoutTerm'

/** The factors in the half-plane, packed row-major, with their product and what it is compared with. */
export interface SliceInput {
  /** (rows, inner, 2) */
  readonly a: Float64Array
  /** (inner, columns, 2) */
  readonly b: Float64Array
  /** A ⊙ B, (rows, columns) */
  readonly c: Float64Array
  /** C*, (rows, columns) */
  readonly target: Float64Array
  readonly rows: number
  readonly inner: number
  readonly columns: number
}

/** Which entry is free; indices from 0. */
export interface FreeEntry {
  readonly factor: 'a' | 'b'
  readonly row: number
  readonly column: number
}

/** L(z) = scale (rest + Σ_l (offset_l + ρ(z, point_l))²): as many distances as the free entry has partners. */
export interface EntrySlice {
  /** (m, 2): the entries of the other factor that the free one meets */
  readonly points: Float64Array
  /** (m): the residual C - C* of each of its products, without the free entry's term */
  readonly offsets: Float64Array
  /** Σ (C - C*)² over the products that the free entry does not enter */
  readonly rest: number
  /** 1 / (rows · columns) */
  readonly scale: number
}

/**
 * The loss mean (C - C*)² as a function of one entry z of A or B, all others held. Isometries carry it:
 * the slice through moved factors at gz is the slice through the factors at z.
 *
 * A stored point outside the half-plane makes the slice NaN.
 *
 * @throws RangeError if the free entry lies outside its factor
 */
export function sliceOver(input: SliceInput, free: FreeEntry): EntrySlice {
  const { a, b, c, target, rows, inner, columns } = input
  const inA = free.factor === 'a'
  checkFree(free, inA ? rows : inner, inA ? inner : columns)
  const i = inA ? free.column : free.row
  const m = inA ? columns : rows
  const points = new Float64Array(2 * m)
  const offsets = new Float64Array(m)
  for (let n = 0; n < m; n++) {
    const k = inA ? free.row : n
    const l = inA ? n : free.column
    const other = inA ? b : a
    const at = 2 * (inA ? i * columns + l : k * inner + i)
    points[2 * n] = other[at]!
    points[2 * n + 1] = other[at + 1]!
    offsets[n] = withoutTerm(input, 2, k, l, i) - target[k * columns + l]!
  }
  let rest = 0
  for (let n = 0; n < c.length; n++) {
    const entered = inA ? Math.floor(n / columns) === free.row : n % columns === free.column
    if (!entered) rest += (c[n]! - target[n]!) ** 2
  }
  return { points, offsets, rest, scale: 1 / (rows * columns) }
}

/**
 * L at z = x + iy.
 *
 * @throws RangeError unless y > 0
 */
export function lossAt(slice: EntrySlice, x: number, y: number): number {
  const { points, offsets, rest, scale } = slice
  let sum = rest
  for (let n = 0; n < offsets.length; n++) {
    const residual = offsets[n]! + dist(x, y, points[2 * n]!, points[2 * n + 1]!)
    sum += residual * residual
  }
  return sum * scale
}

/**
 * L on a grid, without allocation.
 *
 * @param out (grid.height, grid.width) row-major, overwritten; NaN where y ≤ 0
 * @returns out
 */
export function fillSlice(slice: EntrySlice, grid: Grid, out: Float64Array): Float64Array {
  const { points, offsets, rest, scale } = slice
  for (let j = 0, n = 0; j < grid.height; j++) {
    const y = grid.y0 + j * grid.dy
    const half = y > 0 ? 0.5 / y : NaN
    for (let i = 0; i < grid.width; i++, n++) {
      const x = grid.x0 + i * grid.dx
      let sum = rest
      for (let p = 0; p < offsets.length; p++) {
        const dx = x - points[2 * p]!
        const v = points[2 * p + 1]!
        const dy = y - v
        const t = (dx * dx + dy * dy) * (half / v)
        const residual = offsets[p]! + Math.log1p(t + Math.sqrt(t * (t + 2)))
        sum += residual * residual
      }
      out[n] = sum * scale
    }
  }
  return out
}

/** @throws RangeError if the free entry lies outside its factor */
export function checkFree(free: FreeEntry, rows: number, columns: number): void {
  if (!(free.row >= 0 && free.row < rows && free.column >= 0 && free.column < columns)) {
    throw new RangeError(
      `entry (${free.row}, ${free.column}) of ${free.factor} lies outside its ${rows}×${columns} factor`,
    )
  }
}
