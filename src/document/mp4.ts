import { bigEndian, joined } from './byteList'
import type { Film } from './video'

/**
 * A film of H.264 as an MP4 file: boxes, each its length, its name and what is in it. Frames are shown in the order in
 * which they come.
 *
 * @param setting what the decoder is set up with, an AVCDecoderConfigurationRecord
 * @see ISO/IEC 14496-12 (boxes), 14496-15 (H.264 in them)
 */
export function writeMp4(film: Film, setting: Uint8Array): Uint8Array<ArrayBuffer> {
  const head = box('ftyp', ascii('isom'), bigEndian(0x200, 4), ascii('isomiso2avc1mp41'))
  const data = film.frames.map(({ bytes }) => bytes)
  // Where the frames begin is in what comes before them, whose length does not depend on it.
  const begin = head.length + movieOf(film, setting, 0).length + 8
  return joined([head, movieOf(film, setting, begin), box('mdat', ...data)])
}

/** Units of time in which a frame lasts a whole number of them. */
const unitsOfFrame = 1000

function movieOf(film: Film, setting: Uint8Array, begin: number): Uint8Array {
  const { width, height, rate, frames } = film
  const [scale, duration] = [unitsOfFrame * rate, unitsOfFrame * frames.length]
  const none = bigEndian(0, 4)
  const movie = full(
    'mvhd',
    0,
    none,
    none,
    u32(scale),
    u32(duration),
    u32(0x10000),
    u16(0x100),
    zeros(10),
    matrix,
    zeros(24),
    u32(2),
  )
  // It is enabled, in the movie, and what a preview shows.
  const track = full(
    'tkhd',
    7,
    none,
    none,
    u32(1),
    none,
    u32(duration),
    zeros(16),
    matrix,
    u32(width * 65536),
    u32(height * 65536),
  )
  const media = box(
    'mdia',
    full('mdhd', 0, none, none, u32(scale), u32(duration), u16(0x55c4), u16(0)),
    full('hdlr', 0, none, ascii('vide'), zeros(12), ascii('Moduli'), zeros(1)),
    box(
      'minf',
      full('vmhd', 1, zeros(8)),
      box('dinf', full('dref', 0, u32(1), full('url ', 1))),
      samplesOf(film, setting, begin),
    ),
  )
  return box('moov', movie, box('trak', track, media), metadataOf(film))
}

function samplesOf({ width, height, frames }: Film, setting: Uint8Array, begin: number): Uint8Array {
  const keys = frames.flatMap(({ isKey }, n) => (isKey ? [n + 1] : []))
  const picture = box(
    'avc1',
    ...[zeros(6), u16(1), zeros(16), u16(width), u16(height)],
    // 72 pixels an inch, one frame a sample, no name, 24 bits, no table of colours.
    ...[u32(0x480000), u32(0x480000), zeros(4), u16(1), zeros(32), u16(24), u16(0xffff)],
    box('avcC', setting),
  )
  return box(
    'stbl',
    full('stsd', 0, u32(1), picture),
    full('stts', 0, u32(1), u32(frames.length), u32(unitsOfFrame)),
    full('stss', 0, u32(keys.length), ...keys.map(u32)),
    full('stsc', 0, u32(1), u32(1), u32(frames.length), u32(1)),
    full('stsz', 0, u32(0), u32(frames.length), ...frames.map(({ bytes }) => u32(bytes.length))),
    full('stco', 0, u32(1), u32(begin)),
  )
}

/** As players and programs of archives read it: title, comment, and what made it. */
const names: Readonly<Record<string, string>> = {
  TITLE: '\u00a9nam',
  COMMENT: '\u00a9cmt',
  ENCODER: '\u00a9too',
}

function metadataOf({ texts }: Film): Uint8Array {
  const said = Object.entries(texts).flatMap(([name, value]) => {
    const known = names[name]
    return known === undefined
      ? []
      : [box(known, box('data', u32(1), u32(0), new TextEncoder().encode(value)))]
  })
  const handler = full('hdlr', 0, bigEndian(0, 4), ascii('mdirappl'), zeros(9))
  return box('udta', full('meta', 0, handler, box('ilst', ...said)))
}

const u16 = (value: number) => bigEndian(value, 2)
const u32 = (value: number) => bigEndian(value, 4)
const zeros = (count: number) => new Uint8Array(count)
const ascii = (signs: string) => Uint8Array.from(signs, (sign) => sign.charCodeAt(0))
/** No turn and no stretch. */
const matrix = joined([0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000].map(u32))

function box(name: string, ...content: readonly Uint8Array[]): Uint8Array {
  const length = content.reduce((sum, piece) => sum + piece.length, 8)
  return joined([u32(length), ascii(name), ...content])
}

/** With a version, 0, and flags. */
const full = (name: string, flags: number, ...content: readonly Uint8Array[]) =>
  box(name, u32(flags), ...content)
