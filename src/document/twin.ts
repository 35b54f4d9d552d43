import type { OptimiserSettings } from '../learning/optimisers'
import type { Pair } from '../learning/twins'
import { inverse } from '../math/psl2r'
import { moveA } from '../math/factors'
import { halfPlane, line } from '../math/space'
import { actingElements, isReflected, isReflectedAnywhere } from './acting'
import { classifierTask } from './classifier'
import { classifierOf } from './classifierOf'
import { sizeOf, type Document, type Element } from './document'
import { elementList, elementMatrix, isIwasawa } from './element'
import { pack } from './derive'
import { movedInputs } from './movedInputs'
import { factorFromPacked } from './packedFactor'
import { freshParameters, parametersOf, taskOf, withTrained } from './trainable'

/** What takes the model to its twin: what acts on the page, or a standard element that shows one law. */
export type TwinMove = 'page' | 'translation' | 'dilation' | 'rotation'

/** z ↦ z + 1, z ↦ 2z, and a quarter turn about i: z ↦ (z - 1) / (z + 1). */
const standard: Readonly<Record<Exclude<TwinMove, 'page'>, Element>> = {
  translation: [1, 1, 0, 1],
  dilation: [2, 0, 0, 1],
  rotation: [1, -1, 1, 1],
}

/** The document with the element that makes its twin. The line has translations only. */
export function twinDocument(document: Document, move: TwinMove): Document {
  if (move === 'page') return document
  const element = document.space === 'line' ? 1 : standard[move]
  return { ...document, element, reflected: false, word: [], time: 1 }
}

/** k where what acts is z ↦ kz of the half-plane on all inner indices; undefined if it is anything else. */
export function dilationOf(document: Document): number | undefined {
  if (document.space === 'line' || elementList(document) || isReflectedAnywhere(document)) return undefined
  const [g] = actingElements(document)
  if (g === undefined || typeof g === 'number') return undefined
  if (isIwasawa(g)) return g.x === 0 && g.theta === 0 ? Math.exp(g.t) : undefined
  return g[1] === 0 && g[2] === 0 ? g[0] / g[3] : undefined
}

/** Whether what acts leaves every point where it is. */
export function isStill(document: Document): boolean {
  if (isReflectedAnywhere(document)) return false
  return actingElements(document).every((g) => {
    if (typeof g === 'number') return g === 0
    const [a, b, c, d] = elementMatrix(g)
    return b === 0 && c === 0 && a === d
  })
}

/** Whether every element that acts is a translation, after the mirror or not. */
function areTranslations(document: Document): boolean {
  return actingElements(document).every((g) => {
    if (typeof g === 'number') return true
    if (isIwasawa(g)) return g.t === 0 && g.theta === 0
    return g[2] === 0 && g[0] === g[3]
  })
}

/**
 * Whether the moved copy of a run is the run of the moved copy, in exact arithmetic: in the metric for every isometry,
 * and in coordinates for translations and mirrors, which change no gradient but for signs. Where β comes from norms the
 * copy is another function.
 */
export function commutes(
  document: Document,
  { coordinates }: Pick<OptimiserSettings, 'coordinates'>,
): boolean {
  if (document.head?.rule === 'byNorms') return false
  return document.space === 'line' || coordinates === 'intrinsic' || areTranslations(document)
}

/**
 * The model that a document holds and its twin, with both factors moved by what acts.
 *
 * @param seed of fresh parameters to start from; those of the document without one
 * @throws RangeError if it holds no model
 */
export function twinPair(document: Document, seed?: number): Pair {
  const dilation = dilationOf(document)
  const scaled = (k: number) => (points: Float64Array, out: Float64Array) => {
    for (let n = 0; n < points.length; n++) out[n] = k * points[n]!
  }
  const parameters = seed === undefined ? parametersOf(document) : freshParameters(document, seed)
  const moves =
    dilation === undefined
      ? {
          move: (points: Float64Array, out: Float64Array) => out.set(movedInputs(document, points)),
          back: movedBack(document),
        }
      : { move: scaled(dilation), back: scaled(1 / dilation) }
  const moved = () => {
    if (!classifierOf(document)) return taskOf(document)
    const { inner } = sizeOf(document)
    const inputs = pack(document.a)
    moves.move(inputs, inputs)
    return classifierTask({
      ...document,
      a: factorFromPacked(inputs, inner, document.space === 'line' ? 1 : 2),
    })
  }
  return { task: () => taskOf(document), movedTask: moved, parameters, ...moves, dilation }
}

/** g⁻¹ of every inner index, then its mirror, on rows of points. */
function movedBack(document: Document): Pair['back'] {
  const { inner } = sizeOf(document)
  const elements = actingElements(document)
  const stride = document.space === 'line' ? 1 : 2
  const isMirror = isReflectedAnywhere(document)
  const matrices = document.space === 'line' ? [] : elements.map((g) => inverse(elementMatrix(g)))
  const shifts = document.space === 'line' ? elements.map((g) => -(g as number)) : []
  return (points, out) => {
    if (document.space === 'line') moveA(line, shifts, points, inner, out)
    else moveA(halfPlane, matrices, points, inner, out)
    if (!isMirror) return
    for (let n = 0; n < out.length; n += stride) {
      if (isReflected(document, (n / stride) % inner)) out[n] = 0 - out[n]!
    }
  }
}

/** The product C of the model with these parameters, for its base inputs where it is a classifier. */
export function productWith(document: Document, parameters: Float64Array): Float64Array {
  const { a, b } = withTrained(document, parameters)
  const { rows, inner, columns } = sizeOf({ a, b })
  const product = document.space === 'line' ? line.product : halfPlane.product
  return product(pack(a), pack(b), rows, inner, columns, new Float64Array(rows * columns))
}

/** Whether a comparison that was begun with the one document is one of the other, too. */
export function isSameComparison(one: Document, other: Document, move: TwinMove, isFresh: boolean): boolean {
  const fields: (keyof Document)[] = ['space', 'head', 'classifier']
  if (!isFresh || one.classifier) fields.push('a', 'b')
  if (move === 'page') fields.push('element', 'reflected', 'time')
  return fields.every((field) => one[field] === other[field])
}
