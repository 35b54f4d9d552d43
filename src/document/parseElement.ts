import type { Element, Iwasawa, Matrix2, SpaceName } from './document'
import { checkElement, elementMatrix } from './element'
import { followedBy } from './moves'
import { parseNumber } from './number'
import { isProblem, problem, quoted, type Problem } from './problem'

const maxLength = 400

/**
 * An element as a person writes it. Half-plane: four numbers, "2 1 1 1", "2,1;1,1" or "[[2,1],[1,1]]", any det > 0, or
 * a product of N(x), A(t) and K(θ), "N(1) A(0.3) K(pi/6)", the last factor applied first. Line: one number.
 */
export function parseElement(text: string, space: SpaceName): Element | Problem {
  const trimmed = text.trim()
  if (trimmed.length > maxLength) return problem(`longer than ${maxLength} characters`)
  const found =
    space === 'line'
      ? parseNumber(trimmed)
      : /^[NAK]\s*\(/i.test(trimmed)
        ? parseProduct(trimmed)
        : parseMatrix(trimmed)
  return isProblem(found) ? found : (checkElement(found, space) ?? found)
}

const forms = 'write four numbers, as in 2 1 1 1, or a product of N(x), A(t) and K(θ)'

function parseMatrix(text: string): Matrix2 | Problem {
  if (text === '') return problem(`an element is missing: ${forms}`)
  const texts = entriesOf(text)
  if (texts.every((one) => isProblem(parseNumber(one))))
    return problem(`${quoted(text)} is no element: ${forms}`)
  if (texts.length !== 4) return problem(`a 2×2 has four numbers, ${quoted(text)} has ${texts.length}`)
  const entries: number[] = []
  for (const [n, one] of texts.entries()) {
    const value = parseNumber(one)
    if (isProblem(value)) return problem(`entry ${'abcd'.charAt(n)}: ${value.problem}`)
    entries.push(value)
  }
  return entries as unknown as Matrix2
}

/** What separates entries is the strongest sign that is there: a space may also stand inside "1 / 3". */
function entriesOf(text: string): string[] {
  const bare = text.replace(/^\[\s*\[(.*)\]\s*\]$/s, '$1').replace(/\]\s*,?\s*\[/g, ';')
  const rows = bare.split(/[;\n]/)
  return rows.flatMap((row) => row.trim().split(row.includes(',') ? ',' : /\s+/))
}

interface Factor {
  readonly name: 'N' | 'A' | 'K'
  readonly value: number
}

const opening = /\s*[*·⋅]?\s*([NAK])\s*\(/iy

function parseProduct(text: string): Iwasawa | Problem {
  const factors: Factor[] = []
  for (let at = 0; at < text.length;) {
    opening.lastIndex = at
    const name = opening.exec(text)?.[1]?.toUpperCase() as Factor['name'] | undefined
    if (name === undefined) return problem(`${quoted(text.slice(at).trim())} cannot be read: ${forms}`)
    const start = opening.lastIndex
    const end = closing(text, start)
    if (end === undefined) return problem(`${name}: a ")" is missing`)
    const value = parseNumber(text.slice(start, end))
    if (isProblem(value)) return problem(`${name}: ${value.problem}`)
    factors.push({ name, value })
    at = end + 1
  }
  return productOf(factors)
}

/** Where the parenthesis that is open at a place closes. */
function closing(text: string, from: number): number | undefined {
  let depth = 1
  for (let at = from; at < text.length; at++) {
    if (text.charAt(at) === '(') depth++
    else if (text.charAt(at) === ')' && --depth === 0) return at
  }
  return undefined
}

/** A product in the order N A K is its own coordinates, to the last digit. */
function productOf(factors: readonly Factor[]): Iwasawa | Problem {
  const ranks = factors.map(({ name }) => 'NAK'.indexOf(name))
  const coordinates = factors.map(coordinatesOf)
  if (ranks.every((rank, n) => n === 0 || rank > ranks[n - 1]!)) {
    return coordinates.reduce((g, h) => ({ x: g.x + h.x, t: g.t + h.t, theta: g.theta + h.theta }))
  }
  const refused = coordinates.map((one) => checkElement(one, 'halfPlane')).find(isProblem)
  if (refused) return problem(`a factor ${refused.problem}`)
  return coordinates.reduceRight((g, h) => followedBy(g, elementMatrix(h)) as Iwasawa)
}

const coordinatesOf = ({ name, value }: Factor): Iwasawa => ({
  x: name === 'N' ? value : 0,
  t: name === 'A' ? value : 0,
  theta: name === 'K' ? value : 0,
})
