import { classifierOf, shapeOf } from '../document/classifierOf'
import {
  confusion,
  heldOutReading,
  probabilitiesOf,
  radiiOf,
  trainingReading,
  type BeforeAndAfter,
  type InputsReading,
} from '../document/classifierReading'
import type { LabelledSource } from '../document/document'
import { labelledData } from '../document/labelledData'
import type { AppState } from '../store/store'
import type { ChipText } from '../ui/LiveChip'
import { figure } from './figures'

/** The texts of the panel, each a function of the state. */

/** One text if the move leaves it alone, else both. */
const pair = (before: string, after: string) => (before === after ? before : `${before} → ${after}`)

const both = <T>({ before, after }: BeforeAndAfter<T>, text: (of: T) => string) =>
  pair(text(before), text(after))

const rightOf = ({ accuracy, labels }: InputsReading) =>
  `${Math.round(accuracy * labels.length)} of ${labels.length}`

export function rightTrain({ document }: AppState): string {
  const reading = trainingReading(document)
  return reading ? both(reading, rightOf) : ''
}

export function rightHeldOut({ document }: AppState): string {
  const reading = heldOutReading(document)
  return reading ? both(reading, rightOf) : ''
}

/** "1.3e-4, held out 2.1e-4" */
export function entropyWords({ document }: AppState): string {
  const [train, heldOut] = [trainingReading(document), heldOutReading(document)]
  if (!train || !heldOut) return ''
  const loss = ({ loss }: InputsReading) => figure(loss)
  return `${both(train, loss)}, held out ${both(heldOut, loss)}`
}

/** "least 0.021, median 0.31" */
export function radiusWords({ document }: AppState): string {
  const reading = trainingReading(document)
  if (!reading) return ''
  return both(reading, (of) => {
    const { least, median } = radiiOf(of)
    return `least ${figure(least)}, median ${figure(median)}`
  })
}

/** What became of the decisions about all rows. */
export function verdict({ document }: AppState): ChipText {
  const readings = [trainingReading(document), heldOutReading(document)]
  let changed = 0
  let count = 0
  for (const reading of readings) {
    if (!reading) continue
    reading.before.decisions.forEach((decision, n) => {
      if (reading.after.decisions[n] !== decision) changed++
    })
    count += reading.before.decisions.length
  }
  return changed === 0
    ? { text: 'decides the same', tone: 'ok' }
    : { text: `${changed} of ${count} decided otherwise`, tone: 'bad' }
}

/** What the classes are called. */
export function classNames(source: LabelledSource, space: AppState['document']['space']): readonly string[] {
  return labelledData(source, space).rows.train.classes
}

/** What the columns are called; those of one's own rows have no names in the document. */
export function columnNames(source: LabelledSource): readonly string[] {
  if (source.kind === 'iris') return ['sepal length', 'sepal width', 'petal length', 'petal width']
  if (source.kind !== 'own') return ['p', 'q']
  return Array.from({ length: shapeOf(source).columns }, (_, n) => `column ${n + 1}`)
}

/** Of the held-out rows, after the move: "setosa: 17 of 17 right. versicolor: 15 of 17 right, 2 taken for virginica." */
export function confusionWords({ document }: AppState): string {
  const reading = heldOutReading(document)
  const classifier = classifierOf(document)
  if (!reading || !classifier) return ''
  const names = classNames(classifier.data, document.space)
  const counts = confusion(reading.after, names.length)
  const sentences = names.flatMap((name, label) => {
    const row = counts.subarray(label * names.length, (label + 1) * names.length)
    const all = row.reduce((sum, count) => sum + count, 0)
    if (all === 0) return []
    const taken = names.flatMap((other, n) =>
      n !== label && row[n]! > 0 ? [`${row[n]} taken for ${other}`] : [],
    )
    return [`${name}: ${[`${row[label]} of ${all} right`, ...taken].join(', ')}.`]
  })
  return sentences.join(' ')
}

/** Of the training input that is pointed at, after the move. */
export function inputWords({ document, pointed }: AppState): string {
  const classifier = classifierOf(document)
  const reading = trainingReading(document)?.after
  if (!classifier || !reading) return ''
  if (pointed?.factor !== 'a') return 'Point at an input, here or on the stage, for what is said of it.'
  const n = pointed.row
  const names = classNames(classifier.data, document.space)
  const [label, decision] = [reading.labels[n]!, reading.decisions[n]!]
  const chances = probabilitiesOf(document, n, 'after')
  const listed = [...chances.keys()]
    .sort((one, other) => chances[other]! - chances[one]!)
    .slice(0, 3)
    .map((c) => `P(${names[c]!}) = ${chanceText(chances[c]!)}`)
  const said = decision === label ? 'decided right' : `decided wrong: ${names[decision]!}`
  return `Input ${n + 1}, class ${names[label]!}, ${said}. ${listed.join(', ')}. Certified radius ${figure(reading.radii[n]!)}.`
}

const chanceText = (chance: number) =>
  chance === 0 || chance === 1
    ? String(chance)
    : chance > 0.9995
      ? '0.999…'
      : chance >= 0.001
        ? chance.toFixed(3)
        : chance.toExponential(1)
