import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Document, Point } from '../../../src/document/document'
import { defaultDocument, presetNamed } from '../../../src/document/presets'
import { defaultView, type View } from '../../../src/document/view'
import { fitWindow, nominalAspect } from '../../../src/document/window'
import type { Palette } from '../../../src/stage/palette'
import { laidOut, type Sheet } from '../../../src/stage/sheet/sheet'
import { svgOf } from '../../../src/stage/sheet/svgSheet'
import { tikzOf } from '../../../src/stage/sheet/tikzSheet'
import { tikzText } from '../../../src/stage/sheet/tikzText'

/** Colours by which shapes can be told apart. */
const tokens = [
  'paper',
  'ink',
  'muted',
  'grid',
  'a',
  'b',
  'g',
  'ok',
  'bad',
  'ghost',
  'ghostA',
  'ghostB',
] as const
const hexOf = (token: (typeof tokens)[number]) =>
  `#${(tokens.indexOf(token) + 1).toString(16).padStart(6, '0')}`
const palette = {
  ...Object.fromEntries(tokens.map((token, n) => [token, [0, 0, (n + 1) / 255]])),
  ...{ columns: [[0, 0, 0]], classes: [[0, 0, 0]], ramp: new Float32Array(24), weight: 1 },
} as unknown as Palette

/** Moves by z ↦ (2z + 1)/(z + 1). */
const moved: Document = { ...defaultDocument, element: [2, 1, 1, 1] }
const [width, height] = [900, 540]

function sheetOf(document: Document, of: Partial<View> = {}): Sheet {
  const view = { ...defaultView, ...of }
  const window = fitWindow(document)
  return laidOut({ document, view, window, size: { width, height }, zoom: 1, colours: 'print' }, palette)
}

/** (2z + 1)/(z + 1), by hand. */
function image([x, y]: Point): Point {
  const n = (x + 1) ** 2 + y * y
  return [((2 * x + 1) * (x + 1) + 2 * y * y) / n, y / n]
}

/** The circle about a boundary point through two points, by hand. */
function geodesic([x, y]: Point, [u, v]: Point) {
  const centre = (u * u + v * v - x * x - y * y) / (2 * (u - x))
  return { centre, radius: Math.hypot(x - centre, y) }
}

const terms = ({ a, b, selection: [k, l] }: Document) =>
  (a[k] as Point[]).map((z, i) => [image(z), image(b[i]![l] as Point)] as const)

/** Pixels of the half-plane in its window: 34 lie below the boundary, 44 above what is fitted. */
function pixels(document: Document) {
  const window = fitWindow(document)
  const scale = Math.min((height - 34 - 44) / window.height, width / (nominalAspect * window.height))
  return {
    scale,
    place: ([x, y]: Point): Point => [(x - window.centre) * scale + width / 2, height - 34 - y * scale],
  }
}

const nearest = (to: Point, places: readonly Point[]) =>
  Math.min(...places.map(([x, y]) => Math.hypot(x - to[0], y - to[1])))

describe('the stage as a file of SVG', () => {
  const svg = svgOf(sheetOf(moved), 'A < B & "C"')

  it('has its discs where A is and where g has moved it, to a hundredth of a pixel', () => {
    const { place } = pixels(moved)
    const circles = (token: 'a' | 'ghostA') =>
      [
        ...svg.matchAll(
          new RegExp(`<circle cx="([^"]+)" cy="([^"]+)" r="[^"]+" fill="${hexOf(token)}"`, 'g'),
        ),
      ].map(([, x, y]): Point => [Number(x), Number(y)])
    for (const z of moved.a.flat() as Point[]) {
      expect(nearest(place(z), circles('ghostA'))).toBeLessThan(0.011)
      expect(nearest(place(image(z)), circles('a'))).toBeLessThan(0.011)
    }
  })

  it('has the geodesics of the selected entry as arcs of their circles, in one path', () => {
    const { scale } = pixels(moved)
    const group = /<g data-role="geodesic">([^]*?)<\/g>/.exec(svg)![1]!
    const path = new RegExp(`<path d="([^"]+)" fill="none" stroke="${hexOf('g')}"`).exec(group)![1]!
    const radii = [...path.matchAll(/A([\d.]+) ([\d.]+) 0/g)].map(([, r]) => Number(r))
    expect(radii).toHaveLength(moved.b.length)
    for (const [n, [z, w]] of terms(moved).entries())
      expect(Math.abs(radii[n]! - scale * geodesic(z, w).radius)).toBeLessThan(1e-3)
    expect(path).not.toContain('L')
  })

  it('has texts as texts, with the signs of XML escaped', () => {
    const texts = [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map(([, text]) => text)
    expect(texts).toEqual(expect.arrayContaining(['a₁₃', 'b₂₁', '∞', 'i', '2i', 'ℓ = 1.925']))
    expect(svg).toContain('<title>A &lt; B &amp; &quot;C&quot;</title>')
  })

  it('has both models side by side, each cut off at its own edge', () => {
    const two = svgOf(sheetOf(moved, { model: 'disk', beside: 'klein' }), '')
    const boxes = [...two.matchAll(/\n<svg x="(\d+)" y="0" width="(\d+)" height="540">/g)]
    expect(boxes.map(([, x, w]) => [Number(x), Number(w)])).toEqual([
      [0, 444],
      [456, 444],
    ])
  })

  it('is the same again after another document: nothing of one picture is left in the next', () => {
    expect(svgOf(sheetOf(defaultDocument), '')).not.toBe(svg)
    expect(svgOf(sheetOf(moved), 'A < B & "C"')).toBe(svg)
  })
})

describe('the stage as TikZ', () => {
  const { body } = tikzOf(sheetOf(moved))
  const nodes = (style: string, colour: string) =>
    [
      ...body.matchAll(
        new RegExp(
          `\\\\node\\[entry of ${style}=[^,]+, fill=moduli-${colour}\\] at \\(([^,]+),([^)]+)\\)`,
          'g',
        ),
      ),
    ].map(([, x, y]): Point => [Number(x), Number(y)])

  it('marks the entries at their points of the half-plane, A and B by shapes of their own', () => {
    for (const [factor, style] of [
      ['a', 'A'],
      ['b', 'B'],
    ] as const) {
      const entries = moved[factor].flat() as Point[]
      for (const z of entries) {
        expect(nearest(image(z), nodes(style, factor))).toBeLessThan(2e-4)
        expect(nearest(z, nodes(style, `ghost${style}`))).toBeLessThan(2e-4)
      }
    }
  })

  it('has the geodesics as arcs that begin and end at their entries', () => {
    const part = /% geodesic\n([^]*?)\n%/.exec(body)![1]!
    const arcs = part
      .split('\n')
      .filter((line) => line.includes('draw=moduli-g,'))
      .map((line) => {
        const found =
          /\(([^,]+),([^)]+)\) arc\[start angle=([^,]+), end angle=([^,]+), radius=([^\]]+)\];/.exec(line)!
        const [x, y, from, to, r] = found.slice(1).map(Number) as [number, number, number, number, number]
        const turn = (angle: number): Point => [
          r * Math.cos((angle * Math.PI) / 180),
          r * Math.sin((angle * Math.PI) / 180),
        ]
        const [p, q] = [turn(from), turn(to)]
        return { start: [x, y] as Point, end: [x - p[0] + q[0], y - p[1] + q[1]] as Point, r }
      })
    expect(arcs).toHaveLength(moved.b.length)
    for (const [n, [z, w]] of terms(moved).entries()) {
      const { start, end, r } = arcs[n]!
      expect(Math.abs(r - geodesic(z, w).radius)).toBeLessThan(2e-4)
      expect(nearest(z, [start, end])).toBeLessThan(3e-4)
      expect(nearest(w, [start, end])).toBeLessThan(3e-4)
    }
  })

  it('writes the disk in coordinates of the unit disk', () => {
    const disk = tikzOf(sheetOf(moved, { model: 'disk' })).body
    const entry = /entry of A=[^,]+, fill=moduli-a\] at \(([^,]+),([^)]+)\)/.exec(disk)!
    expect(disk).toContain('% Coordinates: those of the unit disk.')
    expect(Math.hypot(Number(entry[1]), Number(entry[2]))).toBeLessThan(1)
    // The rim.
    expect(disk).toMatch(/arc\[start angle=[^,]+, end angle=[^,]+, radius=1\]/)
  })

  it.each([
    ['a₁₂', '$a_{12}$'],
    ['b₁₀,₁₁', '$b_{10,11}$'],
    ['ℓ = 1.92', '$\\ell =1.92$'],
    ['−0.5i', '$-0.5i$'],
    ['∞', '$\\infty $'],
    ['key of token 5', '$\\mathrm{key\\ of\\ token}\\ 5$'],
    ['50% & {x}_\\', '$50\\%\\ \\&\\ \\{x\\}\\_\\backslash $'],
    ['日本', '$\\mathrm{??}$'],
  ])('writes %s as %s', (text, tex) => {
    expect(tikzText(text)).toBe(tex)
  })

  const hasLatex = spawnSync('pdflatex', ['--version']).status === 0
  it.runIf(hasLatex)(
    'is taken by pdflatex without an error, in two models, on the line and of a head',
    { timeout: 120_000 },
    () => {
      const folder = mkdtempSync(path.join(tmpdir(), 'moduli-tikz-'))
      const all: [string, Sheet][] = [
        ['two', sheetOf(moved, { model: 'klein', beside: 'hyperboloid' })],
        ['line', sheetOf(presetNamed('line3')!.document)],
        ['tree', sheetOf(presetNamed('tree7')!.document)],
      ]
      for (const [name, sheet] of all) {
        const { preamble, options, body: inside } = tikzOf(sheet)
        const file = path.join(folder, `${name}.tex`)
        writeFileSync(
          file,
          `\\documentclass[tikz]{standalone}\\usetikzlibrary{shapes.geometric}\n${preamble}\n\\begin{document}\\begin{tikzpicture}[${options}]\n${inside}\n\\end{tikzpicture}\\end{document}`,
        )
        execFileSync('pdflatex', ['-interaction=nonstopmode', '-halt-on-error', file], { cwd: folder })
        expect(readFileSync(file.replace('.tex', '.log'), 'utf8')).toContain('Output written')
      }
    },
  )
})
