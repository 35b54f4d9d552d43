import { describe, expect, it } from 'vitest'
import type { Document, Point } from '../../../src/document/document'
import { figureFacts } from '../../../src/document/figureFacts'
import { commentedCsv, matricesJson, matricesLatex } from '../../../src/document/matrixFiles'
import { parseTable } from '../../../src/document/table'
import { takenMatrices } from '../../../src/document/takenMatrices'
import { defaultDocument, presetNamed } from '../../../src/document/presets'

const link = 'https://example.org/#v=1&g=2,1,1,1'
const title = 'Two\nlines % and # signs'
const moved: Document = { ...defaultDocument, title, element: [2, 1, 1, 1], move: 'a' }
const facts = figureFacts(moved, { version: '1.2.3', link })

/** (2z + 1)/(z + 1), by hand. */
function image([x, y]: Point): Point {
  const n = (x + 1) ** 2 + y * y
  return [((2 * x + 1) * (x + 1) + 2 * y * y) / n, y / n]
}

/** ρ by its cosh. */
const rho = ([x, y]: Point, [u, v]: Point) => Math.acosh(1 + ((x - u) ** 2 + (y - v) ** 2) / (2 * y * v))

const product = (a: readonly (readonly Point[])[], b: readonly (readonly Point[])[]) =>
  a.map((row) => b[0]!.map((_, l) => row.reduce((sum, z, i) => sum + rho(z, b[i]![l]!), 0)))

const named = (id: string, of = moved) => takenMatrices(of).find((one) => one.id === id)!

/** The cells of a pmatrix. */
const cellsOf = (latex: string) =>
  /\\begin\{pmatrix\}([^]*?)\\end\{pmatrix\}/
    .exec(latex)![1]!
    .split('\\\\')
    .map((row) => row.split('&').map((cell) => cell.trim()))

const numberOf = (text: string) => Number(text.replace(/ \\cdot 10\^\{(-?\d+)\}/, 'e$1'))

describe('matrices as files', () => {
  const a = moved.a as Point[][]
  const b = moved.b as Point[][]

  it('JSON: base, moved and product as a reader computes them, with g and the link', () => {
    const read = JSON.parse(matricesJson(moved, takenMatrices(moved), facts)) as Record<string, unknown> & {
      movedA: Point[][]
      productBefore: number[][]
      productAfter: number[][]
    }
    expect(read).toMatchObject({
      a,
      b,
      movedB: b,
      element: [2, 1, 1, 1],
      move: 'a',
      link,
      title,
      moduli: '1.2.3',
    })
    read.movedA.flat().forEach((z, n) => {
      const want = image(a.flat()[n]!)
      expect(Math.hypot(z[0] - want[0], z[1] - want[1])).toBeLessThan(1e-14)
    })
    for (const [got, want] of [
      [read.productBefore, product(a, b)],
      [
        read.productAfter,
        product(
          a.map((row) => row.map(image)),
          b,
        ),
      ],
    ] as const)
      got.flat().forEach((c, n) => expect(Math.abs(c - want.flat()[n]!)).toBeLessThan(1e-12))
  })

  it.each(['a', 'movedA', 'productAfter'])(
    'CSV: %s is read again number for number, below its comments',
    (id) => {
      const { matrix } = named(id)
      const text = commentedCsv(matrix, facts)
      expect(text.split('\n').filter((line) => line.startsWith('#'))).toHaveLength(3)
      expect(text).toContain(`# link: ${link}\n`)
      expect(parseTable(text)).toEqual(matrix)
    },
  )

  it('LaTeX: every digit where it is asked for, else rounded; titles stay inside of their comments', () => {
    const exact = matricesLatex([named('movedA')], 'all', facts)
    const values = cellsOf(exact).flatMap((row) =>
      row.flatMap((cell) => {
        const [re, im] = cell.split(' + ') as [string, string]
        return [numberOf(re), numberOf(im.replace(/i$/, ''))]
      }),
    )
    expect(values).toEqual([...named('movedA').matrix.values])
    const rounded = cellsOf(matricesLatex([named('productBefore')], 3, facts))
      .flat()
      .map(numberOf)
    rounded.forEach((value, n) => {
      const want = product(a, b).flat()[n]!
      expect(Math.abs(value - want)).toBeLessThanOrEqual(0.5e-2 * 10 ** Math.floor(Math.log10(want)) * 1.0001)
    })
    const [comments, rest] = [
      exact.split('\n').filter((line) => line.startsWith('%')),
      exact.split('\\[')[1]!,
    ]
    expect(comments).toHaveLength(4)
    expect(rest).toMatch(/^\ngA = /)
  })

  it.each([
    [[1, 2, 0], '1 & 2 & 0'],
    [[-1e-15, 3.14159e22, -2.5], '-10^{-15} & 3.14 \\cdot 10^{22} & -2.5'],
    [[Infinity, -Infinity, 1e-7], '\\infty & -\\infty & 10^{-7}'],
  ])('LaTeX: %j as %s', (values, latex) => {
    const matrix = { rows: 1, columns: 3, numbers: 1, values: Float64Array.from(values) } as const
    expect(matricesLatex([{ latex: 'X', matrix }], 3, facts)).toContain(`\n  ${latex}\n`)
  })

  it('LaTeX: i alone and points on the imaginary axis have no zeros and ones', () => {
    const values = Float64Array.of(0, 1, 0, 2, 0.5, 1)
    const matrix = { rows: 1, columns: 3, numbers: 2, values } as const
    expect(matricesLatex([{ latex: 'X', matrix }], 3, facts)).toContain('\n  i & 2i & 0.5 + i\n')
  })

  it('LaTeX: more columns than amsmath writes are asked for', () => {
    const matrix = { rows: 1, columns: 12, numbers: 1, values: new Float64Array(12) } as const
    expect(matricesLatex([{ latex: 'X', matrix }], 3, facts)).toContain('\\setcounter{MaxMatrixCols}{12}')
  })

  it('on the line every entry is one number', () => {
    const line = presetNamed('line3')!.document
    expect([...named('a', line).matrix.values]).toEqual(line.a.flat())
    expect(named('movedB', { ...line, move: 'both' }).latex).toBe('gB')
    expect(named('movedB', { ...line, time: 0.5 }).latex).toBe('g^{t}B')
  })
})
