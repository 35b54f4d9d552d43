import { arcChords, visibleArcs } from '../../gpu/arcs'
import { diamondReach } from '../../gpu/chunks/marks.glsl'
import { colourOf, type Ink } from '../figure/pen'
import type { Arc, Mark, Shape, Wedge } from '../figure/shapes'
import type { Placed } from '../texts/placing'
import type { Sheet, SheetPane } from './sheet'
import { lookOf } from './textLooks'
import { simplified } from './simplified'
import { tikzText } from './tikzText'
import { tikzUnits, type TikzUnits } from './tikzUnits'

/** Of a figure that is as wide as the text of a page; a wide one has smaller pixels. */
const centimetres = 14
/** Circles larger than this are drawn as what is seen of them: TeX has too few digits for their arcs. */
const largestRadius = 1500
/** Chains may be off by so many pixels to have fewer points. */
const tolerance = 0.1

interface Writer extends TikzUnits {
  readonly sheet: Sheet
  readonly pane: SheetPane
  /** Decimals of coordinates: a fiftieth of a pixel. */
  readonly decimals: number
  readonly colours: Map<string, string>
}

/** The sheet as TikZ: arcs are arcs, marks are nodes, texts are in math mode. */
export function tikzOf(sheet: Sheet): { preamble: string; options: string; body: string } {
  const colours = new Map<string, string>()
  const cm = centimetres / sheet.width
  const body = sheet.panes.flatMap((pane) => paneLines(sheet, pane, cm, colours))
  const preamble = [
    ...[...colours].map(([name, rgb]) => `\\definecolor{${name}}{RGB}{${rgb}}`),
    '\\tikzset{',
    '  moduli mark/.style={inner sep=0pt, outer sep=0pt, minimum size=#1},',
    '  entry of A/.style={moduli mark=#1, circle},',
    '  entry of B/.style={moduli mark=#1, diamond},',
    '}',
  ].join('\n')
  return {
    preamble,
    options: `line join=round, every node/.style={font=\\scriptsize}`,
    body: body.join('\n'),
  }
}

function paneLines(sheet: Sheet, pane: SheetPane, cm: number, colours: Map<string, string>): string[] {
  const units = tikzUnits(pane.frame)
  const { viewport } = pane.frame
  const decimals = Math.max(0, Math.ceil(Math.log10(50 * units.unit)))
  const writer: Writer = { ...units, sheet, pane, decimals, colours }
  const unit = `${number(units.unit * cm, 6)}cm`
  // Where the origin of this pane lies in the picture, whose first corner is at the top left.
  const shift = [
    `${number((pane.left + units.X0) * cm, 4)}cm`,
    `${number((units.Y0 - (viewport.height - viewport.floor) - pane.top) * cm, 4)}cm`,
  ]
  const corner = (X: number, Y: number) => place(writer, X, Y)
  const low = corner(0, -viewport.floor)
  const high = corner(viewport.width, viewport.height - viewport.floor)
  return [
    `% Coordinates: ${units.words}.`,
    `\\begin{scope}[shift={(${shift.join(', ')})}, x=${unit}, y=${unit}]`,
    `\\clip ${low} rectangle ${high};`,
    ...pane.layers.flatMap(({ role, shapes }) =>
      shapes.length === 0 ? [] : [`% ${role}`, ...shapes.map((shape) => shapeLine(writer, shape))],
    ),
    ...(pane.texts.length > 0 ? ['% text'] : []),
    ...pane.texts.map((text) => textLine(writer, text)),
    '\\end{scope}',
  ]
}

/** Without a sign for 0 and without the zeros at the end. */
function number(value: number, decimals: number): string {
  const text = value.toFixed(decimals)
  const short = text.includes('.') ? text.replace(/\.?0+$/, '') : text
  return short === '-0' ? '0' : short
}

const place = ({ X0, Y0, unit, decimals }: Writer, X: number, Y: number) =>
  `(${number((X - X0) / unit, decimals)},${number((Y - Y0) / unit, decimals)})`

/** Pixels as lengths. */
const length = ({ sheet }: Writer, pixels: number) => `${number((pixels * centimetres) / sheet.width, 4)}cm`

function colour({ sheet, colours }: Writer, of: Ink): string {
  const isOne = of.token !== 'column' && of.token !== 'class'
  const name = `moduli-${of.token}${isOne ? '' : `-${of.n}`}`
  colours.set(
    name,
    colourOf(sheet.palette, of)
      .map((part) => Math.round(255 * part))
      .join(','),
  )
  return name
}

const seeThrough = (name: string, { alpha }: Ink) => (alpha < 1 ? [`${name}=${number(alpha, 3)}`] : [])

function shapeLine(writer: Writer, shape: Shape): string {
  switch (shape.kind) {
    case 'mark':
      return markLine(writer, shape)
    case 'wedge':
      return wedgeLine(writer, shape)
    case 'chain':
      return `\\draw[${strokeOf(writer, shape)}] ${chain(writer, simplified(shape.points, tolerance))};`
    case 'arc':
      return `\\draw[${strokeOf(writer, shape)}] ${shape.radius > largestRadius ? chords(writer, shape) : arc(writer, shape)};`
  }
}

function strokeOf(writer: Writer, { width, dash, ink }: Pick<Arc, 'width' | 'dash' | 'ink'>): string {
  const dashed = dash > 0 ? [`dash pattern=on ${length(writer, dash)} off ${length(writer, dash)}`] : []
  return [
    `draw=${colour(writer, ink)}`,
    `line width=${length(writer, width)}`,
    ...dashed,
    ...seeThrough('draw opacity', ink),
  ].join(', ')
}

function chain(writer: Writer, points: readonly number[]): string {
  const places: string[] = []
  for (let n = 0; n < points.length; n += 2) places.push(place(writer, points[n]!, points[n + 1]!))
  return places.join(' -- ')
}

const degrees = (angle: number) => number((angle * 180) / Math.PI, 4)

function arc(writer: Writer, { X, Y, radius, from, to }: Arc): string {
  const start = place(writer, X + radius * Math.cos(from), Y + radius * Math.sin(from))
  const r = number(radius / writer.unit, writer.decimals + 1)
  return `${start} arc[start angle=${degrees(from)}, end angle=${degrees(to)}, radius=${r}]`
}

function chords(writer: Writer, { X, Y, radius, from, to, width }: Arc): string {
  const { width: right, height, floor } = writer.pane.frame.viewport
  const seen = { left: -width, right: right + width, bottom: -floor - width, top: height - floor + width }
  const pairs = new Float64Array(18)
  const count = visibleArcs(X, Y, radius, from, to, seen, pairs)
  const pieces: string[] = []
  for (let n = 0; n < count; n++) {
    const [start, end] = [pairs[2 * n]!, pairs[2 * n + 1]!]
    const parts = arcChords(radius, end - start)
    const points = Array.from({ length: parts + 1 }, (_, k) => start + ((end - start) * k) / parts)
    pieces.push(
      chain(
        writer,
        points.flatMap((angle) => [X + radius * Math.cos(angle), Y + radius * Math.sin(angle)]),
      ),
    )
  }
  return pieces.join(' ')
}

function wedgeLine(writer: Writer, { points, ink }: Wedge): string {
  const options = [colour(writer, ink), ...seeThrough('fill opacity', ink)]
  return `\\fill[${options.join(', ')}] ${chain(writer, points)} -- cycle;`
}

const paper = { token: 'paper', n: 0, alpha: 1 } as const

/** A node, with the ring of paper as a larger one below it and the paper inside a hollow one above. */
function markLine(writer: Writer, { X, Y, size, shape, isFilled, halo, outline, ink }: Mark): string {
  const at = place(writer, X, Y)
  const style = shape === 'disc' ? 'entry of A' : 'entry of B'
  const across = shape === 'disc' ? 1 : diamondReach
  const node = (diameter: number, of: Ink, alpha: Ink) =>
    `\\node[${[
      `${style}=${length(writer, across * diameter)}`,
      `fill=${colour(writer, of)}`,
      ...seeThrough('fill opacity', alpha),
    ].join(', ')}] at ${at} {};`
  // The edges of a diamond are nearer to its middle than its corners.
  const edge = shape === 'disc' ? 1 : Math.SQRT2 / diamondReach
  const inside = size - 2 * outline * edge
  return [
    ...(halo > 0 ? [node(size + 2 * halo * edge, paper, ink)] : []),
    node(size, ink, ink),
    ...(!isFilled && inside > 0 ? [node(inside, paper, ink)] : []),
  ].join('\n')
}

function textLine(writer: Writer, { text, left, top, className }: Placed): string {
  const { viewport } = writer.pane.frame
  const { token, isBold, size, ground } = lookOf(className)
  const options = [
    `text=${colour(writer, { token, n: 0, alpha: 1 })}`,
    'inner sep=1pt',
    ...(size > 1 ? ['font=\\large'] : []),
    ...(isBold ? ['font=\\scriptsize\\boldmath'] : []),
    ...(ground === 'halo' ? [`fill=${colour(writer, paper)}`, 'fill opacity=0.7', 'text opacity=1'] : []),
    ...(ground === 'frame'
      ? [
          'rounded corners',
          `draw=${colour(writer, { token: 'g', n: 0, alpha: 1 })}`,
          `fill=${colour(writer, paper)}`,
          'inner sep=3pt',
        ]
      : []),
  ]
  const at = place(writer, left, viewport.height - viewport.floor - top)
  return `\\node[${options.join(', ')}] at ${at} {${tikzText(text)}};`
}
