/** Of the states that are put aside these many are kept, the latest ones; and of each of the last days its last one. */
export const mostRecent = 20
export const mostDays = 7

interface Aged {
  readonly id: string
  /** Milliseconds since 1970. */
  readonly at: number
}

/** The calendar day here, so that "yesterday" is what a person means by it. */
function dayOf(at: number): string {
  return new Date(at).toDateString()
}

function lastDays(now: number): Set<string> {
  const today = new Date(now)
  const day = (back: number) => new Date(today.getFullYear(), today.getMonth(), today.getDate() - back)
  return new Set(Array.from({ length: mostDays }, (_, back) => day(back).toDateString()))
}

/** Which states stay: the most recent ones, and the last one of each of the last days. */
export function keptStates(states: readonly Aged[], now: number): Set<string> {
  const latestFirst = states.toSorted((p, q) => q.at - p.at)
  const kept = new Set(latestFirst.slice(0, mostRecent).map(({ id }) => id))
  const days = lastDays(now)
  for (const { id, at } of latestFirst) if (days.delete(dayOf(at))) kept.add(id)
  return kept
}
