import { dist } from '../math/upperHalfPlane'
import { entrySliceChunk } from './chunks/entrySlice.glsl'
import { levels } from './chunks/levels.glsl'
import { lineSliceChunk } from './chunks/lineSlice.glsl'
import { diamondReach, marks } from './chunks/marks.glsl'
import { relief } from './chunks/relief.glsl'
import { sampled } from './chunks/sampled.glsl'
import { upperHalfPlane } from './chunks/upperHalfPlane.glsl'
import { level, levelAtRung, lossAtLevel, rampColor, rampSize, rung } from '../math/levels'

/** Four float32 numbers: two points of the half-plane, x, y, u, v with y > 0 and v > 0. */
export type Sample = readonly [x: number, y: number, u: number, v: number]

/** A GLSL function and the float64 function that it must agree with. */
export interface Twin {
  readonly name: string
  readonly glsl: string
  /** A float, from the sample `vec4 p`. */
  readonly expression: string
  readonly cpu: (p: Sample) => number
  /** |GLSL - float64| ≤ ulps · 2⁻²⁴ · scale */
  readonly ulps: number
  /** What the error is measured by; the size of the value itself if not given. */
  readonly scale?: (p: Sample) => number
  readonly uniforms?: Readonly<
    Record<string, { readonly size: 1 | 2 | 3 | 4; readonly values: readonly number[] }>
  >
}

const clamp = (x: number, low: number, high: number) => Math.min(Math.max(x, low), high)
const fract = (x: number) => x - Math.floor(x)
const mod = (x: number, period: number) => x - period * Math.floor(x / period)

const colors = Float32Array.from({ length: 3 * rampSize }, (_, i) => Math.fround(fract(0.37 * i + 0.1)))
const rampUniform = { uRamp: { size: 3 as const, values: [...colors] } }
const color = new Float64Array(3)

/** Points (x, y, r) of a slice, and the same as its uniform. */
function slice(terms: number) {
  const points = Array.from({ length: terms }, (_, i) => [7 * i - 20, 2 ** (i - 4), 0.25 * (i % 3)] as const)
  const values = points.flatMap(([x, y, r]) => [x, y, 0.25 / y, r])
  return { points, uniform: { size: 4 as const, values } }
}

function sliceTwin(terms: number, ulps: number): Twin {
  const { points, uniform } = slice(terms)
  return {
    name: `sliceLoss, ${terms} terms`,
    glsl: entrySliceChunk(terms),
    expression: 'sliceLoss(p.xy)',
    ulps,
    cpu: ([x, y]) => points.reduce((sum, [u, v, r]) => sum + (r + dist(x, y, u, v)) ** 2, 0.5) * 0.125,
    uniforms: {
      uSlicePoints: uniform,
      uSliceRest: { size: 1, values: [0.5] },
      uSliceScale: { size: 1, values: [0.125] },
    },
  }
}

function lineSliceTwin(xTerms: number, yTerms: number, ulps: number): Twin {
  const terms = (count: number) => Array.from({ length: count }, (_, i) => [5 * i - 30, 0.5 * i] as const)
  const sum = (at: number, list: readonly (readonly [number, number])[]) =>
    list.reduce((total, [to, r]) => total + (r + Math.abs(at - to) / 32) ** 2, 0)
  const uniforms: Record<string, { size: 1 | 2; values: readonly number[] }> = {
    uCross: { size: 2, values: [3, 0.75] },
    uUnit: { size: 1, values: [32] },
    uSliceRest: { size: 1, values: [0.5] },
    uSliceScale: { size: 1, values: [0.125] },
  }
  if (xTerms > 0) uniforms['uXTerms'] = { size: 2, values: terms(xTerms).flat() }
  if (yTerms > 0) uniforms['uYTerms'] = { size: 2, values: terms(yTerms).flat() }
  return {
    name: `sliceLoss on the line, ${xTerms} and ${yTerms} terms`,
    glsl: lineSliceChunk(xTerms, yTerms),
    expression: 'sliceLoss(p.xz)',
    ulps,
    cpu: ([x, , u]) =>
      (0.5 + sum(x - u, [[3, 0.75]]) + sum(x, terms(xTerms)) + sum(u, terms(yTerms))) * 0.125,
    uniforms,
  }
}

/** log2 and exp2 are promised in absolute terms near 1, so errors of levels are measured by 1 + level. */
export const twins: readonly Twin[] = [
  {
    name: 'dist',
    glsl: upperHalfPlane,
    expression: 'dist(p.xy, p.zw)',
    ulps: 16,
    cpu: (p) => dist(...p),
  },
  {
    name: 'distFromSinh2',
    glsl: upperHalfPlane,
    expression: 'distFromSinh2(p.y)',
    ulps: 8,
    cpu: ([, y]) => 2 * Math.asinh(Math.sqrt(y)),
  },
  {
    name: 'sliceTerm',
    glsl: entrySliceChunk(1),
    expression: 'sliceTerm(p.xy, 1.0 / p.y, vec4(3.0, 0.5, 0.5, 0.25))',
    ulps: 32,
    cpu: ([x, y]) => (0.25 + dist(x, y, 3, 0.5)) ** 2,
  },
  sliceTwin(1, 32),
  sliceTwin(5, 32),
  sliceTwin(17, 48),
  {
    name: 'sliceTerm on the line',
    glsl: lineSliceChunk(0, 0),
    expression: 'sliceTerm(p.x, vec2(-8.0, 0.5))',
    ulps: 16,
    cpu: ([x]) => (0.5 + Math.abs(x + 8) / 32) ** 2,
    uniforms: { uUnit: { size: 1, values: [32] } },
  },
  lineSliceTwin(0, 0, 16),
  lineSliceTwin(3, 20, 48),
  {
    name: 'level',
    glsl: levels,
    expression: 'level(p.y, p.w)',
    ulps: 16,
    cpu: ([, y, , v]) => level(y, v),
    scale: ([, y, , v]) => 1 + level(y, v),
  },
  {
    name: 'rung, geometric',
    glsl: levels,
    expression: 'rung(p.y, p.w, 2.0, 0.0)',
    ulps: 16,
    cpu: ([, y, , v]) => rung(y, { ladder: 'geometric', reference: v, density: 2 }),
    scale: ([, y, , v]) => 2 + 2 * level(y, v),
  },
  {
    name: 'rung, sqrt',
    glsl: levels,
    expression: 'rung(p.y, p.w, 2.0, 1.0)',
    ulps: 8,
    cpu: ([, y, , v]) => rung(y, { ladder: 'sqrt', reference: v, density: 2 }),
  },
  {
    name: 'levelAtRung, geometric',
    glsl: levels,
    expression: 'levelAtRung(p.y, 2.0, 0.0)',
    ulps: 4,
    cpu: ([, y]) => levelAtRung(y, { ladder: 'geometric', density: 2 }),
  },
  {
    name: 'levelAtRung, sqrt',
    glsl: levels,
    expression: 'levelAtRung(p.y, 2.0, 1.0)',
    ulps: 16,
    cpu: ([, y]) => levelAtRung(y, { ladder: 'sqrt', density: 2 }),
    scale: ([, y]) => 1 + levelAtRung(y, { ladder: 'sqrt', density: 2 }),
  },
  ...(['r', 'g', 'b'] as const).map((component, c): Twin => ({
    name: `rampColor.${component}`,
    glsl: levels,
    expression: `rampColor(p.x * 0.02).${component}`,
    ulps: 64,
    cpu: ([x]) => rampColor(colors, x * 0.02, color)[c]!,
    scale: () => 1,
    uniforms: rampUniform,
  })),
  {
    name: 'stair',
    glsl: levels,
    expression: 'stair(abs(p.x), 0.25)',
    ulps: 8,
    cpu: ([x]) => Math.floor(Math.abs(x)) + Math.min(4 * fract(Math.abs(x)), 1) - 0.5,
    scale: ([x]) => 1 + Math.abs(x),
  },
  {
    name: 'curveCoverage',
    glsl: levels,
    expression: 'curveCoverage(abs(p.x), 0.25, 0.75)',
    ulps: 8,
    cpu: ([x]) => {
      const nearest = Math.floor(Math.abs(x) + 0.5)
      return nearest === 0 ? 0 : clamp(1.25 - 4 * Math.abs(Math.abs(x) - nearest), 0, 1)
    },
    scale: ([x]) => 1 + Math.abs(x),
  },
  {
    name: 'curveFade',
    glsl: levels,
    expression: 'curveFade(p.y)',
    ulps: 16,
    cpu: ([, y]) => {
      const s = clamp((y - 0.2) / 0.3, 0, 1)
      return 1 - s * s * (3 - 2 * s)
    },
    scale: () => 1,
  },
  {
    name: 'coverage',
    glsl: marks,
    expression: 'coverage(p.x)',
    ulps: 4,
    cpu: ([x]) => clamp(x + 0.5, 0, 1),
    scale: () => 1,
  },
  {
    name: 'markDistance, disc',
    glsl: marks,
    expression: 'markDistance(p.xz, 6.5, 0.0)',
    ulps: 8,
    cpu: ([x, , u]) => Math.sqrt(x * x + u * u) - 6.5,
    scale: ([x, , u]) => Math.abs(x) + Math.abs(u) + 6.5,
  },
  {
    name: 'markDistance, diamond',
    glsl: marks,
    expression: 'markDistance(p.xz, 6.5, 1.0)',
    ulps: 8,
    cpu: ([x, , u]) => (Math.abs(x) + Math.abs(u) - diamondReach * 6.5) * Math.SQRT1_2,
    scale: ([x, , u]) => Math.abs(x) + Math.abs(u) + 6.5,
  },
  {
    name: 'dashInside',
    glsl: marks,
    expression: 'dashInside(abs(p.x), 8.0)',
    ulps: 8,
    cpu: ([x]) => {
      const u = mod(Math.abs(x), 16)
      return u < 12 ? 4 - Math.abs(u - 4) : u - 16
    },
    scale: ([x]) => 16 + Math.abs(x),
  },
  {
    name: 'gradient.x',
    glsl: relief,
    expression: 'gradient(vec2(0.75, 0.25), vec2(-0.5, 1.0), p.x, p.z).x',
    ulps: 16,
    cpu: ([x, , u]) => (x - 0.25 * u) / 0.875,
    scale: ([x, , u]) => Math.abs(x) + Math.abs(u),
  },
  {
    name: 'gradient.y',
    glsl: relief,
    expression: 'gradient(vec2(0.75, 0.25), vec2(-0.5, 1.0), p.x, p.z).y',
    ulps: 16,
    cpu: ([x, , u]) => (0.75 * u + 0.5 * x) / 0.875,
    scale: ([x, , u]) => Math.abs(x) + Math.abs(u),
  },
  {
    name: 'daylight',
    glsl: relief,
    expression: 'daylight(p.xz * 0.1)',
    ulps: 32,
    cpu: ([x, , u]) => {
      const [sx, sy] = [0.1 * x, 0.1 * u]
      const lambert = Math.max((0.36 * sx - 0.48 * sy + 0.8) / Math.sqrt(sx * sx + sy * sy + 1), 0)
      return 0.55 + (0.45 * lambert) / 0.8
    },
    scale: () => 1,
  },
  {
    name: 'bilinear',
    glsl: sampled,
    expression: 'bilinear(p, vec2(0.25, 0.75))',
    // Nine roundings of numbers no larger than the corners.
    ulps: 9,
    cpu: ([sw, se, nw, ne]) => 0.25 * (0.75 * sw + 0.25 * se) + 0.75 * (0.75 * nw + 0.25 * ne),
    scale: (corners) => Math.max(...corners.map(Math.abs)),
  },
  {
    name: 'lossAtLevel',
    glsl: sampled,
    expression: 'lossAtLevel(8.0 * fract(p.x), p.w)',
    // exp2 is promised to 3 + 2|x| units in the last place.
    ulps: 2 * 19 + 4,
    cpu: ([x, , , v]) => lossAtLevel(8 * fract(x), v),
    scale: ([x, , , v]) => v * 2 ** (8 * fract(x)),
  },
]
