import type { Document, SpaceName } from './document'
import { elementAt, elementList, isIwasawa } from './element'
import { sameFactor } from './entry'
import { fit } from './fit'
import { inputsAsFactor } from './labelledData'
import { readLink } from './linkReader'
import {
  cellText,
  coordinatesText,
  eachText,
  elementText,
  factorText,
  freeText,
  reflectedText,
  targetText,
  titleText,
} from './linkText'
import { classifierText, headText } from './linkModel'
import { viewParts } from './linkView'
import { formatNumber } from './number'
import { defaultDocument, presetNamed, presets } from './presets'
import { documentFromJson } from './schema'
import { plainTitle } from './title'
import { defaultView, type View } from './view'

/** Longer links are neither written nor read: a file takes over. */
export const maxLinkLength = 32_768

export interface DecodedLink {
  readonly document: Document
  readonly view: View
  /** What was refused and why. Unless it is empty, document and view are the default ones. */
  readonly rejected: string[]
  /** Where something was refused: what the rest of the link says, to be opened on demand only. */
  readonly readable?: { readonly document: Document; readonly view: View }
}

type Part = [key: string, text: string]

const nothing: DecodedLink = { document: defaultDocument, view: defaultView, rejected: [] }

/** What a link starts from when it names no preset. */
const lineDocument = presetNamed('line3')!.document

/** The state as readable key=value, without "#": equal states give equal links, numbers are exact. */
export function encodeLink(document: Document, view: View): string {
  const { space, a, b } = document
  const preset = presets.find(
    (one) => one.document.space === space && sameFactor(one.document.a, a) && sameFactor(one.document.b, b),
  )
  const parts: Part[] = [['v', '0']]
  if (preset === undefined) {
    if (space === 'line') parts.push(['space', 'line'])
    if (!hasOwnInputs(document)) parts.push(['a', factorText(a)])
    parts.push(['b', factorText(b)])
  } else if (preset.document !== defaultDocument) parts.push(['preset', preset.name])
  const start = preset?.document ?? { ...fit({ ...startOf(space), a, b }), title: plainTitle(document) }
  parts.push(...elementParts(document, start), ...otherParts(document, start), ...viewParts(view))
  return parts.map(([key, text]) => `${key}=${text}`).join('&')
}

/** Inputs that nobody has moved follow from the data of the classifier. */
function hasOwnInputs({ classifier, space, a }: Document): boolean {
  return classifier !== null && sameFactor(inputsAsFactor(classifier.data, space), a)
}

function elementParts(document: Document, start: Document): Part[] {
  const list = elementList(document)
  if (list !== undefined) return [['each', eachText(list)]]
  const one = elementAt(document, 0)
  const from = elementAt(start, 0)
  if (typeof one !== 'number' && isIwasawa(one)) {
    return coordinatesText(one, isIwasawa(from) ? from : undefined)
  }
  return changed(typeof one === 'number' ? 'alpha' : 'g', elementText(one), elementText(from))
}

function otherParts(document: Document, start: Document): Part[] {
  return [
    ...changed('reflected', reflectedText(document.reflected), reflectedText(start.reflected)),
    ...changed('word', eachText(document.word), eachText(start.word)),
    ...changed('time', formatNumber(document.time), formatNumber(start.time)),
    ...changed('move', document.move, start.move),
    ...changed('cell', cellText(document.selection), cellText(start.selection)),
    ...changed('free', freeText(document.free), freeText(start.free)),
    ...changed('target', targetText(document.target), targetText(start.target)),
    ...changed('head', headText(document.head), headText(start.head)),
    ...changed('classifier', classifierText(document.classifier), classifierText(start.classifier)),
    ...changed('title', titleText(document.title), titleText(start.title)),
  ]
}

function changed(key: string, text: string, start: string): Part[] {
  return text === start ? [] : [[key, text]]
}

/** Reads a link, with or without "#". Never throws; all or nothing, with the reasons in `rejected`. */
export function decodeLink(text: string): DecodedLink {
  const link = text.replace(/^#/, '')
  if (link === '') return nothing
  const read = link.length > maxLinkLength ? tooLong(link.length) : readLink(link, startOf)
  if ('rejected' in read) return { ...nothing, rejected: read.rejected }
  const made = documentFromJson(read.fields, read.start)
  return 'rejected' in made
    ? { ...nothing, rejected: made.rejected }
    : { document: named(made.document, read.fields), view: read.view, rejected: [] }
}

/** Matrices of one's own that nobody named are not called like the preset they were written on. */
function named(document: Document, fields: object): Document {
  const isPlain = !('title' in fields) && ('a' in fields || 'b' in fields)
  return isPlain ? { ...document, title: plainTitle(document) } : document
}

function tooLong(length: number): { rejected: string[] } {
  return { rejected: [`link: ${length} characters; at most ${maxLinkLength} are read, open a file instead`] }
}

function startOf(space: SpaceName): Document {
  return space === 'line' ? lineDocument : defaultDocument
}
