import type { Place } from '../../store/lecture'
import { Caption, Line } from '../Caption'
import { hasWays, wayToState } from './addresses'
import { Code } from './Code'

interface Props {
  title: string
  places: readonly Place[]
}

/** What was asked, answered on a page of its own, which can be handed out later. */
export function Answers({ title: lesson, places }: Props) {
  return (
    <section className="handout-answers">
      <h2>Answers: {lesson}</h2>
      {places.map((place, at) => {
        const { prediction, solution, title } = place
        const said = prediction ?? solution
        if (!said) return null
        // An answer without a state of its own shows that of the step.
        const link = prediction ? prediction.link : solution!.link
        return (
          <article key={at}>
            <div>
              <h3>
                <span className="number">{at + 1}</span> {title}
              </h3>
              {prediction && (
                <p className="handout-right">
                  <Line text={prediction.choices[prediction.answer]!} />
                </p>
              )}
              <Caption text={said.because} />
            </div>
            {link !== undefined && hasWays && (
              <Code
                way={wayToState(link)}
                to={`the ${prediction ? 'answer' : 'solution'} of step ${at + 1}`}
              />
            )}
          </article>
        )
      })}
    </section>
  )
}
