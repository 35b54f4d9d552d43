import { describe, expect, it } from 'vitest'
import { derive } from '../../../src/document/derive'
import type { Document, Element, Point } from '../../../src/document/document'
import { exactTerms } from '../../../src/document/exactTerms'
import { decodeLink } from '../../../src/document/link'
import { nominalAspect } from '../../../src/document/window'
import {
  after,
  before,
  chosen,
  distance,
  endOf,
  image,
  load,
  matrixOf,
  movedFactors,
  near,
  opened,
  product,
  says,
  solutionOf,
  stepOf,
  wordsOf,
} from './byHand'

const ids = ['distances', 'translate', 'half-plane', 'three-kinds', 'one-product', 'loss-surface']

describe.each(ids)('the lesson %s', (id) => {
  it('has five to ten steps with short captions, two predictions at least, and two or three exercises', async () => {
    const { steps, exercises } = await load(id)
    expect(steps.length).toBeGreaterThanOrEqual(5)
    expect(steps.length).toBeLessThanOrEqual(10)
    expect(exercises.length).toBeGreaterThanOrEqual(2)
    expect(exercises.length).toBeLessThanOrEqual(3)
    expect(steps.filter(({ prediction }) => prediction).length).toBeGreaterThanOrEqual(2)
    for (const { caption } of steps) expect(caption.length).toBeLessThanOrEqual(420)
    for (const { notes, look } of steps) expect([notes, look?.length ?? 0]).not.toEqual([undefined, 0])
  })

  it('shows the products that its points have', async () => {
    for (const step of (await load(id)).steps) {
      const shown = opened(step.link)
      near(before(shown), product(shown))
      const end = endOf(step)
      if (end.time === 1) near(after(end), product(movedFactors(end)), 6)
    }
  })

  it('breaks where one factor moves, in one step at least, and nowhere else', async () => {
    const ends = (await load(id)).steps.map(endOf)
    expect(ends.filter(({ move }) => move !== 'both').length).toBeGreaterThanOrEqual(1)
    for (const end of ends) {
      const { unchanged, largestChange, bound } = derive(end)
      expect(unchanged).toBe(end.move === 'both')
      if (end.move === 'both') expect(largestChange).toBeLessThanOrEqual(bound)
      else expect(largestChange).toBeGreaterThan(0.1)
    }
  })

  it('has all that it talks of inside its window', async () => {
    for (const step of (await load(id)).steps) {
      for (const [document, link] of [
        [opened(step.link), step.link],
        [endOf(step), step.prediction?.link ?? step.link],
      ] as const) {
        const { view } = decodeLink(link)
        if (view.fit) continue
        const half = (nominalAspect * view.height) / 2
        const { a, b } = movedFactors({ ...document, time: 1 })
        for (const place of [...a.flat(), ...b.flat()]) {
          const [x, y] = typeof place === 'number' ? [place, 0] : place
          expect(Math.abs(x - view.centre)).toBeLessThan(half)
          expect(y).toBeLessThan(view.height)
        }
      }
    }
  })
})

describe('a product made of distances', async () => {
  const lesson = await load('distances')
  const two = [
    [5, 8],
    [4, 11],
  ]

  it('is computed by hand', () => {
    expect(before(opened(stepOf(lesson, 'Distances instead of products').link))).toEqual([[5, 8]])
    const one = stepOf(lesson, 'One entry, two distances')
    expect(before(endOf(one))).toEqual(two)
    chosen(one, `$${two[1]![0]}$`)
  })

  it('differs from the usual product', () => {
    const { a, b } = opened(stepOf(lesson, 'What a large entry says').link) as unknown as {
      a: number[][]
      b: number[][]
    }
    const usual = a.map((row) => b[0]!.map((_, l) => row.reduce((sum, x, i) => sum + x * b[i]![l]!, 0)))
    expect(usual).toEqual([
      [8, -2],
      [27, -1],
    ])
  })

  it('is zero where a row is a column', () => {
    const end = endOf(stepOf(lesson, 'When is an entry zero?'))
    expect([end.a[0], end.b.map((row) => row[0])]).toEqual([
      [3, 4],
      [3, 4],
    ])
    expect(before(end)).toEqual([
      [0, 7],
      [4, 11],
    ])
  })

  it('has zeros on the diagonal for a transpose, and the distances of the rows beside them', () => {
    const step = stepOf(lesson, 'A matrix and its transpose')
    const end = endOf(step)
    expect(end.b).toEqual(end.a[0]!.map((_, i) => end.a.map((row) => row[i])))
    expect(before(end)).toEqual([
      [0, 5, 5],
      [5, 0, 6],
      [5, 6, 0],
    ])
    expect((end.a as number[][]).map(([x, y]) => x! ** 2 + y! ** 2)).toEqual([4, 37, 25])
    chosen(step, 'zeros')
  })

  it('doubles when both factors double', () => {
    const step = stepOf(lesson, 'Twice as far')
    const [start, end] = [opened(step.link), endOf(step)]
    expect(end.a).toEqual((start.a as number[][]).map((row) => row.map((x) => 2 * x)))
    expect(end.b).toEqual((start.b as number[][]).map((row) => row.map((x) => 2 * x)))
    expect(before(end)).toEqual(two.map((row) => row.map((c) => 2 * c)))
  })

  it('changes in one entry of four when A moves by 1, and in the same one by 2', () => {
    const end = endOf(stepOf(lesson, 'One side only'))
    expect(after(end)).toEqual([
      [3, 8],
      [4, 11],
    ])
    expect(after({ ...end, element: 2 })).toEqual([
      [1, 8],
      [4, 11],
    ])
  })

  it('has exercises with solutions', () => {
    expect(before(solutionOf(lesson, 1))).toEqual([
      [0, 7],
      [4, 11],
    ])
    const second = solutionOf(lesson, 2)
    expect(second.a).toEqual(opened(lesson.exercises[1]!.link).a)
    expect(before(second)).toEqual([
      [0, 0],
      [5, 5],
    ])
    expect(before(solutionOf(lesson, 3))).toEqual([
      [0, 2],
      [2, 0],
    ])
  })
})

describe('translations', async () => {
  const lesson = await load('translate')
  const same = [
    [5, 8],
    [4, 11],
  ]

  it('keep the product', () => {
    const step = stepOf(lesson, 'Add the same number everywhere')
    expect(endOf(step).element).toBe(2)
    expect(after(endOf(step))).toEqual(same)
    chosen(step, '$5$')
  })

  it('keep it up to rounding, and exactly', () => {
    const step = stepOf(lesson, 'Unchanged is measured')
    const end = endOf(step)
    const { largestChange, bound } = derive(end)
    says(step, '1.8', largestChange / 1e-15)
    // 2ε Σ (|α| + |a| + |b|), of the entry with the largest sum, c₂₁.
    expect(bound).toBeCloseTo(2 * Number.EPSILON * (2 * 3.2 + 1 + 3 + 6 + 4), 20)
    expect(wordsOf(step)).toContain(`$${(bound / 1e-15).toFixed(0)}\\cdot10^{-15}$`)
    expect(exactTerms(end)).toEqual({ equal: 8, total: 8 })
  })

  it('of A only add h to each entry for each 1, once A has passed B', () => {
    const step = stepOf(lesson, 'One side only')
    const end = endOf(step)
    expect([end.move, end.element]).toEqual(['a', 6])
    expect(after(end)).toEqual([
      [7, 10],
      [12, 15],
    ])
    expect(after({ ...end, element: 7 })).toEqual([
      [9, 12],
      [14, 17],
    ])
    for (const row of movedFactors(end).a as number[][])
      row.forEach((x, i) => (end.b[i] as number[]).forEach((y) => expect(x).toBeGreaterThan(y)))
    chosen(step, '$2$')
  })

  it('have a shortest representative, where the mean is 0', () => {
    const end = endOf(stepOf(lesson, 'One model for each α'))
    const { a, b } = movedFactors(end)
    expect([...a.flat(), ...b.flat()].reduce<number>((sum, x) => sum + (x as number), 0)).toBe(0)
  })

  it('may differ by inner index, and be mirrored', () => {
    const own = endOf(stepOf(lesson, 'An own α for each inner index'))
    expect(own.element).toEqual([1, -3])
    expect(after(own)).toEqual(same)
    const mirrored = endOf(stepOf(lesson, 'Mirrors too'))
    expect(after(mirrored)).toEqual(same)
    expect(movedFactors(mirrored).a).toEqual([
      [8, 2],
      [7, 6],
    ])
    expect(movedFactors(mirrored).b[0]).toEqual([5, 3])
  })

  it('are not all that keeps the product', () => {
    const step = stepOf(lesson, 'Same product, other model')
    const [start, end] = [opened(step.link), endOf(step)]
    expect(end.a).toEqual([start.a[0], [2, 7]])
    expect(end.b).toEqual(start.b)
    expect(product(end)).toEqual(same)
    expect([derive(end).lossAfter, derive(start).lossAfter]).toEqual([0, 0])
    // Within an inner index an isometry keeps |a₁ᵢ - a₂ᵢ|, and a permutation of the indices keeps the two as a set.
    const apart = ({ a }: Document) =>
      (a as number[][])[0]!.map((x, i) => Math.abs(x - (a as number[][])[1]![i]!))
    expect([apart(start), apart(end)]).toEqual([
      [1, 4],
      [2, 5],
    ])
    const toColumn = ({ a }: Document) =>
      Math.abs((a[1]![0] as number) - 1) + Math.abs((a[1]![1] as number) - 6)
    expect([toColumn(start), toColumn(end)]).toEqual([0, 2])
  })

  it('have exercises with solutions', () => {
    expect(movedFactors(solutionOf(lesson, 1)).a[1]).toEqual([0, 0])
    expect(after(solutionOf(lesson, 1))).toEqual(same)
    const { a, b } = movedFactors(solutionOf(lesson, 2))
    expect([a[0]![0], b[0]![0]]).toEqual([3, 0])
    expect(after(solutionOf(lesson, 2))).toEqual(same)
    const third = solutionOf(lesson, 3)
    expect(third.a).toEqual(opened(lesson.exercises[2]!.link).a)
    expect(third.b.map((row) => row[0])).toEqual([3, 4])
    expect(third.b.map((row) => row[1])).toEqual([6, 0])
    expect([product(third), derive(third).lossAfter]).toEqual([same, 0])
  })
})

describe('the half-plane', async () => {
  const lesson = await load('half-plane')
  const only = (document: Document) =>
    [product(document)[0]![0]!, product(movedFactors(document))[0]![0]!] as const

  it('has its distances', () => {
    const up = stepOf(lesson, 'A ruler that shrinks')
    says(up, '0.69', only(opened(up.link))[0])
    expect(only(endOf(up))[0]).toBeCloseTo(Math.log(4), 12)
    says(up, '1.39', Math.log(4))
    says(up, '2.08', 3 * Math.LN2)
    chosen(up, '$\\ln4\\approx1.39$')
    expect(distance([1, 1], [1, 8])).toBeCloseTo(Math.log(4) + Math.LN2, 12)

    const arc = stepOf(lesson, 'The shortest way')
    says(arc, '1.76', only(endOf(arc))[0])
    const line = stepOf(lesson, 'The distance in one line')
    says(line, '1.763', 2 * Math.asinh(1))
    expect(Math.cosh(only(endOf(line))[0])).toBeCloseTo(3, 12)
    expect(Math.cosh(Math.LN2)).toBeCloseTo(1 + 1 / 4, 14)

    const edge = stepOf(lesson, 'Down to the edge')
    says(edge, '6.00', only(endOf(edge))[0])
    chosen(edge, '$6.00$')
    says(edge, '5.996', 2 * Math.asinh(10))
    says(edge, '4.234', 2 * Math.asinh(10) - 2 * Math.asinh(1))
    says(edge, '4.605', 2 * Math.log(10))
    says(edge, '1.005', Math.sqrt(1 + 0.1 ** 2))
  })

  it('keeps them under Möbius maps of both ends, and not of one', () => {
    const twice = endOf(stepOf(lesson, 'Möbius maps'))
    expect(matrixOf(twice.element as Element)).toEqual([2, 0, 0, 1])
    expect(only(twice)[1]).toBeCloseTo(only(twice)[0], 12)
    const inverted = movedFactors(endOf(stepOf(lesson, 'The inversion')))
    expect([inverted.a[0]![0], inverted.b[0]![0]]).toEqual([
      [0.5, 0.5],
      [-0.5, 0.5],
    ])
    expect(image([0, -1, 1, 0], [0, 2])).toEqual([0, 0.5])
    const one = stepOf(lesson, 'One end only')
    says(one, '1.92', only(endOf(one))[1])
    expect(Math.cosh(only(endOf(one))[1])).toBeCloseTo(3.5, 12)
  })

  it('is turned by -2θ', () => {
    const step = stepOf(lesson, 'Three numbers make a Möbius map')
    const moved = movedFactors(endOf(step)).a[0]![0] as Point
    near([[...moved]], [[3 / 5, 4 / 5]])
    // From straight up to the right: in the disk about i, 2i was at angle 90° of the picture and is at 0° now.
    const { a } = movedFactors(opened(step.link))
    expect(distance(moved, [0, 1])).toBeCloseTo(distance(a[0]![0] as Point, [0, 1]), 12)
    expect(moved[0] ** 2 + moved[1] ** 2).toBeCloseTo(1, 12)
    expect(moved[0]).toBeGreaterThan(0)
    chosen(step, '$90^\\circ$ to the right')
  })

  it('has exercises with solutions', () => {
    expect(image(matrixOf(solutionOf(lesson, 1).element as Element), [0, 1])).toEqual([2, 3])
    const [start, down] = [opened(lesson.exercises[1]!.link), solutionOf(lesson, 2)]
    expect(product(down)[0]![0]).toBeCloseTo(product(start)[0]![0]!, 12)
    expect((down.b[0]![0] as Point)[1]).toBeLessThan((start.b[0]![0] as Point)[1])
    expect((down.b[0]![0] as Point)[0]).toBe((start.b[0]![0] as Point)[0])
    const left = movedFactors(solutionOf(lesson, 3)).a[0]![0] as Point
    near([[...left]], [[-3 / 5, 4 / 5]])
  })
})
