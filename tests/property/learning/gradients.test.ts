import { describe, expect, it } from 'vitest'
import { attentionHead } from '../../../src/learning/attentionHead'
import { embed } from '../../../src/learning/data/embed'
import { twoSpirals } from '../../../src/learning/data/plane'
import { nearestRelativeData } from '../../../src/learning/nearestRelative'
import { classifier } from '../../../src/learning/prototypes'
import { completeBinaryTree, treeOf } from '../../../src/learning/tree'
import { byDifferences } from './byDifferences'

const tree = treeOf(completeBinaryTree(7))
const { train } = nearestRelativeData(tree, { train: 12, heldOut: 1, length: 5, seed: 3 })
const rules = [
  { kind: 'fixed', beta: 3 },
  { kind: 'learned', beta: 3 },
  { kind: 'byRow', gamma: 4 },
  { kind: 'entropy', perplexity: 2.3 },
  { kind: 'byNorms', gamma: 4 },
] as const

/** Where a cone's |t| meets smooth terms, t|t| puts an error of first order into the slopes: extrapolated away. */
function acrossCones(f: () => number, parameters: Float64Array, end: number): Float64Array {
  const whole = byDifferences(f, parameters, end, 4e-6)
  const half = byDifferences(f, parameters, end, 2e-6)
  return half.map((slope, n) => 2 * slope - whole[n]!)
}

const worst = (one: Float64Array, other: Float64Array) =>
  one.reduce((most, value, n) => Math.max(most, Math.abs(value - other[n]!)), 0)

describe('the closed gradient of a head is the slope of its loss, to 1e-8', () => {
  it.each(['halfPlane', 'line', 'dot'] as const)('%s, every rule for β, 5 starts', (geometry) => {
    for (const beta of rules) {
      if (geometry === 'dot' && beta.kind === 'byRow') continue
      const head = attentionHead({ geometry, tokens: 7, inner: 2, beta })
      for (let seed = 1; seed <= 5; seed++) {
        const parameters = head.start(seed, 0.7)
        const gradient = new Float64Array(parameters.length)
        head.loss(parameters, train, gradient)
        const end = geometry === 'halfPlane' ? 2 * head.layout.points : 0
        // Steps across a kink of |x - u| or of 'entropy' would not be slopes; h is small against the gaps.
        const slopes = byDifferences(() => head.loss(parameters, train), parameters, end, 2e-5)
        expect(worst(gradient, slopes), `${beta.kind}, seed ${seed}`).toBeLessThan(1e-8)
      }
    }
  })

  it('where keys lie 1e-3 and 1e-2 from queries, and on them: no NaN', () => {
    for (const beta of rules) {
      const head = attentionHead({ geometry: 'halfPlane', tokens: 7, inner: 1, beta })
      const parameters = head.start(3, 0.7)
      const gap = [0, 1e-3, 1e-2]
      for (let token = 0; token < 7; token++) {
        const x = parameters[2 * token]!
        const y = parameters[2 * token + 1]!
        parameters[14 + 2 * token] = x + gap[token % 3]! * y * Math.cos(token)
        parameters[15 + 2 * token] = y * (1 + gap[token % 3]! * Math.sin(token))
      }
      const gradient = new Float64Array(parameters.length)
      head.loss(parameters, train, gradient)
      const slopes = acrossCones(() => head.loss(parameters, train), parameters, 28)
      expect(worst(gradient, slopes), beta.kind).toBeLessThan(1e-8)
    }
  })

  it('where all points coincide it is 0 in the points, for every rule', () => {
    for (const geometry of ['halfPlane', 'line'] as const) {
      for (const beta of rules.filter(({ kind }) => kind !== 'byNorms')) {
        const head = attentionHead({ geometry, tokens: 7, inner: 2, beta })
        const parameters = head.start(1, 0)
        const gradient = new Float64Array(parameters.length)
        expect(head.loss(parameters, train, gradient)).toBeGreaterThan(0)
        expect(gradient.every((slope) => Math.abs(slope) === 0)).toBe(true)
      }
    }
  })

  it('where points are 1e-150 to 1e-5 apart its norm stays that of a cone', () => {
    const head = attentionHead({
      geometry: 'halfPlane',
      tokens: 2,
      inner: 1,
      beta: { kind: 'fixed', beta: 1 },
    })
    const data = nearestRelativeData(treeOf([-1, 0]), { train: 5, heldOut: 1, length: 3, seed: 1 }).train
    for (const gap of [1e-150, 1e-141, 1e-100, 1e-10, 1e-5]) {
      const gradient = new Float64Array(8)
      head.loss(Float64Array.of(0, 1, 2, 3, gap, 1, 2, 1), data, gradient)
      const near = Math.hypot(gradient[4]!, gradient[5]!)
      const far = new Float64Array(8)
      head.loss(Float64Array.of(0, 1, 2, 3, 1e-4, 1, 2, 1), data, far)
      expect(near / Math.hypot(far[4]!, far[5]!), `gap ${gap}`).toBeCloseTo(1, 3)
    }
  })
})

describe('the closed gradient of a classifier is the slope of its loss, to 1e-8', () => {
  it.each(['halfPlane', 'line'] as const)('%s, by prototypes, β and inputs', (geometry) => {
    const inputs = embed(geometry, 'polar', twoSpirals(24, 3))
    for (const perClass of [1, 3]) {
      const model = classifier({
        geometry,
        inner: inputs.inner,
        classes: 2,
        perClass,
        beta: { kind: 'learned', beta: 3 },
      })
      const parameters = model.start(perClass, inputs, 0.4)
      const gradient = new Float64Array(parameters.length)
      const byInputs = new Float64Array(inputs.points.length)
      model.loss(parameters, inputs, gradient, byInputs)
      const pairs = (length: number) => (geometry === 'halfPlane' ? length : 0)
      const f = () => model.loss(parameters, inputs)
      const end = pairs(2 * model.layout.points)
      expect(worst(gradient, byDifferences(f, parameters, end, 2e-5))).toBeLessThan(1e-8)
      expect(worst(byInputs, byDifferences(f, inputs.points, pairs(byInputs.length), 2e-5))).toBeLessThan(
        1e-8,
      )
    }
  })

  it('with prototypes on inputs: the differences see the same, no NaN', () => {
    const inputs = embed('halfPlane', 'polar', twoSpirals(24, 3))
    const model = classifier({
      geometry: 'halfPlane',
      inner: 1,
      classes: 2,
      perClass: 4,
      beta: { kind: 'learned', beta: 3 },
    })
    const parameters = model.start(2, inputs, 0)
    const gradient = new Float64Array(parameters.length)
    model.loss(parameters, inputs, gradient)
    const slopes = acrossCones(() => model.loss(parameters, inputs), parameters, 16)
    expect(worst(gradient, slopes)).toBeLessThan(1e-8)
  })
})
