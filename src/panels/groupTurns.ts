import { firstLook, turnedBy, type Look } from './groupSpace'

/** Radians per width of the picture, and per key. */
const perWidth = Math.PI
const keyStep = Math.PI / 18
const fineStep = Math.PI / 90

interface Turning {
  readonly now: () => Look
  readonly turn: (look: Look) => void
}

const keys: Readonly<Record<string, readonly [across: number, up: number]>> = {
  ArrowLeft: [1, 0],
  ArrowRight: [-1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** Turns what is seen by pointer and keys: the near side goes with the pointer. Escape takes a drag back. */
export function followTurns(frame: HTMLElement, { now, turn }: Turning): () => void {
  let held: { pointer: number; x: number; y: number; look: Look } | undefined
  const ending = new AbortController()
  const listen = <K extends keyof HTMLElementEventMap>(
    name: K,
    act: (event: HTMLElementEventMap[K]) => void,
  ) => frame.addEventListener(name, act, { signal: ending.signal })

  listen('pointerdown', (event) => {
    if (event.button !== 0 || held) return
    held = { pointer: event.pointerId, x: event.clientX, y: event.clientY, look: now() }
    frame.setPointerCapture(event.pointerId)
    frame.toggleAttribute('data-held', true)
  })
  listen('pointermove', (event) => {
    if (held?.pointer !== event.pointerId) return
    const unit = perWidth / frame.clientWidth
    turn(turnedBy(held.look, (held.x - event.clientX) * unit, (event.clientY - held.y) * unit))
  })
  const release = () => {
    held = undefined
    frame.toggleAttribute('data-held', false)
  }
  listen('pointerup', release)
  // The browser has taken the touch over, to scroll the page.
  listen('pointercancel', () => {
    if (held) turn(held.look)
    release()
  })
  listen('dblclick', () => turn(firstLook))
  listen('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const [across, up] = keys[event.key] ?? [0, 0]
    const step = event.shiftKey ? fineStep : keyStep
    if (event.key === 'Home') turn(firstLook)
    else if (event.key === 'Escape' && held) {
      turn(held.look)
      release()
    } else if (across !== 0 || up !== 0) turn(turnedBy(now(), across * step, up * step))
    else return
    event.preventDefault()
    event.stopPropagation()
  })
  return () => ending.abort()
}
