import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attentionHead, type Head } from '../../../src/learning/attentionHead'
import type { BetaRule } from '../../../src/learning/beta'
import type { FreeEntry } from '../../../src/learning/entrySlice'
import { factorsOfHead, parametersOfFactors } from '../../../src/learning/headFactors'
import { nearestRelativeData } from '../../../src/learning/nearestRelative'
import { movePoints } from '../../../src/learning/parameters'
import { slicedHead } from '../../../src/learning/slicedHead'
import { trainingLineSlice, trainingSlice } from '../../../src/learning/trainingSlice'
import { completeBinaryTree, treeOf } from '../../../src/learning/tree'
import { baseSizes, roundingBound } from '../../../src/math/asStored'
import { translate } from '../../../src/math/line'
import { act, actPoint, type Psl2r } from '../../../src/math/psl2r'
import { halfPlane, line } from '../../../src/math/space'
import { elementWithin, nearPoint, point, seeded, uniform } from '../arbitraries'
import { byDifferences } from './byDifferences'
import { costRounding, lossRounding } from './rounding'

const tokens = 7
const { train: data } = nearestRelativeData(treeOf(completeBinaryTree(tokens)), {
  train: 12,
  heldOut: 1,
  length: 5,
  seed: 3,
})
const invariant: readonly BetaRule[] = [
  { kind: 'fixed', beta: 3 },
  { kind: 'fixed', beta: 1000 },
  { kind: 'learned', beta: 10 },
  { kind: 'byRow', gamma: 4 },
  { kind: 'entropy', perplexity: 2.3 },
]
const byNorms: BetaRule = { kind: 'byNorms', gamma: 4 }
const rules = fc.constantFrom(...invariant, byNorms)

const headOf = (geometry: 'halfPlane' | 'line', inner: number, beta: BetaRule) =>
  attentionHead({ geometry, tokens, inner, beta })

const random = fc.record({
  inner: fc.integer({ min: 1, max: 3 }),
  seed: fc.nat(1e6),
  spread: uniform(0.2, 2),
  token: fc.nat(tokens - 1),
  other: fc.nat(tokens - 1),
  column: fc.nat(2),
})

function freeIn(inA: boolean, token: number, i: number): FreeEntry {
  return inA ? { factor: 'a', row: token, column: i } : { factor: 'b', row: i, column: token }
}

/** Where token's point i begins in the parameters. */
function placeOf(head: Head, inA: boolean, token: number, i: number): number {
  const { inner } = head.settings
  return head.layout.stride * ((inA ? 0 : tokens * inner) + token * inner + i)
}

function sliceOf(head: Head, parameters: Float64Array, free: FreeEntry) {
  const { a, b, reals } = factorsOfHead(head.settings, parameters)
  return trainingSlice(slicedHead(head.settings, data), free).hold(a, b, reals)
}

function lineSliceOf(head: Head, parameters: Float64Array, k: number, i: number, l: number) {
  const { a, b, reals } = factorsOfHead(head.settings, parameters)
  return trainingLineSlice(slicedHead(head.settings, data), k, i, l).hold(a, b, reals)
}

describe('the slice of a head', () => {
  it('is the full loss with the entry put there, within the rounding of both, for every rule', () => {
    const at = fc.oneof(point, nearPoint)
    fc.assert(
      fc.property(random, rules, at, fc.boolean(), ({ inner, seed, spread, token, column }, beta, z, inA) => {
        const head = headOf('halfPlane', inner, beta)
        const parameters = head.start(seed, spread)
        const i = column % inner
        const got = sliceOf(head, parameters, freeIn(inA, token, i)).lossAt(...z)
        parameters.set(z, placeOf(head, inA, token, i))
        const error = costRounding(head.costs(parameters).slice(), inner)
        const want = head.loss(parameters, data)
        expect(Math.abs(got - want)).toBeLessThanOrEqual(lossRounding(head, parameters, data, error))
      }),
      seeded(300),
    )
  })

  it('on the line: is the full loss with both entries put there', () => {
    const coordinate = uniform(-4, 4)
    fc.assert(
      fc.property(random, rules, coordinate, coordinate, (of, beta, x, y) => {
        const head = headOf('line', of.inner, beta)
        const parameters = head.start(of.seed, of.spread)
        const i = of.column % of.inner
        const got = lineSliceOf(head, parameters, of.token, i, of.other).lossAt(x, y)
        parameters[placeOf(head, true, of.token, i)] = x
        parameters[placeOf(head, false, of.other, i)] = y
        const error = costRounding(head.costs(parameters).slice(), of.inner)
        const want = head.loss(parameters, data)
        expect(Math.abs(got - want)).toBeLessThanOrEqual(lossRounding(head, parameters, data, error))
      }),
      seeded(300),
    )
  })

  const movedBy = (head: Head, parameters: Float64Array, g: Psl2r) =>
    movePoints(head.layout, parameters, (z, out) => act(g, z, out))

  it('is carried by g: f_g(gz) = f(z), within 2 ε ‖g‖² Σ cosh ρ of each cost, for every rule from distances', () => {
    const element = elementWithin(2, 2)
    fc.assert(
      fc.property(
        random,
        fc.constantFrom(...invariant),
        nearPoint,
        element,
        fc.boolean(),
        ({ inner, seed, spread, token, column }, beta, z, g, inA) => {
          const head = headOf('halfPlane', inner, beta)
          const parameters = head.start(seed, spread)
          const i = column % inner
          const free = freeIn(inA, token, i)
          const here = sliceOf(head, parameters, free).lossAt(...z)
          const there = sliceOf(head, movedBy(head, parameters, g), free).lossAt(...actPoint(g, ...z))
          parameters.set(z, placeOf(head, inA, token, i))
          const { a, b } = factorsOfHead(head.settings, parameters)
          const sizes = baseSizes(halfPlane, a, b, tokens, inner, tokens)
          const moved = roundingBound(halfPlane, [g], sizes, new Float64Array(tokens * tokens))
          const rounding = costRounding(head.costs(parameters).slice(), inner)
          const error = (cell: number) => moved[cell]! + rounding(cell)
          expect(Math.abs(there - here)).toBeLessThanOrEqual(lossRounding(head, parameters, data, error))
        },
      ),
      seeded(300),
    )
  })

  it('on the line is translated by (α, α), within 2 ε Σ (|α| + |a| + |b|) of each cost', () => {
    const coordinate = uniform(-4, 4)
    fc.assert(
      fc.property(
        random,
        fc.constantFrom(...invariant),
        coordinate,
        coordinate,
        uniform(-100, 100),
        (of, beta, x, y, alpha) => {
          const head = headOf('line', of.inner, beta)
          const parameters = head.start(of.seed, of.spread)
          const i = of.column % of.inner
          const here = lineSliceOf(head, parameters, of.token, i, of.other).lossAt(x, y)
          const shifted = movePoints(head.layout, parameters, (z, out) => translate(alpha, z, out))
          const there = lineSliceOf(head, shifted, of.token, i, of.other).lossAt(x + alpha, y + alpha)
          parameters[placeOf(head, true, of.token, i)] = x
          parameters[placeOf(head, false, of.other, i)] = y
          const { a, b } = factorsOfHead(head.settings, parameters)
          const sizes = baseSizes(line, a, b, tokens, of.inner, tokens)
          const moved = roundingBound(line, [alpha], sizes, new Float64Array(tokens * tokens))
          const rounding = costRounding(head.costs(parameters).slice(), of.inner)
          const error = (cell: number) => moved[cell]! + rounding(cell)
          expect(Math.abs(there - here)).toBeLessThanOrEqual(lossRounding(head, parameters, data, error))
        },
      ),
      seeded(300),
    )
  })

  it('with β by the norms of Q is not carried: a quarter turn about i + 1 changes it by more than 1e-3', () => {
    const head = headOf('halfPlane', 1, byNorms)
    const parameters = head.start(5, 0.7)
    const g: Psl2r = [1, -1, 0.5, 0.5]
    for (const inA of [true, false]) {
      const free = freeIn(inA, 2, 0)
      const here = sliceOf(head, parameters, free).lossAt(0.3, 0.8)
      const there = sliceOf(head, movedBy(head, parameters, g), free).lossAt(...actPoint(g, 0.3, 0.8))
      expect(Math.abs(there - here)).toBeGreaterThan(1e-3)
    }
  })

  it('has the closed gradient of the loss as its slopes at the entry, to 1e-8, for every rule', () => {
    for (const beta of [...invariant.filter((rule) => rule !== invariant[1]), byNorms]) {
      for (const inner of [1, 2]) {
        const head = headOf('halfPlane', inner, beta)
        const parameters = head.start(inner + 3, 0.7)
        const gradient = new Float64Array(parameters.length)
        head.loss(parameters, data, gradient)
        for (const inA of [true, false]) {
          for (let token = 0; token < tokens; token++) {
            const slice = sliceOf(head, parameters, freeIn(inA, token, inner - 1))
            const n = placeOf(head, inA, token, inner - 1)
            const z = parameters.slice(n, n + 2)
            const slopes = byDifferences(() => slice.lossAt(z[0]!, z[1]!), z, 2, 2e-5)
            expect(Math.abs(slopes[0]! - gradient[n]!), beta.kind).toBeLessThan(1e-8)
            expect(Math.abs(slopes[1]! - gradient[n + 1]!), beta.kind).toBeLessThan(1e-8)
          }
        }
      }
    }
  })

  it('on the line likewise', () => {
    for (const beta of [...invariant.filter((rule) => rule !== invariant[1]), byNorms]) {
      const head = headOf('line', 2, beta)
      const parameters = head.start(4, 0.7)
      const gradient = new Float64Array(parameters.length)
      head.loss(parameters, data, gradient)
      for (let token = 0; token < tokens; token++) {
        const other = (3 * token + 1) % tokens
        const slice = lineSliceOf(head, parameters, token, 1, other)
        const [n, m] = [placeOf(head, true, token, 1), placeOf(head, false, other, 1)]
        const at = Float64Array.of(parameters[n]!, parameters[m]!)
        const slopes = byDifferences(() => slice.lossAt(at[0]!, at[1]!), at, 0, 2e-5)
        expect(Math.abs(slopes[0]! - gradient[n]!), beta.kind).toBeLessThan(1e-8)
        expect(Math.abs(slopes[1]! - gradient[m]!), beta.kind).toBeLessThan(1e-8)
      }
    }
  })

  it('is the same number at a point, on a grid and at packed points, and after holding others and these again', () => {
    for (const beta of [...invariant, byNorms]) {
      const head = headOf('halfPlane', 2, beta)
      const { a, b, reals } = factorsOfHead(head.settings, head.start(1, 0.7))
      const others = factorsOfHead(head.settings, head.start(2, 0.7))
      const grid = { width: 5, height: 4, x0: -1, y0: 0, dx: 0.5, dy: 0.4 }
      for (const inA of [true, false]) {
        const slice = trainingSlice(slicedHead(head.settings, data), freeIn(inA, 3, 1)).hold(a, b, reals)
        const out = slice.fill(grid, new Float64Array(20))
        expect([...out.subarray(0, 5)].every(Number.isNaN)).toBe(true)
        const points = Float64Array.from({ length: 40 }, (_, n) =>
          n % 2 === 0 ? -1 + ((n / 2) % 5) * 0.5 : Math.floor(n / 10) * 0.4,
        )
        expect(slice.fillAt(points, new Float64Array(20))).toEqual(out)
        slice.hold(others.a, others.b, reals)
        expect(slice.lossAt(0, 0.8)).not.toBe(out[12])
        slice.hold(a, b, reals)
        expect(slice.lossAt(0, 0.8)).toBe(out[12])
      }
    }
  })

  it('is the loss of the parameters that the factors stand for', () => {
    const head = headOf('halfPlane', 2, invariant[2]!)
    const factors = factorsOfHead(head.settings, head.start(9, 0.7))
    const parameters = parametersOfFactors(head.settings, { ...factors, reals: [1.5] })
    const slice = trainingSlice(slicedHead(head.settings, data), freeIn(true, 0, 0))
    const got = slice.hold(factors.a, factors.b, [1.5]).lossAt(factors.a[0]!, factors.a[1]!)
    expect(got).toBeCloseTo(head.loss(parameters, data), 13)
  })
})
