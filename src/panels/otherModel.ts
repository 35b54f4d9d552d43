import { checkSameShape, type Model } from '../document/alignTo'
import { derive } from '../document/derive'
import type { Document, FactorName } from '../document/document'
import type { Embedding } from '../document/embedding'
import { embeddingsFor } from '../document/embeddings'
import { factorFromPacked } from '../document/packedFactor'
import type { Matrix } from '../document/matrix'
import { isProblem, type Problem } from '../document/problem'

/** The second model, and where it is from. It is no part of the document. */
export interface OtherModel extends Model {
  readonly from: 'held' | 'read'
}

/** The moved entries as they are now. */
export function heldModel(document: Document): OtherModel {
  const { moved, size, stride } = derive(document)
  return {
    space: document.space,
    a: factorFromPacked(moved.a, size.inner, stride),
    b: factorFromPacked(moved.b, size.columns, stride),
    from: 'held',
  }
}

/** What the numbers of a matrix may mean in the space of the document. */
export const meaningsIn = ({ space }: Document, [first]: readonly Matrix[]): readonly Embedding[] =>
  embeddingsFor(first!.numbers).filter((embedding) => embedding.space === space)

/**
 * The other model from factors of which only some were given; those alone can have a wrong size, as the rest
 * was made to fit them.
 */
export function otherFrom(
  document: Document,
  made: Document | Problem,
  given: readonly FactorName[],
): OtherModel | Problem {
  if (isProblem(made)) return made
  const of = (name: FactorName) => (given.includes(name) ? made[name] : document[name])
  const differ = checkSameShape(document, { space: made.space, a: of('a'), b: of('b') })
  return differ ?? { space: made.space, a: made.a, b: made.b, from: 'read' }
}
