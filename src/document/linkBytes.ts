/** Bytes in a link: base64url without padding, and whole numbers and bits in bytes. */

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const values = new Map([...digits].map((digit, value) => [digit.charCodeAt(0), value]))

export function base64(bytes: readonly number[]): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const left = bytes.length - at
    const three = (bytes[at]! << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
    text += digits[three >> 18]! + digits[(three >> 12) & 63]!
    if (left > 1) text += digits[(three >> 6) & 63]!
    if (left > 2) text += digits[three & 63]!
  }
  return text
}

/** undefined where a character is none of the 64, or where the text has more bits than bytes that say something. */
export function bytesOf(text: string): Uint8Array | undefined {
  const { length } = text
  if (length % 4 === 1) return undefined
  const bytes = new Uint8Array(Math.floor((length * 3) / 4))
  let held = 0
  let bits = 0
  let at = 0
  for (let n = 0; n < length; n++) {
    const value = values.get(text.charCodeAt(n))
    if (value === undefined) return undefined
    held = ((held << 6) | value) & 0xffff
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes[at++] = held >> bits
  }
  return (held & ((1 << bits) - 1)) === 0 ? bytes : undefined
}

/** Least significant seven bits first, the eighth says that more follow. @param value whole, from 0 to 2^53 - 1 */
export function putWhole(bytes: number[], value: number): void {
  let rest = value
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128)
  bytes.push(rest)
}

/** Appends the lowest `width` bits of whole numbers, the highest bit first, and fills the last byte with zeros. */
export function putBits(bytes: number[], all: readonly number[], width: number): void {
  let free = 0
  for (const value of all) {
    let rest = value
    for (let left = width; left > 0;) {
      if (free === 0) {
        bytes.push(0)
        free = 8
      }
      const taken = Math.min(free, left)
      const scale = 2 ** (left - taken)
      const part = Math.floor(rest / scale)
      bytes[bytes.length - 1]! |= part << (free - taken)
      rest -= part * scale
      left -= taken
      free -= taken
    }
  }
}

const itsBytes = new DataView(new ArrayBuffer(8))

/** The eight bytes of a number, little-endian. */
export function putReal(bytes: number[], x: number): void {
  itsBytes.setFloat64(0, x, true)
  for (let n = 0; n < 8; n++) bytes.push(itsBytes.getUint8(n))
}

/** Reads bytes in turn; behind their end there is nothing, and then `isOver` is true. */
export class Bytes {
  private readonly bytes: Uint8Array
  private at = 0
  private bit = 0
  /** More was asked for than there is, or a number has more digits than it may. */
  isOver = false

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
  }

  get left(): number {
    return this.bytes.length - this.at
  }

  byte(): number {
    if (this.at >= this.bytes.length) this.isOver = true
    return this.bytes[this.at++] ?? 0
  }

  /** @param most bytes that the number may have, at most 7 */
  whole(most: number): number {
    let value = 0
    for (let n = 0, scale = 1; n < most; n++, scale *= 128) {
      const byte = this.byte()
      value += (byte & 127) * scale
      if (byte < 128) return value
    }
    this.isOver = true
    return 0
  }

  /** The next `width` bits as a whole number, from 1 to 53. */
  bits(width: number): number {
    let value = 0
    for (let left = width; left > 0;) {
      const free = 8 - this.bit
      const taken = Math.min(free, left)
      const byte = this.bytes[this.at] ?? 0
      value = value * 2 ** taken + ((byte >> (free - taken)) & ((1 << taken) - 1))
      left -= taken
      this.bit += taken
      if (this.bit < 8) continue
      this.bit = 0
      this.byte()
    }
    return value
  }

  /** Whether what is left of a byte of which some bits were read is zero; it is then done with. */
  closes(): boolean {
    if (this.bit === 0) return true
    const rest = (this.bytes[this.at] ?? 0) & ((1 << (8 - this.bit)) - 1)
    this.bit = 0
    this.byte()
    return rest === 0
  }

  real(): number {
    const { bytes, at } = this
    this.at += 8
    if (this.at > bytes.length) {
      this.isOver = true
      return 0
    }
    for (let n = 0; n < 8; n++) itsBytes.setUint8(n, bytes[at + n]!)
    return itsBytes.getFloat64(0, true)
  }
}
