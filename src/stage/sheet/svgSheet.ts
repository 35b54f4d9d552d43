import { xmlText } from '../../document/xmlText'
import type { Ink } from '../figure/pen'
import { elementsOf, paint, short, type SvgElement } from '../svg/elements'
import type { Placed } from '../texts/placing'
import type { LossImage } from './lossImage'
import type { Sheet, SheetPane } from './sheet'
import { lookOf } from './textLooks'

const family = "Inter, system-ui, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif"
/** From the middle of letters down to the line that they stand on; not every program that shows SVG knows other lines. */
const downToLine = 0.35
/** What a letter takes at most of the size of the font, as where places are looked for. */
const letter = 0.56

/** The sheet as a file: arcs are arcs and texts are texts. */
export function svgOf(sheet: Sheet, title: string): string {
  const { width, height, em } = sheet
  const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`
  const font = `font-family="${family}" font-size="${short(em)}" font-variant-numeric="tabular-nums"`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} ${font}>`,
    `<title>${xmlText(title)}</title>`,
    `<rect width="100%" height="100%" fill="${colour(sheet, 'paper')}"/>`,
    ...sheet.panes.flatMap((pane) => paneOf(sheet, pane)),
    '</svg>',
    '',
  ].join('\n')
}

const colour = ({ palette }: Sheet, token: Ink['token']) => paint(palette, { token, n: 0, alpha: 1 })

/** A picture in the picture, which cuts off what sticks out of it. */
function paneOf(sheet: Sheet, pane: SheetPane): string[] {
  const { left, top, width, height, frame, layers, texts, loss } = pane
  const of = { viewport: frame.viewport, palette: sheet.palette }
  return [
    `<svg x="${left}" y="${top}" width="${width}" height="${height}">`,
    ...(loss ? [imageOf(loss)] : []),
    ...layers.flatMap(({ role, shapes }) =>
      shapes.length === 0
        ? []
        : [`<g data-role="${role}">`, ...elementsOf(shapes, of).map(elementText), '</g>'],
    ),
    '<g data-role="text" text-anchor="middle">',
    ...texts.flatMap((text) => textOf(sheet, text)),
    '</g>',
    '</svg>',
  ]
}

/** As wide as the plane, whatever the shape of its pixels. */
const imageOf = ({ href, left, top, width, height }: LossImage) =>
  `<image x="${left}" y="${top}" width="${width}" height="${height}" preserveAspectRatio="none" href="${href}"/>`

const elementText = ({ name, attributes }: SvgElement) => `<${name}${attributesText(attributes)}/>`

const attributesText = (attributes: Readonly<Record<string, string>>) =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${xmlText(value)}"`)
    .join('')

function textOf(sheet: Sheet, { text, left, top, className }: Placed): string[] {
  const { em, palette } = sheet
  const { token, isBold, size, ground } = lookOf(className)
  const paper = colour(sheet, 'paper')
  const attributes = {
    x: short(left),
    y: short(top + downToLine * size * em),
    fill: colour(sheet, token),
    ...(isBold && { 'font-weight': '650' }),
    ...(size !== 1 && { 'font-size': short(size * em) }),
    ...(ground === 'halo' && {
      stroke: paper,
      'stroke-width': short(0.25 * em),
      'stroke-linejoin': 'round',
      'paint-order': 'stroke',
    }),
  }
  const written = `<text${attributesText(attributes)}>${xmlText(text)}</text>`
  if (ground !== 'frame') return [written]
  const [wide, high] = [letter * em * text.length + 1.2 * em, 1.5 * em]
  const frame = {
    ...{ x: short(left - wide / 2), y: short(top - high / 2), width: short(wide), height: short(high) },
    ...{
      rx: short(high / 2),
      fill: paper,
      stroke: colour(sheet, 'g'),
      'stroke-width': short(palette.weight),
    },
  }
  return [`<rect${attributesText(frame)}/>`, written]
}
