import { describe, expect, it } from 'vitest'
import { acted, actingMatrix, isReflected, mirrored, settled, unacted } from '../../../src/document/acting'
import { centreAt, centreAtMean } from '../../../src/document/centre'
import { derive } from '../../../src/document/derive'
import type { Document, Point } from '../../../src/document/document'
import { exactTerms } from '../../../src/document/exactTerms'
import { fit } from '../../../src/document/fit'
import { baseUnder } from '../../../src/document/moves'
import { defaultDocument, presetNamed } from '../../../src/document/presets'
import { lowestOf, sliceLoss, sliceOf } from '../../../src/document/slice'

const line = presetNamed('line2')!.document

/** Two inner indices; the reflection about the imaginary axis fixes 2i and 1i. */
const plane: Document = {
  ...defaultDocument,
  a: [
    [
      [0, 1],
      [3, 4],
    ],
  ],
  b: [[[1, 1]], [[0, 2]]],
  selection: [0, 0],
  free: { factor: 'a', row: 0, column: 0 },
}

const rounded = (points: Float64Array) => [...points].map((x) => Math.round(x * 1e12) / 1e12 + 0)

describe('a reflection before g', () => {
  it('on the line: x ↦ α - x, by hand, and no term changes', () => {
    const { moved, after, before, unchanged, byDifferences } = derive({ ...line, reflected: true })
    expect([...moved.a]).toEqual([2.75, -0.25, 0.25, -2.25])
    expect([...moved.b]).toEqual([1.75, -1.75, -0.75, 1.25])
    expect([...after]).toEqual([...before])
    expect(unchanged).toBe(true)
    expect(byDifferences).toBe(0)
  })

  it('in the half-plane: z ↦ 2 - z̄ for N(2), and the product stays', () => {
    const { moved, unchanged, byDifferences } = derive({ ...plane, element: [1, 2, 0, 1], reflected: true })
    expect([...moved.a]).toEqual([2, 1, -1, 4])
    expect([...moved.b]).toEqual([1, 1, 2, 2])
    expect(unchanged).toBe(true)
    expect(byDifferences).toBeLessThan(1e-14)
  })

  it('of one inner index alone', () => {
    const document: Document = {
      ...plane,
      element: [
        [1, 0, 0, 1],
        [1, 0, 0, 1],
      ],
      reflected: [false, true],
    }
    const { moved, unchanged } = derive(document)
    expect([...moved.a]).toEqual([0, 1, -3, 4])
    expect([...moved.b]).toEqual([1, 1, 0, 2])
    expect(unchanged).toBe(true)
    expect([isReflected(document, 0), isReflected(document, 1)]).toEqual([false, true])
  })

  it('of one factor alone: the other is the base itself, and the change is that of the closed form', () => {
    const { moved, base, after, byDifferences } = derive({
      ...plane,
      element: [1, 0, 0, 1],
      reflected: true,
      move: 'b',
    })
    expect(moved.a).toBe(base.a)
    expect([...moved.b]).toEqual([-1, 1, 0, 2])
    // The mirror keeps d(i, 1 + i), and 2i lies on its axis.
    const distance = (x: number, y: number, v: number) => Math.acosh(1 + (x * x + (y - v) ** 2) / (2 * y * v))
    expect(after[0]).toBeCloseTo(distance(1, 1, 1) + distance(3, 4, 2), 13)
    expect(byDifferences).toBeUndefined()
  })

  it('makes no copy where nothing is reflected', () => {
    const { base, source } = derive(plane)
    expect(source).toBe(base)
  })

  it('exactly: all terms when both move, those of the mirror axis when one does', () => {
    const document: Document = { ...plane, element: [1, 0, 0, 1], reflected: true }
    expect(exactTerms(document)).toEqual({ equal: 2, total: 2 })
    expect(exactTerms({ ...document, move: 'a' })).toEqual({ equal: 2, total: 2 })
    const off: Document = { ...document, b: [[[1, 1]], [[1, 2]]] }
    expect(exactTerms({ ...off, move: 'a' })).toEqual({ equal: 1, total: 2 })
    expect(exactTerms({ ...off, element: { x: 0.3, t: 0.1, theta: 0.7 } })).toEqual({ equal: 2, total: 2 })
    const onLine: Document = { ...line, element: 0, reflected: true }
    expect(exactTerms(onLine)).toEqual({ equal: 8, total: 8 })
    // d(-a, b) = d(a, b) only at 0, and no entry is.
    expect(exactTerms({ ...onLine, move: 'b' })).toEqual({ equal: 0, total: 8 })
    expect(
      exactTerms({
        ...onLine,
        b: [
          [0, 1],
          [0, 0],
        ],
        move: 'b',
      }),
    ).toEqual({ equal: 6, total: 8 })
  })
})

describe('the power gᵗ', () => {
  const dilation: Document = { ...plane, element: [2, 0, 0, 0.5] }

  it('of z ↦ 4z is z ↦ 2z at ½, z/4 at -1, 64z at 3', () => {
    for (const [time, factor] of [
      [0.5, 2],
      [-1, 1 / 4],
      [3, 64],
    ] as const) {
      const { moved, unchanged } = derive({ ...dilation, time })
      expect(rounded(moved.a)).toEqual([0, factor, 3 * factor, 4 * factor])
      expect(unchanged).toBe(true)
    }
  })

  it('at 0 is the identity, to the last bit', () => {
    const { moved, base } = derive({ ...defaultDocument, time: 0 })
    expect(moved.a).toEqual(base.a)
  })

  it('on the line is α·t', () => {
    expect([...derive({ ...line, time: -2 }).moved.a]).toEqual([-3.5, -0.5, -1, 1.5])
    expect(derive({ ...line, time: 0.5 }).elements).toEqual([0.375])
  })

  it('bounds the rounding of what acts, not of g', () => {
    const bound = (time: number) => derive({ ...dilation, time }).bound
    const norm = (s: number) => s * s + 1 / (s * s)
    expect(bound(3) / bound(1)).toBeCloseTo(norm(8) / norm(2), 12)
  })

  it('exactly: all terms, for the coordinates of gᵗ', () => {
    expect(exactTerms({ ...defaultDocument, time: 0.37 })).toEqual({ equal: 27, total: 27 })
    expect(exactTerms({ ...dilation, time: 0, move: 'a' })).toEqual({ equal: 2, total: 2 })
  })

  it('as a matrix, also of the line', () => {
    actingMatrix({ ...dilation, time: 2 }, 0).forEach((x, n) =>
      expect(x).toBeCloseTo([4, 0, 0, 0.25][n]!, 13),
    )
    expect(actingMatrix({ ...line, time: 2 }, 0)).toEqual([1, 1.5, 0, 1])
  })
})

describe('where an entry comes to, and from', () => {
  it('σ, then gᵗ; and back', () => {
    expect(mirrored([0, 2])).toEqual([0, 2])
    expect(acted({ ...plane, element: [1, 2, 0, 1], reflected: true }, 0, [5, 1])).toEqual([-3, 1])
    expect(unacted({ ...plane, element: [1, 2, 0, 1], reflected: true }, 0, [-3, 1])).toEqual([5, 1])
    expect(acted({ ...line, element: 3, reflected: true }, 0, 1)).toBe(2)
    expect(unacted({ ...line, element: 3, reflected: true }, 0, 2)).toBe(1)
    expect(acted({ ...line, time: 2 }, 0, 1)).toBe(2.5)
  })

  it('a dragged entry has its base below it', () => {
    const document: Document = { ...plane, element: [1, 2, 0, 1], reflected: true }
    expect(baseUnder(document, 'a', 0, [-3, 1])).toEqual([5, 1])
    expect(baseUnder({ ...document, move: 'b' }, 'a', 0, [-3, 1])).toEqual([-3, 1])
  })

  it('the lowest point of the slice goes along, reflected or at any time', () => {
    const changes: Partial<Document>[] = [{ reflected: true }, { time: 0.4 }]
    for (const start of [defaultDocument, line]) {
      for (const change of changes) {
        const document: Document = { ...start, ...change, target: { seed: 4 } }
        const { x, y, loss } = lowestOf(document, 'moved')
        expect(sliceLoss(sliceOf(document, 'moved'), [x, y])).toBeCloseTo(loss, 10)
      }
    }
  })
})

describe('settled', () => {
  it('gᵗ becomes g, and nothing on the stage moves', () => {
    const document: Document = { ...defaultDocument, time: 0.4 }
    const next = settled(document)
    expect(next.time).toBe(1)
    expect(derive(next).moved).toEqual(derive(document).moved)
    expect(settled(defaultDocument)).toBe(defaultDocument)
    expect(settled({ ...line, element: [1, 2], time: 0.5 }).element).toEqual([0.5, 1])
  })
})

describe('centring', () => {
  it.each<Partial<Document>>([{ reflected: true }, { time: 0.4 }])('with %j', (change) => {
    const document: Document = { ...defaultDocument, ...change }
    const next = centreAt(document, { factor: 'a', row: 1, column: 2 })
    if ('problem' in next) throw new Error(next.problem)
    const [x, y] = acted(next, 2, document.a[1]![2]!) as Point
    expect(x).toBeCloseTo(0, 12)
    expect(y).toBeCloseTo(1, 12)
    const mean = centreAtMean(document)
    if ('problem' in mean) throw new Error(mean.problem)
    // The mean is at i already: another centring moves nothing.
    const again = centreAtMean(mean) as Document
    const [before, after] = [mean, again].map((one) => acted(one, 0, [0, 1]) as Point)
    expect(after![0]).toBeCloseTo(before![0], 10)
    expect(after![1]).toBeCloseTo(before![1], 10)
  })
})

describe('fit', () => {
  const element = [1, 2, 3] as const
  const three = presetNamed('line3')!.document

  it('keeps what fits, to the object', () => {
    const document: Document = { ...three, element, reflected: [true, false, true] }
    expect(fit(document)).toBe(document)
    const flowing: Document = { ...plane, time: -2, word: [[2, 1, 1, 1]] }
    expect(fit(flowing)).toBe(flowing)
  })
  it('with a reflection the time is 1', () => {
    expect(fit({ ...plane, reflected: true, time: 0.5 }).time).toBe(1)
    expect(fit({ ...three, element, reflected: [false, true, false], time: 0.5 }).time).toBe(1)
  })
  it('the time is in range, and 1 where gᵗ leaves the range of float64', () => {
    expect(fit({ ...plane, time: 9 }).time).toBe(3)
    expect(fit({ ...plane, time: -9 }).time).toBe(-2)
    expect(fit({ ...plane, time: NaN }).time).toBe(1)
    expect(fit({ ...plane, element: { x: 0, t: 200, theta: 0 }, time: 2 }).time).toBe(1)
    expect(fit({ ...three, element: 1e150, time: 2 }).time).toBe(1)
  })
  it('a list of reflections is as long as that of elements, and gives way to one', () => {
    const list = (reflected: boolean[], other: Partial<Document> = {}) =>
      fit({ ...three, element, reflected, ...other }).reflected
    expect(list([true])).toEqual([true, false, false])
    expect(list([false, false, false, true])).toBe(false)
    expect(list([true, true, true])).toBe(true)
    expect(list([true, false, false], { element: 1 })).toBe(true)
  })
  it('a word is of one element and of its space', () => {
    expect(fit({ ...three, word: [1, 2] }).word).toEqual([1, 2])
    expect(fit({ ...three, element, word: [1, 2] }).word).toEqual([])
    expect(fit({ ...three, word: [[2, 1, 1, 1]] }).word).toEqual([])
    expect(fit({ ...plane, word: [1] }).word).toEqual([])
  })
})
