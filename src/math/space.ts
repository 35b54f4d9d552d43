import { hyperbolicProduct } from './hyperbolicProduct'
import { dist as distOnLine, translate } from './line'
import { lineProduct } from './lineProduct'
import type { Metric } from './metricProduct'
import { act, compose, element, identity, inverse, norm2 } from './psl2r'
import type { Psl2r } from './psl2r'
import { dist } from './dist'

/**
 * A metric space with a group G of isometries acting on packed points: all that most of the app needs to
 * know. Points are packed with `stride` numbers each.
 */
export interface Space<G> {
  readonly name: 'line' | 'halfPlane'
  readonly stride: 1 | 2
  readonly dist: Metric
  readonly identity: G
  /** compose(g, h) acts as h first, then g. */
  readonly compose: (g: G, h: G) => G
  readonly inverse: (g: G) => G
  /** g applied to every point of z; out may alias z. */
  readonly act: (g: G, z: Float64Array, out: Float64Array) => Float64Array
  readonly product: (
    a: Float64Array,
    b: Float64Array,
    rows: number,
    inner: number,
    columns: number,
    out: Float64Array,
  ) => Float64Array
  /**
   * Rounding of a moved term: |d(gz, gw) - d(z, w)| ≤ 2 ε (shift(g) + growth(g) (size(z) + size(w))), where
   * z and w are as given and gz and gw are rounded to float64. Half-plane: growth ‖g‖², size cosh ρ(i, z).
   * Line: shift |α|, size |x|.
   */
  readonly growth: (g: G) => number
  readonly shift: (g: G) => number
  /** size of each point of z, one number a point. */
  readonly sizes: (z: Float64Array, out: Float64Array) => Float64Array
  /**
   * The part of g that no exact identity of differences removes: K of g = N A K in the half-plane, the
   * identity on the line. g and its compact part give the same distances.
   */
  readonly compactPart: (g: G) => G
}

/** The real line with d(x, u) = |x - u| and its translations x ↦ x + α. */
export const line: Space<number> = {
  name: 'line',
  stride: 1,
  dist: distOnLine,
  identity: 0,
  compose: (g, h) => g + h,
  inverse: (g) => -g,
  act: translate,
  product: lineProduct,
  growth: () => 1,
  shift: Math.abs,
  sizes: (z, out) => {
    for (let n = 0; n < z.length; n++) out[n] = Math.abs(z[n]!)
    return out
  },
  compactPart: () => 0,
}

/** The upper half-plane with the hyperbolic distance ρ, curvature -1, and PSL(2,R). */
export const halfPlane: Space<Psl2r> = {
  name: 'halfPlane',
  stride: 2,
  dist,
  identity,
  compose,
  inverse,
  act,
  product: hyperbolicProduct,
  growth: norm2,
  shift: () => 0,
  sizes: (z, out) => {
    for (let n = 0; 2 * n < z.length; n++) {
      const x = z[2 * n]!
      const y = z[2 * n + 1]!
      out[n] = (x * x + y * y + 1) / (2 * y)
    }
    return out
  },
  compactPart: (g) => {
    // Only the direction of the bottom row enters; its length overflows long before g itself is lost.
    const length = Math.hypot(g[2], g[3])
    const sine = g[2] / length
    const cosine = g[3] / length
    return element(cosine, -sine, sine, cosine)
  },
}
