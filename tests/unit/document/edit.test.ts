import { describe, expect, it } from 'vitest'
import { sizeOf, type Document } from '../../../src/document/document'
import { freezeTarget, resize, setEntry, swapSpace, withFactor } from '../../../src/document/edit'
import { presetNamed, presets } from '../../../src/document/presets'
import { documentFromJson, documentToJson } from '../../../src/document/schema'

const plane = presetNamed('halfPlane3')!.document
const line = presetNamed('line3')!.document
const isValid = (document: Document) => 'document' in documentFromJson(documentToJson(document), plane)

describe('resize', () => {
  it('keeps entries and fills new ones with one decimal, the same ones every time', () => {
    const size = { rows: 4, inner: 5, columns: 2 }
    for (const { document } of presets) {
      const larger = resize(document, size)
      expect(sizeOf(larger)).toEqual(size)
      expect(larger.a[0]![0]).toEqual(document.a[0]![0])
      expect(larger.b[0]![1]).toEqual(document.b[0]![1])
      expect(resize(document, size)).toEqual(larger)
      expect(isValid(larger)).toBe(true)
    }
    for (const x of resize(plane, size).a[3]!.flat()) expect(Math.round(x * 10) / 10).toBe(x)
  })
  it('new entries are different from each other', () => {
    const { a, b } = resize(presetNamed('line2')!.document, { rows: 16, inner: 16, columns: 16 })
    expect(new Set([...a.flat(), ...b.flat()]).size).toBeGreaterThan(60)
  })
  it('takes selection, free entry, elements and target along', () => {
    const g = [2, 1, 1, 1] as const
    const target = plane.a.map(() => [1, 2, 3])
    const small = resize({ ...plane, element: [g, g, g], target }, { rows: 1, inner: 2, columns: 3 })
    expect(small.selection).toEqual([0, 0])
    expect(small.free).toEqual({ factor: 'a', row: 0, column: 1 })
    expect(small.element).toEqual([g, g])
    expect(small.target).toBe('base')
    expect(isValid(small)).toBe(true)
  })
})

describe('setEntry', () => {
  it('changes one entry and shares the rest', () => {
    const next = setEntry(plane, 'b', 1, 2, [7, 8])
    expect(next.b[1]).toEqual([plane.b[1]![0], plane.b[1]![1], [7, 8]])
    expect(next.b[0]).toBe(plane.b[0])
    expect(next.a).toBe(plane.a)
    expect(plane.b[1]![2]).not.toEqual([7, 8])
  })
  it('is the same document when nothing changes or there is no such place', () => {
    expect(setEntry(plane, 'a', 0, 0, [...(plane.a[0]![0] as [number, number])])).toBe(plane)
    expect(setEntry(plane, 'a', 3, 0, [1, 1])).toBe(plane)
  })
})

describe('withFactor', () => {
  it('resizes the other factor where they meet', () => {
    const next = withFactor(line, 'a', [[1, 2]]) as Document
    expect(next.a).toEqual([[1, 2]])
    expect(next.b).toEqual(line.b.slice(0, 2))
    expect(isValid(next)).toBe(true)
    const other = withFactor(line, 'b', [[1], [2], [3], [4]]) as Document
    expect(other.b).toEqual([[1], [2], [3], [4]])
    expect(other.a.map((row) => row.slice(0, 3))).toEqual(line.a)
    expect(sizeOf(other)).toEqual({ rows: 3, inner: 4, columns: 1 })
  })
  it('refuses entries of the other space', () => {
    expect(withFactor(plane, 'a', [[1]])).toHaveProperty('problem')
    expect(withFactor(line, 'a', [[[0, 1]]])).toHaveProperty('problem')
  })
})

it('swapSpace goes to the other space and stays valid', () => {
  const next = swapSpace(line) as Document
  expect(next.space).toBe('halfPlane')
  expect(isValid(next)).toBe(true)
  expect(swapSpace(plane)).toMatchObject({ space: 'line', element: -0.1 })
})

it('freezeTarget takes the numbers of a packed product', () => {
  const next = freezeTarget(
    resize(line, { rows: 2, inner: 1, columns: 3 }),
    Float64Array.of(1, 2, 3, 4, 5, 6),
  )
  expect(next.target).toEqual([
    [1, 2, 3],
    [4, 5, 6],
  ])
  expect(isValid(next)).toBe(true)
})
