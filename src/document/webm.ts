import { bigEndian, joined } from './byteList'
import type { Film, FilmFrame } from './video'

/**
 * A film of VP8 or VP9 as a WebM file: elements of EBML, each its name, its length and what is in it.
 *
 * @see RFC 8794 (EBML), RFC 9559 (Matroska)
 */
export function writeWebm(film: Film, codec: 'V_VP8' | 'V_VP9'): Uint8Array<ArrayBuffer> {
  const head = element(0x1a45dfa3, [
    unsigned(0x4286, 1),
    unsigned(0x42f7, 1),
    unsigned(0x42f2, 4),
    unsigned(0x42f3, 8),
    text(0x4282, 'webm'),
    unsigned(0x4287, 4),
    unsigned(0x4285, 2),
  ])
  const parts = [infoOf(film), tracksOf(film, codec), tagsOf(film)]
  let at = joined(parts).length
  const cues: Uint8Array[] = []
  for (const { first, frames } of clustersOf(film)) {
    const cluster = clusterOf(film, first, frames)
    cues.push(cueOf(time(film, first), at))
    parts.push(cluster)
    at += cluster.length
  }
  return joined([head, element(0x18538067, [...parts, element(0x1c53bb6b, cues)])])
}

/** In ms, as the whole file counts. */
const time = ({ rate }: Film, frame: number) => Math.round((1000 * frame) / rate)

const infoOf = (film: Film) =>
  element(0x1549a966, [
    unsigned(0x2ad7b1, 1_000_000),
    float(0x4489, (1000 * film.frames.length) / film.rate),
    text(0x4d80, 'Moduli'),
    text(0x5741, 'Moduli'),
    ...(film.texts['TITLE'] === undefined ? [] : [text(0x7ba9, film.texts['TITLE'])]),
  ])

const tracksOf = ({ width, height, rate }: Film, codec: string) =>
  element(0x1654ae6b, [
    element(0xae, [
      unsigned(0xd7, 1),
      unsigned(0x73c5, 1),
      unsigned(0x83, 1),
      unsigned(0x9c, 0),
      text(0x86, codec),
      unsigned(0x23e383, Math.round(1e9 / rate)),
      element(0xe0, [unsigned(0xb0, width), unsigned(0xba, height)]),
    ]),
  ])

/** Of the whole file: no targets are named. */
const tagsOf = ({ texts }: Film) =>
  element(0x1254c367, [
    element(0x7373, [
      element(0x63c0, []),
      ...Object.entries(texts).map(([name, value]) =>
        element(0x67c8, [text(0x45a3, name), text(0x4487, value)]),
      ),
    ]),
  ])

/** A block says its time from that of its cluster in 16 bits. */
const longestMs = 30_000

/** Each begins with a frame that can be shown without those before it. */
function clustersOf(film: Film): { first: number; frames: FilmFrame[] }[] {
  const clusters: { first: number; frames: FilmFrame[] }[] = []
  film.frames.forEach((frame, n) => {
    const last = clusters.at(-1)
    if (!last || frame.isKey) clusters.push({ first: n, frames: [frame] })
    else if (time(film, n) - time(film, last.first) > longestMs)
      throw new RangeError('a film needs a key frame every 30 s')
    else last.frames.push(frame)
  })
  return clusters
}

const clusterOf = (film: Film, first: number, frames: readonly FilmFrame[]) =>
  element(0x1f43b675, [
    unsigned(0xe7, time(film, first)),
    ...frames.map(({ bytes, isKey }, n) => {
      const away = time(film, first + n) - time(film, first)
      return element(0xa3, [Uint8Array.of(0x81), bigEndian(away, 2), Uint8Array.of(isKey ? 0x80 : 0), bytes])
    }),
  ])

/** @param at of the cluster, from the beginning of what is in the segment */
const cueOf = (ms: number, at: number) =>
  element(0xbb, [unsigned(0xb3, ms), element(0xb7, [unsigned(0xf7, 1), unsigned(0xf1, at)])])

function element(name: number, content: readonly Uint8Array[]): Uint8Array {
  const length = content.reduce((sum, piece) => sum + piece.length, 0)
  return joined([bigEndian(name, bytesOf(name)), lengthOf(length), ...content])
}

/** Seven bits a byte; the highest bit that is set tells how many bytes there are. All bits set would be "unknown". */
function lengthOf(length: number): Uint8Array {
  let bytes = 1
  while (length >= 2 ** (7 * bytes) - 1) bytes++
  const out = bigEndian(length, bytes)
  out[0]! |= 0x80 >> (bytes - 1)
  return out
}

const bytesOf = (value: number) => Math.max(1, Math.ceil(Math.log2(value + 1) / 8))
const unsigned = (name: number, value: number) => element(name, [bigEndian(value, bytesOf(value))])
const text = (name: number, value: string) => element(name, [new TextEncoder().encode(value)])

function float(name: number, value: number): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(8))
  bytes.setFloat64(0, value)
  return element(name, [new Uint8Array(bytes.buffer)])
}
