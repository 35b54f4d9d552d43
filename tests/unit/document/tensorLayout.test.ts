import { describe, expect, it } from 'vitest'
import { numberTypes } from '../../../src/document/numberTypes'
import { chunksOf, readView, stridesOf, type Tensor } from '../../../src/document/tensor'
import {
  checkTensor,
  fitPart,
  layoutName,
  layoutsOf,
  viewOf,
  type InnerPart,
  type Layout,
  type Part,
} from '../../../src/document/tensorLayout'
import { f64, inMemory } from '../../safetensors'

/** A tensor whose number at (i, j, …) is the decimal ij…, so that each says where it is from; axes of at most 10. */
function digits(shape: readonly number[], order: 'c' | 'fortran' = 'c'): Tensor & { taken: () => number } {
  const strides = stridesOf(shape, order)
  const count = shape.reduce((product, size) => product * size, 1)
  const numbers = new Float64Array(count)
  for (let n = 0; n < count; n++) {
    let rest = n
    let value = 0
    let at = 0
    shape.forEach((_, axis) => {
      const below = shape.slice(axis + 1).reduce((product, size) => product * size, 1)
      const index = Math.floor(rest / below)
      rest -= index * below
      value = 10 * value + index
      at += index * strides[axis]!
    })
    numbers[at] = value
  }
  const file = inMemory(f64([...numbers]))
  const rest = { name: 'w', dtype: 'F64', type: numberTypes.f8, little: true, start: 0 }
  return { file, shape, strides, ...rest, taken: file.taken }
}

const part = (layout: Layout, of: Partial<Part> = {}): Part => ({
  layout,
  batch: 0,
  heads: 1,
  head: 0,
  firstRow: 0,
  rows: 2,
  ...of,
})
const inner = (count: number, of: Partial<InnerPart> = {}): InnerPart => ({
  numbers: 1,
  pairing: 'neighbours',
  first: 0,
  count,
  ...of,
})

async function rows(tensor: Tensor, of: Part, entries: InnerPart): Promise<number[][] | string> {
  const view = viewOf(tensor, of, entries)
  if ('problem' in view) return view.problem
  const matrix = await readView(view)
  if ('problem' in matrix) return matrix.problem
  const width = matrix.columns * matrix.numbers
  return Array.from({ length: matrix.rows }, (_, k) => [
    ...matrix.values.subarray(k * width, (k + 1) * width),
  ])
}

describe.each(['c', 'fortran'] as const)('in the order of %s', (order) => {
  it.each<[string, number[], Part, InnerPart, number[][]]>([
    [
      'rows × inner',
      [5, 4],
      part(['rows', 'inner'], { firstRow: 3 }),
      inner(3, { first: 1 }),
      [
        [31, 32, 33],
        [41, 42, 43],
      ],
    ],
    [
      'inner × rows',
      [4, 5],
      part(['inner', 'rows'], { firstRow: 3 }),
      inner(2),
      [
        [3, 13],
        [4, 14],
      ],
    ],
    [
      'two heads in the columns',
      [3, 6],
      part(['rows', 'inner'], { heads: 2, head: 1 }),
      inner(3),
      [
        [3, 4, 5],
        [13, 14, 15],
      ],
    ],
    [
      'two heads in the rows of a weight',
      [6, 3],
      part(['inner', 'rows'], { heads: 2, head: 1 }),
      inner(2),
      [
        [30, 40],
        [31, 41],
      ],
    ],
    [
      'head × rows × inner',
      [3, 4, 2],
      part(['head', 'rows', 'inner'], { head: 2, firstRow: 1 }),
      inner(2),
      [
        [210, 211],
        [220, 221],
      ],
    ],
    [
      'rows × head × inner',
      [4, 3, 2],
      part(['rows', 'head', 'inner'], { head: 2, firstRow: 1 }),
      inner(2),
      [
        [120, 121],
        [220, 221],
      ],
    ],
    [
      'head × inner × rows',
      [3, 2, 4],
      part(['head', 'inner', 'rows'], { head: 1 }),
      inner(2),
      [
        [100, 110],
        [101, 111],
      ],
    ],
    [
      'batch × rows × head × inner',
      [2, 3, 4, 5],
      part(['batch', 'rows', 'head', 'inner'], { batch: 1, head: 3 }),
      inner(2, { first: 3 }),
      [
        [1033, 1034],
        [1133, 1134],
      ],
    ],
    [
      'points with an axis of their own',
      [3, 4, 2],
      part(['rows', 'inner', 'numbers'], { firstRow: 1 }),
      inner(2, { numbers: 2, first: 2 }),
      [
        [120, 121, 130, 131],
        [220, 221, 230, 231],
      ],
    ],
    [
      'pairs of neighbours',
      [2, 9],
      part(['rows', 'inner']),
      inner(3, { numbers: 2, first: 1 }),
      [
        [2, 3, 4, 5, 6, 7],
        [12, 13, 14, 15, 16, 17],
      ],
    ],
    [
      'pairs of halves',
      [2, 8],
      part(['rows', 'inner']),
      inner(2, { numbers: 2, first: 2, pairing: 'halves' }),
      [
        [2, 6, 3, 7],
        [12, 16, 13, 17],
      ],
    ],
    [
      'pairs of halves of the second head',
      [2, 8],
      part(['rows', 'inner'], { heads: 2, head: 1 }),
      inner(2, { numbers: 2, pairing: 'halves' }),
      [
        [4, 6, 5, 7],
        [14, 16, 15, 17],
      ],
    ],
  ])('%s', async (_, shape, of, entries, wanted) => {
    expect(await rows(digits(shape, order), of, entries)).toEqual(wanted)
  })
})

describe('refuses', () => {
  it.each<[string, number[], Part, InnerPart, RegExp]>([
    [
      'rows beyond the last',
      [3, 4],
      part(['rows', 'inner'], { firstRow: 2 }),
      inner(1),
      /^"w": there are 3 rows, so 3 to 4 are not all there$/,
    ],
    ['more than 64 rows', [9, 4], part(['rows', 'inner'], { rows: 65 }), inner(1), /1 to 64 rows/],
    ['columns beyond the last', [3, 4], part(['rows', 'inner']), inner(5), /there are 4 columns/],
    [
      'points that are not there',
      [3, 5],
      part(['rows', 'inner']),
      inner(3, { numbers: 2 }),
      /there are 2 points/,
    ],
    [
      'heads that do not divide',
      [3, 7],
      part(['rows', 'inner'], { heads: 2 }),
      inner(1),
      /7 columns are not 2 heads of the same size/,
    ],
    [
      'a head that is not there',
      [2, 3, 4],
      part(['head', 'rows', 'inner'], { head: 2 }),
      inner(1),
      /no head 3/,
    ],
    [
      'another number of numbers',
      [3, 4, 2],
      part(['rows', 'inner', 'numbers']),
      inner(1),
      /an entry has 2 numbers, not 1/,
    ],
    ['a layout of another shape', [3, 4], part(['head', 'rows', 'inner']), inner(1), /shape \(3, 4\)/],
  ])('%s', async (_, shape, of, entries, sentence) => {
    expect(await rows(digits(shape), of, entries)).toMatch(sentence)
  })

  it.each([NaN, Infinity, -Infinity])(
    '%d among the chosen numbers, naming its place in the tensor',
    async (bad) => {
      const numbers = Array.from({ length: 48 }, (_, n) => n)
      numbers[12 + 7] = bad // row 2, head 2 of 2, column 2 of 6
      const tensor: Tensor = { ...digits([4, 12]), file: inMemory(f64(numbers)) }
      const of = part(['rows', 'inner'], { heads: 2, head: 1, firstRow: 1 })
      expect(await rows(tensor, of, inner(3))).toBe(`"w": row 2, column 8: ${bad} is not a finite number`)
      expect(await rows(tensor, of, inner(3, { numbers: 2 }))).toBe(
        `"w": row 2, column 8: ${bad} is not a finite number`,
      )
      expect(await rows(tensor, { ...of, firstRow: 2 }, inner(3))).toHaveLength(2)
      expect(await rows(tensor, { ...of, head: 0 }, inner(3))).toHaveLength(2)
    },
  )
})

describe('reads no more than it needs', () => {
  const of = (shape: number[], layout: Layout, count: number, from: Partial<Part> = {}) => {
    const tensor = { ...digits([1]), shape, strides: stridesOf(shape, 'c') }
    const view = viewOf(tensor, part(layout, { rows: 64, ...from }), inner(count))
    return 'problem' in view ? [] : chunksOf(view)
  }
  it.each<[string, number[], Layout]>([
    ['64 rows of a weight of 16384 × 16384', [16384, 16384], ['rows', 'inner']],
    ['64 columns of it', [16384, 16384], ['inner', 'rows']],
    ['a head of 128 × 2048 × 128', [128, 2048, 128], ['head', 'rows', 'inner']],
    ['a head of 2048 × 128 × 128', [2048, 128, 128], ['rows', 'head', 'inner']],
  ])('%s: at most 64 times the 4096 numbers, in at most 64 reads', (_, shape, layout) => {
    const chunks = of(shape, layout, 64)
    expect(chunks.length).toBeGreaterThanOrEqual(1)
    expect(chunks.length).toBeLessThanOrEqual(64)
    expect(chunks.reduce((sum, { count }) => sum + count, 0)).toBeLessThanOrEqual(64 * 4096)
  })
  it('neighbouring rows at once', () => {
    expect(of([1000, 64], ['rows', 'inner'], 64, { firstRow: 10 })).toEqual([{ offset: 640, count: 4096 }])
  })
})

describe('layoutsOf', () => {
  it.each<[number[], string[]]>([
    [
      [3, 4],
      ['rows 3 × inner 4', 'inner 3 × rows 4'],
    ],
    [
      [7, 4, 2],
      [
        'rows 7 × inner 4 × numbers 2',
        'inner 7 × rows 4 × numbers 2',
        'head 7 × rows 4 × inner 2',
        'rows 7 × head 4 × inner 2',
        'head 7 × inner 4 × rows 2',
      ],
    ],
    [[5], []],
    [[], []],
    [[1, 1, 1, 1, 1], []],
  ])('%j', (shape, names) => {
    expect(layoutsOf(shape).map((layout) => layoutName(shape, layout))).toEqual(names)
  })
  it('says why a tensor cannot be chosen', () => {
    const why = (of: Partial<Tensor>) => checkTensor({ ...digits([2, 2]), ...of })?.problem
    expect(why({})).toBeUndefined()
    expect(why({ shape: [4] })).toBe('1 axis, 2 to 5 are read')
    expect(why({ shape: [4, 0] })).toBe('it is empty')
    expect(why({ type: undefined, dtype: 'F8_E4M3' })).toBe('numbers of type F8_E4M3 are not read')
  })
})

it('fitPart keeps what fits and moves the rest inside', () => {
  const tensor = { ...digits([1]), shape: [3, 10, 4] }
  const wanted = part(['rows', 'inner'], { heads: 8, head: 7, firstRow: 20, rows: 64 })
  expect(fitPart(tensor, wanted)).toEqual(part(['head', 'rows', 'inner'], { head: 2, firstRow: 9, rows: 1 }))
})
