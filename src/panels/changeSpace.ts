import { shapeOf } from '../document/classifierOf'
import type { Document, SpaceName } from '../document/document'
import { convertSpace } from '../document/convertSpace'
import { sameFactor } from '../document/entry'
import { isProblem } from '../document/problem'
import { retitled } from '../document/title'
import { presets } from '../document/presets'
import { store } from '../store/store'

/**
 * Goes to the same matrices in the other space: from one preset to one of like size, from matrices of one's
 * own on the line by x ↦ i·eˣ, which keeps every distance. There is no such way back from the half-plane: that
 * leads to what was last open on the line, or to a preset. A classifier is begun anew with the same rows.
 */
export function changeSpace(space: SpaceName): void {
  const { document, open, set } = store.getState()
  if (document.space === space) return
  if (document.classifier) return void embedAnew(document, space)
  const past = store.temporal.getState().pastStates
  const last = past.findLast((state) => state.document?.space === space)?.document
  const columns = document.b[0]!.length
  const fresh = presets.filter((preset) => preset.document.space === space)
  const preset = fresh.find((one) => one.document.b[0]!.length === columns) ?? fresh[0]!
  set({ column: 0, pointed: undefined, pointedCell: undefined, pointedTerm: undefined })
  open(ownInHalfPlane(document) ?? last ?? preset.document)
}

/** The rows of a classifier have a place in either space: there they are new inputs, with prototypes to be trained. */
async function embedAnew({ classifier, b }: Document, space: SpaceName): Promise<void> {
  const { beginClassifier } = await import('./beginClassifier')
  const refused = beginClassifier('own', classifier!.data, {
    space,
    perClass: Math.round(b[0]!.length / shapeOf(classifier!.data).classes),
    rule: classifier!.rule,
  })
  const done = 'The rows have their places in the other space, and its prototypes are not trained yet.'
  store.getState().set({ notice: refused ? `${refused.problem}.` : done })
}

function ownInHalfPlane(document: Document): Document | undefined {
  const isPreset = presets.some(
    ({ document: { a, b } }) => sameFactor(a, document.a) && sameFactor(b, document.b),
  )
  if (document.space !== 'line' || isPreset) return undefined
  const converted = convertSpace(document, 'halfPlane', 'exp')
  return isProblem(converted) ? undefined : retitled(converted, document)
}
