import { useId, type ReactNode } from 'react'
import { Boundary } from './Boundary'

interface Props {
  title: ReactNode
  /** The tabs that show it where there is no room for rails. */
  tab: 'element' | 'model' | 'element model' | 'product' | 'loss'
  aside?: ReactNode
  /** Title and content share a line. */
  isInline?: boolean
  children: ReactNode
}

/** A panel. What fails in it stays in it. */
export function Section({ title, tab, aside, isInline = false, children }: Props) {
  const id = useId()
  return (
    <section data-tab={tab} aria-labelledby={id} className={isInline ? 'inline' : undefined}>
      <header>
        <h2 id={id}>{title}</h2>
        {aside}
      </header>
      <Boundary>{children}</Boundary>
    </section>
  )
}
