import { normal, random, type Random } from '../math/random'
import { expMap } from '../math/upperHalfPlane'
import { checkRule, realsOf, scaleOf, type BetaRule } from './beta'
import type { Inputs } from './data/embed'
import { lengthOf, strideOf, type Layout } from './parameters'
import { costReader } from './prototypeLoss'
import { inputTables, lossOfInputs } from './prototypeRows'
import { addTableGradient, tableProduct, type TablePair } from './tables'

export interface ClassifierSettings {
  readonly geometry: 'halfPlane' | 'line'
  /** points an input, and a prototype */
  readonly inner: number
  readonly classes: number
  /** prototypes of each class */
  readonly perClass: number
  readonly beta: Extract<BetaRule, { kind: 'fixed' | 'learned' }>
}

/**
 * Labelled prototypes W, (prototypes, inner) points each, prototype l of class l mod classes. With C = X ⊙ Wᵀ for
 * inputs X:
 *
 *     P(class) = Σ_{l in class} softmax(-β C)_l
 *
 * The prototypes are the parameters, followed by log β if it is learned; inputs are data, and the group acts on both.
 * Its functions share buffers. They throw a RangeError for inputs of another shape.
 */
export interface Classifier {
  readonly settings: ClassifierSettings
  readonly layout: Layout
  /** (prototypes): the class of each */
  readonly labels: Int32Array
  /**
   * Prototypes at inputs of their class, moved a little: the first of a class is at a random one, each next at the one
   * farthest from those before, so that no stretch of a class is left without. The same for the same seed.
   *
   * @throws RangeError if a class has no input
   */
  readonly start: (seed: number, inputs: Inputs, spread?: number) => Float64Array
  /**
   * Mean cross entropy -log P(label) in nats. Writes its gradient in the stored coordinates, and adds that by the
   * inputs, if asked for; at an input that is a prototype the distance counts as having gradient 0.
   */
  readonly loss: (
    parameters: Float64Array,
    inputs: Inputs,
    gradient?: Float64Array | null,
    inputGradient?: Float64Array,
  ) => number
  /** Part of the inputs whose most probable class is their own; the first class wins among equals. */
  readonly accuracy: (parameters: Float64Array, inputs: Inputs) => number
  /** P(class) of each input, (count, classes): out, or a new array. */
  readonly probabilities: (parameters: Float64Array, inputs: Inputs, out?: Float64Array) => Float64Array
  /**
   * For each input, a distance within which every input has the same most probable class, in the metric Σ_i d: half
   * the difference of S_c = -(1/β) log Σ_{l in c} exp(-β C_l) between that class and the next. Each S_c is a soft
   * minimum of distances, and so changes by at most the distance between two inputs. Isometries do not change it.
   */
  readonly certifiedRadii: (parameters: Float64Array, inputs: Inputs, out?: Float64Array) => Float64Array
}

/** @throws RangeError with the reason, if the numbers of the settings are of no use */
export function classifier(settings: ClassifierSettings): Classifier {
  checkSettings(settings)
  const { geometry, inner, perClass, classes, beta: rule } = settings
  const stride = strideOf(geometry)
  const width = stride * inner
  const prototypes = perClass * classes
  const layout: Layout = { stride, points: prototypes * inner, inner, reals: realsOf(rule) }
  const length = lengthOf(layout)
  const end = width * prototypes
  const labels = Int32Array.from({ length: prototypes }, (_, l) => l % classes)
  const inParameters = prototypesIn(length, end)
  const inGradient = prototypesIn(length, end)
  const tables = inputTables(prototypes, classes)

  const reader = (parameters: Float64Array) => costReader(prototypes, classes, betaOf(parameters))

  const betaOf = (parameters: Float64Array) =>
    layout.reals === 1 ? Math.exp(parameters[end]!) : scaleOf(rule)

  const pairWith = (inputs: Inputs): TablePair => ({
    geometry,
    rows: inputs.count,
    columns: prototypes,
    inner,
  })

  const costs = (parameters: Float64Array, inputs: Inputs) => {
    if (inputs.inner !== inner || inputs.classes.length !== classes) {
      throw new RangeError(
        `the inputs have ${inputs.inner} points and ${inputs.classes.length} classes, the classifier takes ${inner} and ${classes}`,
      )
    }
    const out = tables.costsOf(inputs.count)
    return tableProduct(pairWith(inputs), inputs.points, inParameters(parameters), out)
  }

  return {
    settings,
    layout,
    labels,
    start: (seed, inputs, spread = 0.05) => {
      const next = random(seed)
      const parameters = new Float64Array(length)
      const moved = new Float64Array(2)
      farthestFirst(pairWith(inputs), inputs, labels, next).forEach((row, l) => {
        for (let n = 0; n < width; n += stride) {
          const x = inputs.points[row * width + n]!
          if (stride === 1) parameters[l * width + n] = x + spread * normal(next)
          else {
            const y = inputs.points[row * width + n + 1]!
            const across = spread * y * normal(next)
            parameters.set(expMap(x, y, across, spread * y * normal(next), moved), l * width + n)
          }
        }
      })
      if (layout.reals === 1) parameters[end] = Math.log(scaleOf(rule))
      return parameters
    },
    loss: (parameters, inputs, gradient = null, inputGradient) => {
      const table = costs(parameters, inputs)
      const beta = betaOf(parameters)
      const mean = lossOfInputs(tables, inputs, labels, beta, table)
      if (!gradient && !inputGradient) return mean
      gradient?.fill(0)
      const w = inParameters(parameters)
      const dw = gradient ? inGradient(gradient) : null
      addTableGradient(pairWith(inputs), inputs.points, w, table, inputGradient ?? null, dw)
      if (gradient && layout.reals === 1) gradient[end] = tables.slope * beta
      return mean
    },
    accuracy: (parameters, inputs) => reader(parameters).accuracy(costs(parameters, inputs), inputs.labels),
    probabilities: (parameters, inputs, out = new Float64Array(inputs.count * classes)) =>
      reader(parameters).probabilities(costs(parameters, inputs), out),
    certifiedRadii: (parameters, inputs, out = new Float64Array(inputs.count)) =>
      reader(parameters).radii(costs(parameters, inputs), out),
  }
}

/**
 * A row of inputs for each prototype, of its class.
 *
 * @see Gonzalez, Clustering to minimize the maximum intercluster distance (1985), for the traversal
 */
function farthestFirst(pair: TablePair, inputs: Inputs, labels: Int32Array, next: Random): number[] {
  const one: TablePair = { ...pair, columns: 1 }
  const width = inputs.points.length / inputs.count
  const distances = new Float64Array(inputs.count)
  const nearest = new Map<number, Float64Array>()
  return Array.from(labels, (label) => {
    const own = [...inputs.labels.keys()].filter((row) => inputs.labels[row] === label)
    if (own.length === 0) throw new RangeError(`no input has the class ${inputs.classes[label]}`)
    const known = nearest.get(label)
    const row = known
      ? own.reduce((far, other) => (known[other]! > known[far]! ? other : far))
      : own[Math.floor(next() * own.length)]!
    tableProduct(one, inputs.points, inputs.points.slice(row * width, (row + 1) * width), distances)
    nearest.set(
      label,
      distances.map((distance, n) => Math.min(distance, known?.[n] ?? Infinity)),
    )
    return row
  })
}

function checkSettings({ beta, inner, perClass, classes }: ClassifierSettings): void {
  checkRule(beta)
  for (const [name, value, least] of [
    ['points of an input', inner, 1],
    ['prototypes of a class', perClass, 1],
    ['classes', classes, 2],
  ] as const) {
    if (Number.isInteger(value) && value >= least) continue
    throw new RangeError(`the number of ${name} is ${value}; it must be an integer of at least ${least}`)
  }
}

/** The prototypes in a buffer of parameters, made once for the buffer that a run keeps. */
function prototypesIn(length: number, end: number): (of: Float64Array) => Float64Array {
  let known: Float64Array | undefined
  let view: Float64Array
  return (of) => {
    if (of === known) return view
    if (of.length !== length) {
      throw new RangeError(`the classifier has ${length} parameters, and ${of.length} were given`)
    }
    known = of
    view = of.subarray(0, end)
    return view
  }
}
