import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attentionReading } from '../../../src/document/attentionReading'
import type { Document, Point } from '../../../src/document/document'
import { defaultDocument } from '../../../src/document/presets'
import { completeBinaryTree } from '../../../src/learning/tree'

const tokens = 7
const point: fc.Arbitrary<Point> = fc
  .tuple(fc.double({ min: -3, max: 3, noNaN: true }), fc.double({ min: -3, max: 3, noNaN: true }))
  .map(([x, log]) => [x, Math.exp(log)])
const table = (rows: number, columns: number) =>
  fc.array(fc.array(point, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows })

const model = fc
  .record({
    inner: fc.integer({ min: 1, max: 2 }),
    rule: fc.constantFrom('fixed', 'byRow', 'entropy'),
    beta: fc.double({ min: -1, max: 2, noNaN: true }).map((log) => 10 ** log),
    x: fc.double({ min: -5, max: 5, noNaN: true }),
    t: fc.double({ min: -4, max: 4, noNaN: true }),
    theta: fc.double({ min: -3, max: 3, noNaN: true }),
    sequence: fc.array(fc.integer({ min: 0, max: tokens - 1 }), { minLength: 2, maxLength: 8 }),
  })
  .chain(({ inner, rule, beta, sequence, ...element }) =>
    fc.record({
      sequence: fc.constant(sequence),
      document: fc.record({ a: table(tokens, inner), b: table(inner, tokens) }).map((factors): Document => ({
        ...defaultDocument,
        ...factors,
        element,
        reflected: false,
        word: [],
        target: 'base',
        selection: [0, 0],
        free: { factor: 'a', row: 0, column: 0 },
        head: {
          rule,
          beta: rule === 'entropy' ? 1 + beta / 50 : beta,
          task: {
            parents: completeBinaryTree(tokens),
            sequences: { train: 1, heldOut: 1, length: 3, seed: 1 },
          },
        },
      })),
    }),
  )

const runs = { seed: 7, numRuns: 400, endOnFailure: true }

describe('attentionReading', () => {
  it('has rows that sum to 1 within n ε, before and after, whatever moves', () => {
    fc.assert(
      fc.property(model, fc.constantFrom('a', 'b', 'both'), ({ document, sequence }, move) => {
        const { before, after } = attentionReading({ ...document, move }, sequence)!
        const count = sequence.length
        for (const weights of [before, after]) {
          for (let row = 0; row < count; row++) {
            const sum = weights.slice(row * count, (row + 1) * count).reduce((all, w) => all + w, 0)
            expect(Math.abs(sum - 1)).toBeLessThanOrEqual(count * Number.EPSILON)
            expect(weights[row * count + row]).toBe(0)
          }
        }
      }),
      runs,
    )
  })

  it('has weights that change by no more than tanh(β b / 2) + 2 ε (n + 2) when both factors move', () => {
    let closest = 0
    fc.assert(
      fc.property(model, ({ document, sequence }) => {
        const { largestChange, bound } = attentionReading({ ...document, move: 'both' }, sequence)!
        closest = Math.max(closest, largestChange / bound)
        expect(largestChange).toBeLessThanOrEqual(bound)
      }),
      runs,
    )
    // A bound a million times too large would say nothing.
    expect(closest).toBeGreaterThan(1e-3)
  })

  it('has divergences that are 0 or more up to rounding, and the same after a move of both', () => {
    fc.assert(
      fc.property(model, ({ document, sequence }) => {
        const of = attentionReading({ ...document, move: 'both' }, sequence)!
        expect(of.divergenceBefore).toBeGreaterThan(-1e-13)
        // Slope at most 2 β in each cost.
        const slack = 4 * Math.atanh(Math.min(of.bound, 0.5)) + 1e-13 * (1 + of.divergenceBefore)
        expect(Math.abs(of.divergenceAfter - of.divergenceBefore)).toBeLessThanOrEqual(slack)
      }),
      runs,
    )
  })
})
