import { align, type Alignment } from '../math/align'
import { alignLine, type LineAlignment } from '../math/alignLine'
import { iwasawa } from '../math/iwasawa'
import { joined, pointsOf } from '../math/sameModel'
import { pack, type Packed } from './derive'
import { sizeOf, type Document, type Element, type FactorName } from './document'
import { checkElement } from './element'
import { isProblem, problem, type Problem } from './problem'

/** A pair of matrices in a space. */
export type Model = Pick<Document, 'space' | 'a' | 'b'>

/** σ first where it is reflected, then the element. */
export interface Isometry {
  readonly element: Element
  readonly reflected: boolean
}

/** What isometries leave between the images of the base entries and the entries of the other model. */
export interface Aligned {
  /** One for all inner indices, or one for each. */
  readonly isometries: readonly Isometry[]
  /** Distance of each entry from its partner, one number an entry. */
  readonly residuals: Packed
  /** Σ (2 cosh ρ - 2) over all entries in the half-plane, Σ ρ² on the line: what the isometries make smallest. */
  readonly objective: number
  readonly largest: number
  /** The entry with the largest residual. */
  readonly worst: { readonly factor: FactorName; readonly row: number; readonly column: number }
  readonly rootMeanSquare: number
}

/** The best that keep the orientation, the best that reverse it, and the better of the two for each set of entries. */
export interface AlignedTo {
  readonly direct: Aligned
  readonly reversed: Aligned
  readonly best: Aligned
}

/** What keeps two models from being compared entry by entry; undefined when nothing does. */
export function checkSameShape(here: Model, there: Model): Problem | undefined {
  if (here.space !== there.space) {
    const [one, other] = [here, there].map(({ space }) =>
      space === 'line' ? 'on the real line' : 'in the half-plane',
    )
    return problem(`this model is ${one} and the other one ${other}`)
  }
  const differing = (['a', 'b'] as const).flatMap((name) => {
    const [one, other] = [here, there].map((model) => `${model[name].length} × ${model[name][0]!.length}`)
    return one === other ? [] : [`${name.toUpperCase()} is ${one} here and ${other} in the other model`]
  })
  return differing.length > 0 ? problem(`the sizes differ: ${differing.join(', ')}`) : undefined
}

/**
 * The isometries that bring the base entries nearest to the entries of another model of the same sizes, in closed
 * form: one for all inner indices, or one for each.
 *
 * @returns a problem if space or sizes differ, if entries that are to be aligned all coincide, so that no isometry is
 * the best one, or if float64 cannot hold what is found
 */
export function alignTo(document: Model, other: Model, by: 'all' | 'each'): AlignedTo | Problem {
  const differ = checkSameShape(document, other)
  if (differ) return differ
  const { rows, inner, columns } = sizeOf(document)
  const stride = document.space === 'line' ? 1 : 2
  const setsOf = (model: Model) => {
    const packed = { a: pack(model.a), b: pack(model.b) }
    const sets = Array.from({ length: inner }, (_, i) => pointsOf(packed, stride, rows, inner, columns, i))
    return by === 'all' ? [joined(sets)] : sets
  }
  const from = setsOf(document)
  const to = setsOf(other)
  const fits: SetFits[] = []
  for (const [n, set] of from.entries()) {
    const found = fitSet(set, to[n]!, stride)
    if (isProblem(found)) return problem(inSet(found, by === 'all' ? undefined : n))
    fits.push(found)
  }
  const size = { rows, inner, columns }
  return {
    direct: together(
      fits.map(({ direct }) => direct),
      size,
    ),
    reversed: together(
      fits.map(({ reversed }) => reversed),
      size,
    ),
    best: together(
      fits.map(({ best }) => best),
      size,
    ),
  }
}

/** The document with these isometries for g, acting on both factors at t = 1. */
export function withAligned(document: Document, { isometries }: Aligned): Document {
  const move = 'both'
  const [only] = isometries
  if (isometries.length === 1 && only) {
    return { ...document, ...only, time: 1, move }
  }
  return {
    ...document,
    element: isometries.map(({ element }) => element),
    reflected: isometries.map(({ reflected }) => reflected),
    word: [],
    time: 1,
    move,
  }
}

interface SetFit {
  readonly isometry: Isometry
  readonly residuals: Float64Array
  readonly excess: number
}

interface SetFits {
  readonly direct: SetFit
  readonly reversed: SetFit
  readonly best: SetFit
}

const inSet = ({ problem: sentence }: Problem, n: number | undefined) =>
  n === undefined ? sentence : `inner index ${n + 1}: ${sentence}`

function fitSet(z: Float64Array, w: Float64Array, stride: 1 | 2): SetFits | Problem {
  if (stride === 2) {
    const which = coincide(z) ? 'this model' : coincide(w) ? 'the other model' : undefined
    if (which) return problem(`all entries of ${which} coincide, so that any turn about them is as good`)
  }
  try {
    const found = stride === 1 ? mapKinds(alignLine(z, w), fromLine) : mapKinds(align(z, w), fromHalfPlane)
    if (!Number.isFinite(found.best.excess)) return problem('the entries are too far apart for float64')
    const refused = checkElement(found.best.isometry.element, stride === 1 ? 'line' : 'halfPlane')
    return refused ? problem(`the best isometry ${refused.problem}`) : found
  } catch (error) {
    if (error instanceof RangeError) return problem(error.message.replace(/^\w+: /, ''))
    throw error
  }
}

type Kinds<T> = Readonly<Record<'direct' | 'reversed' | 'best', T>>

const mapKinds = <T, U>({ direct, reversed, best }: Kinds<T>, of: (one: T) => U): Kinds<U> => ({
  direct: of(direct),
  reversed: of(reversed),
  best: of(best),
})

const fromLine = ({ alpha, reflected, residuals, excess }: LineAlignment): SetFit => ({
  isometry: { element: alpha, reflected },
  residuals,
  excess,
})

/** align's z ↦ g(-z̄) is σ first, then g: as the document has it. */
const fromHalfPlane = ({ g, reflected, residuals, excess }: Alignment): SetFit => ({
  isometry: { element: iwasawa(g), reflected },
  residuals,
  excess,
})

/** Whether the points differ by no more than rounding of their coordinates. */
function coincide(z: Float64Array): boolean {
  return z.every((value, n) => {
    const first = z[n % 2]!
    return Math.abs(value - first) <= 4 * Number.EPSILON * Math.max(Math.abs(value), Math.abs(first))
  })
}

/** The sets hold column i of A, then row i of B, for one i or for one after the other. */
function together(
  fits: readonly SetFit[],
  { rows, inner, columns }: { rows: number; inner: number; columns: number },
): Aligned {
  const all = joined(fits.map(({ residuals }) => residuals))
  const each = rows + columns
  const residuals = {
    a: Float64Array.from(
      { length: rows * inner },
      (_, n) => all[(n % inner) * each + Math.floor(n / inner)]!,
    ),
    b: Float64Array.from(
      { length: inner * columns },
      (_, n) => all[Math.floor(n / columns) * each + rows + (n % columns)]!,
    ),
  }
  const largest = all.reduce((most, residual) => Math.max(most, residual), 0)
  const factor = residuals.a.includes(largest) ? 'a' : 'b'
  const width = factor === 'a' ? inner : columns
  const at = residuals[factor].indexOf(largest)
  return {
    isometries: fits.map(({ isometry }) => isometry),
    residuals,
    objective: fits.reduce((sum, { excess }) => sum + excess, 0),
    largest,
    worst: { factor, row: Math.floor(at / width), column: at % width },
    rootMeanSquare: Math.sqrt(all.reduce((sum, residual) => sum + residual * residual, 0) / all.length),
  }
}
