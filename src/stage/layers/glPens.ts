import { createPointMaterial, setPointStyle } from '../../gpu/materials/pointMaterial'
import { setPixelRatio } from '../../gpu/materials/pixelRatio'
import { createRibbonMaterial } from '../../gpu/materials/ribbonMaterial'
import { diamond, disc, PointBuffer } from '../../gpu/points'
import type { Rgba } from '../../gpu/rgb'
import { RibbonBuffer } from '../../gpu/ribbons'
import { colourOf, type Ink, type Part, type Pen, type PutMark } from '../figure/pen'
import type { Frame } from '../frame'
import type { Palette } from '../palette'

const shapes = { disc, diamond } as const

function rgbaOf(palette: Palette, of: Ink): Rgba {
  const [red, green, blue] = colourOf(palette, of)
  return [red, green, blue, of.alpha]
}

/** Lines as triangles. */
export class GlPen implements Pen {
  readonly buffer = new RibbonBuffer()
  readonly material = createRibbonMaterial()
  private palette: Palette | undefined

  /** Arcs are cut off beyond the canvas; tilted, more than the canvas is seen. */
  begin({ viewport: { width, height, floor }, tilt, palette }: Frame): void {
    const room = 20 + tilt * (width + height)
    this.palette = palette
    this.buffer.clip({ left: -room, right: width + room, bottom: -room - floor, top: height + room })
    this.buffer.begin()
  }

  polyline(points: ArrayLike<number>, count: number, width: number, of: Ink, dash = 0): void {
    this.buffer.polyline(points, count, width, rgbaOf(this.palette!, of), dash)
  }

  segment(x0: number, y0: number, x1: number, y1: number, width: number, of: Ink, dash = 0): void {
    this.buffer.segment(x0, y0, x1, y1, width, rgbaOf(this.palette!, of), dash)
  }

  arc(
    cx: number,
    cy: number,
    radius: number,
    from: number,
    to: number,
    width: number,
    of: Ink,
    dash = 0,
  ): void {
    this.buffer.arc(cx, cy, radius, from, to, width, rgbaOf(this.palette!, of), dash)
  }

  wedge(x0: number, y0: number, x1: number, y1: number, width: number, of: Ink): void {
    this.buffer.wedge(x0, y0, x1, y1, width, rgbaOf(this.palette!, of))
  }

  dispose(): void {
    this.buffer.dispose()
    this.material.dispose()
  }
}

/** Marks as points of WebGL. */
export class GlMarks {
  readonly buffer = new PointBuffer()
  readonly material = createPointMaterial()

  begin({ palette }: Frame, { halo, outline }: NonNullable<Part['marks']>): PutMark {
    setPixelRatio(this.material, window.devicePixelRatio)
    setPointStyle(this.material, palette.paper, halo * palette.weight, outline * palette.weight)
    this.buffer.begin()
    return (X, Y, size, shape, fill, of, Z = 0) => {
      this.buffer.point(X, Y, Z, size, shapes[shape], fill, rgbaOf(palette, of))
    }
  }

  dispose(): void {
    this.buffer.dispose()
    this.material.dispose()
  }
}
