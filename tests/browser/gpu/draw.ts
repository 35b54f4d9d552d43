import { createFieldMaterial, createLineFieldMaterial } from '../../../src/gpu/materials/fieldMaterial'
import {
  createHeightMaterial,
  createLineHeightMaterial,
  setRise,
} from '../../../src/gpu/materials/heightMaterial'
import { setPixelRatio } from '../../../src/gpu/materials/pixelRatio'
import { createPointMaterial, setPointStyle } from '../../../src/gpu/materials/pointMaterial'
import { createRibbonMaterial, setRibbonOpacity } from '../../../src/gpu/materials/ribbonMaterial'
import { setLineSlice, setSlice, type EntrySliceMaterial } from '../../../src/gpu/materials/sliceUniforms'
import {
  setBall,
  setCurves,
  setCurveStyle,
  setOpacity,
  setRamp,
  type SurfaceMaterial,
} from '../../../src/gpu/materials/surface'
import { Floor } from '../../../src/gpu/floor'
import { curveLosses, level, rampColor, type Curves } from '../../../src/math/levels'
import { diamond, disc, PointBuffer } from '../../../src/gpu/points'
import { RibbonBuffer } from '../../../src/gpu/ribbons'
import { ramp } from '../../../src/gpu/rgb'
import { dist } from '../../../src/math/upperHalfPlane'
import { Bench, side } from './page'

const colors = ramp(['#f7fcf5', '#e0f0e6', '#c1e0d2', '#9dcdbd', '#74b6a6', '#4c9a90', '#2d7c78', '#155c5e'])
const top = 5
const curves: Curves = { ladder: 'geometric', reference: 0.5, density: 2 }
const whole = { left: 0, bottom: 0, right: side, top: side }
const samples = [
  [30, 20],
  [101, 60],
  [99, 140],
  [180, 7],
  [60, 199],
] as const
const black = [0, 0, 0, 1] as const
const red = [1, 0, 0, 1] as const
const white = [1, 1, 1] as const

function colorOf(loss: number): Float64Array {
  return rampColor(colors, level(loss, curves.reference) / top, new Float64Array(3))
}

/** Smooth colour alone: no curves, no ball. */
function plain(material: SurfaceMaterial): void {
  setRamp(material, colors, top)
  setCurves(material, curves, 0)
  setCurveStyle(material, [0, 0, 0], 0)
  setOpacity(material, 1)
}

function slicePoints(terms: number): Float32Array {
  const points = new Float32Array(3 * terms)
  for (let i = 0; i < terms; i++)
    points.set([20 + ((37 * i) % 160), 30 + ((53 * i) % 140), -0.4 - 0.1 * (i % 3)], 3 * i)
  return points
}

function sliceLoss(points: Float32Array, rest: number, scale: number, x: number, y: number): number {
  let sum = rest
  for (let i = 0; i < points.length; i += 3)
    sum += (points[i + 2]! + dist(x, y, points[i]!, points[i + 1]!)) ** 2
  return sum * scale
}

function fields(bench: Bench): void {
  const floor = new Floor()
  floor.place(whole)
  for (const terms of [1, 3, 16, 17, 64]) {
    const points = slicePoints(terms)
    const shapes: [string, EntrySliceMaterial][] = [
      [`field of ${terms}`, createFieldMaterial(terms)],
      [`flat surface of ${terms}`, createHeightMaterial(terms)],
    ]
    for (const [name, material] of shapes) {
      plain(material)
      setRise(material, 0, 20)
      setSlice(material, points, 0.2, 1 / terms)
      bench.draw(name, floor.geometry, material, 'mesh')
      for (const [x, y] of samples) {
        bench.expect(name, x, y, colorOf(sliceLoss(points, 0.2, 1 / terms, x + 0.5, y + 0.5)))
      }
    }
  }
}

function lineFields(bench: Bench): void {
  const floor = new Floor()
  floor.place(whole)
  for (const [p, q] of [
    [0, 0],
    [3, 0],
    [2, 20],
  ] as const) {
    const xTerms = Float32Array.from({ length: 2 * p }, (_, i) => (i % 2 ? -0.3 * i : 40 + 20 * i))
    const yTerms = Float32Array.from({ length: 2 * q }, (_, i) => (i % 2 ? 0.1 * i - 1 : 90 + 3 * i))
    const slice = { xTerms, yTerms, crossPx: 12, crossOffset: -0.7, rest: 0.1, scale: 0.05, unitPx: 40 }
    const loss = (x: number, y: number) => {
      let sum = slice.rest + (slice.crossOffset + Math.abs(x - y - 12) / 40) ** 2
      for (let i = 0; i < 2 * p; i += 2) sum += (xTerms[i + 1]! + Math.abs(x - xTerms[i]!) / 40) ** 2
      for (let i = 0; i < 2 * q; i += 2) sum += (yTerms[i + 1]! + Math.abs(y - yTerms[i]!) / 40) ** 2
      return sum * slice.scale
    }
    for (const material of [createLineFieldMaterial(p, q), createLineHeightMaterial(p, q)]) {
      plain(material)
      setRise(material, 0, 20)
      setLineSlice(material, slice)
      bench.draw(`line field of ${p} and ${q}`, floor.geometry, material, 'mesh')
      for (const [x, y] of samples) {
        bench.expect(`line field of ${p} and ${q}`, x, y, colorOf(loss(x + 0.5, y + 0.5)))
      }
    }
  }
}

/** One entry at (100, 100), so that the level curves are hyperbolic circles round it. */
function curvesAndBall(bench: Bench): { crossings: number; expected: number } {
  const floor = new Floor()
  floor.place(whole)
  const material = createFieldMaterial(1)
  plain(material)
  setCurves(material, { ladder: 'sqrt', reference: 0.01, density: 1 }, 1)
  setCurveStyle(material, [0, 0, 0], 1, 1.5)
  setSlice(material, Float32Array.of(100.5, 100.5, 0), 0, 1)
  bench.draw('level curves', floor.geometry, material, 'mesh')
  let crossings = 0
  let was = false
  for (let x = 101; x < side; x++) {
    const dark = bench.at(x, 100)[1]! < 65
    if (dark && !was) crossings++
    was = dark
  }
  const far = dist(100.5, 100.5, side, 100.5) ** 2
  setBall(material, 0.04, [1, 0, 0], 0.5)
  setCurveStyle(material, [0, 0, 0], 0)
  bench.draw('ball', floor.geometry, material, 'mesh')
  // bands round a zero: the colour at (100, 100) is that of the middle of the first one, half tinted
  const band = rampColor(colors, level(0.01 * 0.25, 0.01) / top, new Float64Array(3))
  bench.expect('inside the ball', 100, 100, [0.5 + band[0]! / 2, band[1]! / 2, band[2]! / 2])
  bench.expect('the edge of the ball', Math.round(100 + 100 * 2 * Math.sinh(0.1)), 100, [1, 0, 0])
  floor.place({ ...whole, bottom: -100 })
  bench.draw('below the boundary', floor.geometry, material, 'mesh')
  return { crossings, expected: curveLosses(0, far, { ladder: 'sqrt', reference: 0.01, density: 1 }).length }
}

/** The surface over one entry, seen from above: the slope that faces the light is the brighter one. */
function surface(bench: Bench): { lit: number; shaded: number } {
  const floor = new Floor(64, 64)
  floor.place(whole)
  for (let row = 0, i = 0; row <= 64; row++) {
    for (let column = 0; column <= 64; column++, i++) {
      const y = Math.max(floor.y(row, whole), 1e-3)
      floor.heights[i] = 30 * level(dist(floor.x(column, whole), y, 100, 100) ** 2, curves.reference)
    }
  }
  floor.endHeights()
  const material = createHeightMaterial(1)
  plain(material)
  setRise(material, 1, 30)
  setSlice(material, Float32Array.of(100, 100, 0), 0, 1)
  bench.draw('surface', floor.geometry, material, 'mesh')
  const sum = (x: number, y: number) => bench.at(x, y).reduce((s, c) => s + c)
  return { lit: sum(150, 100), shaded: sum(49, 100) }
}

function points(bench: Bench): void {
  const buffer = new PointBuffer(2)
  const material = createPointMaterial()
  const filled = buffer.point(40, 100, 0, 20, disc, 1, [0, 0, 1, 1])
  bench.draw('no points yet', buffer.geometry, material, 'points')
  buffer.begin()
  buffer.point(40, 100, 0, 20, disc, 1, [0, 0, 1, 1])
  buffer.point(100, 100, 0, 20, disc, 0, [0, 0, 1, 1])
  buffer.point(160, 100, 0, 20, diamond, 1, [0, 0.5, 0, 1])
  buffer.end()
  setPointStyle(material, [1, 1, 0], 3, 4)
  bench.draw('points', buffer.geometry, material, 'points')
  bench.expect('filled disc', 40, 100, [0, 0, 1])
  bench.expect('halo of a disc', 40, 111, [1, 1, 0])
  bench.expect('beyond a halo', 40, 115, white)
  bench.expect('hollow disc', 100, 100, [1, 1, 0])
  bench.expect('stroke of a hollow disc', 100, 107, [0, 0, 1])
  bench.expect('diamond', 160, 100, [0, 0.5, 0])
  bench.expect('tip of a diamond', 160, 110, [0, 0.5, 0])
  bench.expect('corner that a diamond has not', 170, 110, white)
  buffer.move(filled, 40, 150, 0)
  buffer.endMoves()
  setPixelRatio(material, 2)
  bench.draw('moved points', buffer.geometry, material, 'points')
  bench.expect('moved disc', 40, 150, [0, 0, 1])
  bench.expect('disc at ratio 2', 40, 168, [0, 0, 1])
  bench.expect('where the disc was', 40, 118, white)
  setPointStyle(material, white, 0, 1)
  buffer.begin()
  for (let i = 0; i < 9000; i++) buffer.point(i % side, (i / side) * 3, 0, 3, i % 2 ? disc : diamond, 1, red)
  buffer.end()
  bench.draw('9000 points', buffer.geometry, material, 'points')
  bench.expect('one of 9000 points', 100, 30, [1, 0, 0])
}

function ribbons(bench: Bench): void {
  const buffer = new RibbonBuffer(4)
  const material = createRibbonMaterial()
  buffer.clip({ left: -10, bottom: -10, right: side + 10, top: side + 10 })
  buffer.begin()
  buffer.segment(10, 20, 190, 20, 10, black)
  buffer.segment(10, 60.5, 190, 60.5, 2, red)
  buffer.segment(10, 100, 190, 100, 6, black, 20)
  buffer.arc(100, 0, 150, Math.PI, 0, 3, black)
  buffer.arc(100 - 1e7, 0, 1e7, 0, Math.PI, 3, red)
  buffer.end()
  bench.draw('ribbons', buffer.geometry, material, 'mesh')
  bench.expect('a wide line', 50, 23, [0, 0, 0])
  bench.expect('beside a wide line', 50, 27, white)
  bench.expect('the middle of a line 2 px wide', 50, 60, [1, 0, 0])
  bench.expect('half covered', 50, 61, [1, 0.5, 0.5])
  bench.expect('a dash', 20, 100, [0, 0, 0])
  bench.expect('a gap', 40, 100, white)
  bench.expect('the second dash', 60, 100, [0, 0, 0])
  bench.expect('the top of an arc', 110, 149, [0, 0, 0])
  bench.expect('an arc at 60 degrees', 175, Math.floor(150 * Math.sin(Math.PI / 3)), [0, 0, 0])
  bench.expect('inside an arc', 110, 140, white)
  bench.expect('a nearly straight arc', 99, 170, [1, 0, 0])
  buffer.begin()
  for (let i = 0; i < 3000; i++) buffer.segment(0, i / 15, side, i / 15, 1, black)
  buffer.end()
  setRibbonOpacity(material, 1)
  bench.draw('3000 ribbons', buffer.geometry, material, 'mesh')
  bench.expect('one of 3000 ribbons', 77, 133, [0, 0, 0])
  buffer.begin()
  buffer.end()
  bench.draw('no ribbons', buffer.geometry, material, 'mesh')
  bench.expect('no ribbons', 77, 133, white)
}

/** Draws every material; what was found is judged by the test. */
export function drawAll() {
  const bench = new Bench()
  fields(bench)
  lineFields(bench)
  const circles = curvesAndBall(bench)
  bench.expect('at the boundary', 100, 1, colorOf(1e9))
  const light = surface(bench)
  points(bench)
  ribbons(bench)
  return { pixels: bench.pixels, errors: bench.errors, circles, light }
}
