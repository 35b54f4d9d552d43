import { representative, type Psl2r } from './psl2r'

/**
 * The g for which gσ is the glide reflection along the geodesic from `repelling` to `attracting` by a length; at
 * length 0 the reflection in that geodesic. With e, f the attracting and the repelling end and λ = e^(length/2):
 *
 *     g = [-(λe + f/λ), -(λ + 1/λ)ef; -(λ + 1/λ), -(e/λ + λf)] / (e - f)
 *
 * and the limits of it where an end is ∞. Fixed points and length come back within 32ε‖g‖².
 *
 * @throws RangeError if the ends are the same or not numbers, for a length that is negative or not finite, or if an
 * entry leaves the range of float64
 */
export function glide(attracting: number, repelling: number, length: number): Psl2r {
  if (!(length >= 0 && length < Infinity)) {
    throw new RangeError(`glide: the length must be finite and not negative, got ${length}`)
  }
  const [e, k] = lift(attracting)
  const [f, l] = lift(repelling)
  const across = e * l - f * k
  if (across === 0) throw new RangeError(`glide: the ends must differ, both are ${attracting}`)
  const grow = Math.exp(length / 2)
  const shrink = Math.exp(-length / 2)
  const both = 2 * Math.cosh(length / 2)
  const g = representative(
    -(grow * e * l + shrink * f * k) / across,
    (-both * e * f) / across,
    (-both * k * l) / across,
    -(shrink * e * l + grow * f * k) / across,
  )
  if (!g.every(Number.isFinite))
    throw new RangeError('glide: no element of float64 range has this axis and length')
  return g
}

/** Homogeneous coordinates, [ξ, 1] or [1, 0]. */
function lift(point: number): [v: number, w: number] {
  if (Number.isNaN(point)) throw new RangeError('glide: an end is not a number')
  return Number.isFinite(point) ? [point, 1] : [1, 0]
}
