/** How well the entries of an inner index, or of all, go onto others by their best isometry. */
export interface Fit<A> {
  readonly alignment: A
  /** Root of the sum of squares of what is left between them, where it is small. */
  readonly misfit: number
  /** What rounding can make of `misfit`. */
  readonly bound: number
  /** The bound is small enough for a fit to say something. */
  readonly isTelling: boolean
}

/** The isometry that carries inner index `from` of the first model to inner index `to` of the second. */
export interface Match<A> extends Fit<A> {
  readonly from: number
  readonly to: number
}

export interface SameModel<A> {
  /** `unclear`: they fit, but within a bound so large that this says little. */
  readonly verdict: 'same' | 'different' | 'unclear'
  /** One an inner index of the first model, in order; every `to` occurs once. */
  readonly matches: readonly Match<A>[]
  /** One isometry for all inner indices, in their order, if there is one. */
  readonly shared: A | undefined
}

export const fits = ({ misfit, bound }: Pick<Fit<unknown>, 'misfit' | 'bound'>): boolean => misfit <= bound

/**
 * The verdict on two models with `inner` inner indices, by the fits of their inner indices: `fitOf(i, n)` of index i
 * of the first with index n of the second, `fitAll` of all with all, in order. At most inner² + inner fits are asked
 * for; inner + 1 if every index fits its own one.
 */
export function matching<A>(
  inner: number,
  fitOf: (from: number, to: number) => Fit<A>,
  fitAll: () => Fit<A>,
): SameModel<A> {
  const matches = matched(inner, (from, to) => ({ from, to, ...fitOf(from, to) }))
  const all = matches.every((match) => match.from === match.to) ? fitAll() : undefined
  return { verdict: verdictOf(matches), matches, shared: all && fits(all) ? all.alignment : undefined }
}

/**
 * Each index with its own one if that fits, else with the first free one that does; what is left over by least
 * misfit. Fitting is an equivalence, so that the first fit is as good as any.
 */
function matched<A>(inner: number, compare: (from: number, to: number) => Match<A>): Match<A>[] {
  const indices = Array.from({ length: inner }, (_, i) => i)
  const free = new Set(indices)
  const found: Match<A>[] = []
  const take = (match: Match<A>) => {
    found[match.from] = match
    free.delete(match.to)
  }
  const own = indices.map((i) => compare(i, i))
  own.filter(fits).forEach(take)
  const rest = indices.filter((i) => !found[i])
  const misfits = new Map<number, Match<A>[]>(rest.map((i) => [i, []]))
  for (const i of rest) {
    for (const n of free) {
      const match = i === n ? own[i]! : compare(i, n)
      if (fits(match)) {
        take(match)
        break
      }
      misfits.get(i)!.push(match)
    }
  }
  for (const i of rest.filter((index) => !found[index])) {
    const left = misfits.get(i)!.filter((match) => free.has(match.to))
    take(left.reduce((least, match) => (match.misfit < least.misfit ? match : least)))
  }
  return found
}

function verdictOf(matches: readonly Match<unknown>[]): SameModel<unknown>['verdict'] {
  if (!matches.every(fits)) return 'different'
  return matches.every(({ isTelling }) => isTelling) ? 'same' : 'unclear'
}
