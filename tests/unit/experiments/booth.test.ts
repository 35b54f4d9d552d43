import { describe, expect, it } from 'vitest'
import { booth } from '../../../src/experiments/booth'
import { resultOf, type PageModel } from '../../../src/experiments/record'

const page = {} as PageModel
const tablesOf = (rate: number, steps = 10, jump = 4) => {
  const [losses, best] = resultOf(booth({ rate, steps, jump }, page)).tables
  return { losses: losses!.rows as number[][], best: best!.rows as [string, number, number][] }
}

describe('descent on the Booth function', () => {
  it('has the published losses: 144, after 10 steps 2.2025, with a jump at step 4 9.45e-4', () => {
    const { losses } = tablesOf(0.08)
    expect(losses).toHaveLength(11)
    expect(losses[0]!.slice(1)).toEqual([144, 144, 144, 144])
    expect(losses[10]![1]).toBeCloseTo(2.2025, 4)
    expect(losses[10]![2]! / 9.45e-4).toBeCloseTo(1, 4)
  })
  // In the eigenvectors of the Hessian, 18 and 2, the start is (-12, 0) = -6 (1, 1) - 6 (1, -1): two numbers that are
  // multiplied by 1 - 18η and 1 - 2η. A step rounds each coordinate by a few ε of the largest so far.
  it.each([0.01, 0.05, 0.08, 0.1])('follows the closed form at learning rate %s', (rate) => {
    const [steep, flat] = [1 - 18 * rate, 1 - 2 * rate]
    const { losses } = tablesOf(rate)
    for (const [n, none, largest, smallest, invariant] of losses as [
      number,
      number,
      number,
      number,
      number,
    ][]) {
      const alone = (k: number) => 72 * (steep ** (2 * k) + flat ** (2 * k))
      const jumped = (factor: number) => (n <= 4 ? alone(n) : alone(4) * factor ** (2 * (n - 4)))
      const rounding = 1e-13 * 144
      expect(Math.abs(none - alone(n))).toBeLessThan(rounding)
      expect(Math.abs(largest - jumped(steep))).toBeLessThan(rounding)
      expect(Math.abs(smallest - jumped(flat))).toBeLessThan(rounding)
      expect(Math.abs(invariant - 144 * flat ** (2 * n))).toBeLessThan(rounding)
    }
  })
  it('tunes each arm: without a jump no rate comes near what either jump and the invariant descent reach', () => {
    const best = new Map(tablesOf(0.08).best.map(([name, , loss]) => [name, loss]))
    const floor = Math.min(
      ...Array.from({ length: 2000 }, (_, n) => {
        const rate = n / 4000
        return 72 * ((1 - 18 * rate) ** 20 + (1 - 2 * rate) ** 20)
      }),
    )
    expect(best.get('no jump')! / floor).toBeGreaterThan(0.999)
    expect(best.get('no jump')! / floor).toBeLessThan(1.05)
    expect(best.get('to the largest gradient')).toBeLessThan(1e-12)
    expect(best.get('in (u, v), any jump')).toBe(0)
  })
  it('makes the jump after the last step if it comes later', () => {
    const { losses } = tablesOf(0.05, 3, 9)
    expect(losses).toHaveLength(4)
    expect(losses[3]![2]).toBe(losses[3]![1])
  })
})
