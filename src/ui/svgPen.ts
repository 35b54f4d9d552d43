/** What charts draw with: a canvas, or an SVG picture of the same strokes. */
export type Pen = Pick<
  CanvasRenderingContext2D,
  | 'beginPath'
  | 'moveTo'
  | 'lineTo'
  | 'arc'
  | 'stroke'
  | 'fill'
  | 'fillText'
  | 'setLineDash'
  | 'strokeStyle'
  | 'fillStyle'
  | 'lineWidth'
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

/** A pen that writes SVG. Arcs are whole circles. */
export class SvgPen implements Pen {
  strokeStyle = '#000'
  fillStyle = '#000'
  lineWidth = 1
  globalAlpha = 1
  textAlign: CanvasTextAlign = 'start'
  textBaseline: CanvasTextBaseline = 'alphabetic'
  private readonly marks: string[] = []
  private path = ''
  private dash: readonly number[] = []

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

  setLineDash(dash: number[]): void {
    this.dash = dash
  }

  stroke(): void {
    if (this.path === '') return
    const dash = this.dash.length > 0 ? ` stroke-dasharray="${this.dash.join(' ')}"` : ''
    const width = ` stroke-width="${short(this.lineWidth)}" stroke-linejoin="round"`
    this.marks.push(
      `<path d="${this.path}" fill="none" stroke="${this.strokeStyle}"${width}${dash}${this.alpha()}/>`,
    )
  }

  fill(): void {
    if (this.path !== '') this.marks.push(`<path d="${this.path}" fill="${this.fillStyle}"${this.alpha()}/>`)
  }

  fillText(text: string, x: number, y: number): void {
    // Not every program that shows SVG knows other baselines than the alphabetic one.
    const down = { middle: 0.35, bottom: -0.2, top: 0.8 }[this.textBaseline as string] ?? 0
    const place = `x="${short(x)}" y="${short(y + down * this.text.size)}" text-anchor="${anchors[this.textAlign]}"`
    this.marks.push(`<text ${place} fill="${this.fillStyle}"${this.alpha()}>${escaped(text)}</text>`)
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

  private alpha(): string {
    return this.globalAlpha === 1 ? '' : ` opacity="${this.globalAlpha}"`
  }
}

const short = (x: number) => String(Math.round(x * 100) / 100)

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}
