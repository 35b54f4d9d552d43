import { bestOfPencil } from './alignPencil'
import type { PointSets } from './alignPencil'
import { distances, excessOf, polish } from './alignPolish'
import { act, compose, element, norm2 } from './psl2r'
import type { Psl2r } from './psl2r'
import { requireHeights } from './upperHalfPlane'

/** An isometry z ↦ gz, or z ↦ g(-z̄) if `reflected`, and how near it brings the points. */
export interface Alignment {
  readonly g: Psl2r
  readonly reflected: boolean
  /** ρ(w_j, image of z_j) */
  readonly residuals: Float64Array
  /** Σ weight_j (2 cosh ρ_j - 2), what the objective exceeds its least possible value by */
  readonly excess: number
}

/** The best of each kind; `best` is the one with the smaller excess, the direct one if rounding alone decides. */
export interface Alignments {
  readonly direct: Alignment
  readonly reversed: Alignment
  readonly best: Alignment
}

/**
 * The isometries that bring points z_j nearest to points w_j: the global minima of Σ weight_j 2 cosh ρ(Mz_j, w_j)
 * among those that keep the orientation and those that reverse it.
 *
 * With P_z = [|z|², x; x, 1]/y the sum is the quadratic form mᵀSm of the four entries of M, S = Σ weight_j
 * P_w⁻¹ ⊗ P_z, and det M is mᵀJm, of signature (2, 2). So with S = LLᵀ the eigenvalues μ of L⁻¹JL⁻ᵀ decide: the
 * largest gives the best M of determinant 1, by m = L⁻ᵀu/√μ with the least value 1/μ, the smallest the best one of
 * determinant -1, z ↦ Mz̄. Both sets are centred first, and at last a few Gauss-Newton steps make up for the rounding
 * of S, which holds the turn of a narrow set only to ε over the square of its width.
 *
 * Points given with an isometry between them are brought together within 1e-10 for spreads up to 3 about i. If all
 * points coincide the turn is open, and one of the best is returned.
 *
 * @param z, w    (n, 2) row-major
 * @param weights (n), not negative, not all 0; all 1 when left out
 * @throws RangeError if the lengths differ, there is no point or no weight, a point is outside the half-plane, or the
 * points are too far apart for float64
 */
export function align(z: Float64Array, w: Float64Array, weights?: Float64Array): Alignments {
  const sets = { z, w, weights: weights ?? new Float64Array(z.length / 2).fill(1) }
  check(sets)
  const from = centroid(z, sets.weights)
  const to = centroid(w, sets.weights)
  const local = { ...sets, z: act(inverseOf(from), z, copyOf(z)), w: act(inverseOf(to), w, copyOf(w)) }
  const { direct, reversed } = bestOfPencil(local)
  const mirrored = { ...local, z: mirror(local.z) }
  const mirroredBack = inverseOf([-from[0], from[1]])
  const place = (g: Psl2r, back: Psl2r) => compose(compose(placeOf(to), g), back)
  const alignments = {
    direct: measure(place(polish(direct, local), inverseOf(from)), false, sets),
    reversed: measure(place(polish(reversed, mirrored), mirroredBack), true, sets),
  }
  const noise = roundingOf(alignments.direct.g, sets)
  const isReversed = alignments.reversed.excess * (1 + 1e-9) + noise < alignments.direct.excess
  return { ...alignments, best: isReversed ? alignments.reversed : alignments.direct }
}

/** z ↦ gz, or z ↦ g(-z̄), on packed points. */
export function actAligned({ g, reflected }: Alignment, z: Float64Array): Float64Array {
  return act(g, reflected ? mirror(z) : z, copyOf(z))
}

function check({ z, w, weights }: PointSets): void {
  if (z.length !== w.length || weights.length !== z.length / 2) {
    throw new RangeError(
      `align: the sets must have the same size, got ${z.length / 2} and ${w.length / 2} points, ${weights.length} weights`,
    )
  }
  for (let n = 1; n < z.length; n += 2) requireHeights('align', z[n]!, w[n])
  if (weights.some((weight) => !(weight >= 0 && weight < Infinity))) {
    throw new RangeError('align: the weights must be finite and not negative')
  }
  if (!weights.some((weight) => weight > 0)) throw new RangeError('align: there is no point to align')
}

/** The sum of the points on the hyperboloid, scaled back to it: x a mean with weights 1/y, y² a sum of squares. */
function centroid(z: Float64Array, weights: Float64Array): [x: number, y: number] {
  const each = Array.from(weights, (weight, j) => [z[2 * j]!, z[2 * j + 1]!, weight / z[2 * j + 1]!] as const)
  const total = each.reduce((sum, [, , share]) => sum + share, 0)
  const x = each.reduce((sum, [real, , share]) => sum + real * (share / total), 0)
  const y = Math.sqrt(
    each.reduce((sum, [real, height, share]) => sum + ((real - x) ** 2 + height ** 2) * (share / total), 0),
  )
  if (Number.isFinite(x) && y > 0 && y < Infinity) return [x, y]
  throw tooFar()
}

/** z ↦ yz + x and back */
const placeOf = ([x, y]: readonly [number, number]): Psl2r => element(y, x, 0, 1)
const inverseOf = ([x, y]: readonly [number, number]): Psl2r => element(1, -x, 0, y)

const copyOf = (z: Float64Array) => new Float64Array(z.length)
const mirror = (z: Float64Array) => z.map((value, n) => (n % 2 === 0 ? -value : value))
const tooFar = () => new RangeError('align: the points are too far apart for float64')

function measure(g: Psl2r, reflected: boolean, { z, w, weights }: PointSets): Alignment {
  const residuals = distances(act(g, reflected ? mirror(z) : z, copyOf(z)), w)
  return { g, reflected, residuals, excess: excessOf(residuals, weights) }
}

/** What rounding of g and of the images can add to the excess. */
function roundingOf(g: Psl2r, { z, weights }: PointSets): number {
  const size = norm2(g)
  return weights.reduce((sum, weight, j) => {
    const [x, y] = [z[2 * j]!, z[2 * j + 1]!]
    const bound = (8 * Number.EPSILON * size * (x * x + y * y + 1)) / (2 * y)
    return sum + weight * bound * bound
  }, 0)
}
