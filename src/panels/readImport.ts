import { swapSpace, withFactor } from '../document/edit'
import type { Document, FactorName } from '../document/document'
import type { OpenedDocument } from '../document/documentJson'
import type { Embedding } from '../document/embedding'
import { factorFromMatrix } from '../document/embeddings'
import { openFile, readFile, type FileContent } from '../document/files'
import type { Lesson } from '../document/lesson'
import type { Matrix } from '../document/matrix'
import { isProblem, problem, type Problem } from '../document/problem'
import { checkTelling } from '../document/telling'
import type { Bytes, Tensor } from '../document/tensor'

/** Tensors that Q and K can be chosen from, and the files that they are in. */
export interface TensorFiles {
  readonly tensors: readonly Tensor[]
  readonly format: 'safetensors' | 'npy'
  readonly title: string
}

/** What was read and is not yet opened: a document, a lesson, one matrix or two, or tensors to choose from. */
export type Import =
  | (OpenedDocument & { readonly kind: 'document' })
  | { readonly kind: 'lesson'; readonly lesson: Lesson }
  | {
      readonly kind: 'matrices'
      readonly matrices: readonly Matrix[]
      /** The same arrays, where they may be Q and K as well. */
      readonly files?: TensorFiles
    }
  | { readonly kind: 'tensors'; readonly files: TensorFiles }

/** Reads one file, or two that are A and B, or that hold Q and K; of tensors no more than where they are. */
export async function readFiles(files: readonly File[]): Promise<Import | Problem> {
  if (files.length > 2) return problem(`${files.length} files: give one, or two that are A and B`)
  const contents: FileContent[] = []
  for (const file of files) {
    const content = await openFile(file.name, bytesOf(file))
    if (isProblem(content)) return content
    if ((content.kind === 'document' || content.kind === 'lesson') && files.length > 1) {
      return problem(`"${file.name}" is a whole ${content.kind}: open it alone`)
    }
    contents.push(content)
  }
  const [first] = contents
  if (first?.kind === 'document' || first?.kind === 'lesson') return first
  const tensors = tensorFiles(files, contents)
  const matrices = contents.flatMap((content) => (content.kind === 'matrix' ? [content.matrix] : []))
  if (matrices.length < contents.length) {
    return tensors
      ? { kind: 'tensors', files: tensors }
      : problem(
          'one of two files holds tensors and the other one does not: give one, or two of the same kind',
        )
  }
  const read = matricesOf(matrices)
  if (tensors === undefined) return read
  // Two arrays of as many columns are Q and K, even where they cannot be A and B.
  return isProblem(read) ? { kind: 'tensors', files: tensors } : { ...read, files: tensors }
}

/** Undefined where one of the files holds no tensors. */
function tensorFiles(files: readonly File[], contents: readonly FileContent[]): TensorFiles | undefined {
  const lists = contents.map((content) => ('tensors' in content ? content.tensors : undefined))
  if (lists.length === 0 || lists.includes(undefined)) return undefined
  const stems = files.map(({ name }) => name.replace(/\.(safetensors|npy)$/i, ''))
  const tensors = lists.flatMap((list, n) => {
    const others = new Set(lists.flatMap((one, m) => (m === n ? [] : one!.map(({ name }) => name))))
    return list!.map((one) => (others.has(one.name) ? { ...one, name: `${stems[n]}/${one.name}` } : one))
  })
  const isSafetensors = contents.some(
    (content) => content.kind === 'tensors' && content.format === 'safetensors',
  )
  return { tensors, format: isSafetensors ? 'safetensors' : 'npy', title: stems.join(', ') }
}

function bytesOf(file: Blob): Bytes {
  return {
    size: file.size,
    read: async (from, to) => new Uint8Array(await file.slice(from, to).arrayBuffer()),
  }
}

export function readText(text: string): Exclude<Import, { kind: 'tensors' }> | Problem {
  const content = readFile('pasted text', new TextEncoder().encode(text))
  if (isProblem(content)) return content
  return content.kind === 'matrix' ? matricesOf([content.matrix]) : content
}

function matricesOf(matrices: readonly Matrix[]): Extract<Import, { kind: 'matrices' }> | Problem {
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
  if (isProblem(next)) return next
  const refused = checkTelling(next)
  return refused ? problem(`beside these points g ${refused.problem}`) : next
}
