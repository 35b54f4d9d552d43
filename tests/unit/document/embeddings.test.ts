import { describe, expect, it } from 'vitest'
import { convertSpace } from '../../../src/document/convertSpace'
import { derive } from '../../../src/document/derive'
import type { Document } from '../../../src/document/document'
import { embeddingNamed, embeddings, embeddingsFor, factorFromMatrix } from '../../../src/document/embeddings'
import type { Matrix } from '../../../src/document/matrix'
import { presetNamed } from '../../../src/document/presets'
import { elementMatrix } from '../../../src/document/element'
import { actPoint } from '../../../src/math/psl2r'
import { dist } from '../../../src/math/upperHalfPlane'

const line = presetNamed('line3')!.document
const plane: Document = {
  ...presetNamed('halfPlane3')!.document,
  a: [
    [
      [0.1, 1.3],
      [-2.5, 2.2],
    ],
  ],
  b: [[[1, 2]], [[2, 1]]],
  element: { x: 0.55, t: -0.1, theta: -0.55 },
}
const one = (name: string, ...values: number[]) => {
  const matrix: Matrix = {
    rows: 1,
    columns: 1,
    numbers: values.length as 1 | 2 | 3,
    values: Float64Array.from(values),
  }
  const factor = factorFromMatrix(matrix, embeddingNamed(name)!)
  return 'problem' in factor ? factor.problem : factor[0]![0]!
}

describe('factorFromMatrix', () => {
  it.each([
    ['real', [-2.5], -2.5],
    ['exp', [0], [0, 1]],
    ['exp', [1], [0, Math.E]],
    ['lift', [-3], [-3, 1]],
    ['halfPlane', [1, 2], [1, 2]],
    ['normal', [Math.SQRT2, 3], [1, 3]],
    ['logNormal', [Math.SQRT2, Math.log(3)], [1, 3]],
    ['polar', [0, 0], [0, 1]],
    ['polar', [0, 1], [0, Math.E]],
    ['polar', [-1.5, 0], [-Math.tanh(1.5), 1 / Math.cosh(1.5)]],
    ['disk', [0, 0], [0, 1]],
    ['disk', [0.5, 0], [0, 3]],
    ['disk', [0, -0.5], [0.8, 0.6]],
    ['diskUp', [0, 0], [0, 1]],
    ['diskUp', [0, 0.5], [0, 3]],
    ['diskUp', [0.5, 0], [0.8, 0.6]],
    ['hyperboloid', [1, 0, 0], [0, 1]],
    ['hyperboloid', [1.25, 0.75, 0], [0, 2]],
    ['hyperboloid', [1.25, 0, -0.75], [0.6, 0.8]],
    ['hyperboloidTimeLast', [0.75, 0, 1.25], [0, 2]],
  ])('%s %j is %j', (name, values, entry) => {
    const got = one(name, ...values)
    if (typeof entry === 'number') expect(got).toBe(entry)
    else entry.forEach((x, n) => expect((got as readonly number[])[n]).toBeCloseTo(x, 14))
  })

  it.each([
    ['halfPlane', [1, -1], 'row 1, column 1: Im must be > 0, got -1'],
    ['halfPlane', [NaN, 1], 'row 1, column 1: NaN is not a finite number'],
    ['normal', [0, 0], 'row 1, column 1: Im must be > 0, got 0'],
    ['exp', [400], 'row 1, column 1: Im must be in [1e-150, 1e150], got 5.221469689764144e+173'],
    ['disk', [1, 0], 'row 1, column 1: the point must lie inside the unit disk, got (1, 0)'],
    ['diskUp', [0.8, 0.7], /^row 1, column 1: the point must lie inside the unit disk/],
    ['hyperboloid', [0, 0, 1], 'row 1, column 1: need t > 0 and t² - a² - b² = 1, got (0, 0, 1)'],
    ['halfPlane', [1], '"points x + iy" takes 2 numbers an entry, the matrix has 1'],
  ])('%s %j is refused', (name, values, sentence) => {
    const got = one(name, ...values)
    if (typeof sentence === 'string') expect(got).toBe(sentence)
    else expect(got).toMatch(sentence)
  })

  it('names the cell, counted from 1', () => {
    const matrix: Matrix = { rows: 2, columns: 2, numbers: 1, values: Float64Array.of(1, 2, NaN, 4) }
    expect(factorFromMatrix(matrix, embeddingNamed('lift')!)).toEqual({
      problem: 'row 2, column 1: NaN is not a finite number',
    })
  })
  it('every count of numbers has its embeddings', () => {
    expect(embeddingsFor(1).map(({ name }) => name)).toEqual(['real', 'exp', 'lift'])
    const ofTwo = ['halfPlane', 'normal', 'logNormal', 'polar', 'disk', 'diskUp']
    expect(embeddingsFor(2).map(({ name }) => name)).toEqual(ofTwo)
    expect(embeddingsFor(3)).toHaveLength(2)
    expect(new Set(embeddings.map(({ name }) => name)).size).toBe(embeddings.length)
  })
})

const converted = (...of: Parameters<typeof convertSpace>): Document => {
  const result = convertSpace(...of)
  if ('problem' in result) throw new Error(result.problem)
  return result
}

describe('convertSpace', () => {
  it('by exp, distances stay as they are', () => {
    const { a, b } = converted(line, 'halfPlane', 'exp')
    const [z, w] = [a[0]![0]!, b[0]![2]!] as [[number, number], [number, number]]
    expect(dist(...z, ...w)).toBeCloseTo(Math.abs(-4 - 3), 14)
  })
  it.each(['exp', 'lift'] as const)('by %s, embedding then g is α then embedding', (by) => {
    const { a, element } = converted(line, 'halfPlane', by)
    const shifted = converted(
      { ...line, a: line.a.map((row) => row.map((x) => (x as number) + 1.25)) },
      'halfPlane',
      by,
    )
    const g = elementMatrix(element as never)
    a.flat().forEach((entry, n) => {
      const [x, y] = actPoint(g, ...(entry as [number, number]))
      const [u, v] = shifted.a.flat()[n] as [number, number]
      expect(x).toBeCloseTo(u, 12)
      expect(y / v).toBeCloseTo(1, 14)
    })
  })
  it.each(['exp', 'lift'] as const)('by %s there and back is the same line', (by) => {
    const back = converted(converted(line, 'halfPlane', by), 'line', by)
    back.a.flat().forEach((x, n) => expect(x).toBeCloseTo(line.a.flat()[n] as number, 14))
    expect(back.element).toBeCloseTo(1.25, 14)
    expect(back.space).toBe('line')
  })
  it('reads a plane by log y or by x', () => {
    expect(converted(plane, 'line', 'lift').a[0]).toEqual([0.1, -2.5])
    expect(converted(plane, 'line', 'lift').element).toBe(0.55)
    expect(converted(plane, 'line', 'exp').a[0]![1]).toBeCloseTo(Math.log(2.2), 15)
    expect(converted(plane, 'line', 'exp').element).toBe(-0.1)
  })
  it('an element for each inner index is converted one by one', () => {
    const list = converted({ ...line, element: [1, 2, 3] }, 'halfPlane', 'exp').element
    expect(list).toEqual([1, 2, 3].map((t) => ({ x: 0, t, theta: 0 })))
  })
  it.each(['exp', 'lift'] as const)(
    'by %s a reflection moves the embedded line as it moves the line',
    (by) => {
      const alpha = { ...line, element: [1.25, -2, 0.5], reflected: [true, false, true] }
      for (const document of [{ ...line, reflected: true }, alpha]) {
        const moved = derive(document).moved.a
        const there = converted(document, 'halfPlane', by)
        derive(there).moved.a.forEach((coordinate, n) => {
          const x = moved[Math.floor(n / 2)]!
          const [u, v] = by === 'exp' ? [0, Math.exp(x)] : [x, 1]
          expect(coordinate / (by === 'exp' ? v : 1)).toBeCloseTo(
            (n % 2 === 0 ? u : v) / (by === 'exp' ? v : 1),
            12,
          )
        })
        expect(converted(there, 'line', by).reflected).toEqual(document.reflected)
      }
    },
  )
  it('the mirror in the embedded line itself does nothing to it', () => {
    const mirror: Document = { ...plane, element: [1, 0, 0, 1], reflected: true }
    expect(converted(mirror, 'line', 'exp')).toMatchObject({ element: 0, reflected: false })
    expect(converted(mirror, 'line', 'lift')).toMatchObject({ element: 0, reflected: true })
  })
  it('leaves the word behind', () => {
    expect(converted({ ...line, word: [1, 2] }, 'halfPlane', 'exp').word).toEqual([])
  })
  it('to the same space is the document itself', () => {
    expect(convertSpace(line, 'line', 'exp')).toBe(line)
  })
  it('names the entry that does not fit', () => {
    const far = {
      ...line,
      b: [
        [0, 0, 0],
        [0, 0, 0],
        [0, 1e3, 0],
      ],
    }
    expect(convertSpace(far, 'halfPlane', 'exp')).toEqual({
      problem: 'B, row 3, column 2: Im must be a finite number, got Infinity',
    })
    expect(convertSpace({ ...line, element: 1e5 }, 'halfPlane', 'exp')).toEqual({
      problem: 'the element no element of float64 range at x = 0, t = 100000, θ = 0',
    })
  })
})
