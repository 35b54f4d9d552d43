import { describe, expect, it } from 'vitest'
import { attacks } from '../../../src/experiments/attacks'
import { booth } from '../../../src/experiments/booth'
import { newData } from '../../../src/experiments/newData'
import type { PageModel, Progress, Result } from '../../../src/experiments/record'
import { teleport } from '../../../src/experiments/teleport'

const page = {} as PageModel

/** Tables and matrices are full, and what is drawn or said has a name of its own. */
function checkShape({ plots, tables, findings }: Result): void {
  const areDifferent = (words: readonly string[]) => expect(new Set(words).size).toBe(words.length)
  areDifferent(findings)
  areDifferent(plots.map(({ name }) => name))
  areDifferent(tables.map(({ name }) => name))
  for (const { columns, rows } of tables) {
    areDifferent(columns)
    for (const row of rows) expect(row).toHaveLength(columns.length)
  }
  for (const plot of plots) {
    if (plot.kind === 'curves') {
      areDifferent(plot.series.map(({ name }) => name))
      continue
    }
    expect(plot.values).toHaveLength(plot.rows.length)
    for (const row of plot.values) expect(row).toHaveLength(plot.columns.length)
  }
  expect(JSON.stringify(findings)).not.toMatch(/NaN|undefined|Infinity/)
}

describe('an experiment tells how far it is', () => {
  const runs: [string, Generator<Progress, Result>][] = [
    ['booth', booth({ rate: 0.5, steps: 40, jump: 0 }, page)],
    ['teleport', teleport({ seeds: 2, epsilon: 0.05, trained: 0, most: 20, seed: 3 }, page)],
    ['newData', newData({ seeds: 2, starts: 2, steps: 20, noise: 0.1, tokens: 'repeated', seed: 3 }, page)],
    ['attacks', attacks({ seeds: 1, prototypes: 2, attack: 'many', radius: 0.01, copy: 2, seed: 3 }, page)],
  ]
  it.each(runs)('%s: its parts grow, and every result on the way has its shape', (_, run) => {
    let last = 0
    for (;;) {
      const { done, value } = run.next()
      if (done) return checkShape(value)
      expect(value.part).toBeGreaterThanOrEqual(last)
      expect(value.part).toBeLessThanOrEqual(1)
      last = value.part
      checkShape(value.result)
    }
  })
})
