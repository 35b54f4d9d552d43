import { fromIwasawa } from '../math/iwasawa'
import { productJacobian } from '../math/jacobian'
import { act, identity, norm2, type Psl2r } from '../math/psl2r'
import { random, randomElement } from '../math/random'
import { symmetricEigen } from '../math/symmetricEigen'
import { dist } from '../math/upperHalfPlane'
import type { Experiment, Result, Series } from './record'
import { exactFit, halvesOf, lossOf, type SmallModel } from './smallModel'
import { short } from './summary'

export interface CurvatureInputs {
  /** points in A, and in B */
  readonly size: number
  readonly spread: number
  readonly elements: number
  /** hyperbolic length that an element moves i by, at most */
  readonly length: number
  /** λ of weight decay, for the second picture */
  readonly decay: number
  readonly seed: number
}

interface Place {
  readonly name: string
  /** ρ(i, gi) */
  readonly moved: number
  /** largest first; of the Hessian in (x, y), and in steps of length 1 */
  readonly inCoordinates: readonly number[]
  readonly inMetric: readonly number[]
}

/** Along the orbit by dilations, for weight decay. */
const dilations = 41
const farthest = 2

/**
 * An exact fit L = mean (C - C*)² = 0 with C = A ⊙ B, one column. There the Hessian is 2/(nm) JᵀJ, J the Jacobian of
 * the product. At gW it is J_g⁻ᵀ H J_g⁻¹, so by Sylvester's law of inertia it has as many positive, zero and negative
 * eigenvalues as before, and nothing fixes their values. In steps of length 1 in the metric they are fixed too.
 *
 * @see Dinh, Pascanu, Bengio and Bengio, Sharp minima can generalize for deep nets (2017)
 */
export const curvature: Experiment<CurvatureInputs> = function* (inputs) {
  const next = random(inputs.seed)
  const model = exactFit(next, inputs.size, inputs.spread)
  const elements: [string, Psl2r][] = [
    ['no element', identity],
    ['dilation by 2', fromIwasawa(0, Math.log(2), 0)],
  ]
  for (let n = 0; n < inputs.elements; n++)
    elements.push([`random ${n + 1}`, randomElement(next, inputs.length * next())])
  const places: Place[] = []
  for (const [name, g] of elements) {
    places.push(placeAt(model, name, g))
    yield {
      part: places.length / (elements.length + 1),
      doing: `${name}, ${places.length} of ${elements.length}`,
      result: seen(places, model, inputs),
    }
  }
  return seen(places, model, inputs)
}

function placeAt({ size, points }: SmallModel, name: string, g: Psl2r): Place {
  const moved = act(g, points, new Float64Array(points.length))
  const [a, b] = halvesOf(moved)
  const jacobian = productJacobian('halfPlane', a, b, size, 1, size)
  return {
    name,
    moved: 2 * Math.asinh(Math.sqrt(Math.max(0, norm2(g) - 2)) / 2),
    inMetric: hessianValues(jacobian, size),
    inCoordinates: hessianValues(
      // A step of length 1 is one of y in the coordinates of the point.
      jacobian.map((entry, n) => entry / moved[2 * Math.floor((n % moved.length) / 2) + 1]!),
      size,
    ),
  }
}

/** Of 2/(nm) JᵀJ, largest first. */
function hessianValues(jacobian: Float64Array, size: number): number[] {
  const width = 4 * size
  const outputs = size * size
  const hessian = new Float64Array(width * width)
  for (let row = 0; row < outputs; row++) {
    for (let j = 0; j < width; j++) {
      const entry = (2 / outputs) * jacobian[row * width + j]!
      for (let k = 0; k < width; k++)
        hessian[j * width + k] = hessian[j * width + k]! + entry * jacobian[row * width + k]!
    }
  }
  return [...symmetricEigen(hessian, width).values].reverse()
}

/** How many are positive, zero within rounding, and negative. */
function signs(values: readonly number[]): readonly [number, number, number] {
  const tiny = 64 * values.length * Number.EPSILON * values[0]!
  const positive = values.filter((value) => value > tiny).length
  const negative = values.filter((value) => value < -tiny).length
  return [positive, values.length - positive - negative, negative]
}

/** λ/2 Σ ρ(i, z)² at the model dilated by eᵗ; the loss there. */
function alongDilations(model: SmallModel, decay: number) {
  return Array.from({ length: dilations }, (_, n) => {
    const t = farthest * ((2 * n) / (dilations - 1) - 1)
    const moved = act(fromIwasawa(0, t, 0), model.points, new Float64Array(model.points.length))
    let penalty = 0
    for (let k = 0; k < moved.length; k += 2) penalty += dist(0, 1, moved[k]!, moved[k + 1]!) ** 2
    return { t, loss: lossOf(model, moved), penalty: (decay / 2) * penalty }
  })
}

function seen(places: readonly Place[], model: SmallModel, { decay }: CurvatureInputs): Result {
  const way = alongDilations(model, decay)
  const [first] = places as [Place, ...Place[]]
  const [rank] = signs(first.inCoordinates)
  const sharpest = places.reduce((most, one) => (one.inCoordinates[0]! > most.inCoordinates[0]! ? one : most))
  const spectrum = (name: string, values: readonly number[], isReference = false): Series => ({
    name,
    mark: isReference ? 'line' : 'points',
    isReference,
    points: values.slice(0, rank).map((value, n) => [n + 1, value]),
  })
  const second = places[1]
  return {
    plots: [
      {
        kind: 'curves',
        name: `The ${rank} positive eigenvalues of the Hessian; the other ${first.inMetric.length - rank} are 0`,
        x: { label: 'number, largest first', scale: 'linear' },
        y: { label: 'eigenvalue', scale: 'log' },
        series: [
          spectrum('no element', first.inCoordinates),
          ...(second ? [spectrum(second.name, second.inCoordinates)] : []),
          ...(sharpest === first ? [] : [spectrum(`sharpest: ${sharpest.name}`, sharpest.inCoordinates)]),
          spectrum('in the metric, any element', first.inMetric, true),
        ],
      },
      {
        kind: 'curves',
        name: 'Largest eigenvalue, for each element',
        x: { label: 'ρ(i, gi), hyperbolic length', scale: 'linear' },
        y: { label: 'largest eigenvalue', scale: 'log' },
        series: [
          {
            name: 'in (x, y)',
            mark: 'points',
            points: places.map(({ moved, inCoordinates }) => [moved, inCoordinates[0]!]),
          },
          {
            name: 'in the metric',
            mark: 'points',
            points: places.map((one) => [one.moved, one.inMetric[0]!]),
          },
        ],
      },
      {
        kind: 'curves',
        name: `Loss along the orbit by dilations, without and with weight decay λ = ${short(decay)}`,
        x: { label: 't of the dilation by eᵗ', scale: 'linear' },
        y: { label: 'loss', scale: 'linear' },
        series: [
          { name: 'L', mark: 'line', points: way.map(({ t, loss }) => [t, loss]) },
          {
            name: 'L + λ/2 Σ ρ(i, z)²',
            mark: 'line',
            points: way.map(({ t, loss, penalty }) => [t, loss + penalty]),
          },
        ],
      },
    ],
    tables: [
      {
        name: 'elements',
        columns: [
          'element',
          'ρ(i, gi)',
          'positive',
          'zero',
          'negative',
          'largest in (x, y)',
          'least positive in (x, y)',
          'largest in the metric',
        ],
        rows: places.map(({ name, moved, inCoordinates, inMetric }) => [
          name,
          moved,
          ...signs(inCoordinates),
          inCoordinates[0]!,
          inCoordinates[rank - 1]!,
          inMetric[0]!,
        ]),
      },
    ],
    findings: said(places, way),
  }
}

function said(places: readonly Place[], way: ReturnType<typeof alongDilations>): string[] {
  const counts = [...new Set(places.map(({ inCoordinates }) => signs(inCoordinates).join(' ')))]
  const words = counts.map((one) => {
    const [positive, zero, negative] = one.split(' ')
    return `${positive} positive, ${zero} zero and ${negative} negative`
  })
  const tops = places.map(({ inCoordinates }) => inCoordinates[0]!)
  const inMetric = places.map((one) => one.inMetric[0]!)
  const spread = (Math.max(...inMetric) - Math.min(...inMetric)) / inMetric[0]!
  const penalties = way.map(({ penalty }) => penalty)
  return [
    `Signs of the Hessian over ${places.length} elements: ${words.join('; or ')}.`,
    `Its largest eigenvalue runs from ${short(Math.min(...tops))} to ${short(Math.max(...tops))}, and is ${short(tops[0]!)} without an element: one function, as sharp as one likes.`,
    ...(tops.length > 1 ? [`Dilation by 2 divides it by ${short(tops[0]! / tops[1]!, 6)}.`] : []),
    `In the metric it is ${short(inMetric[0]!)} for all of them, to ${short(spread)} of itself.`,
    `Along the orbit L stays below ${short(Math.max(...way.map(({ loss }) => loss)))}; with weight decay it runs from ${short(Math.min(...penalties))} to ${short(Math.max(...penalties))}: λ chooses a representative.`,
  ]
}
