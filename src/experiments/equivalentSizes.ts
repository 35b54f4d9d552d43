import { equivalents, type Equivalents, type Sizes } from '../math/equivalents'
import { normal, random } from '../math/random'
import { rankWithMargin, type Rank } from '../math/rank'
import { singularValues } from '../math/singularValues'

/** What the Jacobians at one random pair (A, B) of a size say. */
export interface Counted extends Sizes {
  readonly halfPlane: Equivalents
  readonly line: Equivalents
  readonly dot: Rank & { readonly fibre: number }
}

/** Square products, products with 4h rows and columns, and between: every one below 0.15 s. */
const sizes: readonly (readonly [rows: number, inner: number, columns: number])[] = [
  [2, 2, 2],
  [3, 3, 3],
  [4, 4, 4],
  [5, 5, 5],
  [6, 6, 6],
  [3, 1, 3],
  [4, 1, 4],
  [15, 1, 15],
  [6, 2, 6],
  [8, 2, 8],
  [10, 2, 10],
  [12, 2, 12],
  [12, 3, 12],
  [16, 4, 16],
  [20, 3, 20],
]

/** The one that was asked for first, then the list. */
export function listOfSizes(own: Sizes): Sizes[] {
  const rest = sizes.map(([rows, inner, columns]) => ({ rows, inner, columns }))
  return [
    own,
    ...rest.filter((one) => one.rows !== own.rows || one.inner !== own.inner || one.columns !== own.columns),
  ]
}

/**
 * Dimensions at a random pair: points with normal real part and logarithm of the height, normal numbers on the line
 * and for the dot product. In the half-plane and for the dot product almost every pair has the same; on the line they
 * depend on how the numbers of A and B lie between each other.
 */
export function counted(size: Sizes, seed: number): Counted {
  const { rows, inner, columns } = size
  const next = random(seed)
  const points = (count: number) =>
    Float64Array.from({ length: 2 * count }, (_, n) => (n % 2 === 0 ? normal(next) : Math.exp(normal(next))))
  const a = points(rows * inner)
  const b = points(inner * columns)
  const reals = (of: Float64Array) => of.filter((_, n) => n % 2 === 0)
  return {
    ...size,
    halfPlane: equivalents('halfPlane', a, b, size),
    line: equivalents('line', reals(a), reals(b), size),
    dot: dotProduct(reals(a), reals(b), size),
  }
}

/** The kernel of the Jacobian of (A, B) ↦ AB, of which GL(inner) with (A G, G⁻¹ B) is inner² dimensions. */
function dotProduct(a: Float64Array, b: Float64Array, { rows, inner, columns }: Sizes): Counted['dot'] {
  const width = a.length + b.length
  const jacobian = new Float64Array(rows * columns * width)
  for (let k = 0; k < rows; k++) {
    for (let l = 0; l < columns; l++) {
      const row = (k * columns + l) * width
      for (let i = 0; i < inner; i++) {
        jacobian[row + k * inner + i] = b[i * columns + l]!
        jacobian[row + a.length + i * columns + l] = a[k * inner + i]!
      }
    }
  }
  const found = rankWithMargin(singularValues(jacobian, rows * columns, width), rows * columns, width)
  return { ...found, fibre: width - found.rank }
}
