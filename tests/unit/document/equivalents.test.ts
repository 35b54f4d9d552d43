import { describe, expect, it } from 'vitest'
import { resize } from '../../../src/document/edit'
import { equivalentsOf } from '../../../src/document/equivalents'
import { presetNamed, presets } from '../../../src/document/presets'
import { isProblem } from '../../../src/document/problem'

const plane = presetNamed('halfPlane3')!.document
const line = presetNamed('line3')!.document

describe('equivalentsOf', () => {
  it('3×3×3 in the half-plane: 36 numbers, rank 9, fibre 27, of which 9 are the group', () => {
    expect(equivalentsOf(plane)).toMatchObject({
      parameters: 36,
      products: 9,
      rank: 9,
      fibre: 27,
      group: 9,
      verdict: 'clear',
    })
  })

  it('3×3×3 on the line: 18 numbers, group 3, once no two points that meet coincide', () => {
    const b = line.b.map((row) => row.map((x) => (x as number) + 1 / 16))
    expect(equivalentsOf({ ...line, b })).toMatchObject({ parameters: 18, group: 3, verdict: 'clear' })
  })

  it('counts for every preset, or says which points coincide', () => {
    for (const { document } of presets) {
      const found = equivalentsOf(document)
      if (isProblem(found)) expect(found.problem).toMatch(/are the same point/)
      else expect(found.fibre).toBeGreaterThanOrEqual(found.group)
    }
  })

  it('says where two points coincide', () => {
    const a = plane.a.with(0, plane.a[0]!.with(1, [0.8, 0.5]))
    expect(equivalentsOf({ ...plane, a })).toEqual({
      problem:
        'Entry (1, 2) of A and entry (2, 2) of B are the same point, and the distance has no derivative there. Move one of them a little to count.',
    })
  })

  it('says up to which size it counts', () => {
    const large = resize(plane, { rows: 16, inner: 16, columns: 16 })
    expect(equivalentsOf(large)).toEqual({
      problem: 'Counted up to 400 product entries and 800 numbers; here there are 256 and 1024.',
    })
    const { a, b } = resize(line, { rows: 16, inner: 16, columns: 16 })
    const apart = a.map((row) => row.map((x) => (x as number) + 1 / 16))
    expect(equivalentsOf({ a: apart, b, space: 'line' })).toMatchObject({ parameters: 512 })
  })
})
