import type { Inputs } from './data/embed'

/** Buffers of a classifier, and the derivative by β that the last loss left. */
export interface InputTables {
  readonly weights: Float64Array
  readonly masses: Float64Array
  /** (inputs, prototypes): one buffer for each number of inputs, so that training and held-out data take turns */
  readonly costsOf: (inputs: number) => Float64Array
  slope: number
}

export function inputTables(prototypes: number, classes: number): InputTables {
  const buffers = new Map<number, Float64Array>()
  return {
    weights: new Float64Array(prototypes),
    masses: new Float64Array(classes),
    costsOf: (inputs) => {
      const buffer = buffers.get(inputs) ?? new Float64Array(inputs * prototypes)
      buffers.set(inputs, buffer)
      return buffer
    },
    slope: 0,
  }
}

/** Below this the weight of a class has lost digits to underflow. */
const thin = 1e-250

/**
 * Mean over the inputs of -log P(label). With p = softmax(-β C) and o the same over the prototypes of the label only:
 *
 *     ∂(-log P)/∂C_l = β (o_l - p_l)     ∂(-log P)/∂β = Σ_l C_l (o_l - p_l)
 *
 * @param labels (prototypes)
 * @param costs  (inputs, prototypes) C, overwritten by ∂L/∂C; ∂L/∂β is left in tables.slope
 */
export function lossOfInputs(
  tables: InputTables,
  inputs: Pick<Inputs, 'count' | 'labels'>,
  labels: Int32Array,
  beta: number,
  costs: Float64Array,
): number {
  const { weights, masses } = tables
  const count = labels.length
  const part = 1 / inputs.count
  let sum = 0
  let slope = 0
  for (let row = 0, from = 0; row < inputs.count; row++, from += count) {
    const label = inputs.labels[row]!
    const total = weigh(tables, costs, from, labels, beta)
    const own = masses[label]!
    const isThin = !(own > thin)
    const soft = isThin ? softMinimum(costs, from, labels, label, beta) : 0
    sum += isThin ? Math.log(total) + beta * (soft - leastOf(costs, from, count)) : Math.log(total / own)
    for (let l = 0; l < count; l++) {
      const cost = costs[from + l]!
      let missing = -weights[l]! / total
      if (labels[l] === label) missing += isThin ? Math.exp(-beta * (cost - soft)) : weights[l]! / own
      if (missing !== 0) slope += missing * cost
      costs[from + l] = beta * part * missing
    }
  }
  tables.slope = slope * part
  return sum * part
}

/** -log P(label) of one input, without its gradient. */
export function surprise(
  tables: InputTables,
  costs: Float64Array,
  from: number,
  labels: Int32Array,
  label: number,
  beta: number,
): number {
  const total = weigh(tables, costs, from, labels, beta)
  const own = tables.masses[label]!
  if (own > thin) return Math.log(total / own)
  const soft = softMinimum(costs, from, labels, label, beta)
  return Math.log(total) + beta * (soft - leastOf(costs, from, labels.length))
}

/** Weights exp(-β (C_l - min C)) of one input and their sum over each class; returns the sum of all. */
export function weigh(
  tables: InputTables,
  costs: Float64Array,
  from: number,
  labels: Int32Array,
  beta: number,
): number {
  const { weights, masses } = tables
  const least = leastOf(costs, from, labels.length)
  masses.fill(0)
  let total = 0
  for (let l = 0; l < labels.length; l++) {
    const weight = Math.exp(-beta * (costs[from + l]! - least))
    weights[l] = weight
    masses[labels[l]!]! += weight
    total += weight
  }
  return total
}

/**
 * S_c = -(1/β) log Σ_{l in c} exp(-β C_l) of one input and class, from the least cost of the class: it never
 * underflows.
 */
export function softMinimum(
  costs: Float64Array,
  from: number,
  labels: Int32Array,
  label: number,
  beta: number,
): number {
  let least = Infinity
  for (let l = 0; l < labels.length; l++) {
    if (labels[l] === label && costs[from + l]! < least) least = costs[from + l]!
  }
  let sum = 0
  for (let l = 0; l < labels.length; l++) {
    if (labels[l] === label) sum += Math.exp(-beta * (costs[from + l]! - least))
  }
  return least - Math.log(sum) / beta
}

function leastOf(costs: Float64Array, from: number, count: number): number {
  let least = Infinity
  for (let n = from; n < from + count; n++) if (costs[n]! < least) least = costs[n]!
  return least
}
