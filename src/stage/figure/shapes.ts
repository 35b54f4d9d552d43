import type { Ink, MarkShape, Pen, Role } from './pen'
import { roundOf } from './roundOf'

/** Of lines: width and dash in pixels; gaps are as long as dashes, and 0 is a line without them. */
interface Stroked {
  readonly role: Role
  readonly width: number
  readonly dash: number
  readonly ink: Ink
}

/** Through packed points. */
export interface Chain extends Stroked {
  readonly kind: 'chain'
  readonly points: readonly number[]
}

/** The arc of a circle from one angle to another, which is less where it runs clockwise; radians, at most a full turn. */
export interface Arc extends Stroked {
  readonly kind: 'arc'
  readonly X: number
  readonly Y: number
  readonly radius: number
  readonly from: number
  readonly to: number
}

/** The filled triangle of three packed points. */
export interface Wedge {
  readonly kind: 'wedge'
  readonly role: Role
  readonly points: readonly number[]
  readonly ink: Ink
}

/** A disc or a diamond of the same area: filled, or hollow with paper inside; and a ring of paper round it. */
export interface Mark {
  readonly kind: 'mark'
  readonly role: Role
  readonly X: number
  readonly Y: number
  /** Diameter of the disc. */
  readonly size: number
  readonly shape: MarkShape
  readonly isFilled: boolean
  readonly halo: number
  readonly outline: number
  readonly ink: Ink
}

/** What a figure is made of, as plain data: world coordinates, pixels to the right and up, and colours by their names. */
export type Shape = Chain | Arc | Wedge | Mark

/** Collects what is drawn as shapes. Chains that lie on a circle or a straight line become what they are. */
export class Recorder implements Pen {
  readonly shapes: Shape[] = []
  private readonly role: Role

  constructor(role: Role) {
    this.role = role
  }

  polyline(packed: ArrayLike<number>, count: number, width: number, of: Ink, dash = 0): void {
    if (count < 2) return
    const points = Array.from({ length: 2 * count }, (_, n) => packed[n]!)
    const stroked = { role: this.role, width, dash, ink: of }
    const round = roundOf(points)
    if (round === 'straight') {
      this.shapes.push({
        ...stroked,
        kind: 'chain',
        points: [points[0]!, points[1]!, points.at(-2)!, points.at(-1)!],
      })
    } else if (round) this.shapes.push({ ...stroked, kind: 'arc', ...round })
    else this.shapes.push({ ...stroked, kind: 'chain', points })
  }

  segment(x0: number, y0: number, x1: number, y1: number, width: number, of: Ink, dash = 0): void {
    this.shapes.push({ kind: 'chain', role: this.role, points: [x0, y0, x1, y1], width, dash, ink: of })
  }

  arc(
    X: number,
    Y: number,
    radius: number,
    from: number,
    to: number,
    width: number,
    of: Ink,
    dash = 0,
  ): void {
    this.shapes.push({ kind: 'arc', role: this.role, X, Y, radius, from, to, width, dash, ink: of })
  }

  wedge(x0: number, y0: number, x1: number, y1: number, width: number, of: Ink): void {
    const length = Math.hypot(x1 - x0, y1 - y0)
    if (!(length > 0)) return
    const [u, v] = [((y0 - y1) * width) / (2 * length), ((x1 - x0) * width) / (2 * length)]
    this.shapes.push({
      kind: 'wedge',
      role: this.role,
      points: [x0 + u, y0 + v, x1, y1, x0 - u, y0 - v],
      ink: of,
    })
  }
}
