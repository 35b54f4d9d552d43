import { readFileSync } from 'node:fs'
import path from 'node:path'

export type Triple = readonly [number, number, number]
type Matrix = readonly [Triple, Triple, Triple]

const css = readFileSync(path.resolve(import.meta.dirname, '../../src/app.css'), 'utf8')

/** The tokens of each theme; dark stands there twice, for the system and for the choice. */
const blocks = ['color-scheme: light', 'color-scheme: dark', 'color-scheme: dark']
let from = 0
export const themes = blocks.map((mark) => {
  const start = css.indexOf(mark, from)
  from = start + 1
  return css.slice(start, css.indexOf('}', start))
})
export const token = (theme: string, name: string) => {
  const value = new RegExp(`--${name}: (#[0-9a-f]{3,6});`).exec(theme)![1]!
  return value.length === 4 ? value.replace(/[0-9a-f]/g, '$&$&') : value
}
export function linear(hex: string): Triple {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return [r!, g!, b!]
}

const times = (m: Matrix, [r, g, b]: Triple) =>
  m.map((row) => row[0] * r + row[1] * g + row[2] * b) as unknown as Triple

/** WCAG 2. */
export function contrast(p: string, q: string): number {
  const [l, m] = [p, q].map((hex) => times([[0.2126, 0.7152, 0.0722], ...zeros], linear(hex))[0])
  return (Math.max(l!, m!) + 0.05) / (Math.min(l!, m!) + 0.05)
}
const zeros = [
  [0, 0, 0],
  [0, 0, 0],
] as const

/** Björn Ottosson's OKLab. */
function oklab(colour: Triple): Triple {
  const lms = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    colour,
  )
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    lms.map((x) => Math.cbrt(Math.max(x, 0))) as unknown as Triple,
  )
}

/** What is seen without one kind of cone: Machado, Oliveira and Fernandes (2009), severity 1. */
export const visions: Record<string, Matrix> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

export function nearest(colours: readonly string[], vision: Matrix): number {
  const seen = colours.map((hex) => {
    const inside = times(vision, linear(hex)).map((x) => Math.min(Math.max(x, 0), 1)) as unknown as Triple
    return oklab(inside)
  })
  const gaps = seen.flatMap((p, n) =>
    seen.slice(n + 1).map((q) => Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2])),
  )
  return Math.min(...gaps)
}

/** The least of Okabe and Ito's eight colours by the same measure, in the vision that is worst for them. */
export const okabeIto = 0.076
