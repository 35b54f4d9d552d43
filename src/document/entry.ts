import type { Entry, Factor, Point, SpaceName } from './document'
import { problem, type Problem } from './problem'

/**
 * Largest |x|, α, Im z and 1/Im z that a document holds: squares of them stay finite in float64.
 */
export const maxMagnitude = 1e150
const minImaginary = 1e-150

export function checkReal(x: number): Problem | undefined {
  if (!Number.isFinite(x)) return problem(`must be a finite number, got ${x}`)
  if (Math.abs(x) > maxMagnitude) return problem(`must not exceed ${maxMagnitude} in size, got ${x}`)
  return undefined
}

export function checkPoint([x, y]: Point): Problem | undefined {
  if (!Number.isFinite(y)) return problem(`Im must be a finite number, got ${y}`)
  if (!(y > 0)) return problem(`Im must be > 0, got ${y}`)
  if (y < minImaginary || y > maxMagnitude) return problem(`Im must be in [1e-150, 1e150], got ${y}`)
  const real = checkReal(x)
  return real && problem(`Re ${real.problem}`)
}

/** What is wrong with an entry of a factor in this space; undefined when nothing is. */
export function checkEntry(entry: Entry, space: SpaceName): Problem | undefined {
  if (space === 'line') return typeof entry === 'number' ? checkReal(entry) : problem('must be a number')
  return typeof entry === 'number' ? problem('must be a point, Re and Im') : checkPoint(entry)
}

export function sameEntry(a: Entry, b: Entry): boolean {
  if (typeof a === 'number' || typeof b === 'number') return a === b
  return a[0] === b[0] && a[1] === b[1]
}

export function sameFactor(a: Factor, b: Factor): boolean {
  return (
    a.length === b.length &&
    a.every((row, k) => row.length === b[k]!.length && row.every((entry, i) => sameEntry(entry, b[k]![i]!)))
  )
}
