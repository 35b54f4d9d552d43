import { redo, undo } from '../store/history'
import { store } from '../store/store'
import { resize } from './settings'

/** Ctrl+Z and Ctrl+Shift+Z or Ctrl+Y, with Cmd for Ctrl; ? lists the keys, l and L make everything larger and smaller. A field keeps its own. */
export function listenToShortcuts(): void {
  addEventListener('keydown', (event) => {
    if (event.altKey || isText(event.target)) return
    if (event.key === '?') store.getState().set({ keys: true })
    if (!(event.ctrlKey || event.metaKey)) return changeSize(event)
    const key = event.key.toLowerCase()
    const isRedo = (key === 'z' && event.shiftKey) || key === 'y'
    if (key !== 'z' && !isRedo) return
    event.preventDefault()
    if (store.getState().gesture !== 'none') return
    if (isRedo) redo()
    else undo()
  })
}

/** An embedded page is as large as the page around it wants. */
function changeSize({ key, target }: KeyboardEvent): void {
  const isSelect = target instanceof HTMLSelectElement
  if ((key !== 'l' && key !== 'L') || isSelect || store.getState().embed) return
  resize(key === 'l' ? 1 : -1)
}

function isText(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === 'text')
  )
}
