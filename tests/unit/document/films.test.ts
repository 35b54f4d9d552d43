import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { gifWithComment } from '../../../src/document/gifComment'
import { writeMp4 } from '../../../src/document/mp4'
import type { Film, FilmFrame } from '../../../src/document/video'
import { writeWebm } from '../../../src/document/webm'

/** Frames of all sizes at which a length takes another byte. */
const sizes = [1, 120, 121, 122, 123, 124, 16_376, 16_377, 16_378, 16_379, 16_380, 40_000]
const frames = Array.from({ length: 100 }, (_, n): FilmFrame => {
  const bytes = Uint8Array.from({ length: sizes[n % sizes.length]! }, (__, k) => (7 * n + k) % 256)
  return { bytes, isKey: n % 30 === 0 }
})
const film: Film = {
  ...{ width: 640, height: 360, rate: 30, frames },
  texts: { TITLE: 'Zwölf', COMMENT: 'g = [2,1,1,1]', ENCODER: 'Moduli 1' },
}

interface Element {
  readonly name: string
  readonly at: number
  readonly data: Buffer
}

/** One element of EBML after the other. */
function elementsOf(data: Buffer): Element[] {
  const found: Element[] = []
  for (let at = 0; at < data.length;) {
    const start = at
    const nameBytes = Math.clz32(data[at]!) - 23
    const name = data.subarray(at, at + nameBytes).toString('hex')
    at += nameBytes
    const lengthBytes = Math.clz32(data[at]!) - 23
    let length = BigInt(data[at]! & (0xff >> lengthBytes))
    for (let n = 1; n < lengthBytes; n++) length = length * 256n + BigInt(data[at + n]!)
    // All bits set would be a length that is not known.
    expect(length).not.toBe(2n ** BigInt(7 * lengthBytes) - 1n)
    at += lengthBytes
    found.push({ name, at: start, data: data.subarray(at, at + Number(length)) })
    at += Number(length)
    expect(at).toBeLessThanOrEqual(data.length)
  }
  return found
}

const child = (data: Buffer, ...names: string[]): Buffer =>
  names.reduce((inside, name) => elementsOf(inside).find((one) => one.name === name)!.data, data)
const unsigned = (data: Buffer) => data.readUIntBE(0, data.length)

describe('WebM', () => {
  const file = Buffer.from(writeWebm(film, 'V_VP9'))
  const [head, segment, ...rest] = elementsOf(file)

  it('is a header and a segment with what a player has to know', () => {
    expect([head!.name, segment!.name, rest]).toEqual(['1a45dfa3', '18538067', []])
    expect(child(head!.data, '4282').toString()).toBe('webm')
    const track = child(segment!.data, '1654ae6b', 'ae')
    expect(child(track, '86').toString()).toBe('V_VP9')
    expect([unsigned(child(track, 'e0', 'b0')), unsigned(child(track, 'e0', 'ba'))]).toEqual([640, 360])
    const info = child(segment!.data, '1549a966')
    const msOfUnit = unsigned(child(info, '2ad7b1')) / 1e6
    expect(child(info, '4489').readDoubleBE() * msOfUnit).toBeCloseTo(100_000 / 30, 9)
  })

  it('has every frame, byte for byte, at its time, and says which can be shown alone', () => {
    const clusters = elementsOf(segment!.data).filter(({ name }) => name === '1f43b675')
    expect(clusters).toHaveLength(4)
    const blocks = clusters.flatMap(({ data }) => {
      const start = unsigned(child(data, 'e7'))
      return elementsOf(data)
        .filter(({ name }) => name === 'a3')
        .map(({ data: block }) => ({
          ms: start + block.readInt16BE(1),
          isKey: block[3] === 0x80,
          bytes: block.subarray(4),
        }))
    })
    expect(blocks).toHaveLength(frames.length)
    for (const [n, { ms, isKey, bytes }] of blocks.entries()) {
      expect(Math.abs(ms - (1000 * n) / 30)).toBeLessThanOrEqual(0.5)
      expect(isKey).toBe(frames[n]!.isKey)
      expect(Buffer.compare(bytes, Buffer.from(frames[n]!.bytes))).toBe(0)
    }
  })

  it('leads to each of its clusters', () => {
    const cues = elementsOf(child(segment!.data, '1c53bb6b')).map(({ data }) => [
      unsigned(child(data, 'b3')),
      unsigned(child(data, 'b7', 'f1')),
    ])
    const clusters = elementsOf(segment!.data).filter(({ name }) => name === '1f43b675')
    expect(cues).toEqual(clusters.map(({ data, at }) => [unsigned(child(data, 'e7')), at]))
  })

  it('says what it is made from', () => {
    const tags = elementsOf(child(segment!.data, '1254c367', '7373')).filter(({ name }) => name === '67c8')
    const said = tags.map(({ data }) => [child(data, '45a3').toString(), child(data, '4487').toString()])
    expect(Object.fromEntries(said)).toEqual(film.texts)
  })

  it('refuses what no block can say: half a minute without a key frame', () => {
    const long = Array.from({ length: 1000 }, (_, n) => ({ bytes: Uint8Array.of(1), isKey: n === 0 }))
    expect(() => writeWebm({ ...film, frames: long }, 'V_VP8')).toThrow(/key frame/)
  })
})

/** One box after the other, as paths to what is in them. */
function boxesOf(data: Buffer, start = 0): { name: string; at: number; data: Buffer }[] {
  const found = []
  for (let at = start; at < data.length; at += data.readUInt32BE(at)) {
    const end = at + data.readUInt32BE(at)
    found.push({ name: data.toString('latin1', at + 4, at + 8), at, data: data.subarray(at + 8, end) })
    expect(end).toBeLessThanOrEqual(data.length)
  }
  return found
}
const inside = (data: Buffer, ...names: string[]): Buffer =>
  names.reduce((of, name) => boxesOf(of).find((one) => one.name === name)!.data, data)

describe('MP4', () => {
  const setting = Uint8Array.of(1, 0x42, 0xc0, 0x1f, 0xff)
  const file = Buffer.from(writeMp4(film, setting))

  it('has every frame where its tables say, byte for byte', () => {
    expect(boxesOf(file).map(({ name }) => name)).toEqual(['ftyp', 'moov', 'mdat'])
    const table = inside(file, 'moov', 'trak', 'mdia', 'minf', 'stbl')
    const sizesNow = inside(table, 'stsz')
    expect(sizesNow.readUInt32BE(8)).toBe(frames.length)
    let at = inside(table, 'stco').readUInt32BE(8)
    frames.forEach(({ bytes }, n) => {
      const size = sizesNow.readUInt32BE(12 + 4 * n)
      expect(Buffer.compare(file.subarray(at, at + size), Buffer.from(bytes))).toBe(0)
      at += size
    })
    expect(at).toBe(file.length)
    const keys = inside(table, 'stss')
    const numbers = Array.from({ length: keys.readUInt32BE(4) }, (_, n) => keys.readUInt32BE(8 + 4 * n))
    expect(numbers).toEqual([1, 31, 61, 91])
  })

  it('lasts as long as its frames, and is as large', () => {
    const media = inside(file, 'moov', 'trak', 'mdia', 'mdhd')
    expect(media.readUInt32BE(16) / media.readUInt32BE(12)).toBeCloseTo(100 / 30, 12)
    const track = inside(file, 'moov', 'trak', 'tkhd')
    expect([track.readUInt32BE(76) / 65536, track.readUInt32BE(80) / 65536]).toEqual([640, 360])
    const sample = inside(file, 'moov', 'trak', 'mdia', 'minf', 'stbl', 'stsd').subarray(8)
    const picture = boxesOf(sample)[0]!
    expect(picture.name).toBe('avc1')
    expect([picture.data.readUInt16BE(24), picture.data.readUInt16BE(26)]).toEqual([640, 360])
    expect([...boxesOf(picture.data, 78)[0]!.data]).toEqual([...setting])
  })

  it('says what it is made from', () => {
    const meta = inside(file, 'moov', 'udta', 'meta').subarray(4)
    const said = boxesOf(inside(meta, 'ilst')).map(({ name, data }) => [
      name,
      inside(data, 'data').toString('utf8', 8),
    ])
    expect(said).toEqual([
      ['\u00a9nam', film.texts['TITLE']],
      ['\u00a9cmt', film.texts['COMMENT']],
      ['\u00a9too', film.texts['ENCODER']],
    ])
  })
})

/** Some systems have it; the tests in the browser decode films by the browser itself. */
const hasFfmpeg = spawnSync('ffmpeg', ['-version']).status === 0

describe.runIf(hasFfmpeg)('films of an encoder', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'moduli-films-'))
  const inFolder = (name: string) => path.join(folder, name)
  const run = (program: string, ...of: string[]) =>
    execFileSync(program, ['-v', 'error', ...of], { cwd: folder, encoding: 'utf8' })
  /** A sum of the pixels of each frame. */
  const sums = (name: string) =>
    run('ffmpeg', '-i', name, '-f', 'framemd5', '-')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => line.split(',').at(-1)!.trim())

  it.each([
    ['libvpx', 'V_VP8'],
    ['libvpx-vp9', 'V_VP9'],
  ] as const)('%s: come out of WebM frame for frame', (encoder, codec) => {
    const source = [
      '-f',
      'lavfi',
      '-i',
      'testsrc=size=64x48:rate=30',
      '-frames:v',
      '45',
      '-auto-alt-ref',
      '0',
    ]
    run('ffmpeg', '-y', ...source, '-c:v', encoder, '-g', '20', '-lag-in-frames', '0', `${codec}.ivf`)
    const ivf = readFileSync(inFolder(`${codec}.ivf`))
    const taken: FilmFrame[] = []
    for (let at = ivf.readUInt16LE(6); at < ivf.length; at += 12 + ivf.readUInt32LE(at))
      taken.push({
        bytes: ivf.subarray(at + 12, at + 12 + ivf.readUInt32LE(at)),
        isKey: taken.length % 20 === 0,
      })
    writeFileSync(inFolder('out.webm'), writeWebm({ ...film, width: 64, height: 48, frames: taken }, codec))
    expect(sums('out.webm')).toEqual(sums(`${codec}.ivf`))
    expect(sums('out.webm')).toHaveLength(45)
    const tags = run('ffprobe', '-show_entries', 'format_tags', '-of', 'json', 'out.webm')
    expect((JSON.parse(tags) as { format: { tags: object } }).format.tags).toMatchObject({
      COMMENT: film.texts['COMMENT'],
    })
  })
})

describe('a comment in a GIF', () => {
  const gif = Uint8Array.of(...Buffer.from('GIF89a'), 1, 0, 1, 0, 0, 0, 0, 0x3b)

  it.each([0, 1, 254, 255, 256, 600])('of %i signs comes in blocks before the end', (length) => {
    const comment = 'x'.repeat(length)
    const file = Buffer.from(gifWithComment(gif, comment))
    expect(Buffer.compare(file.subarray(0, gif.length - 1), Buffer.from(gif.subarray(0, -1)))).toBe(0)
    let at = gif.length - 1
    expect([file[at], file[at + 1]]).toEqual([0x21, 0xfe])
    at += 2
    let read = ''
    for (; file[at] !== 0; at += 1 + file[at]!) read += file.toString('latin1', at + 1, at + 1 + file[at]!)
    expect(read).toBe(comment)
    expect([...file.subarray(at)]).toEqual([0, 0x3b])
  })

  it('is ASCII', () => {
    expect(Buffer.from(gifWithComment(gif, '3 × 3')).toString('latin1')).toContain('3 \\u00d7 3')
  })

  it('goes into nothing else', () => {
    expect(() => gifWithComment(Uint8Array.of(1, 2, 3), '')).toThrow(RangeError)
  })
})
