import { iwasawa } from '../math/iwasawa'
import { inverse, norm2, type Psl2r } from '../math/psl2r'
import { maxWord, type Document, type Element } from './document'
import { checkElement, elementList, elementMatrix, identityElement, isIwasawa } from './element'
import { followedBy } from './moves'
import { isProblem, problem, type Problem } from './problem'

/**
 * The word of g: g = f_n … f_2 f_1, the first applied first. The finished factors are held; the last one is what they
 * leave of g, so that whatever moves g moves the last factor. With a reflection the isometry is f_n … f_1 σ: the mirror
 * comes before the first factor, and stays there.
 */

/** The rounding of gP⁻¹ in units of ‖g‖‖P‖, for each factor. */
const grain = 16 * Number.EPSILON

/**
 * The finished factors, and the last one unless it is the identity: nothing for g = 1, and nothing where each inner
 * index has its own element.
 */
export function factorsOf(document: Document): readonly Element[] {
  const { word, space } = document
  if (elementList(document)) return []
  const g = document.element as Element
  const product = productOf(word, space)
  if (sameElement(g, product)) return word
  const last = word.length === 0 ? g : followedBy(inverseOf(product), acts(g))
  return isIdentity(last, grain * (word.length + 1) * sizeOf(g) * sizeOf(product)) ? word : [...word, last]
}

/** f_n … f_1: a single factor as it is held, several as coordinates. */
export function productOf(factors: readonly Element[], space: Document['space']): Element {
  const [first, ...others] = factors
  if (first === undefined) return identityElement(space)
  return others.reduce((product, f) => followedBy(product, acts(f)), first)
}

/** The inverse; that of a typed 2×2 has the same determinant. */
export function inverseOf(of: Element): Element {
  if (typeof of === 'number') return 0 - of
  if (isIwasawa(of)) return iwasawa(inverse(elementMatrix(of)))
  return [of[3], 0 - of[1], 0 - of[2], of[0]]
}

/** An element as `followedBy` takes it. */
export const acts = (of: Element): Psl2r | number => (typeof of === 'number' ? of : elementMatrix(of))

/** The last factor becomes finished: what moves g next is a new one. Nothing changes if it is the identity. */
export function withFactorDone(document: Document): Document | Problem {
  const factors = factorsOf(document)
  if (factors.length === document.word.length) return document
  const word = shortened(factors, document.space)
  if (isProblem(word)) return word
  const next = { ...document, word }
  // g stays as it is held, unless rounding would leave something of it.
  return factorsOf(next).length === word.length ? next : withFactors(document, factors)
}

/** g becomes hg with h as a finished factor; where each inner index has its own element, each of them does. */
export function appended(document: Document, h: Element): Document | Problem {
  const refused = checkElement(h, document.space)
  if (refused) return refused
  const list = elementList(document)
  if (!list) return withFactors(document, [...factorsOf(document), h])
  return withElements(
    document,
    list.map((g) => followedBy(g, acts(h))),
  )
}

/** The document whose g is the product of these factors, all of them finished. */
export function withFactors(document: Document, factors: readonly Element[]): Document | Problem {
  const refused = factors.map((f) => checkElement(f, document.space)).find(isProblem)
  if (refused) return problem(`a factor ${refused.problem}`)
  const word = shortened(factors, document.space)
  if (isProblem(word)) return word
  const element = productOf(word, document.space)
  const tooFar = checkElement(element, document.space)
  return tooFar ? problem(`the product ${tooFar.problem}`) : { ...document, element, word }
}

/** The document with these elements, one for each inner index. */
export function withElements(document: Document, element: readonly Element[]): Document | Problem {
  const refused = element.map((g) => checkElement(g, document.space)).find(isProblem)
  return refused ? problem(`the product ${refused.problem}`) : { ...document, element }
}

/** The oldest of too many factors become one. */
function shortened(factors: readonly Element[], space: Document['space']): readonly Element[] | Problem {
  const surplus = factors.length - maxWord
  if (surplus <= 0) return factors
  const oldest = productOf(factors.slice(0, surplus + 1), space)
  const refused = checkElement(oldest, space)
  if (refused) return problem(`the product of the oldest factors ${refused.problem}`)
  return [oldest, ...factors.slice(surplus + 1)]
}

/** ‖g‖, or 1 + |α|. */
const sizeOf = (of: Element): number =>
  typeof of === 'number' ? 1 + Math.abs(of) : Math.sqrt(norm2(elementMatrix(of)))

function isIdentity(of: Element, rounding: number): boolean {
  if (typeof of === 'number') return Math.abs(of) <= rounding
  const [a, b, c, d] = elementMatrix(of)
  return Math.max(Math.abs(a - 1), Math.abs(b), Math.abs(c), Math.abs(d - 1)) <= rounding
}

/** Whether two elements are held as the same numbers. */
function sameElement(g: Element, h: Element): boolean {
  const held = (of: Element) => (typeof of === 'number' ? [of] : isIwasawa(of) ? [of.x, of.t, of.theta] : of)
  const [p, q] = [held(g), held(h)]
  return p.length === q.length && p.every((entry, n) => entry === q[n])
}
