import { remembered } from '../document/derive'
import type { Document, Element } from '../document/document'
import { isIwasawa } from '../document/element'
import { factorName } from '../document/names'
import { formatNumber } from '../document/number'
import { factorsOf } from '../document/word'
import type { AppState } from '../store/store'
import { matrixShown } from './editElement'
import { wordsOf } from './elementWords'
import { brief } from './figures'

const factors = remembered((document: Document) => factorsOf(document))

/** More factors than this are not spelled out. */
const mostNamed = 6

/** "g = h₃ h₂ h₁" */
export function productWords({ document }: AppState): string {
  const names = factors(document).map((_, n) => factorName(n))
  if (names.length > mostNamed) names.splice(2, names.length - 3, '…')
  return names.length === 0 ? 'g = 1' : `g = ${names.toReversed().join(' ')}`
}

export const factorAt = ({ document }: AppState, n: number): Element | undefined => factors(document)[n]

/** "hyperbolic, translation length 0.8" */
export function factorWords(state: AppState, n: number): string {
  const factor = factorAt(state, n)
  return factor === undefined ? 'the next drag or slider' : wordsOf(factor)
}

/** As it can be typed: "2 1 1 1", "N(0.5) A(1) K(0.3)", "1.25". */
export function elementText(of: Element | undefined): string {
  if (of === undefined) return ''
  if (typeof of === 'number') return formatNumber(of)
  if (!isIwasawa(of)) return of.map(formatNumber).join(' ')
  const { x, t, theta } = of
  const parts = [
    ['N', x],
    ['A', t],
    ['K', theta],
  ] as const
  const moving = parts.filter(([, value]) => value !== 0)
  return moving.map(([name, value]) => `${name}(${formatNumber(value)})`).join(' ') || '1 0 0 1'
}

/** An entry of a factor as a 2×2. */
export function factorEntry(state: AppState, n: number, entry: number): string {
  const factor = factorAt(state, n)
  return factor === undefined ? '' : brief(matrixShown(factor)[entry]!)
}
