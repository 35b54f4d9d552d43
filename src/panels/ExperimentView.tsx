import { useEffect, useState } from 'react'
import { withInput, type ChosenExperiment, type ExperimentPlan } from '../document/experiments'
import { audienceSession } from '../store/audienceSession'
import { startExperiment, stopExperiment, useExperiment } from '../store/experiment'
import { isInLesson } from '../store/ownWork'
import { store } from '../store/store'
import { ExperimentInputs } from './ExperimentInputs'
import { ExperimentResult, Findings } from './ExperimentResult'
import { Verdict } from './ExperimentSheet'
import { experimentTexts } from './experimentTexts'

interface Props {
  plan: ExperimentPlan
  chosen: ChosenExperiment
}

/** One experiment: what is asked, a prediction, what comes out, and what may be said. */
export function ExperimentView({ plan, chosen }: Props) {
  const text = experimentTexts[plan.name]!
  const [predicted, setPredicted] = useState<number>()
  // The step of a lesson has asked already: what is found stands in the place of the question.
  const [isAsked] = useState(() => !isInLesson(store.getState()))
  const [isRevealed, setRevealed] = useState(!isAsked)

  // It runs while the room predicts; the audience is shown what the presenter's window finds.
  useEffect(() => {
    if (audienceSession !== undefined) return
    startExperiment(chosen)
    return stopExperiment
  }, [chosen])

  return (
    <div className={isAsked ? 'experiment' : 'experiment beside'}>
      <div className="asked">
        <p className="paper">
          <span className="hint">The paper:</span> {text.claim}
        </p>
        {isAsked ? (
          <>
            <p className="question">{text.question}</p>
            <fieldset className="prediction">
              <legend className="hint">Predict</legend>
              {text.choices.map((choice, n) => (
                <label key={choice}>
                  <input
                    type="radio"
                    name="prediction"
                    checked={predicted === n}
                    disabled={isRevealed}
                    onChange={() => setPredicted(n)}
                  />
                  <span>
                    {choice}
                    {isRevealed && n === text.answer && <strong> ✓ this is what comes out</strong>}
                    {isRevealed && n === predicted && n !== text.answer && ' ✗ predicted'}
                  </span>
                </label>
              ))}
            </fieldset>
          </>
        ) : (
          <Findings />
        )}
        {!isRevealed && (
          <button type="button" className="primary" onClick={() => setRevealed(true)}>
            Reveal
          </button>
        )}
        {isRevealed && (
          <div className="verdict" role="status" aria-label="Verdict">
            <Verdict verdict={text.verdict} />
            <p>{text.because}</p>
            <p className="hint">{text.source}</p>
          </div>
        )}
        <ExperimentInputs
          plan={plan}
          chosen={chosen}
          onChange={(input, value) => store.getState().look({ experiment: withInput(chosen, input, value) })}
        />
      </div>
      <div className="found">
        <Running chosen={chosen} />
        {isRevealed ? (
          <ExperimentResult title={plan.title} chosen={chosen} hasFindings={isAsked} />
        ) : (
          <p className="covered hint">The result is shown when it is revealed.</p>
        )}
      </div>
    </div>
  )
}

function Running({ chosen }: { chosen: ChosenExperiment }) {
  const status = useExperiment((state) => state.status)
  const part = useExperiment((state) => state.part)
  const doing = useExperiment((state) => state.doing)
  const elapsed = useExperiment((state) => state.elapsedMs)
  const sentence = useExperiment((state) => state.sentence)
  const seconds = `${(elapsed / 1000).toFixed(1)} s`
  return (
    <div className="running">
      {status === 'running' ? (
        <>
          <progress value={part} aria-label="Progress of the experiment" />
          <span>
            {doing} {seconds}
          </span>
          <button type="button" onClick={stopExperiment}>
            Cancel
          </button>
        </>
      ) : (
        <>
          <span role="status" aria-label="Experiment">
            {status === 'done' ? `Done in ${seconds}.` : sentence}
          </span>
          <button type="button" onClick={() => startExperiment(chosen)}>
            Run again
          </button>
        </>
      )}
    </div>
  )
}
