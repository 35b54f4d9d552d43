import { derive } from './derive'
import type { Document } from './document'
import { matrixFromFactor } from './export'
import type { Matrix } from './matrix'
import { factorFromPacked } from './packedFactor'

/** A matrix that can be taken away. */
export interface TakenMatrix {
  /** In names of files and fields. */
  readonly id: 'a' | 'b' | 'movedA' | 'movedB' | 'productBefore' | 'productAfter'
  readonly label: string
  /** As LaTeX. */
  readonly latex: string
  readonly matrix: Matrix
}

/** Base and moved entries and both products: one number an entry on the line and of a product, two in the half-plane. */
export function takenMatrices(document: Document): readonly TakenMatrix[] {
  const { size, stride, moved, before, after } = derive(document)
  const product = (values: Float64Array): Matrix => ({
    rows: size.rows,
    columns: size.columns,
    numbers: 1,
    values,
  })
  const movedMatrix = (name: 'a' | 'b') =>
    matrixFromFactor(factorFromPacked(moved[name], name === 'a' ? size.inner : size.columns, stride))
  const g = document.time === 1 ? 'g' : 'g^{t}'
  const [a, b] = [document.move === 'b' ? 'A' : `${g}A`, document.move === 'a' ? 'B' : `${g}B`]
  return [
    { id: 'a', label: 'A, base', latex: 'A', matrix: matrixFromFactor(document.a) },
    { id: 'b', label: 'B, base', latex: 'B', matrix: matrixFromFactor(document.b) },
    { id: 'movedA', label: 'A, moved', latex: a, matrix: movedMatrix('a') },
    { id: 'movedB', label: 'B, moved', latex: b, matrix: movedMatrix('b') },
    { id: 'productBefore', label: 'Product before', latex: 'A \\odot B', matrix: product(before) },
    { id: 'productAfter', label: 'Product after', latex: `${a} \\odot ${b}`, matrix: product(after) },
  ]
}
