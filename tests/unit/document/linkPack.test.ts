import { describe, expect, it } from 'vitest'
import { isSmall, pack, shortest, unpack } from '../../../src/document/linkPack'
import { Draw, sameBits } from '../../property/document/randomStates'

const bytesIn = (text: string) => [...Buffer.from(text.slice(1), 'base64url')]
const made = (tag: string, ...bytes: number[]) => tag + Buffer.from(bytes).toString('base64url')
const halves = (x: number) => [...new Uint8Array(Float64Array.of(x).buffer)]

describe('the packed forms', () => {
  it('g: rows, columns, decimals, bits (+ 128 with a sign), then each number in as many bits', () => {
    // To one decimal: 5 = 0101 and 15 = 1111, in four bits each.
    const rows = [[0.5, 1.5, 0.5, 1.5, 0.5, 1.5, 0.5, 1.5]]
    expect(pack(rows)).toBe(made('g', 1, 8, 1, 4, ...[0x5f, 0x5f, 0x5f, 0x5f]))
    // -1 is folded to 1, 2 to 4: three bits each, 001 100, and two bits to fill the last byte.
    const signed = [
      [-1, 2],
      [-1, 2],
      [-1, 2],
      [-1, 2],
    ]
    expect(pack(signed)).toBe(made('g', 4, 2, 0, 128 + 3, 0b00110000, 0b11000011, 0b00001100))
  })
  it('rows of different lengths: 0 for the columns, then the length of each', () => {
    const text = made('g', 2, 0, 1, 2, 0, 1, 0b110_00000)
    expect(unpack(text)).toEqual([[1], [1, 0]])
    expect(
      pack([
        [1, 1, 1, 1],
        [1, 0, 1, 1, 0],
      ]),
    ).toBe(made('g', 2, 0, 4, 5, 0, 1, 0b1111_1011, 0b0_0000000))
    expect(unpack(pack([[1], [1, 0]]))).toEqual([[1], [1, 0]])
  })
  it('m: where a few numbers are on no common grid', () => {
    const rows = [[0.5, 7, Math.PI / 100, 2 ** 43, -0.25, 1e-3, 9e9]]
    const text = pack(rows)
    expect(text[0]).toBe('m')
    expect(bytesIn(text).slice(0, 6)).toEqual([1, 7, (10 * 8 + 1) % 128, 14 * 8, 7, halves(Math.PI / 100)[0]])
    expect(sameBits(unpack(text), rows)).toBe(true)
  })
  it('f: eight bytes each', () => {
    const [x, y] = [Math.PI / 100, Math.E / 100]
    const text = pack([[x, y]])
    expect(text).toBe(made('f', 1, 2, ...halves(x), ...halves(y)))
    expect(unpack(text)).toEqual([[x, y]])
  })
  it('bring back every finite number bit for bit', () => {
    const odd = [
      -0,
      0,
      5e-324,
      -5e-324,
      2.2250738585072014e-308,
      Number.MAX_VALUE,
      -Number.MAX_VALUE,
      2 ** 53,
      2 ** 52 - 1,
      -(2 ** 52) + 1,
      2 ** 44 - 1,
      2 ** 44,
      0.1 + 0.2,
      1e22,
      1e-7,
      123456789.123456,
    ]
    for (const x of odd)
      for (const y of odd) expect(sameBits(unpack(pack([[x, y]])), [[x, y]]), `${x}, ${y}`).toBe(true)
    const draw = new Draw(5)
    const any = new DataView(new ArrayBuffer(8))
    const counts: Record<string, number> = {}
    for (let n = 0; n < 20_000; n++) {
      const kind = draw.below(5)
      const number = () => {
        if (kind === 2) return draw.real()
        if (kind === 3) return Math.round(4000 * draw.below(1000) - 2e6) / 1e6
        if (kind === 4) return draw.chance(0.7) ? Math.round(draw.below(4000)) / 1000 : draw.below(1e9) / 7e9
        any.setUint32(0, draw.below(2 ** 32))
        any.setUint32(4, draw.below(2 ** 32))
        const x = any.getFloat64(0)
        return Number.isFinite(x) ? x : -0
      }
      const rows = draw.list(1 + draw.below(5), () => draw.list(1 + draw.below(8), number))
      const text = pack(rows)
      counts[text[0]!] = (counts[text[0]!] ?? 0) + 1
      if (!sameBits(unpack(text), rows)) expect(unpack(text), text).toEqual(rows)
    }
    expect(Object.keys(counts).sort()).toEqual(['f', 'g', 'm'])
    expect(Math.min(...Object.values(counts))).toBeGreaterThan(1000)
  })
  it('are the shortest of the three, and of the digits', () => {
    const rows = [[1, 0, 1, 1]]
    expect(shortest('1,0,1,1', rows)).toBe('1,0,1,1')
    expect(shortest('1.234,0.123,1.111,1.999', [[1.234, 0.123, 1.111, 1.999]])).toMatch(/^g.{14}$/)
    expect(
      isSmall([
        [1, 2, 3],
        [4, 5, 6],
        [7, 8, 9],
      ]),
    ).toBe(true)
    expect(isSmall([[1, 2, 3, 4]])).toBe(false)
  })
  it('hold two 8 × 8 matrices of points to three decimals in 610 characters, as was computed for them', () => {
    const draw = new Draw(6)
    const points = () =>
      draw.list(8, () => draw.list(16, () => Math.round(8000 * draw.below(1000) - 4e6) / 1e6))
    expect(pack(points()).length + pack(points()).length).toBeLessThan(610)
  })
})

describe('what is no packed text', () => {
  it.each(['', '1,2', 'i', 'h', 'gA+', 'g,', 'G'])('%j is taken for numbers in digits', (text) => {
    expect(unpack(text)).toBeUndefined()
  })
  it.each([
    ['g', 'do not begin with their count'],
    ['gA', 'end in the middle of one'],
    ['fAB', 'end in the middle of one'],
    [made('g', 0, 1, 0, 1, 0), 'do not begin with their count'],
    [made('g', 2, 0, 1, 0, 0, 1, 0), 'do not begin with their count'],
    [made('g', 1, 1), 'end before all 1 are there'],
    [made('g', 1, 1, 16, 1, 0), 'have 1 bits and 16 decimals'],
    [made('g', 1, 1, 0, 0, 0), 'have 0 bits and 0 decimals'],
    [made('g', 1, 1, 0, 54, ...halves(0)), 'have 54 bits and 0 decimals'],
    [made('g', 1, 1, 0, 1, 0b0100_0000), 'go on after all 1 are there'],
    [made('g', 1, 1, 0, 1, 0, 0), 'go on after all 1 are there'],
    [made('g', 255, 127, 255, 127, 0, 1, 0), '268402689 packed numbers are too many'],
    [made('g', 1, 255, 255, 127, 0, 1), 'do not begin with their count'],
    [made('m', 1, 1, 0, 0), 'go on after all 1 are there'],
    [made('m', 1, 1, 15), 'packed number 1 is none'],
    [made('m', 1, 1, 7, 0), 'end before all 1 are there'],
    [made('m', 1, 1, ...Array.from({ length: 7 }, () => 255), 0), 'end before all 1 are there'],
    [made('m', 1, 1, 7, ...halves(NaN)), 'packed number 1 is none'],
    [made('f', 1, 1, ...halves(Infinity)), 'packed number 1 is none'],
    [made('f', 2, 1, ...halves(1)), 'end before all 2 are there'],
    [made('f', 1, 1, ...halves(1), 0), 'go on after all 1 are there'],
  ])('%s: the packed numbers %s', (text, reason) => {
    const found = unpack(text)
    expect(found).toEqual({ problem: expect.stringContaining(reason) as string })
  })
})
