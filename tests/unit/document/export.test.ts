import { expect, it } from 'vitest'
import { documentFile } from '../../../src/document/documentJson'
import { matrixCsv, matrixFromFactor, productCsv } from '../../../src/document/export'
import { factorFromPacked } from '../../../src/document/packedFactor'
import { readNpy, writeNpy } from '../../../src/document/npy'
import { presetNamed } from '../../../src/document/presets'
import { parseTable } from '../../../src/document/table'

const { document } = presetNamed('halfPlane2')!

it('documentFile is JSON with one row of a matrix on a line', () => {
  const text = documentFile(document)
  expect(text).toContain('"a": [\n    [[-1.7,1.4],[-0.7,1.5]],\n    [[-0.6,0.5],[-1.2,0.6]]\n  ]')
  expect(JSON.parse(text)).toEqual(document)
})

it('matrixCsv writes decimals or a+bi, which are read back', () => {
  expect(matrixCsv(document.a)).toBe('-1.7+1.4i,-0.7+1.5i\n-0.6+0.5i,-1.2+0.6i\n')
  expect(matrixCsv([[1, -2.5]])).toBe('1,-2.5\n')
  expect(parseTable(matrixCsv(document.a))).toEqual(matrixFromFactor(document.a))
})

it('productCsv writes a packed product', () => {
  expect(productCsv(Float64Array.of(1, 0.1 + 0.2, 3, 4, 5, 6), 3)).toBe('1,0.30000000000000004,3\n4,5,6\n')
})

it('factorFromPacked undoes the packing, points and numbers', () => {
  expect(factorFromPacked(Float64Array.from(document.a.flat(2)), 2, 2)).toEqual(document.a)
  expect(factorFromPacked(Float64Array.of(1, 2, 3), 3, 1)).toEqual([[1, 2, 3]])
})

it('a factor goes through .npy', () => {
  expect(readNpy(writeNpy(matrixFromFactor(document.b)))).toEqual(matrixFromFactor(document.b))
})
