import type { Frame } from '../frame'
import { areSame, type Part, type Role } from './pen'
import { Recorder, type Shape } from './shapes'

/** The shapes of a part that lie at one height; the same object as long as they are the same. */
export interface Layer {
  readonly role: Role
  readonly order: number
  readonly shapes: readonly Shape[]
}

/** What parts show of a frame as vectors. Only what is drawn from something else is drawn anew. */
export class Figure {
  private readonly parts: readonly Part[]
  private readonly fail: (error: unknown) => void
  private readonly kept = new Map<Part, { of: readonly unknown[]; layers: readonly Layer[] }>()

  /** @param fail is told of a part that cannot be drawn; the others are */
  constructor(parts: readonly Part[], fail: (error: unknown) => void) {
    this.parts = parts
    this.fail = fail
  }

  /** From the bottom up. */
  layersOf(frame: Frame): readonly Layer[] {
    return this.parts.flatMap((part) => this.layersOfPart(part, frame)).sort((p, q) => p.order - q.order)
  }

  private layersOfPart(part: Part, frame: Frame): readonly Layer[] {
    const before = this.kept.get(part)
    try {
      const of = part.of(frame)
      if (before && areSame(before.of, of)) return before.layers
      const layers = drawn(part, frame)
      this.kept.set(part, { of, layers })
      return layers
    } catch (error) {
      this.fail(error)
      return before?.layers ?? []
    }
  }
}

function drawn({ role, lines, marks, draw }: Part, frame: Frame): Layer[] {
  const pen = new Recorder(role)
  const put = new Recorder(role)
  const { weight } = frame.palette
  const [halo, outline] = [(marks?.halo ?? 0) * weight, (marks?.outline ?? 0) * weight]
  draw(frame, pen, (X, Y, size, shape, fill, ink) => {
    put.shapes.push({ kind: 'mark', role, X, Y, size, shape, isFilled: fill === 1, halo, outline, ink })
  })
  return [
    ...(lines === undefined ? [] : [{ role, order: lines, shapes: pen.shapes }]),
    ...(marks === undefined ? [] : [{ role, order: marks.order, shapes: put.shapes }]),
  ]
}
