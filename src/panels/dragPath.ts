import { elementAt, elementMatrix } from '../document/element'
import type { Element } from '../document/document'
import { toTorus, type TorusPoint } from '../math/groupTorus'
import { power } from '../math/oneParameter'
import { compose, inverse, norm2, type Psl2r } from '../math/psl2r'
import { store, type AppState } from '../store/store'
import { placed } from './groupSpace'

/** Where the last drag, or the last edit at one stroke, took an element. */
export interface DragPath {
  readonly column: number
  readonly points: readonly TorusPoint[]
}

const mostPoints = 500
/** Nearer than this in the picture, the newest point is moved instead of another one added. */
const grain = 0.004
const flowSteps = 40
/** From here on the quotient of two elements is rounding. */
const largest = 1e12

const nothing: DragPath = { column: 0, points: [] }
let path = nothing
let from: Element | undefined
let isFresh = false

/** The same object until the path has changed. */
export const dragPath = (): DragPath => path

store.subscribe(record)

function record(state: AppState, before: AppState): void {
  if (state.gesture !== 'none' && before.gesture === 'none') isFresh = true
  const { document, column, gesture } = state
  if (document === before.document) return
  if (document.space !== before.document.space || isAnother(document, before.document)) return forget()
  const now = elementAt(document, column)
  const then = elementAt(before.document, column)
  if (now === then || typeof now === 'number' || typeof then === 'number') return
  if (gesture !== 'none') {
    if (isFresh || path.column !== column) begin(column, then)
    isFresh = false
    add(toTorus(elementMatrix(now)))
  } else if (now === from) forget()
  else {
    begin(column, then)
    path = { column, points: flow(elementMatrix(then), elementMatrix(now)) }
  }
}

const isAnother = (now: AppState['document'], then: AppState['document']) =>
  now.a !== then.a && now.b !== then.b

function forget(): void {
  path = nothing
  from = undefined
}

function begin(column: number, then: Element): void {
  from = then
  path = { column, points: [toTorus(elementMatrix(then))] }
}

function add(point: TorusPoint): void {
  const { column, points } = path
  const isNear = points.length > 1 && apart(points.at(-2)!, point) < grain
  const kept = points.length < mostPoints ? points : points.filter((_, n) => n % 2 === 0)
  path = { column, points: [...(isNear ? kept.slice(0, -1) : kept), point] }
}

function apart(p: TorusPoint, q: TorusPoint): number {
  const [a, b, c] = placed(p)
  const [x, y, z] = placed(q)
  return Math.hypot(a - x, b - y, c - z)
}

/** hᵗg from g to hg: a button has no way of its own, so the shortest flow stands for it. */
function flow(g: Psl2r, next: Psl2r): TorusPoint[] {
  if (norm2(g) * norm2(next) > largest) return [toTorus(g), toTorus(next)]
  const h = compose(next, inverse(g))
  return Array.from({ length: flowSteps + 1 }, (_, n) => toTorus(compose(power(h, n / flowSteps), g)))
}
