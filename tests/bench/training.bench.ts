import { attentionRecipes, buildAttention } from '../../src/learning/recipes'
import { startRun, type RunSettings } from '../../src/learning/training'
import { hyperbolicProduct } from '../../src/math/hyperbolicProduct'
import { interleavedMinima, type BenchRow } from './bench'

const recipe = attentionRecipes.tree15Twice
const { head, data, task, settings } = buildAttention(recipe)
const bare: RunSettings = { ...settings, measureEvery: 1e9, checkpointEvery: 1e9 }

export async function bench(): Promise<BenchRow[]> {
  await Promise.resolve()
  return [wholeRun(), againstProduct()]
}

/** CPU time, because other work on the machine does not lengthen it; the least of ten runs. */
function wholeRun(): BenchRow {
  let value = Infinity
  let loss = 0
  for (let seed = 1; seed <= 10; seed++) {
    const run = startRun(task, settings, seed)
    const start = process.cpuUsage()
    run.step(recipe.steps)
    const { user, system } = process.cpuUsage(start)
    value = Math.min(value, (user + system) / 1e6)
    loss = Math.max(loss, run.measure().train.loss)
  }
  return {
    name: `${recipe.steps} steps of the 15-node tree, h = 2, measures and checkpoints included: CPU seconds`,
    value,
    goal: '≤ 0.5 s',
    holds: value <= 0.5 && loss < recipe.epsilon,
    detail: `largest loss of 10 seeds ${loss.toExponential(1)}`,
  }
}

function againstProduct(): BenchRow {
  const run = startRun(task, bare, 1)
  const { tokens, inner } = head.settings
  const q = run.parameters().slice(0, 2 * tokens * inner)
  const out = new Float64Array(tokens * tokens)
  const { step, product } = interleavedMinima(
    {
      step: () => run.step(20),
      product: () => {
        for (let n = 0; n < 20; n++) hyperbolicProduct(q, q, tokens, inner, tokens, out)
      },
    },
    100,
  )
  const value = step / product
  const rows = data.train.offsets.length - 1
  return {
    name: `one such step, ${rows} rows of attention with their gradient: time against the product alone`,
    value,
    goal: '≤ 25×',
    holds: value <= 25,
    detail: `${((step / 20) * 1e3).toFixed(0)} against ${((product / 20) * 1e3).toFixed(1)} µs`,
  }
}
