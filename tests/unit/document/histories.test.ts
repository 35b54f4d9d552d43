import { describe, expect, it } from 'vitest'
import { historiesCsv, historiesJson, type RunHistory } from '../../../src/document/histories'

const losses = [0.1 + 0.2, 1 / 3, 5e-324]
const run: RunHistory = {
  label: 'Run 1: Adam in the metric, η 0.05',
  model: { title: 'A "tree", of 7', geometry: 'halfPlane', inner: 1, rule: 'fixed', beta: 10 },
  settings: [
    { step: 0, settings: { learningRate: 0.05 } },
    { step: 2, settings: { learningRate: 0.01 } },
  ],
  losses,
  euclideanNorms: [1, 2, 3],
  riemannianNorms: [4, 5, 6],
  heldOut: [{ step: 1, loss: 0.7, accuracy: { train: 0.5, heldOut: 0.25 } }],
  end: { step: 3, loss: { train: 0.01, heldOut: 0.02 }, accuracy: { train: 1, heldOut: 0.9 } },
}
const started: RunHistory = {
  ...run,
  losses: [],
  heldOut: [],
  settings: run.settings.slice(0, 1),
  end: undefined,
}

describe('histories of runs', () => {
  it('as CSV: what the runs are, then a line for each step, every number to the last digit', () => {
    const lines = historiesCsv([run, started]).trimEnd().split('\n')
    const about = lines.filter((line) => line.startsWith('#'))
    expect(about[0]).toContain('run 1: Run 1: Adam in the metric, η 0.05')
    expect(about[0]).toContain(JSON.stringify(run.model))
    expect(about[2]).toBe('# run 1, from step 2: {"learningRate":0.01}')
    expect(about).toHaveLength(5)
    const [names, ...rows] = lines.slice(about.length)
    const count = names!.match(/(?:"[^"]*"|[^,]+)(?:,|$)/g)!.length
    expect(rows.map((row) => row.split(','))).toEqual([
      ['1', '0', String(0.1 + 0.2), '', '', '', '1', '4'],
      ['1', '1', String(1 / 3), '0.7', '0.5', '0.25', '2', '5'],
      ['1', '2', '5e-324', '', '', '', '3', '6'],
      ['1', '3', '0.01', '0.02', '1', '0.9', '', ''],
    ])
    expect(rows.every((row) => row.split(',').length === count)).toBe(true)
  })

  it('as JSON: reads back as the same numbers', () => {
    const read = JSON.parse(historiesJson([run, started])) as { runs: object[] }
    expect(read).toEqual({ version: 1, runs: [run, { ...started, end: undefined }] })
    expect((read.runs[0] as RunHistory).losses).toEqual(losses)
  })
})
