import type { Chart } from './chart'
import type { Lens } from './lens'

/**
 * Poincaré's and Klein's disk, a quarter turn on from math/models, so that ∞ is at the top and 0 at the bottom and
 * directions at the middle are those of the half-plane: iw with w = (z - i)/(z + i). Both are (2x, |z|² - 1)/n, with
 * n = |z + i|² and n = |z|² + 1.
 */
export function diskChart(lens: Lens): Chart {
  return roundChart(
    'disk',
    lens,
    (p, q) => p * p + (q + 1) * (q + 1),
    (u, v) => {
      const n = u * u + (1 - v) * (1 - v)
      return n > 0 ? [(2 * u) / n, (1 - u * u - v * v) / n] : [Infinity, 0]
    },
  )
}

/** Klein's disk: geodesics are chords. */
export function kleinChart(lens: Lens): Chart {
  return roundChart(
    'klein',
    lens,
    (p, q) => p * p + q * q + 1,
    (u, v) => {
      const gap = 1 - u * u - v * v
      const height = (gap < 0 ? -1 : 1) * Math.sqrt(Math.abs(gap))
      return v < 1 ? [u / (1 - v), height / (1 - v)] : [Infinity, 0]
    },
  )
}

function roundChart(
  name: 'disk' | 'klein',
  lens: Lens,
  denominator: (p: number, q: number) => number,
  lift: (u: number, v: number) => readonly [p: number, q: number],
): Chart {
  const { scale, shift, X: X0, Y: Y0, radius } = lens
  return {
    name,
    scale,
    shift,
    place: (x, y, out) => {
      const p = x * scale + shift
      const q = y * scale
      const n = denominator(p, q)
      out[0] = X0 + (radius * 2 * p) / n
      out[1] = Y0 + (radius * (p * p + (q - 1) * (q + 1))) / n
      return out
    },
    pointAt: (X, Y) => {
      const [p, q] = lift((X - X0) / radius, (Y - Y0) / radius)
      return [(p - shift) / scale, q / scale]
    },
    ...rim(lens),
  }
}

function rim({ scale, shift, X: X0, Y: Y0, radius }: Lens): Pick<Chart, 'placeOfEnd' | 'endAt' | 'shows'> {
  return {
    placeOfEnd: (x) => {
      if (!Number.isFinite(x)) return [X0, Y0 + radius]
      const p = x * scale + shift
      const n = p * p + 1
      return [X0 + (radius * 2 * p) / n, Y0 + (radius * (p * p - 1)) / n]
    },
    endAt: (X, Y) => {
      const [u, v] = [X - X0, Y - Y0]
      const r = Math.sqrt(u * u + v * v)
      if (r === 0) return (0 - shift) / scale
      // u/(r - v) without cancellation near the top, where ∞ snaps.
      if (v > 0 && Math.abs(u) * radius < snapPx * r) return Infinity
      const p = v > 0 ? (r + v) / u : u / (r - v)
      return (p - shift) / scale
    },
    shows: (X, Y) => (X - X0) ** 2 + (Y - Y0) ** 2 < radius ** 2,
  }
}

/** So near to the top of the rim, in pixels, a boundary point is ∞. */
const snapPx = 4
