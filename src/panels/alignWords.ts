import type { Aligned, Isometry } from '../document/alignTo'
import { elementCoordinates } from '../document/element'
import { entryName } from '../document/names'
import type { SameAs } from '../document/sameAs'
import { nearZero } from './editElement'
import { brief, figure } from './figures'

/** Coordinates below this are what rounding has left of 0. */
const noise = 1e-12

/** "N(0.5) A(1.2) K(0.3) after z ↦ −z̄", or "x ↦ 1.5 − x" on the line. */
export function isometryWords({ element, reflected }: Isometry): string {
  if (typeof element === 'number') {
    const sign = element < 0 ? '−' : '+'
    return reflected ? `x ↦ ${brief(element)} − x` : `x ↦ x ${sign} ${brief(Math.abs(element))}`
  }
  const { x, t, theta } = elementCoordinates(element)
  const words = [x / Math.exp(t), t, nearZero(theta)].map((size, n) =>
    Math.abs(size) < noise ? '0' : brief(n === 0 ? x : size),
  )
  const word = `N(${words[0]}) A(${words[1]}) K(${words[2]})`
  return reflected ? `${word} after z ↦ −z̄` : word
}

/** "0.41 at a₁₂" */
export function largestWords({ largest, worst }: Aligned): string {
  return `${figure(largest)} at ${entryName(worst.factor, worst.row, worst.column)}`
}

const list = (numbers: readonly number[]) => numbers.map((n) => n + 1).join(' ')

/** The verdict with its numbers, one sentence each. */
export function verdictWords({ verdict, to, reflected, isShared, worst, unfit, product }: SameAs): string[] {
  const inner = to.length
  const left = figure(worst.misfit)
  const bound = figure(worst.bound)
  if (verdict === 'different') {
    const all = unfit === 1 ? '' : ` That is so for ${unfit} of ${inner} inner indices.`
    return [
      `Different: the best isometry for inner index ${worst.from + 1} leaves ${left}, of which rounding explains ${bound}.${all}`,
      productWords(product, true),
    ]
  }
  const how = isShared ? 'one isometry carries' : 'an isometry for each inner index carries'
  const fit = `${how} every entry to its partner`
  const first =
    verdict === 'same'
      ? `The same: ${fit}. What is left is ${left}, of ${bound} that rounding explains.`
      : `Unclear: ${fit}, but only to ${left}, and rounding explains ${bound}: too much to tell.`
  const permuted = to.some((n, i) => n !== i)
    ? [`Inner indices ${list(to.map((_, i) => i))} go to ${list(to)}.`]
    : []
  const mirrored = to.map((_, i) => i).filter((i) => reflected[i])
  const reversing =
    mirrored.length === 0
      ? []
      : [
          `Orientation is reversed ${mirrored.length === inner ? 'throughout' : `for inner index ${list(mirrored)}`}.`,
        ]
  return [first, ...permuted, ...reversing, productWords(product, false)]
}

/** Products that agree to this, though the models are different ones, are worth a word. */
const agreeing = 1e-9

function productWords(product: number, isDifferent: boolean): string {
  return isDifferent && product < agreeing
    ? `The products agree all the same, within ${figure(product)}: they feel less than the models are.`
    : `The products differ by at most ${figure(product)}.`
}
