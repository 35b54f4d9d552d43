import { useRef } from 'react'
import { createRibbonMaterial } from '../../gpu/materials/ribbonMaterial'
import { RibbonBuffer } from '../../gpu/ribbons'
import type { Rgb, Rgba } from '../../gpu/rgb'
import { isHalfPlane } from '../charts/chart'
import { drawModelGrid } from './modelGrid'
import { laneOf } from '../lanes'
import type { Frame } from '../frame'
import type { StageView } from '../stageView'
import { tickDistance, ticks, tickStep } from '../ticks'
import { planeX, worldX } from '../viewport'
import { useLayer } from './useLayer'
import { useResource } from './useResource'

/** Cells narrower than this are not drawn; they fade in up to twice as wide. */
const narrowest = 11

/**
 * The grid under everything. Half-plane: horocycles y = 2ᵏ and between each two of them pieces of
 * vertical geodesics 2ᵏ apart. All its cells are congruent in the hyperbolic metric and a zoom by 2
 * gives the same picture again, so it says what "the same size" means here at every zoom. Line: the
 * number line with its lanes, and squares in the (x, y) plane.
 */
export function Grid({ stage }: { stage: StageView }) {
  const ribbons = useResource(() => new RibbonBuffer(2048))
  const material = useResource(createRibbonMaterial)

  const drawn = useRef<readonly unknown[]>([])

  useLayer(stage, (frame) => {
    const { document, view, viewport, window, palette, chart } = frame
    const of = [
      document.space,
      document.b.length,
      view.slice,
      view.turn,
      view.magnification,
      view.pattern,
      viewport.width,
      viewport.height,
    ]
    const now = [...of, window, palette, chart?.name === 'passage' ? chart : chart?.name]
    if (now.every((one, n) => Object.is(one, drawn.current[n]))) return
    drawn.current = now
    ribbons.begin()
    if (frame.lanes) drawLine(frame, ribbons)
    else if (isHalfPlane(frame.chart!)) drawHalfPlane(frame, ribbons)
    else drawModelGrid(frame, ribbons)
    ribbons.end()
  })

  return <mesh geometry={ribbons.geometry} material={material} frustumCulled={false} renderOrder={2} />
}

const faded = ([red, green, blue]: Rgb, alpha: number): Rgba => [red, green, blue, alpha]

function drawHalfPlane(frame: Frame, ribbons: RibbonBuffer): void {
  const { viewport, palette, view } = frame
  const { width } = viewport
  if (view.pattern === 'none') drawOctaves(frame, ribbons)
  ribbons.segment(0, 0, width, 0, 2 * palette.weight, faded(palette.ink, 1))
  drawTicks(viewport, palette, ribbons, 0)
}

function drawOctaves({ viewport, palette }: Frame, ribbons: RibbonBuffer): void {
  const { width, height, scale } = viewport
  const hairline = palette.weight
  const top = height - viewport.floor
  const lowest = Math.ceil(Math.log2(narrowest / scale))
  const highest = Math.floor(Math.log2(top / scale))
  for (let k = lowest; k <= highest; k++) {
    const cell = 2 ** k * scale
    const colour = faded(palette.grid, Math.min(1, (cell - narrowest) / narrowest))
    ribbons.segment(0, cell, width, cell, hairline, colour)
    const step = 2 ** k
    for (const x of ticks(planeX(viewport, 0), planeX(viewport, width), step)) {
      const X = worldX(viewport, x)
      ribbons.segment(X, cell, X, Math.min(2 * cell, top), hairline, colour)
    }
  }
  const above = 2 ** (highest + 1)
  for (const x of ticks(planeX(viewport, 0), planeX(viewport, width), above)) {
    const X = worldX(viewport, x)
    if (above * scale < top) ribbons.segment(X, above * scale, X, top, hairline, faded(palette.grid, 1))
  }
}

function drawLine(frame: Frame, ribbons: RibbonBuffer): void {
  const { viewport, palette, lanes, view, derived } = frame
  const { width, height } = viewport
  const hairline = palette.weight
  const axis = lanes!.axis
  for (let i = 0; i < derived.size.inner; i++) {
    for (const factor of ['a', 'b'] as const) {
      const Y = laneOf(lanes!, factor, i)
      ribbons.segment(0, Y, width, Y, hairline, faded(palette.grid, 0.7))
    }
  }
  ribbons.segment(0, axis, width, axis, 2 * palette.weight, faded(palette.ink, 1))
  drawTicks(viewport, palette, ribbons, axis)
  if (!view.slice) return
  const top = height - viewport.floor
  const step = tickStep(viewport.scale, 70)
  for (const x of ticks(planeX(viewport, 0), planeX(viewport, width), step)) {
    const X = worldX(viewport, x)
    ribbons.segment(X, 0, X, top, hairline, faded(palette.grid, 1))
  }
  const half = top / 2 / viewport.scale
  for (const y of ticks(viewport.centre - half, viewport.centre + half, step)) {
    const Y = (y - viewport.centre) * viewport.scale + top / 2
    ribbons.segment(0, Y, width, Y, hairline, faded(palette.grid, 1))
  }
  ribbons.segment(0, 0, width, 0, hairline, faded(palette.muted, 0.6))
}

function drawTicks(
  viewport: Frame['viewport'],
  palette: Frame['palette'],
  ribbons: RibbonBuffer,
  Y: number,
): void {
  const step = tickStep(viewport.scale, tickDistance(viewport.centre, viewport.scale, palette.weight))
  const half = 4 * palette.weight
  for (const x of ticks(planeX(viewport, 0), planeX(viewport, viewport.width), step)) {
    const X = worldX(viewport, x)
    ribbons.segment(X, Y - half, X, Y + half, palette.weight, faded(palette.ink, 1))
  }
}
