import type { ReactNode } from 'react'
import type { LectureState, Place } from '../store/lecture'
import { Caption } from './Caption'
import { Prediction } from './Prediction'

interface Props {
  place: Place
  state: Pick<LectureState, 'at' | 'choice' | 'isRevealed'>
  onChoose: (choice: number) => void
  onReveal: () => void
  children: ReactNode
}

/** What a step says and asks, from its beginning whenever another one comes. */
export function StepText({ place, state: { at, choice, isRevealed }, onChoose, onReveal, children }: Props) {
  return (
    <div key={at} className="lesson-body" role="group" aria-label="What the step says" tabIndex={0}>
      <Caption text={place.caption} />
      {place.prediction && (
        <Prediction
          prediction={place.prediction}
          choice={choice}
          isRevealed={isRevealed}
          onChoose={onChoose}
          onReveal={onReveal}
        />
      )}
      {children}
    </div>
  )
}
