import type { Task } from '../learning/task'
import type { Tree } from '../learning/tree'
import { actAligned, type Alignment } from '../math/align'
import { power } from '../math/oneParameter'
import { toKlein } from '../math/models'
import { transvection } from '../math/frames'
import { act } from '../math/psl2r'
import { alignedTo, barrierOf, geodesic, lossesAlong, straight, type Path } from './lossPaths'
import type { CurvePlot, Result, Series } from './record'
import { short } from './summary'

/** Two heads with one inner index each, and how closely the ways between them are looked at. */
export interface PairView {
  readonly task: Task
  readonly tree: Tree
  readonly first: number
  readonly second: number
  readonly from: Float64Array
  readonly to: Float64Array
  readonly samples: number
}

/** Samples of a curve that is drawn. */
const fine = 60

export type PairLook = Pick<Result, 'findings'> & { readonly plots: readonly CurvePlot[] }

/** The loss on three ways, the barrier while g is applied little by little, and the trees that the two draw. */
export function lookAt(view: PairView): PairLook {
  const { task, from, to } = view
  const { alignment } = alignedTo(task.layout, to, from).columns[0]!
  return {
    plots: [ways(view, alignment), approach(view, alignment), drawings(view, alignment)],
    findings: [sentence(view, alignment)],
  }
}

function sentence({ task, from, to, first, second, samples }: PairView, alignment: Alignment): string {
  const on = (path: Path) => short(barrierOf(lossesAlong(task, path, from, samples)))
  const image = actAligned(alignment, to)
  const kind = alignment.reflected ? 'a reflection' : 'no reflection'
  return `Models ${first} and ${second}: the barrier is ${on(straight(from, to))} on straight lines, ${on(geodesic(task.layout, from, to))} on geodesics, ${on(geodesic(task.layout, from, image))} on geodesics after g, with ${kind} in g.`
}

function ways({ task, from, to, first, second }: PairView, alignment: Alignment): CurvePlot {
  const image = actAligned(alignment, to)
  const along = (name: string, path: Path): Series => ({
    name,
    mark: 'line',
    points: lossesAlong(task, path, from, fine).map((loss, n) => [n / fine, loss]),
  })
  return {
    kind: 'curves',
    name: `Loss on the way from model ${first} to model ${second}`,
    x: { label: 'part of the way', scale: 'linear' },
    y: { label: 'loss in nats', scale: 'linear' },
    series: [
      along('straight lines', straight(from, to)),
      along('geodesics', geodesic(task.layout, from, to)),
      along('geodesics to the aligned model', geodesic(task.layout, from, image)),
    ],
  }
}

/** g^t, t from 0 to 1: the path from the identity to g whose steps are all alike; a reflection comes before it. */
function approach({ task, from, to, first, second, samples }: PairView, alignment: Alignment): CurvePlot {
  const steps = 40
  const barrierAt = (t: number) => {
    const image = actAligned({ ...alignment, g: power(alignment.g, t) }, to)
    return barrierOf(lossesAlong(task, geodesic(task.layout, from, image), from, samples))
  }
  return {
    kind: 'curves',
    name: `The barrier while g moves model ${second} onto model ${first}`,
    x: {
      label: `t in gᵗ${alignment.reflected ? ', after a reflection' : ''}`,
      scale: 'linear',
    },
    y: { label: 'barrier in nats', scale: 'linear' },
    series: [
      {
        name: 'on geodesics',
        mark: 'line',
        points: Array.from({ length: steps + 1 }, (_, n) => [n / steps, barrierAt(n / steps)]),
      },
    ],
  }
}

/** Klein's disk has straight geodesics, so lines between the keys draw the edges exactly; the first root is at 0. */
function drawings({ tree, from, to, first, second }: PairView, alignment: Alignment): CurvePlot {
  const keys = (parameters: Float64Array) => parameters.slice(2 * tree.parents.length)
  const [x, y] = [keys(from)[2 * tree.root]!, keys(from)[2 * tree.root + 1]!]
  const centring = transvection(x, y, 0, 1)
  const walk = walkOf(tree)
  const drawn = (name: string, points: Float64Array, isLabelled: boolean): Series => {
    const centred = act(centring, points, new Float64Array(points.length))
    return {
      name,
      mark: 'line',
      points: walk.map((node) => toKlein(centred[2 * node]!, centred[2 * node + 1]!)),
      ...(isLabelled ? { labels: walk.map((node) => leafName(tree, node)) } : {}),
    }
  }
  return {
    kind: 'curves',
    name: 'The tree as the keys draw it, in the Klein disk',
    hasEqualUnits: true,
    x: { label: 'x', scale: 'linear' },
    y: { label: 'y', scale: 'linear' },
    series: [
      drawn(`model ${first}`, keys(from), true),
      drawn(`model ${second}, moved by g`, actAligned(alignment, keys(to)), true),
      drawn(`model ${second} as trained`, keys(to), false),
      {
        name: 'edge of the disk',
        mark: 'line',
        isReference: true,
        points: Array.from({ length: 73 }, (_, n) => [
          Math.cos((Math.PI * n) / 36),
          Math.sin((Math.PI * n) / 36),
        ]),
      },
    ],
  }
}

/** "121": first child of the second child of the root; empty for inner nodes. */
function leafName({ parents, edges }: Tree, leaf: number): string {
  if (edges.some(([parent]) => parent === leaf)) return ''
  const nameOf = (node: number): string => {
    const parent = parents[node]!
    if (parent === -1) return '1'
    const place = edges.filter(([from, to]) => from === parent && to <= node).length
    return `${nameOf(parent)}${place}`
  }
  return nameOf(leaf)
}

/** Nodes in the order of a walk along every edge and back. */
function walkOf(tree: Tree): number[] {
  const from = (node: number): number[] => [
    node,
    ...tree.edges.flatMap(([parent, child]) => (parent === node ? [...from(child), node] : [])),
  ]
  return from(tree.root)
}
