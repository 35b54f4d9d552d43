import { portableCos, portableExp, portableExpAtI, portableLog, portableSin } from './portable'
import { element } from './psl2r'
import type { Psl2r } from './psl2r'

/** A seeded source of numbers in [0, 1). */
export type Random = () => number

/**
 * Uniform numbers in [0, 1) with 53 random bits, the same for the same seed on every machine: xoshiro128**
 * (Blackman and Vigna), its state filled from a Weyl sequence through MurmurHash3's 32-bit finaliser.
 *
 * @param seed an integer; its lowest 32 bits count
 */
export function random(seed: number): Random {
  let mixed = seed | 0
  const mix = () => {
    mixed = (mixed + 0x9e3779b9) | 0
    let z = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35)
    return z ^ (z >>> 16)
  }
  let s0 = mix()
  let s1 = mix()
  let s2 = mix()
  let s3 = mix()
  const next32 = () => {
    const result = Math.imul(rotate(Math.imul(s1, 5), 7), 9) >>> 0
    const t = s1 << 9
    s2 ^= s0
    s3 ^= s1
    s1 ^= s2
    s0 ^= s3
    s2 ^= t
    s3 = rotate(s3, 11)
    return result
  }
  return () => ((next32() >>> 5) * 2 ** 26 + (next32() >>> 6)) / 2 ** 53
}

/** A standard normal number (Box and Muller), the same for the same seed on every machine. */
export function normal(next: Random): number {
  const radius = Math.sqrt(-2 * portableLog(1 - next()))
  return radius * portableCos(2 * Math.PI * next())
}

/**
 * A random point of the half-plane: the exponential map at i of a normal tangent vector, so that its
 * distribution is the same in every direction from i.
 *
 * @param spread standard deviation of each component, in hyperbolic length
 * @throws RangeError if the point is more than 700 away
 */
export function randomPoint(next: Random, spread = 1): [x: number, y: number] {
  const p = spread * normal(next)
  const q = spread * normal(next)
  const [x, y] = portableExpAtI(p, q, new Float64Array(2))
  return [x!, y!]
}

/**
 * A random element K(φ) A(length) K(ψ): it moves i by exactly `length`, in a uniform direction and with a
 * uniform turn.
 *
 * @param length hyperbolic length ≥ 0; |normal| when left out
 */
export function randomElement(next: Random, length = Math.abs(normal(next))): Psl2r {
  const phi = Math.PI * next()
  const psi = Math.PI * next()
  const s = portableExp(length / 2)
  const [p, q, r, t] = [
    portableCos(phi) * s,
    -portableSin(phi) / s,
    portableSin(phi) * s,
    portableCos(phi) / s,
  ]
  const cosine = portableCos(psi)
  const sine = portableSin(psi)
  return element(p * cosine + q * sine, q * cosine - p * sine, r * cosine + t * sine, t * cosine - r * sine)
}

function rotate(x: number, by: number): number {
  return (x << by) | (x >>> (32 - by))
}
