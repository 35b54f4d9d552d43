import { describe, expect, it } from 'vitest'
import { embeddings } from '../../../src/document/embeddings'
import {
  columnsProblem,
  metadataOf,
  movedTensors,
  namesFor,
  originIn,
  type MovedTensors,
  type TensorOrigin,
} from '../../../src/document/exportTensors'
import type { Document } from '../../../src/document/document'
import { factorFromMatrix } from '../../../src/document/embeddings'
import { presetNamed } from '../../../src/document/presets'

const plane: Document = { ...presetNamed('halfPlane3')!.document, element: [2, 1, 1, 1] }
const part = { dtype: 'F32', shape: [3, 6], axes: ['rows', 'inner'], batch: 0, heads: 1, head: 0 }
const range = { rows: [0, 3], entries: [0, 3] } as const
const origin: TensorOrigin = {
  format: 'safetensors',
  q: { name: 'attn.q', ...part, ...range },
  k: { name: 'attn.k', ...part, ...range },
  space: 'halfPlane',
  inner: 3,
  embedding: 'polar',
  pairing: 'neighbours',
  hasNumberAxis: false,
}
const made = (
  document: Document,
  from: TensorOrigin | undefined,
  as: 'points' | 'columns',
  type: 'F64' | 'F32' = 'F64',
) => {
  const tensors = movedTensors(document, from, { as, type })
  if ('problem' in tensors) throw new Error(tensors.problem)
  return tensors
}
const rowsOf = ({ values }: MovedTensors['q'], width: number) =>
  Array.from({ length: values.length / width }, (_, k) => [...values.subarray(k * width, (k + 1) * width)])

/** (2z + 1)/(z + 1). */
const g = ([x, y]: readonly [number, number]) => {
  const size = (x + 1) ** 2 + y * y
  return [((2 * x + 1) * (x + 1) + 2 * y * y) / size, y / size]
}

describe('movedTensors', () => {
  it('are Q and K with a row for each token, moved by g', () => {
    const { q, k, qShape, kShape, largestChange } = made(plane, undefined, 'points')
    expect([qShape, kShape]).toEqual([
      [3, 3, 2],
      [3, 3, 2],
    ])
    const wantedQ = plane.a.flat().flatMap((z) => g(z as [number, number]))
    const wantedK = [0, 1, 2].flatMap((l) => plane.b.flatMap((row) => g(row[l] as [number, number])))
    q.values.forEach((x, n) => expect(x).toBeCloseTo(wantedQ[n]!, 14))
    k.values.forEach((x, n) => expect(x).toBeCloseTo(wantedK[n]!, 14))
    expect(largestChange).toBeLessThan(1e-13)
  })

  it('rounded to float32 are float32 numbers, and the change is that of these', () => {
    const { q, largestChange } = made(plane, origin, 'points', 'F32')
    expect([...q.values]).toEqual([...q.values].map(Math.fround))
    expect(largestChange).toBeGreaterThan(1e-9)
    expect(largestChange).toBeLessThan(1e-5)
  })

  it('moved on one side only say by how much C changes', () => {
    expect(made({ ...plane, move: 'a' }, origin, 'points').largestChange).toBeGreaterThan(0.1)
  })

  it('as columns side by side or in halves hold the same numbers', () => {
    const near = made(plane, origin, 'columns')
    const halves = made(plane, { ...origin, pairing: 'halves' }, 'columns')
    const own = made(plane, { ...origin, hasNumberAxis: true }, 'columns')
    expect([near.qShape, halves.qShape, own.qShape]).toEqual([
      [3, 6],
      [3, 6],
      [3, 3, 2],
    ])
    expect([...own.q.values]).toEqual([...near.q.values])
    const moved = rowsOf(halves.q, 6).map((row) => [0, 1, 2].flatMap((i) => [row[i]!, row[i + 3]!]))
    expect(moved).toEqual(rowsOf(near.q, 6))
  })

  it('have no columns where the embedding reaches only a curve', () => {
    const lifted = { ...origin, embedding: 'lift' }
    expect(movedTensors(plane, lifted, { as: 'columns', type: 'F64' })).toEqual({
      problem: 'x ↦ x + i has no way back: moved points leave its curve',
    })
    expect(columnsProblem(origin)).toBeUndefined()
    expect(columnsProblem(undefined)?.problem).toMatch(/not known/)
  })

  it('on the line are two tables of numbers', () => {
    const line: Document = { ...presetNamed('line3')!.document, element: 0.5 }
    const { q, k, qShape } = made(line, { ...origin, space: 'line', embedding: 'real' }, 'columns')
    expect(qShape).toEqual([3, 3])
    expect([...q.values]).toEqual(line.a.flat().map((x) => (x as number) + 0.5))
    expect([...k.values]).toEqual([0, 1, 2].flatMap((l) => line.b.map((row) => (row[l] as number) + 0.5)))
  })
})

it.each(embeddings.filter(({ back }) => back).map((one) => [one.name, one] as const))(
  '%s: the way back is the inverse, within rounding',
  (_, { space, entry, back, numbers }) => {
    for (const point of [
      [0, 1],
      [0.3, 0.7],
      [-2, 0.25],
      [4, 9],
    ] as const) {
      const place = space === 'line' ? point[0] : point
      const given = back!(place)
      expect(given).toHaveLength(numbers)
      const [p = 0, q = 0, r = 0] = given
      const again = [entry(p, q, r)].flat()
      again.forEach((x, n) => expect(x).toBeCloseTo([place].flat()[n]!, 12))
    }
    const matrix = {
      rows: 1,
      columns: 1,
      numbers,
      values: Float64Array.from(back!(space === 'line' ? 3 : [3, 2])),
    }
    expect(factorFromMatrix(matrix, { name: '', label: '', space, numbers, entry })).not.toHaveProperty(
      'problem',
    )
  },
)

describe('what is said beside them', () => {
  const about = { version: '1.2.3', link: '#v=0' }
  it('g as the document holds it, the largest change, its bound, and where the numbers are from', () => {
    const tensors = made(plane, origin, 'points')
    const metadata = metadataOf(plane, origin, { as: 'points', type: 'F64' }, tensors, about)
    expect(Object.values(metadata).every((text) => typeof text === 'string')).toBe(true)
    expect(metadata).toMatchObject({
      moduli: '1.2.3',
      link: '#v=0',
      space: 'halfPlane',
      move: 'both',
      time: '1',
    })
    expect(JSON.parse(metadata['element']!)).toEqual([2, 1, 1, 1])
    expect(Number(metadata['largestChange'])).toBe(tensors.largestChange)
    expect(JSON.parse(metadata['source']!)).toMatchObject({
      q: { name: 'attn.q', rows: [0, 3] },
      embedding: 'polar',
    })
    expect(metadata['numbers']).toBe('g applied to Q and K; points x, y of the upper half-plane')
  })
  it('one element for each inner index, coordinates, and the sides', () => {
    const each: Document = {
      ...plane,
      element: [[2, 1, 1, 1], { x: 1, t: 0.5, theta: 0 }, [1, 0, 0, 1]],
      move: 'b',
    }
    const form = { as: 'points', type: 'F64' } as const
    const metadata = metadataOf(each, undefined, form, { largestChange: 1 }, { version: '', link: undefined })
    expect(JSON.parse(metadata['element']!)).toHaveLength(3)
    expect(JSON.parse(metadata['coordinates']!)).toEqual([null, { x: 1, t: 0.5, theta: 0 }, null])
    expect(metadata['numbers']).toMatch(/^g applied to K only;/)
    expect(metadata).not.toHaveProperty('link')
    expect(metadata).not.toHaveProperty('source')
  })
  it('names that they had, if they had two', () => {
    expect(namesFor(origin)).toEqual(['attn.q', 'attn.k'])
    expect(namesFor({ ...origin, k: origin.q })).toEqual(['Q', 'K'])
    expect(namesFor(undefined)).toEqual(['Q', 'K'])
  })
  it('nothing of where they came from once the size or the space is another', () => {
    expect(originIn(plane, origin)).toBe(origin)
    expect(originIn(presetNamed('halfPlane2')!.document, origin)).toBeUndefined()
    expect(originIn(presetNamed('line3')!.document, origin)).toBeUndefined()
    expect(originIn(plane, undefined)).toBeUndefined()
  })
})
