import { realsOf, scaleOf } from './beta'
import type { Inputs } from './data/embed'
import { holdLogSums, logSums, sumOfLogSums, type LogSum } from './logSums'
import { inputTables, surprise } from './prototypeRows'
import type { ClassifierSettings } from './prototypes'
import type { Held, SlicedLoss, Term } from './slicedLoss'

/**
 * The loss of a classifier by prototypes as slices need it: A = X the inputs, B = Wᵀ the prototypes, mean -log P(label)
 * over the inputs. An input that moves changes its own row only; a prototype that moves changes the row of every
 * input, by one distance and one exponential each, and where it is too far away to matter by neither.
 *
 * @param inputs their labels count; where they are, a slice is told by its factor A
 */
export function slicedClassifier(settings: ClassifierSettings, inputs: Inputs): SlicedLoss {
  const { geometry, inner, classes, perClass } = settings
  const columns = classes * perClass
  const parts: Parts = {
    settings,
    ownClass: inputs.labels,
    labels: Int32Array.from({ length: columns }, (_, l) => l % classes),
    tables: inputTables(columns, classes),
  }
  return {
    geometry,
    rows: inputs.count,
    inner,
    columns,
    count: inputs.count,
    floor: 0,
    row: (k) => inputTerm(parts, k),
    column: (l, except) => prototypeTerm(parts, l, except),
    rest: (k, l) => (held) => {
      // A prototype that moves leaves no input as it was.
      if (l !== null) return 0
      const beta = betaFrom(settings, held)
      let sum = 0
      for (let r = 0; r < inputs.count; r++)
        if (r !== k) sum += surpriseOf(parts, r, held.costs, r * columns, beta)
      return sum
    },
  }
}

interface Parts {
  readonly settings: ClassifierSettings
  /** (inputs): the class that each should have */
  readonly ownClass: Int32Array
  /** (prototypes): the class of each */
  readonly labels: Int32Array
  readonly tables: ReturnType<typeof inputTables>
}

function betaFrom({ beta: rule }: ClassifierSettings, { reals }: Held): number {
  return realsOf(rule) === 1 ? Math.exp(reals[0]!) : scaleOf(rule)
}

/** -log P(label) of input r, its costs from `from` on. */
function surpriseOf(parts: Parts, r: number, costs: Float64Array, from: number, beta: number): number {
  const { tables, labels, ownClass } = parts
  return surprise(tables, costs, from, labels, ownClass[r]!, beta)
}

function inputTerm(parts: Parts, k: number): Term {
  let beta = NaN
  return {
    hold: (held) => (beta = betaFrom(parts.settings, held)),
    sum: (costs) => surpriseOf(parts, k, costs, 0, beta),
  }
}

/** log of all weights less log of those of the label, as functions of the cost of prototype l. */
function prototypeTerm(parts: Parts, l: number, except: number | null): Term {
  const { settings, ownClass, labels } = parts
  const count = ownClass.length
  const columns = labels.length
  const rows = [...ownClass.keys()].filter((r) => r !== except)
  const own = rows.filter((r) => ownClass[r] === labels[l])
  const others = rows.filter((r) => ownClass[r] !== labels[l])
  const term =
    (coefficient: number) =>
    (partner: number): LogSum => ({ partner, multiplicity: 1, coefficient })
  const sums = logSums([...rows.map(term(1)), ...own.map(term(-1))], count)
  const { bases, betas, slopes, reach } = sums
  let constant = 0
  return {
    hold: (held) => {
      const beta = betas.fill(betaFrom(settings, held))[0]!
      let n = 0
      for (const r of rows) bases[n++] = logWeights(held.costs, r * columns, labels, null, l, beta)
      for (const r of own) bases[n++] = logWeights(held.costs, r * columns, labels, labels[l]!, l, beta)
      constant = 0
      for (const r of others) {
        constant -= logWeights(held.costs, r * columns, labels, ownClass[r]!, l, beta)
      }
      slopes.fill(0)
      holdLogSums(sums)
    },
    sum: (costs) => constant + sumOfLogSums(sums, costs),
    reach,
  }
}

/** log Σ exp(-β C) over the prototypes of a class, or of all if it is null, without prototype l; -Infinity of none. */
function logWeights(
  costs: Float64Array,
  from: number,
  labels: Int32Array,
  label: number | null,
  without: number,
  beta: number,
): number {
  let least = Infinity
  for (let l = 0; l < labels.length; l++) {
    if (l === without || (label !== null && labels[l] !== label)) continue
    if (!(costs[from + l]! >= least)) least = costs[from + l]!
  }
  if (least === Infinity) return -Infinity
  let sum = 0
  for (let l = 0; l < labels.length; l++) {
    if (l !== without && (label === null || labels[l] === label))
      sum += Math.exp(-beta * (costs[from + l]! - least))
  }
  return Math.log(sum) - beta * least
}
