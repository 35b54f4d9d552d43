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

/** What a canvas is to speech: it is read off by moving along it. */
export const readOff = {
  role: 'slider',
  tabIndex: 0,
  'aria-valuemin': 0,
  'aria-valuemax': 100,
  'aria-valuenow': 100,
}

/** Where the pointer is on the canvas, in CSS pixels; undefined while it is elsewhere. */
export type Pointed = { readonly x: number; readonly y: number } | undefined

/** Pixels of an arrow key; with Shift one. */
const keyPx = 12

/**
 * Paints a canvas now, and again when the state, its size, the palette or the place of the pointer has changed, until
 * the returned function is called. Nothing renders. A canvas that has the focus has a pointer as well: the arrow keys,
 * Home and End move it.
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
  const goTo = (x: number) => {
    pointer = { x: Math.min(Math.max(x, 0), size.width), y: size.height / 2 }
    node.ariaValueNow = String(Math.round((100 * pointer.x) / (size.width || 1)))
    again()
  }
  const focus = () => goTo(size.width)
  const press = (event: KeyboardEvent) => {
    const by = (event.shiftKey ? 1 : keyPx) * ({ ArrowRight: 1, ArrowLeft: -1 }[event.key] ?? 0)
    const to = { Home: 0, End: size.width }[event.key] ?? (by === 0 ? undefined : (pointer?.x ?? 0) + by)
    if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    goTo(to)
  }
  const observer = new ResizeObserver(([entry]) => {
    const { width, height } = entry!.contentRect
    const { fontSize, fontFamily } = getComputedStyle(node)
    size = { width, height, text: parseFloat(fontSize), family: fontFamily }
    again()
  })
  observer.observe(node)
  const ending = new AbortController()
  const until = { signal: ending.signal }
  node.addEventListener('pointermove', follow, until)
  node.addEventListener('pointerdown', follow, until)
  node.addEventListener('pointerleave', leave, until)
  node.addEventListener('focus', focus, until)
  node.addEventListener('blur', leave, until)
  node.addEventListener('keydown', press, until)
  const stop = [source(draw), watchPalette(again), () => observer.disconnect()]
  return () => {
    ending.abort()
    stop.forEach((end) => end())
  }
}
