import { isReflected } from '../../document/acting'
import { elementAt, elementMatrix } from '../../document/element'
import { classify } from '../../math/isometryClass'
import type { Psl2r } from '../../math/psl2r'
import { classifyReflected } from '../../math/reflectionClass'
import { store } from '../../store/store'
import { axisOf, type Axis } from '../axis'
import { angleSeenAs, pixelsPerLength, type Chart, type PlanePoint } from '../charts/chart'
import type { Frame } from '../frame'

/** What g, or gσ where the mirror comes first, leaves where it is. */
export type ElementMarks =
  | {
      readonly kind: 'axis'
      readonly axis: Axis
      /** 0 for the reflection in the axis. */
      readonly length: number
      readonly isReflected: boolean
    }
  | {
      readonly kind: 'centre'
      readonly centre: PlanePoint
      readonly angle: number
      /** The arc that shows the angle: its radius, and the direction in which it begins. */
      readonly radius: number
      readonly zero: number
    }
  | { readonly kind: 'parabolic'; readonly end: number; readonly sense: 1 | -1 }

/** Hyperbolic radius of the arc of a rotation, where that is between these numbers of pixels. */
const arcRadius = 0.6
const [leastPx, mostPx] = [44, 72]
/** Near the rim a circle of many pixels is a large one: not larger than this. */
const largestRadius = 3

let last: { of: readonly unknown[]; marks: ElementMarks | undefined } | undefined

/** Of the element that is being edited; undefined for the identity, and on the line. */
export function elementMarks(frame: Frame): ElementMarks | undefined {
  const { column } = store.getState()
  if (last?.of[0] !== frame || last.of[1] !== column) {
    last = { of: [frame, column], marks: frame.chart && marksOf(frame, frame.chart, column) }
  }
  return last.marks
}

function marksOf(frame: Frame, chart: Chart, column: number): ElementMarks | undefined {
  const g = elementMatrix(elementAt(frame.document, column))
  const about = lookedAt(frame)
  if (isReflected(frame.document, column)) {
    const found = classifyReflected(g)
    if (found.kind === 'glide') {
      const axis = axisOf(found.repelling, found.attracting, about, chart)
      return { kind: 'axis', axis, length: found.translationLength, isReflected: true }
    }
    return { kind: 'axis', axis: axisOf(...found.ends, about, chart), length: 0, isReflected: true }
  }
  const found = classify(g)
  switch (found.kind) {
    case 'identity':
      return undefined
    case 'parabolic':
      return { kind: 'parabolic', end: found.fixedPoint, sense: found.sense }
    case 'elliptic':
      return {
        kind: 'centre',
        centre: found.fixedPoint,
        angle: found.rotationAngle,
        ...arcAt(frame, chart, found.fixedPoint),
      }
    case 'hyperbolic': {
      const axis = axisOf(found.repelling, found.attracting, about, chart)
      return { kind: 'axis', axis, length: found.translationLength, isReflected: false }
    }
  }
}

function arcAt({ palette }: Frame, chart: Chart, centre: PlanePoint): { radius: number; zero: number } {
  const pixels = pixelsPerLength(chart, ...centre) / palette.weight
  const radius = Math.min(
    Math.max(arcRadius, leastPx / pixels),
    Math.max(mostPx / pixels, 0.05),
    largestRadius,
  )
  return { radius, zero: angleSeenAs(chart, ...centre, 1, 0) }
}

/** The point of the half-plane in the middle of what is seen; of a canvas lower than its floor, just above the boundary. */
export function lookedAt({ chart, viewport }: Pick<Frame, 'chart' | 'viewport'>): PlanePoint {
  if (!chart) return [0, 1]
  if (chart.name !== 'halfPlane') return [-chart.shift / chart.scale, 1 / chart.scale]
  return chart.pointAt(viewport.width / 2, Math.max((viewport.height - viewport.floor) / 2, 1))
}

/** The matrix of the element that is being edited. */
export function heldMatrix(document: Frame['document']): Psl2r {
  return elementMatrix(elementAt(document, store.getState().column))
}
