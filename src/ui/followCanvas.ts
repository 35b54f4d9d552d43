import { watchPalette } from './palette'
import { peek, type Source } from './source'

/** A canvas as it is now, in CSS pixels. */
export interface FollowedCanvas {
  readonly width: number
  readonly height: number
  /** Size of letters, and their family as CSS has it. */
  readonly text: number
  readonly family: string
}

/** Where the pointer is on the canvas, in CSS pixels; undefined while it is elsewhere. */
export type Pointed = { readonly x: number; readonly y: number } | undefined

/**
 * Paints a canvas now, and again when the state, its size, the palette or the place of the pointer has changed, until
 * the returned function is called. Nothing renders.
 */
export function followCanvas<S>(
  node: HTMLCanvasElement,
  source: Source<S>,
  paint: (state: S, size: FollowedCanvas, pointer: Pointed) => void,
): () => void {
  let size: FollowedCanvas = { width: 0, height: 0, text: 12, family: 'sans-serif' }
  let pointer: Pointed
  const draw = (state: S) => paint(state, size, pointer)
  const again = () => draw(peek(source))
  const follow = (event: PointerEvent) => {
    pointer = { x: event.offsetX, y: event.offsetY }
    again()
  }
  const leave = () => {
    pointer = undefined
    again()
  }
  const observer = new ResizeObserver(([entry]) => {
    const { width, height } = entry!.contentRect
    const { fontSize, fontFamily } = getComputedStyle(node)
    size = { width, height, text: parseFloat(fontSize), family: fontFamily }
    again()
  })
  observer.observe(node)
  node.addEventListener('pointermove', follow)
  node.addEventListener('pointerdown', follow)
  node.addEventListener('pointerleave', leave)
  const stop = [source(draw), watchPalette(again), () => observer.disconnect()]
  return () => {
    node.removeEventListener('pointermove', follow)
    node.removeEventListener('pointerdown', follow)
    node.removeEventListener('pointerleave', leave)
    stop.forEach((end) => end())
  }
}
