import { describe, expect, it } from 'vitest'
import { attentionReading, wantedWeights, weightBound } from '../../../src/document/attentionReading'
import type { Document } from '../../../src/document/document'
import { defaultDocument } from '../../../src/document/presets'

const task = { parents: [-1, 0, 0], sequences: { train: 1, heldOut: 1, length: 3, seed: 1 } }
const head = { rule: 'fixed', beta: 2, task } as const

/** A root and two children on the line; the distances of the rows to the columns are written out below. */
const document: Document = {
  ...defaultDocument,
  space: 'line',
  a: [[0], [1], [-1]],
  b: [[0, 2, -3]],
  element: 0.5,
  reflected: false,
  word: [],
  target: 'base',
  selection: [0, 0],
  free: { factor: 'a', row: 0, column: 0 },
  head,
}

const share = (own: number, other: number) => Math.exp(-2 * own) / (Math.exp(-2 * own) + Math.exp(-2 * other))

describe('wantedWeights', () => {
  it('are on the nearest in the tree, shared among several', () => {
    expect([...wantedWeights(task, [0, 1, 2])]).toEqual([0, 0.5, 0.5, 1, 0, 0, 1, 0, 0])
    expect([...wantedWeights(task, [1, 1, 0])]).toEqual([0, 1, 0, 1, 0, 0, 0.5, 0.5, 0])
  })
})

describe('attentionReading', () => {
  it('has no diagonal, and softmax(-2 c) elsewhere: |0 - 2| against |0 - -3|, and so on', () => {
    const { before } = attentionReading(document, [0, 1, 2])!
    const wanted = [0, share(2, 3), share(3, 2), share(1, 4), 0, share(4, 1), share(1, 3), share(3, 1), 0]
    before.forEach((weight, n) => expect(weight).toBeCloseTo(wanted[n]!, 14))
  })

  it('finds no change beyond rounding when both move, and one when only A moves', () => {
    const both = attentionReading({ ...document, move: 'both' }, [0, 1, 2])!
    expect(both.largestChange).toBeLessThanOrEqual(both.bound)
    expect(both.bound).toBeLessThan(1e-13)
    const one = attentionReading({ ...document, move: 'a' }, [0, 1, 2])!
    // Row 0 moves to 0.5: its costs are 1.5 and 3.5.
    expect(one.after[1]! - one.before[1]!).toBeCloseTo(share(1.5, 3.5) - share(2, 3), 14)
    expect(one.largestChange).toBeGreaterThan(1e5 * one.bound)
  })

  it('counts positions whose heaviest key is wanted, and says how far the weights are from it', () => {
    const { rightBefore, divergenceBefore } = attentionReading(document, [0, 1, 2])!
    expect(rightBefore).toBe(3)
    const root = Math.log(0.5 / share(2, 3)) / 2 + Math.log(0.5 / share(3, 2)) / 2
    const children = -Math.log(share(1, 4)) - Math.log(share(1, 3))
    expect(divergenceBefore).toBeCloseTo((root + children) / 3, 13)
  })

  it('does not exist without a head, or with factors of another size', () => {
    expect(attentionReading({ ...document, head: null }, [0, 1])).toBeUndefined()
    expect(attentionReading({ ...document, b: [[0, 2]] }, [0, 1])).toBeUndefined()
  })
})

describe('weightBound', () => {
  it('is reached by two keys whose costs move apart: σ(x) goes from σ(-βb) to σ(βb)', () => {
    const [beta, by] = [3, 0.2]
    const logistic = (x: number) => 1 / (1 + Math.exp(-x))
    const change = logistic(beta * by) - logistic(-beta * by)
    expect(weightBound(beta, by, 2)).toBeGreaterThanOrEqual(change)
    expect(weightBound(beta, by, 2)).toBeCloseTo(change, 14)
  })
})
