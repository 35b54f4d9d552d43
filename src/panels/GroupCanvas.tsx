import { useLayoutEffect, useRef } from 'react'
import { store, type AppState } from '../store/store'
import { watchPalette } from '../ui/palette'
import type { Extent } from './groupLabels'
import { groupPicture } from './groupPicture'
import { groupScene, spokenWords, type GroupScene } from './groupScene'
import { firstLook } from './groupSpace'
import { followTurns } from './groupTurns'
import { isGesture, live } from './live'

/** The picture, turned by dragging and by the arrow keys. Neither that nor a drag of g renders. */
export function GroupCanvas() {
  const frame = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)

  useLayoutEffect(() => {
    const picture = groupPicture(canvas.current!)
    if (!picture) return undefined
    let look = firstLook
    let extent: Extent = { width: 0, height: 0, text: 12, font: '' }
    let drawn: GroupScene | undefined
    let waiting = 0
    let spoken = ''

    const speak = (state: AppState) => {
      const words = spokenWords(state)
      if (words === spoken) return
      spoken = words
      frame.current!.setAttribute('aria-description', words)
    }
    const show = (scene: GroupScene | undefined) => {
      drawn = scene
      if (scene) picture.draw(scene, look, extent)
    }
    const again = () => {
      cancelAnimationFrame(waiting)
      waiting = requestAnimationFrame(() => show(groupScene(store.getState())))
    }
    const measure = (width: number, height: number) => {
      const { fontSize, fontFamily } = getComputedStyle(canvas.current!)
      extent = { width, height, text: parseFloat(fontSize), font: `${fontSize} ${fontFamily}` }
    }
    const observer = new ResizeObserver(([entry]) => {
      measure(entry!.contentRect.width, entry!.contentRect.height)
      show(groupScene(store.getState()))
    })
    observer.observe(canvas.current!)
    const stops = [
      live((state) => {
        if (!isGesture(state)) speak(state)
        const scene = groupScene(state)
        if (scene !== drawn) show(scene)
      }),
      watchPalette(() => {
        picture.forget()
        measure(extent.width, extent.height)
        again()
      }),
      followTurns(frame.current!, {
        now: () => look,
        turn: (next) => {
          look = next
          again()
        },
      }),
      () => observer.disconnect(),
      () => cancelAnimationFrame(waiting),
    ]
    return () => stops.forEach((stop) => stop())
  }, [])

  return (
    <div
      ref={frame}
      className="group-picture"
      role="application"
      tabIndex={0}
      aria-label="Picture of the group"
      aria-roledescription="picture that can be turned"
      title="Drag or use the arrow keys to turn it; double click or Home turns it back"
    >
      <canvas ref={canvas} aria-hidden="true" />
    </div>
  )
}
