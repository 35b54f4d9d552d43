import { moveA } from '../math/factors'
import { halfPlane, line } from '../math/space'
import { actingElements, isReflected, isReflectedAnywhere } from './acting'
import { sizeOf, type Document } from './document'
import { elementMatrix } from './element'

/**
 * More rows of A, such as inputs that are held out, moved as the rows of A are.
 *
 * @param points (count, inner) packed; left as it is
 */
export function movedInputs(
  document: Pick<Document, 'a' | 'b' | 'space' | 'element' | 'reflected' | 'time'>,
  points: Float64Array,
): Float64Array {
  const { inner } = sizeOf(document)
  const stride = document.space === 'line' ? 1 : 2
  const out = points.slice()
  if (isReflectedAnywhere(document)) {
    for (let n = 0; n < out.length; n += stride) {
      if (isReflected(document, (n / stride) % inner)) out[n] = 0 - out[n]!
    }
  }
  const elements = actingElements(document)
  return document.space === 'line'
    ? moveA(line, elements as readonly number[], out, inner, out)
    : moveA(halfPlane, elements.map(elementMatrix), out, inner, out)
}
