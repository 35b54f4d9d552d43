import type { Chart } from './chart'
import type { Lens } from './lens'

/** Pixels from the left and right edge to the spots of 0 and ∞. */
const spotPx = 20
/** Part of the canvas that the band is high. */
const part = 0.94

/** Pixels for a unit of ζ. */
export const bandUnit = ({ radius }: Lens): number => (2 * part * radius) / Math.PI

/**
 * The band ζ = log z, 0 < Im ζ < π: conformal, ∞ to the right, 0 to the left, positive reals below and negative ones
 * above; dilations shift it.
 */
export function bandChart(lens: Lens, width: number): Chart {
  const { scale, shift, X: X0, Y: Y0 } = lens
  const unit = bandUnit(lens)
  const half = (Math.PI / 2) * unit
  const point = (p: number, q: number): [number, number] => [(p - shift) / scale, q / scale]
  return {
    name: 'band',
    scale,
    shift,
    place: (x, y, out) => {
      const p = x * scale + shift
      const q = y * scale
      out[0] = X0 + (unit * Math.log(p * p + q * q)) / 2
      out[1] = Y0 - half + unit * Math.atan2(q, p)
      return out
    },
    pointAt: (X, Y) => {
      const size = Math.exp((X - X0) / unit)
      const angle = (Y - Y0 + half) / unit
      if (angle <= 0) return point(size, 0)
      return angle >= Math.PI ? point(-size, 0) : point(size * Math.cos(angle), size * Math.sin(angle))
    },
    placeOfEnd: (x) => {
      const p = x * scale + shift
      if (!Number.isFinite(p)) return [width - spotPx, Y0]
      const X = p === 0 ? spotPx : X0 + unit * Math.log(Math.abs(p))
      return Math.abs(p) < Math.exp((spotPx - X0) / unit) ? [spotPx, Y0] : [X, p > 0 ? Y0 - half : Y0 + half]
    },
    endAt: (X, Y) => {
      if (X > width - 2 * spotPx && Math.abs(Y - Y0) < half / 2) return Infinity
      if (X < 2 * spotPx && Math.abs(Y - Y0) < half / 2) return (0 - shift) / scale
      const size = Math.exp((X - X0) / unit)
      return ((Y < Y0 ? size : -size) - shift) / scale
    },
    shows: (_, Y) => Math.abs(Y - Y0) < half,
  }
}
