import { describe, expect, it } from 'vitest'
import type { Document, Point } from '../../../src/document/document'
import { defaultDocument, presetNamed } from '../../../src/document/presets'
import { defaultView, modelNames, type ModelName, type View } from '../../../src/document/view'
import { fitWindow } from '../../../src/document/window'
import { placeOf } from '../../../src/stage/charts/chart'
import { chartOf } from '../../../src/stage/charts/chartOf'
import { Figure } from '../../../src/stage/figure/figure'
import { laterParts } from '../../../src/stage/figure/laterParts'
import { levelCurves } from '../../../src/stage/figure/levelCurves'
import { firstParts } from '../../../src/stage/figure/parts'
import type { Role } from '../../../src/stage/figure/pen'
import type { Arc, Mark, Shape } from '../../../src/stage/figure/shapes'
import { makeFrame, type Frame } from '../../../src/stage/frame'
import type { Palette } from '../../../src/stage/palette'
import { elementsOf } from '../../../src/stage/svg/elements'
import { store } from '../../../src/store/store'

const black = [0, 0, 0] as const
const names = [
  'paper',
  'ink',
  'muted',
  'grid',
  'a',
  'b',
  'g',
  'ok',
  'bad',
  'ghost',
  'ghostA',
  'ghostB',
] as const
const palette = {
  ...Object.fromEntries(names.map((name) => [name, black])),
  columns: [black],
  classes: [black],
  ramp: new Float32Array(24),
  weight: 1,
} as unknown as Palette

/** Moves by z ↦ (2z + 1)/(z + 1): a drag has come somewhere. */
const moved: Document = { ...defaultDocument, element: [2, 1, 1, 1] }

function frameOf(document: Document, of: Partial<View> = {}, height = 640): Frame {
  const view = { ...defaultView, ...of }
  const window = fitWindow(document)
  const size = { width: 900, height, tilt: 0 }
  return makeFrame({
    ...{ document, view, window, palette, ...size },
    chartIn: (viewport) => chartOf(view.model, viewport, window, view),
  })
}

const figure = () =>
  new Figure([levelCurves(), ...firstParts, ...laterParts], (error) => {
    throw error
  })

const shapesOf = (frame: Frame, role?: Role): readonly Shape[] =>
  figure()
    .layersOf(frame)
    .filter((layer) => role === undefined || layer.role === role)
    .flatMap(({ shapes }) => shapes)

/** (2z + 1)/(z + 1), by hand. */
function image([x, y]: Point): Point {
  const n = (x + 1) ** 2 + y * y
  return [((2 * x + 1) * (x + 1) + 2 * y * y) / n, y / n]
}

const apart = (mark: Mark, [X, Y]: readonly [number, number]) => Math.hypot(mark.X - X, mark.Y - Y)

describe('a figure', () => {
  it.each(modelNames)(
    '%s: marks are where its chart puts base and moved entries, A discs and B diamonds',
    (model) => {
      const frame = frameOf(moved, { model })
      const marks = shapesOf(frame, 'entry') as Mark[]
      for (const factor of ['a', 'b'] as const) {
        const shape = factor === 'a' ? 'disc' : 'diamond'
        for (const z of moved[factor].flat() as Point[]) {
          for (const [point, isFilled] of [
            [z, false],
            [image(z), true],
          ] as const) {
            const place = placeOf(frame.chart!, ...point)
            const alike = marks.filter((mark) => mark.shape === shape && mark.isFilled === isFilled)
            expect(Math.min(...alike.map((mark) => apart(mark, place)))).toBeLessThan(1e-6)
          }
        }
      }
      expect(marks.filter(({ isFilled }) => !isFilled)).toHaveLength(19) // 18 of the base, and the ring of the free one
    },
  )

  it.each(modelNames)('%s: a canvas lower than its floor shows an axis all the same', (model) => {
    const axis = shapesOf(frameOf(moved, { model }, 20), 'element')
    expect(axis.length).toBeGreaterThan(0)
  })

  const geodesics = (model: ModelName) => shapesOf(frameOf(moved, { model }), 'geodesic')

  it('half-plane: geodesics are arcs of circles about boundary points', () => {
    const arcs = geodesics('halfPlane') as Arc[]
    expect(arcs).toHaveLength(6)
    for (const arc of arcs) expect([arc.kind, arc.Y]).toEqual(['arc', 0])
  })

  it('disk: geodesics are arcs of circles that meet the rim at right angles, and the rim is a circle', () => {
    const rim = shapesOf(frameOf(moved, { model: 'disk', pattern: 'polar' }), 'grid')[0] as Arc
    expect(Math.abs(rim.to - rim.from)).toBeCloseTo(2 * Math.PI, 9)
    const arcs = geodesics('disk') as Arc[]
    expect(arcs).toHaveLength(6)
    for (const { kind, X, Y, radius } of arcs) {
      expect(kind).toBe('arc')
      const away2 = (X - rim.X) ** 2 + (Y - rim.Y) ** 2
      expect(away2 / (rim.radius ** 2 + radius ** 2)).toBeCloseTo(1, 6)
    }
  })

  it('Klein disk: geodesics are straight', () => {
    const chords = geodesics('klein')
    expect(chords).toHaveLength(6)
    for (const chord of chords) expect(chord.kind === 'chain' && chord.points).toHaveLength(4)
  })

  it('is plain data of finite numbers: every model with flow lines, and the line', () => {
    const frames = modelNames.map((model) => frameOf(moved, { model, flow: true }))
    for (const frame of [...frames, frameOf(presetNamed('line3')!.document)]) {
      const shapes = shapesOf(frame)
      const roles = new Set(shapes.map(({ role }) => role))
      for (const role of ['level', 'grid', 'geodesic', 'entry', 'pin'] as const) expect(roles).toContain(role)
      if (frame.chart) for (const role of ['flow', 'element', 'frame'] as const) expect(roles).toContain(role)
      // What JSON does not know, as NaN, would come back as something else.
      expect(JSON.parse(JSON.stringify(shapes))).toEqual(shapes)
      const written = JSON.stringify(elementsOf(shapes, frame))
      expect(written).not.toMatch(/NaN|Infinity|undefined/)
    }
  })

  it('draws only what has changed anew', () => {
    const frame = frameOf(moved)
    const kept = figure()
    const before = kept.layersOf(frame)
    expect(kept.layersOf(frame).every((layer, n) => layer === before[n] || layer.role === 'level')).toBe(true)
    store.setState({ pointedTerm: 1 })
    const after = kept.layersOf(frame)
    store.setState({ pointedTerm: undefined })
    const other = after.filter((layer, n) => layer !== before[n]).map(({ role }) => role)
    expect(['level', 'geodesic', 'tree']).toEqual(expect.arrayContaining(other))
    expect(other).toContain('geodesic')
  })
})

describe('shapes as SVG', () => {
  const sheet = { viewport: { width: 400, height: 200, floor: 20, scale: 1, centre: 0 }, palette }
  const arc: Arc = {
    kind: 'arc',
    role: 'geodesic',
    X: 100,
    Y: 50,
    radius: 40,
    from: 0,
    to: Math.PI / 2,
    width: 2,
    dash: 0,
    ink: { token: 'g', n: 0, alpha: 1 },
  }
  const pathOf = (...shapes: Shape[]) => elementsOf(shapes, sheet).map(({ attributes }) => attributes['d'])

  it('arcs are arcs: a quarter, more than a half, the other way, all round', () => {
    expect(pathOf(arc)).toEqual(['M140 130A40 40 0 0 0 100 90'])
    expect(pathOf({ ...arc, to: (3 / 2) * Math.PI })).toEqual(['M140 130A40 40 0 1 0 100 170'])
    expect(pathOf({ ...arc, to: -Math.PI / 2 })).toEqual(['M140 130A40 40 0 0 1 100 170'])
    expect(pathOf({ ...arc, to: 2 * Math.PI })).toEqual(['M140 130A40 40 0 0 0 60 130A40 40 0 0 0 140 130'])
  })

  it('of a huge circle only what is seen is drawn, by chords within a quarter of a pixel', () => {
    const radius = 1e6
    const [path] = pathOf({ ...arc, X: 200, Y: 60 - radius, radius, from: 0, to: Math.PI })
    const places = path!
      .slice(1)
      .split('L')
      .map((pair) => pair.split(' ').map(Number))
    expect(places.length).toBeGreaterThan(1)
    for (const [left, top] of places) {
      expect(Math.abs(left!)).toBeLessThan(500)
      expect(Math.abs(Math.hypot(left! - 200, 180 - top! - 60 + radius) - radius)).toBeLessThan(0.02)
    }
  })

  it('lines that look alike are one path; others, and marks between them, begin another', () => {
    expect(pathOf(arc, arc)).toHaveLength(1)
    expect(pathOf(arc, { ...arc, width: 3 }, { ...arc, ink: { ...arc.ink, alpha: 0.5 } })).toHaveLength(3)
  })
})
