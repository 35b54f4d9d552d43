import { maxFileSize, maxWord, type Element, type Iwasawa, type Matrix2, type SpaceName } from './document'
import { checkElement, elementMatrix, isIwasawa } from './element'
import { isProblem, problem, type Problem } from './problem'
import { described, field, isFields, type Report } from './report'

/** An element as get() gives it: always a matrix or a number, so that a script need not know coordinates. */
export type ElementJson = number | Matrix2

/** Relative to ‖g‖: by how much a matrix printed from coordinates elsewhere may differ. */
const agreement = 1e-12

const isNumber = (value: unknown): value is number => typeof value === 'number'

export function elementJson(of: Element): ElementJson {
  return isIwasawa(of) ? elementMatrix(of) : of
}

/** One element or one for each inner index; `coordinates`, where given, must agree and are what is kept. */
export function readElements(
  value: unknown,
  coordinates: unknown,
  space: SpaceName,
  inner: number,
  report: Report,
): Element | readonly Element[] | undefined {
  const source = value ?? coordinates
  const isOne =
    !Array.isArray(source) || (space === 'halfPlane' && source.length === 4 && source.every(isNumber))
  if (isOne) return readOne(value, coordinates, space, '', report)
  if (space === 'halfPlane' && source.length <= maxFileSize && source.every(isNumber)) {
    return report.add('element', `a 2×2 has 4 numbers, a, b, c, d; got ${source.length}`)
  }
  if (source.length !== inner) {
    return report.add('element', `one for each of ${inner} inner indices is needed, got ${source.length}`)
  }
  if (coordinates !== undefined && !(Array.isArray(coordinates) && coordinates.length === inner)) {
    return report.add('coordinates', `must be a list of ${inner} when element is one, null where it has none`)
  }
  const list: Element[] = []
  for (let i = 0; i < inner; i++) {
    const one = Array.isArray(value) ? (value[i] as unknown) : undefined
    const held = Array.isArray(coordinates) ? ((coordinates[i] as unknown) ?? undefined) : undefined
    const read = readOne(one, held, space, `[${i}]`, report)
    if (read !== undefined) list.push(read)
  }
  return list.length === inner ? list : undefined
}

/** The finished factors of a word: at most 24, each as `element` may be given. */
export function readWord(value: unknown, space: SpaceName, report: Report): readonly Element[] | undefined {
  if (!Array.isArray(value)) return report.add('word', `must be a list of elements, got ${described(value)}`)
  if (value.length > maxWord) {
    return report.add('word', `must not have more than ${maxWord} factors, got ${value.length}`)
  }
  const word: Element[] = []
  for (const [n, one] of (value as unknown[]).entries()) {
    const element = elementFrom(one)
    const reason = isProblem(element) ? element : checkElement(element, space)
    if (reason) report.add(`word[${n}]`, reason.problem)
    else word.push(element as Element)
  }
  return word.length === value.length ? word : undefined
}

function readOne(
  value: unknown,
  coordinates: unknown,
  space: SpaceName,
  at: string,
  report: Report,
): Element | undefined {
  const element = value === undefined ? undefined : elementFrom(value)
  const held = coordinates === undefined ? undefined : coordinatesFrom(coordinates)
  if (isProblem(element)) return report.add(`element${at}`, element.problem)
  if (isProblem(held)) return report.add(`coordinates${at}`, held.problem)
  const found = held ?? element
  if (found === undefined) return report.add(`element${at}`, 'is missing')
  const reason = checkElement(found, space)
  if (reason) return report.add(`${held === undefined ? 'element' : 'coordinates'}${at}`, reason.problem)
  if (element !== undefined && held !== undefined && !agree(element, held)) {
    return report.add(`coordinates${at}`, 'do not give the same g as element: leave one of the two out')
  }
  return found
}

function elementFrom(value: unknown): Element | Problem {
  if (isNumber(value)) return value + 0
  if (isFields(value)) return coordinatesFrom(value)
  if (!Array.isArray(value) || value.length !== 4 || !value.every(isNumber)) {
    return problem(`must be a number, [a, b, c, d] or {x, t, theta}, got ${described(value)}`)
  }
  const [a, b, c, d] = value as unknown as Matrix2
  return [a + 0, b + 0, c + 0, d + 0]
}

function coordinatesFrom(value: unknown): Iwasawa | Problem {
  if (!isFields(value)) return problem(`must be {x, t, theta}, got ${described(value)}`)
  const unknown = Object.keys(value).find((key) => !['x', 't', 'theta'].includes(key))
  if (unknown !== undefined) return problem(`has the unknown field "${unknown.slice(0, 40)}"`)
  const [x, t, theta] = ['x', 't', 'theta'].map((name) => field(value, name))
  if (!isNumber(x) || !isNumber(t) || !isNumber(theta)) return problem('needs the three numbers x, t, theta')
  return { x: x + 0, t: t + 0, theta: theta + 0 }
}

/**
 * Compared as directions of R⁴, not normalised by the determinant: that of a rounded matrix of norm ‖g‖ is
 * known only to ε‖g‖², and from ‖g‖ = 1e8 on not even its sign.
 */
function agree(element: Element, held: Iwasawa): boolean {
  if (typeof element === 'number') return false
  if (isIwasawa(element)) return element.x === held.x && element.t === held.t && element.theta === held.theta
  const h = elementMatrix(held)
  const scale = Math.hypot(...element) / Math.hypot(...h)
  const allowed = agreement * Math.hypot(...element)
  const within = (sign: 1 | -1) =>
    element.every((entry, n) => Math.abs(entry - sign * scale * h[n]!) <= allowed)
  return allowed > 0 && allowed < Infinity && (within(1) || within(-1))
}
