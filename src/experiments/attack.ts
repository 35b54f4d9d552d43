import type { Inputs } from '../learning/data/embed'
import type { Classifier } from '../learning/prototypes'
import { random } from '../math/random'
import { dist, expMap, pointAlong } from '../math/upperHalfPlane'

/** One model, or several whose probabilities are averaged. */
export type Ensemble = readonly Float64Array[]

const steps = 12
const restarts = 2

/** Mean of the probabilities, (inputs, classes). */
export function probabilitiesOf(model: Classifier, ensemble: Ensemble, inputs: Inputs): Float64Array {
  const sum = new Float64Array(inputs.count * inputs.classes.length)
  for (const parameters of ensemble) {
    const own = model.probabilities(parameters, inputs)
    for (let n = 0; n < sum.length; n++) sum[n]! += own[n]! / ensemble.length
  }
  return sum
}

/** Which inputs are given their label: 1 or 0 each. */
export function rightOf(model: Classifier, ensemble: Ensemble, inputs: Inputs): Uint8Array {
  const probabilities = probabilitiesOf(model, ensemble, inputs)
  return Uint8Array.from(inputs.labels, (label, n) => {
    const decided = probabilities[2 * n + 1]! > probabilities[2 * n]! ? 1 : 0
    return decided === label ? 1 : 0
  })
}

export const partOf = (flags: Uint8Array): number => flags.reduce((sum, flag) => sum + flag, 0) / flags.length

/** The gradient of -log P(label) by each input in the orthonormal frame, up to a positive factor for each input. */
function directions(model: Classifier, ensemble: Ensemble, inputs: Inputs): Float64Array {
  const sum = new Float64Array(2 * inputs.count)
  const own = new Float64Array(2 * inputs.count)
  for (const parameters of ensemble) {
    own.fill(0)
    model.loss(parameters, inputs, null, own)
    const probabilities = ensemble.length > 1 ? model.probabilities(parameters, inputs) : undefined
    // ∂(-log Σ P/n) = Σ P ∂(-log P) / Σ P
    for (let n = 0; n < inputs.count; n++) {
      const weight = probabilities ? probabilities[2 * n + inputs.labels[n]!]! + 1e-300 : 1
      sum[2 * n]! += weight * own[2 * n]!
      sum[2 * n + 1]! += weight * own[2 * n + 1]!
    }
  }
  return sum
}

/** Each input one step of that length up the gradient: the fast gradient method in the metric. */
export function* fastGradient(
  model: Classifier,
  ensemble: Ensemble,
  inputs: Inputs,
  radius: number,
): Generator<void, Inputs> {
  const points = inputs.points.slice()
  climb(points, directions(model, ensemble, inputs), radius)
  yield
  return { ...inputs, points }
}

/**
 * Projected gradient ascent on -log P(label) in the metric: from a random point of the disk of that radius about each
 * input, steps along the geodesic of the gradient, back onto the disk where they leave it, twice. The first point that
 * is decided wrongly is kept, or else the last one. It yields after each step.
 *
 * @see Madry et al., Towards deep learning models resistant to adversarial attacks (2018)
 */
export function* projectedGradient(
  model: Classifier,
  ensemble: Ensemble,
  inputs: Inputs,
  radius: number,
  seed: number,
): Generator<void, Inputs> {
  const { count, points: from } = inputs
  const next = random(seed)
  const points = from.slice()
  const here = { ...inputs, points }
  const found = from.slice()
  const isFooled = new Uint8Array(count)
  const to = new Float64Array(2)
  for (let restart = 0; restart < restarts; restart++) {
    for (let n = 0; n < 2 * count; n += 2) {
      const angle = 2 * Math.PI * next()
      const size = radius * Math.sqrt(next()) * from[n + 1]!
      points.set(expMap(from[n]!, from[n + 1]!, size * Math.cos(angle), size * Math.sin(angle), to), n)
    }
    for (let step = 0; step < steps; step++) {
      climb(points, directions(model, ensemble, here), (2.5 * radius) / steps)
      for (let n = 0; n < 2 * count; n += 2) {
        const [x, y] = [from[n]!, from[n + 1]!]
        if (dist(x, y, points[n]!, points[n + 1]!) <= radius) continue
        points.set(pointAlong(x, y, points[n]!, points[n + 1]!, radius, to), n)
      }
      rightOf(model, ensemble, here).forEach((isRight, n) => {
        if (isFooled[n]) return
        found.set(points.subarray(2 * n, 2 * n + 2), 2 * n)
        if (!isRight) isFooled[n] = 1
      })
      yield
    }
  }
  return { ...inputs, points: found }
}

/** A step of that hyperbolic length along each gradient; none where it is 0. */
function climb(points: Float64Array, gradient: Float64Array, length: number): void {
  const to = new Float64Array(2)
  for (let n = 0; n < points.length; n += 2) {
    const [p, q] = [gradient[n]!, gradient[n + 1]!]
    const size = Math.sqrt(p * p + q * q)
    if (!(size > 0)) continue
    const scale = (length * points[n + 1]!) / size
    points.set(expMap(points[n]!, points[n + 1]!, scale * p, scale * q, to), n)
  }
}
