import type { Document, Size, SpaceName } from './document'
import { fit } from './fit'
import { linkStarts } from './linkDefaults1'
import { randomFactors } from './linkRandom1'
import { plainTitle } from './title'

/** What `seed=…&size=…` opens: random matrices with the element of the 3 × 3 preset of their space. */
export function randomMatrices(space: SpaceName, size: Size, seed: number): Document {
  const document = fit({ ...linkStarts[space], ...randomFactors(space, size, seed) })
  return { ...document, title: plainTitle(document) }
}
