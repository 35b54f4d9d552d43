import { describe, expect, it } from 'vitest'
import { derive } from '../../../src/document/derive'
import type { Document, Point } from '../../../src/document/document'
import { presets } from '../../../src/document/presets'
import { fitWindow, nominalAspect } from '../../../src/document/window'

/** The moved A is outermost on the left, the moved B on the right. */
const half: Document = {
  ...presets[0]!.document,
  a: presets[0]!.document.a.map((row) => row.map((entry) => [(entry as Point)[0] - 20, 1])),
  element: { x: 10, t: 1, theta: 0 },
}
const each = { element: half.b.map((_, i) => ({ x: 10 * (i - 1), t: 0.3 * i, theta: i })) }
const documents: Record<string, Document> = {
  ...Object.fromEntries(presets.map(({ name, document }) => [name, document])),
  'A alone': { ...half, move: 'a' },
  'B alone': { ...half, move: 'b' },
  'an element for each index': { ...half, ...each },
  'A alone, an element for each index': { ...half, ...each, move: 'a' },
  reflected: { ...half, reflected: true },
  'one index reflected': { ...half, ...each, reflected: [false, true, false] },
  'half of g': { ...half, time: 0.5 },
}

/** x and y of every point of the base and of the moved factors. */
function points(document: Document): { x: number[]; y: number[] } {
  const { base, moved, stride } = derive(document)
  const all = [base.a, base.b, moved.a, moved.b].flatMap((packed) => [...packed])
  return { x: all.filter((_, n) => n % stride === 0), y: all.filter((_, n) => n % stride === 1) }
}

describe('the window that shows everything', () => {
  it.each(Object.keys(documents))('is the smallest with a tenth of room on each side: %s', (name) => {
    const document = documents[name]!
    const { x, y } = points(document)
    const [low, high] = [Math.min(...x), Math.max(...x)]
    const { centre, height } = fitWindow(document)
    expect(centre).toBeCloseTo((low + high) / 2, 12)
    // Of the window, what holds the points is 8 tenths across and, above the boundary, 9 tenths upwards.
    const width = document.space === 'line' ? height : nominalAspect * height
    const used = [(high - low) / width / 0.8, ...y.map((one) => one / height / 0.9)]
    expect(Math.max(...used)).toBeCloseTo(1, 12)
  })
})
