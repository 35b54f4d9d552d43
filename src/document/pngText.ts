import { crc32 } from './crc32'

/** Texts and the size on paper inside a PNG, as chunks beside its pixels. */

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
/** The first chunk, IHDR, is always as long: others come after it. */
const headEnd = 8 + 12 + 13
/** CSS pixels of an inch, and metres of it. */
const [inchPx, inchMetres] = [96, 0.0254]

/**
 * The same picture with texts: as tEXt where they are Latin-1, which every program reads, else as iTXt, which is UTF-8.
 *
 * @param scale pixels of the picture for each of the page, so that it is as large on paper at every scale
 * @throws RangeError if these are not the bytes of a PNG
 */
export function pngWithTexts(
  png: Uint8Array,
  texts: Readonly<Record<string, string>>,
  scale: number,
): Uint8Array<ArrayBuffer> {
  if (png.length < headEnd || signature.some((byte, n) => png[n] !== byte))
    throw new RangeError('these bytes are no PNG')
  const chunks = [sizeChunk(scale), ...Object.entries(texts).map(([key, text]) => textChunk(key, text))]
  const out = new Uint8Array(png.length + chunks.reduce((sum, chunk) => sum + chunk.length, 0))
  out.set(png.subarray(0, headEnd))
  let at = headEnd
  for (const chunk of chunks) {
    out.set(chunk, at)
    at += chunk.length
  }
  out.set(png.subarray(headEnd), at)
  return out
}

function textChunk(key: string, text: string): Uint8Array {
  const isLatin = /^[\n\x20-\x7e\xa0-\xff]*$/.test(text)
  if (isLatin) return chunkOf('tEXt', [...latin(key), 0, ...latin(text)])
  // Not compressed, in no language, under no other key.
  return chunkOf('iTXt', [...latin(key), 0, 0, 0, 0, 0, ...new TextEncoder().encode(text)])
}

const latin = (text: string) => Array.from(text, (sign) => sign.charCodeAt(0))

/** pHYs: pixels a metre, across and up. */
function sizeChunk(scale: number): Uint8Array {
  const data = new DataView(new ArrayBuffer(9))
  const perMetre = Math.round((scale * inchPx) / inchMetres)
  data.setUint32(0, perMetre)
  data.setUint32(4, perMetre)
  data.setUint8(8, 1)
  return chunkOf('pHYs', new Uint8Array(data.buffer))
}

function chunkOf(type: string, data: ArrayLike<number>): Uint8Array {
  const bytes = new Uint8Array(12 + data.length)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, data.length)
  bytes.set(latin(type), 4)
  bytes.set(data, 8)
  view.setUint32(8 + data.length, crc32(bytes.subarray(4, 8 + data.length)))
  return bytes
}
