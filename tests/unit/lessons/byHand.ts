import { expect } from 'vitest'
import { derive } from '../../../src/document/derive'
import type { Document, Element, Factor, Point } from '../../../src/document/document'
import type { Lesson, LessonStep } from '../../../src/document/lesson'
import { decodeLink } from '../../../src/document/link'
import { lessons } from '../../../src/lecture/lessons/all'

/**
 * What lessons say, computed again: distances by the arcosh formula, maps by complex fractions, matrices by hand, and
 * none of it by `math/`.
 */

export type Matrix = readonly [a: number, b: number, c: number, d: number]

export const opened = (link: string): Document => decodeLink(link).document

/** What is shown when a step has run to its end. */
export function endOf({ link, prediction, play }: LessonStep): Document {
  const shown = opened(prediction?.link ?? link)
  if (play?.kind === 'flow') return { ...shown, time: play.to }
  return play?.kind === 'element' ? { ...shown, element: opened(play.link).element } : shown
}

export const distance = ([x, y]: Point, [u, v]: Point) =>
  Math.acosh(1 + ((x - u) ** 2 + (y - v) ** 2) / (2 * y * v))

/** (az + b) / (cz + d), as fractions of complex numbers are computed by hand. */
export function image([a, b, c, d]: Matrix, [x, y]: Point): Point {
  const [p, q, r, s] = [a * x + b, a * y, c * x + d, c * y]
  const n = r * r + s * s
  return [(p * r + q * s) / n, (q * r - p * s) / n]
}

export const times = ([a, b, c, d]: Matrix, [e, f, g, h]: Matrix): Matrix => [
  a * e + b * g,
  a * f + b * h,
  c * e + d * g,
  c * f + d * h,
]
export const determinant = ([a, b, c, d]: Matrix) => a * d - b * c
/** |a + d| once the determinant is 1. */
export const trace = (g: Matrix) => Math.abs(g[0] + g[3]) / Math.sqrt(determinant(g))

export function matrixOf(element: Element): Matrix {
  if (typeof element === 'number') return [1, element, 0, 1]
  if (Array.isArray(element)) return element as unknown as Matrix
  const { x, t, theta } = element as { x: number; t: number; theta: number }
  const turn: Matrix = [Math.cos(theta), -Math.sin(theta), Math.sin(theta), Math.cos(theta)]
  return times([1, x, 0, 1], times([Math.exp(t / 2), 0, 0, Math.exp(-t / 2)], turn))
}

/** The factors after the move, where t = 1 or g³ = 1 or the flow was a known turn. */
export function movedFactors(document: Document): { a: Factor; b: Factor } {
  const { a, b, element, reflected, space, move } = document
  const isList =
    Array.isArray(element) &&
    (space === 'line' || Array.isArray(element[0]) || typeof element[0] === 'object')
  const to = (entry: number | Point, i: number): number | Point => {
    const g = isList ? (element as readonly Element[])[i]! : (element as Element)
    const isMirrored = Array.isArray(reflected) ? reflected[i] === true : reflected === true
    if (typeof entry === 'number') return (isMirrored ? -entry : entry) + (g as number)
    return image(matrixOf(g), isMirrored ? [-entry[0], entry[1]] : entry)
  }
  return {
    a: move === 'b' ? a : a.map((row) => row.map((z, i) => to(z, i))),
    b: move === 'a' ? b : b.map((row, i) => row.map((z) => to(z, i))),
  }
}

export function product({ a, b }: { a: Factor; b: Factor }): number[][] {
  const term = (z: number | Point, w: number | Point) =>
    typeof z === 'number' ? Math.abs(z - (w as number)) : distance(z, w as Point)
  return a.map((row) =>
    b[0]!.map((_, l) => row.reduce<number>((sum, z, i) => sum + term(z, b[i]![l] as Point), 0)),
  )
}

const table = (flat: Float64Array, columns: number) =>
  Array.from({ length: flat.length / columns }, (_, k) => [...flat.slice(k * columns, (k + 1) * columns)])

export const before = (document: Document) => table(derive(document).before, document.b[0]!.length)
export const after = (document: Document) => table(derive(document).after, document.b[0]!.length)
export const meanSquare = (of: number[][], target: number[][]) =>
  of.flat().reduce((sum, c, n) => sum + (c - target.flat()[n]!) ** 2, 0) / of.flat().length

export function near(found: number[][], expected: number[][], digits = 12): void {
  expect(found.length).toBe(expected.length)
  found.forEach((row, k) => row.forEach((c, l) => expect(c).toBeCloseTo(expected[k]![l]!, digits)))
}

export const wordsOf = ({ caption, notes = '', prediction }: LessonStep) =>
  [caption, prediction?.question, prediction?.choices.join(' · '), prediction?.because, notes].join(' ')

/** A step says a decimal, and it is the value rounded to as many digits. */
export function says(step: LessonStep, decimal: string, value: number): void {
  expect(wordsOf(step)).toContain(decimal)
  expect(value.toFixed(decimal.split('.')[1]?.length ?? 0)).toBe(decimal)
}

/** A decimal is the right choice, and only that one. */
export function chosen(step: LessonStep, text: string): void {
  expect(step.prediction!.choices[step.prediction!.answer]).toBe(text)
}

export const load = async (id: string): Promise<Lesson> => lessons.find((one) => one.id === id)!.load()
export const stepOf = (lesson: Lesson, title: string): LessonStep =>
  lesson.steps.find((step) => step.title === title)!
export const solutionOf = (lesson: Lesson, n: number) => opened(lesson.exercises[n - 1]!.solution)
