import { useEffect, useId, useRef } from 'react'
import type { LessonPrediction } from '../document/lesson'
import { Caption, Line } from './Caption'
import { nameOf } from './markdown'

interface Props {
  prediction: LessonPrediction
  choice: number | undefined
  isRevealed: boolean
  onChoose: (choice: number) => void
  onReveal: () => void
}

/** A question with its choices; then which of them is right, in words and by a mark, and why. */
export function Prediction({ prediction, choice, isRevealed, onChoose, onReveal }: Props) {
  const { question, choices, answer, because } = prediction
  const id = useId()
  const reason = useRef<HTMLDivElement>(null)

  // The room has waited for it.
  useEffect(() => {
    if (isRevealed) reason.current!.scrollIntoView({ block: 'nearest' })
  }, [isRevealed])

  return (
    <div className="asked">
      <div role="radiogroup" aria-labelledby={id}>
        <p id={id} className="question">
          <Line text={question} />
        </p>
        <div className="guesses">
          {choices.map((text, n) => (
            <label
              key={n}
              className="guess"
              data-verdict={isRevealed ? verdictOf(n, choice, answer) : undefined}
            >
              <input
                type="radio"
                name={id}
                aria-label={nameOf(text)}
                checked={choice === n}
                disabled={isRevealed}
                onChange={() => onChoose(n)}
              />
              <span>
                <Line text={text} />
                {isRevealed && n === answer && <b> ✓ right</b>}
                {isRevealed && n === choice && n !== answer && <b> ✗ not right</b>}
              </span>
            </label>
          ))}
        </div>
      </div>
      {isRevealed ? (
        <div ref={reason}>
          <Caption text={because} />
        </div>
      ) : (
        <button type="button" onClick={onReveal}>
          Reveal
        </button>
      )}
    </div>
  )
}

const verdictOf = (n: number, choice: number | undefined, answer: number) =>
  n === answer ? 'right' : n === choice ? 'wrong' : 'other'
