/**
 * PSL(2,R): real 2×2 matrices of determinant 1 up to sign, acting on H² by z ↦ (az + b)/(cz + d).
 *
 * Of the two matrices of a class the one with trace > 0 stands for it, or with trace = 0 and c > 0. The rule is
 * total: trace 0 and determinant 1 force bc = -1 - a² < 0, so c is never 0 there.
 */
export type Psl2r = readonly [a: number, b: number, c: number, d: number]

export const identity: Psl2r = [1, 0, 0, 1]

/** The one of ±M that stands for the class; the determinant is left as it is. */
export function representative(a: number, b: number, c: number, d: number): Psl2r {
  const flip = a + d < 0 || (a + d === 0 && c < 0)
  // Adding 0 turns -0 into 0, which would otherwise reach the screen.
  return flip ? [0 - a, 0 - b, 0 - c, 0 - d] : [a + 0, b + 0, c + 0, d + 0]
}

/**
 * The element that a real 2×2 of positive determinant stands for: M/√det M, sign by {@link representative}.
 *
 * The sign of the determinant is right for every float64 input whose rows fit, however nearly singular: the products
 * are compensated, and each row is first scaled by a power of two, so that neither 1e-200·M nor diag(1e150, 1e-150)
 * leaves the range.
 *
 * @returns entries with relative error a few ε; det - 1 is then at most a few ε‖M‖²
 * @throws RangeError for an entry that is not finite, a determinant ≤ 0, or a result that does not fit float64
 */
export function element(a: number, b: number, c: number, d: number): Psl2r {
  const entries = { a, b, c, d }
  for (const [name, value] of Object.entries(entries)) {
    if (!Number.isFinite(value))
      throw new RangeError(`element: entry ${name} is ${value}, not a finite number`)
  }
  const { i, j, det } = scaledDeterminant(a, b, c, d)
  if (det === 0) throw new RangeError('element: the determinant is 0, so the matrix is not invertible')
  if (det < 0) throw new RangeError('element: the determinant is negative: a reflection, not in PSL(2,R)')
  const root = Math.sqrt(det)
  const balance = 2 ** ((j - i) / 2)
  const top = 2 ** i
  const bottom = 2 ** j
  const g = representative(
    ((a * top) / root) * balance,
    ((b * top) / root) * balance,
    (c * bottom) / root / balance,
    (d * bottom) / root / balance,
  )
  if (!g.every(Number.isFinite)) throw new RangeError('element: normalised to determinant 1 it is too large')
  return g
}

/**
 * ad - bc with compensated products: relative error ≤ 2ε unless it leaves the range of float64, and 0 only if the
 * matrix is singular.
 *
 * @see Dekker, A floating-point technique for extending the available precision (1971)
 */
export function determinant([a, b, c, d]: Psl2r): number {
  const { i, j, det } = scaledDeterminant(a, b, c, d)
  return det * 2 ** -i * 2 ** -j
}

/** gh: h first, then g. The determinant inherits the rounding, ε‖g‖²‖h‖²; long chains go through `step`. */
export function compose([a, b, c, d]: Psl2r, [p, q, r, s]: Psl2r): Psl2r {
  return representative(a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s)
}

export function inverse([a, b, c, d]: Psl2r): Psl2r {
  return representative(d, -b, -c, a)
}

/** ‖g‖² = a² + b² + c² + d² = 2 cosh ρ(i, gi). */
export function norm2([a, b, c, d]: Psl2r): number {
  return a * a + b * b + c * c + d * d
}

/**
 * Möbius action on packed points, Im by y/|cz + d|²: this form is positive, where the quotient cancels.
 *
 * The bottom row is scaled first, so elements of norm up to 1e150 act on heights from 1e-150 to 1e150 without
 * leaving the range where the result itself does not.
 *
 * @param z   (n, 2) row-major, [x, y] per point, y > 0
 * @param out (n, 2), may be z; returned
 * @see Beardon, The Geometry of Discrete Groups (1983), ch. 7
 */
export function act(g: Psl2r, z: Float64Array, out: Float64Array): Float64Array {
  const k = 2 ** -exponent(g[2], g[3])
  const a = g[0] * k
  const b = g[1] * k
  const c = g[2] * k
  const d = g[3] * k
  for (let i = 0; i < z.length; i += 2) {
    const x = z[i]!
    const y = z[i + 1]!
    const p = c * x + d
    const q = c * y
    const n = p * p + q * q
    out[i] = ((a * x + b) * p + a * y * q) / n
    out[i + 1] = ((k * y) / n) * k
  }
  return out
}

/** {@link act} on one point. */
export function actPoint(g: Psl2r, x: number, y: number): [x: number, y: number] {
  const out = act(g, Float64Array.of(x, y), new Float64Array(2))
  return [out[0]!, out[1]!]
}

/** By how much g turns directions at z: arg g'(z) = -2 arg(cz + d), in [-π, π]. */
export function turn([, , c, d]: Psl2r, x: number, y: number): number {
  const p = c * x + d
  const q = c * y
  return p < 0 ? 0 - 2 * Math.atan2(-q, -p) : 0 - 2 * Math.atan2(q, p)
}

/** Binary exponent of the larger of two magnitudes, kept where 2^±exponent is a normal number. */
function exponent(p: number, q: number): number {
  const largest = Math.max(Math.abs(p), Math.abs(q))
  return Math.max(-1000, Math.min(1000, Math.floor(Math.log2(largest))))
}

/** Row 1 times 2^i and row 2 times 2^j have determinant det; i + j is even, so that √ splits evenly. */
function scaledDeterminant(a: number, b: number, c: number, d: number) {
  let i = -exponent(a, b)
  const j = -exponent(c, d)
  if ((i + j) % 2 !== 0) i += 1
  const top = 2 ** i
  const bottom = 2 ** j
  return { i, j, det: productDifference(a * top, d * bottom, b * top, c * bottom) }
}

/**
 * ps - qr as if in twice the precision. Where the products cancel, their difference is exact, and so is the sum of
 * the errors, a multiple of the same last bit: the sign survives any cancellation.
 */
function productDifference(p: number, s: number, q: number, r: number): number {
  const first = p * s
  const second = q * r
  return first - second + (productError(p, s, first) - productError(q, r, second))
}

/** p·s - product exactly, by Veltkamp's splitting into halves of 26 bits. */
function productError(p: number, s: number, product: number): number {
  const ph = high(p)
  const sh = high(s)
  const pl = p - ph
  const sl = s - sh
  return pl * sl - (product - ph * sh - pl * sh - ph * sl)
}

function high(p: number): number {
  const t = 134217729 * p
  return t - (t - p)
}
