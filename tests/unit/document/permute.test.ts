import { describe, expect, it } from 'vitest'
import { derive } from '../../../src/document/derive'
import { sizeOf, type Document } from '../../../src/document/document'
import { moveInner, permuteInner } from '../../../src/document/permute'
import { presetNamed, presets } from '../../../src/document/presets'

const plane = presetNamed('halfPlane3')!.document
const line = presetNamed('line3')!.document

describe('permuteInner', () => {
  it('columns of A and rows of B go together: in place n comes what was in place order[n]', () => {
    const { a, b } = permuteInner(line, [2, 0, 1])
    expect(a[1]).toEqual([line.a[1]![2], line.a[1]![0], line.a[1]![1]])
    expect(b).toEqual([line.b[2], line.b[0], line.b[1]])
  })

  it('elements and mirrors go along where each index has its own, one for all stays', () => {
    const each: Document = { ...line, element: [1, 2, 3], reflected: [true, false, false] }
    const moved = permuteInner(each, [2, 0, 1])
    expect(moved.element).toEqual([3, 1, 2])
    expect(moved.reflected).toEqual([false, true, false])
    expect(permuteInner(plane, [2, 0, 1]).element).toBe(plane.element)
    expect(permuteInner({ ...plane, element: [2, 1, 1, 1] }, [2, 0, 1]).element).toEqual([2, 1, 1, 1])
    expect(permuteInner({ ...line, reflected: true }, [1, 0, 2]).reflected).toBe(true)
  })

  it('the free entry stays the same entry, in A and in B', () => {
    for (const factor of ['a', 'b'] as const) {
      const free = factor === 'a' ? { factor, row: 0, column: 2 } : { factor, row: 2, column: 0 }
      const before = { ...plane, free }
      const after = permuteInner(before, [1, 2, 0])
      expect(after[factor][after.free.row]![after.free.column]).toBe(before[factor][free.row]![free.column])
      expect(after.free).not.toEqual(free)
    }
  })

  it('selection and a frozen target stay: they are of rows and columns', () => {
    const frozen = { ...plane, target: plane.a.map(() => [1, 2, 3]) }
    const after = permuteInner(frozen, [1, 2, 0])
    expect(after.target).toBe(frozen.target)
    expect(after.selection).toEqual(frozen.selection)
  })

  it('every preset: products before and after within inner ε of what they were', () => {
    for (const { document } of presets) {
      const { inner } = sizeOf(document)
      const order = document.b.map((_, i) => (i + 1) % inner)
      const [was, now] = [derive(document), derive(permuteInner(document, order))]
      was.before.forEach((c, n) =>
        expect(Math.abs(now.before[n]! - c)).toBeLessThanOrEqual(inner * 2.3e-16 * c),
      )
      was.after.forEach((c, n) =>
        expect(Math.abs(now.after[n]! - c)).toBeLessThanOrEqual(inner * 2.3e-16 * c),
      )
    }
  })
})

describe('moveInner', () => {
  const each: Document = { ...line, element: [1, 2, 3] }

  it('one place, and back', () => {
    const later = moveInner(each, 0, 1)
    expect(later.element).toEqual([2, 1, 3])
    expect(moveInner(later, 1, 0)).toEqual(each)
    expect(moveInner(later, 0, 1)).toEqual(each)
  })

  it('from the first to the last place, those between move up', () => {
    expect(moveInner(each, 0, 2).element).toEqual([2, 3, 1])
    expect(moveInner(each, 2, 0).element).toEqual([3, 1, 2])
  })

  it('is the same document where there is no such place, or it is there already', () => {
    for (const to of [-1, 3, 0, 0.5]) expect(moveInner(each, 0, to)).toBe(each)
    expect(moveInner(each, 7, 0)).toBe(each)
  })
})
