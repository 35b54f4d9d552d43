import { useLayoutEffect, useRef } from 'react'
import { redo, undo } from '../store/history'
import { store } from '../store/store'
import { Icon } from '../ui/Icon'

const past = store.temporal

/** Written, not rendered: the first step of a drag is what makes Undo possible. */
export function HistoryButtons() {
  const box = useRef<HTMLDivElement>(null)

  useLayoutEffect(() => {
    const [back, forth] = [...box.current!.querySelectorAll('button')]
    const show = () => {
      const { pastStates, futureStates } = past.getState()
      back!.ariaDisabled = String(pastStates.length === 0)
      forth!.ariaDisabled = String(futureStates.length === 0)
    }
    show()
    return past.subscribe(show)
  }, [])

  return (
    <div ref={box} className="pair" role="group" aria-label="History">
      <button type="button" className="icon" aria-label="Undo" title="Undo (Ctrl+Z)" onClick={() => undo()}>
        <Icon name="undo" />
      </button>
      <button
        type="button"
        className="icon"
        aria-label="Redo"
        title="Redo (Ctrl+Shift+Z)"
        onClick={() => redo()}
      >
        <Icon name="redo" />
      </button>
    </div>
  )
}
