import { useId, useRef, useState, type ReactNode } from 'react'
import type { LessonTarget } from '../document/lesson'
import type { Tab } from '../store/interfaceSlice'
import { store } from '../store/store'
import { Icon } from '../ui/Icon'
import { Boundary } from './Boundary'
import { useHighlight } from './useHighlight'
import './section.css'

interface Props {
  /** By which a step of a lesson can be about it. */
  name?: LessonTarget
  title: ReactNode
  /** The tabs that show it where there is no room for rails. */
  tab: Tab | 'element model'
  aside?: ReactNode
  /** Title and content share a line. */
  isInline?: boolean
  /** It can be folded to its title, and is at first, unless it says 'open'. */
  folds?: 'open' | 'closed'
  children: ReactNode
}

/** A panel. What fails in it stays in it. */
export function Section({ name, title, tab, aside, isInline = false, folds, children }: Props) {
  const id = useId()
  const panel = useRef<HTMLElement>(null)
  // What a frame shows was chosen for it.
  const [isUnfolded, setUnfolded] = useState(folds !== 'closed' || store.getState().embed !== undefined)
  const highlight = useHighlight(name, tab, panel)
  const isOpen = highlight?.isOpen ?? isUnfolded
  const fold = highlight?.fold ?? (() => setUnfolded(!isUnfolded))
  const classes = [isInline && 'inline', highlight && 'highlighted'].filter((one) => one !== false)
  return (
    <section ref={panel} data-tab={tab} aria-labelledby={id} className={classes.join(' ') || undefined}>
      <header>
        <h2 id={id}>
          {folds ? (
            <button type="button" className="fold" aria-expanded={isOpen} onClick={fold}>
              {title}
              <Icon name="fold" />
            </button>
          ) : (
            title
          )}
        </h2>
        {aside}
      </header>
      {isOpen && <Boundary>{children}</Boundary>}
    </section>
  )
}
