import { base64 } from './linkBytes'

/**
 * What makes a cut or changed link known as such: a written link begins with `v=1&n=…`, the number of characters that
 * follow that field, and ends with `&c=…`, a check of everything before it. A link that a person writes has neither.
 */

/** What each byte does to the check, for all of its eight bits at once. */
const steps = Int32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte << 16
  for (let n = 0; n < 8; n++) crc = crc & 0x800000 ? (crc << 1) ^ 0x1864cfb : crc << 1
  return crc
})

/**
 * CRC-24 of OpenPGP: generator 0x1864CFB, start 0xB704CE. It knows every change within 24 bits that follow each other,
 * so every changed character, and every two neighbours that changed places.
 *
 * @see RFC 4880, section 6.1
 */
export function crc24(text: string): number {
  let crc = 0xb704ce
  const take = (byte: number) => {
    crc = ((crc << 8) & 0xffffff) ^ steps[(crc >> 16) ^ byte]!
  }
  for (let n = 0; n < text.length; n++) {
    const code = text.charCodeAt(n)
    if (code > 255) take(code >> 8)
    take(code & 255)
  }
  return crc
}

const start = 'v=1'
const checkLength = '&c='.length + 4

/** What follows a link in a sentence, and is taken for a part of it. */
const closing = /^[)\]}>.,;:!?'"*_…]+$/

const checkOf = (text: string) => {
  const crc = crc24(text)
  return base64([crc >> 16, (crc >> 8) & 255, crc & 255])
}

/** The whole link of the fields after the version, each written with "&" before it. */
export function sealed(fields: string): string {
  const text = `${start}&n=${plainly(fields).length + checkLength}${fields}`
  return `${text}&c=${checkOf(plainly(text))}`
}

/** The fields of a link without n and c; those that are whole, with the reason, where it is not to be opened. */
export interface Unsealed {
  readonly fields: string
  readonly refused?: 'cut' | 'changed'
  readonly sentence?: string
}

/** Takes n and c from a link of version 1, and says what has become of it on its way. */
export function unsealed(link: string): Unsealed {
  const text = plainly(link.replaceAll('&amp;', '&'))
  const length = promisedLength(text)
  if (length === undefined) return withoutPromise(text)
  const whole = closing.test(text.slice(length)) ? text.slice(0, length) : text
  const found = /&c=([\w-]{4})$/.exec(whole)
  if (!found && whole.length < length) return cutOff(whole, length)
  const isWhole = found && whole.length === length && found[1] === checkOf(whole.slice(0, found.index))
  return isWhole ? { fields: bare(whole) } : changed(whole)
}

/** Infinity while the digits of n may go on; undefined without n where it belongs. */
function promisedLength(text: string): number | undefined {
  const found = /^v=1&n=(\d{0,5})(&?)/.exec(text)
  if (!found) return undefined
  return found[2] === '&' ? found[0].length - 1 + Number(found[1]) : Infinity
}

function withoutPromise(text: string): Unsealed {
  const isOpen = text === start || !text.slice(text.lastIndexOf('&')).includes('=')
  if (isOpen) return cutOff(text, Infinity)
  return /&[nc]=/.test(text) ? changed(text) : { fields: text }
}

function cutOff(text: string, length: number): Unsealed {
  const fields = bare(text.slice(0, Math.max(start.length, text.lastIndexOf('&'))))
  return { fields, refused: 'cut', sentence: cutSentence(text.length, length) }
}

export function cutSentence(at: number, length = Infinity): string {
  const of = length === Infinity ? '' : ` of ${grouped(length)}`
  return `It was cut off after ${grouped(at)}${of} character${at === 1 && of === '' ? '' : 's'}`
}

function changed(text: string): Unsealed {
  return {
    fields: bare(text),
    refused: 'changed',
    sentence:
      'It is not as it was written, something changed it on the way. To open it as it is now, take n=… and c=… out of it',
  }
}

const bare = (text: string) => text.replace(/&[nc]=[^&]*/g, '')

const grouped = (count: number) => String(count).replace(/\B(?=(\d{3})+$)/g, ',')

/** The text with the signs as links have them that mail and chat programs write in another way. */
function plainly(text: string): string {
  return text.replace(/%[\da-f]{2}/gi, (escape) =>
    /%(?:2[1789abcde]|3[abd]|7e)/i.test(escape) ? decodeURIComponent(escape) : escape.toUpperCase(),
  )
}
