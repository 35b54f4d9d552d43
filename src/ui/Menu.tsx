import { useId, useRef, type FocusEvent, type KeyboardEvent, type ReactNode } from 'react'

interface Props {
  /** Accessible name of the button. */
  label: string
  button: ReactNode
  /** 'menu' for a list of commands, 'group' for settings that stay open. */
  role?: 'menu' | 'group'
  children: ReactNode
  className?: string
}

/**
 * A button that opens a list: the browser closes it on Escape or a click outside, arrow keys move in it. It goes when the
 * focus goes elsewhere, as it would lie over what has it then.
 */
export function Menu({ label, button, role = 'menu', children, className }: Props) {
  const id = useId()
  const opener = useRef<HTMLButtonElement>(null)
  const list = useRef<HTMLDivElement>(null)

  const items = () => [
    ...list.current!.querySelectorAll<HTMLElement>('[role^=menuitem], button, input, select'),
  ]

  const place = () => {
    const { top, bottom, right, left } = opener.current!.getBoundingClientRect()
    const width = list.current!.offsetWidth
    const isBelow = bottom < innerHeight / 2
    const fits = Math.min(left, innerWidth - width - 8)
    list.current!.style.left = `${Math.max(8, right - width > fits ? fits : right - width)}px`
    list.current!.style.top = isBelow ? `${bottom + 6}px` : 'auto'
    list.current!.style.bottom = isBelow ? 'auto' : `${innerHeight - top + 6}px`
    // A long list on a low screen is scrolled.
    list.current!.style.maxHeight = `${(isBelow ? innerHeight - bottom : top) - 14}px`
  }

  /** What is in the list may have to be loaded first. */
  const enter = () => {
    const [first] = items()
    if (first) return first.focus()
    const waiting = new MutationObserver(() => {
      const [come] = items()
      if (!come) return
      waiting.disconnect()
      if (list.current?.matches(':popover-open')) come.focus()
    })
    waiting.observe(list.current!, { childList: true, subtree: true })
  }

  const onBlur = ({ relatedTarget: to }: FocusEvent) => {
    if (to && to !== opener.current && !list.current!.contains(to)) list.current!.hidePopover()
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (role !== 'menu') return
    // Tab goes on from the button of the menu.
    if (event.key === 'Tab') return list.current!.hidePopover()
    const all = items()
    const at = all.indexOf(document.activeElement as HTMLElement)
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key]
    if (next === undefined) return
    event.preventDefault()
    all.at(next % all.length)?.focus()
  }

  return (
    <>
      <button
        ref={opener}
        type="button"
        className={className}
        popoverTarget={id}
        aria-haspopup={role === 'menu' ? 'menu' : 'true'}
        aria-label={label}
        onBlur={onBlur}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return
          event.preventDefault()
          if (list.current!.matches(':popover-open')) enter()
          else opener.current!.click()
        }}
      >
        {button}
      </button>
      <div
        ref={list}
        id={id}
        popover="auto"
        role={role}
        aria-label={label}
        className="menu"
        onKeyDown={onKeyDown}
        onBlur={onBlur}
        onClick={(event) => {
          if ((event.target as Element).closest('[role=menuitem]')) list.current!.hidePopover()
        }}
        onToggle={(event) => {
          if (event.newState !== 'open') return
          place()
          enter()
        }}
      >
        {children}
      </div>
    </>
  )
}

interface ItemProps {
  /** Accessible name, where the text alone does not say enough. */
  label?: string
  children: ReactNode
  onSelect: () => void
}

export function MenuItem({ label, children, onSelect }: ItemProps) {
  return (
    <button type="button" role="menuitem" aria-label={label} onClick={onSelect}>
      {children}
    </button>
  )
}
