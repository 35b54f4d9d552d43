/** Numbers of several runs in few words. */

/** The middle value, or the mean of the two in the middle; NaN of nothing. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((p, q) => p - q)
  const half = sorted.length / 2
  return sorted.length % 2 === 1 ? sorted[Math.floor(half)]! : (sorted[half - 1]! + sorted[half]!) / 2
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** For sentences: "0.0312", "3.1e-15". */
export function short(value: number, digits = 3): string {
  const size = Math.abs(value)
  if (size !== 0 && (size < 1e-3 || size >= 1e5)) return value.toExponential(Math.min(1, digits - 1))
  return String(Number(value.toPrecision(digits)))
}

/** "0.031 (0.02 to 0.04)": median, least and most. */
export function spreadOf(values: readonly number[], digits = 2): string {
  const [least, most] = [Math.min(...values), Math.max(...values)]
  return `${short(median(values), digits)} (${short(least, digits)} to ${short(most, digits)})`
}
