import { crc32 } from './crc32'
import { factsJson, type FigureFacts } from './figureFacts'
import { writeNpy, writeNpyText } from './npy'
import type { TakenMatrix } from './takenMatrices'

/**
 * Matrices as .npz: a ZIP archive, not compressed, with one .npy for each by its id, and `about`, a text: g, the link and
 * the title as JSON. `numpy.load` opens it as it is.
 */
export function matricesNpz(matrices: readonly TakenMatrix[], facts: FigureFacts): Uint8Array {
  return zipOf([
    ...matrices.map(({ id, matrix }) => ({ name: `${id}.npy`, bytes: writeNpy(matrix) })),
    { name: 'about.npy', bytes: writeNpyText(JSON.stringify(factsJson(facts))) },
  ])
}

interface Entry {
  /** ASCII. */
  readonly name: string
  readonly bytes: Uint8Array
}

const [localHead, centralHead, endHead] = [30, 46, 22]
/** The first day that a ZIP archive can name, so that equal matrices give equal files. */
const firstDay = 0x21

/** PKWARE's format, version 2.0: each file as it is, then the directory of all of them. */
function zipOf(entries: readonly Entry[]): Uint8Array {
  const size = entries.reduce(
    (sum, { name, bytes }) => sum + localHead + centralHead + 2 * name.length + bytes.length,
    0,
  )
  const out = new Uint8Array(size + endHead)
  const view = new DataView(out.buffer)
  let at = 0
  const places = entries.map(({ name, bytes }) => {
    const place = at
    view.setUint32(at, 0x04034b50, true)
    at = putFacts(view, at + 4, name, bytes) + 4
    at = putName(out, at, name)
    out.set(bytes, at)
    at += bytes.length
    return place
  })
  const directory = at
  entries.forEach(({ name, bytes }, n) => {
    view.setUint32(at, 0x02014b50, true)
    view.setUint16(at + 4, 20, true)
    at = putFacts(view, at + 6, name, bytes) + 18
    view.setUint32(at - 4, places[n]!, true)
    at = putName(out, at, name)
  })
  view.setUint32(at, 0x06054b50, true)
  view.setUint16(at + 8, entries.length, true)
  view.setUint16(at + 10, entries.length, true)
  view.setUint32(at + 12, at - directory, true)
  view.setUint32(at + 16, directory, true)
  return out
}

/** What both heads of a file say: version, day, check, sizes, and the length of its name, at which it returns. */
function putFacts(view: DataView, at: number, name: string, bytes: Uint8Array): number {
  view.setUint16(at, 20, true)
  view.setUint16(at + 8, firstDay, true)
  view.setUint32(at + 10, crc32(bytes), true)
  view.setUint32(at + 14, bytes.length, true)
  view.setUint32(at + 18, bytes.length, true)
  view.setUint16(at + 22, name.length, true)
  return at + 22
}

function putName(out: Uint8Array, at: number, name: string): number {
  out.set(new TextEncoder().encode(name), at)
  return at + name.length
}
