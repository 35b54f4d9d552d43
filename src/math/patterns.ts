import type { Curve } from './curves'

/** A curve of a pattern: 1 for a major one, which says where i and its directions are, 2 for a minor one. */
export interface PatternCurve {
  readonly curve: Curve
  readonly weight: 1 | 2
}

/**
 * Hyperbolic polar grid about i: circles of radius 0.5, 1, … 5, the whole numbers major, and 24 rays, every 15°, as
 * 12 geodesics through i, those at 45° major.
 */
export function polar(): PatternCurve[] {
  const circles = Array.from({ length: 10 }, (_, n): PatternCurve => {
    const radius = (n + 1) / 2
    const curve: Curve = {
      kind: 'orbit',
      generator: [0, 0.5, -0.5],
      x: 0,
      y: Math.exp(radius),
      from: 0,
      to: 2 * Math.PI,
    }
    return { curve, weight: Number.isInteger(radius) ? 1 : 2 }
  })
  const rays = Array.from({ length: 12 }, (_, n): PatternCurve => {
    // K(θ) turns the vertical by -2θ, so its ends are -tan θ and cot θ.
    const slope = n === 6 ? 1 : Math.tan((n * Math.PI) / 24)
    const curve: Curve = { kind: 'geodesic', from: 0 - slope, to: n === 0 ? Infinity : 1 / slope }
    return { curve, weight: n % 3 === 0 ? 1 : 2 }
  })
  return [...circles, ...rays]
}

const lowest = -6
const highest = 6
/** Geodesics that end further from i than this are left out of the horocyclic grid. */
const width = 5

/**
 * Horocyclic grid: the horocycles y = 2ᵏ, k from -6 to 6, and geodesics x = j 2ᵏ to ∞ orthogonal to them, j odd, each
 * as far up as 2ᵏ⁺¹. Between two horocycles the cells are 2ᵏ wide and 2ᵏ high, and all cells congruent: as many as
 * can be told apart at i, and no crowd at ∞. The two curves through i are major.
 *
 * This is the binary tiling of Böröczky.
 */
export function horocyclic(): PatternCurve[] {
  const curves: PatternCurve[] = [{ curve: { kind: 'geodesic', from: 0, to: Infinity }, weight: 1 }]
  for (let k = lowest; k <= highest; k++) {
    const height = 2 ** k
    const curve: Curve = {
      kind: 'orbit',
      generator: [0, 1, 0],
      x: 0,
      y: height,
      from: -Infinity,
      to: Infinity,
    }
    curves.push({ curve, weight: k === 0 ? 1 : 2 })
    const top = Math.min(2 * height, 2 ** highest)
    for (let j = 1; isNear(j * height, top); j += 2) {
      for (const x of [-j * height, j * height]) {
        curves.push({ curve: { kind: 'segment', x, y: 2 ** lowest, u: x, v: top }, weight: 2 })
      }
    }
  }
  return curves
}

function isNear(x: number, y: number): boolean {
  return x * x + y * y + 1 <= 2 * y * Math.cosh(width)
}
