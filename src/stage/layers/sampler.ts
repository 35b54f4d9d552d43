import type { DataTexture } from 'three'
import { levelTexture } from '../../gpu/materials/sampledMaterial'
import type { PixelWindow } from '../../gpu/arcs'
import { areSame } from '../figure/pen'
import type { Frame } from '../frame'
import { filling, sampleColumns, sampledFrom, sampleRows } from '../sampling'

/** A frame may spend this on samples; what takes longer is done on a coarser grid first. */
const budgetMs = 12
/** Every so many samples of the grid. */
const strides = [1, 4, 8] as const
/** Pieces in which the fine grid is filled after a coarse one, so that the page answers in between. */
const pieceMs = 10
/**
 * The levels of a training loss on a grid over the stage: at once as fine as a frame has time for, and then fine. The
 * newest wins: what is asked for while a grid is being filled begins anew.
 */
export class Sampler {
  /** Counts the fine grids that have taken the place of a coarse one. */
  refined = 0
  readonly texture: DataTexture = levelTexture(sampleColumns + 1, sampleRows + 1)
  private readonly ready: () => void
  private of: readonly unknown[] = []
  private msPerSample = 5e-4
  private timer: ReturnType<typeof setTimeout> | undefined

  /** @param ready is called when the fine grid has taken the place of a coarse one */
  constructor(ready: () => void) {
    this.ready = ready
  }

  get levels(): Float32Array {
    return this.texture.image.data as Float32Array
  }

  show(frame: Frame, window: PixelWindow): void {
    const of = sampledFrom(frame, window)
    if (areSame(of, this.of)) return
    this.of = of
    clearTimeout(this.timer)
    const whole = this.msPerSample * sampleColumns * sampleRows
    const stride = strides.find((each) => whole / each ** 2 <= budgetMs) ?? 8
    const fill = filling(frame, window, stride, this.levels)
    this.run(fill, Infinity, stride)
    if (stride > 1) {
      spread(this.levels, stride)
      this.refine(filling(frame, window, 1, this.levels.slice()))
    }
    this.texture.needsUpdate = true
  }

  dispose(): void {
    clearTimeout(this.timer)
    this.texture.dispose()
  }

  private refine(fill: Generator<Float32Array, Float32Array>): void {
    this.timer = setTimeout(() => {
      const done = this.run(fill, pieceMs, 1)
      if (!done) return this.refine(fill)
      this.levels.set(done)
      this.texture.needsUpdate = true
      this.refined++
      this.ready()
    })
  }

  /** Fills rows for so long; the whole grid, when it is done. */
  private run(
    fill: Generator<Float32Array, Float32Array>,
    ms: number,
    stride: number,
  ): Float32Array | undefined {
    const start = performance.now()
    for (let rows = 1; ; rows++) {
      const { done, value } = fill.next()
      const elapsed = performance.now() - start
      if (rows > 2 || done) this.msPerSample = (elapsed * stride) / (rows * sampleColumns)
      if (done) return value
      if (elapsed > ms) return undefined
    }
  }
}

/** Fills in between what every `stride`-th row and column hold, bilinearly. */
function spread(levels: Float32Array, stride: number): void {
  const width = sampleColumns + 1
  for (let row = 0; row <= sampleRows; row += stride) {
    for (let column = 0; column < width; column++) {
      const part = (column % stride) / stride
      if (part === 0) continue
      const left = row * width + column - (column % stride)
      levels[row * width + column] = levels[left]! * (1 - part) + levels[left + stride]! * part
    }
  }
  for (let row = 0; row <= sampleRows; row++) {
    const part = (row % stride) / stride
    if (part === 0) continue
    const below = (row - (row % stride)) * width
    for (let column = 0; column < width; column++) {
      levels[row * width + column] =
        levels[below + column]! * (1 - part) + levels[below + stride * width + column]! * part
    }
  }
}
