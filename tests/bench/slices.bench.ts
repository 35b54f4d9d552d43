import { factorsOfHead } from '../../src/learning/headFactors'
import { attentionRecipes, buildAttention } from '../../src/learning/recipes'
import { slicedHead } from '../../src/learning/slicedHead'
import { startRun } from '../../src/learning/training'
import { trainingSlice } from '../../src/learning/trainingSlice'
import { interleavedMinima, type BenchRow } from './bench'

const samples = 16_000

export async function bench(): Promise<BenchRow[]> {
  await Promise.resolve()
  return [picture('tree7'), picture('tree15')]
}

/** What a drag waits for: a picture of a trained head over a query and over a key, the slower of the two. */
function picture(name: 'tree7' | 'tree15'): BenchRow {
  const { head, data, task, settings } = buildAttention(attentionRecipes[name])
  const run = startRun(task, settings, 1)
  run.step(600)
  const { a, b, reals } = factorsOfHead(head.settings, run.parameters())
  const sliced = slicedHead(head.settings, data.train)
  const query = trainingSlice(sliced, { factor: 'a', row: 3, column: 0 })
  const key = trainingSlice(sliced, { factor: 'b', row: 0, column: 3 })
  const grid = { width: 160, height: samples / 160, x0: -4, y0: 0.04, dx: 0.05, dy: 0.04 }
  const out = new Float64Array(samples)
  const times = interleavedMinima({
    query: () => query.hold(a, b, reals).fill(grid, out),
    key: () => key.hold(a, b, reals).fill(grid, out),
    loss: () => {
      for (let n = 0; n < 20; n++) task.loss(run.parameters())
    },
  })
  const whole = Math.max(times.query, times.key)
  const value = ((times.loss / 20) * samples) / whole
  return {
    name: `a sample of a slice of the ${head.settings.tokens}-node head: times less than the whole loss`,
    value,
    goal: '≥ 15×',
    holds: value >= 15,
    detail: `${samples} samples in ${whole.toFixed(1)} ms`,
  }
}
