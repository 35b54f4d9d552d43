import type { PointSets } from './alignPencil'
import { ellipticWith } from './fixedPoints'
import { exp } from './oneParameter'
import { act, compose } from './psl2r'
import type { Psl2r } from './psl2r'
import { symmetricEigen } from './symmetricEigen'
import { dist, logMap } from './upperHalfPlane'

const maxSteps = 8

/**
 * Gauss-Newton steps exp(X)g while they help, X = t₁ T₁ + t₂ T₂ + t₃ R: two translations and the turn at i. They
 * begin at g or at the best turn about i, of two sets centred there: of a narrow set S knows the turn to ε over the
 * square of its width only, and may know nothing.
 */
export function polish(start: Psl2r, sets: PointSets): Psl2r {
  const { z, w, weights } = sets
  const turn = bestTurn(sets)
  let g = excessAfter(turn, z, w, weights) < excessAfter(start, z, w, weights) ? turn : start
  let excess = excessAfter(g, z, w, weights)
  for (let n = 0; n < maxSteps && excess > 0; n++) {
    const [along, up, around] = gaussNewton(act(g, z, new Float64Array(z.length)), w, weights)
    const next = compose(exp(up / 2, (along + around) / 2, (along - around) / 2, 1), g)
    const less = excessAfter(next, z, w, weights)
    if (!(less < excess)) break
    g = next
    excess = less
  }
  return g
}

/** By the angle of Σ weight_j (w_j - i) times the conjugate of (z_j - i), as in the plane. */
function bestTurn({ z, w, weights }: PointSets): Psl2r {
  let real = 0
  let imaginary = 0
  weights.forEach((weight, j) => {
    const [x, y, u, v] = [z[2 * j]!, z[2 * j + 1]! - 1, w[2 * j]!, w[2 * j + 1]! - 1]
    real += weight * (u * x + v * y)
    imaginary += weight * (v * x - u * y)
  })
  return ellipticWith(0, 1, Math.atan2(imaginary, real))
}

/** The step that solves Σ weight_j (sinh ρ_j/ρ_j) |X(z_j) - log w_j|² → min, in the orthonormal frames at z_j. */
function gaussNewton(z: Float64Array, w: Float64Array, weights: Float64Array): [number, number, number] {
  const normal = new Float64Array(9)
  const right = [0, 0, 0]
  const log = new Float64Array(2)
  weights.forEach((weight, j) => {
    const [x, y, u, v] = [z[2 * j]!, z[2 * j + 1]!, w[2 * j]!, w[2 * j + 1]!]
    logMap(x, y, u, v, log)
    const rho = dist(x, y, u, v)
    const pull = weight * (rho === 0 ? 1 : Math.sinh(rho) / rho)
    // X(z) = q + 2pz - rz² over y, for (q + r, 2p, q - r) = 1 in turn.
    const real = [(1 - (x - y) * (x + y)) / (2 * y), x / y, (1 + (x - y) * (x + y)) / (2 * y)]
    const imaginary = [-x, 1, x]
    for (let k = 0; k < 3; k++) {
      right[k]! += (pull * (real[k]! * log[0]! + imaginary[k]! * log[1]!)) / y
      for (let l = 0; l < 3; l++) {
        normal[3 * k + l]! += pull * (real[k]! * real[l]! + imaginary[k]! * imaginary[l]!)
      }
    }
  })
  return scaledSolve(normal, right)
}

/** Scaled to a diagonal of ones first: the turn moves a narrow set by little. What is singular is left alone. */
function scaledSolve(normal: Float64Array, right: readonly number[]): [number, number, number] {
  const scale = [0, 1, 2].map((k) => (normal[4 * k]! > 0 ? 1 / Math.sqrt(normal[4 * k]!) : 0))
  const scaled = normal.map((entry, n) => entry * scale[Math.floor(n / 3)]! * scale[n % 3]!)
  // Points more than 700 apart: no step can be told, and g is good as it is.
  if (!scaled.every(Number.isFinite)) return [0, 0, 0]
  const { values, vectors } = symmetricEigen(scaled, 3)
  const solution: [number, number, number] = [0, 0, 0]
  for (let k = 0; k < 3; k++) {
    if (values[k]! <= 1e-12 * values[2]!) continue
    const along =
      right.reduce((sum, value, i) => sum + value * scale[i]! * vectors[3 * k + i]!, 0) / values[k]!
    for (let i = 0; i < 3; i++) solution[i]! += along * vectors[3 * k + i]! * scale[i]!
  }
  return solution
}

function excessAfter(g: Psl2r, z: Float64Array, w: Float64Array, weights: Float64Array): number {
  return excessOf(distances(act(g, z, new Float64Array(z.length)), w), weights)
}

/** ρ(z_j, w_j) */
export function distances(z: Float64Array, w: Float64Array): Float64Array {
  return Float64Array.from({ length: z.length / 2 }, (_, j) => {
    const [x, y, u, v] = [z[2 * j]!, z[2 * j + 1]!, w[2 * j]!, w[2 * j + 1]!]
    return y > 0 ? dist(x, y, u, v) : Infinity
  })
}

/** Σ weight_j (2 cosh ρ_j - 2), as 4 sinh²(ρ/2). */
export function excessOf(residuals: Float64Array, weights: Float64Array): number {
  return residuals.reduce((sum, rho, j) => sum + weights[j]! * 4 * Math.sinh(rho / 2) ** 2, 0)
}
