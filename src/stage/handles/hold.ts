import type { Element } from '../../document/document'
import { checkElement, elementMatrix } from '../../document/element'
import { withElement } from '../../document/moves'
import { classify } from '../../math/isometryClass'
import { iwasawa } from '../../math/iwasawa'
import type { Psl2r } from '../../math/psl2r'
import { gestureStart } from '../../store/history'
import { store } from '../../store/store'
import { holdElement } from '../../store/telling'

/**
 * Coordinates, as everything that is dragged is held; the matrix where rounding them would make another class of it,
 * which can only be in sight of the parabolic wall.
 */
export function asHeld(g: Psl2r): Element {
  const coordinates = iwasawa(g)
  return classify(elementMatrix(coordinates)).kind === classify(g).kind ? coordinates : g
}

/** Gives the element that is being edited this value; one that float64 cannot hold leaves it as it is. */
export function hold(made: () => Psl2r): void {
  const { document, column } = store.getState()
  const next = attempted(made)
  if (!next) return
  const held = asHeld(next)
  if (checkElement(held, document.space)) return
  holdElement({ element: withElement(gestureStart(), column, held) })
}

/** Where a drag leads to no element (two ends that coincide), the last one stays. */
function attempted(made: () => Psl2r): Psl2r | undefined {
  try {
    return made()
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}
