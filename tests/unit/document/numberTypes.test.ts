import { describe, expect, it } from 'vitest'
import { fromBfloat16, fromFloat16 } from '../../../src/document/numberTypes'

describe('fromFloat16', () => {
  it.each([
    [0x3c00, 1],
    [0xc000, -2],
    [0x3555, 0.333251953125],
    [0x7bff, 65504],
    [0x0400, 2 ** -14],
    [0x03ff, 1023 * 2 ** -24],
    [0x0001, 2 ** -24],
    [0x8001, -(2 ** -24)],
    [0x0000, 0],
    [0x8000, -0],
    [0x7c00, Infinity],
    [0xfc00, -Infinity],
    [0x7e00, NaN],
    [0x7c01, NaN],
  ])('%i is %d', (bits, value) => {
    expect(fromFloat16(bits)).toBe(value)
  })

  it('increases with the bits, and neighbours differ by 2^(exponent - 25)', () => {
    const positive = Array.from({ length: 0x7c00 }, (_, bits) => fromFloat16(bits))
    const steps = positive.slice(1).map((value, n) => value - positive[n]!)
    expect(steps).toEqual(steps.map((_, n) => 2 ** (Math.max(1, n >> 10) - 25)))
    expect(positive.map((_, bits) => fromFloat16(bits | 0x8000))).toEqual(positive.map((value) => -value))
  })
})

describe('fromBfloat16', () => {
  it.each([
    [0x3f80, 1],
    [0x4049, 3.140625],
    [0x7f7f, 255 * 2 ** 120],
    [0x0080, 2 ** -126],
    [0x0001, 2 ** -133],
    [0x8000, -0],
    [0xff80, -Infinity],
    [0x7fc0, NaN],
  ])('%i is %d', (bits, value) => {
    expect(fromBfloat16(bits)).toBe(value)
  })

  it('is the float32 with these bits and 16 zeros, for all of them', () => {
    const view = new DataView(new ArrayBuffer(4))
    const wanted = Array.from({ length: 65536 }, (_, bits) => {
      view.setUint32(0, bits * 65536)
      return view.getFloat32(0)
    })
    expect(wanted.map((_, bits) => fromBfloat16(bits))).toEqual(wanted)
  })
})
