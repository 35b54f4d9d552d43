import { logMap } from '../math/upperHalfPlane'
import type { Layout } from './parameters'

const towards = new Float64Array(2)

/**
 * Weight decay of the points: adds the gradient of λ/2 Σ d(o, z)², o = i in the half-plane and 0 on the line, where
 * it is the usual λ/2 Σ x². It holds the points about o, so of all isometries only those that fix o keep the loss.
 * Plain numbers such as log β are left alone.
 *
 * In the half-plane grad ½ρ² = -log_z(o), and a gradient in stored coordinates is that over y².
 */
export function addDecay(
  layout: Layout,
  parameters: Float64Array,
  gradient: Float64Array,
  lambda: number,
): void {
  const end = layout.stride * layout.points
  if (layout.stride === 1) {
    for (let n = 0; n < end; n++) gradient[n]! += lambda * parameters[n]!
    return
  }
  for (let n = 0; n < end; n += 2) {
    const y = parameters[n + 1]!
    logMap(parameters[n]!, y, 0, 1, towards)
    gradient[n]! -= (lambda * (towards[0]! / y)) / y
    gradient[n + 1]! -= (lambda * (towards[1]! / y)) / y
  }
}
