import { expMap } from '../math/upperHalfPlane'
import type { Moments } from './optimisers'

const reached = new Float64Array(2)

/**
 * The same methods in the metric of the half-plane. With the gradient in the orthonormal frame at z, y (gₓ, g_y):
 *
 *     gradient descent   z ← exp_z(-η grad)
 *     momentum           m ← μm + grad,  z ← exp_z(-ηm),  m carried along by parallel transport
 *     Adam               m likewise;  v ← νv + (1 - ν)|grad|²: one second moment a point, a length that no isometry
 *                        changes, where one for each coordinate would depend on the frame
 *
 * Every step commutes with every isometry g: the frame at gz is that at z, turned. Parallel transport from z to
 * w = u + iv turns the frame's numbers by -2 atan2(u - x, y + v), here without the angle.
 *
 * @param end stride · points: the points are the pairs before it
 * @see Bécigneul and Ganea, Riemannian adaptive optimization methods (2019), for Adam on products of manifolds
 */
export function intrinsic(
  moments: Moments,
  parameters: Float64Array,
  gradient: Float64Array,
  end: number,
  rate: number,
): void {
  const { first, second, settings, count } = moments
  const { method, momentum, secondMomentum, epsilon } = settings
  const isAdam = method === 'adam'
  const firstScale = isAdam ? 1 - momentum : 1
  const firstBias = isAdam ? 1 - momentum ** count : 1
  const secondBias = 1 - secondMomentum ** count
  for (let n = 0; n < end; n += 2) {
    const x = parameters[n]!
    const y = parameters[n + 1]!
    let across = y * gradient[n]!
    let up = y * gradient[n + 1]!
    let size = 1
    if (isAdam) {
      second[n] = secondMomentum * second[n]! + (1 - secondMomentum) * (across * across + up * up)
      size = firstBias * (Math.sqrt(second[n]! / secondBias) + epsilon)
    }
    if (method !== 'gradientDescent') {
      across = momentum * first[n]! + firstScale * across
      up = momentum * first[n + 1]! + firstScale * up
    }
    const scale = size > 0 ? (-rate * y) / size : 0
    expMap(x, y, scale * across, scale * up, reached)
    parameters[n] = reached[0]!
    parameters[n + 1] = reached[1]!
    if (method === 'gradientDescent') continue
    const sum = reached[1]! + y
    const shift = x - reached[0]!
    const length2 = sum * sum + shift * shift
    const cosine = (sum * sum - shift * shift) / length2
    const sine = (2 * sum * shift) / length2
    first[n] = cosine * across - sine * up
    first[n + 1] = sine * across + cosine * up
  }
}
