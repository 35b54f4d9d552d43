import { maxFileSize } from './document'
import { problem, type Problem } from './problem'
import type { Steps, Tensor, View } from './tensor'
import { shownName } from './tensorNames'

/** What an axis of a tensor counts: batches, heads, rows (tokens), inner indices, or the numbers of one entry. */
export type Axis = 'batch' | 'head' | 'rows' | 'inner' | 'numbers'
/** What each axis counts. */
export type Layout = readonly Axis[]

const layouts: Readonly<Record<number, readonly Layout[]>> = {
  2: [
    ['rows', 'inner'],
    ['inner', 'rows'],
  ],
  3: [
    ['head', 'rows', 'inner'],
    ['rows', 'head', 'inner'],
    ['head', 'inner', 'rows'],
  ],
  4: [
    ['batch', 'head', 'rows', 'inner'],
    ['batch', 'rows', 'head', 'inner'],
    ['batch', 'head', 'inner', 'rows'],
  ],
}

/** The ways to read a tensor of this shape, the likeliest first; none if it has too few axes or too many. */
export function layoutsOf(shape: readonly number[]): readonly Layout[] {
  const last = shape.at(-1)
  const ofPoints = last === 2 || last === 3 ? (layouts[shape.length - 1] ?? []) : []
  return [...ofPoints.map((layout): Layout => [...layout, 'numbers']), ...(layouts[shape.length] ?? [])]
}

/** "head 8 × rows 128 × inner 64". */
export function layoutName(shape: readonly number[], layout: Layout): string {
  return layout.map((axis, n) => `${axis} ${shape[n]}`).join(' × ')
}

/** Which two columns make a point: neighbours, or one of the first half of the columns and one of the second. */
export type Pairing = 'neighbours' | 'halves'

/** The part of a tensor that becomes Q or K; indices from 0. */
export interface Part {
  readonly layout: Layout
  readonly batch: number
  /** Heads that share the inner axis, where none has an axis of its own. */
  readonly heads: number
  readonly head: number
  readonly firstRow: number
  readonly rows: number
}

/** What Q and K have in common. */
export interface InnerPart {
  /** Numbers an entry. */
  readonly numbers: 1 | 2 | 3
  readonly pairing: Pairing
  /** Counted in entries, not in columns. */
  readonly first: number
  readonly count: number
}

const sizeAlong = ({ shape }: Pick<Tensor, 'shape'>, layout: Layout, axis: Axis): number => {
  const at = layout.indexOf(axis)
  return at < 0 ? 1 : shape[at]!
}

/** The number of heads that a part chooses from. */
export function headsOf(
  tensor: Pick<Tensor, 'shape'>,
  { layout, heads }: Pick<Part, 'layout' | 'heads'>,
): number {
  return layout.includes('head') ? sizeAlong(tensor, layout, 'head') : heads
}

export const rowsOf = (tensor: Pick<Tensor, 'shape'>, layout: Layout): number =>
  sizeAlong(tensor, layout, 'rows')

export const batchesOf = (tensor: Pick<Tensor, 'shape'>, layout: Layout): number =>
  sizeAlong(tensor, layout, 'batch')

/** Columns of one head; not whole where the heads do not divide them. */
export function columnsOf(
  tensor: Pick<Tensor, 'shape'>,
  { layout, heads }: Pick<Part, 'layout' | 'heads'>,
): number {
  const all = sizeAlong(tensor, layout, 'inner')
  return layout.includes('head') ? all : all / heads
}

/** Numbers an entry can have: of a layout that says so, that many; else columns are numbers, or pairs of them points. */
export function numbersIn({ shape }: Pick<Tensor, 'shape'>, layout: Layout): readonly (1 | 2 | 3)[] {
  return layout.includes('numbers') ? [shape.at(-1) as 2 | 3] : [1, 2]
}

/** How many inner indices one head has. */
export function innerOf(
  tensor: Pick<Tensor, 'shape'>,
  part: Pick<Part, 'layout' | 'heads'>,
  numbers: 1 | 2 | 3,
): number {
  const columns = columnsOf(tensor, part)
  return part.layout.includes('numbers') ? columns : Math.floor(columns / numbers)
}

/** Where the chosen numbers are in the tensor, or what does not fit; counted from 1 in words. */
export function viewOf(tensor: Tensor, part: Part, inner: InnerPart): View | Problem {
  const wrong = checkPart(tensor, part, inner)
  if (wrong) return problem(`"${shownName(tensor.name)}": ${wrong.problem}`)
  const { layout, batch, head, firstRow } = part
  const strideOf = (axis: Axis) => tensor.strides[layout.indexOf(axis)] ?? 0
  const columns = columnsOf(tensor, part)
  const firstColumn = layout.includes('head') ? 0 : head * columns
  const step = strideOf('inner')
  const [columnSteps, numberSteps] = stepsOf(inner, columns, step, strideOf('numbers'), layout)
  const offset =
    batch * strideOf('batch') +
    (layout.includes('head') ? head * strideOf('head') : 0) +
    firstRow * strideOf('rows') +
    firstColumn * step +
    inner.first * columnSteps.stride
  return {
    tensor,
    offset,
    rows: { count: part.rows, stride: strideOf('rows') },
    columns: columnSteps,
    numbers: numberSteps,
    place: (row, column, number) => {
      const along = (inner.first + column) * columnSteps.stride + number * numberSteps.stride
      const columnName = layout.includes('numbers')
        ? `${inner.first + column + firstColumn + 1}, number ${number + 1}`
        : `${firstColumn + along / step + 1}`
      const headName = layout.includes('head') ? `head ${head + 1}, ` : ''
      return `"${shownName(tensor.name)}": ${headName}row ${firstRow + row + 1}, column ${columnName}`
    },
  }
}

function stepsOf(
  { numbers, pairing, count }: InnerPart,
  columns: number,
  step: number,
  numberStep: number,
  layout: Layout,
): [columns: Steps, numbers: Steps] {
  if (layout.includes('numbers'))
    return [
      { count, stride: step },
      { count: numbers, stride: numberStep },
    ]
  if (pairing === 'halves' && numbers === 2) {
    return [
      { count, stride: step },
      { count: 2, stride: Math.floor(columns / 2) * step },
    ]
  }
  return [
    { count, stride: numbers * step },
    { count: numbers, stride: step },
  ]
}

function checkPart(tensor: Tensor, part: Part, inner: InnerPart): Problem | undefined {
  const { layout, batch, heads, head, firstRow, rows } = part
  const isIn = (index: number, count: number) => Number.isInteger(index) && index >= 0 && index < count
  const { shape } = tensor
  if (!layoutsOf(shape).some((one) => one.join() === layout.join()))
    return problem(`shape (${shape.join(', ')})`)
  if (!numbersIn(tensor, layout).includes(inner.numbers)) {
    return problem(`an entry has ${shape.at(-1)} numbers, not ${inner.numbers}`)
  }
  const columns = columnsOf(tensor, part)
  if (!(Number.isInteger(heads) && heads >= 1) || !Number.isInteger(columns)) {
    return problem(`${sizeAlong(tensor, layout, 'inner')} columns are not ${heads} heads of the same size`)
  }
  if (!isIn(head, headsOf(tensor, part))) return problem(`there is no head ${head + 1}`)
  if (!isIn(batch, batchesOf(tensor, layout))) return problem(`there is no batch ${batch + 1}`)
  const range = rangeProblem('row', firstRow, rows, rowsOf(tensor, layout))
  const most = innerOf(tensor, part, inner.numbers)
  return range ?? rangeProblem(inner.numbers === 1 ? 'column' : 'point', inner.first, inner.count, most)
}

function rangeProblem(name: string, first: number, count: number, all: number): Problem | undefined {
  const isWhole = Number.isInteger(first) && Number.isInteger(count)
  if (!isWhole || count < 1 || count > maxFileSize) {
    return problem(`1 to ${maxFileSize} ${name}s can be taken, not ${count}`)
  }
  if (first >= 0 && first + count <= all) return undefined
  return problem(`there are ${all} ${name}s, so ${first + 1} to ${first + count} are not all there`)
}

/** A tensor that can be taken apart into rows and columns, or why it cannot. */
export function checkTensor({ dtype, type, shape }: Tensor): Problem | undefined {
  if (type === undefined) return problem(`numbers of type ${dtype} are not read`)
  if (layoutsOf(shape).length === 0)
    return problem(`${shape.length} ${shape.length === 1 ? 'axis' : 'axes'}, 2 to 5 are read`)
  return shape.includes(0) ? problem('it is empty') : undefined
}

/** A part of at most 64 rows from the first one on, of the likeliest layout. */
export function firstPart(tensor: Tensor): Part {
  const layout = layoutsOf(tensor.shape)[0]!
  const rows = Math.min(maxFileSize, rowsOf(tensor, layout))
  return { layout, batch: 0, heads: 1, head: 0, firstRow: 0, rows }
}

/** The part with everything inside the tensor again, after another tensor, layout or number of heads. */
export function fitPart(tensor: Tensor, part: Part): Part {
  const known = layoutsOf(tensor.shape)
  const layout = known.find((one) => one.join() === part.layout.join()) ?? known[0]!
  const all = rowsOf(tensor, layout)
  const firstRow = Math.min(part.firstRow, all - 1)
  return {
    layout,
    batch: Math.min(part.batch, batchesOf(tensor, layout) - 1),
    heads: layout.includes('head') ? 1 : part.heads,
    head: Math.min(part.head, headsOf(tensor, { ...part, layout }) - 1),
    firstRow,
    rows: Math.min(part.rows, maxFileSize, all - firstRow),
  }
}
