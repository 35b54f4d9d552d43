import type { Document } from './document'
import { elementAt, elementList, isIwasawa } from './element'
import { sameFactor } from './entry'
import { fit } from './fit'
import { inputsAsFactor } from './labelledData'
import { linkStarts } from './linkDefaults1'
import { classifierText, headText } from './linkModel'
import { randomSeedOf } from './linkRandom1'
import { sealed } from './linkSeal'
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
import { viewParts } from './linkView'
import { formatNumber } from './number'
import { presets } from './presets'
import { plainTitle } from './title'
import type { View } from './view'

type Part = [key: string, text: string]

/** A link of version 1, without "#": equal states give equal links, numbers are exact. */
export function writeLink(document: Document, view: View): string {
  const { space, a, b } = document
  const preset = presets.find(
    (one) => one.document.space === space && sameFactor(one.document.a, a) && sameFactor(one.document.b, b),
  )
  const start = preset?.document ?? {
    ...fit({ ...linkStarts[space], a, b }),
    title: plainTitle(document),
  }
  const named: Part[] = start === linkStarts.halfPlane ? [] : [['preset', preset?.name ?? '']]
  const parts = [
    ...(preset ? named : matrixParts(document)),
    ...elementParts(document, start),
    ...otherParts(document, start),
    ...viewParts(view),
  ]
  return sealed(parts.map(([key, text]) => `&${key}=${text}`).join(''))
}

function matrixParts(document: Document): Part[] {
  const { space, a, b } = document
  const of: Part[] = space === 'line' ? [['space', 'line']] : []
  if (hasOwnInputs(document)) return [...of, ['b', factorText(b)]]
  const seed = randomSeedOf(space, a, b)
  return seed === undefined
    ? [...of, ['a', factorText(a)], ['b', factorText(b)]]
    : [...of, ['seed', String(seed)], ['size', [a.length, b.length, b[0]!.length].join(',')]]
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
