import { BufferAttribute, DynamicDrawUsage, type BufferGeometry } from 'three'
import type { PixelWindow } from './arcs'
import { upload } from './growing'
import { unboundedGeometry } from './unbounded'

/**
 * A grid over a window of the plane, for the field (1 × 1 is enough) and for the surface that stands on it.
 * Vertex (column, row) has number row · (columns + 1) + column; row 0 is the bottom.
 */
export class Floor {
  readonly geometry: BufferGeometry = unboundedGeometry()
  readonly columns: number
  readonly rows: number
  /** Height of each vertex in pixels; call `endHeights` after writing. */
  readonly heights: Float32Array
  readonly #position: Float32Array

  /** @param columns cells across, as rows up; at least 1 */
  constructor(columns = 1, rows = 1) {
    this.columns = columns
    this.rows = rows
    const vertices = (columns + 1) * (rows + 1)
    this.heights = new Float32Array(vertices)
    this.#position = new Float32Array(3 * vertices)
    const index = new Uint32Array(6 * columns * rows)
    for (let row = 0, i = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        const corner = row * (columns + 1) + column
        const above = corner + columns + 1
        index[i++] = corner
        index[i++] = corner + 1
        index[i++] = above
        index[i++] = above
        index[i++] = corner + 1
        index[i++] = above + 1
      }
    }
    this.geometry.setIndex(new BufferAttribute(index, 1))
    this.geometry.setAttribute('position', new BufferAttribute(this.#position, 3).setUsage(DynamicDrawUsage))
    this.geometry.setAttribute('height', new BufferAttribute(this.heights, 1).setUsage(DynamicDrawUsage))
  }

  x(column: number, { left, right }: PixelWindow): number {
    return left + ((right - left) * column) / this.columns
  }

  y(row: number, { bottom, top }: PixelWindow): number {
    return bottom + ((top - bottom) * row) / this.rows
  }

  /** Spreads the grid over a window. */
  place(window: PixelWindow): void {
    const position = this.#position
    for (let row = 0, i = 0; row <= this.rows; row++) {
      const y = this.y(row, window)
      for (let column = 0; column <= this.columns; column++, i += 3) {
        position[i] = this.x(column, window)
        position[i + 1] = y
      }
    }
    upload(this.geometry.getAttribute('position') as BufferAttribute, this.heights.length)
  }

  endHeights(): void {
    upload(this.geometry.getAttribute('height') as BufferAttribute, this.heights.length)
  }

  dispose(): void {
    this.geometry.dispose()
  }
}
