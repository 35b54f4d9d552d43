/** Laws that random matrices have, and how far a spectrum is from them. All of singular values with mean square 1. */

export interface Law {
  readonly density: (s: number) => number
  /** Part of the singular values that are at most s. */
  readonly upTo: (s: number) => number
  readonly most: number
}

/** Square Gaussian matrices (Marchenko and Pastur 1967): √(4 - s²)/π on [0, 2]. */
export const quarterCircle: Law = {
  density: (s) => (s >= 0 && s < 2 ? Math.sqrt(4 - s * s) / Math.PI : 0),
  upTo: (s) => {
    if (s <= 0) return 0
    return s >= 2 ? 1 : (s * Math.sqrt(4 - s * s) + 4 * Math.asin(s / 2)) / (2 * Math.PI)
  },
  most: 2,
}

/** Enough for 1e-6 in the part below s: midpoints of a smooth function. */
const nodes = 4000
const third = Math.PI / 3

/** Squares of the singular values of a product of two Gaussian matrices, along the curve's own parameter. */
const squareAt = (phi: number) => Math.sin(3 * phi) ** 3 / (Math.sin(phi) * Math.sin(2 * phi) ** 2)
const densityOfSquare = (phi: number) =>
  (Math.sin(phi) ** 2 * Math.sin(2 * phi)) / (Math.PI * Math.sin(3 * phi) ** 2)

/**
 * A product of two square Gaussian matrices: the Fuss-Catalan law of order 2 for s², with
 *
 *     s² = sin³ 3φ / (sin φ sin² 2φ),   density of s² = sin² φ sin 2φ / (π sin² 3φ),   0 < φ < π/3, s² < 27/4
 *
 * @see Penson and Życzkowski, Product of Ginibre matrices: Fuss-Catalan and Raney distributions (2011)
 */
export const productLaw: Law = {
  density: (s) => {
    if (!(s > 0 && s * s < 27 / 4)) return 0
    return 2 * s * densityOfSquare(angleOf(s * s))
  },
  upTo: (s) => {
    if (s <= 0) return 0
    if (s * s >= 27 / 4) return 1
    const place = (nodes * angleOf(s * s)) / third
    const n = Math.floor(place)
    const [low, high] = [above[n]!, above[Math.min(n + 1, nodes)]!]
    return low + (place - n) * (high - low)
  },
  most: Math.sqrt(27 / 4),
}

/** φ of s²: it falls from 27/4 at 0 to 0 at π/3. */
function angleOf(square: number): number {
  let low = 0
  let high = third
  for (let n = 0; n < 60; n++) {
    const middle = (low + high) / 2
    if (squareAt(middle) > square) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** The part of the law that is at angles from n/nodes · π/3 on: at squares up to the one there. */
const above = partsAbove()

function partsAbove(): Float64Array {
  const parts = new Float64Array(nodes + 1)
  for (let n = nodes - 1; n >= 0; n--) {
    const phi = ((n + 0.5) * third) / nodes
    const size = third / nodes / 2
    const step = (n === 0 ? 27 / 4 : squareAt(phi - size)) - (n === nodes - 1 ? 0 : squareAt(phi + size))
    parts[n] = parts[n + 1]! + densityOfSquare(phi) * step
  }
  const whole = parts[0]!
  return parts.map((part) => part / whole)
}

/** The largest difference between a law and the parts of the values: the distance of Kolmogorov. */
export function distanceToLaw(values: readonly number[], { upTo }: Law): number {
  const sorted = [...values].sort((p, q) => p - q)
  return sorted.reduce((most, value, n) => {
    const part = upTo(value)
    const off = Math.max(Math.abs(part - n / sorted.length), Math.abs(part - (n + 1) / sorted.length))
    return Math.max(most, off)
  }, 0)
}

/** The same between two sets of as many values. */
export function distanceBetween(first: ArrayLike<number>, second: ArrayLike<number>): number {
  const [p, q] = [Array.from(first), Array.from(second)].map((one) => one.sort((a, b) => a - b)) as [
    number[],
    number[],
  ]
  let [i, j, most] = [0, 0, 0]
  while (i < p.length && j < q.length) {
    const at = Math.min(p[i]!, q[j]!)
    while (p[i]! <= at) i++
    while (q[j]! <= at) j++
    most = Math.max(most, Math.abs(i - j))
  }
  return most / p.length
}

/**
 * The ratios min/max of neighbouring spacings. Their mean is 0.531 where levels repel as in Gaussian matrices, and
 * 2 log 2 - 1 = 0.386 where they do not.
 *
 * @see Atas, Bogomolny, Giraud and Roux, Distribution of the ratio of consecutive level spacings (2013)
 */
export function spacingRatios(values: readonly number[]): number[] {
  const sorted = [...values].sort((p, q) => p - q)
  return sorted.slice(2).map((value, n) => {
    const [below, here] = [sorted[n + 1]! - sorted[n]!, value - sorted[n + 1]!]
    return Math.min(below, here) / Math.max(below, here)
  })
}

/** M less the means of its rows and columns, plus the mean of all: rows and columns sum to 0. */
export function doubleCentred(matrix: Float64Array, rows: number, columns: number): Float64Array {
  const ofRows = new Float64Array(rows)
  const ofColumns = new Float64Array(columns)
  let all = 0
  matrix.forEach((entry, n) => {
    ofRows[Math.floor(n / columns)]! += entry / columns
    ofColumns[n % columns]! += entry / rows
    all += entry / matrix.length
  })
  return matrix.map((entry, n) => entry - ofRows[Math.floor(n / columns)]! - ofColumns[n % columns]! + all)
}

/** Scaled to mean square 1. */
export function scaled(values: readonly number[]): number[] {
  const root = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length)
  return values.map((value) => value / root)
}

/** Fourth central moment over the squared variance; 3 for normal numbers. */
export function kurtosis(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  let [second, fourth] = [0, 0]
  for (const value of values) {
    const square = (value - mean) ** 2
    second += square
    fourth += square * square
  }
  return (fourth * values.length) / second ** 2
}
