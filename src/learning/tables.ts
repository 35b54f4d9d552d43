import { hyperbolicProduct } from '../math/hyperbolicProduct'
import { lineProduct } from '../math/lineProduct'
import { distGradient } from '../math/upperHalfPlane'
import { strideOf, type Geometry } from './parameters'

/** Two tables of points: `rows` by `inner` in the first, `columns` by `inner` in the second. */
export interface TablePair {
  readonly geometry: Geometry
  readonly rows: number
  readonly columns: number
  readonly inner: number
}

/** One buffer for each length, because the products check lengths and runs of several models take turns. */
const transposes = new Map<number, Float64Array>()

/**
 * C = Q ⊙ Kᵀ, that is C_kl = Σ_i d(q_ki, k_li); for 'dot' C = -Q Kᵀ, so that near means low there too.
 *
 * @param q   (rows, inner, stride) row-major points
 * @param k   (columns, inner, stride) row-major points
 * @param out (rows, columns) row-major, overwritten; accuracy that of `hyperbolicProduct` and `lineProduct`
 * @returns out
 * @throws RangeError if a length does not fit
 */
export function tableProduct(
  pair: TablePair,
  q: Float64Array,
  k: Float64Array,
  out: Float64Array,
): Float64Array {
  const { geometry, rows, columns, inner } = pair
  if (geometry === 'dot') return negativeDot(pair, q, k, out)
  const b = inner === 1 ? k : transpose(k, columns, inner, strideOf(geometry))
  const product = geometry === 'line' ? lineProduct : hyperbolicProduct
  return product(q, b, rows, inner, columns, out)
}

/**
 * The chain rule through {@link tableProduct}: adds Σ_kl (∂L/∂C_kl) ∂C_kl to the gradients in the stored
 * coordinates. At coincident points, where d has no derivative, its gradient counts as 0: the subgradient of least
 * norm, never NaN.
 *
 * @param costs (rows, columns) ∂L/∂C
 * @param dq    as q, added to; null if Q is data
 * @param dk    as k, added to; null if K is data
 */
export function addTableGradient(
  pair: TablePair,
  q: Float64Array,
  k: Float64Array,
  costs: Float64Array,
  dq: Float64Array | null,
  dk: Float64Array | null,
): void {
  if (pair.geometry === 'halfPlane') addHalfPlane(pair, q, k, costs, dq ?? unused(q), dk ?? unused(k))
  else addReal(pair, q, k, costs, dq ?? unused(q), dk ?? unused(k))
}

let sink = new Float64Array(0)

/** Where a gradient goes that nobody asked for. */
function unused(like: Float64Array): Float64Array {
  if (sink.length < like.length) sink = new Float64Array(like.length)
  return sink
}

const four = new Float64Array(4)

/** Between these, t = cosh ρ - 1 and what is divided by it neither underflow nor overflow. */
const least = 1e-280
const most = 1e140

/**
 * With t = |z - w|² / (2yv) = cosh ρ - 1 and sinh ρ = √(t(t + 2)):
 *
 *     ∂ρ/∂x = (x - u) / (yv sinh ρ)     ∂ρ/∂y = ((y - v)/(yv) - t/y) / sinh ρ     and so in u, v
 */
function addHalfPlane(
  pair: TablePair,
  q: Float64Array,
  k: Float64Array,
  costs: Float64Array,
  dq: Float64Array,
  dk: Float64Array,
): void {
  const { rows, columns, inner } = pair
  for (let row = 0; row < rows; row++) {
    for (let i = 0; i < inner; i++) {
      const n = 2 * (row * inner + i)
      const x = q[n]!
      const y = q[n + 1]!
      const overY = 1 / y
      let gx = 0
      let gy = 0
      for (let column = 0, c = row * columns, m = 2 * i; column < columns; column++, c++, m += 2 * inner) {
        const cost = costs[c]!
        if (cost === 0) continue
        const across = x - k[m]!
        const v = k[m + 1]!
        const up = y - v
        const overYV = overY / v
        const t = 0.5 * (across * across + up * up) * overYV
        if (t > least && t < most) {
          const share = cost / Math.sqrt(t * (t + 2))
          const sideways = across * overYV * share
          const upwards = up * overYV
          gx += sideways
          gy += (upwards - t * overY) * share
          dk[m]! -= sideways
          dk[m + 1]! -= (upwards + t / v) * share
        } else if (y > 0 && v > 0) {
          distGradient(x, y, k[m]!, v, four)
          gx += cost * four[0]!
          gy += cost * four[1]!
          dk[m]! += cost * four[2]!
          dk[m + 1]! += cost * four[3]!
        } else gx = NaN
      }
      dq[n]! += gx
      dq[n + 1]! += gy
    }
  }
}

function addReal(
  pair: TablePair,
  q: Float64Array,
  k: Float64Array,
  costs: Float64Array,
  dq: Float64Array,
  dk: Float64Array,
): void {
  const { rows, columns, inner } = pair
  const isDot = pair.geometry === 'dot'
  for (let row = 0, c = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, c++) {
      const cost = costs[c]!
      if (cost === 0) continue
      for (let i = 0, n = row * inner, m = column * inner; i < inner; i++, n++, m++) {
        if (isDot) {
          dq[n]! -= cost * k[m]!
          dk[m]! -= cost * q[n]!
        } else {
          const sign = Math.sign(q[n]! - k[m]!)
          dq[n]! += cost * sign
          dk[m]! -= cost * sign
        }
      }
    }
  }
}

function negativeDot(pair: TablePair, q: Float64Array, k: Float64Array, out: Float64Array): Float64Array {
  const { rows, columns, inner } = pair
  for (let row = 0, c = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, c++) {
      let sum = 0
      for (let i = 0; i < inner; i++) sum += q[row * inner + i]! * k[column * inner + i]!
      out[c] = -sum
    }
  }
  return out
}

function transpose(k: Float64Array, columns: number, inner: number, stride: 1 | 2): Float64Array {
  const transposed = transposes.get(k.length) ?? new Float64Array(k.length)
  transposes.set(k.length, transposed)
  for (let column = 0, n = 0; column < columns; column++) {
    for (let i = 0; i < inner; i++) {
      const m = stride * (i * columns + column)
      for (let s = 0; s < stride; s++) transposed[m + s] = k[n++]!
    }
  }
  return transposed
}
