import { BufferAttribute, DynamicDrawUsage, type BufferGeometry } from 'three'
import { arcChords, visibleArcs, type PixelWindow } from './arcs'
import { growAttributes, grown, upload, type Field } from './growing'
import type { Rgba } from './rgb'
import { unboundedGeometry } from './unbounded'

/** stroke = side (-1 or 1), width, distance along the line, dash. */
const fields: readonly Field[] = [
  { name: 'position', itemSize: 3 },
  { name: 'miter', itemSize: 2 },
  { name: 'stroke', itemSize: 4 },
  { name: 'color', itemSize: 4, bytes: true },
]
/** cos² of half the largest turn that keeps its miter; beyond it, at 120°, the corner is cut off. */
const sharpest = 0.25

/**
 * Lines of any width as triangles, rebuilt each time they change; allocates only to grow.
 *
 *     ribbons.begin()
 *     ribbons.arc(cx, cy, radius, 0, Math.PI, 2, color)
 *     ribbons.end()
 *
 * Coordinates, widths and dashes are finite stage pixels. A dashed line has gaps as long as its dashes.
 */
export class RibbonBuffer {
  readonly geometry: BufferGeometry = unboundedGeometry()
  #capacity = 0
  #vertices = 0
  #indices = 0
  #index = new Uint32Array(0)
  #position = new Float32Array(0)
  #miter = new Float32Array(0)
  #stroke = new Float32Array(0)
  #color = new Uint8Array(0)
  #points = new Float64Array(64)
  readonly #parts = new Float64Array(18)
  #window: PixelWindow | undefined

  constructor(points = 256) {
    this.#reserve(2 * points)
  }

  /** Arcs are drawn only inside this window (take it wider than the stage by the widest line). */
  clip(window: PixelWindow | undefined): void {
    this.#window = window
  }

  begin(): void {
    this.#vertices = 0
    this.#indices = 0
  }

  /**
   * @param points packed x, y
   * @param start  distance along the line at its first point, where the dashes begin to count
   */
  polyline(
    points: ArrayLike<number>,
    count: number,
    width: number,
    color: Rgba,
    dashPx = 0,
    start = 0,
  ): void {
    this.#reserve(this.#vertices + 4 * count)
    let nx = 0
    let ny = 0
    let along = start
    let drawn = 0
    for (let i = 0; i < count; i++) {
      const x = points[2 * i]!
      const y = points[2 * i + 1]!
      let nextX = nx
      let nextY = ny
      let length = 0
      if (i + 1 < count) {
        const dx = points[2 * i + 2]! - x
        const dy = points[2 * i + 3]! - y
        length = Math.sqrt(dx * dx + dy * dy)
        if (length === 0) continue
        nextX = -dy / length
        nextY = dx / length
      }
      if (drawn === 0) {
        nx = nextX
        ny = nextY
      }
      const cos2 = (1 + nx * nextX + ny * nextY) / 2 // cos² of half the turn
      if (cos2 > sharpest) {
        const scale = 0.5 / cos2
        this.#pair(x, y, (nx + nextX) * scale, (ny + nextY) * scale, width, along, dashPx, color, drawn > 0)
      } else {
        this.#pair(x, y, nx, ny, width, along, dashPx, color, drawn > 0)
        this.#pair(x, y, nextX, nextY, width, along, dashPx, color, true)
      }
      drawn++
      nx = nextX
      ny = nextY
      along += length
    }
  }

  segment(x0: number, y0: number, x1: number, y1: number, width: number, color: Rgba, dashPx = 0): void {
    const points = this.#points
    points[0] = x0
    points[1] = y0
    points[2] = x1
    points[3] = y1
    this.polyline(points, 2, width, color, dashPx)
  }

  /** A triangle: as wide as `width` where it begins, and a point where it ends. */
  wedge(x0: number, y0: number, x1: number, y1: number, width: number, color: Rgba): void {
    this.#reserve(this.#vertices + 4)
    const length = Math.sqrt((x1 - x0) ** 2 + (y1 - y0) ** 2)
    if (length === 0) return
    const [nx, ny] = [(y0 - y1) / length, (x1 - x0) / length]
    this.#pair(x0, y0, nx, ny, width, 0, 0, color, false)
    this.#pair(x1, y1, nx, ny, 0, length, 0, color, true)
  }

  /** The arc of a circle from one angle to another (radians, either order, at most a full turn). */
  arc(
    cx: number,
    cy: number,
    radius: number,
    from: number,
    to: number,
    width: number,
    color: Rgba,
    dashPx = 0,
  ): void {
    if (!this.#window) {
      this.#chords(cx, cy, radius, from, to, width, color, dashPx, 0)
      return
    }
    const parts = visibleArcs(cx, cy, radius, from, to, this.#window, this.#parts)
    for (let i = 0; i < parts; i++) {
      const start = this.#parts[2 * i]!
      const hidden = dashPx > 0 ? (radius * Math.abs(start - from)) % (2 * dashPx) : 0
      this.#chords(cx, cy, radius, start, this.#parts[2 * i + 1]!, width, color, dashPx, hidden)
    }
  }

  /** After the last line: hands the buffers to the GPU. */
  end(): void {
    const { geometry } = this
    geometry.setDrawRange(0, this.#indices)
    for (const { name } of fields) upload(geometry.getAttribute(name) as BufferAttribute, this.#vertices)
    upload(geometry.index!, this.#indices)
  }

  dispose(): void {
    this.geometry.dispose()
  }

  #chords(
    cx: number,
    cy: number,
    radius: number,
    from: number,
    to: number,
    width: number,
    color: Rgba,
    dashPx: number,
    start: number,
  ): void {
    const chords = arcChords(radius, to - from)
    if (this.#points.length < 2 * chords + 2) {
      this.#points = new Float64Array(grown(this.#points.length, 2 * chords + 2))
    }
    const points = this.#points
    for (let i = 0; i <= chords; i++) {
      const angle = from + ((to - from) * i) / chords
      points[2 * i] = cx + radius * Math.cos(angle)
      points[2 * i + 1] = cy + radius * Math.sin(angle)
    }
    this.polyline(points, chords + 1, width, color, dashPx, start)
  }

  /** The two vertices at a point of the line, and the two triangles that lead to them. */
  #pair(
    x: number,
    y: number,
    mx: number,
    my: number,
    width: number,
    along: number,
    dashPx: number,
    color: Rgba,
    joined: boolean,
  ): void {
    const first = this.#vertices
    for (let v = first; v < first + 2; v++) {
      this.#position[3 * v] = x
      this.#position[3 * v + 1] = y
      this.#position[3 * v + 2] = 0
      this.#miter[2 * v] = mx
      this.#miter[2 * v + 1] = my
      this.#stroke[4 * v] = v === first ? -1 : 1
      this.#stroke[4 * v + 1] = width
      this.#stroke[4 * v + 2] = along
      this.#stroke[4 * v + 3] = dashPx
      for (let c = 0; c < 4; c++) this.#color[4 * v + c] = Math.round(255 * color[c]!)
    }
    this.#vertices += 2
    if (!joined) return
    const index = this.#index
    let i = this.#indices
    index[i++] = first - 2
    index[i++] = first - 1
    index[i++] = first
    index[i++] = first
    index[i++] = first - 1
    index[i++] = first + 1
    this.#indices = i
  }

  #reserve(vertices: number): void {
    if (vertices <= this.#capacity) return
    this.#capacity = grown(this.#capacity, vertices)
    const { geometry } = this
    growAttributes(geometry, fields, this.#capacity)
    this.#position = geometry.getAttribute('position').array as Float32Array<ArrayBuffer>
    this.#miter = geometry.getAttribute('miter').array as Float32Array<ArrayBuffer>
    this.#stroke = geometry.getAttribute('stroke').array as Float32Array<ArrayBuffer>
    this.#color = geometry.getAttribute('color').array as Uint8Array<ArrayBuffer>
    const index = new Uint32Array(3 * this.#capacity)
    index.set(this.#index)
    this.#index = index
    geometry.setIndex(new BufferAttribute(index, 1).setUsage(DynamicDrawUsage))
  }
}
