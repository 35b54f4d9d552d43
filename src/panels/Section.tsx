import { useId, type ReactNode } from 'react'
import { Boundary } from './Boundary'

interface Props {
  title: ReactNode
  /** The tabs that show it where there is no room for rails. */
  tab: 'element' | 'model' | 'element model' | 'product' | 'loss'
  aside?: ReactNode
  children: ReactNode
}

/** A panel. What fails in it stays in it. */
export function Section({ title, tab, aside, children }: Props) {
  const id = useId()
  return (
    <section data-tab={tab} aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {aside}
      </header>
      <Boundary>{children}</Boundary>
    </section>
  )
}
