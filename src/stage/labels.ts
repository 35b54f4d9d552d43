import { Placing, type Placed } from './texts/placing'

/** The texts over the canvas, as DOM, placed anew in each frame. Elements are kept and reused. */
export class Labels {
  private readonly host: HTMLElement
  private readonly pool: HTMLElement[] = []

  constructor(host: HTMLElement) {
    this.host = host
  }

  /** Places for texts, off the controls over the canvas. */
  begin(): Placing {
    const { host } = this
    const origin = host.getBoundingClientRect()
    const taken = Array.from(host.parentElement!.querySelectorAll('[data-over-canvas]'), (control) => {
      const { left, top, right, bottom } = control.getBoundingClientRect()
      const [x, y] = [origin.left, origin.top]
      return { left: left - x, top: top - y, right: right - x, bottom: bottom - y }
    })
    return new Placing(
      host.clientWidth,
      host.clientHeight,
      parseFloat(getComputedStyle(host).fontSize),
      taken,
    )
  }

  write(texts: readonly Placed[]): void {
    texts.forEach((text, n) => this.show(text, n))
    for (let n = texts.length; n < this.pool.length; n++) this.pool[n]!.hidden = true
  }

  private show({ text, className, left, top }: Placed, n: number): void {
    let element = this.pool[n]
    if (!element) {
      element = document.createElement('span')
      this.host.append(element)
      this.pool.push(element)
    }
    element.hidden = false
    if (element.textContent !== text) element.textContent = text
    if (element.className !== className) element.className = className
    element.style.transform = `translate(${left}px, ${top}px) translate(-50%, -50%)`
  }
}
