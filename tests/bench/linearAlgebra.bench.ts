import { EigenvalueDecomposition, Matrix, SingularValueDecomposition } from 'ml-matrix'
import { normal, random } from '../../src/math/random'
import { singularValues } from '../../src/math/singularValues'
import { symmetricEigen } from '../../src/math/symmetricEigen'
import { interleavedMinima } from './bench'
import type { BenchRow } from './bench'

const next = random(7)
const numbers = (count: number) => Float64Array.from({ length: count }, () => normal(next))

/** Whether experiments should take their linear algebra from a library: here beside one, with the values only. */
export async function bench(): Promise<BenchRow[]> {
  await Promise.resolve()
  return [...[96, 256].map(singular), eigen(20)]
}

function singular(n: number): BenchRow {
  const matrix = numbers(n * n)
  const rows = Matrix.from1DArray(n, n, matrix)
  const of = {
    own: () => void singularValues(matrix, n, n),
    library: () =>
      void new SingularValueDecomposition(rows, {
        computeLeftSingularVectors: false,
        computeRightSingularVectors: false,
      }),
  }
  return compared(`singular values, ${n} × ${n}`, interleavedMinima(of, n > 100 ? 5 : 15))
}

function eigen(n: number): BenchRow {
  const half = numbers(n * n)
  const matrix = half.map((x, at) => x + half[(at % n) * n + Math.floor(at / n)]!)
  const rows = Matrix.from1DArray(n, n, matrix)
  const of = {
    own: () => void symmetricEigen(matrix, n),
    library: () => void new EigenvalueDecomposition(rows, { assumeSymmetric: true }),
  }
  const { own, library } = interleavedMinima(of, 30)
  return {
    name: `eigenvalues of a symmetric matrix, ${n} × ${n}, in ms`,
    value: own,
    goal: '≤ 1 ms',
    holds: own <= 1,
    detail: `ml-matrix ${library.toFixed(2)} ms`,
  }
}

function compared(name: string, { own, library }: { own: number; library: number }): BenchRow {
  const value = library / own
  return {
    name: `${name}: speed against ml-matrix`,
    value,
    goal: '≥ 0.5×',
    holds: value >= 0.5,
    detail: `${own.toFixed(2)} against ${library.toFixed(2)} ms`,
  }
}
