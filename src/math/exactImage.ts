import { overCommonPower } from './dyadic'
import type { IwasawaCoordinates } from './iwasawa'

/** A 2×2 with integer entries and det > 0; a common factor does not matter to its action. */
export interface ExactMatrix {
  readonly a: bigint
  readonly b: bigint
  readonly c: bigint
  readonly d: bigint
  readonly det: bigint
}

/** The point (x + iy)/w, y > 0, w > 0. */
export interface ExactPoint {
  readonly x: bigint
  readonly y: bigint
  readonly w: bigint
}

/**
 * The element that the given float64 numbers denote, without rounding: a 2×2 with det > 0, or N(x) A(t) K(θ)
 * with the float64 values of eᵗ, cos θ and sin θ. The factors are multiplied exactly, because the rounded
 * entries of a long element may well have a determinant ≤ 0.
 *
 * @throws RangeError unless the numbers are finite and the exact determinant is > 0
 */
export function exactMatrix(element: readonly number[] | IwasawaCoordinates): ExactMatrix {
  if (!('theta' in element)) return checked(integerMatrix(element))
  const { x, t, theta } = element
  const shift = integerMatrix([Math.exp(t), x, 0, 1])
  const turn = integerMatrix([Math.cos(theta), -Math.sin(theta), Math.sin(theta), Math.cos(theta)])
  return checked(multiply(shift, turn))
}

/** The stored point x + iy, without rounding. @throws RangeError unless both are finite and y > 0 */
export function exactPoint(x: number, y: number): ExactPoint {
  if (!(y > 0)) throw new RangeError(`Im must be > 0, got ${y}`)
  const { integers, exponent } = overCommonPower([x, y])
  const [p, q] = [integers[0]!, integers[1]!]
  const scale = BigInt(Math.abs(exponent))
  return exponent < 0 ? { x: p, y: q, w: 1n << scale } : { x: p << scale, y: q << scale, w: 1n }
}

/** g z, without rounding. */
export function exactImage(g: ExactMatrix, z: ExactPoint): ExactPoint {
  const re = g.c * z.x + g.d * z.w
  const im = g.c * z.y
  return {
    x: (g.a * z.x + g.b * z.w) * re + g.a * z.y * im,
    y: g.det * z.y * z.w,
    w: re * re + im * im,
  }
}

type Entries = Omit<ExactMatrix, 'det'>

function integerMatrix(entries: readonly number[]): Entries {
  const [a, b, c, d] = overCommonPower(entries).integers
  if (a === undefined || b === undefined || c === undefined || d === undefined) {
    throw new RangeError(`a 2×2 has 4 entries, got ${entries.length}`)
  }
  return { a, b, c, d }
}

function multiply(g: Entries, h: Entries): Entries {
  return {
    a: g.a * h.a + g.b * h.c,
    b: g.a * h.b + g.b * h.d,
    c: g.c * h.a + g.d * h.c,
    d: g.c * h.b + g.d * h.d,
  }
}

function checked(g: Entries): ExactMatrix {
  const det = g.a * g.d - g.b * g.c
  if (det <= 0n) throw new RangeError('the exact determinant is not > 0: not an element of PSL(2,R)')
  return { ...g, det }
}
