import type { SpaceName } from '../document/document'
import { presets } from '../document/presets'
import { store } from '../store/store'

/** Goes to the document that was last open in this space, or to its first preset. */
export function changeSpace(space: SpaceName): void {
  const { document, open, set } = store.getState()
  if (document.space === space) return
  const past = store.temporal.getState().pastStates
  const last = past.findLast((state) => state.document?.space === space)?.document
  const columns = document.b[0]!.length
  const fresh = presets.filter((preset) => preset.document.space === space)
  const preset = fresh.find((one) => one.document.b[0]!.length === columns) ?? fresh[0]!
  set({ column: 0, pointed: undefined, pointedCell: undefined, pointedTerm: undefined })
  open(last ?? preset.document)
}
