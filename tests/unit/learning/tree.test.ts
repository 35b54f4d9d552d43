import { describe, expect, it } from 'vitest'
import { completeBinaryTree, treeOf } from '../../../src/learning/tree'

describe('completeBinaryTree', () => {
  it('numbers the nodes level by level', () => {
    expect(completeBinaryTree(7)).toEqual([-1, 0, 0, 1, 1, 2, 2])
    expect([1, 3, 15, 31].map((nodes) => completeBinaryTree(nodes).length)).toEqual([1, 3, 15, 31])
  })

  it('refuses a number of nodes that leaves a level unfinished', () => {
    for (const nodes of [0, 2, 6, 8, 7.5, -1, NaN, Infinity]) {
      expect(() => completeBinaryTree(nodes), String(nodes)).toThrow(/1, 3, 7, 15, 31 … nodes, not/)
    }
  })
})

describe('treeOf', () => {
  it('has the depths and edges of seven nodes', () => {
    const tree = treeOf(completeBinaryTree(7))
    expect(tree.root).toBe(0)
    expect(tree.depths).toEqual([0, 1, 1, 2, 2, 2, 2])
    expect(tree.edges).toEqual([
      [0, 1],
      [0, 2],
      [1, 3],
      [1, 4],
      [2, 5],
      [2, 6],
    ])
  })

  it('counts the edges between nodes, counted here by hand', () => {
    const tree = treeOf(completeBinaryTree(7))
    const row = (node: number) => Array.from(tree.distances.subarray(7 * node, 7 * node + 7))
    expect(row(0)).toEqual([0, 1, 1, 2, 2, 2, 2])
    expect(row(3)).toEqual([2, 1, 3, 0, 2, 4, 4])
    expect(row(2)).toEqual([1, 2, 0, 3, 3, 1, 1])
  })

  it('takes parents in any order', () => {
    const path = treeOf([1, 2, 3, -1])
    expect(path.root).toBe(3)
    expect(path.depths).toEqual([3, 2, 1, 0])
    expect(path.distances[3]).toBe(3)
  })

  it('says what is wrong with parents that are no tree', () => {
    expect(() => treeOf([])).toThrow(RangeError)
    expect(() => treeOf([-1, 0, 3])).toThrow(
      'node 2 has the parent 3; a parent is one of 0 … 2, or -1 at the root',
    )
    expect(() => treeOf([-1, 0.5])).toThrow('node 1 has the parent 0.5')
    expect(() => treeOf([-1, NaN])).toThrow(RangeError)
    expect(() => treeOf([-1, 0, -1])).toThrow('nodes 0 and 2 both have no parent; a tree has one root')
    expect(() => treeOf([-1, 2, 3, 1])).toThrow('the parents of node 1 run in a circle')
    expect(() => treeOf([1, 0])).toThrow('the parents of node 0 run in a circle')
    expect(() => treeOf([0])).toThrow('run in a circle')
    expect(() => treeOf(Array.from({ length: 513 }, (_, node) => node - 1))).toThrow('at most 512')
  })
})
