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
 * An attention head whose tables are the factors: Q = A and Kᵀ = B, one token for each row of A and column of B, weights
 * softmax(-β C) over the other positions of a sequence. Its task is the nearest relative in a tree.
 */
export interface AttentionHead {
  /** The parent of each token, -1 for the root. */
  readonly parents: readonly number[]
  readonly beta: number
  /** Training changes β as well. */
  readonly learnsBeta: boolean
  /** Sequences drawn for training and held out, their length, and the seed of both. */
  readonly sequences: {
    readonly train: number
    readonly heldOut: number
    readonly length: number
    readonly seed: number
  }
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
  /** The head that the factors belong to, if they are one's tables: the loss is then its loss, and `target` says nothing. */
  readonly head: AttentionHead | null
}

/** Between these t is. */
export const minTime = -2
export const maxTime = 3

/** The two oldest of more finished factors become one. */
export const maxWord = 24

/** Largest size of a factor in each direction: by the stepper, and by file. */
export const maxTypedSize = 16
export const maxFileSize = 64

/** rows × inner × columns of the product A ⊙ B. */
export interface Size {
  readonly rows: number
  readonly inner: number
  readonly columns: number
}

export function sizeOf(document: Pick<Document, 'a' | 'b'>): Size {
  return { rows: document.a.length, inner: document.b.length, columns: document.b[0]!.length }
}
