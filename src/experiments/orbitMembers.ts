import { asStored, baseSizes, roundingBound } from '../math/asStored'
import { hyperbolicProduct } from '../math/hyperbolicProduct'
import { act } from '../math/psl2r'
import { random, randomElement } from '../math/random'
import { halfPlane } from '../math/space'

/** What is known of the members of an orbit that were made so far. */
export interface Bulk {
  readonly made: number
  /** Members in which a query has another order of its keys by nearness, so that some sequence could be decided otherwise. */
  readonly changed: number
  /** Pairs of keys compared by a query, for each member. */
  readonly decisions: number
  /** max |ΔC| / bound, over all entries of all members */
  readonly ratio: number
  readonly largestChange: number
  /** By the length of the element, in equal parts of the whole range. */
  readonly bins: readonly Bin[]
  /** Wall time of all of them, in ms: the one number that is another one every time. */
  readonly elapsedMs: number
}

export interface Bin {
  /** hyperbolic length, the middle of the part */
  readonly length: number
  readonly count: number
  readonly largestChange: number
  readonly bound: number
}

const binCount = 24

/**
 * Makes members gW of the orbit of a head with one inner index, as many as are asked for at each call, and compares
 * C of each with C of W, entry by entry. The elements move i by lengths that are uniform up to `length`.
 *
 * @param head Q (tokens, 2), K (tokens, 2)
 * @returns adds members and tells what is known of all so far
 */
export function memberCheck(
  head: Float64Array,
  { length, seed }: { readonly length: number; readonly seed: number },
): (count: number) => Bulk {
  const half = head.length / 2
  const tokens = half / 2
  const next = random(seed)
  const moved = new Float64Array(head.length)
  const [q, k] = [moved.subarray(0, half), moved.subarray(half)]
  const [baseQ, baseK] = [head.slice(0, half), head.slice(half)]
  const before = hyperbolicProduct(baseQ, baseK, tokens, 1, tokens, new Float64Array(tokens * tokens))
  const after = new Float64Array(before.length)
  const bound = new Float64Array(before.length)
  const sizes = baseSizes(halfPlane, baseQ, baseK, tokens, 1, tokens)
  const order = nearestFirst(before, tokens)
  const bins = Array.from({ length: binCount }, (_, n) => ({
    length: ((n + 0.5) * length) / binCount,
    count: 0,
    largestChange: 0,
    bound: 0,
  }))
  const total = { made: 0, changed: 0, ratio: 0, largestChange: 0, elapsedMs: 0 }
  return (count) => {
    const start = Date.now()
    for (let n = 0; n < count; n++) {
      const part = next()
      const g = randomElement(next, part * length)
      act(g, head, moved)
      hyperbolicProduct(q, k, tokens, 1, tokens, after)
      const reading = asStored(before, after, roundingBound(halfPlane, [g], sizes, bound))
      if (!isInOrder(after, order, tokens)) total.changed++
      const bin = bins[Math.floor(part * binCount)]!
      bin.count++
      bin.largestChange = Math.max(bin.largestChange, reading.largestChange)
      bin.bound = Math.max(bin.bound, reading.bound)
      total.ratio = Math.max(total.ratio, reading.ratio)
      total.largestChange = Math.max(total.largestChange, reading.largestChange)
    }
    total.made += count
    total.elapsedMs += Date.now() - start
    const decisions = (tokens * tokens * (tokens - 1)) / 2
    return { ...total, decisions, bins: bins.map((bin) => ({ ...bin })) }
  }
}

/** The keys of each query, the nearest first, as cells of C. */
function nearestFirst(costs: Float64Array, tokens: number): Int32Array {
  const cells = Array.from({ length: tokens }, (_, k) =>
    Array.from({ length: tokens }, (_, l) => k * tokens + l).sort((p, q) => costs[p]! - costs[q]!),
  )
  return Int32Array.from(cells.flat())
}

function isInOrder(costs: Float64Array, order: Int32Array, tokens: number): boolean {
  for (let n = 1; n < order.length; n++) {
    if (n % tokens !== 0 && costs[order[n]!]! < costs[order[n - 1]!]!) return false
  }
  return true
}
