import type { Task } from '../learning/task'
import { classifierParameters, classifierTask, drawnPrototypes, withTrainedClassifier } from './classifier'
import { classifierOf } from './classifierOf'
import { sizeOf, type Document } from './document'
import { drawnHead, headParameters, headTaskOf, withTrainedHead } from './head'
import { headTask, learnsBeta } from './headOf'

/** A document as training sees it, whatever its model is. Each throws a RangeError where it holds none. */

/** The model with its data. */
export function taskOf(document: Document): Task {
  return classifierOf(document) ? classifierTask(document) : headTaskOf(document)
}

/** What training changes, packed as the task has it. */
export function parametersOf(document: Document): Float64Array {
  return classifierOf(document) ? classifierParameters(document) : headParameters(document)
}

/** The document with these parameters in place of its own, digit for digit. */
export function withTrained(document: Document, parameters: Float64Array): Document {
  return classifierOf(document)
    ? withTrainedClassifier(document, parameters)
    : withTrainedHead(document, parameters)
}

/** Where a run of the model begins from a seed. */
export function freshParameters(document: Document, seed: number): Float64Array {
  return classifierOf(document) ? drawnPrototypes(document, seed) : drawnHead(document, seed)
}

/** What a run is about: all that training may change, and what it is trained on. */
export type Trained = Pick<Document, 'a' | 'b' | 'head' | 'classifier'>

/** Whether training changes β, too. */
export function isBetaLearned({ head, classifier }: Pick<Document, 'head' | 'classifier'>): boolean {
  return head ? learnsBeta(head) : classifier?.rule === 'learned'
}

/** β, γ or the perplexity of the model; undefined without one. */
export function betaOfModel({ head, classifier }: Pick<Document, 'head' | 'classifier'>): number | undefined {
  return (head ?? classifier)?.beta
}

/** The model with another β. */
export function withBeta<T extends Pick<Document, 'head' | 'classifier'>>(document: T, beta: number): T {
  const { head, classifier } = document
  if (head) return { ...document, head: { ...head, beta } }
  return classifier ? { ...document, classifier: { ...classifier, beta } } : document
}

/** Whether the parameters of the one are those of the other: only the data or a fixed β may differ. */
export function hasSameParameters(one: Trained, other: Trained): boolean {
  if (one.b !== other.b || (one.a !== other.a && !one.classifier)) return false
  return !isBetaLearned(one) || betaOfModel(one) === betaOfModel(other)
}

/** Whether a run of the one model can go on with the data of the other: their parameters are packed alike. */
export function isSameKind(one: Document, other: Document): boolean {
  return kindOf(one) !== '' && kindOf(one) === kindOf(other)
}

function kindOf(document: Document): string {
  const { rows, inner, columns } = sizeOf(document)
  const learns = isBetaLearned(document)
  if (headTask(document)) return JSON.stringify(['head', document.space, rows, inner, learns])
  return classifierOf(document) ? JSON.stringify(['classifier', document.space, inner, columns, learns]) : ''
}
