import { swapSpace, withFactor } from '../document/edit'
import type { Document, FactorName } from '../document/document'
import type { Embedding } from '../document/embedding'
import { factorFromMatrix } from '../document/embeddings'
import { readFile } from '../document/files'
import type { Matrix } from '../document/matrix'
import { isProblem, problem, type Problem } from '../document/problem'

/** What was read and is not yet opened: a document, or one matrix or two. */
export type Import =
  | { readonly kind: 'document'; readonly document: Document }
  | { readonly kind: 'matrices'; readonly matrices: readonly Matrix[] }

/** Reads one file, or two that are A and B. */
export async function readFiles(files: readonly File[]): Promise<Import | Problem> {
  if (files.length > 2) return problem(`${files.length} files: give one, or two that are A and B`)
  const matrices: Matrix[] = []
  for (const file of files) {
    const content = readFile(file.name, await file.arrayBuffer())
    if (isProblem(content)) return content
    if (content.kind === 'matrix') matrices.push(content.matrix)
    else if (files.length === 1) return content
    else return problem(`"${file.name}" is a whole document: open it alone`)
  }
  return matricesOf(matrices)
}

export function readText(text: string): Import | Problem {
  const content = readFile('pasted text', new TextEncoder().encode(text))
  if (isProblem(content)) return content
  return content.kind === 'document' ? content : matricesOf([content.matrix])
}

function matricesOf(matrices: readonly Matrix[]): Import | Problem {
  const [a, b] = matrices
  if (a && b && a.numbers !== b.numbers) {
    return problem(`A has ${a.numbers} numbers an entry and B has ${b.numbers}`)
  }
  if (a && b && a.columns !== b.rows) {
    return problem(
      `A is ${a.rows} × ${a.columns} and B is ${b.rows} × ${b.columns}: A needs as many columns as B has rows`,
    )
  }
  return { kind: 'matrices', matrices }
}

/** The document with the matrices in place of its factors, one of them from `first` on. */
export function withMatrices(
  document: Document,
  matrices: readonly Matrix[],
  first: FactorName,
  embedding: Embedding,
): Document | Problem {
  let next: Document | Problem = document.space === embedding.space ? document : swapSpace(document)
  for (const [n, matrix] of matrices.entries()) {
    const name = matrices.length === 2 ? (['a', 'b'] as const)[n]! : first
    const factor = factorFromMatrix(matrix, embedding)
    if (isProblem(factor)) return problem(`${name.toUpperCase()}, ${factor.problem}`)
    if (isProblem(next)) return next
    next = withFactor(next, name, factor)
  }
  return next
}
