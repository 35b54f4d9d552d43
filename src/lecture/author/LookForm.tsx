import { lessonTargets, type LessonTarget } from '../../document/lesson'
import { targetNames } from './targetNames'

interface Props {
  look: readonly LessonTarget[]
  onChange: (look: readonly LessonTarget[]) => void
}

/** The parts of the page that a step is about. */
export function LookForm({ look, onChange }: Props) {
  return (
    <fieldset className="author-looks">
      <legend>What to look at: it is outlined, and unfolded if it was folded</legend>
      {lessonTargets.map((target) => (
        <label key={target} className="check">
          <input
            type="checkbox"
            checked={look.includes(target)}
            onChange={({ target: { checked } }) =>
              onChange(checked ? [...look, target] : look.filter((one) => one !== target))
            }
          />
          {targetNames[target]}
        </label>
      ))}
    </fieldset>
  )
}
