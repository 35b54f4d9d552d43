import { halfPlane, line } from '../math/space'
import { pack } from './derive'
import { maxTitleLength, sizeOf, type AttentionHead, type Document, type Factor } from './document'
import { identityElement } from './element'
import type { Embedding } from './embedding'
import { factorFromMatrix } from './embeddings'
import type { Matrix } from './matrix'
import { defaultDocument } from './presets'
import { isProblem, problem, type Problem } from './problem'
import { readView, type Tensor, type View } from './tensor'
import { viewOf, type InnerPart, type Part } from './tensorLayout'
import { shownName } from './tensorNames'

/** Which numbers of which tensors are Q and K. */
export interface Choice {
  readonly q: Tensor
  readonly k: Tensor
  readonly qPart: Part
  readonly kPart: Part
  readonly inner: InnerPart
}

/** The chosen numbers, all finite; one row for each query and each key. */
export interface QueriesAndKeys {
  readonly q: Matrix
  readonly k: Matrix
  readonly qPlace: View['place']
  readonly kPlace: View['place']
}

/** Reads the chosen numbers and nothing else of the files; may be rejected where a file can no longer be read. */
export async function readChoice({ q, k, qPart, kPart, inner }: Choice): Promise<QueriesAndKeys | Problem> {
  const [qView, kView] = [viewOf(q, qPart, inner), viewOf(k, kPart, inner)]
  if (isProblem(qView)) return problem(`Q, ${qView.problem}`)
  if (isProblem(kView)) return problem(`K, ${kView.problem}`)
  const [queries, keys] = await Promise.all([readView(qView), readView(kView)])
  if (isProblem(queries)) return problem(`Q, ${queries.problem}`)
  if (isProblem(keys)) return problem(`K, ${keys.problem}`)
  return { q: queries, k: keys, qPlace: qView.place, kPlace: kView.place }
}

/** The model with A = Q and B = Kᵀ, at the identity, as a head that has no task. */
export function documentFromTensors(
  { q, k, qPlace, kPlace }: QueriesAndKeys,
  embedding: Embedding,
  title: string,
): Document | Problem {
  const at = (place: View['place']) => (row: number, column: number) => place(row, column, 0)
  const a = factorFromMatrix(q, embedding, at(qPlace))
  if (isProblem(a)) return problem(`Q, ${a.problem}`)
  const keys = factorFromMatrix(k, embedding, at(kPlace))
  if (isProblem(keys)) return problem(`K, ${keys.problem}`)
  const { space } = embedding
  const atRest = { element: identityElement(space), reflected: false, word: [], time: 1 } as const
  const made: Document = {
    ...defaultDocument,
    ...atRest,
    title,
    space,
    a,
    b: transposed(keys),
    selection: [0, 0],
    free: { factor: 'a', row: 0, column: 0 },
    classifier: null,
  }
  return { ...made, head: headWithoutTask(unitSpread(baseProduct(made))) }
}

export const transposed = (factor: Factor): Factor => factor[0]!.map((_, i) => factor.map((row) => row[i]!))

/** A ⊙ B as it is, (rows, columns). */
export function baseProduct(document: Pick<Document, 'space' | 'a' | 'b'>): Float64Array {
  const { rows, inner, columns } = sizeOf(document)
  const { product } = document.space === 'line' ? line : halfPlane
  const out = new Float64Array(rows * columns)
  return product(pack(document.a), pack(document.b), rows, inner, columns, out)
}

/** β = 1 / standard deviation of C, to three digits: then the logits β C spread by 1, whatever the size. */
export function unitSpread(c: Float64Array): number {
  const mean = c.reduce((sum, x) => sum + x, 0) / c.length
  const variance = c.reduce((sum, x) => sum + (x - mean) ** 2, 0) / c.length
  const beta = Number((1 / Math.sqrt(variance)).toPrecision(3))
  return beta > 0 && beta <= 1e6 ? beta : 1
}

/** Rows attend to all columns with weights softmax(-β C), and nothing is trained. */
const headWithoutTask = (beta: number): AttentionHead => ({ rule: 'fixed', beta, task: null })

/** "model: attn.q and attn.k", short enough for a title. */
export function titleOf(file: string, q: string, k: string): string {
  const names = q === k ? shownName(q, 60) : `${shownName(q, 60)} and ${shownName(k, 60)}`
  const title = `${shownName(file, 50)}: ${names}`
  return title.length <= maxTitleLength ? title : shownName(title, maxTitleLength / 2)
}
