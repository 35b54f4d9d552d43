import { isReflected } from './acting'
import type { Document, Element } from './document'
import { checkElement, elementList, isIwasawa } from './element'
import { followedBy } from './moves'
import { problem, type Problem } from './problem'
import { acts, factorsOf, inverseOf, withElements, withFactors } from './word'

/**
 * Edits of the word of g; factors are counted as `factorsOf` gives them. Each gives the next document, in which all
 * factors are finished, or says why there is none.
 */

export function withoutFactor(document: Document, n: number): Document | Problem {
  return changed(document, n, (factors) => factors.toSpliced(n, 1))
}

export function withFactorReplaced(document: Document, n: number, h: Element): Document | Problem {
  return checkElement(h, document.space) ?? changed(document, n, (factors) => factors.with(n, h))
}

/** The factor `from` comes to stand at `to`, the others keep their order. */
export function withFactorMoved(document: Document, from: number, to: number): Document | Problem {
  return changed(document, Math.max(from, to), (factors) =>
    factors.toSpliced(from, 1).toSpliced(to, 0, factors[from]!),
  )
}

function changed(
  document: Document,
  n: number,
  change: (factors: readonly Element[]) => readonly Element[],
): Document | Problem {
  const factors = factorsOf(document)
  return factors[n] === undefined
    ? problem(`the word has ${factors.length} factors, none is number ${n + 1}`)
    : withFactors(document, change(factors))
}

/**
 * The inverse of the isometry: g⁻¹, or with a reflection (gσ)⁻¹ = σg⁻¹ = (σg⁻¹σ)σ, whose element is g⁻¹ seen in the
 * mirror. The word is reversed, with the inverse of each factor.
 */
export function inverted(document: Document): Document | Problem {
  const back = (of: Element, i: number) => (isReflected(document, i) ? mirror(inverseOf(of)) : inverseOf(of))
  const list = elementList(document)
  if (list) return withElements(document, list.map(back))
  if (document.word.length === 0) return { ...document, element: back(document.element as Element, 0) }
  const factors = factorsOf(document).toReversed()
  return withFactors(
    document,
    factors.map((f) => back(f, 0)),
  )
}

/**
 * hgh⁻¹, or with a reflection h(gσ)h⁻¹ = (hg·σh⁻¹σ)σ: each factor f becomes hfh⁻¹, but the first one, which goes with
 * the mirror, hf·σh⁻¹σ. Where each inner index has its own element, each is conjugated by the same h.
 */
export function conjugated(document: Document, h: Element): Document | Problem {
  const { space } = document
  const refused = checkElement(h, space)
  if (refused) return refused
  const back = inverseOf(h)
  const by = (f: Element, isFirst: boolean, i: number) =>
    followedBy(followedBy(isFirst && isReflected(document, i) ? mirror(back) : back, acts(f)), acts(h))
  const list = elementList(document)
  if (list)
    return withElements(
      document,
      list.map((g, i) => by(g, true, i)),
    )
  if (document.word.length === 0) {
    const element = by(document.element as Element, true, 0)
    const tooFar = checkElement(element, space)
    return tooFar ? problem(`the product ${tooFar.problem}`) : { ...document, element }
  }
  return withFactors(
    document,
    factorsOf(document).map((f, n) => by(f, n === 0, 0)),
  )
}

/** σgσ, held as g is. */
function mirror(of: Element): Element {
  if (typeof of === 'number') return 0 - of
  if (isIwasawa(of)) return { x: 0 - of.x, t: of.t, theta: 0 - of.theta }
  return [of[0], 0 - of[1], 0 - of[2], of[3]]
}
