import { iwasawa, step } from '../math/iwasawa'
import type { Psl2r } from '../math/psl2r'
import { unacted } from './acting'
import type { Document, Element, Entry, FactorName, Point } from './document'
import { elementList, elementMatrix, isIwasawa } from './element'

/** The document's `element` with the one that acts on this inner index replaced. */
export function withElement(document: Document, column: number, next: Element): Document['element'] {
  const list = elementList(document)
  return list ? list.map((one, i) => (i === column ? next : one)) : next
}

/** hg as the document holds it: coordinates, whose determinant is 1 by construction, so long drags cannot drift. */
export function followedBy(g: Element, h: Psl2r | number): Element {
  if (typeof g === 'number') return g + (h as number)
  const held = isIwasawa(g) ? g : iwasawa(elementMatrix(g))
  return step(held, h as Psl2r)
}

/** Whether g acts on this factor. */
export const isMoved = ({ move }: Pick<Document, 'move'>, factor: FactorName): boolean =>
  move === 'both' || move === factor

/** The inner index that an entry belongs to. */
export const innerIndex = (factor: FactorName, row: number, column: number): number =>
  factor === 'a' ? column : row

/** The base entry that is carried to this place, where g acts on the factor at all. */
export function baseUnder(document: Document, factor: FactorName, inner: number, place: Entry): Entry {
  return isMoved(document, factor) ? unacted(document, inner, place) : place
}

/** The nearest point of a decimal grid of spacing at most `finest`, so that what is dragged has short numbers. */
export function onGrid(value: number, finest: number): number {
  if (!(finest > 0) || !Number.isFinite(value)) return value
  const digits = Math.ceil(-Math.log10(finest))
  if (digits > 15) return value
  if (digits < 0) return Math.round(value / 10 ** -digits) * 10 ** -digits + 0
  return Number(value.toFixed(digits)) + 0
}

export function pointOnGrid([x, y]: Point, finest: number): Point {
  const height = onGrid(y, finest)
  return [onGrid(x, finest), height > 0 ? height : y]
}
