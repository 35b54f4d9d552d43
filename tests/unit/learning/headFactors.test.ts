import { describe, expect, it } from 'vitest'
import { attentionHead } from '../../../src/learning/attentionHead'
import { factorsOfHead, parametersOfFactors } from '../../../src/learning/headFactors'
import { dist as distOnLine } from '../../../src/math/line'
import { metricProduct } from '../../../src/math/metricProduct'
import { dist } from '../../../src/math/upperHalfPlane'

describe('factorsOfHead', () => {
  it.each(['halfPlane', 'line'] as const)(
    'A ⊙ B, by the plain reference, is the C of the head: %s',
    (geometry) => {
      const beta = { kind: 'learned', beta: 3 } as const
      const head = attentionHead({ geometry, tokens: 5, inner: 3, beta })
      const parameters = head.start(7, 0.9)
      const { a, b, reals } = factorsOfHead(head.settings, parameters)
      const [metric, stride] = geometry === 'line' ? ([distOnLine, 1] as const) : ([dist, 2] as const)
      const c = metricProduct(metric, a, b, 5, 3, 5, stride, new Float64Array(25))
      head.costs(parameters).forEach((cost, n) => expect(cost).toBeCloseTo(c[n]!, 13))
      expect(reals).toEqual([Math.log(3)])
    },
  )

  it('is undone by parametersOfFactors, bit for bit', () => {
    const head = attentionHead({
      geometry: 'halfPlane',
      tokens: 4,
      inner: 2,
      beta: { kind: 'learned', beta: 3 },
    })
    const parameters = head.start(7)
    expect(parametersOfFactors(head.settings, factorsOfHead(head.settings, parameters))).toEqual(parameters)
    const { a, reals } = factorsOfHead(head.settings, parameters)
    expect(() => parametersOfFactors(head.settings, { a, b: a.slice(2), reals })).toThrow(
      'the factor b holds 14',
    )
  })
})
