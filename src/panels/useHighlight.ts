import { useEffect, useState, type RefObject } from 'react'
import type { LessonTarget } from '../document/lesson'
import type { Tab } from '../store/interfaceSlice'
import { store, useApp } from '../store/store'

interface Highlight {
  /** It is unfolded for the step, and can be folded again; after the step it is as it was. */
  readonly isOpen: boolean
  readonly fold: () => void
}

/** Whether the step of a lesson is about this panel, which is then brought into sight. */
export function useHighlight(
  name: LessonTarget | undefined,
  tab: string,
  panel: RefObject<HTMLElement | null>,
): Highlight | undefined {
  const highlighted = useApp((state) => state.highlighted)
  const [foldedIn, setFoldedIn] = useState<readonly LessonTarget[]>()
  const isLit = name !== undefined && highlighted.includes(name)

  useEffect(() => {
    if (!isLit) return
    const [first] = highlighted.filter((one) => one !== 'stage')
    // Where there are tabs the panel that is named first decides which of them is shown.
    if (name === first) store.getState().set({ tab: tab.split(' ')[0] as Tab })
    return keepFirstInSight(panel.current!)
  }, [highlighted, isLit, name, tab, panel])

  if (!isLit) return undefined
  const isOpen = foldedIn !== highlighted
  return { isOpen, fold: () => setFoldedIn(isOpen ? highlighted : undefined) }
}

/**
 * Of several panels in a rail the topmost one decides. What is unfolded with it has to be there first; its pictures and
 * the bar of a lesson that an address names come later still, until somebody does something in the rail.
 */
function keepFirstInSight(panel: HTMLElement): (() => void) | undefined {
  const rail = panel.parentElement
  if (!rail) return undefined
  const observer = new ResizeObserver(() => {
    const lit = [...rail.querySelectorAll(':scope > .highlighted')]
    if (lit[0] !== panel) return
    lit.at(-1)!.scrollIntoView({ block: 'nearest' })
    panel.scrollIntoView({ block: 'nearest' })
  })
  observer.observe(rail)
  observer.observe(panel)
  const end = new AbortController()
  end.signal.addEventListener('abort', () => observer.disconnect())
  const stop = () => end.abort()
  for (const event of ['wheel', 'pointerdown', 'keydown'])
    rail.addEventListener(event, stop, { passive: true, signal: end.signal })
  return stop
}
