import type { LessonPlay, TwinsPlay } from '../../document/lesson'
import { leastTwinRate, mostTwinRate } from '../../document/lessonJson'
import type { Problem } from '../../document/problem'
import { coordinateNames, methodNames, optionsOf } from '../../document/optimiserNames'
import { mostTwinSteps } from '../../document/twinSteps'
import { presentState } from '../../store/authoring'
import { Segmented } from '../../ui/Segmented'
import { NumberBox } from './fields'
import { withState } from './say'
import { StateRow } from './StateRow'

interface Props {
  play: LessonPlay | undefined
  /** The step asks for a prediction first. */
  isAfterAnswer: boolean
  onChange: (play: LessonPlay | undefined, what?: string) => Problem | undefined
  onShow: (link: string) => void
}

const kinds = [
  { value: 'none', label: 'None' },
  { value: 'flow', label: 'The flow' },
  { value: 'element', label: 'To an element' },
  { value: 'train', label: 'A training run' },
  { value: 'twins', label: 'Twins' },
] as const

const hints = {
  none: 'Nothing moves by itself.',
  flow: 'The flow gᵗ runs once from one time to another.',
  element: 'The element of the step goes to that of another state.',
  train: 'The model of the step is trained for so many steps.',
  twins: 'The model of the step and its copy, moved by g, are trained side by side.',
} as const

const usualTwins: TwinsPlay = {
  kind: 'twins',
  method: 'gradientDescent',
  stepsIn: 'xy',
  learningRate: 0.2,
  steps: 60,
}

/** What moves by itself in a step. */
export function PlayForm({ play, isAfterAnswer, onChange, onShow }: Props) {
  const kind = play?.kind ?? 'none'
  return (
    <div className="author-fields">
      <Segmented label="What moves" options={kinds} value={kind} onChange={begin} />
      <p className="hint">
        {hints[kind]}
        {kind !== 'none' && ` It starts with the ${isAfterAnswer ? 'answer' : 'step'}.`}
      </p>
      {play?.kind === 'flow' && (
        <p className="author-numbers">
          <NumberBox
            label="From t"
            value={play.from}
            least={-2}
            most={3}
            onChange={(from) => onChange({ ...play, from }, 'from')}
          />
          <NumberBox
            label="To t"
            value={play.to}
            least={-2}
            most={3}
            onChange={(to) => onChange({ ...play, to }, 'to')}
          />
        </p>
      )}
      {play?.kind === 'element' && (
        <StateRow
          of="the end"
          link={play.link}
          onTake={(link) => onChange({ ...play, link })}
          onShow={() => onShow(play.link)}
        />
      )}
      {(play?.kind === 'flow' || play?.kind === 'element') && (
        <p className="author-numbers">
          <NumberBox
            label="Seconds"
            value={play.seconds}
            least={0.1}
            most={60}
            onChange={(seconds) => onChange({ ...play, seconds }, 'seconds')}
          />
        </p>
      )}
      {play?.kind === 'train' && (
        <p className="author-numbers">
          <NumberBox
            label="Steps of training"
            value={play.steps}
            least={1}
            most={100_000}
            onChange={(steps) => onChange({ ...play, steps }, 'steps')}
          />
        </p>
      )}
      {play?.kind === 'twins' && (
        <>
          <Segmented
            label="Method of the twins"
            options={optionsOf(methodNames)}
            value={play.method}
            onChange={(method) => onChange({ ...play, method })}
          />
          <Segmented
            label="Steps of the twins in"
            options={optionsOf(coordinateNames)}
            value={play.stepsIn}
            onChange={(stepsIn) => onChange({ ...play, stepsIn })}
          />
          <p className="author-numbers">
            <NumberBox
              label="Learning rate η"
              value={play.learningRate}
              least={leastTwinRate}
              most={mostTwinRate}
              onChange={(learningRate) => onChange({ ...play, learningRate }, 'learningRate')}
            />
            <NumberBox
              label="Steps of each"
              value={play.steps}
              least={1}
              most={mostTwinSteps}
              onChange={(steps) => onChange({ ...play, steps }, 'steps')}
            />
          </p>
        </>
      )}
    </div>
  )

  function begin(next: (typeof kinds)[number]['value']): void {
    if (next === 'none') onChange(undefined)
    else if (next === 'flow') onChange({ kind: 'flow', from: 0, to: 1, seconds: 3 })
    else if (next === 'train') onChange({ kind: 'train', steps: 500 })
    else if (next === 'twins') onChange(usualTwins)
    else withState(presentState(), (link) => onChange({ kind: 'element', link, seconds: 3 }))
  }
}
