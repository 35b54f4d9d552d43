import { hyperbolicProduct } from '../math/hyperbolicProduct'
import { fromIwasawa } from '../math/iwasawa'
import { lineProduct } from '../math/lineProduct'
import { act } from '../math/psl2r'
import { normal, random, type Random } from '../math/random'
import { singularValues } from '../math/singularValues'
import type { Experiment } from './record'
import { distanceToLaw, doubleCentred, kurtosis, quarterCircle, scaled, spacingRatios } from './spectralLaws'
import { kinds, seen, type Found, type Place } from './spectraResult'
import { mean } from './summary'

export interface SpectraInputs {
  /** rows and columns of C */
  readonly size: number
  readonly inner: number
  /** deviation of x and of log y of an entry */
  readonly spread: number
  readonly draws: number
  readonly seed: number
}

/** Turns about i, from 0 to 180°. */
const turns = 12
/** Distances in one piece of work. */
const piece = 1_000_000

/**
 * What random matrix theory sees of a random model: the spectrum of centred C beside two laws, and those of C, Re A
 * and Im A while g turns A and B about i. C is centred first, rows and columns, because its largest singular value is
 * its mean. Singular values of 256 × 256 take longer than the 0.1 s that a piece of work should.
 */
export const spectra: Experiment<SpectraInputs> = function* (inputs) {
  const { size, draws, seed } = inputs
  const next = random(seed)
  const found: Found = { values: kinds.map(() => []), ratios: kinds.map(() => []), places: [] }
  const pieces = draws * kinds.length + turns + 1
  let made = 0
  const onTheWay = () => ({
    part: made / pieces,
    doing: 'singular values',
    result: seen(found, inputs.inner, draws),
  })
  const progress = (doing: string) => ({
    part: ++made / pieces,
    doing,
    result: seen(found, inputs.inner, draws),
  })
  let first: Float64Array | undefined
  const a = points(next, size * inputs.inner, inputs.spread)
  const b = points(next, size * inputs.inner, inputs.spread)
  for (let turn = 0; turn <= turns; turn++) {
    const g = fromIwasawa(0, 0, (Math.PI * turn) / (2 * turns))
    const moved = act(g, a, new Float64Array(a.length))
    const c = yield* productOf(moved, act(g, b, new Float64Array(b.length)), inputs, onTheWay)
    const values = singularValues(doubleCentred(c, size, size), size, size)
    first ??= values
    yield onTheWay()
    found.places.push(yield* placeOf((180 * turn) / turns, moved, c, values, first, inputs, onTheWay))
    yield progress(`turn ${turn + 1} of ${turns + 1}`)
  }
  for (let draw = 0; draw < draws; draw++) {
    for (let kind = 0; kind < kinds.length; kind++) {
      const matrix =
        kind === 3
          ? yield* productOf(
              points(next, size * inputs.inner, inputs.spread),
              points(next, size * inputs.inner, inputs.spread),
              inputs,
              onTheWay,
            )
          : ofKind(kind, inputs, next)
      const values = centredValues(matrix, size)
      found.values[kind]!.push(...values)
      found.ratios[kind]!.push(...spacingRatios(values.slice(1, -3)))
      yield progress(`draw ${draw + 1} of ${draws}: ${kinds[kind]!}`)
    }
  }
  return seen(found, inputs.inner, draws)
}

const normals = (next: Random, count: number) => Float64Array.from({ length: count }, () => normal(next))

/** x and log y normal: Re A is Gaussian at the start. */
function points(next: Random, count: number, spread: number): Float64Array {
  const out = new Float64Array(2 * count)
  for (let n = 0; n < out.length; n += 2) {
    out[n] = spread * normal(next)
    out[n + 1] = Math.exp(spread * normal(next))
  }
  return out
}

function* productOf<P>(
  a: Float64Array,
  b: Float64Array,
  { size, inner }: SpectraInputs,
  progress: () => P,
): Generator<P, Float64Array> {
  const c = new Float64Array(size * size)
  const rows = Math.max(1, Math.floor(piece / (size * inner)))
  for (let k = 0; k < size; k += rows) {
    const count = Math.min(rows, size - k)
    const part = a.subarray(2 * k * inner, 2 * (k + count) * inner)
    hyperbolicProduct(part, b, count, inner, size, c.subarray(k * size, (k + count) * size))
    if (k + count < size) yield progress()
  }
  return c
}

function ofKind(kind: number, { size, inner }: SpectraInputs, next: Random): Float64Array {
  const out = new Float64Array(size * size)
  if (kind === 0) return normals(next, size * size)
  if (kind === 2)
    return lineProduct(normals(next, size * inner), normals(next, inner * size), size, inner, size, out)
  const [x, y] = [normals(next, size * size), normals(next, size * size)]
  for (let k = 0; k < size; k++) {
    for (let i = 0; i < size; i++) {
      const entry = x[k * size + i]!
      for (let l = 0; l < size; l++) out[k * size + l] = out[k * size + l]! + entry * y[i * size + l]!
    }
  }
  return out
}

/** Without the last one, which centring makes 0. */
function centredValues(matrix: Float64Array, size: number): number[] {
  return scaled([...singularValues(doubleCentred(matrix, size, size), size, size)].slice(0, -1))
}

function* placeOf<P>(
  degrees: number,
  a: Float64Array,
  c: Float64Array,
  values: Float64Array,
  first: Float64Array,
  { size, inner }: SpectraInputs,
  onTheWay: () => P,
): Generator<P, Place> {
  const coordinates = [0, 1].map((at) =>
    Float64Array.from({ length: a.length / 2 }, (_, n) => a[2 * n + at]!),
  )
  const ofFactors: number[][] = []
  for (const entries of coordinates) {
    const middle = mean([...entries])
    const centred = entries.map((entry) => entry - middle)
    ofFactors.push(scaled([...singularValues(centred, size, inner)]))
    yield onTheWay()
  }
  const all = [...ofFactors, scaled([...values].slice(0, -1))]
  const change = values.reduce((most, value, n) => Math.max(most, Math.abs(value - first[n]!)), 0) / first[0]!
  return {
    degrees,
    tops: all.map((one) => one[0]!),
    kurtoses: [...coordinates, c].map(kurtosis),
    // Only square matrices have the law of the quarter circle.
    distances: all.map((one, n) => (n < 2 && inner !== size ? NaN : distanceToLaw(one, quarterCircle))),
    change,
  }
}
