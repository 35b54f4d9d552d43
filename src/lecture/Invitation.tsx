import { useEffect, useRef, useState } from 'react'
import { exploreFromHere, lengthOf, useLecture } from '../store/lecture'
import { Dialog } from '../ui/Dialog'
import './invitation.css'

/** Whether the page was opened by the link that a lecturer has shared, `?lesson=…&step=…&join`. */
export const isInvited = (): boolean => new URLSearchParams(location.search).has('join')

/** Asked once: a reload of the page stays where it is. */
function answer(): void {
  const search = location.search.replace(/([?&])join=?(&|$)/, (_, before: string, after: string) =>
    after === '&' ? before : '',
  )
  try {
    history.replaceState(null, '', `${location.pathname}${search}${location.hash}`)
  } catch {
    // Browsers refuse this from an opaque origin; then a reload asks once more.
  }
}

/** Whoever has opened the link of a lecturer chooses whether to stay in the lesson; shows nothing to anybody else. */
export function Invitation() {
  const [isAsked, setAsked] = useState(isInvited)
  const lesson = useLecture((state) => state.lesson)
  const at = useLecture((state) => state.at)
  const first = useRef<HTMLButtonElement>(null)

  // A dialog gives the focus to its Close button.
  useEffect(() => first.current?.focus(), [])

  if (!isAsked || !lesson) return null
  const follow = () => {
    answer()
    setAsked(false)
  }
  return (
    <Dialog title={lesson.title} className="invitation" onClose={follow}>
      <p>
        You are at step {at + 1} of {lengthOf(lesson)}.
      </p>
      <div className="invitation-choices">
        <button ref={first} type="button" className="primary" onClick={follow}>
          Follow along here
        </button>
        <button
          type="button"
          onClick={() => {
            follow()
            exploreFromHere()
          }}
        >
          Explore on your own
        </button>
      </div>
      <p className="hint">
        Follow along: the lesson stays, and goes on when you do. Explore: what you see becomes a work of your
        own, and the lesson is left.
      </p>
    </Dialog>
  )
}
