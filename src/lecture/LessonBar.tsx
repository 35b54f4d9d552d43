import { useEffect, useRef, useState } from 'react'
import {
  beginStepAgain,
  exploreFromHere,
  goBack,
  goOn,
  goToStep,
  leaveLesson,
  lengthOf,
  placeOf,
  predict,
  reveal,
  useLecture,
} from '../store/lecture'
import { usePresenter } from '../store/presenter'
import { Icon } from '../ui/Icon'
import { fetched } from '../ui/fetched'
import { listenToClicker } from './clicker'
import { Invitation } from './Invitation'
import { openAudience } from './presenter/openAudience'
import { taskOf } from './presenter/run'
import { Solution } from './Solution'
import { WaysOfWriting } from './WaysOfWriting'
import { StepList } from './StepList'
import { StepText } from './StepText'
import { stepWords } from './stepWords'
import './lessonBar.css'

const Handout = fetched(async () => (await import('./handout/Handout')).Handout)
const Presenter = fetched(async () => (await import('./presenter/Presenter')).Presenter)

/** The step of the lesson that is open: what it says and asks, and the way to the others. */
export function LessonBar() {
  const state = useLecture((all) => all)
  const bar = useRef<HTMLElement>(null)
  const { lesson, at, isRevealed, choice } = state
  const place = placeOf(state)

  useEffect(() => listenToClicker(taskOf), [])
  const isPresenting = usePresenter(({ isPresenting: on }) => on)
  const [hasHandout, setHandout] = useState(false)

  // Whoever opened it by a control goes on from here; a page that opens with it has its focus at the top.
  useEffect(() => {
    if (document.activeElement !== document.body)
      bar.current?.querySelector<HTMLElement>('.next')?.focus({ preventScroll: true })
  }, [])

  if (!lesson || !place) return null
  const length = lengthOf(lesson)
  const isLast = at + 1 >= length && (isRevealed || !place.prediction)
  return (
    <>
      <Invitation />
      <section ref={bar} className="lesson" aria-label={`Lesson: ${lesson.title}`}>
        <header>
          <p>{lesson.title}</p>
          <h2>{place.title}</h2>
        </header>
        <StepText place={place} state={state} onChoose={predict} onReveal={reveal}>
          {place.solution && (
            <Solution
              because={place.solution.because}
              isShown={isRevealed}
              onShow={reveal}
              onBack={beginStepAgain}
            />
          )}
        </StepText>
        <div className="lesson-steps" role="group" aria-label="Steps">
          <button
            type="button"
            className="icon"
            aria-label="Previous step"
            aria-disabled={at === 0 && !isRevealed}
            onClick={goBack}
          >
            <Icon name="back" />
          </button>
          <StepList lesson={lesson} at={at} onGo={goToStep} />
          <button
            type="button"
            className="icon primary next"
            aria-label="Next step"
            aria-disabled={isLast}
            onClick={goOn}
          >
            <Icon name="next" />
          </button>
        </div>
        <div className="lesson-ways">
          {!isPresenting && (
            <button type="button" className="quiet" onClick={openAudience}>
              Present
            </button>
          )}
          <WaysOfWriting />
          <button type="button" className="quiet" onClick={() => setHandout(true)}>
            Handout
          </button>
          <button type="button" className="quiet" onClick={beginStepAgain}>
            Begin this step again
          </button>
          <button type="button" className="quiet" onClick={exploreFromHere}>
            Explore on your own
          </button>
          <button type="button" className="quiet" onClick={leaveLesson}>
            Leave the lesson
          </button>
        </div>
        <output className="unseen" aria-label="Lesson">
          {stepWords(place, at, length, isRevealed, choice)}
        </output>
      </section>
      {isPresenting && <Presenter />}
      {hasHandout && <Handout lesson={lesson} address={state.address} onClose={() => setHandout(false)} />}
    </>
  )
}
