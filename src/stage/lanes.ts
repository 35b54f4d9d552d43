import { classifierOf, shapeOf } from '../document/classifierOf'
import type { Document, FactorName } from '../document/document'
import { labelledData } from '../document/labelledData'

/**
 * The number line at the foot of the stage: entries of A on lanes above it, entries of B below it, one
 * lane for each inner index. World Y is 0 at the upper edge of this strip.
 */
export interface Lanes {
  /** Pixels of the strip. */
  readonly height: number
  /** World Y of the line itself. */
  readonly axis: number
  /** Pixels between two lanes. */
  readonly step: number
  /** Pixels between the line and the first lane. */
  readonly gap: number
}

const widestStep = 30

/** @param withPlane the (x, y) slice is drawn above the strip */
export function lineLanes(width: number, height: number, inner: number, withPlane: boolean): Lanes {
  const gap = Math.min(40, height / 10)
  const wanted = 2 * (gap + widestStep * inner)
  const strip = withPlane ? Math.min(wanted, Math.max(height * 0.46, height - width)) : height
  const step = Math.min(
    withPlane ? widestStep : 2 * widestStep,
    (strip / 2 - gap - 8) / Math.max(1, inner - 0.5),
  )
  return { height: strip, axis: -strip / 2, step, gap }
}

/** World Y of the entries with inner index i. */
export function laneOf(lanes: Lanes, factor: FactorName, i: number): number {
  const away = lanes.gap + lanes.step * i
  return lanes.axis + (factor === 'a' ? away : -away)
}

/** The classes of the entries of a classifier on the line. */
export interface LaneClasses {
  readonly count: number
  readonly labels: Int32Array
}

export function classesOf(document: Document): LaneClasses | undefined {
  const classifier = classifierOf(document)
  if (!classifier || document.space !== 'line') return undefined
  const { labels } = labelledData(classifier.data, 'line').inputs.train
  return { count: shapeOf(classifier.data).classes, labels }
}

/** Classes lie in rows of their own within a lane, so that hundreds of inputs do not cover each other. */
const mostShift = 12

/** World Y from the middle of its lane to the row of an entry's class. @param n row of A, or column of B */
export function classShift(
  { step }: Lanes,
  classes: LaneClasses | undefined,
  factor: FactorName,
  n: number,
): number {
  if (!classes) return 0
  const label = factor === 'a' ? classes.labels[n]! : n % classes.count
  const apart = Math.min(mostShift, (0.7 * step) / classes.count)
  return (label - (classes.count - 1) / 2) * -apart
}
