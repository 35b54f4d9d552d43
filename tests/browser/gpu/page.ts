import { Mesh, OrthographicCamera, Points, Scene, WebGLRenderer } from 'three'
import type { BufferGeometry, RawShaderMaterial } from 'three'

/** Side of the test picture, in pixels; stage pixel (x, y) is picture pixel (x, y), counted from the bottom left. */
export const side = 200

export interface Pixel {
  readonly name: string
  readonly got: readonly number[]
  readonly want: readonly number[]
}

/** One canvas for all pictures: see STACK.md on the number of contexts. */
export class Bench {
  readonly #renderer = new WebGLRenderer({ antialias: false, preserveDrawingBuffer: true })
  readonly #camera = new OrthographicCamera(0, side, side, 0, -1000, 1000)
  readonly pixels: Pixel[] = []
  readonly errors: string[] = []

  constructor() {
    this.#renderer.setSize(side, side)
    this.#renderer.setClearColor(0xffffff, 1)
    this.#renderer.debug.onShaderError = (gl, _program, vertex, fragment) => {
      this.errors.push(`${gl.getShaderInfoLog(vertex) ?? ''}${gl.getShaderInfoLog(fragment) ?? ''}`)
    }
  }

  /** Draws one geometry and notes any GL error. */
  draw(name: string, geometry: BufferGeometry, material: RawShaderMaterial, kind: 'mesh' | 'points'): void {
    const scene = new Scene()
    scene.add(kind === 'mesh' ? new Mesh(geometry, material) : new Points(geometry, material))
    this.#renderer.render(scene, this.#camera)
    const error = this.#renderer.getContext().getError()
    if (error !== 0) this.errors.push(`${name}: GL error ${error}`)
  }

  /** Red, green, blue at a pixel, 0 to 255. */
  at(x: number, y: number): number[] {
    const gl = this.#renderer.getContext()
    const bytes = new Uint8Array(4)
    gl.readPixels(x, y, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, bytes)
    return [...bytes.subarray(0, 3)]
  }

  /** Expects a colour, given by components in [0, 1], at a pixel. */
  expect(name: string, x: number, y: number, want: ArrayLike<number>): void {
    const bytes = Array.from(want, (c) => Math.round(255 * Math.min(1, c)))
    this.pixels.push({ name: `${name} at (${x}, ${y})`, got: this.at(x, y), want: bytes })
  }
}
