import { afterEach, expect, it } from 'vitest'
import { acted } from '../../../src/document/acting'
import type { Entry } from '../../../src/document/document'
import { encodeLink, safeLinkLength } from '../../../src/document/link'
import { innerIndex } from '../../../src/document/moves'
import { randomMatrices } from '../../../src/document/randomMatrices'
import { defaultView } from '../../../src/document/view'
import { random } from '../../../src/math/random'
import { halfPlaneChart } from '../../../src/stage/charts/halfPlane'
import { entryDrag } from '../../../src/stage/drags'
import type { Frame } from '../../../src/stage/frame'
import { nudgeEntry } from '../../../src/stage/keys'
import { viewportOf, worldX } from '../../../src/stage/viewport'
import { beginGesture, endGesture } from '../../../src/store/history'
import { store } from '../../../src/store/store'

afterEach(endGesture)

const [width, height] = [1000, 700]
const size = { rows: 8, inner: 8, columns: 8 }

/** Every entry of an 8 × 8 A and B in turn. */
function eachEntry(visit: (factor: 'a' | 'b', row: number, column: number) => void) {
  for (const factor of ['a', 'b'] as const)
    for (let n = 0; n < 64; n++) visit(factor, Math.floor(n / 8), n % 8)
}

it.each([
  ['halfPlane', 2],
  ['halfPlane', 8],
  ['halfPlane', 60],
  ['line', 4],
  ['line', 30],
] as const)(
  '%s, window %d high: dragged entries follow the pointer within a pixel, and the link stays short',
  (space, tall) => {
    const next = random(3)
    store.getState().open(randomMatrices(space, size, 5))
    const viewport = viewportOf({ centre: 0.3, height: tall }, width, height)
    const chart = space === 'line' ? undefined : halfPlaneChart(viewport)
    const worldOf = (entry: Entry): readonly [number, number] =>
      typeof entry === 'number'
        ? [worldX(viewport, entry), 0]
        : [worldX(viewport, entry[0]), entry[1] * viewport.scale]
    let worst = 0
    eachEntry((factor, row, column) => {
      const { document } = store.getState()
      const which = next() < 0.5 ? 'base' : 'moved'
      const place = (entry: Entry) =>
        which === 'base' ? entry : acted(store.getState().document, innerIndex(factor, row, column), entry)
      const [X, Y] = worldOf(place(document[factor][row]![column]!))
      const frame = { document, view: defaultView, viewport, chart } as Frame
      beginGesture()
      const drag = entryDrag(frame, { factor, row, column, which, away: 0 }, X + 2, Y - 1, X, Y)
      const [toX, toY] = [X + 100 * (next() - 0.5), Math.max(3, Y + 100 * (next() - 0.5))]
      drag.move(toX + 2, toY - 1)
      endGesture()
      const [atX, atY] = worldOf(place(store.getState().document[factor][row]![column]!))
      worst = Math.max(worst, Math.abs(atX - toX), space === 'line' ? 0 : Math.abs(atY - toY))
    })
    // Half of the diagonal of a grid of 0.2 pixels, times what the metric of the place does to a square: below 1.
    expect(worst).toBeLessThan(1)
    expect(worst).toBeGreaterThan(0)
    expect(encodeLink(store.getState().document, defaultView).length).toBeLessThan(safeLinkLength)
  },
)

it('nudged by keys, small steps and large, in any order: the link of 8 × 8 stays short', () => {
  const next = random(4)
  store.getState().open(randomMatrices('halfPlane', size, 6))
  const keys = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']
  for (let round = 0; round < 3; round++)
    eachEntry((factor, row, column) =>
      nudgeEntry(factor, row, column, keys[Math.floor(4 * next())]!, next() < 0.5),
    )
  expect(encodeLink(store.getState().document, defaultView).length).toBeLessThan(safeLinkLength)
})
