import { describe, expect, it } from 'vitest'
import { derive } from '../../../src/document/derive'
import type { Document } from '../../../src/document/document'
import { headParameters, headTaskOf } from '../../../src/document/head'
import { barriers } from '../../../src/experiments/barriers'
import { booth } from '../../../src/experiments/booth'
import { curvature } from '../../../src/experiments/curvature'
import { norm2InOrbit, rotation, rotations } from '../../../src/experiments/gradientInOrbit'
import { pass } from '../../../src/experiments/pass'
import { resultOf, type PageModel } from '../../../src/experiments/record'
import { optimiser, usualOptimiser, type OptimiserSettings } from '../../../src/learning/optimisers'
import { euclideanNorm, riemannianNorm } from '../../../src/learning/parameters'
import { toKlein } from '../../../src/math/models'
import { fromIwasawa } from '../../../src/math/iwasawa'
import { act } from '../../../src/math/psl2r'
import { lessonOf, stateOf, stepOf, says, apart, pointsIn, page, chosen, afterPage } from './facts'

describe('two rulers', () => {
  const id = 'two-rulers'
  const { is: half, step: first } = stepOf(id, 'How long is a gradient?')
  const task = headTaskOf(half)
  const norms = (document: Document) => {
    const { a, b } = derive(document).moved
    const parameters = Float64Array.from([...a, ...b])
    const gradient = new Float64Array(parameters.length)
    const loss = task.loss(parameters, gradient)
    return {
      loss,
      paper: euclideanNorm(gradient),
      metric: riemannianNorm(task.layout, parameters, gradient),
      parameters,
    }
  }
  const descended = (parameters: Float64Array, learningRate: number, n: number) => {
    const at = parameters.slice()
    const gradient = new Float64Array(at.length)
    const settings: OptimiserSettings = {
      ...usualOptimiser,
      method: 'gradientDescent',
      coordinates: 'xy',
      learningRate,
    }
    const { step } = optimiser(task.layout, settings)
    for (let k = 0; k < n; k++) {
      task.loss(at, gradient)
      step(at, gradient)
    }
    return task.loss(at)
  }

  it('measures one gradient with both', () => {
    const { loss, paper, metric } = norms(half)
    says(first.caption, loss, 3)
    says(first.caption, paper, 3)
    says(first.caption, metric, 3)
    const dilated = stepOf(id, 'A dilation')
    const there = norms(dilated.then)
    expect(there.paper / paper).toBeCloseTo(1 / 2, 12)
    says(dilated.because, there.paper, 3)
    says(dilated.because, there.metric, 3)
    expect(there.loss).toBeCloseTo(loss, 13)
  })
  it('finds translations idle and dilations a learning rate', () => {
    const { then, step, right } = stepOf(id, 'A translation')
    const plain = descended(norms(half).parameters, 0.2, 60)
    says(step.caption, plain, 4)
    expect(right).toContain(plain.toFixed(4))
    expect(descended(norms(then).parameters, 0.2, 60)).toBeCloseTo(plain, 12)
    const dilated = stepOf(id, 'A learning rate in disguise')
    const { parameters } = norms(dilated.is)
    says(dilated.step.caption, descended(parameters, 0.2, 60), 3)
    expect(descended(parameters, 4 * 0.2, 60)).toBeCloseTo(plain, 12)
    expect(dilated.right).toBe('$0.8$')
    const twins = { kind: 'twins', method: 'gradientDescent', stepsIn: 'xy', learningRate: 0.2, steps: 60 }
    expect([step.play, dilated.step.play]).toEqual([twins, twins])
  })
  it('turns to the largest gradient', () => {
    const { is, step } = stepOf(id, 'Turns are what is left')
    const { parameters } = norms(half)
    const gradient = new Float64Array(parameters.length)
    task.loss(parameters, gradient)
    const all = rotations.map((theta) =>
      Math.sqrt(norm2InOrbit(task.layout, parameters, gradient, rotation(theta), 'xy')),
    )
    says(step.caption, Math.min(...all), 3)
    says(step.caption, Math.max(...all), 3)
    says(step.caption, Math.max(...all) / Math.min(...all), 2)
    expect(norms(is).paper).toBeCloseTo(Math.max(...all), 10)
    expect(
      [rotations[all.indexOf(Math.max(...all))], rotations[all.indexOf(Math.min(...all))]].map(
        (t) => (9 * t!) / Math.PI,
      ),
    ).toEqual([7, 2])
  })
  it('trains both members of the orbit to one loss in the metric', () => {
    const alone = stepOf(id, 'Train it in the metric')
    const copy = stepOf(id, 'Train its copy')
    const g = fromIwasawa(1.2, 0.5, 0.16)
    const base = headParameters(alone.is)
    const image = act(g, base, new Float64Array(base.length))
    pointsIn(image).forEach((point, n) =>
      expect(apart(point, pointsIn(headParameters(copy.is))[n]!)).toBeLessThan(1e-7),
    )
    const [one, other] = [alone.is, copy.is].map((document) => task.loss(afterPage(document, 60)))
    says(alone.step.caption, one!, 5)
    expect(copy.right).toContain(one!.toFixed(5))
    expect(Math.abs(other! - one!)).toBeLessThan(1e-11)
    expect([alone.step.play, copy.step.play]).toEqual([
      { kind: 'train', steps: 60 },
      { kind: 'train', steps: 60 },
    ])
  })
  it('has the numbers of the Booth function, by its eigenvalues 18 and 2', () => {
    const { step, right } = stepOf(id, 'Where jumping wins')
    const alone = (n: number, eta: number) => 72 * ((1 - 18 * eta) ** (2 * n) + (1 - 2 * eta) ** (2 * n))
    const jumped = (n: number, before: number, eta: number) =>
      alone(before, eta) * (1 - 18 * eta) ** (2 * (n - before))
    says(step.caption, alone(0, 0.08), 0)
    says(step.caption, alone(10, 0.08), 2)
    says(step.caption, jumped(10, 4, 0.08), 6)
    const best = resultOf(booth(chosen(step.prediction!.link!), page)).tables[1]!.rows as [
      string,
      number,
      number,
    ][]
    expect(right).toContain(best[0]![2].toFixed(1))
    for (const [, , loss] of best.slice(1)) expect(loss).toBeLessThan(1e-12)
    const [, arrives, early] = lessonOf(id).exercises
    const last = (link: string) => resultOf(booth(chosen(link), page)).tables[0]!.rows.at(-1) as number[]
    expect(last(arrives!.solution)[0]).toBe(5)
    expect(last(arrives!.solution)[2]).toBeLessThan(1e-25)
    expect(last(early!.solution)[2]).toBeLessThan(2e-5)
    expect(jumped(10, 0, 0.08) / 1.07e-5).toBeCloseTo(1, 2)
    for (let n = 1; n <= 10; n++) expect(jumped(10, n, 0.08)).toBeGreaterThan(2e-5)
  })
  it('has an exercise whose solution has a quarter of the gradient', () => {
    const there = norms(stateOf(lessonOf(id).exercises[0]!.solution))
    expect(there.paper / norms(half).paper).toBeCloseTo(1 / 4, 12)
    expect(there.loss).toBeCloseTo(norms(half).loss, 13)
  })
})

describe('the pass', () => {
  const id = 'the-pass'
  const cornersOf = (document: Document) => pointsIn(derive(document).moved.a)
  const lossOf = (document: Document, t = 1) => {
    const [p, q, r] = cornersOf(document) as [Corner, Corner, Corner]
    return [apart(p, q), apart(q, r), apart(p, r)].reduce((sum, d) => sum + (d - t) ** 2, 0) / 2
  }
  type Corner = readonly [number, number]
  /** Of three points: which way round they go. */
  const sense = (document: Document) => {
    const [p, q, r] = cornersOf(document).map(([x, y]) => toKlein(x, y)) as unknown as [
      Corner,
      Corner,
      Corner,
    ]
    return Math.sign((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]))
  }
  const straightBarrier = (from: Document, to: Document) => {
    const [start, end] = [cornersOf(from), cornersOf(to)]
    let most = 0
    for (let n = 0; n <= 2000; n++) {
      const [p, q, r] = start.map(([x, y], k) => [
        x + (n / 2000) * (end[k]![0] - x),
        y + (n / 2000) * (end[k]![1] - y),
      ]) as unknown as [Corner, Corner, Corner]
      most = Math.max(
        most,
        [apart(p, q), apart(q, r), apart(p, r)].reduce((sum, d) => sum + (d - 1) ** 2, 0) / 2,
      )
    }
    return most
  }
  const triangle = stepOf(id, 'A triangle').is

  it('has two minima with another sense of rotation', () => {
    const mirror = stepOf(id, 'Its mirror image').is
    for (const one of [triangle, mirror]) {
      expect(lossOf(one)).toBeLessThan(1e-11)
      expect(one.a.map(([corner]) => corner)).toEqual(one.b[0])
      expect(derive(one).lossAfter).toBeCloseTo((4 / 9) * lossOf(one), 12)
    }
    expect(sense(triangle)).toBe(1)
    expect(sense(mirror)).toBe(-1)
  })
  it('has straight barriers that depend on g', () => {
    const { is: mirror, then, because } = stepOf(id, 'Straight to the mirror image')
    expect(because).toContain(`= ${lossOf(then).toFixed(3)}$`)
    expect(cornersOf(then)).toEqual(
      cornersOf(triangle).map(([x, y], n) => [(x + cornersOf(mirror)[n]![0]) / 2, y]),
    )
    expect(straightBarrier(triangle, mirror).toFixed(3)).toBe('0.502')
    expect(because).toContain(((4 / 9) * lossOf(then)).toFixed(3))
    expect(derive(then).lossAfter).toBeCloseTo((4 / 9) * lossOf(then), 12)
    const turned = stepOf(id, 'Move one end')
    says(turned.right, straightBarrier(triangle, turned.then), 3)
    expect(lossOf(turned.then)).toBeLessThan(1e-11)
    const { tables } = resultOf(pass(chosen(stepOf(id, 'The pass').step.prediction!.link!), page))
    const straights = (tables[0]!.rows as number[][]).map((row) => row[1]!)
    says(turned.because, Math.min(...straights), 3)
    says(turned.because, Math.max(...straights), 3)
    expect(Math.min(...straights)).toBeGreaterThan(1 / 6)
  })
  it('is t²/6, the least of three points in a row', () => {
    const { is, then } = stepOf(id, 'The cheapest row')
    const sum = (document: Document) => {
      const [p, q, r] = cornersOf(document) as [Corner, Corner, Corner]
      return apart(p, q) + apart(q, r) - apart(p, r)
    }
    for (const one of [is, then]) expect(Math.abs(sum(one))).toBeLessThan(1e-8)
    expect(lossOf(is)).toBeCloseTo(1 / 2, 8)
    expect(lossOf(then)).toBeCloseTo(1 / 6, 8)
    expect(derive(then).lossAfter).toBeCloseTo(2 / 27, 8)
    const grid = Array.from({ length: 201 }, (_, n) => n / 100)
    const all = grid.flatMap((u) => grid.map((v) => ((u - 1) ** 2 + (v - 1) ** 2 + (u + v - 1) ** 2) / 2))
    expect(Math.min(...all)).toBeGreaterThan(1 / 6 - 1e-12)
    expect(Math.min(...all)).toBeLessThan(1 / 6 + 1e-4)
  })
  it('has signs of the Hessian that stay', () => {
    const { step } = stepOf(id, 'No way down opens')
    const rows = resultOf(curvature(chosen(step.prediction!.link!), page)).tables[0]!.rows
    for (const [, , positive, zero, negative] of rows) expect([positive, zero, negative]).toEqual([17, 3, 0])
    expect(Number(rows[0]![5]) / Number(rows[1]![5])).toBeCloseTo(4, 10)
  })
  it('is not lowered between trained heads', () => {
    const { is, step, because } = stepOf(id, 'Between trained heads')
    const { base, size } = derive(is)
    const trained = { task: headTaskOf(is), parameters: headParameters(is) }
    const own: PageModel = { space: 'halfPlane', ...base, ...size, trained }
    const rows = resultOf(barriers(chosen(step.prediction!.link!), own)).tables[0]!.rows as number[][]
    const [lines, aligned] = [rows.map((row) => row[1]!), rows.map((row) => row[3]!)]
    says(because, Math.min(...lines), 1)
    expect(Math.max(...lines)).toBeGreaterThan(1)
    says(because, Math.max(...aligned), 2)
    expect(Math.max(...aligned) - Math.min(...aligned)).toBeLessThan(1e-10)
    expect(Math.min(...rows.flatMap((row) => row.slice(1, 4)))).toBeGreaterThan(0)
  })
  it('has exercises with solutions', () => {
    const [row, fold, high] = lessonOf(id).exercises
    const solved = stateOf(row!.solution)
    expect(lossOf(solved, 2)).toBeCloseTo(4 / 6, 8)
    expect(derive(solved).lossAfter).toBeCloseTo(8 / 27, 8)
    const folded = stateOf(fold!.solution)
    expect(folded.reflected).toBe(true)
    const [corners, goal] = [cornersOf(folded), cornersOf(triangle)]
    for (const n of [0, 1]) expect(apart(corners[n]!, goal[n]!)).toBeLessThan(1e-4)
    expect(apart(corners[2]!, goal[2]!)).toBeGreaterThan(1)
    expect(sense(folded)).toBe(-1)
    const { side } = chosen(high!.solution) as { side: number }
    expect(side ** 2 / 6).toBe(1.5)
  })
})
