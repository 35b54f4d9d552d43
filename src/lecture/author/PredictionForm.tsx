import type { LessonPrediction } from '../../document/lesson'
import type { Problem } from '../../document/problem'
import { Caption, Line } from '../Caption'
import { FilledField, TextField, WithPreview } from './fields'
import { StateRow } from './StateRow'

interface Props {
  prediction: LessonPrediction | undefined
  /** Undefined takes it away. @param what is typed into */
  onChange: (prediction: LessonPrediction | undefined, what?: string) => Problem | undefined
  onShow: (link: string) => void
}

const fresh: LessonPrediction = { question: '', choices: ['Yes', 'No'], answer: 0, because: '' }

/** What the room is asked before the step shows what happens. */
export function PredictionForm({ prediction, onChange, onShow }: Props) {
  if (!prediction)
    return (
      <p>
        <button type="button" onClick={() => onChange(fresh)}>
          Ask the room to predict
        </button>{' '}
        <span className="hint">The step then waits with a question before it shows its answer.</span>
      </p>
    )
  const { question, choices, answer, because, link } = prediction
  const change = (part: Partial<LessonPrediction>, what?: string) =>
    onChange({ ...prediction, ...part }, what)
  return (
    <WithPreview preview={<PredictionPreview {...prediction} />}>
      <TextField
        label="Question"
        rows={2}
        value={question}
        onChange={(text) => change({ question: text }, 'q')}
      />
      <fieldset className="author-choices">
        <legend>Choices, and which of them is right</legend>
        {choices.map((choice, n) => (
          <div key={n}>
            <input
              type="radio"
              name="right choice"
              aria-label={`Choice ${n + 1} is right`}
              checked={n === answer}
              onChange={() => change({ answer: n })}
            />
            <FilledField
              label={`Choice ${n + 1}`}
              value={choice}
              onChange={(text) => change({ choices: choices.with(n, text) }, `choice ${n}`)}
            />
            {choices.length > 2 && (
              <button
                type="button"
                className="quiet"
                aria-label={`Remove choice ${n + 1}`}
                onClick={() => remove(n)}
              >
                Remove
              </button>
            )}
          </div>
        ))}
        {choices.length < 5 && (
          <button
            type="button"
            onClick={() => change({ choices: [...choices, `Choice ${choices.length + 1}`] })}
          >
            Add a choice
          </button>
        )}
      </fieldset>
      <TextField
        label="Why it is right"
        rows={2}
        value={because}
        onChange={(text) => change({ because: text }, 'why')}
      />
      <StateRow
        of="the answer"
        link={link}
        onTake={(taken) => change({ link: taken })}
        {...(link !== undefined && { onShow: () => onShow(link) })}
      />
      <p>
        {link !== undefined && (
          <button type="button" className="quiet" onClick={withoutLink}>
            The answer shows the state of the step
          </button>
        )}
        <button type="button" className="quiet" onClick={() => onChange(undefined)}>
          Take the prediction away
        </button>
      </p>
    </WithPreview>
  )

  function remove(n: number): void {
    change({ choices: choices.filter((_, m) => m !== n), answer: answer > n ? answer - 1 : answer })
  }

  function withoutLink(): void {
    onChange({ question, choices, answer, because })
  }
}

function PredictionPreview({ question, choices, answer, because }: LessonPrediction) {
  return (
    <>
      <Caption text={question} />
      <ul>
        {choices.map((choice, n) => (
          <li key={n}>
            <Line text={choice} />
            {n === answer && <b> ✓ right</b>}
          </li>
        ))}
      </ul>
      <Caption text={because} />
    </>
  )
}
