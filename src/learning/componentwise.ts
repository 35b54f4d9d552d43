import type { Moments } from './optimisers'

/** A step in (x, y) brings a point at most this much nearer to the edge of the half-plane. */
const nearest = 0.1

/**
 * Steps of the numbers from `from` up to `to`, each by itself:
 *
 *     gradient descent   p ← p - ηg
 *     momentum           m ← μm + g,  p ← p - ηm
 *     Adam               m ← μm + (1 - μ)g,  v ← νv + (1 - ν)g²,  p ← p - η (m/(1 - μᵗ)) / (√(v/(1 - νᵗ)) + ε)
 *
 * @param arePoints pairs (x, y): y is stepped as it is, or as log y with 'xLogY', where ∂/∂log y = y ∂/∂y. In (x, y) a
 *   step below y/10 ends there, and is counted
 * @see Polyak (1964) for momentum; Kingma and Ba, Adam (2015)
 */
export function componentwise(
  moments: Moments,
  parameters: Float64Array,
  gradient: Float64Array,
  from: number,
  to: number,
  rate: number,
  arePoints: boolean,
): void {
  const { first, second, settings, count } = moments
  const { method, coordinates, momentum, secondMomentum, epsilon } = settings
  const isAdam = method === 'adam'
  const isLog = coordinates === 'xLogY'
  const firstScale = isAdam ? 1 - momentum : 1
  const firstBias = isAdam ? 1 - momentum ** count : 1
  const secondBias = 1 - secondMomentum ** count
  for (let n = from; n < to; n++) {
    const isHeight = arePoints && (n - from) % 2 === 1
    const value = parameters[n]!
    let g = gradient[n]!
    if (isHeight && isLog) g *= value
    let step = g
    if (method !== 'gradientDescent') {
      first[n] = momentum * first[n]! + firstScale * g
      step = first[n]! / firstBias
    }
    if (isAdam) {
      second[n] = secondMomentum * second[n]! + (1 - secondMomentum) * g * g
      const size = Math.sqrt(second[n]! / secondBias) + epsilon
      // 0/0 with ε = 0: a number whose gradients were all 0 stays where it is.
      step = size > 0 ? step / size : 0
    }
    if (!isHeight) parameters[n] = value - rate * step
    else if (isLog) parameters[n] = value * Math.exp(-rate * step)
    else if (value - rate * step < nearest * value) {
      parameters[n] = nearest * value
      moments.shortened++
    } else parameters[n] = value - rate * step
  }
}
