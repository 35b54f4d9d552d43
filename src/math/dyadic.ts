const float = new Float64Array(1)
const bits = new BigUint64Array(float.buffer)

/** A float64 as it is: mantissa · 2^exponent, without rounding. */
export interface Dyadic {
  readonly mantissa: bigint
  readonly exponent: number
}

/** @throws RangeError unless x is finite */
export function dyadic(x: number): Dyadic {
  if (!Number.isFinite(x)) throw new RangeError(`${x} is not a finite number`)
  float[0] = x
  const field = Number((bits[0]! >> 52n) & 0x7ffn)
  const fraction = bits[0]! & 0xfffffffffffffn
  const magnitude = field === 0 ? fraction : fraction | (1n << 52n)
  return { mantissa: x < 0 ? -magnitude : magnitude, exponent: Math.max(field, 1) - 1075 }
}

/** Integers n_j and the exponent e with x_j = n_j · 2^e, e as large as possible. */
export function overCommonPower(values: Iterable<number>): { integers: bigint[]; exponent: number } {
  const parts = Array.from(values, (x) => stripped(dyadic(x)))
  const used = parts.filter((part) => part.mantissa !== 0n)
  const exponent = used.reduce((least, part) => Math.min(least, part.exponent), Infinity)
  if (exponent === Infinity) return { integers: parts.map(() => 0n), exponent: 0 }
  const integers = parts.map(({ mantissa, exponent: own }) =>
    mantissa === 0n ? 0n : mantissa << BigInt(own - exponent),
  )
  return { integers, exponent }
}

/** The same number with an odd mantissa, so that readable numbers stay small integers. */
function stripped({ mantissa, exponent }: Dyadic): Dyadic {
  if (mantissa === 0n) return { mantissa, exponent: 0 }
  const zeros = trailingZeros(mantissa)
  return { mantissa: mantissa >> BigInt(zeros), exponent: exponent + zeros }
}

function trailingZeros(mantissa: bigint): number {
  const low = Number(BigInt.asUintN(32, mantissa))
  if (low !== 0) return 31 - Math.clz32(low & -low)
  const high = Number(BigInt.asUintN(32, mantissa >> 32n))
  return 63 - Math.clz32(high & -high)
}
