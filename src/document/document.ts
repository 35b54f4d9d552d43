/** The document: what a link or a file holds. Plain JSON data; everything else is derived from it. */

/** A point x + iy of the upper half-plane, y > 0. */
export type Point = readonly [x: number, y: number]
/** An entry of a factor: a number on the line, a point in the half-plane. */
export type Entry = number | Point
/** A factor: rows of entries, all rows of the same length. */
export type Factor = readonly (readonly Entry[])[]
/** A 2×2 as the person typed it, row by row: any finite entries with det > 0. */
export type Matrix2 = readonly [a: number, b: number, c: number, d: number]
/** Coordinates of g = N(x) A(t) K(θ): g·i = x + i eᵗ, and K(θ) turns the plane about i by -2θ. */
export interface Iwasawa {
  readonly x: number
  readonly t: number
  readonly theta: number
}
/** g as it was given: α on the line; a typed 2×2, or coordinates once a slider or handle moved it. */
export type Element = number | Matrix2 | Iwasawa
export type SpaceName = 'line' | 'halfPlane'
/** What g acts on. */
export type Move = 'both' | 'a' | 'b'
export type FactorName = 'a' | 'b'
/** C*: the base product, a frozen or typed matrix, or the product of seeded random factors of the same size. */
export type Target = 'base' | readonly (readonly number[])[] | { readonly seed: number }
/** The entry that is free in the loss slice; indices from 0. */
export interface FreeEntry {
  readonly factor: FactorName
  readonly row: number
  readonly column: number
}

/**
 * Where the β of softmax(-β C) comes from: a number, one that training changes too, γ over the mean cost of the row, the
 * one that gives a perplexity, or γ / √(1 + |q|²), which is no function of distances and so breaks the invariance.
 *
 * @see learning/beta.ts
 */
export type BetaRuleName = 'fixed' | 'learned' | 'byRow' | 'entropy' | 'byNorms'

/** Sequences drawn for training and held out, their length, and the seed of both. */
export interface DrawnSequences {
  readonly train: number
  readonly heldOut: number
  readonly length: number
  readonly seed: number
}

/** Sequences of one's own, as tokens counted from 0. */
export interface GivenSequences {
  readonly train: readonly (readonly number[])[]
  readonly heldOut: readonly (readonly number[])[]
}

/** Each token of a sequence shall attend to its nearest relatives in a tree. */
export interface NearestRelative {
  /** The parent of each token, -1 for the root. */
  readonly parents: readonly number[]
  /** What the tokens are called, if they have names of their own. */
  readonly names?: readonly string[]
  readonly sequences: DrawnSequences | GivenSequences
}

/** An attention head whose tables are the factors: Q = A and Kᵀ = B, weights softmax(-β C). */
export interface AttentionHead {
  readonly rule: BetaRuleName
  /** β of 'fixed' and 'learned', γ of 'byRow' and 'byNorms', the perplexity of 'entropy'. */
  readonly beta: number
  /** With one token for each row of A and column of B; null: rows attend to all columns, and nothing is trained. */
  readonly task: NearestRelative | null
}

/** Rows of numbers with the class of each. */
export interface LabelledRows {
  readonly rows: readonly (readonly number[])[]
  /** Indices into the classes. */
  readonly labels: readonly number[]
}

/** Where labelled rows come from: drawn from a seed, iris split by a seed, or one's own. */
export type LabelledSource =
  | {
      readonly kind: 'spirals'
      readonly turns: number
      readonly train: number
      readonly heldOut: number
      readonly seed: number
    }
  | { readonly kind: 'moons'; readonly train: number; readonly heldOut: number; readonly seed: number }
  | { readonly kind: 'iris'; readonly seed: number }
  | {
      readonly kind: 'own'
      readonly classes: readonly string[]
      readonly train: LabelledRows
      readonly heldOut: LabelledRows
    }

/**
 * A classifier whose inputs and prototypes are the factors: X = A, one row for each training input, and Wᵀ = B, with
 * prototype l of class l modulo the number of classes. P(class) = Σ of softmax(-β C) over the prototypes of the class.
 */
export interface PrototypeClassifier {
  readonly data: LabelledSource
  readonly rule: Extract<BetaRuleName, 'fixed' | 'learned'>
  readonly beta: number
}

export interface Document {
  readonly version: 1
  readonly title: string
  readonly space: SpaceName
  /** rows × inner */
  readonly a: Factor
  /** inner × columns */
  readonly b: Factor
  /** One for all inner indices, or a list of them, one per inner index. */
  readonly element: Element | readonly Element[]
  /** Whether z ↦ -z̄ (on the line x ↦ -x) comes before g: for all inner indices, or for each as `element` is. */
  readonly reflected: boolean | readonly boolean[]
  /**
   * The finished factors h₁, h₂, … of g, the first applied first; the last factor is what is left, g (… h₂ h₁)⁻¹.
   * Empty where each inner index has its own element.
   */
  readonly word: readonly Element[]
  /** What acts on the entries is gᵗ: t = 1 but while g flows. */
  readonly time: number
  readonly move: Move
  /** The selected entry (k, l) of the product; indices from 0. */
  readonly selection: readonly [k: number, l: number]
  readonly free: FreeEntry
  readonly target: Target
  /** The head that the factors belong to, if they are one's tables: with a task the loss is its loss, and `target` says nothing. */
  readonly head: AttentionHead | null
  /** The classifier that the factors belong to, if they are inputs and prototypes: the loss is then its loss. Never beside a head. */
  readonly classifier: PrototypeClassifier | null
}

/** Between these t is. */
export const minTime = -2
export const maxTime = 3

/** The two oldest of more finished factors become one. */
export const maxWord = 24

/** Largest size of a factor in each direction: by the stepper, and by file. */
export const maxTypedSize = 16
export const maxFileSize = 64
/** Most training inputs of a classifier, which are rows of A. */
export const maxInputs = 512
/** Most rows that a classifier holds out, numbers of a row, classes, and characters of the name of one. */
export const maxHeldOut = 2000
export const maxDataColumns = 16
export const maxClasses = 12
export const maxClassName = 40

/** In UTF-16 code units, as a text field counts. */
export const maxTitleLength = 200

/** rows × inner × columns of the product A ⊙ B. */
export interface Size {
  readonly rows: number
  readonly inner: number
  readonly columns: number
}

export function sizeOf(document: Pick<Document, 'a' | 'b'>): Size {
  return { rows: document.a.length, inner: document.b.length, columns: document.b[0]!.length }
}
