import { describe, expect, it } from 'vitest'
import { checkRule, matchEntropy, type MatchedBeta } from '../../../src/learning/beta'
import { normal, random } from '../../../src/math/random'

const blank = (): MatchedBeta => ({ beta: 0, mean: 0, variance: 0, isReached: false })

function entropyOf(costs: readonly number[], beta: number): number {
  const weights = costs.map((cost) => Math.exp(-beta * cost))
  const total = weights.reduce((sum, weight) => sum + weight)
  return weights.reduce((sum, weight) => sum - (weight / total) * Math.log(weight / total || 1), 0)
}

describe('matchEntropy', () => {
  it('finds β in closed form for two costs: entropy of odds e^(-β)', () => {
    const beta = 1.7
    const p = 1 / (1 + Math.exp(-beta))
    const entropy = -p * Math.log(p) - (1 - p) * Math.log(1 - p)
    const found = matchEntropy(Float64Array.of(3, 2), 0, 2, entropy, blank())
    expect(found.isReached).toBe(true)
    expect(found.beta).toBeCloseTo(beta, 12)
    expect(found.mean).toBeCloseTo(2 * p + 3 * (1 - p), 12)
    expect(found.variance).toBeCloseTo(p * (1 - p), 12)
  })

  it('has the wanted entropy to 1e-12 in 500 random rows', () => {
    const next = random(5)
    let worst = 0
    for (let n = 0; n < 500; n++) {
      const costs = Array.from({ length: 6 }, () => 3 * Math.abs(normal(next)) + 0.1 * next())
      const wanted = Math.log(6) * (0.1 + 0.85 * next())
      const found = matchEntropy(Float64Array.from([9, ...costs, 9]), 1, 7, wanted, blank())
      if (found.isReached) worst = Math.max(worst, Math.abs(entropyOf(costs, found.beta) - wanted))
      else expect(entropyOf(costs, 100)).toBeGreaterThan(wanted)
    }
    expect(worst).toBeLessThan(1e-12)
  })

  it('stays finite where no β reaches it', () => {
    expect(matchEntropy(Float64Array.of(1, 1, 4), 0, 3, Math.log(1.5), blank())).toMatchObject({
      beta: 100,
      isReached: false,
    })
    expect(matchEntropy(Float64Array.of(2, 2), 0, 2, 0.5, blank())).toMatchObject({
      beta: 100,
      isReached: false,
    })
    expect(matchEntropy(Float64Array.of(1, 2), 0, 2, Math.log(3), blank())).toMatchObject({
      beta: 0,
      isReached: false,
    })
  })
})

describe('checkRule', () => {
  it('refuses a β that is no use, in a sentence', () => {
    for (const beta of [0, -1, NaN, Infinity, 1e308]) {
      expect(() => checkRule({ kind: 'fixed', beta })).toThrow(
        `β is ${beta}; it must be greater than 0 and at most`,
      )
    }
    expect(() => checkRule({ kind: 'byNorms', gamma: 0 })).toThrow('γ is 0')
    expect(() => checkRule({ kind: 'entropy', perplexity: 0.5 })).toThrow('the perplexity is 0.5')
    expect(() => checkRule({ kind: 'learned', beta: 1e6 })).not.toThrow()
  })
})
