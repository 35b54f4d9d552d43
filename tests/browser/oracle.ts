/**
 * The mathematics of the page by other formulas than those of src: complex division, distances from the
 * cross-ratio, g as a product of three matrices. Right to about 1e-13 for points and elements of ordinary
 * size, which is all that the tests ask of it.
 */
export type Complex = readonly [re: number, im: number]
export type Matrix = readonly [a: number, b: number, c: number, d: number]
type Entries = readonly (readonly (number | Complex)[])[]

/** Agreement that is asked of the page's numbers. */
export const tolerance = 1e-11

const over = ([a, b]: Complex, [c, d]: Complex): Complex => {
  const size = c * c + d * d
  return [(a * c + b * d) / size, (b * c - a * d) / size]
}
const affine = (p: number, [x, y]: Complex, q: number): Complex => [p * x + q, p * y]

/** (az + b)/(cz + d). */
export const act = ([a, b, c, d]: Matrix, z: Complex): Complex => over(affine(a, z, b), affine(c, z, d))

/** The logarithm of the cross-ratio of z, w and the ends of their geodesic, with |z - w̄| for its ends. */
export function distance([x, y]: Complex, [u, v]: Complex): number {
  const near = Math.sqrt((x - u) ** 2 + (y - v) ** 2)
  const far = Math.sqrt((x - u) ** 2 + (y + v) ** 2)
  return Math.log((far + near) / (far - near))
}

export const times = ([a, b, c, d]: Matrix, [p, q, r, s]: Matrix): Matrix => [
  a * p + b * r,
  a * q + b * s,
  c * p + d * r,
  c * q + d * s,
]

/** N(x) A(t) K(θ): z ↦ z + x after z ↦ eᵗz after the rotation about i by -2θ. */
export function nak(x: number, t: number, theta: number): Matrix {
  const rotation: Matrix = [Math.cos(theta), -Math.sin(theta), Math.sin(theta), Math.cos(theta)]
  return times([1, x, 0, 1], times([Math.sqrt(Math.exp(t)), 0, 0, 1 / Math.sqrt(Math.exp(t))], rotation))
}

/** Determinant 1; trace > 0, or trace 0 and c > 0. */
export function normalised(g: Matrix): Matrix {
  const [a, b, c, d] = g
  const sign = a + d > 0 || (a + d === 0 && c > 0) ? 1 : -1
  const scale = sign / Math.sqrt(a * d - b * c)
  return [scale * a, scale * b, scale * c, scale * d]
}

/**
 * The isometry that moves z to w along the geodesic through both: the product of the half-turns about z and
 * about their midpoint.
 */
export function transvection(z: Complex, w: Complex): Matrix {
  return normalised(times(halfTurn(midpoint(z, w)), halfTurn(z)))
}

/** z ↦ the image of z under the rotation by π about x + iy. */
const halfTurn = ([x, y]: Complex): Matrix => [x, -(x * x + y * y), 1, -x]

/** On the circle about the boundary point from which both are seen at the same Euclidean distance. */
function midpoint([x, y]: Complex, [u, v]: Complex): Complex {
  const re = (x * v + u * y) / (y + v)
  return [re, Math.sqrt(y * v * (1 + ((x - u) / (y + v)) ** 2))]
}

/** Along the geodesic from one end to the other, conjugated from z ↦ e^length z. @param to may be Infinity */
export function hyperbolic(from: number, to: number, length: number): Matrix {
  const along: Matrix = [Math.exp(length / 2), 0, 0, Math.exp(-length / 2)]
  const [m, back]: [Matrix, Matrix] = Number.isFinite(to)
    ? [
        [to, from, 1, 1],
        [1, -from, -1, to],
      ]
    : [
        [1, from, 0, 1],
        [1, -from, 0, 1],
      ]
  return normalised(times(times(m, along), back))
}

/** The rotation by an angle about x + iy, conjugated from the one about i. */
export function elliptic([x, y]: Complex, angle: number): Matrix {
  const about: Matrix = [Math.cos(angle / 2), Math.sin(angle / 2), -Math.sin(angle / 2), Math.cos(angle / 2)]
  return normalised(times(times([y, x, 0, 1], about), [1, -x, 0, y]))
}

/** The affine map that takes z to w. */
export const affineMap = ([x, y]: Complex, [u, v]: Complex): Matrix => normalised([v, u * y - x * v, 0, y])

/** Where an end goes. */
export const actEnd = ([a, b, c, d]: Matrix, end: number): number =>
  Number.isFinite(end) ? (a * end + b) / (c * end + d) : a / c

/** The angle at p from the one point to the other, by the half-turn-free formula arg of (z - p)/(z - p̄). */
export function angleAt([x, y]: Complex, z: Complex, w: Complex): number {
  const seen = ([u, v]: Complex) => Math.atan2(v - y, u - x) - Math.atan2(v + y, u - x)
  const angle = seen(w) - seen(z)
  return Math.atan2(Math.sin(angle), Math.cos(angle))
}

const distanceOf = (z: number | Complex, w: number | Complex) =>
  typeof z === 'number' || typeof w === 'number' ? Math.abs(Number(z) - Number(w)) : distance(z, w)

/** Sums of distances from the rows of A to the columns of B. */
export const product = (a: Entries, b: Entries): number[][] =>
  a.map((row) => b[0]!.map((_, l) => row.reduce<number>((sum, z, i) => sum + distanceOf(z, b[i]![l]!), 0)))

export const moved = (g: Matrix, entries: Entries): Complex[][] =>
  entries.map((row) => row.map((z) => act(g, z as Complex)))

/** The largest difference of two matrices of one shape, or of two lists. */
export function difference(one: readonly unknown[], other: readonly unknown[]): number {
  const [p, q] = [one.flat(Infinity) as number[], other.flat(Infinity) as number[]]
  if (p.length !== q.length) return Infinity
  return Math.max(0, ...p.map((x, n) => (Math.abs(x - q[n]!) >= 0 ? Math.abs(x - q[n]!) : Infinity)))
}
