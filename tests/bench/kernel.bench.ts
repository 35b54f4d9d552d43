import { asStored, baseSizes, roundingBound } from '../../src/math/asStored'
import { byDifferences } from '../../src/math/byDifferences'
import { moveA, moveB } from '../../src/math/factors'
import { hyperbolicProduct } from '../../src/math/hyperbolicProduct'
import { random, randomElement, randomPoint } from '../../src/math/random'
import { halfPlane } from '../../src/math/space'
import { interleavedMinima } from './bench'
import type { BenchRow } from './bench'
import { readHardList, worstErrors } from './precision'

const next = random(7)

export async function bench(): Promise<BenchRow[]> {
  await Promise.resolve()
  return [...[64, 128, 256].map(againstAcosh), dragStep(16), precision()]
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

/** All that the main thread computes while a handle moves: points, product, two readings, buffers. */
function dragStep(n: number): BenchRow {
  const a = points(n * n)
  const b = points(n * n)
  const before = halfPlane.product(a, b, n, n, n, new Float64Array(n * n))
  const sizes = baseSizes(halfPlane, a, b, n, n, n)
  const movedA = new Float64Array(a.length)
  const movedB = new Float64Array(b.length)
  const after = new Float64Array(n * n)
  const bound = new Float64Array(n * n)
  const buffer = new Float32Array(3 * 2 * n * n)
  const elements = Array.from({ length: 100 }, () => [randomElement(next, 2)])
  let sink = 0
  const { step, product } = interleavedMinima({
    step: () => {
      for (const g of elements) {
        moveA(halfPlane, g, a, n, movedA)
        moveB(halfPlane, g, b, n, movedB)
        halfPlane.product(movedA, movedB, n, n, n, after)
        const stored = asStored(before, after, roundingBound(halfPlane, g, sizes, bound))
        sink += stored.ratio + byDifferences(halfPlane, g, a, b, before, n, n, n)
        writePositions(movedA, buffer, 0)
        writePositions(movedB, buffer, 3 * n * n)
      }
    },
    product: () => {
      for (let run = 0; run < elements.length; run++) halfPlane.product(a, b, n, n, n, after)
    },
  })
  const value = step / product
  return {
    name: `one drag step at ${n}×${n}×${n} against the product alone`,
    value,
    goal: '≤ 4×',
    holds: value <= 4 && sink < Infinity,
    detail: `${((step * 1e3) / elements.length).toFixed(1)} against ${((product * 1e3) / elements.length).toFixed(1)} µs`,
  }
}

function writePositions(z: Float64Array, buffer: Float32Array, start: number): void {
  for (let n = 0, at = start; n < z.length; n += 2, at += 3) {
    buffer[at] = z[n]!
    buffer[at + 1] = z[n + 1]!
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
