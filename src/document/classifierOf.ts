import { sizeOf, type Document, type LabelledSource, type PrototypeClassifier } from './document'

/** Rows of iris for training: two thirds of the 50 of each class, rounded. */
const irisRows = 99
const irisClasses = 3

/** What the data of a classifier ask of the factors, without making them. */
export function shapeOf(source: LabelledSource): { rows: number; columns: number; classes: number } {
  switch (source.kind) {
    case 'spirals':
    case 'moons':
      return { rows: source.train, columns: 2, classes: 2 }
    case 'iris':
      return { rows: irisRows, columns: 4, classes: irisClasses }
    case 'own':
      return {
        rows: source.train.rows.length,
        columns: source.train.rows[0]!.length,
        classes: source.classes.length,
      }
  }
}

/** Points an input has: a pair is one point of the half-plane, and two numbers of the line. */
export function pointsOf(columns: number, space: Document['space']): number {
  return columns === 2 && space === 'halfPlane' ? 1 : columns
}

/** The classifier whose inputs and prototypes the factors are: a row of A for each training input. */
export function classifierOf(
  document: Pick<Document, 'a' | 'b' | 'space' | 'classifier'>,
): PrototypeClassifier | undefined {
  const { classifier, space } = document
  if (classifier === null) return undefined
  const { rows, inner, columns } = sizeOf(document)
  const shape = shapeOf(classifier.data)
  const isFitting =
    rows === shape.rows &&
    inner === pointsOf(shape.columns, space) &&
    columns >= shape.classes &&
    columns % shape.classes === 0
  return isFitting ? classifier : undefined
}
