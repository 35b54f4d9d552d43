import { inputTables, lossOfInputs, softMinimum, weigh, type InputTables } from './prototypeRows'

/** A classifier as far as its costs go: what C, (inputs, prototypes), says of labelled inputs. */
export interface CostReader {
  /** Mean of -log P(label) in nats, as `Classifier.loss`; the costs are left as they are. */
  readonly loss: (costs: Float64Array, labels: Int32Array) => number
  /** Part of the inputs whose most probable class is their own; the first class wins among equals. */
  readonly accuracy: (costs: Float64Array, labels: Int32Array) => number
  /** The most probable class of each input; the first wins among equals. */
  readonly decisions: (costs: Float64Array, out: Int32Array) => Int32Array
  /** P(class) of each input, (inputs, classes). */
  readonly probabilities: (costs: Float64Array, out: Float64Array) => Float64Array
  /** S_c = -(1/β) log Σ_{l in c} exp(-β C_l) of each input and class, (inputs, classes): least for the decision. */
  readonly softMinima: (costs: Float64Array, out: Float64Array) => Float64Array
  /** Certified radius of each input, see `Classifier.certifiedRadii`. */
  readonly radii: (costs: Float64Array, out: Float64Array) => Float64Array
}

/**
 * @param prototypes number of prototypes; prototype l is of class l mod classes
 * @param beta       > 0
 */
export function costReader(prototypes: number, classes: number, beta: number): CostReader {
  const tables: InputTables = inputTables(prototypes, classes)
  const owners = Int32Array.from({ length: prototypes }, (_, l) => l % classes)
  const { masses } = tables

  const decide = (costs: Float64Array, row: number): number => {
    weigh(tables, costs, row * prototypes, owners, beta)
    let best = 0
    for (let c = 1; c < classes; c++) if (masses[c]! > masses[best]!) best = c
    return best
  }

  return {
    loss: (costs, labels) =>
      lossOfInputs(tables, { count: labels.length, labels }, owners, beta, costs.slice()),
    accuracy: (costs, labels) => {
      let right = 0
      for (let row = 0; row < labels.length; row++) if (decide(costs, row) === labels[row]) right++
      return right / labels.length
    },
    decisions: (costs, out) => {
      for (let row = 0; row < out.length; row++) out[row] = decide(costs, row)
      return out
    },
    probabilities: (costs, out) => {
      for (let row = 0; row * classes < out.length; row++) {
        const total = weigh(tables, costs, row * prototypes, owners, beta)
        for (let c = 0; c < classes; c++) out[row * classes + c] = masses[c]! / total
      }
      return out
    },
    softMinima: (costs, out) => {
      for (let n = 0; n < out.length; n++) {
        out[n] = softMinimum(costs, Math.floor(n / classes) * prototypes, owners, n % classes, beta)
      }
      return out
    },
    radii: (costs, out) => {
      for (let row = 0; row < out.length; row++) {
        let first = Infinity
        let second = Infinity
        for (let c = 0; c < classes; c++) {
          const soft = softMinimum(costs, row * prototypes, owners, c, beta)
          if (soft < second) second = soft
          if (second < first) [first, second] = [second, first]
        }
        out[row] = (second - first) / 2
      }
      return out
    },
  }
}
