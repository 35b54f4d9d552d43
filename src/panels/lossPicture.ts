import { derive } from '../document/derive'
import type { Document } from '../document/document'
import { isModel } from '../document/modelLoss'
import { fillWith, pictured, sliceCurves, sliceOf, topLevel } from '../document/slice'
import { nominalAspect, type PlaneWindow } from '../document/window'
import { curveLosses, level, type Curves } from '../math/levels'
import type { AppState } from '../store/store'
import type { Picture } from '../ui/drawLevelCurves'
import { figure } from './figures'

/** Samples across and up, the finest first; what takes longer than a frame has time for is drawn from fewer. */
const sizes = [
  { width: 65, height: 52 },
  { width: 33, height: 26 },
  { width: 17, height: 13 },
] as const
const budgetMs = 14

/** Lower left corner and extent of the window in the plane of the slice. */
function extent({ space }: Document, { centre, height }: PlaneWindow) {
  const w = height * nominalAspect
  return { left: centre - w / 2, bottom: space === 'line' ? centre - height / 2 : 0, w, h: height }
}

function pinOf(document: Document, plane: PlaneWindow, [x, y]: readonly [number, number]) {
  const { left, bottom, w, h } = extent(document, plane)
  return [(x - left) / w, (y - bottom) / h] as const
}

type Through = 'base' | 'moved'
const kept: Partial<Record<Through, { readonly of: readonly unknown[]; readonly is: Picture }>> = {}

function picture(state: AppState, through: Through): Picture {
  const { document, window: plane } = state
  const { a, b, space, free, selection, head, classifier } = document
  const target = isModel(document) ? 'base' : document.target
  const moved = through === 'moved' ? derive(document).moved : undefined
  const of = [a, b, space, free, selection, target, head, classifier, plane, moved]
  const last = kept[through]
  if (last?.of.every((one, n) => one === of[n])) return last.is
  const is = drawn(document, plane, through)
  kept[through] = { of, is }
  return is
}

/** What a sample took last time, in ms. */
let msPerSample = 0

function drawn(document: Document, plane: PlaneWindow, through: Through): Picture {
  const slice = pictured(document, through)
  const { left, bottom, w, h } = extent(document, plane)
  const { width, height } =
    sizes.find((size) => msPerSample * size.width * size.height < budgetMs) ?? sizes[2]
  const dx = w / width
  const dy = h / height
  const grid = { width, height, x0: left + dx / 2, y0: bottom + dy / 2, dx, dy }
  const curves = sliceCurves(document)
  const start = performance.now()
  const values = fillWith(slice, grid, new Float64Array(width * height))
  msPerSample = (performance.now() - start) / values.length
  return {
    values,
    width,
    height,
    levels: levelsUpTo(values, curves),
    pin: pinOf(document, plane, slice.model),
    shape: document.space === 'line' ? 'both' : document.free.factor,
    hasBoundary: document.space === 'halfPlane',
  }
}

/** Near the boundary the loss grows for ever; beyond these the curves lie too close to be told apart. */
const mostCurves = 28

function levelsUpTo(values: Float64Array, curves: Curves): Picture['levels'] {
  let highest = 0
  for (const value of values) if (value > highest) highest = value
  return curveLosses(0, highest, curves, mostCurves).map((value) => ({
    value,
    shade: level(value, curves.reference) / topLevel,
  }))
}

export const pictureBefore = (state: AppState) => picture(state, 'base')
export const pictureAfter = (state: AppState) => picture(state, 'moved')

function modelWords(document: Document, through: Through): string {
  const [x, y] = sliceOf(document, through).model
  return document.space === 'line' ? `(${figure(x)}, ${figure(y)})` : `${figure(x)} + ${figure(y)}i`
}

export const modelBefore = ({ document }: AppState) => modelWords(document, 'base')
export const modelAfter = ({ document }: AppState) => modelWords(document, 'moved')

/** "1.08e-3 → 1.08e-3" */
export function lossWords({ document }: AppState): string {
  const { lossBefore, lossAfter } = derive(document)
  return `${figure(lossBefore)} → ${figure(lossAfter)}`
}
