import type { Place } from '../../store/lecture'
import { Caption, Line } from '../Caption'
import { Code } from './Code'
import { hasWays, wayToStep } from './addresses'
import type { Picture } from './usePictures'

interface Props {
  place: Place
  /** From 1. */
  n: number
  picture: Picture | undefined
  /** As an address names it. */
  lesson: string
}

/** What a step shows, says and asks; the answer is on the last page. */
export function HandoutStep({ place, n, picture, lesson }: Props) {
  const { title, caption, prediction } = place
  return (
    <article className="handout-step">
      <div className="handout-top">
        <h2>
          <span className="number">{n}</span> {title}
        </h2>
        <div className="handout-picture">
          {picture && 'url' in picture && <img src={picture.url} alt={`The picture of “${title}”`} />}
          {picture && 'problem' in picture && (
            <p className="handout-note">The picture could not be drawn: {picture.problem}.</p>
          )}
        </div>
        {hasWays && <Code way={wayToStep(lesson, n, place.link)} to={`step ${n}`} />}
      </div>
      <Caption text={caption} />
      {prediction && (
        <div className="handout-question">
          <Caption text={prediction.question} />
          <ul>
            {prediction.choices.map((choice, m) => (
              <li key={m}>
                <span className="handout-box" aria-hidden="true" /> <Line text={choice} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </article>
  )
}
