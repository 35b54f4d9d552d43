import { fits, type SameModel } from '../math/matching'
import { sameModel } from '../math/sameModel'
import { sameModelLine } from '../math/sameModelLine'
import { halfPlane, line } from '../math/space'
import { checkSameShape, type Model } from './alignTo'
import { pack } from './derive'
import { sizeOf } from './document'
import { problem, type Problem } from './problem'

/** Whether isometries and a permutation of the inner indices carry one model to another; plain data. */
export interface SameAs {
  readonly verdict: 'same' | 'different' | 'unclear'
  /** Where each inner index goes. */
  readonly to: readonly number[]
  /** Whether the isometry of each inner index reverses the orientation. */
  readonly reflected: readonly boolean[]
  /** One isometry carries all inner indices, each to its own. */
  readonly isShared: boolean
  /** The inner index that fits worst, by what is left and what rounding explains. */
  readonly worst: { readonly from: number; readonly misfit: number; readonly bound: number }
  /** How many inner indices do not fit. */
  readonly unfit: number
  /** The largest difference of the two products. */
  readonly product: number
}

/** Relative errors of numbers that were float64 always, or float32 once. */
export const grains = { float64: 2 ** -52, float32: 2 ** -23 } as const
export type Precision = keyof typeof grains

/**
 * The verdict of sameModel, or of sameModelLine.
 *
 * @param onCompare called before each comparison of two inner indices, at most inner² of them
 * @returns a problem if space or sizes differ, or points are too far apart for float64
 */
export function sameAs(
  first: Model,
  second: Model,
  precision: Precision,
  onCompare: () => void = () => {},
): SameAs | Problem {
  const differ = checkSameShape(first, second)
  if (differ) return differ
  const { rows, inner, columns } = sizeOf(first)
  const [one, other] = [first, second].map(({ a, b }) => ({ a: pack(a), b: pack(b) })) as [Pair, Pair]
  const isLine = first.space === 'line'
  const compare = isLine ? sameModelLine : sameModel
  let found: ReturnType<typeof compare>
  try {
    found = compare(one, other, rows, inner, columns, grains[precision], onCompare)
  } catch (error) {
    if (error instanceof RangeError) return problem(error.message.replace(/^\w+: /, ''))
    throw error
  }
  if (!found.matches.every(({ misfit, bound }) => Number.isFinite(misfit) && Number.isFinite(bound))) {
    return problem('the points are too far apart for float64')
  }
  const productOf = ({ a, b }: Pair) =>
    (isLine ? line : halfPlane).product(a, b, rows, inner, columns, new Float64Array(rows * columns))
  const [before, after] = [productOf(one), productOf(other)]
  return {
    ...described(found),
    product: before.reduce((most, entry, n) => Math.max(most, Math.abs(entry - after[n]!)), 0),
  }
}

interface Pair {
  readonly a: Float64Array
  readonly b: Float64Array
}

function described(found: SameModel<{ readonly reflected: boolean }>): Omit<SameAs, 'product'> {
  const { verdict, matches, shared } = found
  // Compared crosswise, for a bound may be 0.
  const { from, misfit, bound } = matches.reduce((worst, match) =>
    match.misfit * worst.bound > worst.misfit * match.bound ? match : worst,
  )
  return {
    verdict,
    to: matches.map(({ to }) => to),
    reflected: matches.map(({ alignment }) => alignment.reflected),
    isShared: shared !== undefined,
    worst: { from, misfit, bound },
    unfit: matches.filter((match) => !fits(match)).length,
  }
}
