import { baseCosts, heldOutCosts, inputsOf, type ClassifierTables } from './classifier'
import { readerOf } from './classifierLoss'
import { classifierOf, shapeOf } from './classifierOf'
import { derive, remembered } from './derive'
import { sizeOf, type Document, type Factor, type PrototypeClassifier, type SpaceName } from './document'

/** What a classifier says of labelled inputs. */
export interface InputsReading {
  readonly labels: Int32Array
  /** The most probable class of each. */
  readonly decisions: Int32Array
  /** Mean -log P(label), in nats. */
  readonly loss: number
  /** Part of the inputs whose decision is their label. */
  readonly accuracy: number
}

/** Of the training inputs, which are on the stage. */
export interface TrainingReading extends InputsReading {
  /** Certified radius of each. */
  readonly radii: Float64Array
}

export interface BeforeAndAfter<T> {
  readonly before: T
  readonly after: T
}

/** Undefined without a classifier. */
export const trainingReading: (document: Document) => BeforeAndAfter<TrainingReading> | undefined =
  remembered((document: Document) => {
    if (!classifierOf(document)) return undefined
    const { before, after } = derive(document)
    const { labels } = inputsOf(document).train
    const of = (costs: Float64Array): TrainingReading => ({
      ...read(document, costs, labels),
      radii: readerOf(document).radii(costs, new Float64Array(labels.length)),
    })
    return { before: of(before), after: of(after) }
  })

/** The reading of the base does not change while g does. */
const heldOutOfBase = remembered(
  (classifier: PrototypeClassifier, space: SpaceName, a: Factor, b: Factor): InputsReading => {
    const document = { classifier, space, a, b }
    return read(document, baseCosts(document, heldOutOf(document).points), heldOutOf(document).labels)
  },
)

/** Undefined without a classifier. */
export const heldOutReading: (document: Document) => BeforeAndAfter<InputsReading> | undefined = remembered(
  (document: Document) => {
    const classifier = classifierOf(document)
    if (!classifier) return undefined
    const { space, a, b } = document
    return {
      before: heldOutOfBase(classifier, space, a, b),
      after: read(document, heldOutCosts(document, 'moved'), heldOutOf(document).labels),
    }
  },
)

const heldOutOf = (document: ClassifierTables) => inputsOf(document).heldOut

function read(document: ClassifierTables, costs: Float64Array, labels: Int32Array): InputsReading {
  const reader = readerOf(document)
  const decisions = reader.decisions(costs, new Int32Array(labels.length))
  const right = decisions.reduce((sum, decision, n) => sum + Number(decision === labels[n]), 0)
  return { labels, decisions, loss: reader.loss(costs, labels), accuracy: right / labels.length }
}

/** P(class) of one training input, before or after the move. @throws RangeError without a classifier */
export function probabilitiesOf(document: Document, input: number, which: 'before' | 'after'): Float64Array {
  const { columns } = sizeOf(document)
  const costs = derive(document)[which].subarray(input * columns, (input + 1) * columns)
  const { classes } = shapeOf(document.classifier!.data)
  return readerOf(document).probabilities(costs, new Float64Array(classes))
}

/** How many inputs of each class are taken for each, (classes, classes) with a row for each class. */
export function confusion({ labels, decisions }: InputsReading, classes: number): Int32Array {
  const counts = new Int32Array(classes * classes)
  labels.forEach((label, n) => counts[label * classes + decisions[n]!]!++)
  return counts
}

/** The least and the median certified radius. */
export function radiiOf({ radii }: TrainingReading): { least: number; median: number } {
  const sorted = radii.slice().sort()
  const middle = sorted.length / 2
  const median = (sorted[Math.ceil(middle) - 1]! + sorted[Math.floor(middle)]!) / 2
  return { least: sorted[0]!, median }
}
