/** A text beside a place of the stage, in CSS pixels from its left and top. */
interface Wanted {
  readonly text: string
  readonly left: number
  readonly top: number
  readonly className: string
  /** Clear of its place by this much; 0 centres the text on it. */
  readonly gap: number
}

/** A text with its middle. */
export type Placed = Omit<Wanted, 'gap'>

export interface Box {
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

/** Finds places for texts: the first come get theirs, one that finds no free place beside its point is left out. */
export class Placing {
  readonly texts: Placed[] = []
  private readonly width: number
  private readonly height: number
  private readonly em: number
  private readonly taken: Box[]

  /**
   * @param em    pixels of the size of the font
   * @param taken where no text may be
   */
  constructor(width: number, height: number, em: number, taken: Box[]) {
    this.width = width
    this.height = height
    this.em = em
    this.taken = taken
  }

  /** Keep texts off a marker. */
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
      this.texts.push({ text, className, left: x + width / 2, top: y + height / 2 })
      return true
    }
    return false
  }
}
