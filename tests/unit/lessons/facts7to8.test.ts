import { describe, expect, it } from 'vitest'
import { derive } from '../../../src/document/derive'
import type { Document } from '../../../src/document/document'
import { headParameters, headTaskOf } from '../../../src/document/head'
import { headData } from '../../../src/document/headLoss'
import { attentionReading } from '../../../src/document/attentionReading'
import { tokenNames } from '../../../src/document/tokenNames'
import { alignedTo, barrierOf, geodesic, lossesAlong, straight } from '../../../src/experiments/lossPaths'
import { minima } from '../../../src/experiments/minima'
import { cyclicOrders, differingOrders } from '../../../src/experiments/planarEmbedding'
import { resultOf } from '../../../src/experiments/record'
import { treeOf } from '../../../src/learning/tree'
import { toKlein } from '../../../src/math/models'
import {
  ids,
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
  chosen,
  trained7,
  afterPage,
  tablesOf,
} from './facts'

describe.each(ids)('the texts of %s', (id) => {
  const { steps, exercises } = lessonOf(id)
  const texts = [
    ...steps.flatMap(({ caption, prediction }) => [
      caption,
      ...(prediction ? [prediction.question, prediction.because, ...prediction.choices] : []),
    ]),
    ...exercises.flatMap(({ task, because }) => [task, because]),
  ]
  it('are as many and as short as a lecture bears', () => {
    expect(steps.length).toBeGreaterThanOrEqual(5)
    expect(steps.length).toBeLessThanOrEqual(10)
    expect(steps.filter(({ prediction }) => prediction).length).toBeGreaterThanOrEqual(2)
    expect(exercises.length).toBeGreaterThanOrEqual(2)
    expect(exercises.length).toBeLessThanOrEqual(3)
    for (const text of texts) expect(text.length, text).toBeLessThanOrEqual(420)
    for (const { notes } of steps) {
      expect(notes).toBeTruthy()
    }
  })
})

describe('attention on a tree', () => {
  const id = 'attention-on-a-tree'

  it('begins with the sequence of the notes, and wants what they say', () => {
    const { is } = stepOf(id, 'The task: find the nearest relative')
    const names = tokenNames(is.head!.task!)
    const sequence = headData(is.head!.task!).heldOut.sequences[0]!
    expect(sequence.map((token) => names[token])).toEqual(['122', '111', '122', '121', '1'])
    const edges = (k: number, l: number) => tree7.distances[7 * sequence[k]! + sequence[l]!]
    expect([0, 3, 4].map((l) => edges(1, l))).toEqual([4, 4, 2])
    expect([0, 1, 2, 3].map((l) => edges(4, l))).toEqual([2, 2, 2, 2])
    expect(edges(0, 2)).toBe(0)
  })
  it('starts from random tables and trains as is said', () => {
    const { is, step } = stepOf(id, 'Before training')
    says(step.caption, derive(is).lossBefore, 2)
    expect(step.caption).toContain(`$${Math.round(100 * heldOut(is))}\\,\\%$`)
    const run = afterPage(is, 400)
    const { because } = stepOf(id, 'Training')
    says(because, headTaskOf(is).loss(run), 3)
    const trained = { ...is, ...tablesOf(run) }
    expect(heldOut(trained)).toBe(1)
    const [root, ...others] = keysOf(trained).map((key, _, keys) => apart(key, keys[0]!))
    expect(root).toBe(0)
    for (const d of others.slice(0, 2)) expect(d.toFixed(1)).toBe('0.7')
    for (const d of others.slice(2)) expect(Math.abs(d - 1.3)).toBeLessThan(0.1)
  })
  it('draws the tree without crossings', () => {
    const { is, step } = stepOf(id, 'The drawing')
    says(step.caption, derive(is).lossBefore, 4)
    const keys = keysOf(is)
    const row = derive(is).before
    for (const d of row.slice(1, 7)) says(step.caption, d, 2)
    const klein = keys.map(([x, y]) => toKlein(x, y))
    const side = (p: number, q: number, r: number) =>
      Math.sign(
        (klein[q]![0] - klein[p]![0]) * (klein[r]![1] - klein[p]![1]) -
          (klein[q]![1] - klein[p]![1]) * (klein[r]![0] - klein[p]![0]),
      )
    for (const [p, q] of tree7.edges)
      for (const [r, s] of tree7.edges) {
        if (new Set([p, q, r, s]).size < 4) continue
        expect(side(p, q, r) !== side(p, q, s) && side(r, s, p) !== side(r, s, q)).toBe(false)
      }
  })
  it('has row 111 as it is said', () => {
    const { is, step, because } = stepOf(id, 'Row 111')
    const row = [...derive(is).before.slice(21, 28)]
    says(step.caption, row[1]!, 2)
    expect([row[0]!, row[4]!].map((d) => d.toFixed(2))).toEqual(['1.43', '1.43'])
    expect(because).toContain('$1.43$')
    expect(is.head!.beta).toBe(10)
    expect([tree7.distances[21], tree7.distances[25]]).toEqual([2, 2])
  })
  it('keeps every decision when both move, and a part when one does', () => {
    const both = stateOf((stepOf(id, 'Move everything').step.play as { link: string }).link)
    expect(derive(both).unchanged).toBe(true)
    expect(heldOut(both, derive(both).after)).toBe(1)
    expect(headData(both.head!.task!).heldOut.sequences.length * 5).toBe(5000)
    const { then, because } = stepOf(id, 'Move the queries only')
    const { after, lossAfter } = derive(then)
    expect(then.move).toBe('a')
    expect(because).toContain(`$${Math.round(100 * heldOut(then, after))}\\,\\%$`)
    says(because, lossAfter, 1)
    const only = (t: number) => {
      const one = stateOf(`v=1&preset=tree7&x=0&t=${t}&theta=0&move=a`)
      return Math.round(100 * heldOut(one, derive(one).after))
    }
    expect([0.1, 0.3, 1].map(only)).toEqual([100, 97, 78])
  })
  it('has a head on 15 nodes as is said', () => {
    const { is, step } = stepOf(id, 'Fifteen nodes')
    says(step.caption, derive(is).lossBefore, 3)
    expect(step.caption).toContain(`$${(100 * heldOut(is)).toFixed(1)}\\,\\%$`)
    const last = keysOf(is)
      .slice(7)
      .map((key) => apart(key, keysOf(is)[0]!))
    expect([Math.min(...last), Math.max(...last)].map((d) => d.toFixed(1))).toEqual(['1.9', '2.5'])
    expect(4 * keysOf(is).length).toBe(60)
    expect(tokenNames(is.head!.task!).at(-1)).toBe('1222')
  })
  it('has exercises with solutions', () => {
    const [root, query] = lessonOf(id).exercises.map(({ solution }) => stateOf(solution))
    expect(derive(root!).unchanged).toBe(true)
    expect(apart(pointsIn(derive(root!).moved.b)[0]!, [0, 1])).toBeLessThan(1e-3)
    const names = tokenNames(query!.head!.task!)
    const sequence = ['122', '111', '122', '121', '1'].map((name) => names.indexOf(name))
    expect(attentionReading(query!, sequence)!.before[21]).toBeGreaterThan(0.999)
    const before = attentionReading(stateOf(lessonOf(id).exercises[1]!.link), sequence)!.before.slice(20, 24)
    for (const weight of before) expect(Math.abs(weight - 0.25)).toBeLessThan(0.02)
    expect(Math.round(100 * heldOut(query!))).toBe(91)
    expect(derive(query!).lossBefore.toFixed(1)).toBe('1.5')
    const unlike = query!.a.filter(
      (row, k) => apart(row[0] as [number, number], trained7.a[k]![0] as [number, number]) > 1e-2,
    )
    expect(unlike).toHaveLength(1)
  })
})

describe('minima modulo the group', () => {
  const id = 'minima-modulo-the-group'
  const task = headTaskOf(trained7)
  const w = headParameters(trained7)
  const orders = (parameters: Float64Array) => cyclicOrders(tree7, parameters.subarray(14))
  const movedOf = (document: Document) => {
    const { a, b } = derive(document).moved
    return Float64Array.from([...a, ...b])
  }
  const rootMeanSquare = (p: Float64Array, q: Float64Array) => {
    const [from, to] = [pointsIn(p), pointsIn(q)]
    return Math.sqrt(from.reduce((sum, point, n) => sum + apart(point, to[n]!) ** 2, 0) / from.length)
  }
  const along = (way: 'straight' | 'geodesic', to: Float64Array) =>
    barrierOf(lossesAlong(task, way === 'straight' ? straight(w, to) : geodesic(task.layout, w, to), w, 60))

  it('compares heads that are solved and not in one orbit', () => {
    const { is, because, step } = stepOf(id, 'Another seed')
    says(step.caption, derive(is).lossBefore, 4)
    expect(heldOut(is)).toBe(1)
    const c = derive(trained7).before
    const most = Math.max(...derive(is).before.map((entry, n) => Math.abs(entry - c[n]!)))
    says(because, most, 2)
  })
  it('has the barriers that are said', () => {
    const { is, then, because, step } = stepOf(id, 'Half way')
    says(because, derive(then).lossBefore, 2)
    expect(because).toContain(`$${Math.round(100 * heldOut(then))}\\,\\%$`)
    const mid = headParameters(then)
    headParameters(is).forEach((value, n) =>
      expect(Math.abs(mid[n]! - (w[n]! + value) / 2)).toBeLessThan(6e-4),
    )
    says(because, along('straight', headParameters(is)), 2)
    expect(step.notes).toContain(along('geodesic', headParameters(is)).toFixed(2))
  })
  it('aligns one head with W and leaves no barrier', () => {
    const { step, is } = stepOf(id, 'The best g')
    says(step.caption, rootMeanSquare(w, headParameters(is)), 2)
    const aligned = stepOf(id, 'And the barrier?')
    expect((step.play as { link: string }).link).toBe(aligned.step.link)
    says(step.caption, rootMeanSquare(w, movedOf(aligned.is)), 2)
    expect(derive(aligned.is).unchanged).toBe(true)
    expect(along('geodesic', movedOf(aligned.is))).toBe(0)
    // Seeds 12, 13 and 14 of the experiment.
    const three = { tree: '7', models: 3, first: 3, second: 1, seed: 12 } as const
    const pair = resultOf(minima(three, page)).tables[0]!.rows.find(
      ([one, two]) => `${one} ${two}` === '1 A 3 A',
    )!
    expect(pair[2]).toBe(0)
    expect(pair[4]).toBe(0)
  })
  it('needs a mirror once', () => {
    const { is, step } = stepOf(id, 'In the mirror')
    expect(is.reflected).toBe(true)
    says(step.caption, rootMeanSquare(w, movedOf(is)), 2)
    expect(along('geodesic', movedOf(is))).toBe(0)
    const base = headParameters(is)
    const { alignment } = alignedTo(task.layout, base, w).columns[0]!
    expect(alignment.reflected).toBe(true)
  })
  it('meets another drawing', () => {
    const { is, then, step, right } = stepOf(id, 'One that does not fit')
    says(step.caption, derive(is).lossBefore, 4)
    says(step.caption, along('geodesic', headParameters(is)), 2)
    says(right, along('geodesic', movedOf(then)), 2)
    expect(step.notes).toContain(rootMeanSquare(w, movedOf(then)).toFixed(2))
    expect(differingOrders(orders(w), orders(movedOf(then)))).toBe(1)
    // Round node 11, from its parent on: 1, 112, 111 in W and 1, 111, 112 here; alike round 12.
    expect(orders(w)).toEqual([
      [0, 4, 3],
      [0, 6, 5],
    ])
    expect(orders(movedOf(then))).toEqual([
      [0, 3, 4],
      [0, 6, 5],
    ])
  })
  it('counts two among ten seeds', () => {
    const { step, because } = stepOf(id, 'Ten seeds')
    const { findings, tables } = resultOf(minima(chosen(step.prediction!.link!), page))
    expect(findings[0]).toMatch(/^10 of 10 .* in 2 ways/)
    const rows = tables[0]!.rows as (readonly [string, string, number, number, number, number])[]
    const same = rows.filter(([, , differing]) => differing === 0)
    const other = rows.filter(([, , differing]) => differing > 0).map((row) => row[4])
    expect(because).toContain(`All $${same.length}$ pairs`)
    expect(because).toContain(`the $${other.length}$ others`)
    expect(same.every((row) => row[4] === 0)).toBe(true)
    says(because, Math.min(...other), 2)
    says(because, Math.max(...other), 2)
  })
  it('has as many drawings as nodes with three neighbours say', () => {
    const count = (parents: readonly number[]) =>
      2 ** (cyclicOrders(treeOf(parents), new Float64Array(2 * parents.length).fill(1)).length - 1)
    expect(count(tree7.parents)).toBe(2)
    const { is } = stepOf(id, 'What may be hoped for')
    expect(count(is.head!.task!.parents)).toBe(32)
  })
  it('has exercises with solutions', () => {
    const [swap, align, mirror] = lessonOf(id).exercises.map(
      ({ link, solution }) => [stateOf(link), stateOf(solution)] as const,
    )
    const [from, to] = swap!
    const exchanged = <T>(row: readonly T[]) => row.map((_, n) => row[n === 3 ? 4 : n === 4 ? 3 : n]!)
    expect([to.a, to.b]).toEqual([exchanged(from.a), from.b.map(exchanged)])
    expect(heldOut(to)).toBe(1)
    expect(differingOrders(orders(w), orders(headParameters(from)))).toBe(1)
    expect(differingOrders(orders(w), orders(headParameters(to)))).toBe(0)
    const image = alignedTo(task.layout, headParameters(to), w).parameters
    expect(along('geodesic', image)).toBe(0)
    const brought = movedOf(align![1])
    expect(headParameters(align![1])).toEqual(headParameters(align![0]))
    const [here, there] = [pointsIn(brought), pointsIn(w)]
    here.forEach((point, n) => expect(apart(point, there[n]!)).toBeLessThan(0.1))
    expect(rootMeanSquare(brought, w).toFixed(2)).toBe('0.04')
    expect(along('geodesic', brought)).toBe(0)
    expect(mirror![1].reflected).toBe(true)
    expect(derive(mirror![1]).largestChange).toBe(0)
    for (const [n, order] of orders(movedOf(mirror![1])).entries())
      expect(order).toEqual([orders(w)[n]![0], ...orders(w)[n]!.slice(1).reverse()])
  })
})
