import { expect, it } from 'vitest'
import type { SpaceName } from '../../../src/document/document'
import { encodeLink } from '../../../src/document/link'
import { randomFactors, randomSeedOf, randomSeeds } from '../../../src/document/linkRandom1'
import { randomMatrices } from '../../../src/document/randomMatrices'
import { defaultView } from '../../../src/document/view'
import { dist } from '../../../src/math/upperHalfPlane'
import { plainLink } from '../../links'

const size = { rows: 2, inner: 1, columns: 1 }

it.each<SpaceName>(['halfPlane', 'line'])(
  '%s: every seed is found again in the matrices that it gave',
  (space) => {
    const first = new Set<string>()
    for (let seed = 0; seed < randomSeeds; seed++) {
      const { a, b } = randomFactors(space, size, seed)
      expect(randomSeedOf(space, a, b)).toBe(seed)
      first.add(JSON.stringify(a[0]![0]))
    }
    expect(first.size).toBe(randomSeeds)
  },
)

it('points lie alike in all directions from i: mean 0 and variance 0.64 of the hyperboloid’s p and q', () => {
  const { a, b } = randomFactors('halfPlane', { rows: 64, inner: 64, columns: 64 }, 5)
  const points = [...a, ...b].flat() as [number, number][]
  const all = points.flatMap(([x, y]) => {
    // From i: (x/y, (x² + y² - 1)/(2y)), and cosh ρ = √(1 + p² + q²).
    const [p, q] = [x / y, (x * x + y * y - 1) / (2 * y)]
    expect(Math.cosh(dist(0, 1, x, y))).toBeCloseTo(Math.sqrt(1 + p * p + q * q), 6)
    return [p, q]
  })
  const mean = all.reduce((sum, x) => sum + x, 0) / all.length
  const variance = all.reduce((sum, x) => sum + x * x, 0) / all.length
  // Four deviations: 0.8/√16384, and of squares 0.64 √((kurtosis - 1)/16384) with kurtosis 3 - 6/5/4 of four uniform ones.
  expect(Math.abs(mean)).toBeLessThan((4 * 0.8) / 128)
  // Three decimals near the boundary move p and q by no more than 0.001/y < 0.01.
  expect(Math.abs(variance - 0.64)).toBeLessThan((4 * 0.64 * Math.sqrt(1.7)) / 128 + 0.01)
})

it('a document of random matrices is written as its seed, and with its numbers once one was changed', () => {
  const document = randomMatrices('line', { rows: 3, inner: 4, columns: 2 }, 77)
  expect(plainLink(document, defaultView)).toBe('v=1&space=line&seed=77&size=3,4,2')
  expect(plainLink({ ...document, move: 'b' }, defaultView)).toBe('v=1&space=line&seed=77&size=3,4,2&move=b')
  const [row, ...rows] = document.b
  expect(encodeLink({ ...document, b: [[0.5, ...row!.slice(1)], ...rows] }, defaultView)).not.toContain(
    'seed',
  )
})
