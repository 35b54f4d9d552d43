import type { Space } from './space'

/** Sizes of the base entries and their sums: they change with the base only, never during a drag. */
export interface BaseSizes {
  /** (rows, inner) */
  readonly a: Float64Array
  /** (inner, columns) */
  readonly b: Float64Array
  /** Σ_i size(a_ki), one a row */
  readonly rowSums: Float64Array
  /** Σ_i size(b_il), one a column */
  readonly columnSums: Float64Array
}

/** How far the product of the stored, moved points is from the base product. */
export interface StoredReading {
  /** max |C'_kl - C_kl|; Infinity when a stored product is not a number */
  readonly largestChange: number
  /** max of the rounding bound over the entries */
  readonly bound: number
  /** max |C'_kl - C_kl| / bound_kl: ≤ 1 when rounding alone explains every change */
  readonly ratio: number
}

/** Sizes of the points of A (rows × inner) and B (inner × columns), for `roundingBound`. */
export function baseSizes<G>(
  space: Space<G>,
  a: Float64Array,
  b: Float64Array,
  rows: number,
  inner: number,
  columns: number,
): BaseSizes {
  const sizesA = space.sizes(a, new Float64Array(rows * inner))
  const sizesB = space.sizes(b, new Float64Array(inner * columns))
  const rowSums = new Float64Array(rows)
  const columnSums = new Float64Array(columns)
  for (let n = 0; n < sizesA.length; n++) rowSums[Math.floor(n / inner)]! += sizesA[n]!
  for (let n = 0; n < sizesB.length; n++) columnSums[n % columns]! += sizesB[n]!
  return { a: sizesA, b: sizesB, rowSums, columnSums }
}

/**
 * Rounding bound of each entry of the product of moved, stored points:
 *
 *     half-plane   bound_kl = 2 ε Σ_i ‖g_i‖² (cosh ρ(i, a_ki) + cosh ρ(i, b_il))
 *     line         bound_kl = 2 ε Σ_i (|α_i| + |a_ki| + |b_il|)
 *
 * with ε = 2⁻⁵². It separates into a row and a column part: O(rows · columns) for one shared element,
 * O((rows + columns) · inner) more for one element per inner index.
 *
 * @param elements one, or one per inner index
 * @param out      (rows, columns), overwritten
 * @throws RangeError unless there are 1 or `inner` elements
 */
export function roundingBound<G>(
  space: Space<G>,
  elements: readonly G[],
  sizes: BaseSizes,
  out: Float64Array,
): Float64Array {
  const rows = sizes.rowSums.length
  const columns = sizes.columnSums.length
  const inner = sizes.a.length / rows
  if (elements.length !== 1 && elements.length !== inner) {
    throw new RangeError(`${elements.length} elements for ${inner} inner indices: give one, or one each`)
  }
  const shared = elements.length === 1
  const growth = elements.map(space.growth)
  const shift = elements.reduce((sum, g) => sum + space.shift(g), 0) * (shared ? inner : 1)
  const rowPart = shared ? sizes.rowSums : weightedRows(growth, sizes.a, rows)
  const columnPart = shared ? sizes.columnSums : weightedColumns(growth, sizes.b, columns)
  const factor = shared ? growth[0]! : 1
  for (let k = 0; k < rows; k++) {
    for (let l = 0; l < columns; l++) {
      out[k * columns + l] = 2 * Number.EPSILON * (shift + factor * (rowPart[k]! + columnPart[l]!))
    }
  }
  return out
}

/** Compare the product of the stored moved points (`after`) with the base product, entry by entry. */
export function asStored(before: Float64Array, after: Float64Array, bound: Float64Array): StoredReading {
  let largestChange = 0
  let largestBound = 0
  let ratio = 0
  for (let n = 0; n < before.length; n++) {
    const difference = Math.abs(after[n]! - before[n]!)
    const change = Number.isNaN(difference) ? Infinity : difference
    largestChange = Math.max(largestChange, change)
    largestBound = Math.max(largestBound, bound[n]!)
    // An infinite bound explains an infinite change; 0 of 0 is no change at all.
    if (change > 0 && bound[n]! < Infinity) ratio = Math.max(ratio, change / bound[n]!)
  }
  return { largestChange, bound: largestBound, ratio }
}

function weightedRows(growth: readonly number[], sizes: Float64Array, rows: number): Float64Array {
  const sums = new Float64Array(rows)
  for (let n = 0; n < sizes.length; n++) {
    sums[Math.floor(n / growth.length)]! += growth[n % growth.length]! * sizes[n]!
  }
  return sums
}

function weightedColumns(growth: readonly number[], sizes: Float64Array, columns: number): Float64Array {
  const sums = new Float64Array(columns)
  for (let n = 0; n < sizes.length; n++) {
    sums[n % columns]! += growth[Math.floor(n / columns)]! * sizes[n]!
  }
  return sums
}
