import { describe, expect, it } from 'vitest'
import { basin, type BasinInputs } from '../../../src/experiments/basin'
import { resultOf, type PageModel } from '../../../src/experiments/record'

const page = {} as PageModel
const rowsOf = (way: BasinInputs['way'], seed: number) =>
  resultOf(basin({ way, size: 5, spread: 0.5, directions: 8, epsilon: 0.05, seed }, page)).tables[0]!
    .rows as [string, ...number[]][]

describe('the width of a basin', () => {
  it.each([1, 2, 3])('in the metric is the same all over the orbit; seed %s', (seed) => {
    for (const way of ['translation', 'dilation', 'turn'] as const) {
      for (const [, , , , width, change] of rowsOf(way, seed)) {
        // Residuals below 3, C within 2ε‖g‖² Σ cosh, and ‖g‖² ≤ 102: 2 · 3 · 2ε · 102 · 2 cosh 3.
        expect(change).toBeLessThan(6 * 2 * Number.EPSILON * 102 * 20)
        expect(width).toBeGreaterThan(0.1)
      }
    }
  })
  it.each([1, 2, 3])('with filter normalisation is kept by dilations only; seed %s', (seed) => {
    const widths = (way: BasinInputs['way']) => rowsOf(way, seed).map((row) => row[1] as number)
    const dilated = widths('dilation')
    for (const width of dilated) expect(Math.abs(width / dilated[0]! - 1)).toBeLessThan(1e-10)
    const moved = widths('translation')
    // |z + 10| is at least 8 for these points and |z| about 1 (CLAIMS.md C4: narrower by ‖w + α‖/‖w‖).
    expect(moved[3]! / moved[0]!).toBeLessThan(1 / 4)
    expect(moved[3]!).toBeLessThan(moved[2]!)
    expect(moved[2]!).toBeLessThan(moved[1]!)
    const turned = widths('turn')
    // One of the medians may be the same by chance, not all three.
    expect(Math.max(...turned) / Math.min(...turned)).toBeGreaterThan(1.02)
  })
})
