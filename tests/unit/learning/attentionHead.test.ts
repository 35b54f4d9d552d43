import { describe, expect, it } from 'vitest'
import { attentionData } from '../../../src/learning/attentionData'
import { attentionHead, type Head } from '../../../src/learning/attentionHead'
import { nearestRelatives } from '../../../src/learning/nearestRelative'
import { completeBinaryTree, treeOf } from '../../../src/learning/tree'

const tree = treeOf(completeBinaryTree(7))
const sequences = [
  [3, 1, 5, 0],
  [6, 6, 2, 4],
  [0, 1, 2, 3],
]

/** Cross entropy less the floor, from the weights that are shown. */
function lossByHand(head: Head, parameters: Float64Array, rows: readonly (readonly number[])[]): number {
  let sum = 0
  let count = 0
  for (const sequence of rows) {
    const { weights } = head.attend(parameters, sequence)
    const { targets } = nearestRelatives(tree, [sequence])
    let n = 0
    sequence.forEach((_, k) => {
      count++
      sequence.forEach((_, l) => {
        if (l === k) return
        const target = targets[n++]!
        if (target > 0) sum += target * Math.log(target / weights[k * sequence.length + l]!)
      })
    })
  }
  return sum / count
}

describe('attentionHead', () => {
  it('has weights softmax(-β d) on the line, computed here by hand', () => {
    const head = attentionHead({ geometry: 'line', tokens: 3, inner: 1, beta: { kind: 'fixed', beta: 2 } })
    const parameters = Float64Array.of(0, 1, 5, 0, 3, 4)
    const { weights, betas } = head.attend(parameters, [0, 1, 2])
    expect(Array.from(head.costs(parameters))).toEqual([0, 3, 4, 1, 2, 3, 5, 2, 1])
    const near = 1 / (1 + Math.exp(-2))
    expect(weights[0]).toBe(0)
    expect(weights[1]).toBeCloseTo(near, 15)
    expect(weights[2]).toBeCloseTo(1 - near, 15)
    expect(weights[3]).toBeCloseTo(1 / (1 + Math.exp(-4)), 15)
    expect(Array.from(betas)).toEqual([2, 2, 2])
  })

  it('attends to the largest dot product', () => {
    const head = attentionHead({ geometry: 'dot', tokens: 2, inner: 2, beta: { kind: 'fixed', beta: 1 } })
    expect(Array.from(head.costs(Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8)))).toEqual([-17, -23, -39, -53])
  })

  it.each([
    { kind: 'fixed', beta: 3 },
    { kind: 'learned', beta: 3 },
    { kind: 'byRow', gamma: 4 },
    { kind: 'entropy', perplexity: 2.2 },
    { kind: 'byNorms', gamma: 4 },
  ] as const)('has the loss of the weights that it shows, β $kind', (beta) => {
    for (const geometry of ['halfPlane', 'line'] as const) {
      const head = attentionHead({ geometry, tokens: 7, inner: 2, beta })
      const parameters = head.start(2, 0.8)
      const loss = head.loss(parameters, nearestRelatives(tree, sequences))
      expect(loss).toBeCloseTo(lossByHand(head, parameters, sequences), 12)
      expect(loss).toBeGreaterThan(0)
    }
  })

  it('is right where all weights of a row underflow against the nearest token of the vocabulary', () => {
    const head = attentionHead({ geometry: 'line', tokens: 4, inner: 1, beta: { kind: 'fixed', beta: 1000 } })
    // Token 3 is where all queries are; the keys of the sequence are 900 units off, 0.001 apart: logits 1 apart.
    const parameters = Float64Array.of(0, 0, 0, 0, 900, 900.001, 900.002, 0)
    const data = attentionData(4, [[0, 1, 2]], () => [0, 1])
    const gradient = new Float64Array(8)
    const byHand = (2 * Math.log(1 + Math.E) + Math.log(1 + Math.exp(2))) / 3
    expect(head.loss(parameters, data, gradient)).toBeCloseTo(byHand, 9)
    const sigmoid = (logit: number) => 1 / (1 + Math.exp(-logit))
    expect((3 / 1000) * gradient[4]!).toBeCloseTo(-sigmoid(2) - sigmoid(1), 9)
    expect((3 / 1000) * gradient[5]!).toBeCloseTo(-sigmoid(1) + sigmoid(1), 9)
    expect((3 / 1000) * gradient[6]!).toBeCloseTo(sigmoid(1) + sigmoid(2), 9)
    expect(gradient[7]).toBe(0)
  })

  it('starts the same for the same seed, spread about i', () => {
    const head = attentionHead({
      geometry: 'halfPlane',
      tokens: 7,
      inner: 2,
      beta: { kind: 'learned', beta: 5 },
    })
    expect(head.start(3)).toEqual(head.start(3))
    expect(head.start(3)).not.toEqual(head.start(4))
    expect(head.start(3).at(-1)).toBe(Math.log(5))
    expect(head.layout).toEqual({ stride: 2, points: 28, inner: 2, reals: 1 })
  })

  it('counts a row as right where its heaviest key is wanted', () => {
    const head = attentionHead({ geometry: 'line', tokens: 3, inner: 1, beta: { kind: 'fixed', beta: 2 } })
    const data = attentionData(3, [[0, 1, 2]], () => [1, 0])
    // Row 0 is nearest to 1 and row 1 to 0, the first of their keys; row 2 is nearest to 1, its second.
    expect(head.accuracy(Float64Array.of(0, 1, 5, 0, 3, 4), data)).toBeCloseTo(2 / 3, 15)
  })

  it('says what it cannot take', () => {
    const settings = { geometry: 'line', tokens: 7, inner: 1, beta: { kind: 'fixed', beta: 2 } } as const
    const head = attentionHead(settings)
    expect(() => head.loss(new Float64Array(13), nearestRelatives(tree, sequences))).toThrow(
      'the head has 14 parameters',
    )
    expect(() => head.attend(new Float64Array(14), [0, 9])).toThrow('the token 9 is not one of 0 … 6')
    expect(() =>
      head.loss(
        new Float64Array(14),
        attentionData(3, [[0, 1]], () => [1]),
      ),
    ).toThrow('a vocabulary of 3')
    expect(() => attentionHead({ ...settings, inner: 0 })).toThrow('inner is 0')
    expect(() => attentionHead({ ...settings, geometry: 'dot', beta: { kind: 'byRow', gamma: 1 } })).toThrow(
      'either sign',
    )
  })
})
