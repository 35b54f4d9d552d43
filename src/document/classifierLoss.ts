import { costReader, type CostReader } from '../learning/prototypeLoss'
import { classifierOf, shapeOf } from './classifierOf'
import { sizeOf, type Document, type PrototypeClassifier } from './document'
import { labelledData } from './labelledData'

type Tables = Pick<Document, 'a' | 'b' | 'space' | 'classifier'>

let last: { of: PrototypeClassifier; columns: number; is: CostReader } | undefined

/** What C, (inputs, prototypes), says of the inputs. @throws RangeError without a classifier */
export function readerOf(document: Tables): CostReader {
  const of = classifierOf(document)
  if (of === undefined) throw new RangeError('the factors are not inputs and prototypes of a classifier')
  const { columns } = sizeOf(document)
  if (last?.of !== of || last.columns !== columns) {
    last = { of, columns, is: costReader(columns, shapeOf(of.data).classes, of.beta) }
  }
  return last.is
}

/**
 * The training loss of the product c at the β of the classifier: mean -log P(label) in nats over the training inputs.
 * Undefined without a classifier.
 *
 * @param c (inputs, prototypes)
 */
export function classifierLoss(document: Tables, c: Float64Array): number | undefined {
  const classifier = classifierOf(document)
  if (classifier === undefined) return undefined
  return readerOf(document).loss(c, labelledData(classifier.data, document.space).inputs.train.labels)
}
