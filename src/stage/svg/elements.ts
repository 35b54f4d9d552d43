import { arcChords, visibleArcs } from '../../gpu/arcs'
import { diamondReach } from '../../gpu/chunks/marks.glsl'
import { colourOf, type Ink } from '../figure/pen'
import type { Arc, Chain, Mark, Shape, Wedge } from '../figure/shapes'
import type { Palette } from '../palette'
import type { Viewport } from '../viewport'

/** An element of SVG: its name, and its attributes. */
export interface SvgElement {
  readonly name: 'path' | 'circle'
  readonly attributes: Readonly<Record<string, string>>
}

/** A figure's coordinates on the page: pixels from the left and from the top. */
interface Sheet {
  readonly viewport: Viewport
  readonly palette: Palette
}

/** Circles larger than this, whose arcs programs would draw from rounded numbers, are drawn as the chords that are seen. */
const largestRadius = 1e4

/** The elements of shapes; lines that look alike and follow on each other are one path. */
export function elementsOf(shapes: readonly Shape[], sheet: Sheet): SvgElement[] {
  const elements: SvgElement[] = []
  let last: { of: Chain | Arc; path: string } | undefined
  const flush = () => {
    if (last && last.path !== '') elements.push(strokeOf(last.of, last.path, sheet.palette))
    last = undefined
  }
  for (const shape of shapes) {
    if (shape.kind === 'mark' || shape.kind === 'wedge') {
      flush()
      elements.push(...(shape.kind === 'mark' ? markOf(shape, sheet) : [wedgeOf(shape, sheet)]))
    } else {
      if (last && !looksLike(last.of, shape)) flush()
      last ??= { of: shape, path: '' }
      last.path += shape.kind === 'chain' ? chainPath(shape.points, sheet) : arcPath(shape, sheet)
    }
  }
  flush()
  return elements
}

const looksLike = (one: Chain | Arc, other: Chain | Arc): boolean =>
  one.width === other.width &&
  one.dash === other.dash &&
  one.ink.token === other.ink.token &&
  one.ink.n === other.ink.n &&
  one.ink.alpha === other.ink.alpha

export const short = (x: number) => String(Math.round(x * 100) / 100)

export function paint(palette: Palette, of: Ink): string {
  // As every program that shows SVG reads it.
  const parts = colourOf(palette, of).map((part) =>
    Math.round(255 * part)
      .toString(16)
      .padStart(2, '0'),
  )
  return `#${parts.join('')}`
}

const opacity = (name: string, { alpha }: Ink) => (alpha < 1 ? { [name]: short(alpha) } : {})

function strokeOf({ width, dash, ink }: Chain | Arc, path: string, palette: Palette): SvgElement {
  const attributes = {
    d: path,
    fill: 'none',
    stroke: paint(palette, ink),
    'stroke-width': short(width),
    'stroke-linejoin': 'round',
    ...opacity('stroke-opacity', ink),
    ...(dash > 0 && { 'stroke-dasharray': short(dash) }),
  }
  return { name: 'path', attributes }
}

function placeOn({ viewport: { height, floor } }: Sheet, X: number, Y: number): string {
  return `${short(X)} ${short(height - floor - Y)}`
}

function chainPath(points: readonly number[], sheet: Sheet): string {
  let path = ''
  for (let n = 0; n < points.length; n += 2) {
    path += `${n === 0 ? 'M' : 'L'}${placeOn(sheet, points[n]!, points[n + 1]!)}`
  }
  return path
}

function arcPath(arc: Arc, sheet: Sheet): string {
  const { X, Y, radius, from, to } = arc
  if (radius > largestRadius) return chordsPath(arc, sheet)
  const at = (angle: number) => placeOn(sheet, X + radius * Math.cos(angle), Y + radius * Math.sin(angle))
  const sweep = to - from
  // An arc of SVG that ends where it begins is none.
  const parts = Math.abs(sweep) > 0.99 * 2 * Math.PI ? [from + sweep / 2, to] : [to]
  const large = parts.length === 1 && Math.abs(sweep) > Math.PI ? 1 : 0
  const r = String(Math.round(radius * 1e4) / 1e4)
  const flags = `A${r} ${r} 0 ${large} ${sweep > 0 ? 0 : 1} `
  return `M${at(from)}${parts.map((end) => flags + at(end)).join('')}`
}

function chordsPath({ X, Y, radius, from, to, width }: Arc, sheet: Sheet): string {
  const { width: right, height, floor } = sheet.viewport
  const seen = { left: -width, right: right + width, bottom: -floor - width, top: height - floor + width }
  const pairs = new Float64Array(18)
  const count = visibleArcs(X, Y, radius, from, to, seen, pairs)
  let path = ''
  for (let n = 0; n < count; n++) {
    const [start, end] = [pairs[2 * n]!, pairs[2 * n + 1]!]
    const chords = arcChords(radius, end - start)
    const points: number[] = []
    for (let k = 0; k <= chords; k++) {
      const angle = start + ((end - start) * k) / chords
      points.push(X + radius * Math.cos(angle), Y + radius * Math.sin(angle))
    }
    path += chainPath(points, sheet)
  }
  return path
}

function wedgeOf({ points, ink }: Wedge, sheet: Sheet): SvgElement {
  const attributes = {
    d: `${chainPath(points, sheet)}Z`,
    fill: paint(sheet.palette, ink),
    ...opacity('fill-opacity', ink),
  }
  return { name: 'path', attributes }
}

/** The mark with its ring of paper, and the paper inside a hollow one. */
function markOf({ X, Y, size, shape, isFilled, halo, outline, ink }: Mark, sheet: Sheet): SvgElement[] {
  const radius = size / 2
  const paper = paint(sheet.palette, { token: 'paper', n: 0, alpha: 1 })
  const body = bodyOf(shape, X, Y, radius, sheet, {
    fill: paint(sheet.palette, ink),
    stroke: paper,
    'stroke-width': short(2 * halo),
    'paint-order': 'stroke',
    ...opacity('opacity', ink),
  })
  // The edges of a diamond are nearer to its middle than its corners.
  const inside = shape === 'disc' ? radius - outline : radius - (outline * Math.SQRT2) / diamondReach
  if (isFilled || inside <= 0) return [body]
  return [body, bodyOf(shape, X, Y, inside, sheet, { fill: paper, ...opacity('opacity', ink) })]
}

function bodyOf(
  shape: Mark['shape'],
  X: number,
  Y: number,
  radius: number,
  sheet: Sheet,
  looks: Record<string, string>,
): SvgElement {
  const { height, floor } = sheet.viewport
  if (shape === 'disc') {
    const place = { cx: short(X), cy: short(height - floor - Y), r: short(radius) }
    return { name: 'circle', attributes: { ...place, ...looks } }
  }
  const far = diamondReach * radius
  const d = `${chainPath([X + far, Y, X, Y + far, X - far, Y, X, Y - far], sheet)}Z`
  return { name: 'path', attributes: { d, ...looks } }
}
