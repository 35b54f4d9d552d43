import { describe, expect, it } from 'vitest'
import { derive } from '../../../src/document/derive'
import type { Element, Factor, Point } from '../../../src/document/document'
import { equivalentsOf } from '../../../src/document/equivalents'
import { exactTerms } from '../../../src/document/exactTerms'
import { lowestOf, sliceLoss, sliceOf } from '../../../src/document/slice'
import {
  after,
  before,
  chosen,
  determinant,
  distance,
  endOf,
  image,
  load,
  matrixOf,
  meanSquare,
  movedFactors,
  near,
  opened,
  product,
  says,
  solutionOf,
  stepOf,
  times,
  trace,
  type Matrix,
} from './byHand'

describe('three kinds of isometry', async () => {
  const lesson = await load('three-kinds')
  const matrix = (title: string) => matrixOf(opened(stepOf(lesson, title).link).element as Element)

  it('are a turn, a translation along an axis, and neither', () => {
    const turn = matrix('Elliptic: a turn')
    expect(image(turn, [0, 1])).toEqual([0, 1])
    expect(trace(turn)).toBeCloseTo(2 * Math.cos(Math.PI / 4), 12)
    const fourth = times(times(turn, turn), times(turn, turn))
    near([[...fourth]], [[-4, 0, 0, -4]])
    near([[...image(turn, [0, 2])]], [[3 / 5, 4 / 5]])

    const along = matrix('Hyperbolic: along an axis')
    expect(2 * Math.acosh(trace(along) / 2)).toBeCloseTo(Math.LN2, 12)
    for (const [x, y] of [
      [1, 2],
      [-3, 1],
    ] as const) {
      const offAxis = Math.asinh(Math.abs(x) / y)
      expect(Math.sinh(distance([x, y], image(along, [x, y])) / 2)).toBeCloseTo(
        Math.sinh(Math.LN2 / 2) * Math.cosh(offAxis),
        12,
      )
    }
    says(stepOf(lesson, 'The trace tells'), '2.12', trace(along))

    const step = stepOf(lesson, 'Parabolic: neither')
    expect(trace(matrix('Parabolic: neither'))).toBe(2)
    says(step, '0.96', distance([0, 1], [1, 1]))
    says(step, '0.49', distance([0, 2], [1, 2]))
    expect(distance([0, 1e6], [1, 1e6])).toBeLessThan(2e-6)
  })

  it('are told by the trace', () => {
    const step = stepOf(lesson, 'The trace tells')
    const g = matrixOf(endOf(step).element as Element)
    expect([determinant(g), trace(g)]).toEqual([1, 3])
    chosen(step, 'hyperbolic')
    says(step, '1.92', 2 * Math.acosh(3 / 2))
    says(step, '1.618', (1 + Math.sqrt(5)) / 2)
    says(step, '0.618', (Math.sqrt(5) - 1) / 2)
    const golden = (1 + Math.sqrt(5)) / 2
    expect((2 * golden + 1) / (golden + 1)).toBeCloseTo(golden, 14)
  })

  it('of which one comes back after three times', () => {
    const g = matrix('Three times round')
    const fixed: Point = [-1 / 2, Math.sqrt(3) / 2]
    near([[...image(g, fixed)]], [[...fixed]])
    expect(times(g, g)).toEqual([-1, -1, 1, 0])
    expect(times(times(g, g), g)).toEqual([-1, 0, 0, -1])
    // g'(z) = 1 / (z + 1)², here e^(-2πi/3): an angle of -120°.
    expect((-2 * Math.atan2(fixed[1], fixed[0] + 1) * 180) / Math.PI).toBeCloseTo(-120, 12)
  })

  it('with a wall at trace 2', () => {
    const step = stepOf(lesson, 'Through the wall')
    const start = matrixOf(opened(step.link).element as Element)
    expect(trace(start)).toBeCloseTo(1, 14)
    near([[...image(start, [1 / 2, Math.sqrt(3) / 2])]], [[1 / 2, Math.sqrt(3) / 2]])
    const end = matrixOf(endOf(step).element as Element)
    expect(trace(end)).toBeCloseTo(3, 14)
    says(step, '2.62', (3 + Math.sqrt(5)) / 2)
    says(step, '0.38', (3 - Math.sqrt(5)) / 2)
    near([[...image(end, [0, 1])]], [[3, 1]])

    const steep = stepOf(lesson, 'How steep is the wall?')
    expect(trace(matrixOf(opened(steep.link).element as Element))).toBeCloseTo(2, 14)
    expect(trace(matrixOf(endOf(steep).element as Element))).toBeCloseTo(2.01, 14)
    says(steep, '0.20', 2 * Math.acosh(2.01 / 2))
    chosen(steep, '$0.20$')
  })

  it('may keep a row when A moves alone', () => {
    const step = stepOf(lesson, 'A only, and a fixed point')
    const end = endOf(step)
    expect([end.move, end.time]).toEqual(['a', 1])
    const { a } = movedFactors(end)
    near(
      [[...(a[0]![0] as Point)], [...(a[1]![0] as Point)]],
      [
        [0, 2],
        [1.2, 1.6],
      ],
    )
    const [old, now] = [before(end), after(end)]
    near([now[0]!], [old[0]!])
    now[1]!.forEach((c, l) => expect(Math.abs(c - old[1]![l]!)).toBeGreaterThan(0.5))
    // To the right, as seen from 2i.
    expect((a[1]![0] as Point)[0]).toBeGreaterThan(0)
    const half = derive({ ...end, time: 0.5 })
    expect(half.after[0]).toBeCloseTo(half.before[0]!, 12)
  })

  it('have exercises with solutions', () => {
    const [parabolic, along, half] = [1, 2, 3].map((n) => matrixOf(solutionOf(lesson, n).element as Element))
    expect([trace(parabolic!), parabolic![1]]).toEqual([2, 0])
    expect((along![0] + along![1]) / (along![2] + along![3])).toBe(1)
    expect((along![1] - along![0]) / (along![3] - along![2])).toBe(-1)
    expect(2 * Math.acosh(trace(along!) / 2)).toBeCloseTo(2 * Math.LN2, 12)
    expect([trace(half!), ...image(half!, [0, 2])]).toEqual([0, 0, 2])
    near([[...times(half!, half!)]], [[-4, 0, 0, -4]])
  })
})

describe('one product, many models', async () => {
  const lesson = await load('one-product')
  const start = opened(stepOf(lesson, 'One g for all points').link)
  const c = product(start)

  it('begins with two distances', () => {
    const step = stepOf(lesson, 'The product in the half-plane')
    expect(product(opened(step.link))[0]![0]).toBeCloseTo(Math.LN2, 12)
    expect(product(endOf(step))[0]![0]).toBeCloseTo(2 * Math.LN2, 12)
    chosen(step, '$2\\ln2\\approx1.39$')
    says(step, '2.725', c[1]![1]!)
    says(step, '1.763', Math.acosh(3))
    says(step, '0.962', Math.acosh(1.5))
  })

  it('moves eight points, and keeps the product', () => {
    const end = endOf(stepOf(lesson, 'One g for all points'))
    const g = matrixOf(end.element as Element)
    expect(2 * Math.acosh(trace(g) / 2)).toBeCloseTo(2 * Math.LN2, 12)
    expect([(5 * 3 + 9) / (3 + 5), (5 * -3 + 9) / (-3 + 5)]).toEqual([3, -3])
    const { a, b } = movedFactors(end)
    near(
      [[...(a[0]![0] as Point)], [...(b[1]![0] as Point)]],
      [
        [0.2, 1.6],
        [3, 2],
      ],
    )
    near(after(end), c)
    const said = endOf(stepOf(lesson, 'Unchanged, said three ways'))
    expect(matrixOf(said.element as Element)).toEqual([5, 8, 1, 5])
    expect(derive(said).largestChange).toBeLessThan(1e-14)
    expect(exactTerms(said)).toEqual({ equal: 8, total: 8 })
  })

  it('is another model when A moves alone', () => {
    const step = stepOf(lesson, 'A only')
    const now = product(movedFactors(endOf(step)))
    says(step, '1.39', c[0]![0]!)
    says(step, '2.53', now[0]![0]!)
    says(step, '2.42', c[0]![1]!)
    says(step, '1.48', now[0]![1]!)
    const signs = now.flat().map((x, n) => Math.sign(x - c.flat()[n]!))
    expect(new Set(signs)).toEqual(new Set([1, -1]))
    chosen(step, 'some grow, some shrink')
    near(after({ ...endOf(step), move: 'b' }), product(movedFactors({ ...endOf(step), move: 'b' })))
    expect(derive({ ...endOf(step), move: 'b' }).largestChange).toBeGreaterThan(0.1)
  })

  it('is kept exactly by a long element, and nearly by its numbers', () => {
    const step = stepOf(lesson, 'With numbers as computers have them')
    let g: Matrix = [1, 0, 0, 1]
    for (let n = 0; n < 8; n++) g = times([2, 1, 1, 1], g)
    expect(g).toEqual([1597, 987, 987, 610])
    const end = endOf(step)
    expect(matrixOf(end.element as Element)).toEqual(g)
    says(step, '15.4', 2 * Math.acosh(trace(g) / 2))
    const { largestChange, byDifferences, moved } = derive(end)
    expect(largestChange).toBeGreaterThan(1e-10)
    expect(largestChange).toBeLessThan(1e-8)
    chosen(step, 'between $10^{-10}$ and $10^{-8}$')
    expect(byDifferences).toBeLessThan(1e-15)
    expect(exactTerms(end)).toEqual({ equal: 8, total: 8 })
    const golden = (1 + Math.sqrt(5)) / 2
    for (let n = 0; n < 8; n += 2)
      for (const of of [moved.a, moved.b]) expect(Math.hypot(of[n]! - golden, of[n + 1]!)).toBeLessThan(1e-5)
  })

  it('is kept by an element for each inner index, and by mirrors', () => {
    for (const title of ['An own g for each inner index', 'Mirrors and orders', 'Many models, one function'])
      near(product(movedFactors(endOf(stepOf(lesson, title)))), c)
    const { a, b } = movedFactors(endOf(stepOf(lesson, 'Mirrors and orders')))
    expect([a[0]![0], b[0]![1]]).toEqual([
      [1.5, 1],
      [-1.5, 2],
    ])
  })

  it('has a fibre of dimension 12 and a group of dimension 6', () => {
    const step = stepOf(lesson, 'Is that all?')
    expect(equivalentsOf(endOf(step))).toMatchObject({
      parameters: 16,
      products: 4,
      rank: 4,
      fibre: 12,
      group: 6,
    })
    chosen(step, '$12$')
  })

  it('has exercises with solutions', () => {
    const [gauge, mirrored, exchanged] = [1, 2, 3].map((n) => solutionOf(lesson, n))
    expect(movedFactors(gauge!).a[0]).toEqual([
      [0, 1],
      [0, 1],
    ])
    expect(mirrored!.reflected).toBe(true)
    expect(exchanged!.a).toEqual(start.a.map((row) => [row[1], row[0]]))
    expect(exchanged!.b).toEqual([start.b[1], start.b[0]])
    for (const one of [gauge!, mirrored!, exchanged!]) near(product(movedFactors(one)), c)
  })
})

describe('the loss surface', async () => {
  const lesson = await load('loss-surface')
  /** mean (d(z, b₁ₗ) - c*ₗ)², for one row and one inner index. */
  const lossAt = (z: Point, { b }: { b: Factor }, target: readonly number[]) =>
    meanSquare([(b[0] as Point[]).map((w) => distance(z, w))], [[...target]])

  it('of one distance is 0 on a circle', () => {
    const step = stepOf(lesson, 'One distance has to be right')
    const end = endOf(step)
    const [target] = product(end)
    says(step, '0.96', target![0]!)
    for (const angle of [0.3, 2, 4, 5.5]) {
      const z: Point = [Math.sqrt(5) * Math.cos(angle), 3 + Math.sqrt(5) * Math.sin(angle)]
      expect(distance(z, [0, 2])).toBeCloseTo(Math.acosh(1.5), 12)
      expect(sliceLoss(sliceOf(end, 'base'), z)).toBeLessThan(1e-24)
    }
    chosen(step, 'on a whole circle')
  })

  it('of two distances is 0 at two mirror images', () => {
    const step = stepOf(lesson, 'Two distances')
    const end = endOf(step)
    near(product(end), [[Math.acosh(1.5), Math.acosh(1.5)]])
    for (const z of [
      [2, 2],
      [-2, 2],
    ] as const)
      expect(sliceLoss(sliceOf(end, 'base'), z)).toBeLessThan(1e-24)
    // Two hyperbolic circles are two circles on paper, which meet in two points at most.
    chosen(step, 'two')
  })

  it('of three distances is 0 at one point', () => {
    const step = stepOf(lesson, 'Three distances')
    const end = endOf(step)
    const [target] = product(end)
    says(step, '2.34', target![2]!)
    says(step, '2.342', target![2]!)
    says(step, '0.69', distance([-2, 2], [-2, 1]))
    says(step, '0.693', Math.LN2)
    says(step, '0.906', (target![2]! - Math.LN2) ** 2 / 3)
    expect(sliceLoss(sliceOf(end, 'base'), [-2, 2])).toBeCloseTo((target![2]! - Math.LN2) ** 2 / 3, 12)
  })

  it.each(['The surface is carried', 'Another shape, the same values'])('is carried: %s', (title) => {
    const step = stepOf(lesson, title)
    const end = endOf(step)
    const g = matrixOf(end.element as Element)
    const moved = movedFactors(end)
    const target = product(opened(step.link))[0]!
    for (const z of [
      [-2, 2],
      [0.5, 1],
      [1, 3],
      [2, 2],
    ] as const) {
      const value = lossAt(z, end, target)
      expect(lossAt(image(g, z), moved, target)).toBeCloseTo(value, 12)
      expect(sliceLoss(sliceOf(end, 'base'), z)).toBeCloseTo(value, 12)
      expect(sliceLoss(sliceOf(end, 'moved'), image(g, z))).toBeCloseTo(value, 12)
    }
    says(step, '0.906', lossAt(image(g, [-2, 2]), moved, target))
    expect(lowestOf(end, 'moved').loss).toBeLessThan(1e-12)
  })

  it('takes the place that is named', () => {
    const step = stepOf(lesson, 'Another shape, the same values')
    const [x, y] = image([5, 9, 1, 5], [-2, 2])
    says(step, '1.31', x)
    says(step, '2.46', y)
    expect(image([1, 1, 0, 1], [-2, 2])).toEqual([-1, 2])
  })

  it('stays when A moves, and moves when B does', () => {
    const onlyA = stepOf(lesson, 'A only')
    const endA = endOf(onlyA)
    const target = product(opened(onlyA.link))[0]!
    expect(movedFactors(endA).a[0]![0]).toEqual([3, 2])
    says(onlyA, '0.122', lossAt([3, 2], endA, target))
    expect(derive(endA).lossAfter).toBeCloseTo(lossAt([3, 2], endA, target), 12)
    const onlyB = stepOf(lesson, 'B only')
    const endB = endOf(onlyB)
    says(onlyB, '0.143', lossAt([2, 2], movedFactors(endB), target))
    expect(derive(endB).lossAfter).toBeCloseTo(lossAt([1, 2], endB, target), 12)
    for (const z of [
      [-2, 2],
      [1, 1],
    ] as const) {
      expect(sliceLoss(sliceOf(endA, 'moved'), z)).toBeCloseTo(lossAt(z, endA, target), 12)
      expect(sliceLoss(sliceOf(endB, 'moved'), [z[0] + 1, z[1]])).toBeCloseTo(lossAt(z, endB, target), 12)
    }
  })

  it('is translated along the diagonal on the line', () => {
    const step = stepOf(lesson, 'On the line: along the diagonal')
    const end = endOf(step)
    const byHand = (x: number, y: number) =>
      ((Math.abs(x - y) - 3) ** 2 + (Math.abs(x - 7) - 7) ** 2 + (Math.abs(2 - y) - 1) ** 2) / 4
    for (const [x, y] of [
      [0, 3],
      [1, 1],
      [-2, 5],
      [8, 2],
    ] as const) {
      expect(sliceLoss(sliceOf(end, 'base'), [x, y])).toBeCloseTo(byHand(x, y), 12)
      expect(sliceLoss(sliceOf(end, 'moved'), [x + 2, y + 2])).toBeCloseTo(byHand(x, y), 12)
    }
    // Zero needs |x - 7| = 7 and |2 - y| = 1.
    const zeros = [0, 14]
      .flatMap((x) => [1, 3].map((y) => [x, y] as const))
      .filter(([x, y]) => byHand(x, y) === 0)
    expect(zeros).toEqual([[0, 3]])
  })

  it('depends on s - t only between two sliders', () => {
    const end = endOf(stepOf(lesson, 'What does not move'))
    const [target] = product(end)
    const at = (s: number, t: number) =>
      meanSquare(
        product({
          a: [[image([1, s, 0, 1], end.a[0]![0] as Point)]],
          b: [(end.b[0] as Point[]).map((w) => image([1, t, 0, 1], w))],
        }),
        [[...target!]],
      )
    expect(at(0.7, 0.7)).toBeLessThan(1e-24)
    expect(at(1.5, 0.25)).toBeCloseTo(at(1.25, 0), 12)
    expect(at(1, 0)).toBeGreaterThan(0.1)
  })

  it('has exercises with solutions', () => {
    for (const n of [1, 2, 3]) {
      const solution = solutionOf(lesson, n)
      expect(solution.move).toBe('a')
      near(product(movedFactors(solution)), product(solution))
      expect(derive(solution).lossAfter).toBeLessThan(1e-24)
      expect(movedFactors(solution).a).not.toEqual(solution.a)
    }
    expect(movedFactors(solutionOf(lesson, 1)).a[0]![0]).toEqual([-1, 1])
    expect(movedFactors(solutionOf(lesson, 2)).a[0]![0]).toEqual([-2, 2])
    expect(movedFactors(solutionOf(lesson, 3)).a[0]![0]).toBe(6)
  })
})
