import { useEffect, useId, useRef, type ReactNode } from 'react'
import { Icon } from './Icon'

interface Props {
  title: string
  className?: string
  /** Left out, nothing else can be used beside it. */
  isModal?: boolean
  onClose: () => void
  children: ReactNode
}

/** A dialog, modal unless told otherwise, open as long as it is mounted. Escape closes it; the focus goes back to where it was. */
export function Dialog({ title, className, isModal = true, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()

  useEffect(() => {
    const opened = dialog.current!
    const before = openerOf(document.activeElement)
    if (isModal) opened.showModal()
    else opened.show()
    return () => {
      opened.close()
      if (before instanceof HTMLElement) before.focus()
    }
  }, [isModal])

  return (
    <dialog
      ref={dialog}
      className={className === undefined ? 'dialog' : `dialog ${className}`}
      aria-labelledby={id}
      onClose={onClose}
      onKeyDown={(event) => {
        // The browser sees to it where it is modal.
        if (event.key === 'Escape' && !isModal && !event.defaultPrevented) onClose()
      }}
    >
      <div className="dialog-head">
        <h2 id={id}>{title}</h2>
        <button type="button" className="icon" aria-label="Close" onClick={onClose}>
          <Icon name="close" />
        </button>
      </div>
      {children}
    </dialog>
  )
}

/** What is in a menu goes with it: then the focus goes back to the button of the menu. */
function openerOf(element: Element | null): Element | null {
  const menu = element?.closest('[popover]')
  return menu ? document.querySelector(`[popovertarget="${menu.id}"]`) : element
}
