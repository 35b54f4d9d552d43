import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { embed, type Inputs } from '../../../src/learning/data/embed'
import { twoMoons } from '../../../src/learning/data/plane'
import type { FreeEntry } from '../../../src/learning/entrySlice'
import { transposed } from '../../../src/learning/headFactors'
import { classifier, type Classifier } from '../../../src/learning/prototypes'
import { slicedClassifier } from '../../../src/learning/slicedClassifier'
import { trainingLineSlice, trainingSlice } from '../../../src/learning/trainingSlice'
import { baseSizes, roundingBound } from '../../../src/math/asStored'
import { act, actPoint } from '../../../src/math/psl2r'
import { halfPlane } from '../../../src/math/space'
import { elementWithin, nearPoint, point, seeded, uniform } from '../arbitraries'
import { byDifferences } from './byDifferences'
import { classifierCosts, classifierRounding, costRounding } from './rounding'

const moons = twoMoons(24, 3)

/** One point an input, or two, with `perClass` prototypes of each class. */
function modelOf(geometry: 'halfPlane' | 'line', inner: number, perClass: number, beta: number) {
  const inputs = embed(geometry, inner === 1 ? 'polar' : 'columns', moons)
  const rule = { kind: 'learned', beta } as const
  return { inputs, model: classifier({ geometry, inner: inputs.inner, classes: 2, perClass, beta: rule }) }
}

/** A = X and B = Wᵀ, with log β. */
function factorsOf(model: Classifier, inputs: Inputs, parameters: Float64Array) {
  const { stride, points } = model.layout
  const w = parameters.slice(0, stride * points)
  return {
    a: inputs.points,
    b: transposed(w, model.labels.length, inputs.inner, stride, new Float64Array(w.length)),
    reals: [parameters[stride * points]!],
  }
}

const random = fc.record({
  inner: fc.integer({ min: 1, max: 2 }),
  perClass: fc.integer({ min: 1, max: 3 }),
  seed: fc.nat(1e6),
  beta: fc.constantFrom(3, 30, 1000),
  input: fc.nat(23),
  prototype: fc.nat(5),
})

/** The free entry as a slice names it, and where it is in the inputs or the parameters. */
function freeIn(model: Classifier, inA: boolean, input: number, prototype: number, i: number) {
  const { inner } = model.settings
  const free: FreeEntry = inA
    ? { factor: 'a', row: input, column: i }
    : { factor: 'b', row: i, column: prototype }
  return { free, place: model.layout.stride * ((inA ? input : prototype) * inner + i) }
}

describe('the slice of a classifier', () => {
  it('is the full loss with the entry put there, within the rounding of both', () => {
    const at = fc.oneof(point, nearPoint)
    fc.assert(
      fc.property(random, at, fc.boolean(), ({ inner, perClass, seed, beta, input, prototype }, z, inA) => {
        const { model, inputs } = modelOf('halfPlane', inner, perClass, beta)
        const parameters = model.start(seed, inputs, 0.4)
        const { a, b, reals } = factorsOf(model, inputs, parameters)
        const { free, place } = freeIn(model, inA, input, prototype % model.labels.length, inner - 1)
        const got = trainingSlice(slicedClassifier(model.settings, inputs), free)
          .hold(a, b, reals)
          .lossAt(...z)
        const put = { ...inputs, points: inputs.points.slice() }
        ;(inA ? put.points : parameters).set(z, place)
        const error = costRounding(classifierCosts(model, put, parameters), inner)
        const want = model.loss(parameters, put)
        expect(Math.abs(got - want)).toBeLessThanOrEqual(classifierRounding(model, put, parameters, error))
      }),
      seeded(300),
    )
  })

  it('on the line: is the full loss with both entries put there', () => {
    const coordinate = uniform(-4, 4)
    fc.assert(
      fc.property(random, coordinate, coordinate, ({ perClass, seed, beta, input, prototype }, x, y) => {
        const { model, inputs } = modelOf('line', 2, perClass, beta)
        const parameters = model.start(seed, inputs, 0.4)
        const { a, b, reals } = factorsOf(model, inputs, parameters)
        const l = prototype % model.labels.length
        const slice = trainingLineSlice(slicedClassifier(model.settings, inputs), input, 1, l)
        const got = slice.hold(a, b, reals).lossAt(x, y)
        const put = { ...inputs, points: inputs.points.slice() }
        put.points[2 * input + 1] = x
        parameters[2 * l + 1] = y
        const error = costRounding(classifierCosts(model, put, parameters), 2)
        const want = model.loss(parameters, put)
        expect(Math.abs(got - want)).toBeLessThanOrEqual(classifierRounding(model, put, parameters, error))
      }),
      seeded(300),
    )
  })

  it('is carried by g: f_g(gz) = f(z), within 2 ε ‖g‖² Σ cosh ρ of each cost', () => {
    fc.assert(
      fc.property(random, nearPoint, elementWithin(2, 2), fc.boolean(), (of, z, g, inA) => {
        const { inner } = of
        const { model, inputs } = modelOf('halfPlane', inner, of.perClass, of.beta)
        const parameters = model.start(of.seed, inputs, 0.4)
        const { a, b, reals } = factorsOf(model, inputs, parameters)
        const { free, place } = freeIn(model, inA, of.input, of.prototype % model.labels.length, inner - 1)
        const slice = trainingSlice(slicedClassifier(model.settings, inputs), free)
        const here = slice.hold(a, b, reals).lossAt(...z)
        const moved = [a, b].map((points) => act(g, points, new Float64Array(points.length)))
        const there = slice.hold(moved[0]!, moved[1]!, reals).lossAt(...actPoint(g, ...z))
        const put = { ...inputs, points: inputs.points.slice() }
        ;(inA ? put.points : parameters).set(z, place)
        const full = factorsOf(model, put, parameters)
        const columns = model.labels.length
        const sizes = baseSizes(halfPlane, full.a, full.b, inputs.count, inner, columns)
        const bounds = roundingBound(halfPlane, [g], sizes, new Float64Array(inputs.count * columns))
        const own = costRounding(classifierCosts(model, put, parameters), inner)
        const error = (cell: number) => bounds[cell]! + own(cell)
        expect(Math.abs(there - here)).toBeLessThanOrEqual(classifierRounding(model, put, parameters, error))
      }),
      seeded(300),
    )
  })

  it.each([1, 3])(
    'has the closed gradient as its slopes at the entry, to 1e-8; %s prototypes a class',
    (perClass) => {
      const { model, inputs } = modelOf('halfPlane', 1, perClass, 3)
      const parameters = model.start(2, inputs, 0.4)
      const byPrototypes = new Float64Array(parameters.length)
      const byInputs = new Float64Array(inputs.points.length)
      model.loss(parameters, inputs, byPrototypes, byInputs)
      const { a, b, reals } = factorsOf(model, inputs, parameters)
      for (const inA of [true, false]) {
        const gradient = inA ? byInputs : byPrototypes
        for (let entry = 0; entry < (inA ? inputs.count : model.labels.length); entry++) {
          const { free, place } = freeIn(model, inA, entry, entry, 0)
          const slice = trainingSlice(slicedClassifier(model.settings, inputs), free).hold(a, b, reals)
          const z = (inA ? a : parameters).slice(place, place + 2)
          const slopes = byDifferences(() => slice.lossAt(z[0]!, z[1]!), z, 2, 2e-5)
          expect(Math.abs(slopes[0]! - gradient[place]!)).toBeLessThan(1e-8)
          expect(Math.abs(slopes[1]! - gradient[place + 1]!)).toBeLessThan(1e-8)
        }
      }
    },
  )
})
