import { fromIwasawa, iwasawa } from '../math/iwasawa'
import { determinant, element, norm2, type Psl2r } from '../math/psl2r'
import type { Document, Element, Iwasawa, Matrix2, SpaceName } from './document'
import { checkReal, maxMagnitude } from './entry'
import { problem, type Problem } from './problem'

export function isIwasawa(element: Element): element is Iwasawa {
  return typeof element === 'object' && !Array.isArray(element)
}

/** The elements when every inner index has its own; undefined when one acts on all. */
export function elementList({
  element,
  space,
}: Pick<Document, 'element' | 'space'>): readonly Element[] | undefined {
  if (!Array.isArray(element)) return undefined
  const isMatrix = space === 'halfPlane' && typeof element[0] === 'number'
  return isMatrix ? undefined : (element as readonly Element[])
}

export function identityElement(space: SpaceName): Element {
  return space === 'line' ? 0 : [1, 0, 0, 1]
}

/** The element that acts on inner index `column`: its own one, or the one for all. */
export function elementAt(document: Pick<Document, 'element' | 'space'>, column: number): Element {
  const list = elementList(document)
  return list === undefined
    ? (document.element as Element)
    : (list[column] ?? identityElement(document.space))
}

/** Normalised matrix; a translation α of the line is the restriction of z ↦ z + α. */
export function elementMatrix(of: Element): Psl2r {
  if (typeof of === 'number') return [1, of, 0, 1]
  return isIwasawa(of) ? fromIwasawa(of.x, of.t, of.theta) : element(...of)
}

/** Coordinates as they are held, or those of the typed matrix. */
export function elementCoordinates(of: Element): Iwasawa {
  return isIwasawa(of) ? of : iwasawa(elementMatrix(of))
}

/** What keeps an element from being one of this space; undefined when nothing does. */
export function checkElement(of: Element, space: SpaceName): Problem | undefined {
  if (space === 'line') {
    return typeof of === 'number' ? checkReal(of) : problem('must be one number, the translation α')
  }
  if (typeof of === 'number') return problem('must be a 2×2 or coordinates x, t, theta, not one number')
  const reason = isIwasawa(of) ? checkCoordinates(of) : checkMatrix(of)
  return reason ?? checkSize(of)
}

function checkCoordinates({ x, t, theta }: Iwasawa): Problem | undefined {
  for (const [name, value] of [
    ['x', x],
    ['t', t],
    ['theta', theta],
  ] as const) {
    if (!Number.isFinite(value)) return problem(`${name} must be a finite number, got ${value}`)
  }
  return undefined
}

function checkMatrix([a, b, c, d]: Matrix2): Problem | undefined {
  if (![a, b, c, d].every(Number.isFinite)) return problem('all four numbers must be finite')
  const det = determinant([a, b, c, d])
  return det < 0 ? problem(`determinant ${det}: a reflection, not in PSL(2,R)`) : undefined
}

function checkSize(of: Element): Problem | undefined {
  try {
    const size = norm2(elementMatrix(of))
    if (size <= maxMagnitude) return undefined
    return problem('moves points too far for float64 numbers')
  } catch (error) {
    if (error instanceof RangeError) return problem(error.message.replace(/^\w+: /, ''))
    throw error
  }
}
