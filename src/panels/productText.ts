import { derive } from '../document/derive'
import { entryName } from '../document/names'
import type { AppState } from '../store/store'
import type { Band, CellIndex, CellShade, CellText } from '../ui/cell'
import type { ChipText } from '../ui/LiveChip'
import { cellNumber, decimalsFor, figure } from './figures'

/** Characters of a number in a table, by its columns: wide tables get fewer. */
const room = (columns: number) => (columns <= 3 || columns > 8 ? 6 : columns <= 4 ? 5 : 4)

/** Whether the numbers of a wide table are short enough for two such tables beside each other. */
export const isShort = (state: AppState): boolean => scaleOf(state).largest < 100

interface Scale {
  readonly after: Float64Array
  readonly decimals: number
  readonly largest: number
}
let scale: Scale | undefined

/** One number of decimals for both tables, so that they can be compared digit by digit. */
function scaleOf({ document }: AppState): Scale {
  const { before, after, size } = derive(document)
  if (scale?.after !== after) {
    let largest = 0
    for (const x of before) largest = Math.max(largest, x)
    for (const x of after) largest = Math.max(largest, x)
    scale = { after, largest, decimals: decimalsFor(largest, room(size.columns)) }
  }
  return scale
}

const at = (state: AppState, row: number, column: number) =>
  row * derive(state.document).size.columns + column
const selection = ({ document }: AppState): CellIndex => document.selection
const name = (row: number, column: number) => entryName('c', row, column)

/** The product entries that the entry which is pointed at enters: a row for one of A, a column for one of B. */
const band = ({ pointed }: AppState): Band | undefined => {
  if (!pointed) return undefined
  return pointed.factor === 'a' ? { row: pointed.row } : { column: pointed.column }
}

function sameStart(one: string, other: string): number {
  let n = 0
  while (n < one.length && one[n] === other[n]) n++
  return n
}

const plain: CellShade = { amount: 0, tone: 'ink' }

const before = {
  selection,
  name,
  band,
  text: (state: AppState, row: number, column: number): CellText => {
    const text = cellNumber(derive(state.document).before[at(state, row, column)]!, scaleOf(state).decimals)
    return { text, same: text.length }
  },
  shade: (state: AppState, row: number, column: number): CellShade => {
    const { largest } = scaleOf(state)
    const value = derive(state.document).before[at(state, row, column)]!
    return largest > 0 ? { amount: value / largest, tone: 'ink' } : plain
  },
}

const after = {
  selection,
  name,
  band,
  text: (state: AppState, row: number, column: number): CellText => {
    const text = cellNumber(derive(state.document).after[at(state, row, column)]!, scaleOf(state).decimals)
    return { text, same: sameStart(text, before.text(state, row, column).text) }
  },
  shade: (state: AppState, row: number, column: number): CellShade => {
    const { largest } = scaleOf(state)
    const value = derive(state.document).after[at(state, row, column)]!
    return largest > 0 ? { amount: value / largest, tone: 'ink' } : plain
  },
}

/** Change of an entry in units of its rounding bound; signed. */
function inBounds(state: AppState, index: number): number {
  const derived = derive(state.document)
  const change = derived.after[index]! - derived.before[index]!
  return change === 0 ? 0 : change / derived.bounds[index]!
}

function ratioText(ratio: number): string {
  const size = Math.abs(ratio)
  if (size === 0) return '0'
  if (size < 0.01) return '0.00'
  if (size < 10) return ratio.toFixed(2)
  return size < 1000 ? ratio.toFixed(0) : ratio.toExponential(0).replace('e+', 'e')
}

const difference = {
  selection,
  name,
  band,
  text: (state: AppState, row: number, column: number): CellText => {
    const text = ratioText(inBounds(state, at(state, row, column)))
    return { text, same: text.length }
  },
  shade: (state: AppState, row: number, column: number): CellShade => {
    const size = Math.abs(inBounds(state, at(state, row, column)))
    return size <= 1 ? { amount: size, tone: 'ok' } : { amount: 1, tone: 'bad' }
  },
}

export const tables = { before, after, difference }

/** "3.1e-15, rounding bound 2.0e-13" */
export function changeWords({ document }: AppState): string {
  const { largestChange, bound } = derive(document)
  return `${figure(largestChange)}, rounding bound ${bound.toExponential(1).replace('e+', 'e')}`
}

/** The words beside the colour of the difference. */
export function differenceChip(state: AppState): ChipText {
  const { after, isBeyondFloat64 } = derive(state.document)
  if (isBeyondFloat64) return { text: 'bound too large to tell', tone: 'bad' }
  let beyond = 0
  for (let n = 0; n < after.length; n++) if (Math.abs(inBounds(state, n)) > 1) beyond++
  if (beyond === 0) return { text: 'all within', tone: 'ok' }
  return { text: `${beyond} of ${after.length} beyond`, tone: 'bad' }
}

/** "27 of 27 terms exactly equal" */
export function exactWords({ exact }: AppState): string {
  if (exact === undefined) return '…'
  return 'problem' in exact ? exact.problem : `${exact.equal} of ${exact.total} terms exactly equal`
}

export function differencesWords({ document }: AppState): string {
  const { byDifferences } = derive(document)
  return byDifferences === undefined ? '–' : figure(byDifferences)
}

export function verdict({ document }: AppState): ChipText {
  const { unchanged, isBeyondFloat64, largestChange } = derive(document)
  if (unchanged) return { text: 'unchanged', tone: 'ok' }
  if (isBeyondFloat64) return { text: 'float64 cannot tell', tone: 'bad' }
  if (document.move === 'both') return { text: 'changed beyond rounding', tone: 'bad' }
  if (largestChange === 0) return { text: 'unchanged', tone: 'ok' }
  return { text: 'changed: no longer the same model', tone: 'bad' }
}
