import { isReflected } from './acting'
import type { Document, Element, Entry, Factor, SpaceName } from './document'
import { checkElement, elementCoordinates, elementList } from './element'
import { embed, exp, lift } from './embedding'
import { fit } from './fit'
import { cellName } from './matrix'
import { isProblem, problem, type Problem } from './problem'

/** Ways to put the whole line into the half-plane; each has a way back that forgets the other coordinate. */
export type LineEmbedding = 'exp' | 'lift'

/**
 * The document in the other space. Into the half-plane by `exp` products stay as they are, by `lift` they
 * do not; either way a translation α becomes the element that moves the embedded line by α. Back, x + iy is
 * read as log y or as x, and g by its dilation t or its translation x: what does not fit on a line is lost. The
 * reflection x ↦ -x is the mirror z ↦ -z̄ by `lift`; by `exp` it is z ↦ 1/z̄, the mirror and then a half turn about i.
 */
export function convertSpace(document: Document, to: SpaceName, by: LineEmbedding): Document | Problem {
  if (document.space === to) return document
  const a = convertFactor(document.a, by)
  if (isProblem(a)) return problem(`A, ${a.problem}`)
  const b = convertFactor(document.b, by)
  if (isProblem(b)) return problem(`B, ${b.problem}`)
  const list = elementList(document)
  const made = (list ?? [document.element as Element]).map((one, i) =>
    convertIsometry(one, isReflected(document, i), by),
  )
  const element = list ? made.map((one) => one.element) : made[0]!.element
  const reflected = list ? made.map((one) => one.isReflected) : made[0]!.isReflected
  for (const one of Array.isArray(element) ? element : [element]) {
    const reason = checkElement(one, to)
    if (reason) return problem(`the element ${reason.problem}`)
  }
  return fit({ ...document, space: to, a, b, element, reflected, word: [] })
}

function convertFactor(factor: Factor, by: LineEmbedding): Factor | Problem {
  const embedding = by === 'exp' ? exp : lift
  const rows: Entry[][] = []
  for (const [k, row] of factor.entries()) {
    const converted: Entry[] = []
    for (const [i, entry] of row.entries()) {
      const made =
        typeof entry !== 'number'
          ? (by === 'exp' ? Math.log(entry[1]) : entry[0]) + 0
          : embed(embedding, Float64Array.of(entry))
      if (isProblem(made)) return problem(`${cellName(k, i)}: ${made.problem}`)
      converted.push(made)
    }
    rows.push(converted)
  }
  return rows
}

interface Isometry {
  readonly element: Element
  readonly isReflected: boolean
}

function convertIsometry(of: Element, isReflected: boolean, by: LineEmbedding): Isometry {
  if (typeof of === 'number') {
    const element =
      by === 'lift' ? { x: of, t: 0, theta: 0 } : { x: 0, t: of, theta: isReflected ? Math.PI / 2 : 0 }
    return { element, isReflected }
  }
  const { x, t, theta } = elementCoordinates(of)
  if (by === 'lift') return { element: x + 0, isReflected }
  // The mirror fixes the embedded line; whether it is turned over is a matter of θ.
  return { element: t + 0, isReflected: isReflected && Math.cos(2 * theta) < 0 }
}
