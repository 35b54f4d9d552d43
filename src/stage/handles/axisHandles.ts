import { hyperbolicWith, ellipticWith } from '../../math/fixedPoints'
import { transvection } from '../../math/frames'
import type { Psl2r } from '../../math/psl2r'
import { glide } from '../../math/glide'
import { onGrid } from '../../document/moves'
import { imageOfEnd } from '../../document/pointPairs'
import { store } from '../../store/store'
import { alongAxis, angleBetween, axisCurve, lengthAlong, type Axis } from '../axis'
import { insideAt, pixelsPerLength, placeOf, type Chart, type Place } from '../charts/chart'
import { gridPx, type Drag } from '../drags'
import type { Frame } from '../frame'
import { planeStep } from '../planeModes'
import { distanceToCurve } from '../stroke'
import { endOnGrid } from './boundary'
import { elementMarks, type ElementMarks } from './elementMarks'
import { steppedBy, ways } from './fixedPointHandles'
import type { Handle } from './handle'
import { hold } from './hold'
import { shortNumber } from './words'

type Axial = Extract<ElementMarks, { kind: 'axis' }>

/** A translation is not shorter than this while it is dragged. */
const shortest = 0.02
const out = new Float64Array(2)

/** The axis as a whole; the stretch of length ℓ about its foot, whose beginning g takes to the arrowhead. */
export function axisHandles(frame: Frame): readonly Handle[] {
  const marks = elementMarks(frame)
  const { chart } = frame
  if (marks?.kind !== 'axis' || !chart) return []
  const { axis, length } = marks
  const whole = axisCurve(axis)
  const ends = `from ${shortNumber(axis.from)} to ${shortNumber(axis.to)}`
  return [
    {
      id: 'length',
      at: alongSeen(chart, axis, length / 2),
      words: `Translation length: ${shortNumber(length)}`,
      drag: () => lengthDrag(chart, marks),
      nudge: (key, isSmall) => {
        const way = ways[key]
        if (!way) return false
        const step = (way[0] + way[1]) * (isSmall ? 0.01 : 0.1)
        hold(() => withLength(marks, awayFromZero(marks, onGrid(length + step, 1e-6))))
        return true
      },
    },
    {
      id: 'axis',
      at: alongSeen(chart, axis, 0),
      words:
        marks.isReflected && length === 0
          ? `Mirror: ${ends}`
          : `Axis: ${ends}, length ${shortNumber(length)}`,
      away: (X, Y) => distanceToCurve(chart, whole, X, Y),
      drag: (X0, Y0, shift) => (shift ? turnDrag(chart, marks, X0, Y0) : bodyDrag(chart, marks, X0, Y0)),
      nudge: (key, isSmall) => {
        const to = steppedBy(axis.foot, key, isSmall)
        if (to) hold(() => conjugated(chart, marks, transvection(...axis.foot, ...to), 1e-6))
        return to !== undefined
      },
    },
  ]
}

export function alongSeen(chart: Chart, axis: Axis, s: number): Place {
  alongAxis(axis, Math.max(-axis.reach, Math.min(axis.reach, s)), out)
  return placeOf(chart, out[0]!, out[1]!)
}

/** The same axis and this length; the other way if it is negative. */
function withLength({ axis: { from, to }, isReflected }: Axial, length: number): Psl2r {
  const [end, start] = length < 0 ? [from, to] : [to, from]
  return isReflected ? glide(end, start, Math.abs(length)) : hyperbolicWith(start, end, Math.abs(length))
}

/** At length 0 a translation is the identity, which has no axis left to hold; a reflection has one. */
function awayFromZero({ isReflected }: Axial, length: number): number {
  if (isReflected || Math.abs(length) >= shortest) return length
  return length < 0 ? -shortest : shortest
}

function lengthDrag(chart: Chart, marks: Axial): Drag {
  return {
    edits: true,
    move: (X, Y) => {
      const s = lengthAlong(marks.axis, ...insideAt(chart, X, Y))
      alongAxis(marks.axis, s, out)
      const finest = gridPx / (1 + pixelsPerLength(chart, out[0]!, out[1]!))
      hold(() => withLength(marks, awayFromZero(marks, onGrid(2 * s, finest))))
    },
  }
}

/** hgh⁻¹: the axis goes where h takes it. */
function conjugated(chart: Chart, marks: Axial, h: Psl2r, grid?: number): Psl2r {
  const tidy = (end: number) => (grid === undefined ? endOnGrid(chart, end) : onGrid(end, grid))
  const [from, to] = [tidy(imageOfEnd(h, marks.axis.from)), tidy(imageOfEnd(h, marks.axis.to))]
  return withLength({ ...marks, axis: { ...marks.axis, from, to } }, marks.length)
}

/** The grabbed point goes to the pointer, and the axis with it, as a drag of the plane would take it. */
function bodyDrag(chart: Chart, marks: Axial, X0: number, Y0: number): Drag {
  const from = insideAt(chart, X0, Y0)
  const mode = store.getState().dragMode === 'keepInfinity' ? 'keepInfinity' : 'glide'
  return {
    edits: true,
    move: (X, Y) => hold(() => conjugated(chart, marks, planeStep(mode, from, from, insideAt(chart, X, Y)))),
  }
}

/** The axis turns about its foot. */
function turnDrag(chart: Chart, marks: Axial, X0: number, Y0: number): Drag {
  const { foot } = marks.axis
  const from = insideAt(chart, X0, Y0)
  return {
    edits: true,
    move: (X, Y) => {
      const angle = angleBetween(foot, from, insideAt(chart, X, Y))
      hold(() => conjugated(chart, marks, ellipticWith(...foot, angle)))
    },
  }
}
