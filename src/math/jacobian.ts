import { distGradient } from './upperHalfPlane'

/** ∂d in unit steps of z and of w, in orthonormal frames at both: out (2 · stride). False at coincidence. */
type UnitGradient = (z: Float64Array, p: number, w: Float64Array, q: number, out: Float64Array) => boolean

const unitGradients: Record<'line' | 'halfPlane', UnitGradient> = {
  line: (z, p, w, q, out) => {
    out[0] = Math.sign(z[p]! - w[q]!)
    out[1] = -out[0]
    return out[0] !== 0
  },
  // A step of length 1 at z = x + iy is one of y in the coordinates.
  halfPlane: (z, p, w, q, out) => {
    const y = z[p + 1]!
    const v = w[q + 1]!
    distGradient(z[p]!, y, w[q]!, v, out)
    const isApart = out[0] !== 0 || out[1] !== 0
    out[0] = out[0]! * y
    out[1] = out[1]! * y
    out[2] = out[2]! * v
    out[3] = out[3]! * v
    return isApart
  },
}

/**
 * The Jacobian of (A, B) ↦ A ⊙ B: one row for each entry of the product, row-major; one column for each number in A,
 * row-major, then for each in B.
 *
 * The steps are of length 1 at each point, whatever the coordinates: in the half-plane ∂x and ∂y are multiplied by
 * the height. An isometry then only turns the frame at each point, and by the chain rule the singular values are the
 * same at (gA, gB), also with another g for each inner index. Error of an entry: 8ε; on the line none, ±1 and 0.
 *
 * @param space 'line' with 1 number a point, or 'halfPlane' with 2
 * @param a     (rows, inner, stride) row-major points
 * @param b     (inner, columns, stride) row-major points
 * @returns (rows · columns, stride · inner · (rows + columns)) row-major
 * @throws RangeError that says where, if an entry of A meets itself in B: the distance has no derivative there;
 *   RangeError unless every Im > 0
 */
export function productJacobian(
  space: 'line' | 'halfPlane',
  a: Float64Array,
  b: Float64Array,
  rows: number,
  inner: number,
  columns: number,
): Float64Array {
  const gradient = unitGradients[space]
  const stride = space === 'line' ? 1 : 2
  const width = a.length + b.length
  const jacobian = new Float64Array(rows * columns * width)
  const both = new Float64Array(2 * stride)
  for (let k = 0; k < rows; k++) {
    for (let l = 0; l < columns; l++) {
      const row = (k * columns + l) * width
      for (let i = 0; i < inner; i++) {
        const p = stride * (k * inner + i)
        const q = stride * (i * columns + l)
        if (!gradient(a, p, b, q, both)) throw new RangeError(coincident(k, i, l))
        for (let s = 0; s < stride; s++) {
          jacobian[row + p + s] = both[s]!
          jacobian[row + a.length + q + s] = both[stride + s]!
        }
      }
    }
  }
  return jacobian
}

/** Rows and columns counted from 1, as on screen. */
function coincident(k: number, i: number, l: number): string {
  const entries = `Entry (${k + 1}, ${i + 1}) of A and entry (${i + 1}, ${l + 1}) of B`
  return `${entries} are the same point, and the distance has no derivative there`
}
