/**
 * From a loss to what is drawn of it: height, colour and level curves. Canvas and SVG pictures and the 3D surface
 * use these functions; gpu/chunks/levels.glsl.ts is their GLSL twin.
 */

/** Colours of a ramp, from the lowest loss to the highest. */
export const rampSize = 8

/**
 * Height of a loss L ≥ 0, in levels: log₂(1 + L / reference). Linear below the reference, one level for each
 * doubling above it; strictly increasing, 0 at L = 0.
 *
 * @param reference > 0
 */
export function level(loss: number, reference: number): number {
  return Math.log1p(loss / reference) / Math.LN2
}

/** The loss at a height: the inverse of `level`. */
export function lossAtLevel(height: number, reference: number): number {
  return reference * Math.expm1(height * Math.LN2)
}

/**
 * Where the level curves lie. 'geometric': equal steps of `level`. 'sqrt': equal steps of √L, so that the curves
 * round a zero of the loss are equally far apart.
 */
export type Ladder = 'geometric' | 'sqrt'

/** The losses of the level curves: those whose rung is 1, 2, 3 … */
export interface Curves {
  readonly ladder: Ladder
  /** > 0; a loss */
  readonly reference: number
  /** Curves per level, or per √reference; > 0. */
  readonly density: number
}

/** Continuous number of a level curve: whole on a curve, 0 at loss 0. */
export function rung(loss: number, { ladder, reference, density }: Curves): number {
  return density * (ladder === 'sqrt' ? Math.sqrt(loss / reference) : level(loss, reference))
}

/** The level of a rung, which may be fractional. */
export function levelAtRung(k: number, { ladder, density }: Pick<Curves, 'ladder' | 'density'>): number {
  const s = k / density
  return ladder === 'sqrt' ? Math.log1p(s * s) / Math.LN2 : s
}

/** The inverse of `rung`. */
export function lossAtRung(k: number, curves: Curves): number {
  return lossAtLevel(levelAtRung(k, curves), curves.reference)
}

/** The losses of all level curves in [lowest, highest], at most `most` of them, ascending. */
export function curveLosses(lowest: number, highest: number, curves: Curves, most = 200): number[] {
  const first = Math.max(1, Math.ceil(rung(lowest, curves)))
  const last = Math.min(Math.floor(rung(highest, curves)), first + most - 1)
  const losses: number[] = []
  for (let k = first; k <= last; k++) losses.push(lossAtRung(k, curves))
  return losses
}

/**
 * Colour at t of a ramp, linear between its 8 colours, clamped to [0, 1].
 *
 * @param ramp (8, 3) row-major, sRGB components in [0, 1]
 * @param out  (3)
 */
export function rampColor<T extends Float32Array | Float64Array>(ramp: Float32Array, t: number, out: T): T {
  const s = Math.min(Math.max(t, 0), 1) * (rampSize - 1)
  const i = Math.min(Math.floor(s), rampSize - 2)
  for (let c = 0; c < 3; c++) {
    const low = ramp[3 * i + c]!
    out[c] = low + (ramp[3 * i + 3 + c]! - low) * (s - i)
  }
  return out
}
