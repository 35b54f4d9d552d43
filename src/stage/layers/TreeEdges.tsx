import { remembered } from '../../document/derive'
import { headTask } from '../../document/headOf'
import { createRibbonMaterial } from '../../gpu/materials/ribbonMaterial'
import { RibbonBuffer } from '../../gpu/ribbons'
import type { Rgb, Rgba } from '../../gpu/rgb'
import { store } from '../../store/store'
import { isHalfPlane } from '../charts/chart'
import type { Frame } from '../frame'
import { drawGeodesic } from '../geodesicPath'
import type { StageView } from '../stageView'
import { strokeSegment } from '../stroke'
import { branchesOf, branchLook } from '../tokenTree'
import { useLayer } from './useLayer'
import { useResource } from './useResource'

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
export function TreeEdges({ stage }: { stage: StageView }) {
  const ribbons = useResource(() => new RibbonBuffer(2048))
  const material = useResource(createRibbonMaterial)

  useLayer(
    stage,
    (frame) => {
      const { viewport, tilt, derived, chart } = frame
      const room = 20 + tilt * (viewport.width + viewport.height)
      ribbons.clip({ left: -room, right: viewport.width + room, bottom: -room, top: viewport.height + room })
      ribbons.begin()
      const task = chart && headTask(frame.document)
      if (task) {
        const first = foremost(derived.size.inner)
        for (let i = 0; i < derived.size.inner; i++) {
          if (i !== first) drawTree(ribbons, frame, task.parents, 'moved', i, 0.3)
        }
        if (derived.moved.b !== derived.base.b) drawTree(ribbons, frame, task.parents, 'base', first, 1)
        drawTree(ribbons, frame, task.parents, 'moved', first, 1)
      }
      ribbons.end()
    },
    () => [foremost(stage.frame().derived.size.inner)],
  )

  return <mesh geometry={ribbons.geometry} material={material} frustumCulled={false} renderOrder={3} />
}

function drawTree(
  ribbons: RibbonBuffer,
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
      stroke(ribbons, frame, keys, places, key(parent), keys, places, key(child), 0.9 * weight, [
        ...palette.ghost,
        0.55,
      ])
    }
    return
  }
  const [queries, queryPlaces] = [derived.moved.a, frame.moved.a]
  for (let token = 0; token < columns; token++) {
    const query = 2 * (token * inner + i)
    const colour: Rgba = [...palette.a, 0.5 * strength]
    stroke(ribbons, frame, queries, queryPlaces, query, keys, places, key(token), 1.1 * weight, colour)
  }
  for (const { parent, child, depth } of branches(parents)) {
    const { width, alpha } = branchLook(depth)
    const colour = withAlpha(palette.ink, alpha * strength)
    stroke(ribbons, frame, keys, places, key(parent), keys, places, key(child), width * weight, colour)
  }
}

const withAlpha = ([red, green, blue]: Rgb, alpha: number): Rgba => [red, green, blue, alpha]

/** The geodesic from one packed point to another; `of` and `to` are points of the half-plane, the others places. */
function stroke(
  ribbons: RibbonBuffer,
  { chart, viewport }: Frame,
  of: Float64Array,
  ofPlaces: Float64Array,
  n: number,
  to: Float64Array,
  toPlaces: Float64Array,
  m: number,
  width: number,
  colour: Rgba,
): void {
  if (!chart) return
  if (!isHalfPlane(chart)) {
    strokeSegment(ribbons, chart, of[n]!, of[n + 1]!, to[m]!, to[m + 1]!, { width, colour })
    return
  }
  drawGeodesic(
    ribbons,
    viewport,
    ofPlaces[n]!,
    ofPlaces[n + 1]!,
    toPlaces[m]!,
    toPlaces[m + 1]!,
    width,
    colour,
  )
}
