import { discriminant } from './isometryClass'
import { determinant, representative } from './psl2r'
import type { Psl2r } from './psl2r'

/**
 * exp(tX) for X = [p q; r -p]: cosh(√u) I + (sinh(√u)/√u) tX with u = (p² + qr)t². Both factors are entire in u, so
 * one formula serves elliptic (u < 0), parabolic (u = 0) and hyperbolic (u > 0) elements and what lies between.
 * The class of the result is known exactly from the sign of p² + qr.
 *
 * Error of an entry a few ε(1 + ‖tX‖)‖exp‖. For u > 0 the smaller diagonal entry is built without cancellation, so
 * exp(46·diag(1, -1)) still dilates by e⁹².
 *
 * @throws RangeError if an entry leaves the range of float64
 */
export function exp(p: number, q: number, r: number, t: number): Psl2r {
  const P = p * t
  const Q = q * t
  const R = r * t
  const u = determinant([P, Q, -R, P])
  const s = Math.sqrt(Math.abs(u))
  const g = u > 0 ? growing(P, Q, R, s) : turning(P, Q, R, s)
  if (!g.every(Number.isFinite)) {
    throw new RangeError(`exp: no element of float64 range at X = [${p} ${q}; ${r} ${-p}], t = ${t}`)
  }
  return g
}

/**
 * The logarithm [p, q, r] with exp(p, q, r, 1) = g and the shortest turn; total on PSL(2,R).
 *
 * X = f·(M - tr/2 I) with f = asinh(√E)/√E for E = D/4 > 0 and atan2(√-E, tr/2)/√-E for E < 0.
 */
export function log(g: Psl2r): [p: number, q: number, r: number] {
  const [a, b, c, d] = representative(...g)
  const D = discriminant([a, b, c, d])
  const root = Math.sqrt(Math.abs(D)) / 2
  const angle = D > 0 ? Math.asinh(root) : Math.atan2(root, (a + d) / 2)
  const f = root === 0 ? 1 : angle / root
  return [(f * (a - d)) / 2, f * b, f * c]
}

/** Real power gᵗ = exp(t log g). @throws RangeError as {@link exp} */
export function power(g: Psl2r, t: number): Psl2r {
  return exp(...log(g), t)
}

function turning(P: number, Q: number, R: number, s: number): Psl2r {
  const cos = Math.cos(s)
  const sinc = s === 0 ? 1 : Math.sin(s) / s
  return representative(cos + sinc * P, sinc * Q, sinc * R, cos - sinc * P)
}

/** The small diagonal entry cosh s - |P| sinh(s)/s is e^-s + (s - |P|) sinh(s)/s, and s - |P| = QR/(s + |P|). */
function growing(P: number, Q: number, R: number, s: number): Psl2r {
  const sinhc = Math.sinh(s) / s
  const large = Math.cosh(s) + sinhc * Math.abs(P)
  const small = Math.exp(-s) + sinhc * (Q / (s + Math.abs(P))) * R
  return P >= 0
    ? representative(large, sinhc * Q, sinhc * R, small)
    : representative(small, sinhc * Q, sinhc * R, large)
}
