import { describe, expect, it } from 'vitest'
import { newData, type NewDataInputs } from '../../../src/experiments/newData'
import { resultOf, type PageModel } from '../../../src/experiments/record'

const page = {} as PageModel
const usual: NewDataInputs = { seeds: 1, starts: 4, steps: 100, noise: 0.02, tokens: 'different', seed: 1 }

/** [arm, model, start, loss on the new data, held-out loss] */
type Run = [arm: string, model: number, start: number, train: number, heldOut: number]

const runsOf = (inputs: Partial<NewDataInputs>) => {
  const [summary, runs] = resultOf(newData({ ...usual, ...inputs }, page)).tables
  const losses = new Map<string, number[]>()
  for (const [arm, , , , heldOut] of runs!.rows as Run[])
    losses.set(arm, [...(losses.get(arm) ?? []), heldOut])
  const range = (arm: string) => Math.max(...losses.get(arm)!) - Math.min(...losses.get(arm)!)
  return { range, summary: summary!.rows, runs: runs!.rows as Run[] }
}

describe('new data from equivalent starts', () => {
  // In the metric only rounding tells W from gW. Where points of Q and K come close it grows, by a factor for which there
  // is no bound here: 2e-15 to 2e-8 was seen for ten seeds, beside 4e-3 to 3e-2 in coordinates.
  it.each([1, 2, 3])('end at one loss in the metric and apart in coordinates, seed %s', (seed) => {
    const { range } = runsOf({ seed })
    const inCoordinates = range('orbit, Adam in (x, log y)')
    expect(range('orbit, Adam in the metric')).toBeLessThan(1e-3 * inCoordinates)
    expect(range('orbit, descent in the metric')).toBeLessThan(1e-3 * inCoordinates)
    expect(inCoordinates).toBeGreaterThan(1e-6)
    expect(range('turned, descent in (x, log y)')).toBeGreaterThan(1e-4)
    expect(range('noise, Adam in the metric')).toBeGreaterThan(1e-6)
    expect(range('fresh, Adam in the metric')).toBeGreaterThan(1e-3)
  })
  it('choose the best start by the new data, not by what is held out', () => {
    const { runs, summary } = runsOf({ seeds: 3, steps: 40 })
    for (const [arm, count, , , , best] of summary) {
      const chosen = [1, 2, 3].map(
        (model) =>
          runs
            .filter((run) => run[0] === arm && run[1] === model)
            .sort((one, other) => one[3] - other[3])[0]![4],
      )
      expect(count).toBe(3)
      expect(best).toBe(chosen.sort((one, other) => one - other)[1])
    }
  })
  it('take the same draws again', () => {
    const inputs = { ...usual, steps: 20, starts: 2 }
    expect(resultOf(newData(inputs, page))).toEqual(resultOf(newData(inputs, page)))
  })
})
