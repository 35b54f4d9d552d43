import type { Inputs } from '../learning/data/embed'
import { classifier as prototypes, type Classifier } from '../learning/prototypes'
import { prototypeTask, type Task } from '../learning/task'
import { halfPlane, line } from '../math/space'
import { readerOf } from './classifierLoss'
import { classifierOf, pointsOf, shapeOf } from './classifierOf'
import {
  sizeOf,
  type Document,
  type Factor,
  type LabelledSource,
  type PrototypeClassifier,
  type SpaceName,
} from './document'
import { derive, pack } from './derive'
import { factorFromPacked } from './packedFactor'
import { labelledData } from './labelledData'
import { movedInputs } from './movedInputs'
import { plainTitle } from './title'

/** The part of a document that is the classifier. */
export type ClassifierTables = Pick<Document, 'a' | 'b' | 'space' | 'classifier'>

function expected(document: ClassifierTables): PrototypeClassifier {
  const classifier = classifierOf(document)
  if (classifier === undefined)
    throw new RangeError('the factors are not inputs and prototypes of a classifier')
  return classifier
}

/** The model as `learning` takes it. @throws RangeError without a classifier */
export function prototypesOf(document: ClassifierTables): Classifier {
  const { rule, beta, data } = expected(document)
  const { inner, columns } = sizeOf(document)
  const { classes } = shapeOf(data)
  return prototypes({
    geometry: document.space,
    inner,
    classes,
    perClass: columns / classes,
    beta: { kind: rule, beta },
  })
}

/** The training inputs as the document has them, which is where they are dragged to, and the held-out ones. */
export function inputsOf(document: ClassifierTables): { readonly train: Inputs; readonly heldOut: Inputs } {
  const { data } = expected(document)
  const { train, heldOut } = labelledData(data, document.space).inputs
  return { train: { ...train, points: pack(document.a) }, heldOut }
}

/** The classifier and what it is trained on. @throws RangeError without a classifier */
export function classifierTask(document: ClassifierTables): Task {
  return prototypeTask(prototypesOf(document), inputsOf(document))
}

/** B and, where it is learned, log β as training has them: a row for each prototype. @throws RangeError without a classifier */
export function classifierParameters(document: ClassifierTables): Float64Array {
  const { rule, beta } = expected(document)
  const points = document.b[0]!.flatMap((_, l) => document.b.map((row) => row[l]!)).flat()
  return Float64Array.from(rule === 'learned' ? [...points, Math.log(beta)] : points)
}

/** The document with what training made of its prototypes and of β. @throws RangeError without a classifier */
export function withTrainedClassifier(document: Document, parameters: Float64Array): Document {
  const classifier = expected(document)
  const { inner, columns } = sizeOf(document)
  const stride = document.space === 'line' ? 1 : 2
  const length = stride * inner * columns
  const rows = factorFromPacked(parameters.slice(0, length), inner, stride)
  const b = Array.from({ length: inner }, (_, i) => rows.map((row) => row[i]!))
  const isLearned = classifier.rule === 'learned'
  return {
    ...document,
    b,
    classifier: isLearned ? { ...classifier, beta: Math.exp(parameters[length]!) } : classifier,
  }
}

/** Costs of more inputs, (inputs, prototypes), of the base. @param points (inputs, inner) packed */
export function baseCosts(document: Pick<Document, 'space' | 'b'>, points: Float64Array): Float64Array {
  return costsIn(document.space, points, pack(document.b), document.b)
}

/** The same of what g has moved. @param points (inputs, inner) packed, before the move */
export function movedCosts(document: Document, points: Float64Array): Float64Array {
  const of = document.move === 'b' ? points : movedInputs(document, points)
  return costsIn(document.space, of, derive(document).moved.b, document.b)
}

function costsIn(space: SpaceName, points: Float64Array, packed: Float64Array, b: Factor): Float64Array {
  const [inner, columns] = [b.length, b[0]!.length]
  const count = points.length / (inner * (space === 'line' ? 1 : 2))
  const product = space === 'line' ? line.product : halfPlane.product
  return product(points, packed, count, inner, columns, new Float64Array(count * columns))
}

/** Costs of the held-out inputs, (held out, prototypes), of the base or of what g has moved. */
export function heldOutCosts(document: Document, which: 'base' | 'moved'): Float64Array {
  const { points } = inputsOf(document).heldOut
  return which === 'base' ? baseCosts(document, points) : movedCosts(document, points)
}

/** The part of the inputs that the classifier gets right. @param c (inputs, prototypes), of training or held-out inputs */
export function classifierAccuracy(
  document: ClassifierTables,
  c: Float64Array,
  which: 'train' | 'heldOut',
): number | undefined {
  return classifierOf(document) && readerOf(document).accuracy(c, inputsOf(document)[which].labels)
}

/** A classifier to be started. */
export interface ClassifierPlan {
  readonly space: SpaceName
  readonly data: LabelledSource
  /** prototypes of each class */
  readonly perClass: number
  readonly rule: PrototypeClassifier['rule']
  readonly beta: number
}

/**
 * A classifier before any training: its inputs, and prototypes that start at inputs of their class, the same for the
 * same seed.
 *
 * @throws RangeError with the reason, if the rows do not embed or a number is of no use
 */
export function startedClassifier(
  { space, data, perClass, rule, beta }: ClassifierPlan,
  seed: number,
): Pick<Document, 'space' | 'a' | 'b' | 'head' | 'classifier' | 'title'> {
  const { train } = labelledData(data, space).inputs
  const { classes, columns } = shapeOf(data)
  const inner = pointsOf(columns, space)
  const stride = space === 'line' ? 1 : 2
  const a = factorFromPacked(train.points, inner, stride)
  const model = prototypes({ geometry: space, inner, classes, perClass, beta: { kind: rule, beta } })
  const parameters = model.start(seed, train)
  const rows = factorFromPacked(parameters.slice(0, stride * model.layout.points), inner, stride)
  const b = Array.from({ length: inner }, (_, i) => rows.map((row) => row[i]!))
  const of = { space, a, b, head: null, classifier: { data, rule, beta } }
  return { ...of, title: plainTitle(of) }
}

/** Prototypes drawn anew for the same inputs. @throws RangeError without a classifier */
export function drawnPrototypes(document: ClassifierTables, seed: number): Float64Array {
  return prototypesOf(document).start(seed, inputsOf(document).train)
}
