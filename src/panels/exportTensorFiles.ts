import { metadataOf, movedTensors, namesFor, originIn, type Form } from '../document/exportTensors'
import { writeNpy } from '../document/npy'
import { isProblem } from '../document/problem'
import { writeSafetensors } from '../document/writeSafetensors'
import type { AppState } from '../store/store'
import { linkOf } from '../store/urlSync'
import { download } from '../ui/download'
import { stem } from './exportFiles'

/** A longer address is left out of the metadata: the numbers are in the file. */
const longestLink = 4096

type Held = Pick<AppState, 'document' | 'origin' | 'view'>

/** The moved tensors and what is said beside them; undefined where they cannot be written so. */
function made({ document, origin: held, view }: Held, form: Form) {
  const origin = originIn(document, held)
  const tensors = movedTensors(document, origin, form)
  if (isProblem(tensors)) return undefined
  const link = linkOf({ document, view })
  const about = {
    version: window.moduli.version,
    link: link !== undefined && link.length <= longestLink ? link : undefined,
  }
  const metadata = metadataOf(document, origin, form, tensors, about)
  return { tensors, metadata, names: namesFor(origin) }
}

export function saveSafetensors(state: Held, form: Form): void {
  const all = made(state, form)
  if (!all) return
  const { tensors, metadata, names } = all
  const numbers = (values: Float64Array) => (form.type === 'F32' ? Float32Array.from(values) : values)
  const file = writeSafetensors(
    [
      { name: names[0], shape: tensors.qShape, values: numbers(tensors.q.values) },
      { name: names[1], shape: tensors.kShape, values: numbers(tensors.k.values) },
    ],
    metadata,
  )
  download(`${stem()}-moved.safetensors`, file, 'application/octet-stream')
}

export function saveNpy(state: Held, form: Form, side: 'q' | 'k'): void {
  const all = made(state, form)
  if (all) download(`${stem()}-${side}-moved.npy`, writeNpy(all.tensors[side]), 'application/octet-stream')
}

export function saveNpyMetadata(state: Held, form: Form): void {
  const all = made(state, form)
  if (all) download(`${stem()}-g.json`, `${JSON.stringify(all.metadata, null, 2)}\n`, 'application/json')
}
