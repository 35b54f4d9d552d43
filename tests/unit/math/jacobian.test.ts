import { describe, expect, it } from 'vitest'
import { productJacobian } from '../../../src/math/jacobian'
import { normal, random, randomPoint } from '../../../src/math/random'
import { halfPlane, line, type Space } from '../../../src/math/space'

const rounded = (values: Float64Array) => [...values].map((value) => Math.round(value * 1e12) / 1e12 + 0)

describe('productJacobian', () => {
  it('line, 1×2×1: the signs of a - b, and their opposites', () => {
    const of = productJacobian('line', Float64Array.of(1, 5), Float64Array.of(3, 2), 1, 2, 1)
    expect([...of]).toEqual([-1, 1, 1, -1])
  })

  it('line, 2×1×2: each product entry knows its own row and column only', () => {
    const of = productJacobian('line', Float64Array.of(0, 9), Float64Array.of(1, 2), 2, 1, 2)
    expect([...of].map((value) => value + 0)).toEqual([-1, 0, 1, 0, -1, 0, 0, 1, 0, 1, -1, 0, 0, 1, 0, -1])
  })

  it('half-plane: i below 5i: a step up at i shortens by 1, at 5i lengthens by 1, whatever the height', () => {
    const of = productJacobian('halfPlane', Float64Array.of(0, 1), Float64Array.of(0, 5), 1, 1, 1)
    expect(rounded(of)).toEqual([0, -1, 0, 1])
  })

  it('half-plane: -1 + i and 1 + i: along their half circle about 0, at 45° at both ends', () => {
    const of = productJacobian('halfPlane', Float64Array.of(-1, 1), Float64Array.of(1, 1), 1, 1, 1)
    const half = Math.round(Math.SQRT1_2 * 1e12) / 1e12
    expect(rounded(of)).toEqual([-half, -half, half, -half])
  })

  it('agrees with differences of the product itself in 3×2×4, both spaces, within 1e-8', () => {
    const next = random(11)
    const [rows, inner, columns] = [3, 2, 4]
    const fill = (count: number, make: () => number[]) =>
      Float64Array.from(Array.from({ length: count }, make).flat())
    expectDifferences(
      line,
      fill(rows * inner, () => [normal(next)]),
      fill(inner * columns, () => [normal(next)]),
    )
    expectDifferences(
      halfPlane,
      fill(rows * inner, () => randomPoint(next)),
      fill(inner * columns, () => randomPoint(next)),
    )

    function expectDifferences<G>(space: Space<G>, a: Float64Array, b: Float64Array): void {
      const found = productJacobian(space.name, a, b, rows, inner, columns)
      const width = a.length + b.length
      const product = () => space.product(a, b, rows, inner, columns, new Float64Array(rows * columns))
      for (let n = 0; n < width; n++) {
        const [factor, at] = n < a.length ? [a, n] : [b, n - a.length]
        const height = space.stride === 2 ? factor[at - (at % 2) + 1]! : 1
        const was = factor[at]!
        const step = 1e-5
        factor[at] = was + step * height
        const above = product()
        factor[at] = was - step * height
        const below = product()
        factor[at] = was
        above.forEach((value, row) => {
          const slope = (value - below[row]!) / (2 * step)
          expect(Math.abs(slope - found[row * width + n]!)).toBeLessThan(1e-8)
        })
      }
    }
  })

  it('says where two points coincide: the distance has no derivative there', () => {
    const a = Float64Array.of(0, 1, 2, 1)
    const b = Float64Array.of(5, 1, 6, 1, 4, 1, 2, 1)
    expect(() => productJacobian('halfPlane', a, b, 1, 2, 2)).toThrow(
      'Entry (1, 2) of A and entry (2, 2) of B are the same point, and the distance has no derivative there',
    )
    expect(() => productJacobian('line', Float64Array.of(7), Float64Array.of(7), 1, 1, 1)).toThrow(
      /same point/,
    )
  })

  it('coincidence in different inner indices is no harm: these never meet', () => {
    const a = Float64Array.of(0, 1, 2, 1)
    const b = Float64Array.of(2, 1, 0, 1)
    expect(productJacobian('halfPlane', a, b, 1, 2, 1).every(Number.isFinite)).toBe(true)
  })
})
