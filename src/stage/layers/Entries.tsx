import { useRef } from 'react'
import { createPointMaterial, setPointStyle } from '../../gpu/materials/pointMaterial'
import { setPixelRatio } from '../../gpu/materials/pixelRatio'
import { diamond, disc, PointBuffer, type MarkShape } from '../../gpu/points'
import type { Rgb, Rgba } from '../../gpu/rgb'
import type { FactorName, FreeEntry } from '../../document/document'
import { slicePair } from '../../document/slice'
import { store } from '../../store/store'
import { elementList } from '../../document/element'
import { innerIndex } from '../../document/moves'
import { columnColour } from '../columnColours'
import type { Frame } from '../frame'
import type { PutMark, StageView } from '../stageView'
import { useLayer } from './useLayer'
import { useResource } from './useResource'

const opaque = ([red, green, blue]: Rgb): Rgba => [red, green, blue, 1]

/** Diameter of a mark in CSS pixels: smaller when there are many, and where a tree is drawn between them. */
export function markSize({ base, palette, document }: Frame): number {
  const entries = (base.a.length + base.b.length) / 2
  return palette.weight * Math.max(4, (document.head ? 11 : 14) - Math.max(0, Math.log2(entries / 24)))
}

/** Whether g leaves this factor where the document holds it. */
const stays = ({ derived }: Frame, factor: FactorName) => derived.moved[factor] === derived.base[factor]

const shapes = { a: disc, b: diamond } as const

/** The entries of A (discs) and B (diamonds): hollow where the document holds them, filled where g has moved them. */
export function Entries({ stage }: { stage: StageView }) {
  const buffer = useResource(() => new PointBuffer())
  const material = useResource(createPointMaterial)
  const looks = useRef<readonly unknown[]>([])

  useLayer(
    stage,
    (frame) => {
      const now = looksOf(frame)
      const isSame =
        frame.document.classifier === null &&
        now.length === looks.current.length &&
        now.every((one, n) => Object.is(one, looks.current[n]))
      if (isSame) {
        moveMarks(buffer, frame)
        return
      }
      looks.current = now
      const { palette } = frame
      setPixelRatio(material, window.devicePixelRatio)
      setPointStyle(material, palette.paper, 1.5 * palette.weight, 1.6 * palette.weight)
      buffer.begin()
      const put: PutMark = (X, Y, size, shape, fill, colour) => {
        buffer.point(X, Y, 0, size, shape, fill, colour)
      }
      if (!stage.putMarks(frame, put)) putMarks(frame, put)
      buffer.end()
    },
    () => [store.getState().pointed, store.getState().column, stage.putMarks],
  )

  return <points geometry={buffer.geometry} material={material} frustumCulled={false} renderOrder={5} />
}

/** While these are the same, a drag only moves marks. */
function looksOf(frame: Frame): readonly unknown[] {
  const { derived, document, palette, view } = frame
  const { rows, inner, columns } = derived.size
  return [
    ...[
      rows,
      inner,
      columns,
      palette,
      view.slice,
      document.free,
      document.selection,
      document.space,
      window.devicePixelRatio,
    ],
    ...[stays(frame, 'a'), stays(frame, 'b'), store.getState().pointed],
    elementList(document) && store.getState().column,
  ]
}

function moveMarks(buffer: PointBuffer, frame: Frame): void {
  let n = 0
  putMarks(frame, (X, Y) => buffer.move(n++, X, Y, 0))
  buffer.endMoves()
}

/** Every mark, in the order in which they are drawn. */
function putMarks(frame: Frame, put: PutMark): void {
  const { palette, base, moved, document, view, derived } = frame
  const { pointed } = store.getState()
  const size = markSize(frame)
  for (const factor of ['a', 'b'] as const) {
    if (stays(frame, factor)) continue
    const ghost = opaque(factor === 'a' ? palette.ghostA : palette.ghostB)
    putAll(base[factor], size * 0.72, shapes[factor], 0, ghost, put)
  }
  if (elementList(document)) putColumns(frame, size, put)
  for (const factor of ['b', 'a'] as const) {
    putAll(moved[factor], size, shapes[factor], 1, opaque(palette[factor]), put)
  }
  const ring = ({ factor, row, column }: FreeEntry, colour: Rgba) => {
    const columns = factor === 'a' ? derived.size.inner : derived.size.columns
    const at = 2 * (row * columns + column)
    const [X, Y] = [within(moved[factor][at]), within(moved[factor][at + 1])]
    put(X, Y, size * 1.75, shapes[factor], 0, colour)
    put(X, Y, size, shapes[factor], 1, opaque(palette[factor]))
  }
  if (view.slice) {
    ring(document.free, opaque(palette.ink))
    if (document.space === 'line') ring(partner(document), opaque(palette.ink))
  }
  if (pointed) ring(pointed, opaque(palette[pointed.factor]))
}

/** Where each inner index has its own element: its colour round its entries, thicker for the one that is edited. */
function putColumns({ palette, moved, derived }: Frame, size: number, put: PutMark): void {
  const { column } = store.getState()
  for (const factor of ['b', 'a'] as const) {
    const points = moved[factor]
    const columns = factor === 'a' ? derived.size.inner : derived.size.columns
    for (let n = 0; 2 * n < points.length; n++) {
      const inner = innerIndex(factor, Math.floor(n / columns), n % columns)
      const width = inner === column ? 1.85 : 1.5
      const colour = opaque(columnColour(palette, inner))
      put(within(points[2 * n]), within(points[2 * n + 1]), size * width, shapes[factor], 1, colour)
    }
  }
}

/** On the line the slice is over two entries: the other one of the pair. */
function partner(document: Frame['document']): FreeEntry {
  const { k, i, l } = slicePair(document)
  return document.free.factor === 'a'
    ? { factor: 'b', row: i, column: l }
    : { factor: 'a', row: k, column: i }
}

function putAll(
  points: Float64Array,
  size: number,
  shape: MarkShape,
  fill: 0 | 1,
  colour: Rgba,
  put: PutMark,
): void {
  for (let n = 0; n < points.length; n += 2)
    put(within(points[n]), within(points[n + 1]), size, shape, fill, colour)
}

/** Far off the canvas all places are alike, but float32 has a largest number. */
const farthest = 1e7
export const within = (X: number | undefined): number =>
  X !== undefined && Math.abs(X) < farthest ? X : X !== undefined && X < 0 ? -farthest : farthest
