import { store } from '../../store/store'
import type { StageView } from '../stageView'
import { project } from '../tiltCamera'
import { viewKey } from '../viewKeys'
import { handlesOf } from './all'

/** A button off the canvas would be scrolled to when it gets the focus. */
const inside = (x: number, size: number) => Math.max(0, Math.min(size, x))

/**
 * A button over each handle of g, for the keyboard and for screen readers. Which handles there are changes in the
 * middle of a drag, when g crosses the parabolic wall, and a drag renders nothing: so the buttons are made here.
 */
export function showHandleButtons(host: HTMLElement, stage: StageView): () => void {
  const buttons = new Map<string, HTMLButtonElement>()

  const make = (id: string): HTMLButtonElement => {
    const button = document.createElement('button')
    button.className = 'stage-handle'
    button.addEventListener('keydown', (event) => {
      const handle = handlesOf(stage.frame()).find((one) => one.id === id)
      if (viewKey(stage, event) || handle?.nudge(event.key, event.shiftKey)) event.preventDefault()
    })
    button.addEventListener('focus', () => store.getState().set({ pointedHandle: id }))
    button.addEventListener('blur', () => {
      if (store.getState().pointedHandle === id) store.getState().set({ pointedHandle: undefined })
    })
    buttons.set(id, button)
    return button
  }

  const show = () => {
    const frame = stage.frame()
    const handles = handlesOf(frame)
    const isAtRest = store.getState().gesture === 'none'
    let before: Element | null = null
    for (const { id, at, words } of handles) {
      const button = buttons.get(id) ?? make(id)
      const next: Element | null = before ? before.nextElementSibling : host.firstElementChild
      if (next !== button) host.insertBefore(button, next)
      before = button
      const [x, y] = project(frame.viewport, frame.tilt, ...at)
      const [left, top] = [inside(x, frame.viewport.width), inside(y, frame.viewport.height)]
      button.style.transform = `translate(${left}px, ${top}px) translate(-50%, -50%)`
      if (isAtRest || !button.hasAttribute('aria-label')) button.setAttribute('aria-label', words)
    }
    removeAllBut(new Set(handles.map(({ id }) => id)))
  }

  /** The focus of a handle that is no longer there goes on to the one that took its place. */
  const removeAllBut = (ids: ReadonlySet<string>) => {
    for (const [id, button] of buttons) {
      if (ids.has(id)) continue
      const heir = (button.nextElementSibling ?? button.previousElementSibling) as HTMLElement | null
      if (button === document.activeElement) heir?.focus()
      button.remove()
      buttons.delete(id)
    }
  }

  const stops = [stage.onFrame(show), store.subscribe(show)]
  return () => {
    stops.forEach((stop) => stop())
    for (const button of buttons.values()) button.remove()
  }
}
