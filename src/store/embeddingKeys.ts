import { store } from './store'

/** By what a clicker, or somebody at the keyboard, goes through a deck of slides. */
const turning = new Set(['PageUp', 'PageDown'])
const deckKeys = new Set([
  ...turning,
  ...['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'Escape', '.', 'b'],
])

/**
 * Tells the embedding page of keys that mean nothing to what the frame shows, as a key that is pressed in a frame is
 * not heard outside of it. Those of a clicker are told wherever the focus is, a field aside; the others while nothing
 * in the frame has it. Fields keep all their keys, and no other key is ever told.
 */
export function forwardKeys(send: (message: object) => void): void {
  window.addEventListener('keydown', (event) => {
    const { key, shiftKey: shift } = event
    if (!store.getState().embed || !deckKeys.has(key) || !isFree(event)) return
    event.preventDefault()
    send({ type: 'moduli', key, shift })
  })
}

function isFree({ key, target, ctrlKey, altKey, metaKey, defaultPrevented }: KeyboardEvent): boolean {
  if (defaultPrevented || ctrlKey || altKey || metaKey || store.getState().gesture !== 'none') return false
  if (document.querySelector('dialog[open], :popover-open')) return false
  const isNowhere = target === document.body || target === document.documentElement
  if (isNowhere || !turning.has(key)) return isNowhere
  return !(target instanceof Element && target.closest('input, select, textarea'))
}
