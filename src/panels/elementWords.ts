import { isReflected } from '../document/acting'
import type { Element } from '../document/document'
import { elementAt, elementMatrix } from '../document/element'
import { classify } from '../math/isometryClass'
import { classifyReflected } from '../math/reflectionClass'
import type { AppState } from '../store/store'
import { figure } from './figures'

type Held = Pick<AppState, 'document' | 'column'>

/** The element that is being edited, as it was given. */
export const heldElement = ({ document, column }: Held) => elementAt(document, column)

const boundaryPoint = (x: number) => (Number.isFinite(x) ? figure(x) : '∞')

/** "hyperbolic, translation length 1.92" */
export function classWords(state: Held): string {
  const held = heldElement(state)
  return isReflected(state.document, state.column) ? reflectedWords(held) : wordsOf(held)
}

export function wordsOf(held: Element): string {
  if (typeof held === 'number') return held === 0 ? 'identity' : `translation by ${figure(held)}`
  const found = classify(elementMatrix(held))
  switch (found.kind) {
    case 'identity':
      return 'identity'
    case 'elliptic':
      return `elliptic, rotation angle ${figure((found.rotationAngle * 180) / Math.PI)}°`
    case 'parabolic':
      return `parabolic, fixes ${boundaryPoint(found.fixedPoint)} only`
    case 'hyperbolic':
      return `hyperbolic, translation length ${figure(found.translationLength)}`
  }
}

/** "glide reflection, translation length 1.92" */
function reflectedWords(held: Element): string {
  if (typeof held === 'number') return `reflection about ${figure(held / 2)}`
  const found = classifyReflected(elementMatrix(held))
  if (found.kind === 'glide') return `glide reflection, translation length ${figure(found.translationLength)}`
  const [from, to] = found.ends
  return `reflection in the geodesic from ${boundaryPoint(from)} to ${boundaryPoint(to)}`
}

/** Where the class puts the element among the two walls of the trace line. */
export function traceWords(state: AppState): string {
  const held = heldElement(state)
  if (typeof held === 'number') return ''
  if (isReflected(state.document, state.column)) return 'none: determinant −1'
  const [a, , , d] = elementMatrix(held)
  const { kind } = classify(elementMatrix(held))
  const where = {
    identity: 'on a wall',
    elliptic: 'between the walls',
    parabolic: 'on a wall',
    hyperbolic: 'beyond them',
  }
  return `±${figure(a + d)}, ${where[kind]}`
}
