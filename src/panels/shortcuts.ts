import { redo, undo } from '../store/history'
import { store } from '../store/store'

/** Ctrl+Z and Ctrl+Shift+Z or Ctrl+Y, with Cmd for Ctrl; a text field keeps its own. */
export function listenToShortcuts(): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || isText(event.target)) return
    const key = event.key.toLowerCase()
    const isRedo = (key === 'z' && event.shiftKey) || key === 'y'
    if (key !== 'z' && !isRedo) return
    event.preventDefault()
    if (store.getState().gesture !== 'none') return
    if (isRedo) redo()
    else undo()
  }
  addEventListener('keydown', onKeyDown)
  return () => removeEventListener('keydown', onKeyDown)
}

function isText(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === 'text')
  )
}
