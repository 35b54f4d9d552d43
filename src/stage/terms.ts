import { halfPlane, line } from '../math/space'
import { entryName } from '../document/names'
import type { Frame } from './frame'

/** World positions of a_ki and b_il for the selected entry (k, l) of the product. */
export function termEnds(frame: Frame, which: 'base' | 'moved', i: number): [number, number, number, number] {
  const { inner, columns } = frame.derived.size
  const [k, l] = frame.document.selection
  const { a, b } = frame[which]
  const p = 2 * (k * inner + i)
  const q = 2 * (i * columns + l)
  return [a[p]!, a[p + 1]!, b[q]!, b[q + 1]!]
}

/** The points a_ki and b_il of the half-plane for the selected entry (k, l). */
export function termPoints(
  { derived, document }: Pick<Frame, 'derived' | 'document'>,
  which: 'base' | 'moved',
  i: number,
): [number, number, number, number] {
  const { inner, columns } = derived.size
  const [k, l] = document.selection
  const { a, b } = derived[which]
  const p = 2 * (k * inner + i)
  const q = 2 * (i * columns + l)
  return [a[p]!, a[p + 1]!, b[q]!, b[q + 1]!]
}

/** d(a_ki, b_il) of the base or of the moved entries. */
export function termLength(
  { derived, document }: Pick<Frame, 'derived' | 'document'>,
  which: 'base' | 'moved',
  i: number,
): number {
  const { inner, columns } = derived.size
  const [k, l] = document.selection
  const { a, b } = derived[which]
  const p = derived.stride * (k * inner + i)
  const q = derived.stride * (i * columns + l)
  return derived.stride === 1
    ? line.dist(a[p]!, b[q]!)
    : a[p + 1]! > 0 && b[q + 1]! > 0
      ? halfPlane.dist(a[p]!, a[p + 1]!, b[q]!, b[q + 1]!)
      : NaN
}

export function termName({ document }: Pick<Frame, 'document'>, i: number): string {
  const [k, l] = document.selection
  return `d(${entryName('a', k, i)}, ${entryName('b', i, l)})`
}
