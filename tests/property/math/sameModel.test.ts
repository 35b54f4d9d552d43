import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { moveA, moveB } from '../../../src/math/factors'
import { sameModel } from '../../../src/math/sameModel'
import { halfPlane } from '../../../src/math/space'
import { element, nearPoint, seeded } from '../arbitraries'

const factor = fc
  .array(nearPoint, { minLength: 6, maxLength: 6 })
  .map((points) => Float64Array.from(points.flat()))

describe('sameModel', () => {
  it('any 3 × 2 × 3 model is the same as itself moved by two elements; not if a point is moved by 1e-5', () => {
    fc.assert(
      fc.property(factor, factor, element, element, fc.nat(5), (a, b, g, h, at) => {
        const second = {
          a: moveA(halfPlane, [g, h], a, 2, new Float64Array(12)),
          b: moveB(halfPlane, [g, h], b, 2, new Float64Array(12)),
        }
        expect(sameModel({ a, b }, second, 3, 2, 3).verdict).toBe('same')
        // Six points, of which one is out of place by 1e-5 of its height; three others already determine g.
        second.a[2 * at + 1]! *= 1 + 1e-5
        expect(sameModel({ a, b }, second, 3, 2, 3).verdict).toBe('different')
      }),
      seeded(300),
    )
  })
})
