/** A text beside a place of the canvas, in CSS pixels from its left and top. */
interface Wanted {
  readonly text: string
  readonly left: number
  readonly top: number
  readonly className: string
  /** Clear of its place by this much; 0 centres the text on it. */
  readonly gap: number
}

interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

const overlap = (a: Box, b: Box) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

/** Directions in which a label may stand, the best first. */
const directions = [
  [1, -1],
  [1, 1],
  [-1, -1],
  [-1, 1],
  [0, -1],
  [0, 1],
  [1, 0],
  [-1, 0],
] as const

/**
 * The texts over the canvas, as DOM, placed anew in each frame: the first come get their place, one that
 * finds no free place beside its point is left out. Elements are kept and reused.
 */
export class Labels {
  private readonly host: HTMLElement
  private readonly pool: HTMLElement[] = []
  private taken: Box[] = []
  private used = 0
  private width = 0
  private height = 0
  private em = 0

  constructor(host: HTMLElement) {
    this.host = host
  }

  begin(): void {
    this.taken = []
    this.used = 0
    this.width = this.host.clientWidth
    this.height = this.host.clientHeight
    this.em = parseFloat(getComputedStyle(this.host).fontSize)
    const origin = this.host.getBoundingClientRect()
    for (const control of this.host.parentElement!.querySelectorAll('[data-over-canvas]')) {
      const { left, top, right, bottom } = control.getBoundingClientRect()
      const [x, y] = [origin.left, origin.top]
      this.taken.push({ left: left - x, top: top - y, right: right - x, bottom: bottom - y })
    }
  }

  /** Keep labels off a marker. */
  avoid(left: number, top: number, radius: number): void {
    this.taken.push({ left: left - radius, top: top - radius, right: left + radius, bottom: top + radius })
  }

  /** Puts a text at its place if that is free; returns whether it did. */
  put({ text, left, top, className, gap }: Wanted): boolean {
    const width = text.length * this.em * 0.56 + 2
    const height = this.em * 1.3
    const places = gap === 0 ? ([[0, 0]] as const) : directions
    for (const [across, down] of places) {
      const x = left + across * gap * (down === 0 ? 1.2 : 0.8) + ((across - 1) * width) / 2
      const y = top + down * gap * (across === 0 ? 1.2 : 0.8) + ((down - 1) * height) / 2
      const box = { left: x, top: y, right: x + width, bottom: y + height }
      if (box.left < 0 || box.right > this.width || box.top < 0 || box.bottom > this.height) continue
      if (this.taken.some((other) => overlap(box, other))) continue
      this.taken.push(box)
      this.show(text, className, x + width / 2, y + height / 2)
      return true
    }
    return false
  }

  end(): void {
    for (let n = this.used; n < this.pool.length; n++) this.pool[n]!.hidden = true
  }

  private show(text: string, className: string, left: number, top: number): void {
    let element = this.pool[this.used]
    if (!element) {
      element = document.createElement('span')
      this.host.append(element)
      this.pool.push(element)
    }
    this.used++
    element.hidden = false
    if (element.textContent !== text) element.textContent = text
    if (element.className !== className) element.className = className
    element.style.transform = `translate(${left}px, ${top}px) translate(-50%, -50%)`
  }
}
