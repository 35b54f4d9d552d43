import { ellipticWith } from '../../math/fixedPoints'
import { direction, expMap } from '../../math/upperHalfPlane'
import { onGrid } from '../../document/moves'
import { insideAt, placeOf, type Chart, type PlanePoint } from '../charts/chart'
import { coordinateGrid, type Drag } from '../drags'
import type { Frame } from '../frame'
import { elementMarks, type ElementMarks } from './elementMarks'
import { ways } from './fixedPointHandles'
import type { Handle } from './handle'
import { hold } from './hold'
import { degrees } from './words'

type Centred = Extract<ElementMarks, { kind: 'centre' }>

/** A turn is not smaller than this while it is dragged: at 0 there is no centre left to hold. */
const smallest = 0.01
const out = new Float64Array(2)

/** The end of the arc that a turn carries its beginning to. */
export function angleHandles(frame: Frame): readonly Handle[] {
  const marks = elementMarks(frame)
  const { chart } = frame
  if (marks?.kind !== 'centre' || !chart) return []
  const set = (angle: number) => hold(() => ellipticWith(...marks.centre, awayFromZero(angle)))
  return [
    {
      id: 'angle',
      at: placeOf(chart, ...onCircle(marks, marks.zero + marks.angle)),
      words: `Rotation angle: ${degrees(marks.angle)}`,
      drag: () => angleDrag(chart, marks, set),
      nudge: (key, isSmall) => {
        const way = ways[key]
        if (way) set(onGrid(marks.angle + (way[1] - way[0]) * (isSmall ? 0.01 : 0.1), 1e-6))
        return way !== undefined
      },
    },
  ]
}

/** The point of the circle about the centre in a direction. */
export function onCircle({ centre, radius }: Centred, angle: number): PlanePoint {
  const size = radius * centre[1]
  expMap(centre[0], centre[1], size * Math.cos(angle), size * Math.sin(angle), out)
  return [out[0]!, out[1]!]
}

const awayFromZero = (angle: number) =>
  Math.abs(angle) >= smallest ? angle : angle < 0 ? -smallest : smallest

function angleDrag(chart: Chart, { centre, zero }: Centred, set: (angle: number) => void): Drag {
  return {
    edits: true,
    move: (X, Y) => {
      const angle = direction(...centre, ...insideAt(chart, X, Y)) - zero
      set(onGrid(angle - 2 * Math.PI * Math.round(angle / (2 * Math.PI)), coordinateGrid))
    },
  }
}
