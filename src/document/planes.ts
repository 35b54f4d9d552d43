import { attentionHead } from '../learning/attentionHead'
import { classifierLoss, headLoss, plainLoss, type LossOfFactors } from '../learning/lossOfFactors'
import type { LossPlane } from '../learning/lossPlane'
import { randomPlane } from '../learning/randomPlane'
import { slidePlane } from '../learning/slidePlane'
import { halfPlaneTangents, lineTangents, type Tangents } from '../learning/tangents'
import type { Psl2r } from '../math/psl2r'
import { halfPlane, line, type Space } from '../math/space'
import { actingElements, powerOf } from './acting'
import { inputsOf, prototypesOf } from './classifier'
import { classifierOf } from './classifierOf'
import { derive, type Derived } from './derive'
import type { Document, Element } from './document'
import { elementList, elementMatrix } from './element'
import { headSettings } from './head'
import { headData } from './headLoss'
import { headTask, learnsBeta } from './headOf'
import type { Projection } from './view'

/** What is drawn of a plane: which one, and through which model. */
export interface PlaneQuestion {
  readonly projection: Exclude<Projection, { kind: 'entry' }>
  readonly through: 'base' | 'moved'
}

/** Where both sliders go from and to, and how far a random plane goes each way. */
export const sliderRange = [-1, 2] as const
export const planeReach = 1

/** Samples each way. */
export const planeSamples = 41

/** The window of a picture: its lower left corner, and its width and height. */
export function planeWindow({ kind }: PlaneQuestion['projection']): readonly [from: number, extent: number] {
  return kind === 'sliders'
    ? [sliderRange[0], sliderRange[1] - sliderRange[0]]
    : [-planeReach, 2 * planeReach]
}

/**
 * A plane through the model of a document. Sliders: (s, t) ↦ L(gˢA, gᵗB), with g the element of the document whatever
 * moves and however far it flows, so that (1, 1) is both moved and (1, 0) is A alone. Random: see `randomPlane`, through
 * the base or through what acts on it.
 *
 * @throws RangeError if a power of g leaves the range of float64, or points are too far out for their mean
 */
export function planeOf(document: Document, question: PlaneQuestion): LossPlane {
  return document.space === 'line'
    ? planeIn(line, lineTangents, document, question, (one) => one as number)
    : planeIn(halfPlane, halfPlaneTangents, document, question, elementMatrix)
}

function planeIn<G extends Psl2r | number>(
  space: Space<G>,
  tangents: Tangents<G>,
  document: Document,
  { projection, through }: PlaneQuestion,
  toElement: (one: Element) => G,
): LossPlane {
  const derived = derive(document)
  const { source, size } = derived
  const loss = lossOf(space, document, derived)
  if (projection.kind === 'sliders') {
    const list = elementList(document) ?? [document.element as Element]
    const at = (t: number) => list.map((one) => toElement(powerOf(one, t)))
    return slidePlane(space, at, source.a, source.b, size.inner, loss)
  }
  const acting = actingElements(document).map(toElement)
  const still = [space.identity]
  const isMoved = (factor: 'a' | 'b') => through === 'moved' && document.move !== (factor === 'a' ? 'b' : 'a')
  return randomPlane(tangents, projection.frame, {
    ...source,
    ...size,
    movesA: isMoved('a') ? acting : still,
    movesB: isMoved('b') ? acting : still,
    varied: classifierOf(document) ? 'b' : 'both',
    seed: projection.seed,
    loss,
  })
}

/** The loss of the document as a function of its factors. */
function lossOf<G>(space: Space<G>, document: Document, derived: Derived): LossOfFactors {
  const { head, classifier } = document
  const task = headTask(document)
  if (task) {
    const reals = learnsBeta(head!) ? [Math.log(head!.beta)] : []
    return headLoss(attentionHead(headSettings(document)!), headData(task).train, reals)
  }
  if (classifierOf(document)) {
    const reals = classifier!.rule === 'learned' ? [Math.log(classifier!.beta)] : []
    return classifierLoss(prototypesOf(document), inputsOf(document).train, reals)
  }
  const { rows, inner, columns } = derived.size
  return plainLoss(space, rows, inner, columns, derived.target)
}

/** The whole picture, row after row from below, (planeSamples, planeSamples), each sample in the middle of its cell. */
export function planeValues(document: Document, question: PlaneQuestion): Float64Array {
  const plane = planeOf(document, question)
  const [from, extent] = planeWindow(question.projection)
  const step = extent / planeSamples
  const first = from + step / 2
  const grid = { width: planeSamples, height: planeSamples, x0: first, y0: first, dx: step, dy: step }
  const values = new Float64Array(planeSamples ** 2)
  for (let row = 0; row < planeSamples; row++) {
    plane.fillRow(grid, row, values.subarray(row * planeSamples, (row + 1) * planeSamples))
  }
  return values
}
