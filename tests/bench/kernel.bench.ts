import { hyperbolicProduct } from '../../src/math/hyperbolicProduct'
import { random, randomPoint } from '../../src/math/random'
import { interleavedMinima } from './bench'
import type { BenchRow } from './bench'
import { readHardList, worstErrors } from './precision'

const next = random(7)

export async function bench(): Promise<BenchRow[]> {
  await Promise.resolve()
  return [...[64, 128, 256].map(againstAcosh), precision()]
}

function points(count: number): Float64Array {
  return Float64Array.from(Array.from({ length: count }, () => randomPoint(next)).flat())
}

function againstAcosh(n: number): BenchRow {
  const a = points(n * n)
  const b = points(n * n)
  const out = new Float64Array(n * n)
  const { kernel, acosh } = interleavedMinima({
    kernel: () => hyperbolicProduct(a, b, n, n, n, out),
    acosh: () => acoshProduct(a, b, n, n, n, out),
  })
  const value = acosh / kernel
  return {
    name: `metric product in the half-plane, n = ${n}: speed against the acosh loop`,
    value,
    goal: '≥ 7×',
    holds: value >= 7,
    detail: `${perTerm(kernel, n)} against ${perTerm(acosh, n)} ns a term`,
  }
}

function perTerm(ms: number, n: number): string {
  return ((ms * 1e6) / n ** 3).toFixed(2)
}

/** The loop that everybody writes first, on the same packed arrays. */
function acoshProduct(
  a: Float64Array,
  b: Float64Array,
  rows: number,
  inner: number,
  columns: number,
  out: Float64Array,
): void {
  for (let k = 0; k < rows; k++) {
    for (let l = 0; l < columns; l++) {
      let sum = 0
      for (let i = 0; i < inner; i++) {
        const n = 2 * (k * inner + i)
        const m = 2 * (i * columns + l)
        const dx = a[n]! - b[m]!
        const dy = a[n + 1]! - b[m + 1]!
        sum += Math.acosh(1 + (dx * dx + dy * dy) / (2 * a[n + 1]! * b[m + 1]!))
      }
      out[k * columns + l] = sum
    }
  }
}

function precision(): BenchRow {
  const errors = worstErrors(readHardList())
  const { name, error } = errors.reduce((worst, one) => (one.error > worst.error ? one : worst))
  return {
    name: 'worst relative error on the hard list, against 60 digits',
    value: error,
    goal: '≤ 1e-15',
    holds: error <= 1e-15,
    detail: `${errors.length} kinds; worst: ${name}`,
  }
}
