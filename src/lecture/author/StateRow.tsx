import { useEffect, useState } from 'react'
import type { Problem } from '../../document/problem'
import { encodeLink } from '../../document/link'
import { presentState } from '../../store/authoring'
import { isStateOf } from '../../store/lecture'
import { store } from '../../store/store'
import { withState } from './say'

interface Props {
  /** What the state is for: "the step". */
  of: string
  link: string | undefined
  onTake: (link: string) => Problem | undefined
  /** Left out where there is none to show. */
  onShow?: () => void
}

/** A state of the lesson beside that of the page: takes the one for the other. */
export function StateRow({ of, link, onTake, onShow }: Props) {
  const isShown = useIsShown(link)
  return (
    <p className="author-state">
      <button type="button" onClick={() => withState(presentState(), onTake)}>
        Take this state for {of}
      </button>
      {link !== undefined && onShow && (
        <button type="button" onClick={onShow}>
          Show the state of {of}
        </button>
      )}
      <span className="hint">
        {link === undefined
          ? 'None is taken yet.'
          : isShown
            ? 'The page shows it.'
            : 'The page shows another state.'}
      </span>
    </p>
  )
}

/** After a drag, not in the course of it. */
const quietMs = 150

function useIsShown(link: string | undefined): boolean {
  const [isShown, setShown] = useState(false)
  useEffect(() => {
    const look = () => {
      const { document, view } = store.getState()
      setShown(link !== undefined && isStateOf(link, encodeLink(document, view)))
    }
    let timer = setTimeout(look)
    const stop = store.subscribe((state, before) => {
      if (state.document === before.document && state.view === before.view) return
      clearTimeout(timer)
      timer = setTimeout(look, quietMs)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [link])
  return isShown
}
