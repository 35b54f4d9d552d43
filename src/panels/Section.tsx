import { useId, useState, type ReactNode } from 'react'
import { store } from '../store/store'
import { Icon } from '../ui/Icon'
import { Boundary } from './Boundary'
import './section.css'

interface Props {
  title: ReactNode
  /** The tabs that show it where there is no room for rails. */
  tab: 'element' | 'model' | 'element model' | 'product' | 'loss'
  aside?: ReactNode
  /** Title and content share a line. */
  isInline?: boolean
  /** It can be folded to its title, and is at first, unless it says 'open'. */
  folds?: 'open' | 'closed'
  children: ReactNode
}

/** A panel. What fails in it stays in it. */
export function Section({ title, tab, aside, isInline = false, folds, children }: Props) {
  const id = useId()
  // What a frame shows was chosen for it.
  const [isOpen, setOpen] = useState(folds !== 'closed' || store.getState().embed !== undefined)
  return (
    <section data-tab={tab} aria-labelledby={id} className={isInline ? 'inline' : undefined}>
      <header>
        <h2 id={id}>
          {folds ? (
            <button type="button" className="fold" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
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
