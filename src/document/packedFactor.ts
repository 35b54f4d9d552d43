import type { Entry, Factor } from './document'

/** Packed points or numbers, as the derived moved entries are, back as a factor. */
export function factorFromPacked(packed: Float64Array, columns: number, stride: 1 | 2): Factor {
  const entry = (at: number): Entry => (stride === 1 ? packed[at]! : [packed[at]!, packed[at + 1]!])
  const rows = packed.length / (columns * stride)
  return Array.from({ length: rows }, (_, k) =>
    Array.from({ length: columns }, (__, i) => entry((k * columns + i) * stride)),
  )
}
