import { maxFileSize } from './document'
import type { Embedding } from './embedding'
import { embeddingNamed, embeddingsFor } from './embeddings'
import type { Tensor } from './tensor'
import {
  columnsOf,
  firstPart,
  fitPart,
  headsOf,
  innerOf,
  numbersIn,
  type InnerPart,
  type Layout,
  type Part,
} from './tensorLayout'
import { guessQueriesAndKeys, isFused } from './tensorNames'

/** What a person has chosen of some tensors, all of it inside them. */
export interface Chosen {
  /** Indices of the tensors. */
  readonly q: number
  readonly k: number
  readonly qPart: Part
  readonly kPart: Part
  readonly inner: InnerPart
  /** What the numbers mean, by name. */
  readonly embedding: string
}

/** A change of one of the two sides, or of what they have in common. */
export type Change =
  | { readonly side: 'q' | 'k'; readonly tensor?: number; readonly part?: Partial<Part> }
  | { readonly inner?: Partial<InnerPart>; readonly embedding?: string }

type Tensors = readonly Tensor[]

/** What is most likely wanted: Q and K by their names, and of each as much as a document holds. */
export function firstChoice(tensors: Tensors): Chosen {
  const [q, k] = guessQueriesAndKeys(tensors)
  const [qPart, kPart] = q === k ? partsOfOne(tensors[q]!) : [firstPart(tensors[q]!), firstPart(tensors[k]!)]
  const chosen = { q, k, qPart, kPart }
  const embedding = usualEmbedding(tensors[q]!, qPart)
  return fitInner(tensors, chosen, embedding, { first: 0, count: maxFileSize, pairing: 'neighbours' })
}

/** Queries, keys and values of one tensor are three parts of its columns; torch has them as rows of a weight. */
function partsOfOne(tensor: Tensor): [q: Part, k: Part] {
  const part = firstPart(tensor)
  if (!isFused(tensor.name) || part.layout.includes('head')) return [part, part]
  const [rows = 0, columns = 0] = tensor.shape
  const layout: Layout = rows === 3 * columns ? ['inner', 'rows'] : part.layout
  const of = (head: number) => fitPart(tensor, { ...part, layout, heads: 3, head, rows: maxFileSize })
  return Number.isInteger(columnsOf(tensor, { layout, heads: 3 })) ? [of(0), of(1)] : [part, part]
}

/** Any two numbers are a tangent vector; numbers with an axis of their own are points. */
function usualEmbedding(tensor: Tensor, part: Part): Embedding {
  const [numbers] = numbersIn(tensor, part.layout)
  if (numbers !== 1) return embeddingsFor(numbers!)[0]!
  return embeddingNamed(innerOf(tensor, part, 2) >= 1 ? 'polar' : 'lift')!
}

/** What may be meant by the numbers of Q, as it is taken apart now. */
export function embeddingsOf(
  tensors: Tensors,
  { q, qPart }: Pick<Chosen, 'q' | 'qPart'>,
): readonly Embedding[] {
  return numbersIn(tensors[q]!, qPart.layout).flatMap(embeddingsFor)
}

/**
 * The choice after a change, with all of it made to fit. K follows Q where it is laid out alike: in its layout, its batch
 * and its head, of which K may have fewer, each for several of Q.
 */
export function changed(tensors: Tensors, chosen: Chosen, change: Change): Chosen {
  if (!('side' in change)) {
    const { inner } = chosen
    const embedding = embeddingNamed(change.embedding ?? chosen.embedding)!
    // What was all of the entries is all of them again when there are more, each of fewer numbers.
    const isAll =
      embedding.numbers !== inner.numbers && inner.first === 0 && inner.count >= mostEntries(tensors, chosen)
    return fitInner(tensors, chosen, embedding, {
      ...inner,
      ...(isAll && { count: maxFileSize }),
      ...change.inner,
    })
  }
  const { side, tensor = chosen[side], part = {} } = change
  const key = side === 'q' ? 'qPart' : 'kPart'
  const isOther = tensor !== chosen[side]
  const wanted = { ...chosen[key], ...(isOther && { firstRow: 0, rows: maxFileSize, heads: 1 }), ...part }
  const next: Chosen = { ...chosen, [side]: tensor, [key]: fitPart(tensors[tensor]!, wanted) }
  const followed = side === 'q' ? withFollowingKeys(tensors, next, chosen, part) : next
  const isMeant = embeddingsOf(tensors, followed).some(({ name }) => name === followed.embedding)
  const embedding = isMeant
    ? embeddingNamed(followed.embedding)!
    : usualEmbedding(tensors[followed.q]!, followed.qPart)
  const { inner } = followed
  return fitInner(tensors, followed, embedding, isOther ? { ...inner, first: 0, count: maxFileSize } : inner)
}

function withFollowingKeys(
  tensors: Tensors,
  chosen: Chosen,
  former: Chosen,
  { layout, batch, heads, head }: Partial<Part>,
): Chosen {
  const [q, k] = [tensors[chosen.q]!, tensors[chosen.k]!]
  const kPart = fitPart(k, {
    ...chosen.kPart,
    ...(layout && { layout }),
    ...(batch !== undefined && { batch }),
    ...(heads !== undefined && Number.isInteger(columnsOf(k, { ...chosen.kPart, heads })) && { heads }),
  })
  if (head === undefined && heads === undefined) return { ...chosen, kPart }
  const { qPart } = chosen
  // Side by side in one tensor the keys stay as far from the queries as they are.
  const apart = ((former.kPart.head - former.qPart.head) * qPart.heads) / former.qPart.heads
  const shared = headsOf(k, kPart) / headsOf(q, qPart)
  const wanted = chosen.q === chosen.k ? qPart.head + Math.round(apart) : Math.floor(qPart.head * shared)
  return { ...chosen, kPart: { ...kPart, head: Math.min(Math.max(0, wanted), headsOf(k, kPart) - 1) } }
}

function mostEntries(tensors: Tensors, { q, k, qPart, kPart, inner }: Chosen): number {
  const most = Math.min(
    innerOf(tensors[q]!, qPart, inner.numbers),
    innerOf(tensors[k]!, kPart, inner.numbers),
  )
  return Math.min(maxFileSize, most)
}

function fitInner(
  tensors: Tensors,
  chosen: Omit<Chosen, 'inner' | 'embedding'>,
  { name, numbers }: Embedding,
  { first, count, pairing }: Omit<InnerPart, 'numbers'>,
): Chosen {
  const { q, k, qPart, kPart } = chosen
  const most = Math.min(innerOf(tensors[q]!, qPart, numbers), innerOf(tensors[k]!, kPart, numbers))
  const from = Math.max(0, Math.min(first, most - 1))
  const inner = {
    numbers,
    pairing,
    first: from,
    count: Math.max(1, Math.min(count, maxFileSize, most - from)),
  }
  return { q, k, qPart, kPart, inner, embedding: name }
}
