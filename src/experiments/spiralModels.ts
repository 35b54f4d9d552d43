import { embed, type Inputs } from '../learning/data/embed'
import { twoSpirals } from '../learning/data/plane'
import { optimiser, usualOptimiser } from '../learning/optimisers'
import { classifier, type Classifier } from '../learning/prototypes'
import { scaleAt } from '../learning/schedule'
import { fromIwasawa } from '../math/iwasawa'
import { normal, random } from '../math/random'
import { act, compose, inverse, type Psl2r } from '../math/psl2r'
import { expMap } from '../math/upperHalfPlane'
import { rotation } from './gradientInOrbit'

const trainingInputs = 200
const heldOutInputs = 400
const turns = 1.5
const steps = 600

/** Two spirals of 1.5 turns in the half-plane; the held-out ones are the same for every seed. */
export function spirals(seed: number): { readonly train: Inputs; readonly heldOut: Inputs } {
  return {
    train: embed('halfPlane', 'polar', twoSpirals(trainingInputs, 10 * seed, turns)),
    heldOut: embed('halfPlane', 'polar', twoSpirals(heldOutInputs, 7777, turns)),
  }
}

export function spiralClassifier(perClass: number): Classifier {
  return classifier({
    geometry: 'halfPlane',
    inner: 1,
    classes: 2,
    perClass,
    beta: { kind: 'learned', beta: 3 },
  })
}

/** Prototypes at random inputs of their class, moved a little: unlike the classifier's own start they leave gaps. */
function randomStart(model: Classifier, train: Inputs, seed: number): Float64Array {
  const next = random(seed)
  const parameters = model.start(seed, train)
  const to = new Float64Array(2)
  model.labels.forEach((label, l) => {
    let row: number
    do row = Math.floor(next() * train.count)
    while (train.labels[row] !== label)
    const y = train.points[2 * row + 1]!
    const across = 0.05 * y * normal(next)
    parameters.set(expMap(train.points[2 * row]!, y, across, 0.05 * y * normal(next), to), 2 * l)
  })
  return parameters
}

/** 600 steps of Adam in the metric from a random start; yields every 100. */
export function* trainedOnSpirals(
  model: Classifier,
  train: Inputs,
  seed: number,
): Generator<void, Float64Array> {
  const parameters = randomStart(model, train, seed)
  const gradient = new Float64Array(parameters.length)
  const { step } = optimiser(model.layout, { ...usualOptimiser, learningRate: 0.03 })
  for (let n = 0; n < steps; n++) {
    model.loss(parameters, train, gradient)
    step(parameters, gradient, scaleAt({ kind: 'cosine', steps, floor: 0.01 }, n))
    if (n % 100 === 99) yield
  }
  return parameters
}

/** The hyperbolic element that moves i by that length, in a direction. */
export function translation(length: number, direction: number): Psl2r {
  const turned = rotation(direction / 2)
  return compose(turned, compose(fromIwasawa(0, length, 0), inverse(turned)))
}

/** Inputs moved by g: with the prototypes moved too, the same classifier. */
export const movedInputs = (inputs: Inputs, g: Psl2r): Inputs => ({
  ...inputs,
  points: act(g, inputs.points, new Float64Array(inputs.points.length)),
})
