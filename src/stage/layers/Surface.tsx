import { useThree } from '@react-three/fiber'
import { useMemo, useRef } from 'react'
import type { Mesh } from 'three'
import { fillWith, pictured, sliceCurves, sliceLoss, topLevel, type Slice } from '../../document/slice'
import { level } from '../../math/levels'
import { Floor } from '../../gpu/floor'
import { setRise } from '../../gpu/materials/heightMaterial'
import { setOpacity, type SurfaceMaterial } from '../../gpu/materials/surface'
import { insideAt, isHalfPlane, type Chart } from '../charts/chart'
import type { Frame } from '../frame'
import { store } from '../../store/store'
import type { StageView } from '../stageView'
import { levelHeight } from '../relief'
import { sampleColumns, sampleRows } from '../sampling'
import { planeX, planeZero } from '../viewport'
import { SliceMaterial } from './sliceMaterial'
import { useLayer } from './useLayer'
import { useResource } from './useResource'

const columns = sampleColumns
const rows = sampleRows
/** Tilted, the slice stands on the plane as a surface: the same loss, with its height computed in float64. */
export function Surface({ stage }: { stage: StageView }) {
  const mesh = useRef<Mesh>(null!)
  const floor = useResource(() => new Floor(columns, rows))
  const redraw = useThree((state) => state.invalidate)
  const material = useResource(() => new SliceMaterial(true, redraw))
  const losses = useMemo(() => new Float64Array((columns + 1) * (rows + 1)), [])

  useLayer(
    stage,
    (frame) => [frame, material.refined, store.getState().ball],
    (frame) => {
      const { view, viewport, document, tilt } = frame
      mesh.current.visible = view.slice && tilt > 0 && frame.chart?.name !== 'passage'
      if (!mesh.current.visible) return
      const slice = pictured(document, 'moved')
      const { reference } = sliceCurves(document)
      const isOther = frame.chart && !isHalfPlane(frame.chart)
      const lowest = isOther ? -viewport.floor : slice.space === 'line' ? 0 : 2
      const window = { left: 0, right: viewport.width, bottom: lowest, top: viewport.height - viewport.floor }
      floor.place(window)
      const height = levelHeight(viewport)
      const shown = material.show(slice, frame, window) as SurfaceMaterial
      if (slice.kind === 'training') raiseTo(floor, material.sampler.levels, height)
      else {
        if (isOther) fillThrough(frame.chart, slice, floor, window, losses)
        else fillWith(slice, gridOf(frame, slice, lowest), losses)
        raise(floor, losses, reference, height)
      }
      setRise(shown, tilt, height)
      setOpacity(shown, 1 - 0.12 * tilt)
      mesh.current.material = shown
    },
  )

  return <mesh ref={mesh} geometry={floor.geometry} frustumCulled={false} renderOrder={1} />
}

/** The losses at the vertices of the surface in another model; beyond its rim as on it. */
function fillThrough(
  chart: Chart,
  slice: Slice,
  floor: Floor,
  window: { left: number; right: number; bottom: number; top: number },
  losses: Float64Array,
): void {
  for (let row = 0, n = 0; row <= rows; row++) {
    for (let column = 0; column <= columns; column++, n++) {
      losses[n] = sliceLoss(slice, insideAt(chart, floor.x(column, window), floor.y(row, window)))
    }
  }
}

/** Writes the height of each vertex, up to where the colours end. */
function raise(floor: Floor, losses: Float64Array, reference: number, height: number): void {
  for (let n = 0; n < losses.length; n++) {
    floor.heights[n] = Math.min(level(losses[n]!, reference), topLevel) * height
  }
  floor.endHeights()
}

/** The same from levels, which were sampled at the vertices. */
function raiseTo(floor: Floor, levels: Float32Array, height: number): void {
  for (let n = 0; n < levels.length; n++) floor.heights[n] = Math.min(levels[n]!, topLevel) * height
  floor.endHeights()
}

/** The vertices of the surface as points of the plane. */
function gridOf({ viewport }: Frame, { space }: Slice, lowest: number) {
  const top = viewport.height - viewport.floor
  const zero = space === 'line' ? planeZero(viewport) : 0
  return {
    width: columns + 1,
    height: rows + 1,
    x0: planeX(viewport, 0),
    y0: (lowest - zero) / viewport.scale,
    dx: viewport.width / columns / viewport.scale,
    dy: (top - lowest) / rows / viewport.scale,
  }
}
