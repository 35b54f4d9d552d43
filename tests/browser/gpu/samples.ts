import { random } from '../../../src/math/random'

/**
 * Pairs of points (x, y, u, v) of the half-plane in float32: heights log-uniform in 1e-4 … 1e4 pixels, distances
 * log-uniform in 1e-9 … 30, directions uniform. Every other first point has x = 0, where float32 can hold a tiny
 * horizontal difference.
 */
export function nearAndFarPairs(count: number, seed: number): Float32Array {
  const next = random(seed)
  const pairs = new Float32Array(4 * count)
  for (let i = 0; i < count; i++) {
    const x = i % 2 ? 200 * next() - 100 : 0
    const y = 10 ** (8 * next() - 4)
    const rho = 10 ** (-9 + (9 + Math.log10(30)) * next())
    const angle = 2 * Math.PI * next()
    const height = 1 / (Math.cosh(rho) - Math.sinh(rho) * Math.cos(angle))
    pairs.set([x, y, x + y * Math.sinh(rho) * Math.sin(angle) * height, y * height], 4 * i)
  }
  return pairs
}
