import type { Task } from '../learning/task'
import { equivalents } from '../math/equivalents'
import { exp } from '../math/oneParameter'
import { act } from '../math/psl2r'
import { normal, random, type Random } from '../math/random'
import { expMap } from '../math/upperHalfPlane'

/** How many steps of one length stay in {loss < ε}. */
export interface Share {
  readonly length: number
  /** of random directions, in [0, 1] */
  readonly any: number
  /** of random directions in the orbit */
  readonly orbit: number
  /** largest change of the loss among the steps in the orbit */
  readonly orbitChange: number
  readonly parameters: number
  /** dimensions of the models nearby with the same product */
  readonly fibre: number
}

interface ShareSettings {
  readonly length: number
  readonly epsilon: number
  readonly directions: number
  readonly seed: number
}

/**
 * Steps of a given length √Σ ρ² from a head with one inner index: along geodesics in random directions of all
 * parameters, and by elements exp(X) with the same √Σ |X(z)|² at the model.
 */
export function shareInside(task: Task, model: Float64Array, settings: ShareSettings): Share {
  const { length, epsilon, directions, seed } = settings
  const next = random(seed)
  const before = task.loss(model)
  let any = 0
  let orbit = 0
  let orbitChange = 0
  for (let n = 0; n < directions; n++) {
    if (task.loss(randomStep(model, length, next)) < epsilon) any++
    const loss = task.loss(orbitStep(model, length, next))
    if (loss < epsilon) orbit++
    orbitChange = Math.max(orbitChange, Math.abs(loss - before))
  }
  const half = model.length / 2
  const tokens = half / 2
  const size = { rows: tokens, inner: 1, columns: tokens }
  const { fibre } = equivalents('halfPlane', model.slice(0, half), model.slice(half), size)
  return {
    length,
    any: any / directions,
    orbit: orbit / directions,
    orbitChange,
    parameters: model.length,
    fibre,
  }
}

function randomStep(model: Float64Array, length: number, next: Random): Float64Array {
  const direction = model.map(() => normal(next))
  const scale = length / Math.sqrt(direction.reduce((sum, value) => sum + value * value, 0))
  const out = new Float64Array(model.length)
  const at = new Float64Array(2)
  for (let n = 0; n < model.length; n += 2) {
    const y = model[n + 1]!
    expMap(model[n]!, y, scale * y * direction[n]!, scale * y * direction[n + 1]!, at)
    out.set(at, n)
  }
  return out
}

/**
 * The model moved by exp(X), X random with √Σ |X(z)|² = length at it: X = [p, q; r, -p] moves z with the velocity
 * q + 2pz - rz², of length that over Im z.
 */
export function orbitStep(model: Float64Array, length: number, next: Random): Float64Array {
  const [p, q, r] = [normal(next), normal(next), normal(next)] as const
  let squares = 0
  for (let n = 0; n < model.length; n += 2) {
    const [x, y] = [model[n]!, model[n + 1]!]
    const across = q + 2 * p * x - r * (x - y) * (x + y)
    const up = 2 * y * (p - r * x)
    squares += (across * across + up * up) / (y * y)
  }
  return act(exp(p, q, r, length / Math.sqrt(squares)), model, new Float64Array(model.length))
}
