import { classify } from '../math/isometryClass'
import { log } from '../math/oneParameter'
import { orbitSpeed } from '../math/orbits'
import { isReflectedAnywhere } from './acting'
import type { Document, Element } from './document'
import { elementAt, elementList, elementMatrix } from './element'
import { problem, type Problem } from './problem'

/** How far gᵗ goes while t grows by 1, in units of length or radians; > 0. */
export interface Pace {
  readonly unit: 'length' | 'lengthAtI' | 'radians'
  readonly rate: number
}

/** A flow goes from the one to the other and back. */
export const firstTime = -1
export const lastTime = 2

/** Of t in a second: a small element that went faster would only flicker. */
export const fastest = 3

/**
 * The pace of one element: its translation length on the axis, its rotation angle, or the length of the horocycle
 * through i; on the line |α|. Undefined for the identity.
 */
export function paceOf(g: Element): Pace | undefined {
  if (typeof g === 'number') return g === 0 ? undefined : { unit: 'length', rate: Math.abs(g) }
  const matrix = elementMatrix(g)
  const found = classify(matrix)
  switch (found.kind) {
    case 'identity':
      return undefined
    case 'elliptic':
      return { unit: 'radians', rate: Math.abs(found.rotationAngle) }
    case 'parabolic':
      return { unit: 'lengthAtI', rate: orbitSpeed(...log(matrix), 0, 1) }
    case 'hyperbolic':
      return { unit: 'length', rate: found.translationLength }
  }
}

/**
 * The pace of the flow: that of the element of this inner index, or of the first that moves anything if it does not;
 * or why there is no flow.
 */
export function flowOf(
  document: Pick<Document, 'element' | 'space' | 'reflected'>,
  column: number,
): Pace | Problem {
  if (isReflectedAnywhere(document))
    return problem('A reflection has no powers in between, so it cannot flow.')
  const others = elementList(document) ?? []
  for (const g of [elementAt(document, column), ...others]) {
    const pace = paceOf(g)
    if (pace) return pace
  }
  return problem('The identity moves nothing, so it cannot flow.')
}

/** By how much t changes in these seconds at a speed in units of the pace. */
export const timeIn = (seconds: number, speed: number, { rate }: Pace): number =>
  seconds * Math.min(speed / rate, fastest)

/** t after a step ≥ 0 to and fro between the first and the last time; from beyond them it first comes back. */
export function advanced(time: number, direction: 1 | -1, by: number): { time: number; direction: 1 | -1 } {
  const inward = time >= lastTime ? -1 : time <= firstTime ? 1 : direction
  const next = time + inward * by
  if (inward === 1 && next > lastTime)
    return { time: Math.max(2 * lastTime - next, firstTime), direction: -1 }
  if (inward === -1 && next < firstTime)
    return { time: Math.min(2 * firstTime - next, lastTime), direction: 1 }
  return { time: next, direction: inward }
}
