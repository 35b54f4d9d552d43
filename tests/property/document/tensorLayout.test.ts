import fc from 'fast-check'
import { expect, it } from 'vitest'
import { numberTypes } from '../../../src/document/numberTypes'
import { chunksOf, readView, stridesOf, type Tensor } from '../../../src/document/tensor'
import {
  columnsOf,
  innerOf,
  layoutsOf,
  rowsOf,
  viewOf,
  type Layout,
} from '../../../src/document/tensorLayout'
import { seeded } from '../arbitraries'
import { f64, inMemory } from '../../safetensors'

const size = fc.oneof(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 300 }))
const shapes = fc
  .array(size, { minLength: 2, maxLength: 4 })
  .filter((shape) => shape.reduce((product, along) => product * along, 1) <= 60_000)

/** Numbers whose value is their index in C order, whatever order the file has. */
function indices(shape: readonly number[], order: 'c' | 'fortran'): Tensor {
  const strides = stridesOf(shape, order)
  const inC = stridesOf(shape, 'c')
  const values = new Float64Array(shape.reduce((product, along) => product * along, 1))
  for (let n = 0; n < values.length; n++) {
    const at = shape.reduce(
      (sum, along, axis) => sum + (Math.floor(n / inC[axis]!) % along) * strides[axis]!,
      0,
    )
    values[at] = n
  }
  const rest = { name: 'w', dtype: 'F64', type: numberTypes.f8, little: true, start: 0 }
  return { file: inMemory(f64([...values])), shape, strides, ...rest }
}

it('any part of any tensor is read as indexing it says, at most 64 numbers for each that is wanted', async () => {
  await fc.assert(
    fc.asyncProperty(
      shapes,
      fc.constantFrom('c' as const, 'fortran' as const),
      fc.nat(),
      fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 8, maxLength: 8 }),
      async (shape, order, which, [u = 0, v = 0, w = 0, r = 0, s = 0, t = 0, o = 0, p = 0]) => {
        const tensor = indices(shape, order)
        const layouts = layoutsOf(shape)
        const layout: Layout = layouts[which % layouts.length]!
        const along = (axis: Layout[number]) => shape[layout.indexOf(axis)] ?? 1
        const heads = layout.includes('head') || along('inner') % 2 ? 1 : 2
        const allHeads = layout.includes('head') ? along('head') : heads
        const hasNumbers = layout.includes('numbers')
        const columns = columnsOf(tensor, { layout, heads })
        const numbers = hasNumbers ? (shape.at(-1) as 2 | 3) : columns >= 2 && p < 0.5 ? 2 : 1
        const entries = innerOf(tensor, { layout, heads }, numbers)
        const firstRow = Math.floor(u * rowsOf(tensor, layout))
        const rows = 1 + Math.floor(v * Math.min(64, rowsOf(tensor, layout) - firstRow))
        const first = Math.floor(w * entries)
        const count = 1 + Math.floor(r * Math.min(64, entries - first))
        const [batch, head] = [Math.floor(s * along('batch')), Math.floor(t * allHeads)]
        const pairing = o < 0.5 ? 'neighbours' : 'halves'
        const view = viewOf(
          tensor,
          { layout, batch, heads, head, firstRow, rows },
          { numbers, pairing, first, count },
        )
        if ('problem' in view) throw new Error(view.problem)
        const chunks = chunksOf(view)
        const wanted = rows * count * numbers
        expect(chunks.length).toBeLessThanOrEqual(wanted)
        expect(chunks.reduce((sum, chunk) => sum + chunk.count, 0)).toBeLessThanOrEqual(64 * wanted)
        const matrix = await readView(view)
        if ('problem' in matrix) throw new Error(matrix.problem)
        const inC = stridesOf(shape, 'c')
        const expected: number[] = []
        for (let k = 0; k < rows; k++) {
          for (let i = first; i < first + count; i++) {
            for (let n = 0; n < numbers; n++) {
              const half = Math.floor(columns / 2)
              const inHead = hasNumbers
                ? i
                : numbers === 1
                  ? i
                  : pairing === 'halves'
                    ? i + n * half
                    : 2 * i + n
              const column = layout.includes('head') ? inHead : head * columns + inHead
              const index = { batch, head, rows: firstRow + k, inner: column, numbers: n }
              expected.push(layout.reduce((sum, axis, m) => sum + index[axis] * inC[m]!, 0))
            }
          }
        }
        expect([...matrix.values]).toEqual(expected)
      },
    ),
    seeded(400),
  )
})
