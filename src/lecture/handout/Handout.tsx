import { useEffect, useRef } from 'react'
import type { Lesson } from '../../document/lesson'
import { lengthOf, placeOf } from '../../store/lecture'
import { Icon } from '../../ui/Icon'
import { hasWays } from './addresses'
import { Answers } from './Answers'
import { HandoutStep } from './HandoutStep'
import { usePictures } from './usePictures'
import './handout.css'

interface Props {
  lesson: Lesson
  /** By which an address names it. */
  address: string
  onClose: () => void
}

/** A lesson as it is printed: over the page, which is not printed then. */
export function Handout({ lesson, address, onClose }: Props) {
  const sheet = useRef<HTMLElement>(null)
  const pictures = usePictures(lesson)
  const length = lengthOf(lesson)
  const isReady = pictures.length === length
  const places = Array.from({ length }, (_, at) => placeOf({ lesson, at })!)
  const hasAnswers = places.some(({ prediction, solution }) => prediction ?? solution)

  useEffect(() => aloneOn(sheet.current!), [])

  return (
    <section
      ref={sheet}
      className="handout"
      role="dialog"
      aria-modal="true"
      aria-label={`Handout: ${lesson.title}`}
      aria-busy={!isReady}
      tabIndex={-1}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Escape') onClose()
      }}
    >
      <div className="handout-bar">
        <button
          type="button"
          className="primary"
          aria-disabled={!isReady}
          onClick={() => isReady && window.print()}
        >
          Print
        </button>
        <output aria-label="Pictures">
          {isReady
            ? 'On A4 or Letter, also in black and white; the print dialog saves a PDF, too.'
            : `Picture ${pictures.length + 1} of ${length} is being drawn.`}
        </output>
        <button type="button" className="icon" aria-label="Close" onClick={onClose}>
          <Icon name="close" />
        </button>
      </div>
      <div className="handout-paper">
        <header>
          <h1>{lesson.title}</h1>
          {lesson.summary !== '' && <p>{lesson.summary}</p>}
          <p className="handout-note">
            {hasWays
              ? 'A code opens its step: a model that can be moved.'
              : 'The page was opened from a file, which no other device can open: there are no codes.'}
          </p>
        </header>
        {places.map((place, at) => (
          <HandoutStep key={at} place={place} n={at + 1} picture={pictures[at]} lesson={address} />
        ))}
        {hasAnswers && <Answers title={lesson.title} places={places} />}
      </div>
    </section>
  )
}

/** Nothing else of the page is reached meanwhile; the focus goes back to where it was. */
function aloneOn(sheet: HTMLElement): () => void {
  const before = document.activeElement
  const others = [...sheet.parentElement!.children].filter((one) => one !== sheet)
  const isInert = others.map((one) => (one as HTMLElement).inert)
  others.forEach((one) => ((one as HTMLElement).inert = true))
  sheet.focus()
  return () => {
    others.forEach((one, n) => ((one as HTMLElement).inert = isInert[n]!))
    if (before instanceof HTMLElement) before.focus()
  }
}
