import type { Command } from '../store/audienceMessages'

/** What a key event says, and where it happens. */
export interface KeyFacts {
  readonly key: string
  /** Ctrl, Alt, Meta or Shift is held. */
  readonly isModified: boolean
  /** The key is held down and tells so again. */
  readonly isRepeated: boolean
  /** Something modal, or a menu, lies over the page. */
  readonly isUnderDialog: boolean
  /** What has the focus: a field for text, a control that arrow keys change or move in, or anything else. */
  readonly focus: 'text' | 'arrows' | 'other'
}

const meanings: Readonly<Record<string, Command>> = {
  PageDown: 'next',
  ArrowRight: 'next',
  PageUp: 'previous',
  ArrowLeft: 'previous',
  '.': 'black',
  b: 'black',
  B: 'black',
  F5: 'start',
  Escape: 'end',
}

/** What a key means in a lesson. Clickers send PageDown and PageUp, F5 and Escape, a full stop or "b". */
export function commandOf({
  key,
  isModified,
  isRepeated,
  isUnderDialog,
  focus,
}: KeyFacts): Command | undefined {
  const command = Object.hasOwn(meanings, key) ? meanings[key] : undefined
  if (!command || isModified || isRepeated || isUnderDialog || focus === 'text') return undefined
  return key.startsWith('Arrow') && focus === 'arrows' ? undefined : command
}

const takeText = 'textarea, [contenteditable]:not([contenteditable="false"]), input:not([type])'
const inputsOfText = /^(?:text|search|url|tel|email|password|number|date|time)$/
/** The stage and its handles, tables, curves and whatever else moves or scrolls by arrow keys. */
const takeArrows =
  'input, select, table, canvas, svg, .stage-handle, .stage-plane-handle, .decision-plane, .heat, .weights, [role=menu], [role=tablist], [role=slider], [role=grid], [role=application]'

export function focusOf(target: EventTarget | null): KeyFacts['focus'] {
  if (!(target instanceof Element)) return 'other'
  if (target instanceof HTMLInputElement && inputsOfText.test(target.type)) return 'text'
  if (target.closest(takeText)) return 'text'
  return target.closest(takeArrows) ? 'arrows' : 'other'
}

/**
 * Listens before the controls do, as PageDown would move a slider.
 * @param taskOf what a command does now; where it does nothing the key does what it does elsewhere
 */
export function listenToClicker(taskOf: (command: Command) => (() => void) | undefined): () => void {
  const listen = (event: KeyboardEvent) => {
    const command = commandOf({
      key: event.key,
      isModified: event.ctrlKey || event.altKey || event.metaKey || event.shiftKey,
      isRepeated: event.repeat,
      isUnderDialog: document.querySelector('dialog:modal') !== null,
      focus: focusOf(event.target),
    })
    const task = command && taskOf(command)
    if (!task) return
    event.preventDefault()
    event.stopPropagation()
    task()
  }
  addEventListener('keydown', listen, true)
  return () => removeEventListener('keydown', listen, true)
}
