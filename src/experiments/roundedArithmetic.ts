import type { Psl2r } from '../math/psl2r'

/**
 * The action and the distance with every operation rounded to a format. What is computed in float64 and rounded once
 * is what the format itself would give: 53 digits are more than twice as many as any of these has, plus two.
 */
export interface Format {
  readonly name: string
  readonly round: (x: number) => number
  /** spacing of numbers at 1 */
  readonly epsilon: number
}

const float = new Float32Array(1)
const bits = new Uint32Array(float.buffer)

export const float64: Format = { name: 'float64', round: (x) => x, epsilon: 2 ** -52 }
export const float32: Format = { name: 'float32', round: Math.fround, epsilon: 2 ** -23 }
/** The upper half of a float32, rounded to nearest, ties to even. */
export const bfloat16: Format = {
  name: 'bfloat16',
  round: (x) => {
    float[0] = x
    if (!Number.isFinite(float[0])) return float[0]
    bits[0] = ((bits[0]! + 0x7fff + ((bits[0]! >>> 16) & 1)) & 0xffff0000) >>> 0
    return float[0]
  },
  epsilon: 2 ** -7,
}

export const formats: readonly Format[] = [float64, float32, bfloat16]

/** gz with Im by y/|cz + d|². */
export function actIn({ round: r }: Format, g: Psl2r, z: Float64Array): Float64Array {
  const [a, b, c, d] = g.map(r) as unknown as Psl2r
  const out = new Float64Array(z.length)
  for (let n = 0; n < z.length; n += 2) {
    const x = z[n]!
    const y = z[n + 1]!
    const p = r(r(c * x) + d)
    const q = r(c * y)
    const norm = r(r(p * p) + r(q * q))
    out[n] = r(r(r(r(r(a * x) + b) * p) + r(r(a * y) * q)) / norm)
    out[n + 1] = r(y / norm)
  }
  return out
}

/** How a distance is computed; the second loses the digits that 1 + … has no room for. */
export type Form = 'asinh' | 'acosh'

/** 2 asinh(|z - w|/(2√(yv))), or arcosh(1 + |z - w|²/(2yv)); NaN where a height has become 0 */
export function distIn({ round: r }: Format, form: Form, x: number, y: number, u: number, v: number): number {
  if (!(y > 0 && v > 0)) return NaN
  const across = r(x - u)
  const up = r(y - v)
  const chord2 = r(r(across * across) + r(up * up))
  if (form === 'asinh') {
    const s = r(r(Math.sqrt(chord2)) / r(2 * r(r(Math.sqrt(y)) * r(Math.sqrt(v)))))
    return r(2 * r(Math.asinh(s)))
  }
  const cosh = r(1 + r(chord2 / r(2 * r(y * v))))
  // arcosh itself to full accuracy: what is lost is lost before.
  const excess = cosh - 1
  return r(Math.log1p(excess + Math.sqrt(excess * (excess + 2))))
}

/** (rows, columns): Σ_i d(a_ki, b_il), summed in the format. */
export function productIn(
  format: Format,
  a: Float64Array,
  b: Float64Array,
  rows: number,
  inner: number,
  columns: number,
): Float64Array {
  const out = new Float64Array(rows * columns)
  for (let k = 0; k < rows; k++) {
    for (let l = 0; l < columns; l++) {
      let sum = 0
      for (let i = 0; i < inner; i++) {
        const n = 2 * (k * inner + i)
        const m = 2 * (i * columns + l)
        sum = format.round(sum + distIn(format, 'asinh', a[n]!, a[n + 1]!, b[m]!, b[m + 1]!))
      }
      out[k * columns + l] = sum
    }
  }
  return out
}
