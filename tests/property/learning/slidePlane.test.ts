import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attentionHead } from '../../../src/learning/attentionHead'
import { embed } from '../../../src/learning/data/embed'
import { twoMoons } from '../../../src/learning/data/plane'
import { factorsOfHead, parametersOfFactors, transposed } from '../../../src/learning/headFactors'
import { classifierLoss, headLoss, plainLoss } from '../../../src/learning/lossOfFactors'
import { nearestRelativeData } from '../../../src/learning/nearestRelative'
import { classifier } from '../../../src/learning/prototypes'
import { slidePlane } from '../../../src/learning/slidePlane'
import { completeBinaryTree, treeOf } from '../../../src/learning/tree'
import { moveA } from '../../../src/math/factors'
import { exp } from '../../../src/math/oneParameter'
import { norm2 } from '../../../src/math/psl2r'
import { halfPlane, line } from '../../../src/math/space'
import { coshFromI, epsilon, generator, nearPoint, seeded, uniform } from '../arbitraries'
import { factorsOf, type Factors } from '../factors'
import { classifierCosts, classifierRounding, costRounding, lossRounding } from './rounding'

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

describe('losses as functions of the factors', () => {
  it('of a head and of a classifier are those of the parameters', () => {
    const { a, b, reals } = factorsOfHead(head.settings, head.start(1, 0.7))
    expect(headLoss(head, data, reals)(a, b)).toBe(head.loss(head.start(1, 0.7), data))

    const inputs = embed('halfPlane', 'columns', twoMoons(24, 3))
    const settings = { geometry: 'halfPlane', inner: 2, classes: 2, perClass: 1 } as const
    const model = classifier({ ...settings, beta: { kind: 'learned', beta: 3 } })
    const parameters = model.start(1, inputs)
    const [p, q, r, s] = [0, 2, 4, 6].map((n) => [...parameters.subarray(n, n + 2)])
    const transposed = Float64Array.from([...p!, ...r!, ...q!, ...s!])
    const loss = classifierLoss(model, inputs, [parameters[8]!])
    expect(loss(inputs.points, transposed)).toBe(model.loss(parameters, inputs))
    expect(
      loss(
        inputs.points.map((x) => 2 * x),
        transposed,
      ),
    ).not.toBe(model.loss(parameters, inputs))
  })

  it('refuse factors of another shape', () => {
    const { a, b, reals } = factorsOfHead(head.settings, head.start(1))
    expect(() => headLoss(head, data, reals)(a.subarray(2), b)).toThrow(RangeError)
  })
})

describe('the plane of two sliders depends on s - t only', () => {
  /**
   * What moving a point by exp(tX) may cost in distance, in float64: the rounding of its image, 2 ε ‖g‖² cosh ρ(i, z),
   * and that of the entries of g, 4 ε (1 + ‖tX‖) ‖g‖ each: g⁻¹ times that moves z by at most twice its norm times
   * ‖g‖ cosh ρ(i, z).
   */
  const moving = (t: number, [p, q, r]: readonly [number, number, number], z: [number, number]) => {
    const size = Math.abs(t) * Math.sqrt(2 * p * p + q * q + r * r)
    return (2 + 8 * (1 + size)) * epsilon * norm2(exp(p, q, r, t)) * coshFromI(z)
  }

  /** How far C of (g(s)A, g(t)B) and of (g(s - t)A, B) may be apart. */
  const errorOf = (of: Factors, x: [number, number, number], s: number, t: number) => {
    const each = (cell: number) => {
      const [k, l] = [Math.floor(cell / of.columns), cell % of.columns]
      let sum = 0
      for (let i = 0; i < of.inner; i++) {
        const z = pointAt(of.a, k * of.inner + i)
        const w = pointAt(of.b, i * of.columns + l)
        sum += moving(s, x, z) + moving(t, x, w) + moving(s - t, x, z)
      }
      return sum
    }
    return each
  }

  it('a head, for every one-parameter group of the half-plane', () => {
    fc.assert(
      fc.property(fc.nat(1e6), generator, slider, slider, (seed, x, s, t) => {
        const parameters = head.start(seed, 0.7)
        const { a, b, reals } = factorsOfHead(head.settings, parameters)
        const plane = slidePlane(halfPlane, (r) => [exp(...x, r)], a, b, 2, headLoss(head, data, reals))
        const moved = moveA(halfPlane, [exp(...x, s - t)], a, 2, new Float64Array(a.length))
        const at = parametersOfFactors(head.settings, { a: moved, b, reals })
        const each = errorOf({ ...shape, a, b }, x, s, t)
        const own = costRounding(head.costs(at).slice(), 2)
        const bound = lossRounding(head, at, data, (cell) => each(cell) + own(cell))
        expect(Math.abs(plane.lossAt(s, t) - plane.lossAt(s - t, 0))).toBeLessThanOrEqual(bound)
      }),
      seeded(200),
    )
  })

  it('plain matrices, one group for each inner index', () => {
    const three = { rows: 3, inner: 2, columns: 4 }
    fc.assert(
      fc.property(factorsOf(nearPoint, fc.constant(three)), generator, slider, slider, (of, x, s, t) => {
        const target = new Float64Array(12).fill(2)
        const elements = (r: number) => [exp(...x, r), exp(...x, -r)]
        const loss = plainLoss(halfPlane, 3, 2, 4, target)
        const plane = slidePlane(halfPlane, elements, of.a, of.b, 2, loss)
        const moved = moveA(halfPlane, elements(s - t), of.a, 2, new Float64Array(of.a.length))
        const c = halfPlane.product(moved, of.b, 3, 2, 4, new Float64Array(12))
        // exp(-rX) has the norm of exp(rX).
        const each = errorOf(of, x, s, t)
        const own = costRounding(c, 2)
        const bound = c.reduce((sum, cost, cell) => {
          const error = each(cell) + own(cell)
          return sum + (2 * Math.abs(cost - 2) + error) * error
        }, 0)
        const there = plane.lossAt(s, t)
        expect(Math.abs(there - plane.lossAt(s - t, 0))).toBeLessThanOrEqual(bound / 12 + 1e-14 * there)
      }),
      seeded(200),
    )
  })

  it('a classifier on the line, within 2 ε Σ (|s| + |t| + |a| + |b|) of each cost', () => {
    const inputs = embed('line', 'columns', twoMoons(24, 3))
    const settings = { geometry: 'line', inner: 2, classes: 2, perClass: 1 } as const
    const model = classifier({ ...settings, beta: { kind: 'fixed', beta: 3 } })
    const parameters = model.start(1, inputs)
    const b = transposed(parameters, 2, 2, 1, new Float64Array(4))
    const plane = slidePlane(line, (t) => [t], inputs.points, b, 2, classifierLoss(model, inputs, []))
    fc.assert(
      fc.property(uniform(-5, 5), uniform(-5, 5), (s, t) => {
        const moved = { ...inputs, points: inputs.points.map((x) => x + s - t) }
        const own = costRounding(classifierCosts(model, moved, parameters), 2)
        const bound = classifierRounding(model, moved, parameters, (cell) => {
          const [r, l] = [Math.floor(cell / 2), cell % 2]
          let size = 4 * (Math.abs(s) + Math.abs(t))
          for (let i = 0; i < 2; i++)
            size += Math.abs(inputs.points[2 * r + i]!) + Math.abs(parameters[2 * l + i]!)
          return own(cell) + 2 * epsilon * size
        })
        expect(Math.abs(plane.lossAt(s, t) - plane.lossAt(s - t, 0))).toBeLessThanOrEqual(bound)
      }),
      seeded(100),
    )
    expect(Math.abs(plane.lossAt(1, 0) - plane.lossAt(0, 0))).toBeGreaterThan(0.1)
  })
})
