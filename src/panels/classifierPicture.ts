import { classifierOf, shapeOf } from '../document/classifierOf'
import { trainingReading } from '../document/classifierReading'
import { ballEdge, dataPlane, inputPlaces, prototypePlaces } from '../document/dataPlane'
import { gridSize, regionsReading } from '../document/decisionRegions'
import { remembered } from '../document/derive'
import type { Document, LabelledSource } from '../document/document'
import type { AppState } from '../store/store'
import type { DecisionPicture } from '../ui/drawDecisions'
import { columnNames } from './classifierText'

export type Which = 'before' | 'after'

export interface PlaneChoice {
  readonly columns: readonly [across: number, up: number]
  /** Regions are shown where the other columns are at their means; always where there are no others. */
  readonly isSliced: boolean
}

const planeOf = remembered(dataPlane)

/** Of what the picture is drawn: a coarser grid while something is being dragged. */
function gridOf(document: Document, isCoarse: boolean) {
  const { width, height } = gridSize(document)
  return isCoarse ? { width: Math.ceil(width / 2), height: Math.ceil(height / 2) } : { width, height }
}

const isMoving = ({ gesture, playing, training }: AppState) => gesture !== 'none' || playing || training

/** Undefined without a classifier. */
export function regionsNow(state: AppState, { columns, isSliced }: PlaneChoice) {
  const { document } = state
  const classifier = classifierOf(document)
  if (!classifier || !isSliced) return undefined
  const { width, height } = gridOf(document, isMoving(state))
  return regionsReading(document, planeOf(classifier.data, document.space, columns), width, height)
}

/** "0 of 6912 decisions changed" */
export function regionsWords(state: AppState, choice: PlaneChoice): string {
  const reading = regionsNow(state, choice)
  if (!reading) return ''
  const { changed, before } = reading
  return `${changed} of ${before.decisions.length} decisions of the plane changed`
}

/** A picture of the plane for one choice; the same object as long as nothing of it has changed. */
export function picturesOf(
  choice: PlaneChoice,
  which: Which,
): (state: AppState) => DecisionPicture | undefined {
  const made = remembered(
    (
      document: Document,
      data: LabelledSource,
      regions: ReturnType<typeof regionsNow>,
      pointed: number | undefined,
    ): DecisionPicture => {
      const { columns } = choice
      const { x, y } = planeOf(data, document.space, columns)
      const names = columnNames(data)
      const { classes } = shapeOf(data)
      const reading = trainingReading(document)![which]
      return {
        x,
        y,
        names: [names[columns[0]]!, names[columns[1]]!],
        regions: regions?.[which],
        other: which === 'after' && regions && regions.changed > 0 ? regions.before : undefined,
        points: inputPlaces(document, columns),
        labels: reading.labels,
        isWrong: (n) => reading.decisions[n] !== reading.labels[n],
        prototypes: prototypePlaces(document, columns, which),
        prototypeLabel: (l) => l % classes,
        pointed,
        ball:
          pointed === undefined ? undefined : ballEdge(document, columns, pointed, reading.radii[pointed]!),
      }
    },
  )
  return (state) => {
    const { document, pointed } = state
    const classifier = classifierOf(document)
    if (!classifier) return undefined
    const input = pointed?.factor === 'a' && pointed.row < document.a.length ? pointed.row : undefined
    return made(document, classifier.data, regionsNow(state, choice), input)
  }
}
