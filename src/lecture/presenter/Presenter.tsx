import { useEffect, useState } from 'react'
import { lengthOf, placeOf, useLecture } from '../../store/lecture'
import {
  beginSession,
  endSession,
  pointAs,
  toggleBlack,
  toggleFrozen,
  usePresenter,
  type PresenterState,
} from '../../store/presenter'
import { Segmented } from '../../ui/Segmented'
import { Caption } from '../Caption'
import { openAudience } from './openAudience'
import { followPointer } from './pointer'
import { run } from './run'
import './presenter.css'

const pointings: readonly { value: PresenterState['pointing']; label: string }[] = [
  { value: 'none', label: 'Off' },
  { value: 'pointer', label: 'Pointer' },
  { value: 'spotlight', label: 'Spotlight' },
]

/** What only the presenter sees: notes, what comes next, the time, and what the window of the audience shows. */
export function Presenter() {
  const { isThere, isFrozen, isBlack, pointing, since } = usePresenter((state) => state)
  // A reload of this window goes on with its session.
  useEffect(() => void beginSession(run), [])
  useEffect(() => (pointing === 'none' ? undefined : followPointer()), [pointing])
  return (
    <section className="presenter" aria-label="Presenter">
      <div className="presenter-state">
        <Clock since={since} />
        <output aria-label="Audience">{audienceWords(isThere, isFrozen, isBlack)}</output>
        {!isThere && (
          <button type="button" onClick={openAudience}>
            Open the audience’s window
          </button>
        )}
        <button type="button" aria-pressed={isBlack} disabled={!isThere} onClick={toggleBlack}>
          Black
        </button>
        <button type="button" aria-pressed={isFrozen} disabled={!isThere} onClick={toggleFrozen}>
          Freeze
        </button>
        <Segmented label="Point by" options={pointings} value={pointing} onChange={pointAs} />
        <button type="button" className="quiet" onClick={endSession}>
          End presenting
        </button>
      </div>
      <Notes />
    </section>
  )
}

function audienceWords(isThere: boolean, isFrozen: boolean, isBlack: boolean): string {
  if (!isThere) return 'The audience’s window is not open.'
  if (isBlack) return 'The audience sees black.'
  return isFrozen ? 'The audience sees what was there when you froze it.' : 'The audience sees this.'
}

function Notes() {
  const state = useLecture((all) => all)
  const { lesson, at } = state
  const place = placeOf(state)
  if (!lesson || !place) return null
  const next = placeOf({ lesson, at: at + 1 })
  return (
    <div className="presenter-notes" role="group" aria-label="Notes" tabIndex={0}>
      {place.notes ? <Caption text={place.notes} /> : <p className="hint">No notes for this step.</p>}
      <p className="presenter-next">
        {next ? (
          <>
            Next: <b>{next.title}</b>
            {next.prediction && ' (asks for a prediction)'}
          </>
        ) : (
          `This is the last of ${lengthOf(lesson)}.`
        )}
      </p>
    </div>
  )
}

/** The time of day, and how long the audience has been there. */
function Clock({ since }: { since: number | undefined }) {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  const time = new Date(now).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
  return (
    <p className="clock" role="timer" aria-label="Clock">
      <b>{time}</b> {since !== undefined && lasted(now - since)}
    </p>
  )
}

/** 0:42, 12:05, 1:02:09 */
function lasted(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  const two = (value: number) => String(value).padStart(2, '0')
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`
}
