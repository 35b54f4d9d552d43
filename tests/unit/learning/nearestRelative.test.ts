import { describe, expect, it } from 'vitest'
import { attentionData } from '../../../src/learning/attentionData'
import { nearestRelativeData, nearestRelatives } from '../../../src/learning/nearestRelative'
import { completeBinaryTree, treeOf } from '../../../src/learning/tree'

const tree = treeOf(completeBinaryTree(7))

describe('nearestRelatives', () => {
  it('wants the sibling’s parent, shares ties and lets a token attend to its copy', () => {
    // 3 has parent 1 and cousin 5; 5 is nearest to 1 and no nearer to 3; 1 is a neighbour of 3.
    const data = nearestRelatives(tree, [[3, 1, 5]])
    expect(Array.from(data.targets)).toEqual([1, 0, 1, 0, 0, 1])
    expect(Array.from(data.cells)).toEqual([3 * 7 + 1, 3 * 7 + 5, 1 * 7 + 3, 1 * 7 + 5, 5 * 7 + 3, 5 * 7 + 1])
    const ties = nearestRelatives(tree, [[0, 1, 2]])
    expect(Array.from(ties.targets)).toEqual([0.5, 0.5, 1, 0, 1, 0])
    const copies = nearestRelatives(tree, [[4, 4, 1]])
    expect(Array.from(copies.targets.subarray(0, 4))).toEqual([1, 0, 1, 0])
  })

  it('has the mean entropy of the targets as its floor', () => {
    expect(nearestRelatives(tree, [[0, 1, 2]]).floor).toBeCloseTo(Math.log(2) / 3, 15)
    expect(nearestRelatives(tree, [[3, 1, 5]]).floor).toBe(0)
  })

  it('sums the targets of a cell', () => {
    const data = nearestRelatives(tree, [
      [0, 1, 2],
      [0, 1, 6],
    ])
    expect(data.shares[0 * 7 + 1]).toBe(1.5)
    expect(data.shares.reduce((sum, share) => sum + share)).toBe(6)
  })

  it('takes sequences of different lengths and refuses what it cannot attend to', () => {
    expect(
      Array.from(
        nearestRelatives(tree, [
          [0, 1],
          [0, 1, 2],
        ]).offsets,
      ),
    ).toEqual([0, 1, 2, 4, 6, 8])
    expect(() => nearestRelatives(tree, [])).toThrow('there is no sequence')
    expect(() => nearestRelatives(tree, [[0, 1], [3]])).toThrow(
      'sequence 2 has 1 tokens; it needs at least two',
    )
    expect(() => nearestRelatives(tree, [[0, 7]])).toThrow('sequence 1 has the token 7; tokens are 0 … 6')
    expect(() => attentionData(3, [[0, 1.5]], () => [1])).toThrow('the token 1.5')
  })
})

describe('nearestRelativeData', () => {
  const settings = { train: 50, heldOut: 80, length: 5, seed: 3 }

  it('is the same for the same seed and another for another', () => {
    const [one, same, other] = [3, 3, 4].map((seed) => nearestRelativeData(tree, { ...settings, seed }))
    expect(same).toEqual(one)
    expect(other!.train.sequences).not.toEqual(one!.train.sequences)
    expect(one!.train.sequences).toHaveLength(50)
    expect(one!.heldOut.sequences).toHaveLength(80)
  })

  it('holds out sequences that are not in the training data', () => {
    const { train, heldOut, seenBefore } = nearestRelativeData(tree, {
      ...settings,
      train: 400,
      heldOut: 400,
      length: 3,
    })
    const known = new Set(train.sequences.map(String))
    expect(heldOut.sequences.filter((sequence) => known.has(String(sequence)))).toHaveLength(seenBefore)
    // 343 sequences of 3 out of 7 tokens: 400 draws see about 236, and 20 further draws nearly always find another.
    expect(seenBefore).toBeLessThan(8)
  })

  it('ends, and says so, where a tree has no other sequences', () => {
    const two = treeOf([-1, 0])
    const { seenBefore } = nearestRelativeData(two, { train: 60, heldOut: 10, length: 2, seed: 1 })
    expect(seenBefore).toBe(10)
  })

  it('refuses counts that are none', () => {
    expect(() => nearestRelativeData(tree, { ...settings, train: 0 })).toThrow('train is 0')
    expect(() => nearestRelativeData(tree, { ...settings, heldOut: 1.5 })).toThrow('heldOut is 1.5')
    expect(() => nearestRelativeData(tree, { ...settings, length: 1 })).toThrow('length is 1')
  })
})
