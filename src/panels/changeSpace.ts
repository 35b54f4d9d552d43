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
 * leads to what was last open on the line, or to a preset.
 */
export function changeSpace(space: SpaceName): void {
  const { document, open, set } = store.getState()
  if (document.space === space) return
  const past = store.temporal.getState().pastStates
  const last = past.findLast((state) => state.document?.space === space)?.document
  const columns = document.b[0]!.length
  const fresh = presets.filter((preset) => preset.document.space === space)
  const preset = fresh.find((one) => one.document.b[0]!.length === columns) ?? fresh[0]!
  set({ column: 0, pointed: undefined, pointedCell: undefined, pointedTerm: undefined })
  open(ownInHalfPlane(document) ?? last ?? preset.document)
}

function ownInHalfPlane(document: Document): Document | undefined {
  const isPreset = presets.some(
    ({ document: { a, b } }) => sameFactor(a, document.a) && sameFactor(b, document.b),
  )
  if (document.space !== 'line' || isPreset) return undefined
  const converted = convertSpace(document, 'halfPlane', 'exp')
  return isProblem(converted) ? undefined : retitled(converted, document)
}
