import type { SliceInput } from './entrySlice'
import type { Grid } from './grid'
import { withoutTerm } from './withoutTerm'

/**
 * The loss on the line as a function of x = a_ki and y = b_il, all others held:
 *
 *     L(x, y) = scale (rest + Σ_n (aOffset_n + |x - aPoint_n|)² + Σ_n (bOffset_n + |y - bPoint_n|)²
 *                      + (offset + |x - y|)²)
 */
export interface LineSlice {
  /** b_in for n ≠ l: what x meets in row k of the product */
  readonly aPoints: Float64Array
  readonly aOffsets: Float64Array
  /** a_ni for n ≠ k: what y meets in column l of the product */
  readonly bPoints: Float64Array
  readonly bOffsets: Float64Array
  /** C_kl - C*_kl without |x - y| */
  readonly offset: number
  readonly rest: number
  /** 1 / (rows · columns) */
  readonly scale: number
}

/**
 * The loss mean (C - C*)² over the plane of one entry of A and one of B with the same inner index. A
 * translation of both factors by α carries it by (α, α).
 *
 * @param input factors on the line, one number an entry
 * @throws RangeError if k, i or l lies outside the factors
 */
export function lineSliceOver(input: SliceInput, k: number, i: number, l: number): LineSlice {
  const { a, b, c, target, rows, inner, columns } = input
  checkPair(input, k, i, l)
  const aPoints = new Float64Array(columns - 1)
  const aOffsets = new Float64Array(columns - 1)
  for (let column = 0, n = 0; column < columns; column++) {
    if (column === l) continue
    aPoints[n] = b[i * columns + column]!
    aOffsets[n++] = withoutTerm(input, 1, k, column, i) - target[k * columns + column]!
  }
  const bPoints = new Float64Array(rows - 1)
  const bOffsets = new Float64Array(rows - 1)
  for (let row = 0, n = 0; row < rows; row++) {
    if (row === k) continue
    bPoints[n] = a[row * inner + i]!
    bOffsets[n++] = withoutTerm(input, 1, row, l, i) - target[row * columns + l]!
  }
  let rest = 0
  for (let n = 0; n < c.length; n++) {
    if (Math.floor(n / columns) !== k && n % columns !== l) rest += (c[n]! - target[n]!) ** 2
  }
  const offset = withoutTerm(input, 1, k, l, i) - target[k * columns + l]!
  return { aPoints, aOffsets, bPoints, bOffsets, offset, rest, scale: 1 / (rows * columns) }
}

/** L at (x, y). */
export function lineLossAt(slice: LineSlice, x: number, y: number): number {
  const cross = slice.offset + Math.abs(x - y)
  const alongX = sumOfSquares(slice.aPoints, slice.aOffsets, x)
  const alongY = sumOfSquares(slice.bPoints, slice.bOffsets, y)
  return (slice.rest + alongX + alongY + cross * cross) * slice.scale
}

let alongX = new Float64Array(0)

/**
 * L on a grid: all but |x - y| depends on x or on y alone, so a sample costs one square.
 *
 * @param out (grid.height, grid.width) row-major, overwritten
 * @returns out
 */
export function fillLineSlice(slice: LineSlice, grid: Grid, out: Float64Array): Float64Array {
  if (alongX.length < grid.width) alongX = new Float64Array(grid.width)
  for (let i = 0; i < grid.width; i++) {
    alongX[i] = slice.rest + sumOfSquares(slice.aPoints, slice.aOffsets, grid.x0 + i * grid.dx)
  }
  for (let j = 0, n = 0; j < grid.height; j++) {
    const y = grid.y0 + j * grid.dy
    const alongY = sumOfSquares(slice.bPoints, slice.bOffsets, y)
    for (let i = 0; i < grid.width; i++, n++) {
      const cross = slice.offset + Math.abs(grid.x0 + i * grid.dx - y)
      out[n] = (alongX[i]! + alongY + cross * cross) * slice.scale
    }
  }
  return out
}

/** @throws RangeError if a_ki or b_il lies outside its factor */
export function checkPair(
  { rows, inner, columns }: { readonly rows: number; readonly inner: number; readonly columns: number },
  k: number,
  i: number,
  l: number,
): void {
  if (!(k >= 0 && k < rows && i >= 0 && i < inner && l >= 0 && l < columns)) {
    throw new RangeError(`entry (${k}, ${i}) of a or (${i}, ${l}) of b lies outside its factor`)
  }
}

function sumOfSquares(points: Float64Array, offsets: Float64Array, x: number): number {
  let sum = 0
  for (let n = 0; n < points.length; n++) {
    const residual = offsets[n]! + Math.abs(x - points[n]!)
    sum += residual * residual
  }
  return sum
}
