import type { Layout } from '../learning/parameters'
import type { Task } from '../learning/task'
import { actAligned, align, type Alignment } from '../math/align'
import { dist, pointAlong } from '../math/upperHalfPlane'
import { columnOf, setColumn } from './trained'

/** Writes the parameters at the part s of the way from one model to another. */
export type Path = (s: number, out: Float64Array) => Float64Array

/** Every number along a straight line. */
export function straight(from: Float64Array, to: Float64Array): Path {
  return (s, out) => {
    for (let n = 0; n < out.length; n++) out[n] = from[n]! + s * (to[n]! - from[n]!)
    return out
  }
}

/** Every point of the half-plane along its geodesic with constant speed, the plain numbers along straight lines. */
export function geodesic(layout: Layout, from: Float64Array, to: Float64Array): Path {
  const end = 2 * layout.points
  const lengths = new Float64Array(layout.points)
  for (let n = 0; n < end; n += 2) lengths[n / 2] = dist(from[n]!, from[n + 1]!, to[n]!, to[n + 1]!)
  const at = new Float64Array(2)
  const plain = straight(from, to)
  return (s, out) => {
    plain(s, out)
    for (let n = 0; n < end; n += 2) {
      pointAlong(from[n]!, from[n + 1]!, to[n]!, to[n + 1]!, s * lengths[n / 2]!, at)
      out[n] = at[0]!
      out[n + 1] = at[1]!
    }
    return out
  }
}

/** The training loss at `samples` + 1 points of a path, both ends among them. */
export function lossesAlong(task: Task, path: Path, like: Float64Array, samples: number): number[] {
  const out = new Float64Array(like.length)
  return Array.from({ length: samples + 1 }, (_, n) => task.loss(path(n / samples, out)))
}

/**
 * How far the loss rises above the straight line between its values at the ends, at the samples. The ends are
 * samples, so it is never negative.
 *
 * @see Entezari et al. (2021), who define it so for straight paths
 */
export function barrierOf(losses: readonly number[]): number {
  const last = losses.length - 1
  return losses.reduce(
    (most, loss, n) => Math.max(most, loss - (1 - n / last) * losses[0]! - (n / last) * losses[last]!),
    0,
  )
}

/** The parts of the golden section. */
const golden = (Math.sqrt(5) - 1) / 2
const sections = 24

/** The highest loss on a path: golden sections on both sides of the highest sample narrow it down to 1e-5 of a part. */
export function highestNear(task: Task, path: Path, like: Float64Array, losses: readonly number[]): number {
  const last = losses.length - 1
  const top = losses.reduce((best, loss, n) => (loss > losses[best]! ? n : best), 0)
  const out = new Float64Array(like.length)
  const at = (s: number) => task.loss(path(s, out))
  let low = Math.max(top - 1, 0) / last
  let high = Math.min(top + 1, last) / last
  let most = losses[top]!
  for (let n = 0; n < sections; n++) {
    const left = high - golden * (high - low)
    const right = low + golden * (high - low)
    const [before, after] = [at(left), at(right)]
    most = Math.max(most, before, after)
    if (before > after) high = right
    else low = left
  }
  return most
}

export interface AlignedModel {
  readonly parameters: Float64Array
  /** For each inner index of the model that was aligned: where it goes, and by which isometry. */
  readonly columns: readonly { readonly to: number; readonly alignment: Alignment }[]
}

/** More inner indices than this keep their order: the orders are tried one by one. */
const mostPermuted = 6

/**
 * A model moved to another one by the isometries of its inner indices that bring its points nearest, reflections
 * and the order of the inner indices included: the least Σ (2 cosh ρ - 2) over the whole group.
 */
export function alignedTo(layout: Layout, model: Float64Array, target: Float64Array): AlignedModel {
  const { inner } = layout
  const columns = Array.from({ length: inner }, (_, i) => i)
  const wanted = columns.map((i) => columnOf(layout, target, i))
  const table = columns.map((i) => wanted.map((points) => align(columnOf(layout, model, i), points).best))
  const order =
    inner > mostPermuted ? columns : bestOrder(table.map((row) => row.map(({ excess }) => excess)))
  const parameters = model.slice()
  const chosen = columns.map((i) => ({ to: order[i]!, alignment: table[i]![order[i]!]! }))
  chosen.forEach(({ to, alignment }, i) =>
    setColumn(layout, parameters, to, actAligned(alignment, columnOf(layout, model, i))),
  )
  return { parameters, columns: chosen }
}

/** The permutation with the least sum of costs, by trying all. */
function bestOrder(costs: readonly (readonly number[])[]): readonly number[] {
  let best: readonly number[] = []
  let least = Infinity
  const extend = (taken: readonly number[], sum: number) => {
    if (taken.length < costs.length) {
      const row = costs[taken.length]!
      row.forEach((cost, to) => {
        if (!taken.includes(to)) extend([...taken, to], sum + cost)
      })
    } else if (sum < least || best.length === 0) {
      best = taken
      least = sum
    }
  }
  extend([], 0)
  return best
}
