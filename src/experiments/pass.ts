import { actPoint, element, compose, type Psl2r } from '../math/psl2r'
import { random, randomElement } from '../math/random'
import { dist, expMap, pointAlong } from '../math/upperHalfPlane'
import type { Experiment, Result, Series } from './record'

export interface PassInputs {
  /** t > 0, the side that the triangle shall have */
  readonly side: number
  /** elements g that the mirror image is moved by */
  readonly elements: number
  /** hyperbolic length that they move i by, at most */
  readonly length: number
  readonly seed: number
}

type Triangle = readonly [Point, Point, Point]
type Point = readonly [x: number, y: number]

/** Points of a path from 0 to 1. */
const samples = 240

/**
 * Three tied points, L = ½ Σ (d_ij - t)². Its minima are the equilateral triangle and its mirror image, two orbits of
 * PSL(2,R). Every path from the one to the other passes a collinear triple, and there, with d₁₃ = d₁₂ + d₂₃, the least
 * value of L is t²/6, at (2t/3, 2t/3, 4t/3): no element on an end can lower that pass. The largest loss on straight
 * lines between the points changes with the element.
 *
 * @see {@link bestPath} for a path that goes no higher than t²/6
 */
export const pass: Experiment<PassInputs> = function* ({ side, elements, length, seed }) {
  const start = equilateral(side)
  const mirror = start.map(([x, y]): Point => [0 - x, y]) as unknown as Triangle
  const floor = (side * side) / 6
  const next = random(seed)
  const rows: number[][] = []
  const best = bestPath(side)
  let result = seen(rows, floor, side, start, mirror)
  for (let n = 0; n < elements; n++) {
    const turn = (Math.PI * n) / elements
    const rotation = element(Math.cos(turn), -Math.sin(turn), Math.sin(turn), Math.cos(turn))
    // Every other one turns about i alone, which goes once round.
    const g = n % 2 === 0 ? rotation : compose(randomElement(next, length * next()), rotation)
    const end = moved(g, mirror)
    rows.push([
      n + 1,
      highest(straight(start, end), side),
      highest(geodesic(start, end), side),
      highest(best, side),
    ])
    result = seen(rows, floor, side, start, end)
    yield { part: (n + 1) / elements, doing: `element ${n + 1} of ${elements}`, result }
  }
  return result
}

/** The triangle of that side about i with one corner above it. */
function equilateral(side: number): Triangle {
  // sinh(side/2) = sinh(radius) sin(π/3)
  const radius = Math.asinh(Math.sinh(side / 2) / Math.sin(Math.PI / 3))
  return [0, 1, 2].map((corner): Point => {
    const angle = Math.PI / 2 + (2 * Math.PI * corner) / 3
    const at = expMap(0, 1, radius * Math.cos(angle), radius * Math.sin(angle), new Float64Array(2))
    return [at[0]!, at[1]!]
  }) as unknown as Triangle
}

const moved = (g: Psl2r, triangle: Triangle): Triangle =>
  triangle.map(([x, y]) => actPoint(g, x, y)) as unknown as Triangle

type Path = (s: number) => readonly [d12: number, d23: number, d13: number]

const sides = ([p, q, r]: Triangle) => [dist(...p, ...q), dist(...q, ...r), dist(...p, ...r)] as const

/** Each coordinate along a straight line. */
function straight(from: Triangle, to: Triangle): Path {
  return (s) =>
    sides(
      from.map(([x, y], n): Point => {
        const [u, v] = to[n]!
        return [x + s * (u - x), y + s * (v - y)]
      }) as unknown as Triangle,
    )
}

/** Each point along its geodesic. */
function geodesic(from: Triangle, to: Triangle): Path {
  const out = new Float64Array(2)
  return (s) =>
    sides(
      from.map(([x, y], n): Point => {
        const [u, v] = to[n]!
        const d = dist(x, y, u, v)
        if (d === 0) return [x, y]
        pointAlong(x, y, u, v, s * d, out)
        return [out[0]!, out[1]!]
      }) as unknown as Triangle,
    )
}

/**
 * The sides go straight from (t, t, t) to (2t/3, 2t/3, 4t/3), where the triple is collinear, and back as the mirror
 * image: L = τ² t²/6 with τ from 0 to 1 and back to 0. The sides obey the triangle inequality as far as τ ≤ 1, so such
 * triangles exist; the element is then reached along its orbit, where L stays 0.
 */
function bestPath(side: number): Path {
  return (s) => {
    const bend = 1 - Math.abs(2 * s - 1)
    return [side * (1 - bend / 3), side * (1 - bend / 3), side * (1 + bend / 3)]
  }
}

function lossOf(path: Path, s: number, side: number): number {
  return path(s).reduce((sum, d) => sum + (d - side) ** 2, 0) / 2
}

/** The largest loss on the way, at the samples. */
function highest(path: Path, side: number): number {
  let most = 0
  for (let n = 0; n <= samples; n++) most = Math.max(most, lossOf(path, n / samples, side))
  return most
}

function seen(
  rows: readonly (readonly number[])[],
  floor: number,
  side: number,
  start: Triangle,
  end: Triangle,
): Result {
  const column = (name: string, at: number, isReference = false): Series => ({
    name,
    mark: isReference ? 'line' : 'points',
    isReference,
    points: rows.map((row) => [row[0]!, row[at]!]),
  })
  const along = (name: string, path: Path): Series => ({
    name,
    mark: 'line',
    points: Array.from({ length: 61 }, (_, n) => [n / 60, lossOf(path, n / 60, side)]),
  })
  const level = (from: number, to: number): Series => ({
    name: 't²/6',
    mark: 'line',
    isReference: true,
    points: [
      [from, floor],
      [to, floor],
    ],
  })
  const straights = rows.map((row) => row[1]!)
  const geodesics = rows.map((row) => row[2]!)
  const least = Math.min(...straights, ...geodesics)
  return {
    plots: [
      {
        kind: 'curves',
        name: 'Largest loss on the way to the mirror image, for each element on its end',
        x: { label: 'element g', scale: 'linear' },
        y: { label: 'largest loss', scale: 'linear' },
        series: [
          column('straight line', 1),
          column('geodesics', 2),
          column('best path', 3),
          level(1, rows.length),
        ],
      },
      {
        kind: 'curves',
        name: 'Loss along the way, for the last of them',
        x: { label: 'part of the way', scale: 'linear' },
        y: { label: 'loss', scale: 'linear' },
        series: [
          along('straight line', straight(start, end)),
          along('geodesics', geodesic(start, end)),
          along('best path', bestPath(side)),
          level(0, 1),
        ],
      },
    ],
    tables: [
      {
        name: 'barriers',
        columns: ['element', 'straight line', 'geodesics', 'best path', 't²/6'],
        rows: rows.map((row) => [...row, floor]),
      },
    ],
    findings: [
      `On straight lines the barrier runs from ${short(Math.min(...straights))} to ${short(Math.max(...straights))}, on geodesics from ${short(Math.min(...geodesics))} to ${short(Math.max(...geodesics))}.`,
      `The pass is t²/6 = ${short(floor)} for every element; the lowest barrier seen is ${short(least)}, and none is negative.`,
    ],
  }
}

const short = (x: number) => x.toPrecision(4)
