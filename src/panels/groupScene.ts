import { elementAt, elementList, elementMatrix } from '../document/element'
import { toTorus } from '../math/groupTorus'
import { isReflected } from '../document/acting'
import { classify } from '../math/isometryClass'
import { exp, log } from '../math/oneParameter'
import { actPoint, type Psl2r } from '../math/psl2r'
import type { AppState } from '../store/store'
import { dragPath } from './dragPath'
import { heldElement } from './elementWords'
import { figure } from './figures'
import { placed, type Vector } from './groupSpace'

/** What stands in the picture of the group besides the group itself. */
export interface GroupScene {
  readonly angle: number
  /** The element that is being edited, and those of the other inner indices. */
  readonly held: Vector
  readonly name: string
  readonly others: readonly { readonly at: Vector; readonly name: string }[]
  /** gᵗ now, while g flows. */
  readonly flowing: Vector | undefined
  /** gᵗ for t from -1 to 2. */
  readonly powers: readonly Vector[]
  /** The last drag, oldest first. */
  readonly path: readonly Vector[]
}

let kept: { readonly of: readonly unknown[]; readonly is: GroupScene | undefined } | undefined

/** The same object as long as it would look the same; undefined on the line. */
export function groupScene(state: AppState): GroupScene | undefined {
  const { document, column } = state
  const of = [document.element, document.space, document.time, document.b.length, column, dragPath()]
  if (!kept?.of.every((one, n) => one === of[n])) kept = { of, is: staged(state) }
  return kept.is
}

function staged({ document, column }: AppState): GroupScene | undefined {
  if (document.space === 'line') return undefined
  const g = elementMatrix(elementAt(document, column))
  const point = toTorus(g)
  const { column: dragged, points } = dragPath()
  return {
    angle: point.angle,
    held: placed(point),
    name: String(column + 1),
    others: (elementList(document) ?? [])
      .map((one, i) => ({ at: placed(toTorus(elementMatrix(one))), name: String(i + 1) }))
      .filter((_, i) => i !== column),
    flowing: document.time === 1 ? undefined : powersOf(g)(document.time),
    powers: sampled(powersOf(g), log(g)),
    path: dragged === column ? points.map(placed) : [],
  }
}

function powersOf(g: Psl2r): (t: number) => Vector {
  const x = log(g)
  return (t) => placed(toTorus(exp(...x, t)))
}

/** Steps are equal in asinh(t‖X‖): gᵗ moves at even speed near the identity, and far out hardly at all. */
function sampled(at: (t: number) => Vector, x: readonly number[]): Vector[] {
  const size = Math.hypot(...x)
  if (size === 0) return []
  const first = Math.asinh(-size)
  const last = Math.asinh(2 * size)
  const t = (u: number) => Math.sinh(u) / size
  const points: Vector[] = []
  const refine = (u: number, p: Vector, v: number, q: Vector, depth: number): void => {
    const gap = Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2])
    if (depth === 0 || gap < finest) {
      points.push(q)
      return
    }
    const middle = at(t((u + v) / 2))
    refine(u, p, (u + v) / 2, middle, depth - 1)
    refine((u + v) / 2, middle, v, q, depth - 1)
  }
  let u = first
  let p = at(t(u))
  points.push(p)
  for (let n = 1; n <= pieces; n++) {
    const v = first + ((last - first) * n) / pieces
    const q = at(t(v))
    refine(u, p, v, q, 5)
    u = v
    p = q
  }
  return points
}

const pieces = 16
/** Long enough to be quick, short enough to look round. */
const finest = 0.05

const places = {
  identity: 'g is the identity, the pinched point',
  elliptic: 'g is elliptic: inside the surface',
  parabolic: 'g is parabolic: on the surface',
  hyperbolic: 'g is hyperbolic: outside the surface',
}

export function groupWords(state: AppState): string {
  const held = heldElement(state)
  if (typeof held === 'number') return ''
  const place = places[classify(elementMatrix(held)).kind]
  return isReflected(state.document, state.column)
    ? `${place}; the mirror before it is not in the picture`
    : place
}

/** The same with what can be read off the picture: the trace, how far g turns, and where i goes. */
export function spokenWords(state: AppState): string {
  const held = heldElement(state)
  if (typeof held === 'number') return ''
  const g = elementMatrix(held)
  const degrees = (toTorus(g).angle * 180) / Math.PI
  const [x, y] = actPoint(g, 0, 1)
  return `${groupWords(state)}. Trace ${figure(g[0] + g[3])}; turns by ${figure(degrees)}° at i, and takes i to ${figure(x)} + ${figure(y)}i.`
}
