import { element } from './psl2r'
import type { Psl2r } from './psl2r'
import { symmetricEigen } from './symmetricEigen'

/** Points z_j to be brought to points w_j, (n, 2) row-major each, and a weight for each pair. */
export interface PointSets {
  readonly z: Float64Array
  readonly w: Float64Array
  readonly weights: Float64Array
}

/**
 * The solutions of the pencil (S, J): the entries m of M for which Σ weight_j 2 cosh ρ(Mz_j, w_j) = mᵀSm is least
 * among det M = 1, and among det M = -1, M acting on z̄. The second is given as the element that acts after z ↦ -z̄.
 * For sets centred near i.
 *
 * @throws RangeError if the points are too far apart for float64
 */
export function bestOfPencil({ z, w, weights }: PointSets): { direct: Psl2r; reversed: Psl2r } {
  const S = new Float64Array(16)
  weights.forEach((weight, j) => {
    const [x, y, u, v] = [z[2 * j]!, z[2 * j + 1]!, w[2 * j]!, w[2 * j + 1]!]
    const P = [(x * x + y * y) / y, x / y, x / y, 1 / y] as const
    const Q = [1 / v, -u / v, -u / v, (u * u + v * v) / v] as const
    for (let n = 0; n < 16; n++) {
      const [row, column] = [n >> 2, n & 3]
      S[n]! += weight * Q[(row & 2) + (column >> 1)]! * P[2 * (row & 1) + (column & 1)]!
    }
  })
  const L = cholesky(S)
  // Rows k of L⁻¹ are the solutions; J has ½, -½, -½, ½ on its other diagonal.
  const columns = [0, 1, 2, 3].map((k) => lowerSolve(L, k))
  const K = new Float64Array(16)
  for (let n = 0; n < 16; n++) {
    const [row, column] = [n >> 2, n & 3]
    for (let k = 0; k < 4; k++) {
      K[n]! += (k === 0 || k === 3 ? 0.5 : -0.5) * columns[k]![row]! * columns[3 - k]![column]!
    }
  }
  if (!K.every(Number.isFinite)) throw tooFar()
  const { vectors } = symmetricEigen(K, 4)
  const entries = (at: number) =>
    columns.map((column) => column.reduce((sum, entry, i) => sum + entry * vectors[4 * at + i]!, 0))
  const [a, b, c, d] = entries(3) as [number, number, number, number]
  const [p, q, r, s] = entries(0) as [number, number, number, number]
  return { direct: element(a, b, c, d), reversed: element(-p, q, -r, s) }
}

const tooFar = () => new RangeError('align: the points are too far apart for float64')

function cholesky(S: Float64Array): Float64Array {
  const L = new Float64Array(16)
  for (let j = 0; j < 4; j++) {
    for (let i = j; i < 4; i++) {
      let sum = S[4 * i + j]!
      for (let k = 0; k < j; k++) sum -= L[4 * i + k]! * L[4 * j + k]!
      if (i === j && !(sum > 0 && sum < Infinity)) throw tooFar()
      L[4 * i + j] = i === j ? Math.sqrt(sum) : sum / L[5 * j]!
    }
  }
  return L
}

/** Column k of L⁻¹. */
function lowerSolve(L: Float64Array, k: number): number[] {
  const x = [0, 0, 0, 0]
  for (let i = k; i < 4; i++) {
    let sum = i === k ? 1 : 0
    for (let j = k; j < i; j++) sum -= L[4 * i + j]! * x[j]!
    x[i] = sum / L[5 * i]!
  }
  return x
}
