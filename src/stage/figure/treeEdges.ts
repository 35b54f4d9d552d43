import { remembered } from '../../document/derive'
import { headTask } from '../../document/headOf'
import { store } from '../../store/store'
import { isHalfPlane } from '../charts/chart'
import type { Frame } from '../frame'
import { drawGeodesic } from '../geodesicPath'
import { strokeSegment } from '../stroke'
import { branchesOf, branchLook } from '../tokenTree'
import { ink, type Ink, type Part, type Pen } from './pen'

const branches = remembered(branchesOf)

/** The inner index whose tree stands out: the one whose term is pointed at, else the one whose element is edited. */
const foremost = (inner: number): number => {
  const { pointedTerm, column } = store.getState()
  return Math.min(pointedTerm ?? column, inner - 1)
}

/**
 * The tree that a head is trained on, drawn between its keys: a geodesic for each edge, strong at the root and lighter
 * with each step away from it; a thin one joins each query to the key of its own token. Each inner index has a tree,
 * and one of them stands out. The real line has none: what a head learns there is spread over its inner indices, and no
 * single one looks like a tree.
 */
export const treeEdges: Part = {
  role: 'tree',
  lines: 3,
  of: (frame) => [frame, foremost(frame.derived.size.inner)],
  draw: (frame, pen) => {
    const { derived, chart } = frame
    const task = chart && headTask(frame.document)
    if (!task) return
    const first = foremost(derived.size.inner)
    for (let i = 0; i < derived.size.inner; i++) {
      if (i !== first) drawTree(pen, frame, task.parents, 'moved', i, 0.3)
    }
    if (derived.moved.b !== derived.base.b) drawTree(pen, frame, task.parents, 'base', first, 1)
    drawTree(pen, frame, task.parents, 'moved', first, 1)
  },
}

function drawTree(
  pen: Pen,
  frame: Frame,
  parents: readonly number[],
  which: 'base' | 'moved',
  i: number,
  strength: number,
): void {
  const { palette, derived } = frame
  const { inner, columns } = derived.size
  const { weight } = palette
  const [keys, places] = [derived[which].b, frame[which].b]
  const key = (token: number) => 2 * (i * columns + token)
  if (which === 'base') {
    for (const { parent, child } of branches(parents)) {
      stroke(
        pen,
        frame,
        keys,
        places,
        key(parent),
        keys,
        places,
        key(child),
        0.9 * weight,
        ink('ghost', 0.55),
      )
    }
    return
  }
  const [queries, queryPlaces] = [derived.moved.a, frame.moved.a]
  for (let token = 0; token < columns; token++) {
    const query = 2 * (token * inner + i)
    const colour = ink('a', 0.5 * strength)
    stroke(pen, frame, queries, queryPlaces, query, keys, places, key(token), 1.1 * weight, colour)
  }
  for (const { parent, child, depth } of branches(parents)) {
    const { width, alpha } = branchLook(depth)
    const colour = ink('ink', alpha * strength)
    stroke(pen, frame, keys, places, key(parent), keys, places, key(child), width * weight, colour)
  }
}

/** The geodesic from one packed point to another; `of` and `to` are points of the half-plane, the others places. */
function stroke(
  pen: Pen,
  { chart, viewport }: Frame,
  of: Float64Array,
  ofPlaces: Float64Array,
  n: number,
  to: Float64Array,
  toPlaces: Float64Array,
  m: number,
  width: number,
  colour: Ink,
): void {
  if (!chart) return
  if (!isHalfPlane(chart)) {
    strokeSegment(pen, chart, of[n]!, of[n + 1]!, to[m]!, to[m + 1]!, { width, colour })
    return
  }
  drawGeodesic(pen, viewport, ofPlaces[n]!, ofPlaces[n + 1]!, toPlaces[m]!, toPlaces[m + 1]!, width, colour)
}
