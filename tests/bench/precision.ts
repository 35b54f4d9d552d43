import { readFileSync } from 'node:fs'
import { hyperbolicProduct } from '../../src/math/hyperbolicProduct'

/** Hard distances: points [x, y, u, v] as exact doubles, references as decimals of 60 digits. */
export interface HardDistances {
  readonly name: string
  readonly points: readonly (readonly [number, number, number, number])[]
  readonly references: readonly string[]
}

/** Hard products: packed factors as exact doubles, references as decimals of 60 digits. */
export interface HardProduct {
  readonly name: string
  readonly rows: number
  readonly inner: number
  readonly columns: number
  readonly a: readonly number[]
  readonly b: readonly number[]
  readonly references: readonly string[]
}

export interface HardList {
  readonly distances: readonly HardDistances[]
  readonly products: readonly HardProduct[]
}

export interface WorstError {
  readonly name: string
  readonly error: number
}

export function readHardList(): HardList {
  const text = readFileSync(new URL('./precision.json', import.meta.url), 'utf8')
  return JSON.parse(text) as HardList
}

/** Worst relative error of the kernel for each kind of hard case, single distances as 1×1×1 products. */
export function worstErrors({ distances, products }: HardList): WorstError[] {
  return [
    ...distances.map(({ name, points, references }) =>
      worst(
        name,
        points.map(([x, y, u, v]) => {
          const out = hyperbolicProduct(
            Float64Array.of(x, y),
            Float64Array.of(u, v),
            1,
            1,
            1,
            new Float64Array(1),
          )
          return out[0]!
        }),
        references,
      ),
    ),
    ...products.map(({ name, rows, inner, columns, a, b, references }) => {
      const out = new Float64Array(rows * columns)
      hyperbolicProduct(Float64Array.from(a), Float64Array.from(b), rows, inner, columns, out)
      return worst(name, [...out], references)
    }),
  ]
}

export function worst(name: string, values: readonly number[], references: readonly string[]): WorstError {
  const errors = values.map((value, n) => relativeError(value, references[n]!))
  return { name, error: errors.reduce((most, error) => (error <= most ? most : error), 0) }
}

/**
 * |value - reference| / reference, with the difference taken in integers: the reference has more digits than
 * a double, and so has their difference.
 *
 * @param reference decimal in the form d.ddde±n, > 0
 */
export function relativeError(value: number, reference: string): number {
  if (!Number.isFinite(value)) return Infinity
  const [digits = '', power = '0'] = reference.split('e')
  const fraction = digits.split('.')[1] ?? ''
  const ten = Number(power) - fraction.length
  // value = whole · 2^two exactly, reference = mantissa · 10^ten; both over 10^min(ten,0) 2^-1074.
  const scale = 10n ** BigInt(Math.max(0, -ten))
  const want = (BigInt(digits.replace('.', '')) * 10n ** BigInt(Math.max(0, ten))) << 1074n
  const difference = wholeOver2To1074(value) * scale - want
  const magnitude = difference < 0n ? -difference : difference
  return Number((magnitude * 10n ** 30n) / want) / 1e30
}

/** value · 2¹⁰⁷⁴, an integer for every finite double. */
function wholeOver2To1074(value: number): bigint {
  let two = 0
  let mantissa = value
  while (!Number.isInteger(mantissa)) {
    mantissa *= 2
    two++
  }
  return BigInt(mantissa) << BigInt(1074 - two)
}
