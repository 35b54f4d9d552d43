import { describe, expect, it } from 'vitest'
import { embed, type Inputs } from '../../../src/learning/data/embed'
import { twoSpirals } from '../../../src/learning/data/plane'
import { classifier } from '../../../src/learning/prototypes'
import { random, randomElement, randomPoint } from '../../../src/math/random'
import { act } from '../../../src/math/psl2r'
import { dist, expMap } from '../../../src/math/upperHalfPlane'
import { movePoints } from '../../../src/learning/parameters'

const onLine = classifier({
  geometry: 'line',
  inner: 1,
  classes: 2,
  perClass: 2,
  beta: { kind: 'fixed', beta: 2 },
})
const inputsAt = (points: number[], labels: number[]): Inputs => ({
  count: labels.length,
  inner: 1,
  points: Float64Array.from(points),
  labels: Int32Array.from(labels),
  classes: ['0', '1'],
})
/** Classes 0, 1, 0, 1. */
const prototypes = Float64Array.of(0, 1, 4, 3)

describe('classifier', () => {
  it('sums softmax(-β d) over the prototypes of a class, by hand', () => {
    const inputs = inputsAt([0.5, 3], [0, 0])
    const p = onLine.probabilities(prototypes, inputs)
    expect(Array.from(onLine.labels)).toEqual([0, 1, 0, 1])
    const own = Math.exp(-1) + Math.exp(-7)
    const other = Math.exp(-1) + Math.exp(-5)
    expect(p[0]).toBeCloseTo(own / (own + other), 14)
    expect(p[1]).toBeCloseTo(other / (own + other), 14)
    const far = Math.exp(-6) + Math.exp(-2)
    const near = Math.exp(-4) + 1
    expect(p[2]).toBeCloseTo(far / (far + near), 14)
    expect(onLine.loss(prototypes, inputs)).toBeCloseTo(-(Math.log(p[0]!) + Math.log(p[2]!)) / 2, 13)
    expect(onLine.accuracy(prototypes, inputsAt([0.4, 0.6, 3.4, 3.6], [0, 1, 1, 1]))).toBe(0.75)
  })

  it('has a loss and a gradient where the whole class underflows', () => {
    const inputs = inputsAt([1], [0])
    const gradient = new Float64Array(4)
    expect(onLine.loss(Float64Array.of(-1000, 1, 3000, 2), inputs, gradient)).toBeCloseTo(
      2002 + Math.log(1 + Math.exp(-2)),
      9,
    )
    expect(gradient[0]).toBeCloseTo(-2, 12)
    expect(gradient[2]).toBeCloseTo(0, 12)
  })

  it('certifies half the difference of the soft minima', () => {
    const [radius] = onLine.certifiedRadii(prototypes, inputsAt([0.2], [0]))
    const soft = (near: number, far: number) => -Math.log(Math.exp(-2 * near) + Math.exp(-2 * far)) / 2
    expect(radius).toBeCloseTo((soft(0.8, 2.8) - soft(0.2, 3.8)) / 2, 14)
  })

  it('changes no class inside the certified radius: 4000 steps in random directions, and some beyond it', () => {
    const inputs = embed('halfPlane', 'polar', twoSpirals(200, 5))
    const model = classifier({
      geometry: 'halfPlane',
      inner: 1,
      classes: 2,
      perClass: 6,
      beta: { kind: 'learned', beta: 3 },
    })
    const parameters = model.start(1, inputs)
    const radii = model.certifiedRadii(parameters, inputs)
    const before = model.probabilities(parameters, inputs)
    const next = random(2)
    let changed = 0
    for (const reach of [0.999, 8]) {
      for (let n = 0; n < 20; n++) {
        const points = inputs.points.slice()
        for (let k = 0; k < inputs.count; k++) {
          const [x, y] = [points[2 * k]!, points[2 * k + 1]!]
          const angle = 2 * Math.PI * next()
          const size = reach * radii[k]! * y
          expMap(x, y, size * Math.cos(angle), size * Math.sin(angle), points.subarray(2 * k, 2 * k + 2))
          expect(dist(x, y, points[2 * k]!, points[2 * k + 1]!)).toBeLessThanOrEqual(
            reach * radii[k]! * (1 + 1e-9),
          )
        }
        const after = model.probabilities(parameters, { ...inputs, points })
        for (let k = 0; k < inputs.count; k++) {
          const same = after[2 * k]! > after[2 * k + 1]! === before[2 * k]! > before[2 * k + 1]!
          if (reach < 1) expect(same, `input ${k}`).toBe(true)
          else if (!same) changed++
        }
      }
    }
    expect(changed).toBeGreaterThan(0)
  })

  it('starts each class at inputs far apart from each other', () => {
    const next = random(4)
    const cluster = Array.from({ length: 20 }, () => randomPoint(next, 0.01)).flat()
    const inputs = inputsAt(
      [...cluster, 50, 1, 0, 20, 5, 1],
      [...Array.from({ length: 20 }, () => 0), 0, 0, 1],
    )
    const model = classifier({
      geometry: 'halfPlane',
      inner: 1,
      classes: 2,
      perClass: 3,
      beta: { kind: 'fixed', beta: 1 },
    })
    const start = model.start(1, inputs, 0)
    const own = [0, 2, 4].map((l) => [start[2 * l], start[2 * l + 1]].join())
    expect(own).toContain('50,1')
    expect(own).toContain('0,20')
    expect(model.start(1, inputs)).toEqual(model.start(1, inputs))
    expect(() => model.start(1, inputsAt([0, 1, 2, 1], [0, 0]))).toThrow('no input has the class 1')
  })

  it('predicts the same, and certifies as much, after inputs and prototypes move (to 1e-11)', () => {
    const inputs = embed('halfPlane', 'polar', twoSpirals(60, 5))
    const model = classifier({
      geometry: 'halfPlane',
      inner: 1,
      classes: 2,
      perClass: 4,
      beta: { kind: 'learned', beta: 3 },
    })
    const parameters = model.start(1, inputs)
    for (let n = 0; n < 20; n++) {
      const g = randomElement(random(n), 2)
      const moved = movePoints(model.layout, parameters, (z, out) => act(g, z, out))
      const there = { ...inputs, points: act(g, inputs.points, new Float64Array(inputs.points.length)) }
      for (const of of [model.probabilities, model.certifiedRadii]) {
        const before = of(parameters, inputs)
        of(moved, there).forEach((value, k) => expect(Math.abs(value - before[k]!)).toBeLessThan(1e-11))
      }
    }
  })

  it('says what it cannot take', () => {
    const settings = {
      geometry: 'line',
      inner: 1,
      classes: 2,
      perClass: 1,
      beta: { kind: 'fixed', beta: 1 },
    } as const
    expect(() => classifier({ ...settings, classes: 1 })).toThrow('the number of classes is 1')
    expect(() => classifier({ ...settings, perClass: 0 })).toThrow('prototypes of a class is 0')
    expect(() => classifier({ ...settings, inner: 1.5 })).toThrow('points of an input is 1.5')
    expect(() => classifier({ ...settings, beta: { kind: 'fixed', beta: 1e308 } })).toThrow('β is 1e+308')
    const inputs = embed('line', 'columns', twoSpirals(4, 1))
    expect(() => classifier(settings).loss(Float64Array.of(1, 2), inputs)).toThrow('the inputs have 2 points')
    expect(() => onLine.loss(Float64Array.of(1, 2), inputsAt([1], [0]))).toThrow(
      'the classifier has 4 parameters',
    )
  })
})
