import { describe, expect, it } from 'vitest'
import type { Document } from '../../../src/document/document'
import { fit } from '../../../src/document/fit'
import { presetNamed } from '../../../src/document/presets'
import { documentFromJson, documentToJson } from '../../../src/document/schema'

const plane = presetNamed('halfPlane3')!.document
const line = presetNamed('line3')!.document

const made = (value: unknown, base = plane): Document => {
  const result = documentFromJson(value, base)
  if ('rejected' in result) throw new Error(result.rejected.join('\n'))
  return result.document
}
const rejected = (value: unknown, base = plane): string[] => {
  const result = documentFromJson(value, base)
  return 'rejected' in result ? result.rejected : []
}

describe('what is refused, with its path', () => {
  it.each<[unknown, string]>([
    [null, 'document: must be an object, got null'],
    [[1], 'document: must be an object, got a list of 1'],
    [{ version: 2 }, 'version: this program reads version 1, got 2'],
    [{ colour: 1 }, 'colour: is not a field of a document'],
    [JSON.parse('{"__proto__": {"move": "a"}}'), '__proto__: is not a field of a document'],
    [{ title: 7 }, 'title: must be text, got 7'],
    [{ title: 'x'.repeat(201) }, 'title: must not be longer than 200 characters'],
    [{ title: 'a\nb' }, 'title: must be one line of ordinary characters'],
    [{ title: 'half \ud83d' }, 'title: must be one line of ordinary characters'],
    [{ title: null }, 'title: must be text, got null'],
    [{ move: 'c' }, 'move: must be "both", "a" or "b", got a string'],
    [{ space: 'disk' }, 'space: must be "line" or "halfPlane", got a string'],
    [{ space: 'line' }, 'space: the entries belong to the other space: give a and b as well'],
    [{ a: 3 }, 'a: must be a list of rows, got 3'],
    [{ a: [] }, 'a: must have 1 to 64 rows, got 0'],
    [{ a: new Array(65).fill([[0, 1]]) }, 'a: must have 1 to 64 rows, got 65'],
    [{ a: [[]] }, 'a[0]: must have 1 to 64 entries, got 0'],
    [
      {
        a: [
          [[0, 1]],
          [
            [0, 1],
            [0, 1],
          ],
        ],
      },
      'a[1]: has 2 entries, row 0 has 1',
    ],
    [
      {
        a: [
          [
            [0, 1],
            [0, 1],
          ],
        ],
      },
      'a: has 2 columns, b has 3 rows: they must be equal',
    ],
    [
      {
        a: [
          [
            [0, 1],
            [0, -1],
            [0, 1],
          ],
        ],
      },
      'a[0][1]: Im must be > 0, got -1',
    ],
    [
      {
        a: [
          [
            [0, 1],
            [0, NaN],
            [0, 1],
          ],
        ],
      },
      'a[0][1]: Im must be a finite number, got NaN',
    ],
    [{ a: [[[0, 1], 5, [0, 1]]] }, 'a[0][1]: must be a point, Re and Im'],
    [{ a: [[[0, 1], '2i', [0, 1]]] }, 'a[0][1]: must be a point [x, y] with y > 0, got a string'],
    [
      {
        a: [
          [
            [0, 1],
            [0, 1, 2],
            [0, 1],
          ],
        ],
      },
      'a[0][1]: must be a point [x, y] with y > 0, got a list of 3',
    ],
    [{ element: [1, 2, 3] }, 'element: a 2×2 has 4 numbers, a, b, c, d; got 3'],
    [{ element: [0, 1, 1, 0] }, 'element: determinant -1: a reflection, not in PSL(2,R)'],
    [{ element: 'g' }, 'element: must be a number, [a, b, c, d] or {x, t, theta}, got a string'],
    [{ element: null }, 'element: must be a number, [a, b, c, d] or {x, t, theta}, got null'],
    [{ element: 2 }, 'element: must be a 2×2 or coordinates x, t, theta, not one number'],
    [{ element: { x: 0, t: 0 } }, 'element: needs the three numbers x, t, theta'],
    [{ element: { x: 0, t: 0, theta: 0, y: 1 } }, 'element: has the unknown field "y"'],
    [{ element: [[1, 0, 0, 1]] }, 'element: one for each of 3 inner indices is needed, got 1'],
    [
      { element: [[1, 0, 0, 1], [1, 0, 0, -1], { x: 0, t: 0, theta: 0 }] },
      'element[1]: determinant -1: a reflection, not in PSL(2,R)',
    ],
    [
      { element: [1, 0.5, 0, 1], coordinates: { x: 0.6, t: 0, theta: 0 } },
      'coordinates: do not give the same g as element: leave one of the two out',
    ],
    [
      { element: [0, 0, 0, 0], coordinates: { x: 0.6, t: 0, theta: 0 } },
      'coordinates: do not give the same g as element: leave one of the two out',
    ],
    [
      { element: { x: 0, t: 1e4, theta: 0 }, coordinates: { x: 0.6, t: 0, theta: 0 } },
      'coordinates: do not give the same g as element: leave one of the two out',
    ],
    [{ reflected: 1 }, 'reflected: must be true, false or a list of these, got 1'],
    [{ reflected: [true, 0] }, 'reflected: must be true, false or a list of these, got a list of 2'],
    [
      { reflected: [true, false, true] },
      'reflected: is a list, but the element is one for all inner indices',
    ],
    [{ word: 'N(1)' }, 'word: must be a list of elements, got a string'],
    [{ word: [[1, 0, 0, 1], 2] }, 'word[1]: must be a 2×2 or coordinates x, t, theta, not one number'],
    [{ word: [{ x: 0, t: 1 }] }, 'word[0]: needs the three numbers x, t, theta'],
    [{ word: new Array(25).fill([1, 0, 0, 1]) }, 'word: must not have more than 24 factors, got 25'],
    [{ time: '1' }, 'time: must be a number from -2 to 3, got a string'],
    [{ time: NaN }, 'time: must be a number from -2 to 3, got NaN'],
    [{ time: 3.5 }, 'time: must be a number from -2 to 3, got 3.5'],
    [
      { time: 0, reflected: true },
      'time: must be 1 with a reflection, which has no powers in between, got 0',
    ],
    [
      { time: 3, element: { x: 0, t: 200, theta: 0 } },
      'time: g to the power 3 moves points too far for float64 numbers',
    ],
    [{ selection: [3, 0] }, 'selection[0]: must be a row, 0 to 2, got 3'],
    [{ selection: [0, 3] }, 'selection[1]: must be a column, 0 to 2, got 3'],
    [{ selection: [0, 0.5] }, 'selection[1]: must be a column, 0 to 2, got 0.5'],
    [{ selection: 1 }, 'selection: must be [k, l], got 1'],
    [{ free: { factor: 'c' } }, 'free.factor: must be "a" or "b", got a string'],
    [{ free: { factor: 'b', row: 0, column: 9 } }, 'free.column: must be 0 to 2, got 9'],
    [{ target: 'zero' }, 'target: must be "base", rows of numbers or {seed}, got a string'],
    [{ target: [[1]] }, 'target: must be 3 × 3 as the product is, got 1 rows'],
    [
      {
        target: [
          [1, 2, 3],
          [1, 2],
          [1, 2, 3],
        ],
      },
      'target[1]: must have 3 numbers, got a list of 2',
    ],
    [
      {
        target: [
          [1, 2, 3],
          [1, Infinity, 3],
          [1, 2, 3],
        ],
      },
      'target[1][1]: must be a finite number, got Infinity',
    ],
    [{ target: { seed: -1 } }, 'target.seed: must be a whole number, 0 to 4294967295, got -1'],
  ])('%j', (value, sentence) => {
    expect(rejected(value)).toEqual([sentence])
  })

  it('names everything that it finds, and stops listing after 20', () => {
    expect(rejected({ colour: 1, title: 2 })).toHaveLength(2)
    const a = [Array.from({ length: 30 }, () => [0, -1])]
    const lines = rejected({ a })
    expect(lines).toHaveLength(21)
    expect(lines[20]).toBe('and 10 more')
  })

  it('does not read fields of a prototype', () => {
    const value: unknown = Object.create({ move: 'a' })
    expect(made(value).move).toBe('both')
  })

  it('an inherited index of a list is no entry', () => {
    expect(rejected({ a: [[[0, 1], , [0, 1]]] })).toEqual([
      'a[0][1]: must be a point [x, y] with y > 0, got undefined',
    ])
  })
})

describe('what is taken', () => {
  it('nothing given changes nothing', () => {
    expect(made({})).toEqual(plane)
    expect(made({ title: undefined })).toEqual(plane)
  })
  it('some fields leave the others as they are', () => {
    expect(made({ move: 'a', target: { seed: 5 } })).toEqual({ ...plane, move: 'a', target: { seed: 5 } })
  })
  it('a new size clamps selection and free entry and drops a frozen target that are not given', () => {
    const target = [1, 2, 3].map((k) => [k, k, k])
    const base = { ...plane, target, selection: [2, 2], free: { factor: 'b', row: 2, column: 2 } } as const
    const small = made(
      {
        a: [[[0, 1]]],
        b: [
          [
            [1, 1],
            [2, 1],
          ],
        ],
      },
      base,
    )
    expect(small.selection).toEqual([0, 1])
    expect(small.free).toEqual({ factor: 'b', row: 0, column: 1 })
    expect(small.target).toBe('base')
  })
  it('a frozen target goes when only its columns no longer fit', () => {
    const target = [1, 2, 3].map((k) => [k, k, k])
    const b = plane.b.map((row) => row.slice(0, 2))
    expect(made({ b }, { ...plane, target }).target).toBe('base')
    expect(made({ b: plane.b }, { ...plane, target }).target).toBe(target)
  })
  it('a selection that is given is never clamped', () => {
    expect(rejected({ a: [[[0, 1]]], b: [[[1, 1]]], selection: [1, 0] })).toHaveLength(1)
  })
  it('a list of elements follows the inner size', () => {
    const g = [2, 1, 1, 1] as const
    const base = { ...plane, element: [g, g, g] }
    expect(made({ a: [[[0, 1]]], b: [[[1, 1]]] }, base).element).toEqual([g])
    const a = [
      [
        [0, 1],
        [0, 1],
        [0, 1],
        [0, 1],
      ],
    ]
    const b = [[[1, 1]], [[1, 1]], [[1, 1]], [[1, 1]]]
    expect(made({ a, b }, base).element).toEqual([g, g, g, [1, 0, 0, 1]])
  })
  it('the other space with both factors starts from the identity', () => {
    expect(made({ space: 'line', a: [[1]], b: [[2]] }).element).toBe(0)
    expect(made({ space: 'halfPlane', a: [[[1, 2]]], b: [[[2, 1]]] }, line).element).toEqual([1, 0, 0, 1])
  })
  it('a list of four translations on the line, a matrix in the plane', () => {
    const a = [[1, 2, 3, 4]]
    const b = [[1], [2], [3], [4]]
    expect(made({ a, b, element: [1, 2, 3, 4] }, line).element).toEqual([1, 2, 3, 4])
    expect(made({ element: [2, 1, 1, 1] }).element).toEqual([2, 1, 1, 1])
  })
  it('a reflection for each inner index where each has its own element; equal ones are one', () => {
    const element = [1, 2, 3]
    expect(made({ element, reflected: [true, false, true] }, line).reflected).toEqual([true, false, true])
    expect(made({ element, reflected: [true, true, true] }, line).reflected).toBe(true)
    const base = { ...line, element, reflected: [true, false, true] }
    expect(made({ element: 5 }, base).reflected).toBe(true)
    expect(made({ a: [[1]], b: [[2]] }, base).reflected).toBe(true)
  })
  it('with a reflection, and where gᵗ would be too long, the time is 1', () => {
    expect(made({ reflected: true }, { ...plane, time: 0.5 }).time).toBe(1)
    expect(made({ time: 0.5 }, { ...plane, element: [1, 0, 0, 1] }).time).toBe(0.5)
    expect(fit({ ...plane, element: { x: 0, t: 200, theta: 0 }, time: 3 }).time).toBe(1)
  })
  it('a word in any of the forms; it goes where each inner index has its own element', () => {
    const word = [[2, 1, 1, 1], { x: 0.5, t: 0, theta: 0 }] as const
    const base = made({ word })
    expect(base).toEqual({ ...plane, word })
    expect(made({ element: [1, 1, 0, 1] }, base).word).toEqual(word)
    const g = [1, 1, 0, 1] as const
    expect(made({ element: [g, g, g] }, base).word).toEqual([])
    expect(made({ space: 'line', a: [[1]], b: [[2]], word: [3, -1] }, base)).toMatchObject({
      word: [3, -1],
      reflected: false,
      time: 1,
    })
    expect(rejected({ element: [g, g, g], word })).toEqual([
      'word: must be empty where each inner index has its own element',
    ])
  })
  it('-0 becomes 0', () => {
    expect(Object.is(made({ element: -0 }, line).element, 0)).toBe(true)
  })
})

describe('documentToJson', () => {
  it('gives a matrix always, and the coordinates beside it when they are what is held', () => {
    const json = documentToJson(plane)
    const [a, b, c, d] = json.element as [number, number, number, number]
    expect(a * d - b * c).toBeCloseTo(1, 14)
    expect(c).toBeCloseTo(Math.sin(-0.55) * Math.exp(0.05), 14)
    expect(json.coordinates).toEqual({ x: 0.55, t: -0.1, theta: -0.55 })
    expect(documentToJson({ ...plane, element: [4, 2, 2, 2] })).toMatchObject({ element: [4, 2, 2, 2] })
    expect(documentToJson({ ...plane, element: [4, 2, 2, 2] })).not.toHaveProperty('coordinates')
  })
  it('a matrix rounded elsewhere still agrees with its coordinates, within 1e-12', () => {
    const { element, coordinates } = documentToJson(plane)
    const near = (element as number[]).map((entry) => entry * (1 + 2e-13))
    const far = (element as number[]).map((entry) => entry + 1e-9)
    expect(made({ element: near, coordinates }).element).toEqual(coordinates)
    expect(rejected({ element: far, coordinates })).toHaveLength(1)
    expect(made({ element: near.map((entry) => -entry), coordinates }).element).toEqual(coordinates)
  })
  it('is a copy: changing it does not change the document', () => {
    const json = documentToJson(plane) as unknown as { a: number[][][]; coordinates: { x: number } }
    json.a[0]![0]![0] = 99
    json.coordinates.x = 99
    expect(plane.a.flat(2)).not.toContain(99)
    expect(plane.element).toEqual({ x: 0.55, t: -0.1, theta: -0.55 })
  })
})

describe('values that no file can hold, from a script or a message', () => {
  const endless: { a?: unknown } = {}
  endless.a = endless
  const sparse = new Array<number>(2 ** 32 - 1)
  const strange: readonly [what: string, value: unknown][] = [
    ['a list of four thousand million holes', sparse],
    ['a list of such lists', [sparse, sparse, sparse]],
    ['an object that contains itself', endless],
    ['a map', new Map([['a', 1]])],
    ['typed numbers', new Float64Array(3)],
    ['a date', new Date(0)],
    ['a big integer', 3n],
    ['a symbol', Symbol('a')],
    ['a function', () => 1],
    ['an object with the fields of its prototype', Object.create({ a: [[1]], seed: 1 })],
  ]
  const fields = [
    ...['version', 'title', 'space', 'a', 'b', 'element', 'coordinates', 'reflected', 'word', 'time', 'move'],
    ...['selection', 'free', 'target', 'head', 'classifier'],
  ]
  const within: ((value: unknown) => unknown)[] = [
    (value) => value,
    (value) => [value],
    (value) => ({ rule: 'fixed', beta: 1, task: value, data: value }),
    (value) => ({ rule: 'fixed', beta: 1, task: { parents: value, names: value, sequences: value } }),
    (value) => ({
      ...{ rule: 'fixed', beta: 1 },
      task: { parents: [-1, 0, 0], names: value, sequences: { train: value, heldOut: [value] } },
    }),
    (value) => ({
      ...{ rule: 'fixed', beta: 1 },
      data: { kind: 'own', classes: value, train: { rows: value, labels: value }, heldOut: value },
    }),
    (value) => ({
      ...{ rule: 'fixed', beta: 1 },
      data: { kind: 'own', classes: ['a', 'b'], train: { rows: [[1], [2]], labels: value }, heldOut: value },
    }),
  ]
  it.each(strange)('%s is refused everywhere, at once', (_what, value) => {
    const start = performance.now()
    for (const base of [plane, line, presetNamed('spirals')?.document ?? plane])
      for (const name of fields)
        for (const wrap of within) {
          const result = documentFromJson({ [name]: wrap(value) }, base)
          if ('document' in result) expect(result.document).toEqual(base)
        }
    expect(performance.now() - start).toBeLessThan(2000)
  })
})
