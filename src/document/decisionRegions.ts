import { costReader } from '../learning/prototypeLoss'
import { baseCosts, movedCosts } from './classifier'
import { classifierOf, shapeOf } from './classifierOf'
import { gridInputs, type DataPlane } from './dataPlane'
import { remembered } from './derive'
import { sizeOf, type Document, type Factor, type PrototypeClassifier, type SpaceName } from './document'

/** What a classifier decides over a grid of a plane of data, (height, width) with the lowest row first. */
export interface Regions {
  readonly width: number
  readonly height: number
  /** The most probable class. */
  readonly decisions: Int32Array
  /** Of each class: S of the best other class less its own; positive where it is decided, twice the certified radius there. */
  readonly margins: readonly Float64Array[]
  /** Of each class: log P - log (1 - P). */
  readonly logOdds: readonly Float64Array[]
}

export interface RegionsReading {
  readonly before: Regions
  /** Of the moved model at the moved inputs, shown where the inputs were. */
  readonly after: Regions
  /** Points of the grid with another decision. */
  readonly changed: number
}

/** So many distances are evaluated for one picture in a few milliseconds. */
const mostDistances = 120_000

/** A grid of 4:3 that is evaluated within a frame. */
export function gridSize(document: Pick<Document, 'a' | 'b'>): { width: number; height: number } {
  const { inner, columns } = sizeOf(document)
  const part = Math.min(1, Math.sqrt(mostDistances / (inner * columns * 96 * 72)))
  return { width: Math.max(16, Math.round(96 * part)), height: Math.max(12, Math.round(72 * part)) }
}

const inputsOfGrid = remembered(gridInputs)

const regionsBefore = remembered(
  (
    classifier: PrototypeClassifier,
    space: SpaceName,
    b: Factor,
    points: Float64Array,
    width: number,
    height: number,
  ): Regions => {
    return regionsOf(classifier, b, baseCosts({ space, b }, points), width, height)
  },
)

/** Undefined without a classifier. */
export const regionsReading = remembered(
  (document: Document, plane: DataPlane, width: number, height: number): RegionsReading | undefined => {
    const classifier = classifierOf(document)
    if (classifier === undefined) return undefined
    const { b, space } = document
    const points = inputsOfGrid(classifier.data, space, plane, width, height)
    const before = regionsBefore(classifier, space, b, points, width, height)
    const after = regionsOf(classifier, b, movedCosts(document, points), width, height)
    let changed = 0
    before.decisions.forEach((decision, n) => {
      if (decision !== after.decisions[n]) changed++
    })
    return { before, after, changed }
  },
)

function regionsOf(
  { data, beta }: PrototypeClassifier,
  b: Factor,
  costs: Float64Array,
  width: number,
  height: number,
): Regions {
  const { classes } = shapeOf(data)
  const count = width * height
  const reader = costReader(b[0]!.length, classes, beta)
  const decisions = reader.decisions(costs, new Int32Array(count))
  const minima = reader.softMinima(costs, new Float64Array(count * classes))
  const margins = Array.from({ length: classes }, () => new Float64Array(count))
  const logOdds = Array.from({ length: classes }, () => new Float64Array(count))
  for (let n = 0; n < count; n++) {
    const from = n * classes
    for (let c = 0; c < classes; c++) {
      let other = Infinity
      for (let o = 0; o < classes; o++) if (o !== c && minima[from + o]! < other) other = minima[from + o]!
      let sum = 0
      for (let o = 0; o < classes; o++) if (o !== c) sum += Math.exp(-beta * (minima[from + o]! - other))
      margins[c]![n] = other - minima[from + c]!
      logOdds[c]![n] = beta * margins[c]![n]! - Math.log(sum)
    }
  }
  return { width, height, decisions, margins, logOdds }
}
