import { joined } from './byteList'

const trailer = 0x3b
/** A block says its length in one byte. */
const blockLength = 255

/**
 * The same animation with a comment before its end: ASCII, as the format has it, other signs as \uXXXX.
 *
 * @throws RangeError if these are not the bytes of a whole GIF
 */
export function gifWithComment(gif: Uint8Array, comment: string): Uint8Array<ArrayBuffer> {
  const isGif = gif[0] === 0x47 && gif[1] === 0x49 && gif[2] === 0x46 && gif.at(-1) === trailer
  if (!isGif) throw new RangeError('these bytes are no GIF')
  const plain = comment.replace(
    /[^\n\x20-\x7e]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  const blocks: Uint8Array[] = []
  for (let at = 0; at < plain.length; at += blockLength) {
    const part = plain.slice(at, at + blockLength)
    blocks.push(Uint8Array.of(part.length, ...Array.from(part, (sign) => sign.charCodeAt(0))))
  }
  return joined([gif.subarray(0, -1), Uint8Array.of(0x21, 0xfe), ...blocks, Uint8Array.of(0, trailer)])
}
