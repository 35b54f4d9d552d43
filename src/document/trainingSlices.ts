import type { SlicedLoss } from '../learning/slicedLoss'
import { slicedClassifier } from '../learning/slicedClassifier'
import { slicedHead } from '../learning/slicedHead'
import { trainingLineSlice, trainingSlice, type TrainingSlice } from '../learning/trainingSlice'
import { classifierOf, shapeOf } from './classifierOf'
import type { Packed } from './derive'
import { sizeOf, type Document } from './document'
import { betaRule, headData } from './headLoss'
import { headTask, learnsBeta } from './headOf'
import { labelledData } from './labelledData'

/** Slices of the training loss of the model that a document holds. */

type Model = Pick<Document, 'a' | 'b' | 'space' | 'head' | 'classifier'>

interface Kept<T> {
  readonly of: readonly unknown[]
  readonly is: T
}

/** Keeps the last value of each place as long as what it is made of stays the same. */
function kept<T>(last: Kept<T> | undefined, of: readonly unknown[], make: () => T): Kept<T> {
  const isSame = last?.of.length === of.length && of.every((one, n) => Object.is(one, last.of[n]))
  return isSame ? last : { of, is: make() }
}

let loss: Kept<SlicedLoss | undefined> | undefined

/** The loss in the parts that slices need; what training changes does not enter. Undefined without a model. */
function slicedLoss(document: Model): SlicedLoss | undefined {
  const { head, classifier, space } = document
  const { rows, inner, columns } = sizeOf(document)
  const task = headTask(document)
  const labelled = task ? undefined : classifierOf(document)
  const rule = (head ?? classifier)?.rule
  const beta = realsOf(document).length > 0 ? undefined : (head ?? classifier)?.beta
  loss = kept(loss, [space, rows, inner, columns, task, labelled?.data, rule, beta], () => {
    if (task) {
      const settings = { geometry: space, tokens: rows, inner, beta: betaRule(head!) }
      return slicedHead(settings, headData(task).train)
    }
    if (!labelled) return undefined
    const { classes } = shapeOf(labelled.data)
    const settings = {
      geometry: space,
      inner,
      classes,
      perClass: columns / classes,
      beta: { kind: labelled.rule, beta: labelled.beta },
    }
    return slicedClassifier(settings, labelledData(labelled.data, space).inputs.train)
  })
  return loss.is
}

/** log β or log γ, if the model learns one. */
function realsOf({ head, classifier }: Pick<Document, 'head' | 'classifier'>): readonly number[] {
  if (head) return learnsBeta(head) ? [Math.log(head.beta)] : []
  return classifier?.rule === 'learned' ? [Math.log(classifier.beta)] : []
}

const slices: Record<'base' | 'moved', Kept<TrainingSlice> | undefined> = {
  base: undefined,
  moved: undefined,
}
const held: Record<'base' | 'moved', Kept<TrainingSlice> | undefined> = { base: undefined, moved: undefined }

/**
 * The training loss over the free entry of the document, on the line over the pair of entries, with all others where
 * the factors have them; undefined without a model. It is one object for `base` and one for `moved`, which holds what
 * was asked for last.
 *
 * @param pair row of A, inner index and column of B that the slice on the line is about
 */
export function trainingSliceOf(
  document: Document,
  through: 'base' | 'moved',
  { a, b }: Packed,
  { k, i, l }: { readonly k: number; readonly i: number; readonly l: number },
): TrainingSlice | undefined {
  const sliced = slicedLoss(document)
  if (sliced === undefined) return undefined
  const { free, space } = document
  const place = space === 'line' ? [k, i, l] : [free.factor, free.row, free.column]
  const slice = kept(slices[through], [sliced, ...place], () =>
    space === 'line' ? trainingLineSlice(sliced, k, i, l) : trainingSlice(sliced, free),
  )
  slices[through] = slice
  const reals = realsOf(document)
  const now = kept(held[through], [slice.is, a, b, ...reals], () => slice.is.hold(a, b, reals))
  held[through] = now
  return now.is
}
