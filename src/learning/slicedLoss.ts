/** Where all entries but the free ones are held. */
export interface Held {
  /** (rows, inner, stride) */
  readonly a: Float64Array
  /** (inner, columns, stride) */
  readonly b: Float64Array
  /** log β or log γ, if the model learns one */
  readonly reals: readonly number[]
  /** A ⊙ B, (rows, columns) */
  readonly costs: Float64Array
}

/** What a training loss is as a function of one row or one column of C, all else held. */
export interface Term {
  /** Fixes all else, without new arrays, and keeps nothing of what is given. */
  readonly hold: (held: Held) => void
  /**
   * @param costs the row or column of C
   * @param norm2 x² + y² of the free entry of A, or x²: a β by norms of Q depends on it
   */
  readonly sum: (costs: Float64Array, norm2: number) => number
  /** for each cost, if it has one: beyond it the sum changes by nothing, and Infinity may stand for it */
  readonly reach?: Float64Array
}

/**
 * A training loss in the parts that a slice needs. With row k and column l of C moving,
 *
 *     L = (rest + row k + column l without row k) / count - floor
 *
 * and all of it a sum over rows of data, each with a softmax over costs.
 */
export interface SlicedLoss {
  readonly geometry: 'halfPlane' | 'line'
  readonly rows: number
  readonly inner: number
  readonly columns: number
  /** rows of data */
  readonly count: number
  readonly floor: number
  /** The data that row k of C enters; a_ki is the entry that moves it. */
  readonly row: (k: number, i: number) => Term
  /** The data that column l of C enters, without those that row `except` enters. */
  readonly column: (l: number, except: number | null) => Term
  /** The data that neither enters. */
  readonly rest: (k: number | null, l: number | null) => (held: Held) => number
}
