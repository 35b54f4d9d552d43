import type { HeadSettings } from './attentionHead'
import { strideOf } from './parameters'

/** The parameters of a head as the factors of its product C = A ⊙ B, packed row-major. */
export interface HeadFactors {
  /** Q, (tokens, inner, stride) */
  readonly a: Float64Array
  /** Kᵀ, (inner, tokens, stride) */
  readonly b: Float64Array
  /** log β or log γ, if the head learns one */
  readonly reals: readonly number[]
}

/** A = Q, B = Kᵀ: the same numbers, K's in the order of its transpose. */
export function factorsOfHead(settings: HeadSettings, parameters: Float64Array): HeadFactors {
  const { geometry, tokens, inner } = settings
  const length = strideOf(geometry) * tokens * inner
  return {
    a: parameters.slice(0, length),
    b: transposed(
      parameters.subarray(length, 2 * length),
      tokens,
      inner,
      strideOf(geometry),
      new Float64Array(length),
    ),
    reals: Array.from(parameters.subarray(2 * length)),
  }
}

/**
 * The inverse of {@link factorsOfHead}.
 *
 * @throws RangeError if a factor does not fit the settings
 */
export function parametersOfFactors(settings: HeadSettings, { a, b, reals }: HeadFactors): Float64Array {
  const { geometry, tokens, inner } = settings
  const length = strideOf(geometry) * tokens * inner
  for (const [name, factor] of Object.entries({ a, b })) {
    if (factor.length === length) continue
    throw new RangeError(`the factor ${name} holds ${factor.length} numbers, the head ${length}`)
  }
  return Float64Array.from([...a, ...transposed(b, inner, tokens, strideOf(geometry), b.slice()), ...reals])
}

/** A (rows, columns) table of points as (columns, rows), into out; returns out. */
export function transposed(
  table: Float64Array,
  rows: number,
  columns: number,
  stride: 1 | 2,
  out: Float64Array,
): Float64Array {
  for (let row = 0, n = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      for (let s = 0; s < stride; s++) out[stride * (column * rows + row) + s] = table[n++]!
    }
  }
  return out
}
