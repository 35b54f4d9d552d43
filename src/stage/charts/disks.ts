import type { Chart } from './chart'
import type { Lens } from './lens'

/**
 * Poincaré's and Klein's disk, a quarter turn on from math/models, so that ∞ is at the top and 0 at the bottom and
 * directions at the middle are those of the half-plane: iw with w = (z - i)/(z + i).
 */
export function diskChart(lens: Lens): Chart {
  const { scale, shift, X: X0, Y: Y0, radius } = lens
  return {
    name: 'disk',
    scale,
    shift,
    place: (x, y, out) => {
      const p = x * scale + shift
      const q = y * scale
      const n = p * p + (q + 1) * (q + 1)
      out[0] = X0 + (radius * 2 * p) / n
      out[1] = Y0 + (radius * (p * p + (q - 1) * (q + 1))) / n
      return out
    },
    pointAt: (X, Y) => {
      const [u, v] = [(X - X0) / radius, (Y - Y0) / radius]
      const n = u * u + (1 - v) * (1 - v)
      return n > 0 ? [((2 * u) / n - shift) / scale, (1 - u * u - v * v) / n / scale] : [Infinity, 0]
    },
    ...rim(lens),
  }
}

/** Klein's disk: geodesics are chords. */
export function kleinChart(lens: Lens): Chart {
  const { scale, shift, X: X0, Y: Y0, radius } = lens
  return {
    name: 'klein',
    scale,
    shift,
    place: (x, y, out) => {
      const p = x * scale + shift
      const q = y * scale
      const n = p * p + q * q + 1
      out[0] = X0 + (radius * 2 * p) / n
      out[1] = Y0 + (radius * (p * p + (q - 1) * (q + 1))) / n
      return out
    },
    pointAt: (X, Y) => {
      const [u, v] = [(X - X0) / radius, (Y - Y0) / radius]
      const gap = 1 - u * u - v * v
      const height = (gap < 0 ? -1 : 1) * Math.sqrt(Math.abs(gap))
      return v < 1 ? [(u / (1 - v) - shift) / scale, height / (1 - v) / scale] : [Infinity, 0]
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
