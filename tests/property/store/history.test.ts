import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Document, Element, Entry } from '../../../src/document/document'
import { presets } from '../../../src/document/presets'
import { beginGesture, cancelGesture, endGesture, redo, undo } from '../../../src/store/history'
import { scripting } from '../../../src/store/scripting'
import { store } from '../../../src/store/store'
import { holdElement } from '../../../src/store/telling'
import { anyDocument } from '../document/arbitraries'

const state = store.getState
const script = scripting('0.0.0')
const past = () => store.temporal.getState().pastStates.length
const future = () => store.temporal.getState().futureStates.length

/** Drawn once: a sequence names them by number, so that it is short when it fails. */
const documents = [
  ...presets.map(({ document }) => document),
  ...fc.sample(anyDocument, { numRuns: 40, seed: 6 }),
]

const real = fc.double({ min: -4, max: 4, noNaN: true })
const height = fc.double({ min: 0.05, max: 20, noNaN: true })
const place = fc.nat({ max: 63 })

type Edit = (document: Document) => void

const edits: Record<string, fc.Arbitrary<Edit>> = {
  element: fc.tuple(real, real, real).map(([x, t, theta]): Edit => ({ space }) => {
    holdElement({ element: space === 'line' ? x : { x, t, theta } })
  }),
  'elements of each index': fc
    .array(real, { minLength: 5, maxLength: 5 })
    .map((xs): Edit => ({ space, b }) => {
      const element = b.map((_, i): Element => (space === 'line' ? xs[i % 5]! : [1, xs[i % 5]!, 0, 1]))
      state().edit({ element, word: [] })
    }),
  entry: fc
    .tuple(fc.constantFrom('a' as const, 'b' as const), place, place, real, height)
    .map(([name, k, i, x, y]): Edit => (document) => {
      const entry: Entry = document.space === 'line' ? x : [x, y]
      const factor = document[name]
      const row = factor[k % factor.length]!
      const changed = row.with(i % row.length, entry)
      state().edit({ [name]: factor.with(k % factor.length, changed) })
    }),
  'a row less': fc.constant(({ a }) => state().edit({ a: a.length > 1 ? a.slice(1) : a })),
  move: fc.constantFrom('both' as const, 'a' as const, 'b' as const).map(
    (move): Edit =>
      () =>
        state().edit({ move }),
  ),
  selection: fc.tuple(place, place).map(([k, l]): Edit => ({ a, b }) => {
    state().edit({ selection: [k % a.length, l % b[0]!.length] })
  }),
  title: fc.string({ maxLength: 3 }).map(
    (title): Edit =>
      () =>
        state().edit({ title }),
  ),
  target: fc.nat({ max: 9 }).map(
    (seed): Edit =>
      () =>
        state().edit({ target: seed > 4 ? { seed } : 'base' }),
  ),
  reflection: fc.boolean().map(
    (reflected): Edit =>
      () =>
        state().edit({ reflected }),
  ),
  'a factor by script': real.map((x): Edit => ({ space }) => {
    script.apply(space === 'line' ? { translation: x } : [1, x, 0, 1])
  }),
  'a set by script': fc
    .tuple(real, fc.constantFrom('a', 'b', 'both', 'neither'))
    .map(([x, move]): Edit => ({ space }) => {
      const { rejected } = script.set({ element: space === 'line' ? x : [1, x, 0, 1], move })
      expect(rejected.length > 0).toBe(move === 'neither')
    }),
  flow: fc.double({ min: -1, max: 2, noNaN: true }).map(
    (time): Edit =>
      () =>
        state().edit({ time }),
  ),
}

interface Operation {
  readonly kind: string
  readonly run: () => void
  /** What the history makes of it, if the document has changed. */
  readonly makes: 'step' | 'nothing' | 'undo' | 'redo'
}

const edit: fc.Arbitrary<Operation> = fc.oneof(
  ...Object.entries(edits).map(([kind, of]) =>
    of.map((change): Operation => ({ kind, makes: 'step', run: () => change(state().document) })),
  ),
)

const gesture = fc
  .tuple(fc.array(edit, { minLength: 1, maxLength: 4 }), fc.boolean())
  .map(([all, isCancelled]): Operation => ({
    kind: isCancelled ? 'a gesture that is cancelled' : 'a gesture',
    makes: isCancelled ? 'nothing' : 'step',
    run: () => {
      beginGesture()
      for (const one of all) one.run()
      if (isCancelled) cancelGesture()
      else endGesture()
    },
  }))

const operation: fc.Arbitrary<Operation> = fc.oneof(
  { weight: 8, arbitrary: edit },
  { weight: 3, arbitrary: gesture },
  {
    weight: 2,
    arbitrary: fc.nat({ max: documents.length - 1 }).map((n): Operation => {
      return { kind: 'open', makes: 'step', run: () => state().open(documents[n]!) }
    }),
  },
  { weight: 3, arbitrary: fc.constant<Operation>({ kind: 'undo', makes: 'undo', run: undo }) },
  { weight: 2, arbitrary: fc.constant<Operation>({ kind: 'redo', makes: 'redo', run: redo }) },
)

/** The time of a flow is no part of the history. */
const withoutTime = (document: Document) => ({ ...document, time: 1 })
const isSame = (p: Document, q: Document) => isDeepStrictEqual(withoutTime(p), withoutTime(q))

describe('the history', () => {
  it('of 10 000 sequences is undone to the start and redone to the end, step by step and bit for bit', () => {
    const ran = new Map<string, number>()
    const count = (kind: string) => ran.set(kind, (ran.get(kind) ?? 0) + 1)
    let undone = 0
    fc.assert(
      fc.property(
        fc.nat({ max: documents.length - 1 }),
        fc.array(operation, { minLength: 1, maxLength: 14, size: 'max' }),
        (first, operations) => {
          state().open(documents[first]!)
          store.temporal.getState().clear()
          // What undo and redo should lead to, by an account of its own.
          const before: Document[] = []
          const after: Document[] = []
          for (const { kind, makes, run } of operations) {
            const was = state().document
            const steps = past()
            run()
            const now = state().document
            if (makes === 'undo' && before.length > 0) {
              after.push(was)
              expect(isSame(now, before.pop()!)).toBe(true)
            } else if (makes === 'redo' && after.length > 0) {
              before.push(was)
              expect(isSame(now, after.pop()!)).toBe(true)
            } else if (makes === 'step' && past() > steps) {
              expect(past()).toBe(steps + 1)
              before.push(was)
              after.length = 0
            } else {
              expect(isSame(now, was)).toBe(true)
              if (!isDeepStrictEqual(now, was)) count('time alone')
              continue
            }
            count(kind)
          }
          expect([past(), future()]).toEqual([before.length, after.length])
          while (after.length > 0) {
            before.push(state().document)
            redo()
            expect(isSame(state().document, after.pop()!)).toBe(true)
          }
          const end = state().document
          for (const wanted of before.toReversed()) {
            undo()
            undone++
            expect(isSame(state().document, wanted)).toBe(true)
          }
          expect(isSame(state().document, documents[first]!)).toBe(true)
          undo()
          for (const wanted of [...before.slice(1), end]) {
            redo()
            expect(isSame(state().document, wanted)).toBe(true)
          }
          expect([past(), future()]).toEqual([before.length, 0])
        },
      ),
      { numRuns: 10_000, seed: 20 },
    )
    // A generator that makes nothing would pass.
    const stepsOf = Object.keys(edits).filter((kind) => kind !== 'flow')
    for (const kind of [...stepsOf, 'a gesture', 'open', 'undo', 'redo', 'time alone'])
      expect(ran.get(kind) ?? 0, kind).toBeGreaterThan(300)
    expect(undone).toBeGreaterThan(30_000)
  })
})
