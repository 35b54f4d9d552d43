import { useEffect, useRef, useState } from 'react'
import { passOn, useAudience } from '../../store/audience'
import type { Command, Spot } from '../../store/audienceMessages'
import { lengthOf, placeOf, useLecture } from '../../store/lecture'
import { Caption } from '../Caption'
import { listenToClicker } from '../clicker'
import { StepText } from '../StepText'
import '../lessonBar.css'
import './audience.css'

/** What lies under and over the picture in the window of the audience. */
export function Audience() {
  const { isBlack, isOver, isJoined, spot } = useAudience((state) => state)
  useEffect(() => listenToClicker(taskOf), [])
  useEffect(() => {
    addEventListener('keydown', keepStage, true)
    return () => removeEventListener('keydown', keepStage, true)
  }, [])
  return (
    <>
      <Step />
      {spot && !isBlack && <SpotMark {...spot} />}
      {isBlack && <div className="audience-black" role="img" aria-label="Black" />}
      <FullScreen />
      {!isJoined && (
        <p className="audience-words" role="status">
          Waiting for the presenter’s window …
        </p>
      )}
      {isOver && (
        <p className="audience-words" role="status">
          The presentation has ended. This window can be closed.
        </p>
      )}
    </>
  )
}

const nothing = () => undefined

const fillScreen = () => void document.documentElement.requestFullscreen().catch(nothing)

/** The window of the audience is open already: to start is to fill the screen. */
const taskOf = (command: Command) => (command === 'start' ? fillScreen : () => passOn(command))

const firstMs = 20_000
const movedMs = 3000

/** The stage can be looked at by keys, and moves by none. */
function keepStage(event: KeyboardEvent): void {
  const isOnStage = event.target instanceof Element && event.target.closest('main') !== null
  if (!isOnStage || event.key === 'Tab') return
  event.stopPropagation()
  event.preventDefault()
}

function Step() {
  const state = useLecture((all) => all)
  const { lesson, at, isRevealed } = state
  const place = placeOf(state)
  if (!lesson || !place) return null
  return (
    <section className="lesson" aria-label={`Lesson: ${lesson.title}`}>
      <header>
        <p>{lesson.title}</p>
        <h2>{place.title}</h2>
        <p className="audience-count">
          {at + 1}/{lengthOf(lesson)}
        </p>
      </header>
      <StepText place={place} state={state} onChoose={nothing} onReveal={nothing}>
        {place.solution && isRevealed && (
          <div className="solution">
            <Caption text={place.solution.because} />
          </div>
        )}
      </StepText>
    </section>
  )
}

/** Where the presenter points, at the same place of the plane though this window has another shape. */
function SpotMark({ kind, pane, right, up }: Spot) {
  const mark = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const plane = document.querySelectorAll('.stage-plane')[pane]
    if (!plane || !mark.current) return
    const { left, top, width, height } = plane.getBoundingClientRect()
    const { style } = mark.current
    style.setProperty('--at-x', `${left + width / 2 + right * height}px`)
    style.setProperty('--at-y', `${top + height / 2 - up * height}px`)
  })
  return <div ref={mark} className={`audience-${kind}`} />
}

/** Browsers want a click in the window itself; the button is there at first, and while the pointer moves. */
function FullScreen() {
  const [isFull, setFull] = useState(() => document.fullscreenElement !== null)
  const [isShown, setShown] = useState(true)
  useEffect(() => {
    let timer = setTimeout(() => setShown(false), firstMs)
    const moved = () => {
      clearTimeout(timer)
      setShown(true)
      timer = setTimeout(() => setShown(false), movedMs)
    }
    const changed = () => setFull(document.fullscreenElement !== null)
    document.addEventListener('fullscreenchange', changed)
    addEventListener('pointermove', moved)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('fullscreenchange', changed)
      removeEventListener('pointermove', moved)
    }
  }, [])
  if (isFull || !isShown || !document.fullscreenEnabled) return null
  return (
    <button type="button" className="audience-full" onClick={fillScreen}>
      Full screen
    </button>
  )
}
