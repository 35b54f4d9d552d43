import { withFixedPointsMoved, type FixedPointTarget } from '../../math/fixedPointDrag'
import { parabolicWith } from '../../math/fixedPoints'
import { glide } from '../../math/glide'
import { expMap } from '../../math/upperHalfPlane'
import type { Psl2r } from '../../math/psl2r'
import { onGrid, pointOnGrid } from '../../document/moves'
import { gestureStart } from '../../store/history'
import { store } from '../../store/store'
import { placeOf, type Chart, type Place, type PlanePoint } from '../charts/chart'
import { finestAt, type Drag } from '../drags'
import type { Frame } from '../frame'
import { apart, eased, endOnGrid, pointNear, snapPx, spotOfEnd } from './boundary'
import { elementMarks, heldMatrix, lookedAt, type ElementMarks } from './elementMarks'
import type { Handle } from './handle'
import { hold } from './hold'
import { shortNumber, shortPoint } from './words'

export type End = 'attracting' | 'repelling'
type Axial = Extract<ElementMarks, { kind: 'axis' }>

/** The fixed points of g: two ends, the one end of a parabolic element, or the centre of a turn. */
export function fixedPointHandles(frame: Frame): readonly Handle[] {
  const marks = elementMarks(frame)
  const { chart } = frame
  if (!marks || !chart) return []
  if (marks.kind === 'axis') {
    return (['attracting', 'repelling'] as const).map((end) => endHandle(frame, chart, marks, end))
  }
  if (marks.kind === 'parabolic') {
    const { at } = spotOfEnd(frame, chart, marks.end)
    return [
      {
        id: 'fixed',
        at,
        words: `Parabolic fixed point: ${shortNumber(marks.end)}`,
        drag: (X0, Y0) => pointDrag(frame, chart, at, X0, Y0),
        nudge: (key, isSmall) =>
          nudgeEnds(frame, key, isSmall, (step) => ({ fixedPoint: [step(marks.end), 0] })),
      },
    ]
  }
  const at = placeOf(chart, ...marks.centre)
  return [
    {
      id: 'centre',
      at,
      words: `Rotation centre: ${shortPoint(marks.centre)}`,
      drag: (X0, Y0) => pointDrag(frame, chart, at, X0, Y0),
      nudge: (key, isSmall) => nudgeCentre(frame, marks.centre, key, isSmall),
    },
  ]
}

function endHandle(frame: Frame, chart: Chart, marks: Axial, end: End): Handle {
  const value = end === 'attracting' ? marks.axis.to : marks.axis.from
  const { at } = spotOfEnd(frame, chart, value)
  return {
    id: end,
    at,
    words: `${endName(marks, end)}: ${shortNumber(value)}`,
    drag: (X0, Y0) =>
      marks.isReflected
        ? glideEndDrag(chart, marks, end, at, X0, Y0)
        : endDrag(frame, chart, marks, end, at, X0, Y0),
    nudge: (key, isSmall) => {
      const to = (step: (end: number) => number) => ({ [end]: step(value) })
      if (!marks.isReflected) return nudgeEnds(frame, key, isSmall, to)
      return nudgeWith(frame, key, isSmall, (step) => withGlideEnd(marks, end, step(value)))
    },
  }
}

function endName({ isReflected, length }: Axial, end: End): string {
  if (isReflected && length === 0) return end === 'attracting' ? 'Mirror end 1' : 'Mirror end 2'
  return end === 'attracting' ? 'Attracting fixed point' : 'Repelling fixed point'
}

function moved(frame: Frame, g: Psl2r, target: FixedPointTarget, parabolicAt?: number): void {
  hold(() => {
    const next = withFixedPointsMoved(g, target, lookedAt(frame))
    if (parabolicAt === undefined) return next
    // The same element without the rounding of its generator, which could leave it a little beside the wall.
    return parabolicWith(parabolicAt, next[1] - next[2])
  })
}

/**
 * Drag one end along the boundary. Where the two ends meet they are one point, which can be taken inside (or beyond
 * the boundary, where it becomes two again) in the same gesture.
 */
function endDrag(
  frame: Frame,
  chart: Chart,
  { axis }: Axial,
  end: End,
  at: Place,
  X0: number,
  Y0: number,
): Drag {
  const start = heldMatrix(gestureStart())
  const [own, other] = end === 'attracting' ? [axis.to, axis.from] : [axis.from, axis.to]
  const otherAt = chart.placeOfEnd(other)
  const passing = passingOf(chart, own, other)
  const canJoin = chart.name !== 'halfPlane' || Number.isFinite(other)
  let haveMet = false
  let isOne = false
  return {
    edits: true,
    move: (X, Y) => {
      const to: Place = [X + at[0] - X0, Y + at[1] - Y0]
      const exact = chart.endAt(...to)
      const place = chart.placeOfEnd(exact)
      const [gap, height] = [apart(place, otherAt), apart(to, place)]
      isOne ||= canJoin && haveMet && height > Math.max(snapPx, gap)
      haveMet = gap <= snapPx && (haveMet || height <= 2 * snapPx)
      if (isOne) {
        movedTo(frame, chart, start, to)
        return
      }
      const value = gap <= snapPx ? other : endOnGrid(chart, towards(chart, exact, place, otherAt, gap))
      const crossed = passing(value)
      const isPassed = crossed === undefined || value === other ? {} : { crossed }
      moved(frame, start, { [end]: value, ...isPassed }, value === other ? value : undefined)
    },
  }
}

/** Near the other end a little nearer to it than the pointer is: what snaps does not jump. */
function towards(chart: Chart, exact: number, [X, Y]: Place, [U, V]: Place, gap: number): number {
  const near = eased(gap)
  if (near === gap) return exact
  return chart.endAt(U + ((X - U) * near) / gap, V + ((Y - V) * near) / gap)
}

/**
 * Whether an end that moves has passed the other one. In the half-plane their order says so; in a disk only the way
 * it went does, by how often it has gone round.
 */
function passingOf(chart: Chart, from: number, other: number): (end: number) => boolean | undefined {
  if (chart.name === 'halfPlane') return () => undefined
  const angleOf = (end: number) => 2 * Math.atan(chart.scale * end + chart.shift)
  const zero = angleOf(other)
  const between = (end: number) => {
    const angle = angleOf(end) - zero
    return angle - 2 * Math.PI * Math.floor(angle / (2 * Math.PI))
  }
  let gone = between(from)
  return (end) => {
    const step = between(end) - gone
    gone += step - 2 * Math.PI * Math.round(step / (2 * Math.PI))
    return Math.floor(gone / (2 * Math.PI)) % 2 !== 0
  }
}

/** Drag the one fixed point: inside, onto the boundary, and beyond it. */
function pointDrag(frame: Frame, chart: Chart, at: Place, X0: number, Y0: number): Drag {
  const start = heldMatrix(gestureStart())
  return {
    edits: true,
    move: (X, Y) => {
      movedTo(frame, chart, start, [X + at[0] - X0, Y + at[1] - Y0])
    },
  }
}

/** The one fixed point goes to a place; on the boundary it is exactly parabolic. */
function movedTo(frame: Frame, chart: Chart, start: Psl2r, to: Place): void {
  const [x, y] = pointNear(chart, ...to)
  const fixedPoint = y > 0 ? pointOnGrid([x, y], finestAt(chart, x, y)) : ([x, y] as const)
  moved(frame, start, { fixedPoint }, y === 0 ? x : undefined)
}

function withGlideEnd({ axis, length }: Axial, end: End, value: number): Psl2r {
  return end === 'attracting' ? glide(value, axis.from, length) : glide(axis.to, value, length)
}

/** The ends of a glide reflection never meet: there is no parabolic one. */
function glideEndDrag(chart: Chart, marks: Axial, end: End, at: Place, X0: number, Y0: number): Drag {
  const other = chart.placeOfEnd(end === 'attracting' ? marks.axis.from : marks.axis.to)
  return {
    edits: true,
    move: (X, Y) => {
      const value = endOnGrid(chart, chart.endAt(X + at[0] - X0, Y + at[1] - Y0))
      if (apart(chart.placeOfEnd(value), other) > snapPx) hold(() => withGlideEnd(marks, end, value))
    },
  }
}

type Step = (end: number) => number

/**
 * One key press: right and up go along the boundary to the right in the half-plane. Lengths end there, so a step is an
 * angle, 0.1 or 0.01 as it is seen from the middle of the picture: the same arc of the rim in a disk, all the way to ∞.
 */
function stepOf({ viewport, chart }: Frame, key: string, isSmall: boolean): Step | undefined {
  const sign =
    key === 'ArrowRight' || key === 'ArrowUp' ? 1 : key === 'ArrowLeft' || key === 'ArrowDown' ? -1 : 0
  if (sign === 0) return undefined
  const about = lookedAt({ viewport, chart })
  const turn = sign * (isSmall ? 0.01 : 0.1)
  return (end) => {
    // From the middle a boundary point x is at the angle 2 atan((x - x₀)/y₀).
    const angle = 2 * Math.atan((end - about[0]) / about[1]) + turn
    const next = about[0] + about[1] * Math.tan(angle / 2)
    // Half a step from ∞ it is ∞.
    return Math.abs(Math.cos(angle / 2)) < Math.abs(turn) / 4 ? Infinity : onGrid(next, 1e-5 * about[1])
  }
}

/** A boundary point after one key press; undefined for another key. */
export function nextEnd(frame: Frame, end: number, key: string, isSmall: boolean): number | undefined {
  return stepOf(frame, key, isSmall)?.(end)
}

function nudgeWith(frame: Frame, key: string, isSmall: boolean, next: (step: Step) => Psl2r): boolean {
  const step = stepOf(frame, key, isSmall)
  if (!step) return false
  hold(() => next(step))
  return true
}

function nudgeEnds(
  frame: Frame,
  key: string,
  isSmall: boolean,
  target: (step: Step) => FixedPointTarget,
): boolean {
  const g = heldMatrix(store.getState().document)
  return nudgeWith(frame, key, isSmall, (step) => withFixedPointsMoved(g, target(step), lookedAt(frame)))
}

export const ways: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
}

const out = new Float64Array(2)

/** The point one step of an arrow key away, on a grid a thousand times finer. */
export function steppedBy([x, y]: PlanePoint, key: string, isSmall: boolean): PlanePoint | undefined {
  const way = ways[key]
  if (!way) return undefined
  const length = isSmall ? 0.01 : 0.1
  expMap(x, y, way[0] * length * y, way[1] * length * y, out)
  return pointOnGrid([out[0]!, out[1]!], 1e-3 * length * y)
}

function nudgeCentre(frame: Frame, centre: PlanePoint, key: string, isSmall: boolean): boolean {
  const to = steppedBy(centre, key, isSmall)
  if (!to) return false
  moved(frame, heldMatrix(store.getState().document), { fixedPoint: to })
  return true
}
