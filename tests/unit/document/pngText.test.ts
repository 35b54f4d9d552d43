import { crc32 } from 'node:zlib'
import { PNG } from 'pngjs'
import { describe, expect, it } from 'vitest'
import { pngWithTexts } from '../../../src/document/pngText'

const small = () => {
  const png = new PNG({ width: 3, height: 2 })
  png.data.forEach((_, n) => (png.data[n] = (37 * n) % 256))
  return { bytes: new Uint8Array(PNG.sync.write(png)), pixels: Buffer.from(png.data) }
}

/** Reads chunk after chunk, as the standard has them, and checks each sum with zlib's. */
function chunksOf(bytes: Uint8Array): { type: string; data: Buffer }[] {
  const file = Buffer.from(bytes)
  const chunks: { type: string; data: Buffer }[] = []
  for (let at = 8; at < file.length;) {
    const length = file.readUInt32BE(at)
    const body = file.subarray(at + 4, at + 8 + length)
    expect(file.readUInt32BE(at + 8 + length)).toBe(crc32(body))
    chunks.push({ type: body.subarray(0, 4).toString('latin1'), data: body.subarray(4) })
    at += 12 + length
  }
  return chunks
}

describe('texts in a PNG', () => {
  const { bytes, pixels } = small()
  const texts = {
    'Moduli link': 'https://example.org/#v=1&g=2,1,1,1',
    Title: 'Zwölf Punkte',
    Description: 'ρ(gz, gw) = ρ(z, w)',
  }
  const written = pngWithTexts(bytes, texts, 2)

  it('come before the pixels, as tEXt where they are Latin-1 and as UTF-8 in iTXt where not', () => {
    const chunks = chunksOf(written)
    expect(chunks[0]!.type).toBe('IHDR')
    expect(chunks.at(-1)!.type).toBe('IEND')
    const found = chunks.flatMap(({ type, data }) => {
      const end = data.indexOf(0)
      const key = data.subarray(0, end).toString('latin1')
      if (type === 'tEXt') return [[type, key, data.subarray(end + 1).toString('latin1')]]
      return type === 'iTXt' ? [[type, key, data.subarray(end + 5).toString('utf8')]] : []
    })
    expect(found).toEqual([
      ['tEXt', 'Moduli link', texts['Moduli link']],
      ['tEXt', 'Title', texts.Title],
      ['iTXt', 'Description', texts.Description],
    ])
  })

  it('leave the pixels as they are, and say how many of them an inch has', () => {
    expect(Buffer.compare(PNG.sync.read(Buffer.from(written)).data, pixels)).toBe(0)
    const size = chunksOf(written).find(({ type }) => type === 'pHYs')!.data
    // 192 an inch.
    expect([size.readUInt32BE(0), size.readUInt32BE(4), size[8]]).toEqual([7559, 7559, 1])
  })

  it('are not written into anything else', () => {
    expect(() => pngWithTexts(new Uint8Array(60), texts, 1)).toThrow(RangeError)
  })
})
