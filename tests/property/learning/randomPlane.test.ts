import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attentionHead } from '../../../src/learning/attentionHead'
import { factorsOfHead, parametersOfFactors, transposed } from '../../../src/learning/headFactors'
import { headLoss, type LossOfFactors } from '../../../src/learning/lossOfFactors'
import { nearestRelativeData } from '../../../src/learning/nearestRelative'
import { randomPlane, type RandomPlaneInput } from '../../../src/learning/randomPlane'
import { halfPlaneTangents, lineTangents, type Tangents } from '../../../src/learning/tangents'
import { completeBinaryTree, treeOf } from '../../../src/learning/tree'
import { moveA, moveB } from '../../../src/math/factors'
import { frechetMean } from '../../../src/math/frechetMean'
import { act, norm2, type Psl2r } from '../../../src/math/psl2r'
import { halfPlane } from '../../../src/math/space'
import { dist } from '../../../src/math/upperHalfPlane'
import { coshFromI, elementWithin, epsilon, grain, seeded, uniform } from '../arbitraries'
import { costRounding, lossRounding } from './rounding'

const tokens = 7
const { train: data } = nearestRelativeData(treeOf(completeBinaryTree(tokens)), {
  train: 12,
  heldOut: 1,
  length: 5,
  seed: 3,
})
const head = attentionHead({ geometry: 'halfPlane', tokens, inner: 2, beta: { kind: 'learned', beta: 4 } })
const shape = { rows: tokens, inner: 2, columns: tokens }
const slider = uniform(-1, 1)

const pointAt = (points: Float64Array, n: number): [number, number] => [points[2 * n]!, points[2 * n + 1]!]

/** The points that a plane reaches, A and then B, from a loss that keeps them. */
function reaching<G>(
  tangents: Tangents<G>,
  input: Omit<RandomPlaneInput<G>, 'loss'>,
  frame: 'intrinsic' | 'coordinates',
) {
  const kept = { a: new Float64Array(0), b: new Float64Array(0) }
  const loss: LossOfFactors = (a, b) => {
    kept.a = a.slice()
    kept.b = b.slice()
    return 0
  }
  const plane = randomPlane(tangents, frame, { ...input, loss })
  return (s: number, t: number) => {
    plane.lossAt(s, t)
    return Float64Array.from([...kept.a, ...kept.b])
  }
}

/** The inner index of a point, those of A before those of B. */
const columnOf = (n: number) => (n < 2 * tokens ? n % 2 : Math.floor((n - 2 * tokens) / tokens))

describe('the random plane', () => {
  const parameters = head.start(4, 0.7)
  const { a, b, reals } = factorsOfHead(head.settings, parameters)
  const loss = headLoss(head, data, reals)
  const unmoved = { ...shape, a, b, movesA: [[1, 0, 0, 1]], movesB: [[1, 0, 0, 1]], varied: 'both' } as const

  /**
   * How far a point reached from gz may be from g of the one reached from z: of its start 2 ε ‖g‖² cosh ρ(i, z), in
   * its direction twice that for the turn by g and 8 ε besides, and of the exponential map 8 ε (1 + sinh r). On the
   * way r an error of the start grows to cosh r of it, one of the direction to sinh r. Last, the coordinates reached
   * are rounded, both times, and g is applied to one of them.
   */
  const errorOf = (g: Psl2r, z: [number, number], reached: [number, number], there: [number, number]) => {
    const r = dist(...z, ...reached)
    const start = 2 * epsilon * norm2(g) * coshFromI(z)
    const direction = 2 * start + 8 * epsilon
    const map = 2 * 8 * epsilon * (1 + Math.sinh(r))
    const stored = 2 * epsilon * (grain(there) + norm2(g) * coshFromI(reached))
    return Math.cosh(r) * start + Math.sinh(r) * direction + map + stored
  }

  it('intrinsic: through the moved model reaches g of the same points, one g or one for each inner index', () => {
    const elements = fc.tuple(elementWithin(2, 2), elementWithin(2, 2), fc.boolean())
    fc.assert(
      fc.property(elements, fc.nat(1e6), slider, slider, ([g, h, isOne], seed, s, t) => {
        const moves = isOne ? [g] : [g, h]
        const here = reaching(halfPlaneTangents, { ...unmoved, seed }, 'intrinsic')(s, t)
        const there = reaching(
          halfPlaneTangents,
          { ...unmoved, movesA: moves, movesB: moves, seed },
          'intrinsic',
        )(s, t)
        const base = Float64Array.from([...a, ...b])
        const end = a.length
        const wanted = new Float64Array(base.length)
        moveA(halfPlane, moves, here.subarray(0, end), 2, wanted.subarray(0, end))
        moveB(halfPlane, moves, here.subarray(end), 2, wanted.subarray(end))
        for (let n = 0; 2 * n < base.length; n++) {
          const by = moves[isOne ? 0 : columnOf(n)]!
          const bound = errorOf(by, pointAt(base, n), pointAt(here, n), pointAt(there, n))
          expect(dist(...pointAt(there, n), ...pointAt(wanted, n))).toBeLessThanOrEqual(bound)
        }
      }),
      seeded(200),
    )
  })

  it('intrinsic: the loss is the same picture after a move, to the error of those points', () => {
    fc.assert(
      fc.property(elementWithin(1, 1), fc.nat(1e6), slider, slider, (g, seed, s, t) => {
        const moved = { ...unmoved, movesA: [g], movesB: [g], seed, loss }
        const here = randomPlane(halfPlaneTangents, 'intrinsic', { ...unmoved, seed, loss }).lossAt(s, t)
        const there = randomPlane(halfPlaneTangents, 'intrinsic', moved).lossAt(s, t)
        const reached = reaching(halfPlaneTangents, { ...unmoved, seed }, 'intrinsic')(s, t)
        const far = act(g, reached, new Float64Array(reached.length))
        const base = Float64Array.from([...a, ...b])
        const errors = Array.from({ length: base.length / 2 }, (_, n) =>
          errorOf(g, pointAt(base, n), pointAt(reached, n), pointAt(far, n)),
        )
        const factors = { a: reached.subarray(0, a.length), b: reached.subarray(a.length), reals }
        const at = parametersOfFactors(head.settings, factors)
        const own = costRounding(head.costs(at).slice(), 2)
        const bound = lossRounding(head, at, data, (cell) => {
          const [k, l] = [Math.floor(cell / tokens), cell % tokens]
          const keys = 2 * tokens + l
          return own(cell) + errors[2 * k]! + errors[2 * k + 1]! + errors[keys]! + errors[keys + tokens]!
        })
        expect(Math.abs(there - here)).toBeLessThanOrEqual(bound)
      }),
      seeded(200),
    )
  })

  it('coordinates: is another picture after a move, by more than 0.1', () => {
    const seed = 3
    for (const g of [
      [0.6, -0.8, 0.8, 0.6],
      [2, 0, 0, 0.5],
      [1, 1, 0, 1],
    ] as const) {
      const moved = { ...unmoved, movesA: [g], movesB: [g], seed, loss }
      const here = randomPlane(halfPlaneTangents, 'coordinates', { ...unmoved, seed, loss })
      const there = randomPlane(halfPlaneTangents, 'coordinates', moved)
      expect(Math.abs(there.lossAt(0, 0) - here.lossAt(0, 0))).toBeLessThan(1e-13)
      const corners = [-1, 1].flatMap((s) => [-1, 1].map((t) => there.lossAt(s, t) - here.lossAt(s, t)))
      expect(Math.max(...corners.map(Math.abs))).toBeGreaterThan(0.1)
    }
  })

  it('on the line: intrinsic is the same after translations, one for each inner index; coordinates see them', () => {
    const onLine = attentionHead({ geometry: 'line', tokens, inner: 2, beta: { kind: 'fixed', beta: 4 } })
    const factors = factorsOfHead(onLine.settings, onLine.start(4, 0.7))
    const lossOnLine = headLoss(onLine, data, [])
    const input = { ...shape, a: factors.a, b: factors.b, varied: 'both', loss: lossOnLine } as const
    fc.assert(
      fc.property(uniform(-5, 5), uniform(-5, 5), slider, slider, fc.nat(1e6), (alpha, other, s, t, seed) => {
        const still = { ...input, movesA: [0], movesB: [0], seed }
        const moved = { ...input, movesA: [alpha, other], movesB: [alpha, other], seed }
        const here = randomPlane(lineTangents, 'intrinsic', still).lossAt(s, t)
        const there = randomPlane(lineTangents, 'intrinsic', moved).lossAt(s, t)
        const reached = reaching(lineTangents, still, 'intrinsic')(s, t)
        const at = Float64Array.from([
          ...reached.subarray(0, 14),
          ...transposed(reached.subarray(14), 2, 7, 1, new Float64Array(14)),
        ])
        const own = costRounding(onLine.costs(at).slice(), 2)
        // Each coordinate is rounded when it is moved and when it is stepped, by at most ε/2 of its parts.
        const largest = Math.max(...reached.map(Math.abs), ...input.a.map(Math.abs), ...input.b.map(Math.abs))
        const cost = 2 * 2 * 2 * epsilon * (5 + 2 * largest)
        const bound = lossRounding(onLine, at, data, (cell) => own(cell) + cost)
        expect(Math.abs(there - here)).toBeLessThanOrEqual(bound)
      }),
      seeded(100),
    )
    const [here, there] = [0, 5].map((alpha) =>
      randomPlane(lineTangents, 'coordinates', { ...input, movesA: [alpha], movesB: [alpha], seed: 1 }),
    )
    expect(Math.abs(here!.lossAt(1, 0) - there!.lossAt(1, 0))).toBeGreaterThan(0.1)
  })

  it('is as long in each filter as the filter: ρ to the Fréchet means, or the norm of (x, log y), to 1e-12', () => {
    const filters = (points: Float64Array, each: (n: number) => number) => {
      const squares = new Float64Array(2 * tokens)
      for (let n = 0; 2 * n < points.length; n++) {
        squares[n < 2 * tokens ? Math.floor(n / 2) : tokens + ((n - 2 * tokens) % tokens)]! += each(n) ** 2
      }
      return squares.map(Math.sqrt)
    }
    const base = Float64Array.from([...a, ...b])
    const means = [0, 1].map((i) => {
      const own = [...Array(4 * tokens).keys()].filter((n) => columnOf(n) === i)
      return frechetMean(Float64Array.from(own.flatMap((n) => pointAt(base, n))))
    })
    const wanted = filters(base, (n) =>
      dist(...pointAt(base, n), means[columnOf(n)]!.x, means[columnOf(n)]!.y),
    )
    const far = reaching(halfPlaneTangents, { ...unmoved, seed: 1 }, 'intrinsic')(0, 1)
    filters(base, (n) => dist(...pointAt(base, n), ...pointAt(far, n))).forEach((length, filter) => {
      expect(Math.abs(length - wanted[filter]!)).toBeLessThan(1e-12)
    })

    const flat = (z: readonly [number, number]) => [z[0], Math.log(z[1])] as const
    const norms = filters(base, (n) => Math.hypot(...flat(pointAt(base, n))))
    const added = reaching(halfPlaneTangents, { ...unmoved, seed: 1 }, 'coordinates')(1, 0)
    const lengths = filters(base, (n) => {
      const [from, to] = [flat(pointAt(base, n)), flat(pointAt(added, n))]
      return Math.hypot(to[0] - from[0], to[1] - from[1])
    })
    lengths.forEach((length, filter) => expect(Math.abs(length - norms[filter]!)).toBeLessThan(1e-12))
  })

  it('holds A where only B is varied, and is the same for the same seed alone', () => {
    const of = (seed: number) =>
      reaching(halfPlaneTangents, { ...unmoved, varied: 'b', seed }, 'intrinsic')(1, 1)
    expect(of(1).subarray(0, a.length)).toEqual(a)
    expect(of(1)).toEqual(of(1))
    expect(of(1)).not.toEqual(of(2))
  })

  it('fills a row of a grid with the same numbers', () => {
    const plane = randomPlane(halfPlaneTangents, 'intrinsic', { ...unmoved, seed: 1, loss })
    const row = plane.fillRow(
      { width: 3, height: 2, x0: -1, y0: -0.5, dx: 0.5, dy: 1 },
      1,
      new Float64Array(3),
    )
    expect([...row]).toEqual([-1, -0.5, 0].map((s) => plane.lossAt(s, 0.5)))
  })
})
