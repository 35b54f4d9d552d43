import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { startedClassifier } from '../../../src/document/classifier'
import { derive } from '../../../src/document/derive'
import { defaultDocument } from '../../../src/document/presets'
import { store } from '../../../src/store/store'
import { forgetTraining, stepTraining, training, tuneTraining } from '../../../src/store/training'
import { startedTree } from '../../trees'

const open = (change: Partial<typeof defaultDocument>) => {
  store.getState().open({ ...defaultDocument, ...change })
  forgetTraining()
}
const step = (steps: number) => {
  stepTraining(steps)
  vi.advanceTimersByTime(100)
  return training.getState().progress!.conserved
}
/** Σ Re z and Σ |z|² of the tables of the document, with one inner index. */
const sums = () => {
  const { a, b } = derive(store.getState().document).base
  const points = [...a, ...b]
  return {
    re: points.reduce((sum, x, n) => (n % 2 === 0 ? sum + x : sum), 0),
    squares: points.reduce((sum, x) => sum + x * x, 0),
  }
}

beforeEach(() => vi.useFakeTimers())
afterEach(() => {
  forgetTraining()
  vi.useRealTimers()
})

it('a report tells what all steps of the run have done to the sums of the tables', () => {
  open(startedTree(7, 1, false, 1))
  tuneTraining({ method: 'gradientDescent', stepsIn: 'xy', learningRate: 0.05 })
  const before = sums()
  const conserved = step(50)!
  const after = sums()
  expect(conserved).toMatchObject({ kept: 'both', shortened: 0 })
  const { sumAtStart, sum, growth, predicted } = conserved.balances[0]!
  expect(sumAtStart).toBeCloseTo(before.re, 12)
  expect(sum).toBeCloseTo(after.re, 12)
  expect(growth).toBeCloseTo(after.squares - before.squares, 12)
  expect(Math.abs(sum - sumAtStart)).toBeLessThan(1e-12)
  expect(Math.abs(growth - predicted)).toBeLessThan(1e-12)
  expect(predicted).toBeGreaterThan(1e-3)
  tuneTraining({ method: 'adam' })
  expect(step(1)!.kept).toBe('neither')
})

it('a classifier, whose inputs stay, has no such report', () => {
  open(
    startedClassifier(
      {
        space: 'halfPlane',
        data: { kind: 'moons', train: 20, heldOut: 4, seed: 1 },
        perClass: 2,
        rule: 'fixed',
        beta: 4,
      },
      1,
    ),
  )
  expect(step(5)).toBeUndefined()
})
