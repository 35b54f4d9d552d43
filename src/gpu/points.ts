import type { BufferAttribute, BufferGeometry } from 'three'
import { growAttributes, grown, upload, type Field } from './growing'
import type { Rgba } from './rgb'
import { unboundedGeometry } from './unbounded'

/** mark = size, shape, fill. */
const fields: readonly Field[] = [
  { name: 'position', itemSize: 3 },
  { name: 'mark', itemSize: 3 },
  { name: 'color', itemSize: 4, bytes: true },
]

export const disc = 0
export const diamond = 1
export type MarkShape = typeof disc | typeof diamond

/**
 * Marks for `createPointMaterial`; allocates only to grow. `begin`, `point` …, `end` writes everything; a drag that
 * changes no looks calls only `move` and `endMoves`.
 */
export class PointBuffer {
  readonly geometry: BufferGeometry = unboundedGeometry()
  #capacity = 0
  #count = 0
  #position = new Float32Array(0)
  #mark = new Float32Array(0)
  #color = new Uint8Array(0)

  constructor(points = 256) {
    this.#reserve(points)
  }

  get count(): number {
    return this.#count
  }

  begin(): void {
    this.#count = 0
  }

  /**
   * @param x    stage pixels, as y and z
   * @param size diameter in CSS pixels (a diamond has the area of the disc)
   * @param fill 0 hollow … 1 filled
   * @returns the number of the point, for `move`
   */
  point(x: number, y: number, z: number, size: number, shape: MarkShape, fill: number, color: Rgba): number {
    const i = this.#count++
    this.#reserve(this.#count)
    this.move(i, x, y, z)
    this.#mark[3 * i] = size
    this.#mark[3 * i + 1] = shape
    this.#mark[3 * i + 2] = fill
    for (let c = 0; c < 4; c++) this.#color[4 * i + c] = Math.round(255 * color[c]!)
    return i
  }

  move(i: number, x: number, y: number, z: number): void {
    this.#position[3 * i] = x
    this.#position[3 * i + 1] = y
    this.#position[3 * i + 2] = z
  }

  /** After the last `point`. */
  end(): void {
    this.geometry.setDrawRange(0, this.#count)
    for (const { name } of fields) upload(this.geometry.getAttribute(name) as BufferAttribute, this.#count)
  }

  /** After the last `move`: uploads the positions alone. */
  endMoves(): void {
    upload(this.geometry.getAttribute('position') as BufferAttribute, this.#count)
  }

  dispose(): void {
    this.geometry.dispose()
  }

  #reserve(points: number): void {
    if (points <= this.#capacity) return
    this.#capacity = grown(this.#capacity, points)
    const { geometry } = this
    growAttributes(geometry, fields, this.#capacity)
    this.#position = geometry.getAttribute('position').array as Float32Array<ArrayBuffer>
    this.#mark = geometry.getAttribute('mark').array as Float32Array<ArrayBuffer>
    this.#color = geometry.getAttribute('color').array as Uint8Array<ArrayBuffer>
  }
}
