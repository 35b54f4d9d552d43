import { iwasawa } from '../math/iwasawa'
import { power } from '../math/oneParameter'
import { actPoint, inverse, type Psl2r } from '../math/psl2r'
import type { Document, Element, Entry } from './document'
import { elementAt, elementList, elementMatrix } from './element'

/**
 * What acts on a base entry z of inner index i is z ↦ gᵢᵗ(σz), with σ the mirror z ↦ -z̄ (x ↦ -x on the line) where
 * the index is reflected. The class of g, and its handles, are those of g itself.
 */
export type Acting = Pick<Document, 'element' | 'space' | 'reflected' | 'time'>

/** Whether the mirror comes before the element of this inner index. */
export function isReflected({ reflected }: Pick<Document, 'reflected'>, inner: number): boolean {
  return typeof reflected === 'boolean' ? reflected : (reflected[inner] ?? false)
}

/** Whether the mirror comes before any element. */
export const isReflectedAnywhere = ({ reflected }: Pick<Document, 'reflected'>): boolean =>
  typeof reflected === 'boolean' ? reflected : reflected.includes(true)

/**
 * gᵗ: as g is held at t = 1, else α·t or coordinates. A power of a long element, as a matrix, has a determinant
 * that is off by more than its entries are; its coordinates have none that could be.
 *
 * @throws RangeError if it leaves the range of float64
 */
export function powerOf(g: Element, time: number): Element {
  if (time === 1) return g
  return typeof g === 'number' ? g * time + 0 : iwasawa(power(elementMatrix(g), time))
}

/** gᵗ for one inner index, normalised; on the line the restriction of z ↦ z + αt. */
export function actingMatrix(document: Acting, inner: number): Psl2r {
  return elementMatrix(powerOf(elementAt(document, inner), document.time))
}

/** The elements that act, one for all inner indices or one for each. */
export function actingElements(document: Acting): readonly Element[] {
  const list = elementList(document) ?? [document.element as Element]
  return document.time === 1 ? list : list.map((g) => powerOf(g, document.time))
}

/** σz. */
export function mirrored(place: Entry): Entry {
  return typeof place === 'number' ? 0 - place : [0 - place[0], place[1]]
}

/** Where an entry of this inner index comes to: σ, then gᵗ. */
export function acted(document: Acting, inner: number, place: Entry): Entry {
  return actionAt(document, inner)(place)
}

/** As {@link acted}, for many entries of this inner index. */
export function actionAt(document: Acting, inner: number): (place: Entry) => Entry {
  const isMirror = isReflected(document, inner)
  const g = powerOf(elementAt(document, inner), document.time)
  const matrix = elementMatrix(g)
  return (place) => {
    const z = isMirror ? mirrored(place) : place
    return typeof z === 'number' ? z + (g as number) : actPoint(matrix, ...z)
  }
}

/** From where an entry of this inner index comes to a place: g⁻ᵗ, then σ. */
export function unacted(document: Acting, inner: number, place: Entry): Entry {
  const g = powerOf(elementAt(document, inner), document.time)
  const z = typeof place === 'number' ? place - (g as number) : actPoint(inverse(elementMatrix(g)), ...place)
  return isReflected(document, inner) ? mirrored(z) : z
}

/** The document that looks the same at t = 1: gᵗ has become g. The word then ends in another factor. */
export function settled(document: Document): Document {
  if (document.time === 1) return document
  const acting = actingElements(document)
  return { ...document, element: elementList(document) ? acting : acting[0]!, time: 1 }
}
