import { classifierOf, shapeOf } from '../../document/classifierOf'
import { probabilitiesOf, trainingReading } from '../../document/classifierReading'
import type { FactorName } from '../../document/document'
import { labelledData } from '../../document/labelledData'
import { store } from '../../store/store'
import type { Frame } from '../frame'
import { project } from '../tiltCamera'
import { markSize } from '../figure/entries'
import type { Placing } from './placing'

/** What the classifier says of the entry that is pointed at, beside it. Hundreds of names would cover the inputs. */
export function nameInput(labels: Placing, frame: Frame): void {
  const { pointed } = store.getState()
  if (!pointed) return
  const { factor, row, column } = pointed
  const text = inputWords(frame, factor, row, column)
  if (text === '') return
  const { inner, columns } = frame.derived.size
  const at = 2 * (row * (factor === 'a' ? inner : columns) + column)
  const [left, top] = project(
    frame.viewport,
    frame.tilt,
    frame.moved[factor][at]!,
    frame.moved[factor][at + 1]!,
  )
  if (!Number.isFinite(left) || !Number.isFinite(top)) return
  const className = 'stage-label stage-label-term'
  for (const far of [1, 2.5, 5, 9]) {
    if (labels.put({ text, left, top, className, gap: far * markSize(frame) })) return
  }
}

/** "input 17, class 1, P = 0.98, certified 0.21", of what is moved; empty without a classifier. */
export function inputWords({ document }: Frame, factor: FactorName, row: number, column: number): string {
  const classifier = classifierOf(document)
  const reading = trainingReading(document)?.after
  if (!classifier || !reading) return ''
  const names = labelledData(classifier.data, document.space).rows.train.classes
  if (factor === 'b') {
    const { classes } = shapeOf(classifier.data)
    return `prototype ${column + 1}, class ${names[column % classes]!}`
  }
  const [label, decision] = [reading.labels[row]!, reading.decisions[row]!]
  const chance = probabilitiesOf(document, row, 'after')[label]!
  const wrong = decision === label ? '' : `, taken for ${names[decision]!}`
  const radius = reading.radii[row]!.toPrecision(2)
  return `input ${row + 1}, class ${names[label]!}${wrong}, P = ${chanceText(chance)}, certified ${radius}`
}

const chanceText = (chance: number) =>
  chance > 0.995 && chance < 1
    ? '0.99…'
    : chance < 0.005 && chance > 0
      ? chance.toExponential(0)
      : chance.toFixed(2)
