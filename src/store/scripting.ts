import { classify } from '../math/isometryClass'
import { classifyReflected } from '../math/reflectionClass'
import { isReflected } from '../document/acting'
import { derive } from '../document/derive'
import type { Matrix2 } from '../document/document'
import { elementAt, elementMatrix } from '../document/element'
import { isProblem } from '../document/problem'
import { documentFromJson, documentToJson } from '../document/schema'
import { retitled } from '../document/title'
import { appended } from '../document/word'
import { store } from './store'
import { editElement } from './telling'
import { linkOf } from './urlSync'

/** What `window.moduli` is: the page's state as plain data, for scripts, tests and embedding pages. */
export interface Scripting {
  readonly version: string
  get: () => ReturnType<typeof documentToJson>
  set: (change: unknown) => { rejected: string[] }
  link: () => string
  element: (column?: number) => ElementReport
  product: () => { before: number[][]; after: number[][]; largestChange: number; bound: number }
  loss: () => { before: number; after: number }
  apply: (by: unknown) => { rejected: string[] }
  subscribe: (listener: () => void) => () => void
}

export type ElementReport =
  | { readonly translation: number; readonly reflected?: true }
  | {
      /** g; with a reflection the isometry is z ↦ g(-z̄), and the other fields are about it. */
      readonly matrix: Matrix2
      readonly reflected?: true
      readonly kind: string
      readonly translationLength?: number
      readonly rotationAngle?: number
      readonly fixedPoints: (number | readonly [number, number])[]
    }

export function scripting(version: string): Scripting {
  const state = store.getState
  return {
    version,
    get: () => documentToJson(state().document),
    set: (change) => {
      const result = documentFromJson(change, state().document)
      if ('rejected' in result) return { rejected: [...result.rejected] }
      const former = state().document
      const isNamed = typeof change === 'object' && change !== null && Object.hasOwn(change, 'title')
      state().edit(isNamed ? result.document : retitled(result.document, former))
      if (state().view.fit && (state().document.a !== former.a || state().document.b !== former.b))
        state().showAll()
      return { rejected: [] }
    },
    link: () => linkOf(state()) ?? '',
    element: (column = 0) => report(column),
    product: () => {
      const { size, before, after, largestChange, bound } = derive(state().document)
      const rows = (c: Float64Array) =>
        Array.from({ length: size.rows }, (_, k) => [...c.subarray(k * size.columns, (k + 1) * size.columns)])
      return { before: rows(before), after: rows(after), largestChange, bound }
    },
    loss: () => {
      const { lossBefore, lossAfter } = derive(state().document)
      return { before: lossBefore, after: lossAfter }
    },
    apply,
    subscribe: (listener) =>
      store.subscribe((now, before) => {
        if (now.document !== before.document) listener()
      }),
  }
}

function report(column: number): ElementReport {
  const { document } = store.getState()
  const g = elementAt(document, column)
  const reflected = isReflected(document, column)
  if (typeof g === 'number') return reflected ? { translation: g, reflected } : { translation: g }
  const matrix = elementMatrix(g)
  if (reflected) {
    const { kind, ...of } = classifyReflected(matrix)
    if ('ends' in of) return { matrix, reflected, kind, fixedPoints: [...of.ends] }
    const { translationLength, attracting, repelling } = of
    return { matrix, reflected, kind, translationLength, fixedPoints: [attracting, repelling] }
  }
  const of = classify(matrix)
  switch (of.kind) {
    case 'identity':
      return { matrix, kind: of.kind, fixedPoints: [] }
    case 'elliptic':
      return { matrix, kind: of.kind, rotationAngle: of.rotationAngle, fixedPoints: [of.fixedPoint] }
    case 'parabolic':
      return { matrix, kind: of.kind, fixedPoints: [of.fixedPoint] }
    case 'hyperbolic':
      return {
        matrix,
        kind: of.kind,
        translationLength: of.translationLength,
        fixedPoints: [of.attracting, of.repelling],
      }
  }
}

/** g becomes hg for every inner index, with h a factor of the word: h a 2×2 with det > 0, or { translation }. */
function apply(by: unknown): { rejected: string[] } {
  const { document } = store.getState()
  const h = document.space === 'line' ? translationOf(by) : matrixOf(by)
  if (h === undefined) {
    const wanted = document.space === 'line' ? '{ translation: number }' : '[a, b, c, d] with finite numbers'
    return { rejected: [`apply: needs ${wanted}`] }
  }
  const next = appended(document, h)
  if (isProblem(next)) return { rejected: [`apply: ${next.problem}`] }
  const refused = editElement({ element: next.element, word: next.word })
  return { rejected: refused ? [`apply: ${refused.problem}`] : [] }
}

function translationOf(by: unknown): number | undefined {
  const value: unknown = typeof by === 'object' && by !== null && 'translation' in by ? by.translation : by
  return typeof value === 'number' ? value : undefined
}

function matrixOf(by: unknown): Matrix2 | undefined {
  const flat: unknown[] = Array.isArray(by) ? (by as unknown[]).flat() : []
  return flat.length === 4 && flat.every((x) => typeof x === 'number')
    ? (flat as unknown as Matrix2)
    : undefined
}
