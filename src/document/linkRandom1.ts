import { random, type Random } from '../math/random'
import type { Entry, Factor, Size, SpaceName } from './document'
import { sameEntry, sameFactor } from './entry'

/**
 * The random matrices of links of version 1, `seed=7&size=4,4,4`: what a seed means never changes. Nothing but
 * arithmetic and square roots is in it, whose results are the same in every browser.
 */

/** Seeds are below this. The first entry of A says which it was, so that a document need not keep it. */
export const randomSeeds = 10_000
/** Odd and no multiple of 5: neighbouring seeds begin far from each other. With its inverse modulo 10 000. */
const [stride, back] = [7919, 7679]
const spread = 0.8
const lineSpread = 2

const thousandths = (x: number) => Math.round(1000 * x) / 1000 + 0

/** Mean 0, variance 1 and bounded: of the sum of four uniform numbers. */
const nearlyNormal = (next: Random) => Math.sqrt(3) * (next() + next() + next() + next() - 2)

/** In the half-plane from the hyperboloid, (√(1 + p² + q²), p, q) with p, q of deviation 0.8, so alike in all directions from i. */
function entry(space: SpaceName, next: Random): Entry {
  if (space === 'line') return thousandths(lineSpread * nearlyNormal(next))
  const p = spread * nearlyNormal(next)
  const q = spread * nearlyNormal(next)
  const y = 1 / (Math.sqrt(1 + p * p + q * q) - q)
  return [thousandths(p * y), thousandths(y)]
}

/** On the line from -5 to 5, in the half-plane [-1, 1) × [0.5, 2), a grid on which each seed has one place. */
function firstEntry(space: SpaceName, seed: number): Entry {
  const place = (seed * stride) % randomSeeds
  if (space === 'line') return (place - randomSeeds / 2) / 1000
  const [column, row] = [place % 100, Math.floor(place / 100)]
  return [(20 * column - 1000) / 1000, (15 * row + 500) / 1000]
}

/** Both factors, the entries to three decimals. @param seed whole, from 0 to 9999 */
export function randomFactors(
  space: SpaceName,
  { rows, inner, columns }: Size,
  seed: number,
): { a: Factor; b: Factor } {
  const next = random(seed)
  const factor = (height: number, width: number): Factor =>
    Array.from({ length: height }, () => Array.from({ length: width }, () => entry(space, next)))
  const [first, ...others] = factor(rows, inner)
  const a = [first!.with(0, firstEntry(space, seed)), ...others]
  return { a, b: factor(inner, columns) }
}

/** The seed that gives exactly these factors; undefined if none does. */
export function randomSeedOf(space: SpaceName, a: Factor, b: Factor): number | undefined {
  const first = a[0]![0]!
  const place =
    typeof first === 'number'
      ? 1000 * first + randomSeeds / 2
      : (1000 * first[0] + 1000) / 20 + (100 * (1000 * first[1] - 500)) / 15
  if (!(Math.abs(place) < 2 * randomSeeds)) return undefined
  const seed = (Math.round(place) * back) % randomSeeds
  if (!(seed >= 0 && sameEntry(first, firstEntry(space, seed)))) return undefined
  const size = { rows: a.length, inner: b.length, columns: b[0]!.length }
  const made = randomFactors(space, size, seed)
  return sameFactor(made.a, a) && sameFactor(made.b, b) ? seed : undefined
}
