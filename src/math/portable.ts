/**
 * Elementary functions of + − × ÷ alone, so that every bit of them is the same in each engine: ECMAScript leaves the
 * last bits of `Math.sin`, `cos`, `log`, `exp`, `sinh` and `hypot` open. What a seed stands for in a link is drawn with
 * them; all else takes `Math`, which is faster.
 *
 * Each takes a multiple of π/2 or ln 2 from its argument, in two parts (Cody and Waite, Software Manual for the Elementary
 * Functions, 1980), and sums a series, of which the first term left out is below 2⁻⁵⁷ of the sum. Error: at most 2 units
 * in the last place, 3 of sinh; sine and cosine 2⁻⁷⁰ more near their zeros.
 */

/** The first parts have 33 bits, so that their products with whole numbers below 2²⁰ are exact. */
const halfPi = 1.5707963267341256
const halfPiRest = 6.077100506506192e-11
const ln2 = 0.6931471803691238
const ln2Rest = 1.9082149292705877e-10

/** Largest |x| of sine and cosine: what the rest of π/2 loses by rounding grows with |x|. */
const largestAngle = 1000

/** sin x. @param x |x| ≤ 1000 @throws RangeError beyond */
export function portableSin(x: number): number {
  return quarterWave('portableSin', x, 0)
}

/** cos x. @param x |x| ≤ 1000 @throws RangeError beyond */
export function portableCos(x: number): number {
  return quarterWave('portableCos', x, 1)
}

/** ln x = k ln 2 + 2 artanh((m − 1)/(m + 1)) for x = 2ᵏ m with √½ ≤ m < √2. @param x positive, finite, not subnormal */
export function portableLog(x: number): number {
  if (!(x >= 2 ** -1022 && x < Infinity))
    throw new RangeError(`portableLog: ${x} is not a normal positive number`)
  let k = 0
  let m = x
  while (m >= Math.SQRT2) {
    m /= 2
    k++
  }
  while (m < Math.SQRT1_2) {
    m *= 2
    k--
  }
  const s = (m - 1) / (m + 1)
  const square = s * s
  let series = 0
  for (let n = 23; n >= 3; n -= 2) series = square * (1 / n + series)
  // 2s = f − s f with f = m − 1, which is exact: what is added to f is small.
  const f = m - 1
  return k * ln2 + (f - (s * (f - 2 * series) - k * ln2Rest))
}

/** eˣ = 2ᵏ eʳ with |r| ≤ ln 2 / 2. @param x |x| ≤ 700 @throws RangeError beyond */
export function portableExp(x: number): number {
  if (!(Math.abs(x) <= 700)) throw new RangeError(`portableExp: ${x} is beyond ±700`)
  const k = Math.round(x / ln2)
  const r = x - k * ln2 - k * ln2Rest
  let series = 0
  for (let n = 15; n >= 2; n--) series = (r / n) * (1 + series)
  return (1 + (r + r * series)) * powerOfTwo(k)
}

/** sinh x. @param x |x| ≤ 700 @throws RangeError beyond */
export function portableSinh(x: number): number {
  if (!(Math.abs(x) < 1)) return (portableExp(x) - portableExp(-x)) / 2
  const square = x * x
  let series = 0
  for (let n = 18; n >= 2; n -= 2) series = (square / (n * (n + 1))) * (1 + series)
  return x + x * series
}

/**
 * exp_i(p, q), the point at distance n = |(p, q)| from i in the direction (p, q): what `expMap` gives there.
 *
 *     y = 2/(eⁿ(1 − sin) + e⁻ⁿ(1 + sin)),   x = y cos sinh n,   (cos, sin) = (p, q)/n
 *
 * Error: 8ε(sinh n + 1) in hyperbolic length.
 *
 * @param out (2), [x, y]; returned
 * @throws RangeError if n > 700
 */
export function portableExpAtI(p: number, q: number, out: Float64Array): Float64Array {
  const n = Math.sqrt(p * p + q * q)
  if (n < 1e-100) {
    // The squares underflow, and y is 1 to the last bit.
    out[0] = p
    out[1] = 1
    return out
  }
  const cos = p / n
  const sin = q / n
  // Each of 1 ± sin from the cosine where it would cancel.
  const below = sin > 0 ? (cos * cos) / (1 + sin) : 1 - sin
  const above = sin > 0 ? 1 + sin : (cos * cos) / (1 - sin)
  const y = 2 / (portableExp(n) * below + portableExp(-n) * above)
  out[0] = y * cos * portableSinh(n)
  out[1] = y
  return out
}

/** sin(x + shift π/2). */
function quarterWave(name: string, x: number, shift: number): number {
  if (!(Math.abs(x) <= largestAngle)) throw new RangeError(`${name}: ${x} is beyond ±${largestAngle}`)
  const k = Math.round(x / halfPi)
  const r = x - k * halfPi - k * halfPiRest
  const square = r * r
  const quarter = (((k + shift) % 4) + 4) % 4
  let series = 0
  if (quarter % 2 === 0) {
    for (let n = 18; n >= 2; n -= 2) series = (-square / (n * (n + 1))) * (1 + series)
    return quarter === 0 ? r + r * series : -(r + r * series)
  }
  for (let n = 17; n >= 3; n -= 2) series = (-square / (n * (n + 1))) * (1 + series)
  const cosine = 1 - square * (0.5 + 0.5 * series)
  return quarter === 1 ? cosine : -cosine
}

/** 2ᵏ by doubling, which is exact. @param k |k| ≤ 1022 */
function powerOfTwo(k: number): number {
  let power = 1
  for (let n = 0; n < k; n++) power *= 2
  for (let n = 0; n > k; n--) power /= 2
  return power
}
