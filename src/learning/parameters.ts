/** What is compared with what: distances, or the ordinary dot product as the control. */
export type Geometry = 'halfPlane' | 'line' | 'dot'

/** How parameters are packed: `points` points with `stride` numbers each, row-major, then `reals` plain numbers. */
export interface Layout {
  readonly stride: 1 | 2
  readonly points: number
  /** points with the same number modulo `inner` have the same inner index */
  readonly inner: number
  readonly reals: number
}

export function strideOf(geometry: Geometry): 1 | 2 {
  return geometry === 'halfPlane' ? 2 : 1
}

export function lengthOf(layout: Layout): number {
  return layout.stride * layout.points + layout.reals
}

/** Are all parameters finite and all points in their space? */
export function areInSpace(layout: Layout, parameters: Float64Array): boolean {
  const points = layout.stride * layout.points
  for (let n = 0; n < parameters.length; n++) {
    const value = parameters[n]!
    if (!(value - value === 0)) return false
    if (layout.stride === 2 && n < points && n % 2 === 1 && !(value > 0)) return false
  }
  return true
}

/**
 * Parameters with every point moved; the plain numbers stay.
 *
 * @param act writes the moved points, such as `act` of `math/psl2r` with its element
 */
export function movePoints(
  layout: Layout,
  parameters: Float64Array,
  act: (points: Float64Array, out: Float64Array) => void,
): Float64Array {
  const moved = parameters.slice()
  const end = layout.stride * layout.points
  act(parameters.subarray(0, end), moved.subarray(0, end))
  return moved
}

/** |∂L| in the coordinates as stored: √ Σ g². It depends on where the model is in its orbit. */
export function euclideanNorm(gradient: Float64Array): number {
  let sum = 0
  for (let n = 0; n < gradient.length; n++) sum += gradient[n]! * gradient[n]!
  return Math.sqrt(sum)
}

/** |grad L| in the metric: √(Σ y² (gₓ² + g_y²) + Σ g²), the same everywhere in the orbit; on the line √ Σ g². */
export function riemannianNorm(layout: Layout, parameters: Float64Array, gradient: Float64Array): number {
  if (layout.stride === 1) return euclideanNorm(gradient)
  const end = 2 * layout.points
  let sum = 0
  for (let n = 0; n < end; n += 2) {
    const y = parameters[n + 1]!
    const across = y * gradient[n]!
    const up = y * gradient[n + 1]!
    sum += across * across + up * up
  }
  for (let n = end; n < gradient.length; n++) sum += gradient[n]! * gradient[n]!
  return Math.sqrt(sum)
}
