import { redo, undo } from '../store/history'
import { store } from '../store/store'

/** Ctrl+Z and Ctrl+Shift+Z or Ctrl+Y, with Cmd for Ctrl, and ? for the list of keys; a text field keeps its own. */
export function listenToShortcuts(): void {
  addEventListener('keydown', (event) => {
    if (event.altKey || isText(event.target)) return
    if (event.key === '?') store.getState().set({ keys: true })
    if (!(event.ctrlKey || event.metaKey)) return
    const key = event.key.toLowerCase()
    const isRedo = (key === 'z' && event.shiftKey) || key === 'y'
    if (key !== 'z' && !isRedo) return
    event.preventDefault()
    if (store.getState().gesture !== 'none') return
    if (isRedo) redo()
    else undo()
  })
}

function isText(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === 'text')
  )
}
