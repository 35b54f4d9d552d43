import { describe, expect, it } from 'vitest'
import { startedClassifier } from '../../../src/document/classifier'
import { defaultDocument } from '../../../src/document/presets'
import { commutes, twinDocument, twinPair } from '../../../src/document/twin'
import type { Document } from '../../../src/document/document'
import { usualOptimiser, type OptimiserSettings } from '../../../src/learning/optimisers'
import { startTwins } from '../../../src/learning/twins'
import { startedTree } from '../../trees'

/** A move is given as the fields of the document that act. */
type Move = Partial<Pick<Document, 'element' | 'reflected' | 'time'>>
const still: Move = { element: [1, 0, 0, 1], reflected: false, time: 1 }

const head = (seed: number, inner = 1, learns = false): Document => ({
  ...defaultDocument,
  ...startedTree(7, inner, learns, seed),
})
const spirals: Document = {
  ...defaultDocument,
  ...startedClassifier(
    {
      space: 'halfPlane',
      data: { kind: 'spirals', turns: 1, train: 60, heldOut: 10, seed: 4 },
      perClass: 5,
      rule: 'learned',
      beta: 2,
    },
    1,
  ),
}

function compare(of: Document, move: Move, settings: Partial<OptimiserSettings>, steps = 100) {
  const twins = startTwins(twinPair({ ...of, ...still, ...move }), { ...usualOptimiser, ...settings })
  expect(twins.step(steps)).toBe(steps)
  return { ...twins, most: Math.max(...twins.twin.differences) }
}

const rotation: Move = { element: [1, -1, 1, 1] }
const ways = [
  { method: 'gradientDescent', learningRate: 0.5 },
  { method: 'momentum', learningRate: 0.05 },
  { method: 'adam', learningRate: 0.05 },
] as const

describe('twins', () => {
  it.each(ways)('$method in the metric: they coincide to 1e-10 for 100 steps, with every move', (way) => {
    const moves: Move[] = [
      rotation,
      { element: [2, 1, 1, 1], reflected: true },
      { element: { x: -0.4, t: 0.3, theta: 0.1 }, time: 2 },
    ]
    for (const seed of [1, 2, 3]) {
      for (const move of moves) {
        const { most, losses } = compare(head(seed), move, way)
        expect(most).toBeLessThan(1e-10)
        expect(most).toBeGreaterThan(0)
        expect(losses.at(-1)!).toBeLessThan(losses[0]! / 3)
      }
    }
  })

  it('each inner index may have its own move, and its own mirror', () => {
    const element: Move['element'] = [
      [2, 1, 1, 1],
      [1, -1, 1, 1],
    ]
    expect(compare(head(1, 2, true), { element, reflected: [false, true] }, {}).most).toBeLessThan(1e-10)
  })

  it('before any step they differ by the rounding of g and of g⁻¹: 8 ε ‖g‖² cosh ρ(i, z)', () => {
    const [a, b, c, d] = [2, 1, 1, 1]
    const norm2 = a * a + b * b + c * c + d * d
    for (const seed of [1, 2, 3]) {
      const { twin, parameters } = compare(head(seed), { element: [a, b, c, d] }, {}, 0)
      const points = parameters()
      let largest = 1
      for (let n = 0; n < points.length; n += 2) {
        const [x, y] = [points[n]!, points[n + 1]!]
        largest = Math.max(largest, (x * x + y * y + 1) / (2 * y))
      }
      expect(twin.differences[0]!).toBeLessThanOrEqual(8 * Number.EPSILON * norm2 * largest)
    }
  })

  it.each(ways)('$method in coordinates: parted by a rotation, not by a translation or a mirror', (way) => {
    // Small enough to be far from chaos, where any rounding grows.
    const small = { ...way, learningRate: way.learningRate / 20 }
    for (const coordinates of ['xy', 'xLogY'] as const) {
      expect(compare(head(1), rotation, { ...small, coordinates }).most).toBeGreaterThan(1e-3)
      for (const reflected of [false, true]) {
        const { most } = compare(head(1), { element: [1, 1, 0, 1], reflected }, { ...small, coordinates })
        expect(most).toBeLessThan(1e-10)
      }
    }
  })

  it('of a classifier have inputs that are moved too; with inputs that stay the twin is another model', () => {
    for (const move of [rotation, { element: [2, 1, 1, 1] } as const]) {
      expect(compare(spirals, move, {}).most).toBeLessThan(1e-10)
      expect(compare(spirals, move, { coordinates: 'xy', learningRate: 0.01 }).most).toBeGreaterThan(1e-3)
    }
    const pair = twinPair({ ...spirals, ...still, ...rotation })
    const apart = startTwins({ ...pair, movedTask: pair.task }, usualOptimiser)
    apart.step(100)
    expect(Math.max(...apart.twin.differences)).toBeGreaterThan(1e-1)
  })

  it('commute where the law says so, and nowhere else', () => {
    const doc = { ...head(1), ...still }
    const says = (move: Move, coordinates: OptimiserSettings['coordinates']) =>
      commutes({ ...doc, ...move }, { coordinates })
    expect(says(rotation, 'intrinsic')).toBe(true)
    expect(says(rotation, 'xy')).toBe(false)
    expect(says({ element: [2, 0, 0, 1] }, 'xLogY')).toBe(false)
    expect(says({ element: [3, 1, 0, 3], reflected: true }, 'xLogY')).toBe(true)
    expect(says({ element: { x: 2, t: 0, theta: 0 } }, 'xy')).toBe(true)
    const byNorms = { ...doc, head: { ...doc.head!, rule: 'byNorms' as const } }
    expect(commutes(byNorms, { coordinates: 'intrinsic' })).toBe(false)
  })
})

describe('a dilation by k is a learning rate', () => {
  const inXy = (method: OptimiserSettings['method'], rest: Partial<OptimiserSettings> = {}) =>
    ({ method, coordinates: 'xy', learningRate: 0.02, ...rest }) as const
  const by = (k: number): Move => ({ element: [k, 0, 0, 1] })
  const mostOf = (differences: readonly number[]) => Math.max(...differences)

  it.each(['gradientDescent', 'momentum'] as const)(
    '%s: η/k² bit for bit where k is a power of 2',
    (method) => {
      for (const k of [2, 4, 1 / 2]) {
        const { slower, most } = compare(head(2, 2, true), by(k), inXy(method))
        expect(mostOf(slower!.differences)).toBe(0)
        expect(most).toBeGreaterThan(1e-3)
      }
    },
  )

  it('Adam: η/k bit for bit where k is a power of 2, β is fixed or ε is 0', () => {
    for (const k of [2, 4, 1 / 2]) {
      expect(mostOf(compare(head(2), by(k), inXy('adam')).slower!.differences)).toBe(0)
      const { slower } = compare(head(2, 2, true), by(k), inXy('adam', { epsilon: 0 }))
      expect(mostOf(slower!.differences)).toBe(0)
    }
  })

  it('by 3 up to rounding, which stays below 1e-10 for 100 small steps', () => {
    const { slower } = compare(head(2), by(3), inXy('gradientDescent'))
    expect(mostOf(slower!.differences)).toBeLessThan(1e-10)
    expect(mostOf(slower!.differences)).toBeGreaterThan(0)
  })

  it('has no such run in the metric, or for another move', () => {
    expect(compare(head(2), by(2), {}, 1).slower).toBeUndefined()
    expect(compare(head(2), rotation, inXy('adam'), 1).slower).toBeUndefined()
    expect(compare(head(2), { ...by(2), reflected: true }, inXy('adam'), 1).slower).toBeUndefined()
  })
})

it('the standard moves are what their names say', () => {
  const doc = { ...head(1), element: [2, 1, 1, 1] as const, reflected: true }
  const at = (move: 'translation' | 'dilation' | 'rotation') => {
    const out = new Float64Array(2)
    twinPair(twinDocument(doc, move)).move(Float64Array.of(1, 1), out)
    return [...out]
  }
  // (1 + i - 1) / (1 + i + 1) = i / (2 + i) = (1 + 2i) / 5
  for (const [move, x, y] of [
    ['translation', 2, 1],
    ['dilation', 2, 2],
    ['rotation', 0.2, 0.4],
  ] as const) {
    expect(at(move)[0]).toBeCloseTo(x, 14)
    expect(at(move)[1]).toBeCloseTo(y, 14)
  }
  expect(twinDocument(doc, 'page')).toBe(doc)
})
