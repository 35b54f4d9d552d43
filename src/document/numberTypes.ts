/** Numbers as files of arrays hold them. */
export interface NumberType {
  readonly bytes: 1 | 2 | 4 | 8
  /** Integers beyond 2^53 become the nearest float64. */
  readonly read: (view: DataView, at: number, little: boolean) => number
}

/** By NumPy's names. */
export const numberTypes = {
  f2: { bytes: 2, read: (view, at, little) => fromFloat16(view.getUint16(at, little)) },
  f4: { bytes: 4, read: (view, at, little) => view.getFloat32(at, little) },
  f8: { bytes: 8, read: (view, at, little) => view.getFloat64(at, little) },
  i1: { bytes: 1, read: (view, at) => view.getInt8(at) },
  i2: { bytes: 2, read: (view, at, little) => view.getInt16(at, little) },
  i4: { bytes: 4, read: (view, at, little) => view.getInt32(at, little) },
  i8: { bytes: 8, read: (view, at, little) => Number(view.getBigInt64(at, little)) },
  u1: { bytes: 1, read: (view, at) => view.getUint8(at) },
  u2: { bytes: 2, read: (view, at, little) => view.getUint16(at, little) },
  u4: { bytes: 4, read: (view, at, little) => view.getUint32(at, little) },
  u8: { bytes: 8, read: (view, at, little) => Number(view.getBigUint64(at, little)) },
} as const satisfies Readonly<Record<string, NumberType>>

/** The upper half of a float32, which NumPy has no name for. */
export const bfloat16: NumberType = {
  bytes: 2,
  read: (view, at, little) => fromBfloat16(view.getUint16(at, little)),
}

/**
 * IEEE 754 binary16: sign, 5 bits of exponent, 10 of significand; exact in float64.
 *
 *     (-1)^s 2^(e - 25) (1024 + f),  e = 0: (-1)^s 2^-24 f,  e = 31: ±∞ or NaN
 */
export function fromFloat16(bits: number): number {
  const exponent = (bits >> 10) & 31
  const fraction = bits & 1023
  const sign = bits & 0x8000 ? -1 : 1
  if (exponent === 31) return fraction === 0 ? sign * Infinity : NaN
  return sign * (exponent === 0 ? fraction * 2 ** -24 : (1024 + fraction) * 2 ** (exponent - 25))
}

/** bfloat16: sign, 8 bits of exponent, 7 of significand, exact in float64. */
export function fromBfloat16(bits: number): number {
  const exponent = (bits >> 7) & 255
  const fraction = bits & 127
  const sign = bits & 0x8000 ? -1 : 1
  if (exponent === 255) return fraction === 0 ? sign * Infinity : NaN
  return sign * (exponent === 0 ? fraction * 2 ** -133 : (128 + fraction) * 2 ** (exponent - 134))
}
