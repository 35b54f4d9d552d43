import { useLayoutEffect, useRef, type KeyboardEvent } from 'react'
import { decisionScale, drawDecisions, type DecisionPicture } from './drawDecisions'
import { watchPalette } from './palette'
import { peek, type Source } from './source'

interface Props<S> {
  /** Accessible name of the figure. */
  label: string
  source: Source<S>
  /** The same object as long as the picture is the same. */
  picture: (state: S) => DecisionPicture | undefined
  onPoint: (point: number | undefined) => void
}

/** A point within so many pixels is the one that is meant. */
const reach = 14

/** Labelled points in a plane with what is decided over it. Redrawn only when the picture is another one. */
export function DecisionPlane<S>({ label, source, picture, onPoint }: Props<S>) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const find = useRef<(left: number, top: number) => number | undefined>(undefined)

  useLayoutEffect(() => {
    const node = canvas.current!
    let drawn: DecisionPicture | undefined
    let size = { width: 0, height: 0, text: 12, family: 'sans-serif' }
    const show = (state: S) => {
      const next = picture(state)
      if (!next || next === drawn) return
      drawn = next
      drawDecisions(node, next, size)
    }
    const again = () => {
      drawn = undefined
      show(peek(source))
    }
    find.current = (left, top) => {
      if (!drawn) return undefined
      const { toX, toY } = decisionScale(drawn, size)
      let nearest = reach
      let found: number | undefined
      for (let n = 0; 2 * n < drawn.points.length; n++) {
        const away = Math.hypot(toX(drawn.points[2 * n]!) - left, toY(drawn.points[2 * n + 1]!) - top)
        if (away >= nearest) continue
        nearest = away
        found = n
      }
      return found
    }
    const observer = new ResizeObserver(([entry]) => {
      const { width, height } = entry!.contentRect
      const { fontSize, fontFamily } = getComputedStyle(node)
      size = { width, height, text: parseFloat(fontSize), family: fontFamily }
      again()
    })
    observer.observe(node)
    const stop = [source(show), watchPalette(again), () => observer.disconnect()]
    return () => stop.forEach((end) => end())
  }, [source, picture])

  const follow = ({ nativeEvent }: React.PointerEvent) =>
    onPoint(find.current?.(nativeEvent.offsetX, nativeEvent.offsetY))

  const onKeyDown = (event: KeyboardEvent) => {
    const now = picture(peek(source))
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
    if (!now || by === undefined) return
    event.preventDefault()
    const count = now.points.length / 2
    onPoint(((now.pointed ?? (by > 0 ? -1 : 0)) + by + count) % count)
  }

  return (
    <figure className="decision-plane" aria-label={label}>
      <button
        type="button"
        aria-label="Points, one after the other with the arrow keys"
        onKeyDown={onKeyDown}
        onPointerMove={follow}
        onPointerDown={follow}
        onPointerLeave={() => onPoint(undefined)}
        onBlur={() => onPoint(undefined)}
      >
        <canvas ref={canvas} aria-hidden="true" />
      </button>
    </figure>
  )
}
