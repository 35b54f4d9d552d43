import { describe, expect, it } from 'vitest'
import { branchesOf, branchLook } from '../../../src/stage/tokenTree'

describe('branchesOf', () => {
  it('has an edge from each token to its parent, the outermost first', () => {
    expect(branchesOf([-1, 0, 0, 1])).toEqual([
      { parent: 1, child: 3, depth: 2 },
      { parent: 0, child: 1, depth: 1 },
      { parent: 0, child: 2, depth: 1 },
    ])
  })

  it('takes parents in any order, and a root without children', () => {
    expect(branchesOf([2, 0, -1])).toEqual([
      { parent: 0, child: 1, depth: 2 },
      { parent: 2, child: 0, depth: 1 },
    ])
    expect(branchesOf([-1])).toEqual([])
  })
})

describe('branchLook', () => {
  it('is thinner and lighter with each step away from the root, and never invisible', () => {
    const looks = [1, 2, 3, 4, 9].map(branchLook)
    looks.slice(1).forEach(({ width, alpha }, n) => {
      expect(width).toBeLessThan(looks[n]!.width)
      expect(alpha).toBeLessThan(looks[n]!.alpha)
    })
    expect(looks.at(-1)!.width).toBeGreaterThan(1)
    expect(looks.at(-1)!.alpha).toBeGreaterThan(0.4)
    expect(looks[0]!.alpha).toBeLessThanOrEqual(1)
  })
})
