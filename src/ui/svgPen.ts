/** What charts draw with: a canvas, or an SVG picture of the same strokes. */
export type Pen = Pick<
  CanvasRenderingContext2D,
  | 'beginPath'
  | 'moveTo'
  | 'lineTo'
  | 'closePath'
  | 'arc'
  | 'rect'
  | 'clip'
  | 'save'
  | 'restore'
  | 'translate'
  | 'rotate'
  | 'fillRect'
  | 'strokeRect'
  | 'stroke'
  | 'fill'
  | 'fillText'
  | 'setLineDash'
  | 'strokeStyle'
  | 'fillStyle'
  | 'lineWidth'
  | 'lineJoin'
  | 'font'
  | 'globalAlpha'
  | 'textAlign'
  | 'textBaseline'
>

const anchors: Readonly<Record<CanvasTextAlign, string>> = {
  left: 'start',
  start: 'start',
  center: 'middle',
  right: 'end',
  end: 'end',
}

/** What lasts until the pen is given back: where its paths lie, and how many pictures in the picture are open. */
interface Kept {
  readonly transform: string
  readonly clips: number
}

/** A pen that writes SVG. Arcs are whole circles, what clips is a rectangle, and letters have one font. */
export class SvgPen implements Pen {
  strokeStyle = '#000'
  fillStyle = '#000'
  lineWidth = 1
  globalAlpha = 1
  textAlign: CanvasTextAlign = 'start'
  textBaseline: CanvasTextBaseline = 'alphabetic'
  lineJoin: CanvasLineJoin = 'round'
  font = ''
  private readonly marks: string[] = []
  private path = ''
  private dash: readonly number[] = []
  private box: readonly [x: number, y: number, width: number, height: number] = [0, 0, 0, 0]
  private transform = ''
  private clips = 0
  private readonly kept: Kept[] = []

  private readonly width: number
  private readonly height: number
  private readonly text: { readonly size: number; readonly family: string }

  constructor(width: number, height: number, text: { readonly size: number; readonly family: string }) {
    this.width = width
    this.height = height
    this.text = text
  }

  beginPath(): void {
    this.path = ''
  }

  moveTo(x: number, y: number): void {
    this.path += `M${short(x)} ${short(y)}`
  }

  lineTo(x: number, y: number): void {
    this.path += `${this.path === '' ? 'M' : 'L'}${short(x)} ${short(y)}`
  }

  arc(x: number, y: number, radius: number): void {
    const [r, left, wide] = [short(radius), short(x - radius), short(2 * radius)]
    this.path += `M${left} ${short(y)}a${r} ${r} 0 1 0 ${wide} 0a${r} ${r} 0 1 0 -${wide} 0`
  }

  closePath(): void {
    if (this.path !== '') this.path += 'Z'
  }

  rect(x: number, y: number, width: number, height: number): void {
    this.box = [x, y, width, height]
    this.path += `M${short(x)} ${short(y)}h${short(width)}v${short(height)}h${short(-width)}Z`
  }

  /** To the last rectangle: a picture in the picture cuts off what sticks out of it, and needs no name. */
  clip(): void {
    const [x, y, width, height] = this.box.map(short) as [string, string, string, string]
    const place = `x="${x}" y="${y}" width="${width}" height="${height}"`
    this.marks.push(`<svg ${place} viewBox="${x} ${y} ${width} ${height}">`)
    this.clips++
  }

  save(): void {
    this.kept.push({ transform: this.transform, clips: this.clips })
  }

  restore(): void {
    const before = this.kept.pop()
    if (!before) return
    for (; this.clips > before.clips; this.clips--) this.marks.push('</svg>')
    this.transform = before.transform
  }

  translate(x: number, y: number): void {
    this.transform += `translate(${short(x)} ${short(y)})`
  }

  /** @param angle radians */
  rotate(angle: number): void {
    this.transform += `rotate(${short((angle * 180) / Math.PI)})`
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    this.path = ''
    this.rect(x, y, width, height)
    this.fill()
    this.path = ''
  }

  strokeRect(x: number, y: number, width: number, height: number): void {
    this.path = ''
    this.rect(x, y, width, height)
    this.stroke()
    this.path = ''
  }

  setLineDash(dash: number[]): void {
    this.dash = dash
  }

  stroke(): void {
    if (this.path === '') return
    const dash = this.dash.length > 0 ? ` stroke-dasharray="${this.dash.join(' ')}"` : ''
    const width = ` stroke-width="${short(this.lineWidth)}" stroke-linejoin="${this.lineJoin}"`
    this.marks.push(
      `<path d="${this.path}" fill="none" ${paint('stroke', this.strokeStyle)}${width}${dash}${this.looks()}/>`,
    )
  }

  fill(rule?: CanvasFillRule | Path2D): void {
    if (this.path === '') return
    const evenly = rule === 'evenodd' ? ' fill-rule="evenodd"' : ''
    this.marks.push(`<path d="${this.path}" ${paint('fill', this.fillStyle)}${evenly}${this.looks()}/>`)
  }

  fillText(text: string, x: number, y: number): void {
    // Not every program that shows SVG knows other baselines than the alphabetic one.
    const down = { middle: 0.35, bottom: -0.2, top: 0.8 }[this.textBaseline as string] ?? 0
    const place = `x="${short(x)}" y="${short(y + down * this.text.size)}" text-anchor="${anchors[this.textAlign]}"`
    this.marks.push(`<text ${place} ${paint('fill', this.fillStyle)}${this.looks()}>${escaped(text)}</text>`)
  }

  /** The picture, on a ground of that colour. */
  picture(ground: string, title: string): string {
    const size = `width="${this.width}" height="${this.height}" viewBox="0 0 ${this.width} ${this.height}"`
    const font = `font-family="${escaped(this.text.family)}" font-size="${this.text.size}"`
    return [
      `<svg xmlns="http://www.w3.org/2000/svg" ${size} ${font}>`,
      `<title>${escaped(title)}</title>`,
      `<rect width="100%" height="100%" fill="${ground}"/>`,
      ...this.marks,
      '</svg>',
      '',
    ].join('\n')
  }

  private looks(): string {
    const alpha = this.globalAlpha === 1 ? '' : ` opacity="${this.globalAlpha}"`
    return this.transform === '' ? alpha : `${alpha} transform="${this.transform}"`
  }
}

/** A colour as every program that shows SVG reads it: six digits, and how much of it is seen apart from them. */
function paint(name: 'fill' | 'stroke', css: string): string {
  const numbers = /^rgb\((\d+)[ ,]+(\d+)[ ,]+(\d+)\)$/.exec(css)
  if (numbers) {
    const digits = numbers.slice(1).map((part) => Number(part).toString(16).padStart(2, '0'))
    return `${name}="#${digits.join('')}"`
  }
  const seen = /^(#[0-9a-f]{6})([0-9a-f]{2})$/i.exec(css)
  return seen
    ? `${name}="${seen[1]!}" ${name}-opacity="${short(parseInt(seen[2]!, 16) / 255)}"`
    : `${name}="${css}"`
}

const short = (x: number) => String(Math.round(x * 100) / 100)

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}
