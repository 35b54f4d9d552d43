import { productJacobian } from './jacobian'
import { rankWithMargin, type Rank } from './rank'
import { singularValues } from './singularValues'

/** How many directions there are near (A, B) in which the product stays, and how many of them are of the group. */
export interface Equivalents extends Rank {
  /** Numbers in A and B. */
  readonly parameters: number
  /** rows · columns */
  readonly products: number
  /** Dimension of the kernel of the Jacobian: parameters - rank. */
  readonly fibre: number
  /** Dimension of the group: 3 for each inner index in the half-plane, 1 on the line. */
  readonly group: number
}

export interface Sizes {
  readonly rows: number
  readonly inner: number
  readonly columns: number
}

/**
 * Counts the equivalents of (A, B): group ≤ fibre ≤ parameters.
 *
 * The group has an isometry for each inner index. Its orbit has that many dimensions as well: no two points that
 * meet coincide, so each inner index has two different points, and only finitely many isometries fix both.
 * The fibre is counted to first order: directions in the kernel of the Jacobian keep the product to second order
 * in the step. Where fibre = group they are those of the orbit, and near (A, B) nothing else has this product.
 * On the line the product is linear near (A, B), and the count exact.
 *
 * @param a (rows, inner, stride) row-major points
 * @param b (inner, columns, stride) row-major points
 * @throws RangeError as {@link productJacobian} does
 */
export function equivalents(
  space: 'line' | 'halfPlane',
  a: Float64Array,
  b: Float64Array,
  { rows, inner, columns }: Sizes,
): Equivalents {
  const parameters = a.length + b.length
  const products = rows * columns
  const jacobian = productJacobian(space, a, b, rows, inner, columns)
  const found = rankWithMargin(singularValues(jacobian, products, parameters), products, parameters)
  const group = (space === 'line' ? 1 : 3) * inner
  return { ...found, parameters, products, fibre: parameters - found.rank, group }
}
