import { select } from 'd3-selection'
import { OrthographicCamera, Points, Scene, WebGLRenderer } from 'three'
import { createPointMaterial } from '../../../src/gpu/materials/pointMaterial'
import { disc, PointBuffer } from '../../../src/gpu/points'
import { fromIwasawa } from '../../../src/math/iwasawa'
import { act } from '../../../src/math/psl2r'
import { random, randomPoint } from '../../../src/math/random'
import { placeAll } from '../../../src/stage/charts/chart'
import { halfPlaneChart } from '../../../src/stage/charts/halfPlane'
import { viewportOf } from '../../../src/stage/viewport'
import { interleavedMinima } from '../bench'

const width = 1000
const height = 700
const chart = halfPlaneChart(viewportOf({ centre: 0, height: 6 }, width, height))

/** Least main-thread time, in ms, of moving so many points by an element: on the stage's path and in d3 + SVG. */
export function dragUpdate(count: number): { stage: number; svg: number } {
  const next = random(7)
  const base = Float64Array.from(Array.from({ length: count }, () => randomPoint(next)).flat())
  const moved = new Float64Array(base.length)
  let turn = 0
  const drag = () => {
    turn += 0.01
    act(fromIwasawa(0.3, 0.1, turn), base, moved)
    return placeAll(chart, moved, moved)
  }
  return interleavedMinima({ stage: onStage(count, drag), svg: inSvg(count, drag) }, 30)
}

function onStage(count: number, drag: () => Float64Array): () => void {
  const renderer = new WebGLRenderer({ alpha: true })
  renderer.setSize(width, height)
  document.body.append(renderer.domElement)
  const buffer = new PointBuffer(count)
  buffer.begin()
  for (let n = 0; n < count; n++) buffer.point(0, 0, 0, 4, disc, 1, [0, 0, 0, 1])
  buffer.end()
  const scene = new Scene()
  const points = new Points(buffer.geometry, createPointMaterial())
  points.frustumCulled = false
  scene.add(points)
  const camera = new OrthographicCamera(0, width, height, 0, -1, 1)
  return () => {
    const places = drag()
    for (let n = 0; n < count; n++) buffer.move(n, places[2 * n]!, places[2 * n + 1]!, 0)
    buffer.endMoves()
    renderer.render(scene, camera)
  }
}

function inSvg(count: number, drag: () => Float64Array): () => void {
  const svg = select(document.body).append('svg').attr('width', width).attr('height', height)
  const circles = svg
    .selectAll('circle')
    .data(Array.from({ length: count }, (_, n) => n))
    .join('circle')
    .attr('r', 2)
  return () => {
    const places = drag()
    circles.attr('cx', (n) => places[2 * n]!).attr('cy', (n) => height - places[2 * n + 1]!)
  }
}
