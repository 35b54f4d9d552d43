import { isReflectedAnywhere, powerOf } from './acting'
import { maxTime, minTime, sizeOf, type Document, type Element } from './document'
import { checkElement, elementList, identityElement } from './element'
import { classifierOf } from './classifierOf'
import { headOf } from './headOf'
import { problem, type Problem } from './problem'

/**
 * The document with every other field made to fit the size of its factors: selection and free entry move inside, a
 * list of elements is cut or filled with the identity, a frozen target of another size gives way to the base product.
 * Reflections are listed only where elements are and where they differ, a word is of the space and of one element, and
 * t is 1 with a reflection or where gᵗ leaves the range of float64. A head has a token for each row and column, a
 * classifier a row of A for each input; else there is none. What fits already stays the same object, as the document
 * does when everything fits: the history takes another object for a change.
 */
export function fit(document: Document): Document {
  const { rows, inner, columns } = sizeOf(document)
  const { selection, free, target } = document
  const factor = document[free.factor]
  const k = Math.min(selection[0], rows - 1)
  const l = Math.min(selection[1], columns - 1)
  const row = Math.min(free.row, factor.length - 1)
  const column = Math.min(free.column, factor[0]!.length - 1)
  const keepsTarget =
    typeof target === 'string' ||
    'seed' in target ||
    (target.length === rows && target[0]?.length === columns)
  const element = fitElement(document, inner)
  const reflected = fitReflected(document, inner)
  const word = fitWord(document)
  const time = fitTime({ ...document, element, reflected })
  const head = headOf(document) ?? null
  const classifier = head ? null : (classifierOf(document) ?? null)
  const keepsSelection = k === selection[0] && l === selection[1]
  const keepsFree = row === free.row && column === free.column
  const isSame =
    keepsSelection &&
    keepsFree &&
    keepsTarget &&
    element === document.element &&
    reflected === document.reflected &&
    word === document.word &&
    time === document.time &&
    head === document.head &&
    classifier === document.classifier
  if (isSame) return document
  return {
    ...document,
    element,
    reflected,
    word,
    time,
    selection: keepsSelection ? selection : [k, l],
    free: keepsFree ? free : { factor: free.factor, row, column },
    target: keepsTarget ? target : 'base',
    head,
    classifier,
  }
}

/** What a change of size has ended, in a sentence; empty if it ended nothing. */
export function ended(before: Document, after: Document): string {
  const what =
    before.head && !after.head ? 'attention head' : before.classifier && !after.classifier ? 'classifier' : ''
  return what && `The ${what} has ended: A and B are not its ${before.a.length} rows and its columns any more`
}

function fitElement(document: Document, inner: number): Document['element'] {
  const list = elementList(document)
  if (list === undefined || list.length === inner) return document.element
  const identity = identityElement(document.space)
  return Array.from({ length: inner }, (_, i): Element => list[i] ?? identity)
}

/** A list only where elements are one, and not all of it is the same. */
function fitReflected(document: Document, inner: number): Document['reflected'] {
  const { reflected } = document
  if (typeof reflected === 'boolean') return reflected
  const first = reflected[0] ?? false
  const list = Array.from({ length: inner }, (_, i) => reflected[i] ?? false)
  if (elementList(document) === undefined || list.every((one) => one === first)) return first
  return reflected.length === inner ? reflected : list
}

function fitWord(document: Document): Document['word'] {
  const { word, space } = document
  const isOfSpace = word.every((one) => (typeof one === 'number') === (space === 'line'))
  return word.length === 0 || (elementList(document) === undefined && isOfSpace) ? word : []
}

function fitTime(document: Document): number {
  const { time } = document
  if (time === 1) return time
  if (Number.isNaN(time) || isReflectedAnywhere(document)) return 1
  const within = Math.min(Math.max(time, minTime), maxTime)
  return checkPowers(document, within) ? 1 : within
}

/** What keeps gᵗ from acting; undefined when nothing does. */
export function checkPowers(
  document: Pick<Document, 'element' | 'space'>,
  time: number,
): Problem | undefined {
  const { space } = document
  for (const g of elementList(document) ?? [document.element as Element]) {
    const reason = checkPower(g, time, space)
    if (reason) return reason
  }
  return undefined
}

function checkPower(g: Element, time: number, space: Document['space']): Problem | undefined {
  try {
    return checkElement(powerOf(g, time), space)
  } catch (error) {
    if (error instanceof RangeError) return problem('moves points too far for float64 numbers')
    throw error
  }
}
