import { isReflected } from '../document/acting'
import { derive } from '../document/derive'
import { sizeOf, type Document, type FactorName, type FreeEntry } from '../document/document'
import { elementList, elementMatrix } from '../document/element'
import { isModel } from '../document/modelLoss'
import { modelTitles } from '../document/modelNames'
import { entryName } from '../document/names'
import { nominalAspect } from '../document/window'
import { classify } from '../math/isometryClass'
import type { AppState } from '../store/store'
import { classWords, heldElement } from './elementWords'
import { figure } from './figures'
import { lossWords } from './lossPicture'
import { changeWords, verdict } from './productText'

/** What the stage shows, in words. Nothing here is drawn. */

/** A factor with more entries than this is summed up. */
const mostEntries = 36

type Shown = Pick<AppState, 'document' | 'view' | 'window'>

const place = (x: number, y: number | undefined) =>
  y === undefined ? figure(x) : `${figure(x)} + ${figure(y)}i`
const boundary = (x: number) => (Number.isFinite(x) ? figure(x) : '∞')

/** "Half-plane, with x from −2.00 to 3.00 and heights up to 4.00" */
export function whereWords({ document, view, window }: Shown): string {
  const half = (nominalAspect * window.height) / 2
  const range = `x from ${figure(window.centre - half)} to ${figure(window.centre + half)}`
  if (document.space === 'line') return `The real line, ${range}`
  const beside = view.beside === 'none' ? '' : ` and, beside it, ${modelTitles[view.beside]}`
  const model = `${modelTitles[view.model]}${beside}`
  if (view.model !== 'halfPlane') return `${model}, ${figure(view.magnification)} times as large as fits`
  return `${model}, ${range}, heights up to ${figure(window.height)}`
}

/** The class of g and what it fixes; of the inner index that is being edited, where each has its own. */
export function elementText(state: AppState): string {
  const { document, column } = state
  const name = elementList(document) ? `g of inner index ${column + 1}` : 'g'
  return `${name}: ${classWords(state)}${fixedWords(state)}`
}

function fixedWords(state: AppState): string {
  const held = heldElement(state)
  if (typeof held === 'number' || isReflected(state.document, state.column)) return ''
  const found = classify(elementMatrix(held))
  if (found.kind === 'hyperbolic')
    return `, from ${boundary(found.repelling)} to ${boundary(found.attracting)}`
  return found.kind === 'elliptic' ? `, fixes ${place(...found.fixedPoint)}` : ''
}

export const productWords = (state: AppState): string =>
  `Product ${verdict(state).text}: largest change ${changeWords(state)}`

export const lossAtModel = (state: AppState): string => `Loss at the model ${lossWords(state)}`

/** The entries of a factor with their places, three digits each; of a large one only those of the selected cell. */
export function entryTexts({ document }: Pick<AppState, 'document'>, factor: FactorName): string[] {
  const { size, stride, base, moved } = derive(document)
  const columns = factor === 'a' ? size.inner : size.columns
  const count = base[factor].length / stride
  const isMoved = moved[factor] !== base[factor]
  const placeOf = (of: Float64Array, n: number) =>
    place(of[stride * n]!, stride === 2 ? of[stride * n + 1]! : undefined)
  const text = (n: number) => {
    const name = entryName(factor, Math.floor(n / columns), n % columns)
    const now = placeOf(moved[factor], n)
    return isMoved ? `${name} at ${now}, base ${placeOf(base[factor], n)}` : `${name} at ${now}`
  }
  if (count <= mostEntries) return Array.from({ length: count }, (_, n) => text(n))
  const [k, l] = document.selection
  const chosen = Array.from({ length: Math.min(size.inner, mostEntries) }, (_, i) =>
    factor === 'a' ? k * columns + i : i * columns + l,
  )
  return [extent(moved[factor], stride, count), ...chosen.map(text)]
}

/** "4096 entries, x from −1.00 to 2.00, heights from 0.100 to 3.00; those of the selected cell:" */
function extent(of: Float64Array, stride: 1 | 2, count: number): string {
  const range = (offset: number) => {
    let [low, high] = [Infinity, -Infinity]
    for (let n = offset; n < of.length; n += stride) {
      low = Math.min(low, of[n]!)
      high = Math.max(high, of[n]!)
    }
    return `from ${figure(low)} to ${figure(high)}`
  }
  const heights = stride === 2 ? `, heights ${range(1)}` : ''
  return `${count} entries, x ${range(0)}${heights}; those of the selected cell:`
}

/** What has changed on the stage since another state, in words; empty where nothing has that can be said. */
export function newsWords(before: Shown & Pick<AppState, 'playing'>, now: AppState): string {
  const isNew = before.document !== now.document && isOther(before.document, now.document)
  const parts = isNew ? [openedWords(now.document)] : documentNews(before.document, now)
  if (before.playing !== now.playing) parts.unshift(now.playing ? 'g flows' : 'the flow has stopped')
  return [...parts, ...viewNews(before, now)].join('; ')
}

function isOther(before: Document, now: Document): boolean {
  const [p, q] = [sizeOf(before), sizeOf(now)]
  const sameSize = p.rows === q.rows && p.inner === q.inner && p.columns === q.columns
  return before.space !== now.space || !sameSize || before.head?.task !== now.head?.task
}

function openedWords(document: Document): string {
  const { rows, inner, columns } = sizeOf(document)
  const title = document.title === '' ? 'Untitled' : document.title
  return `${title}: A ${rows} × ${inner}, B ${inner} × ${columns}, ${document.space === 'line' ? 'on the real line' : 'in the half-plane'}`
}

const moves = { both: 'g moves A and B', a: 'g moves A only', b: 'g moves B only' } as const

function documentNews(before: Document, state: AppState): string[] {
  const now = state.document
  if (before === now) return []
  const parts: string[] = []
  const isActing = ['element', 'reflected', 'time'].some(
    (field) => before[field as 'time'] !== now[field as 'time'],
  )
  if (isActing) parts.push(elementText(state))
  const edited = [...editedEntries(before, now, 'a'), ...editedEntries(before, now, 'b')]
  if (edited.length === 1) parts.push(entryNow(now, edited[0]!))
  if (edited.length > 1) parts.push(`${edited.length} entries changed`)
  if (before.move !== now.move) parts.push(moves[now.move])
  if (parts.length > 0) parts.push(`product ${verdict(state).text}`)
  if (edited.length > 0 || String(before.selection) !== String(now.selection)) parts.push(cellNow(now))
  if (before.free !== now.free)
    parts.push(`loss over ${entryName(now.free.factor, now.free.row, now.free.column)}`)
  const isOtherLoss =
    before.target !== now.target || before.head !== now.head || before.classifier !== now.classifier
  const isLossMoved = isModel(now) && (edited.length > 0 || (isActing && now.move !== 'both'))
  if (isOtherLoss || isLossMoved) parts.push(`loss ${lossWords(state)}`)
  return parts
}

function editedEntries(before: Document, now: Document, factor: FactorName): FreeEntry[] {
  if (before[factor] === now[factor]) return []
  return now[factor].flatMap((entries, row) =>
    entries.flatMap((entry, column) =>
      String(entry) === String(before[factor][row]?.[column]) ? [] : [{ factor, row, column }],
    ),
  )
}

function entryNow(document: Document, { factor, row, column }: FreeEntry): string {
  const { size, stride, moved } = derive(document)
  const n = stride * (row * (factor === 'a' ? size.inner : size.columns) + column)
  const at = place(moved[factor][n]!, stride === 2 ? moved[factor][n + 1]! : undefined)
  return `${entryName(factor, row, column)} at ${at}`
}

function cellNow(document: Document): string {
  const [k, l] = document.selection
  const { after, size } = derive(document)
  return `${entryName('c', k, l)} is ${figure(after[k * size.columns + l]!)}`
}

function viewNews(before: Shown, now: AppState): string[] {
  const { view } = now
  const parts: string[] = []
  const isElsewhere =
    before.window !== now.window ||
    before.view.model !== view.model ||
    before.view.beside !== view.beside ||
    before.view.magnification !== view.magnification
  if (isElsewhere) parts.push(`view: ${whereWords(now)}`)
  if (before.view.slice !== view.slice) parts.push(view.slice ? 'loss slice shown' : 'loss slice hidden')
  if (before.view.tilt !== view.tilt) parts.push(view.tilt ? 'tilted' : 'flat')
  if (before.view.flow !== view.flow) parts.push(view.flow ? 'flow lines shown' : 'flow lines hidden')
  if (String(before.view.turn) !== String(view.turn)) parts.push(turnWords(view.turn))
  return parts
}

const turnWords = ([azimuth, elevation]: readonly [number, number]) => {
  const degrees = (angle: number) => `${Math.round((angle * 180) / Math.PI)}°`
  return `seen from ${degrees(azimuth)}, ${degrees(elevation)} above the base`
}

/** Everything of it in a few sentences. */
export const stageInWords = (state: AppState): string =>
  `${[whereWords(state), elementText(state), productWords(state), lossAtModel(state)].join('. ')}.`
