import { meetSheet } from '../../math/sightLine'
import type { Chart } from './chart'
import type { Lens } from './lens'

/** The height t = cosh ρ at which the bowl is cut off. */
export const rimHeight = Math.cosh(1.9)
/** Distance of the eye from the point (0, 0, middleHeight) that it looks at. */
const eyeDistance = 11
const middleHeight = 1.9

/**
 * The hyperboloid t² - e₁² - e₂² = 1, t > 0, in perspective: e₁ = x/y to the right and e₂ = (|z|² - 1)/2y away from the
 * eye before it is turned. The eye is above the sheet, inside its convex hull, so each line of sight meets it once.
 */
export interface HyperboloidView {
  readonly cosTurn: number
  readonly sinTurn: number
  readonly cosRise: number
  readonly sinRise: number
  /** Pixels for a unit at distance 1 from the eye. */
  readonly focal: number
  /** Its place in the plane that is turned to it. */
  readonly eye: readonly [away: number, t: number]
}

export function hyperboloidView(
  lens: Lens,
  [azimuth, elevation]: readonly [number, number],
): HyperboloidView {
  return {
    cosTurn: Math.cos(azimuth),
    sinTurn: Math.sin(azimuth),
    cosRise: Math.cos(elevation),
    sinRise: Math.sin(elevation),
    eye: [-eyeDistance * Math.cos(elevation), middleHeight + eyeDistance * Math.sin(elevation)],
    // The rim, nearer to the eye than what it looks at, just fits.
    focal: (lens.radius * (eyeDistance - (rimHeight - middleHeight))) / Math.sqrt(rimHeight ** 2 - 1),
  }
}

export function hyperboloidChart(lens: Lens, turn: readonly [number, number]): Chart {
  const { scale, shift, X: X0, Y: Y0 } = lens
  const { cosTurn, sinTurn, cosRise, sinRise, focal, eye } = hyperboloidView(lens, turn)
  /** Perspective of a point, or of a direction far out on the light cone, where only the ratio counts. */
  const seen = (e1: number, e2: number, t: number, middle: number): readonly [number, number] => {
    const right = cosTurn * e1 - sinTurn * e2
    const away = sinTurn * e1 + cosTurn * e2
    const h = t - middle
    const up = away * sinRise + h * cosRise
    const depth = Math.max(eyeDistance * 1e-3, eyeDistance - h * sinRise + away * cosRise)
    return [X0 + (focal * right) / depth, Y0 + (focal * up) / depth]
  }
  const onRim = (p: number): readonly [number, number] => {
    const r = Math.sqrt(rimHeight ** 2 - 1)
    if (!Number.isFinite(p)) return seen(0, r, rimHeight, middleHeight)
    const n = p * p + 1
    return seen((r * 2 * p) / n, (r * (p * p - 1)) / n, rimHeight, middleHeight)
  }
  const pointAt = (X: number, Y: number): readonly [number, number] => {
    const hit = sightOf((X - X0) / focal, (Y - Y0) / focal)
    if (!hit) return [(0 - shift) / scale, 0]
    const [e1, e2, t] = hit
    const q = e2 > 0 ? (t + e2) / (1 + e1 * e1) : 1 / (t - e2)
    return [(e1 * q - shift) / scale, q / scale]
  }
  /** The point of the sheet on the line of sight through (a, b) at distance 1. */
  const sightOf = (a: number, b: number): readonly [number, number, number] | undefined => {
    const hit = meetSheet([0, ...eye], [a, b * sinRise + cosRise, b * cosRise - sinRise])
    return hit && [cosTurn * hit[0] + sinTurn * hit[1], cosTurn * hit[1] - sinTurn * hit[0], hit[2]]
  }
  return {
    name: 'hyperboloid',
    scale,
    shift,
    place: (x, y, out) => {
      const p = x * scale + shift
      const q = y * scale
      const s = p * p + q * q
      const [X, Y] = seen(p / q, (s - 1) / (2 * q), (s + 1) / (2 * q), middleHeight)
      out[0] = X
      out[1] = Y
      return out
    },
    pointAt,
    placeOfEnd: (x) => onRim(x * scale + shift),
    endAt: (X, Y) => {
      // The rim is an ellipse on the canvas: the nearest of many points, then of many near that.
      let best = 0
      let step = Math.PI / 90
      for (let round = 0, from = -Math.PI, count = 180; round < 3; round++) {
        let least = Infinity
        for (let n = 0; n <= count; n++) {
          const angle = from + n * step
          const [U, V] = onRim(endOf(angle))
          const away = (U - X) ** 2 + (V - Y) ** 2
          if (away >= least) continue
          least = away
          best = angle
        }
        from = best - step
        count = 40
        step /= 20
      }
      const isTop = Math.abs(Math.sin(best / 2 - Math.PI / 4)) < 1e-2
      return isTop ? Infinity : (endOf(best) - shift) / scale
    },
    cuts: (x, y) => {
      const p = x * scale + shift
      const q = y * scale
      return (p * p + q * q + 1) / (2 * q) > rimHeight * 1.002
    },
    shows: (X, Y) => {
      const hit = sightOf((X - X0) / focal, (Y - Y0) / focal)
      return hit !== undefined && hit[2] < rimHeight
    },
  }
}

/** The boundary point in the direction of an angle of the (e₁, e₂) plane. */
const endOf = (angle: number): number => {
  const [u, v] = [Math.cos(angle), Math.sin(angle)]
  return v > 0 ? (1 + v) / u : u / (1 - v)
}
