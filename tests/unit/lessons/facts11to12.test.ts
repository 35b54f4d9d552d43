import { describe, expect, it } from 'vitest'
import { regionsReading, gridSize } from '../../../src/document/decisionRegions'
import { dataPlane } from '../../../src/document/dataPlane'
import { heldOutReading, trainingReading } from '../../../src/document/classifierReading'
import { derive } from '../../../src/document/derive'
import type { Document } from '../../../src/document/document'
import { equivalentsOf } from '../../../src/document/equivalents'
import { headParameters } from '../../../src/document/head'
import { models } from '../../../src/experiments/models'
import { cyclicOrders, differingOrders } from '../../../src/experiments/planarEmbedding'
import { resultOf } from '../../../src/experiments/record'
import { isProblem } from '../../../src/document/problem'
import {
  lessonOf,
  stateOf,
  stepOf,
  says,
  heldOut,
  tree7,
  keysOf,
  apart,
  pointsIn,
  page,
  trained7,
} from './facts'

describe('same function, same mistakes', () => {
  const id = 'same-function-same-mistakes'
  const { is: w } = stepOf(id, 'A classifier that is not perfect')
  const wrong = ({ labels, decisions }: { labels: Int32Array; decisions: Int32Array }) =>
    [...labels.keys()].filter((n) => labels[n] !== decisions[n]).map((n) => n + 1)
  const training = (document: Document) => trainingReading(document)!.after
  const held = (document: Document) => heldOutReading(document)!.after

  it('has the mistakes that are said', () => {
    const { step } = stepOf(id, 'A classifier that is not perfect')
    expect(wrong(training(w))).toEqual([1, 2, 3, 19, 21])
    expect(wrong(held(w))).toHaveLength(44)
    expect(held(w).labels).toHaveLength(400)
    for (const number of ['$80$', '$14$', '$75$', '$356$', '$400$']) expect(step.caption).toContain(number)
    expect(derive(w).size).toEqual({ rows: 80, inner: 1, columns: 14 })
  })
  it('keeps them all when both move, at every place', () => {
    const { step } = stepOf(id, 'An equivalent that knows better?')
    const moved = stateOf((step.play as { link: string }).link)
    expect(stepOf(id, 'Not one place').is).toEqual(moved)
    expect(held(moved).decisions).toEqual(held(w).decisions)
    expect(training(moved).decisions).toEqual(training(w).decisions)
    const { width, height } = gridSize(moved)
    expect(width * height).toBe(6912)
    const plane = dataPlane(moved.classifier!.data, moved.space, [0, 1])
    expect(regionsReading(moved, plane, width, height)!.changed).toBe(0)
  })
  it('is fooled by an attack that the other one is not', () => {
    const { is, then, step } = stepOf(id, 'An attack')
    const n = 7
    says(step.caption, training(is).radii[n]!, 3)
    expect(training(is).decisions[n]).toBe(training(is).labels[n])
    const [from, to] = [is, then].map(({ a }) => a[n]![0] as readonly [number, number])
    expect(apart(from!, to!).toFixed(2)).toBe('0.12')
    expect(step.notes).toContain('0.372 + 0.489i to 0.430 + 0.486i')
    expect([...from!, ...to!].map((x) => x.toFixed(3))).toEqual(['0.372', '0.489', '0.430', '0.486'])
    expect(wrong(training(then))).toEqual([1, 2, 3, 8, 19, 21])
    const fooled = stepOf(id, 'Whom does it fool?')
    expect(fooled.is).toEqual(then)
    const orbit = { ...then, element: { x: 0.4, t: 0.15, theta: 0.25 } }
    expect(training(orbit).decisions).toEqual(training(then).decisions)
    expect(fooled.then.a).toEqual(then.a)
    expect(training(fooled.then).decisions[n]).toBe(training(fooled.then).labels[n])
    expect(fooled.then.b).toEqual(stepOf(id, 'Trained anew').is.b)
    expect(wrong(training(fooled.then))).toEqual([1, 24])
  })
  it('repairs and breaks when prototypes alone move', () => {
    const { then, right } = stepOf(id, 'Prototypes only')
    expect(then.move).toBe('b')
    const [before, after] = [new Set(wrong(held(w))), new Set(wrong(held(then)))]
    expect([...before].filter((n) => !after.has(n))).toHaveLength(18)
    expect([...after].filter((n) => !before.has(n))).toHaveLength(38)
    expect(right).toBe(`$${after.size}$`)
  })
  it('is another function when it is trained anew', () => {
    const { is } = stepOf(id, 'Trained anew')
    const [one, other] = [new Set(wrong(held(w))), new Set(wrong(held(is)))]
    expect(other.size).toBe(46)
    expect([...one].filter((n) => other.has(n))).toHaveLength(19)
    expect([...one].filter((n) => !other.has(n))).toHaveLength(25)
    expect([...other].filter((n) => !one.has(n))).toHaveLength(27)
  })
  it('has exercises with solutions', () => {
    const [move, drag] = lessonOf(id).exercises.map(({ solution }) => stateOf(solution))
    expect(move!.move).toBe('b')
    expect(wrong(training(move!))).toEqual([1, 2, 3, 21, 23])
    expect(wrong(held(move!))).toHaveLength(46)
    expect(drag!.b).toEqual(w.b)
    expect(wrong(training(drag!))).toEqual([1, 2, 3, 21])
    expect(apart(drag!.a[18]![0] as [number, number], w.a[18]![0] as [number, number])).toBeLessThan(0.1)
    drag!.a.forEach(([point], n) => {
      if (n !== 18)
        expect(apart(point as [number, number], w.a[n]![0] as [number, number])).toBeLessThan(0.01)
    })
  })
})

describe('is it quantum?', () => {
  const id = 'is-it-quantum'

  it('finds one function among many members', () => {
    const { findings } = resultOf(
      models({ members: 2000, length: 8, data: 'moons', starts: 'scattered', retrained: 1, seed: 1 }, page),
    )
    expect(findings[1]).toMatch(/not one is decided differently/)
  })
  it('has a fibre that is more than an orbit', () => {
    const { is, then } = stepOf(id, 'Same product, another model?')
    const terms = (document: Document) =>
      document.b.map(([point], i) => apart(point as [number, number], document.a[0]![i] as [number, number]))
    for (const one of [is, then, stateOf(lessonOf(id).exercises[1]!.solution)])
      expect(derive(one).before[0]).toBeCloseTo(Math.log(8), 9)
    expect(terms(is).map((d) => Math.exp(d).toFixed(9))).toEqual(['2.000000000', '4.000000000'])
    expect(terms(then).map((d) => Math.exp(d).toFixed(9))).toEqual(['1.000000000', '8.000000000'])
    const [one, other] = terms(stateOf(lessonOf(id).exercises[1]!.solution))
    expect(one).toBe(other)
    // The row (2i, 2i) tells the two pairs apart.
    const second = (document: Document) =>
      document.b.reduce((sum, [point]) => sum + apart(point as [number, number], [1, 2]), 0)
    expect([second(is), second(then)].map((d) => Math.exp(d).toFixed(6))).toEqual(['2.000000', '8.000000'])
  })
  it('counts dimensions as is said', () => {
    const { is, step } = stepOf(id, 'How many are there?')
    const found = equivalentsOf(is)
    if (isProblem(found)) throw new Error(found.problem)
    const { parameters, group, fibre } = found
    expect([group, parameters, fibre]).toEqual([18, 144, 108])
    for (const number of [18, 36, 108, 144]) expect(step.caption).toContain(`$${number}$`)
  })
  it('has an average that is no member', () => {
    const { is, then, because } = stepOf(id, 'Superposition?')
    expect(derive(is).unchanged).toBe(true)
    says(stepOf(id, 'Superposition?').step.caption, derive(is).lossAfter, 4)
    says(because, derive(then).lossBefore, 2)
    expect(because).toContain(`$${Math.round(100 * heldOut(then))}\\,\\%$`)
    // The mean of z and -1/z.
    const [mean, base] = [headParameters(then), headParameters(trained7)]
    for (let n = 0; n < base.length; n += 2) {
      const [x, y] = [base[n]!, base[n + 1]!]
      const size = x * x + y * y
      expect(Math.abs(mean[n]! - (x - x / size) / 2)).toBeLessThan(6e-4)
      expect(Math.abs(mean[n + 1]! - (y + y / size) / 2)).toBeLessThan(6e-4)
    }
  })
  it('shows the other drawing where it says so', () => {
    const { is } = stepOf(id, 'Does it search?')
    const orders = (document: Document) => cyclicOrders(tree7, headParameters(document).subarray(14))
    expect(differingOrders(orders(trained7), orders(is))).toBe(1)
    expect(derive(is).lossBefore).toBeLessThan(0.002)
  })
  it('has exercises with solutions', () => {
    const [gauge, , dilated] = lessonOf(id).exercises.map(({ solution }) => stateOf(solution))
    const [first, second] = pointsIn(derive(gauge!).moved.b)
    expect(apart(first!, [0, 1])).toBeLessThan(1e-3)
    expect(Math.abs(second![0])).toBeLessThan(1e-3)
    const d = apart(keysOf(trained7)[0]!, keysOf(trained7)[1]!)
    expect(d.toFixed(3)).toBe('0.808')
    expect(Math.exp(d).toFixed(2)).toBe('2.24')
    expect(Math.abs(second![1] - Math.exp(d))).toBeLessThan(1e-3)
    expect(derive(gauge!).unchanged).toBe(true)
    const moved = pointsIn(derive(dilated!).moved.b)
    keysOf(trained7).forEach(([x, y], n) =>
      expect(apart(moved[n]!, [(x + 2 * x) / 2, (y + 2 * y) / 2])).toBeLessThan(1e-7),
    )
    expect(derive(dilated!).unchanged).toBe(true)
  })
})
