import { startedClassifier } from '../document/classifier'
import {
  usualClassifierBeta,
  usualEpsilon,
  usualLearningRate,
  type DataSetName,
} from '../document/classifierPlans'
import type { LabelledSource, PrototypeClassifier, SpaceName } from '../document/document'
import { identityElement } from '../document/element'
import { fit } from '../document/fit'
import { problem, type Problem } from '../document/problem'
import { openModel, tuneTraining } from '../store/training'
import { store } from '../store/store'

/** How a classifier is begun. */
export interface ClassifierChoice {
  readonly space: SpaceName
  /** Prototypes of each class. */
  readonly perClass: number
  readonly rule: PrototypeClassifier['rule']
}

/** Of the prototypes. */
const seed = 1

/** Makes the document a classifier of the data, with prototypes at some of the inputs; or says why it cannot. */
export function beginClassifier(
  name: DataSetName | 'own',
  data: LabelledSource,
  { space, perClass, rule }: ClassifierChoice,
): Problem | undefined {
  const { document, set } = store.getState()
  try {
    const plan = { space, data, perClass, rule, beta: usualClassifierBeta }
    const started = startedClassifier(plan, seed)
    const atRest = { element: identityElement(space), reflected: false, word: [], time: 1 }
    set({ column: 0, pointed: undefined, pointedCell: undefined, pointedTerm: undefined })
    openModel(
      fit({ ...document, ...(document.space !== space && atRest), ...started, target: 'base' }),
      seed,
      usualEpsilon(name, space, rule),
    )
    return tuneTraining({ learningRate: usualLearningRate })
  } catch (error) {
    if (error instanceof RangeError) return problem(error.message)
    throw error
  }
}
