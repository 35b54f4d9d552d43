/** One measured line of `npm run bench`. */
export interface BenchRow {
  readonly name: string
  readonly value: number
  /** The goal in words, with its unit: "≥ 7×". */
  readonly goal: string
  readonly holds: boolean
  readonly detail?: string
}

/**
 * Least time of each variant in ms, the variants timed in turn: the minimum is what other work on the machine
 * disturbs least, and taking turns lets a slow moment hit all of them.
 */
export function interleavedMinima<Name extends string>(
  variants: Record<Name, () => void>,
  runs = 20,
): Record<Name, number> {
  const names = Object.keys(variants) as Name[]
  const minima = Object.fromEntries(names.map((name) => [name, Infinity])) as Record<Name, number>
  // Untimed rounds first, so that each variant is compiled before it counts.
  for (let run = -3; run < runs; run++) {
    for (const name of names) {
      const start = performance.now()
      variants[name]()
      const time = performance.now() - start
      if (run >= 0 && time < minima[name]) minima[name] = time
    }
  }
  return minima
}
