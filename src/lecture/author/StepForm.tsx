import { useState } from 'react'
import type { LessonStep } from '../../document/lesson'
import { withStep, type StepChange } from '../../document/lessonEdits'
import type { Problem } from '../../document/problem'
import { edit, showLink } from '../../store/authoring'
import { Segmented } from '../../ui/Segmented'
import { Caption } from '../Caption'
import { LineField, TextField, WithPreview } from './fields'
import { LookForm } from './LookForm'
import { PlayForm } from './PlayForm'
import { PredictionForm } from './PredictionForm'
import { say } from './say'
import { StateRow } from './StateRow'

const parts = [
  { value: 'caption', label: 'Caption' },
  { value: 'look', label: 'Look at' },
  { value: 'prediction', label: 'Prediction' },
  { value: 'play', label: 'Animation' },
  { value: 'notes', label: 'Notes' },
] as const

/** Everything that a step is made of. */
export function StepForm({ step, n }: { step: LessonStep; n: number }) {
  const [part, setPart] = useState<(typeof parts)[number]['value']>('caption')
  const change = (fields: StepChange, what?: string): Problem | undefined => {
    const refused = edit((lesson) => withStep(lesson, n, fields), n, what && `${n} ${what}`)
    say(refused)
    return undefined
  }
  const { title, link, caption, look = [], prediction, play, notes = '' } = step
  return (
    <>
      <div className="author-head">
        <Segmented label="Part of the step" options={parts} value={part} onChange={setPart} />
        <StateRow
          of="the step"
          link={link}
          onTake={(taken) => change({ link: taken })}
          onShow={() => showLink(link)}
        />
      </div>
      {part === 'caption' && (
        <WithPreview
          preview={
            <>
              <h3>{title}</h3>
              <Caption text={caption} />
            </>
          }
        >
          <LineField
            label="Name of the step"
            value={title}
            onChange={(text) => change({ title: text }, 'title')}
          />
          <TextField
            label="Caption: Markdown, with formulas between dollar signs"
            placeholder="The distance of $z$ and $w$ is **unchanged** …"
            value={caption}
            onChange={(text) => change({ caption: text }, 'caption')}
          />
        </WithPreview>
      )}
      {part === 'look' && <LookForm look={look} onChange={(seen) => change({ look: seen })} />}
      {part === 'prediction' && (
        <PredictionForm
          prediction={prediction}
          onChange={(next, what) => change({ prediction: next }, what)}
          onShow={showLink}
        />
      )}
      {part === 'play' && (
        <PlayForm
          play={play}
          isAfterAnswer={prediction !== undefined}
          onChange={(next, what) => change({ play: next }, what)}
          onShow={showLink}
        />
      )}
      {part === 'notes' && (
        <WithPreview preview={<Caption text={notes} />}>
          <TextField
            label="Notes, for the lecturer alone"
            value={notes}
            onChange={(text) => change({ notes: text }, 'notes')}
          />
        </WithPreview>
      )}
    </>
  )
}
