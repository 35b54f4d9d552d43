import { addExercise, duplicatePlace, insertStep, movePlace, removePlace } from '../../document/lessonEdits'
import { edit, presentState, select, type Draft } from '../../store/authoring'
import { lengthOf } from '../../store/lecture'
import { store } from '../../store/store'
import { say, withState } from './say'

/** The steps of the lesson in their order, and what can be done with the one that is chosen. */
export function PlaceRail({ draft: { lesson, at } }: { draft: Draft }) {
  const { steps, exercises } = lesson
  const isStep = at < steps.length
  const first = isStep ? 0 : steps.length
  const last = isStep ? steps.length - 1 : lengthOf(lesson) - 1
  const titles = [
    ...steps.map(({ title }, n) => title || `Step ${n + 1}`),
    ...exercises.map((_, n) => `Exercise ${n + 1}`),
  ]
  const can = { up: at > first, down: at < last, remove: !isStep || steps.length > 1 }
  return (
    <div className="author-rail">
      <button type="button" className="primary" onClick={record}>
        Record this state as a new step
      </button>
      <ol aria-label="Steps of the lesson">
        {titles.map((title, n) => (
          <li key={n}>
            <button type="button" aria-current={n === at ? 'step' : undefined} onClick={() => select(n)}>
              <span className="number">{n + 1}</span> {title}
            </button>
          </li>
        ))}
      </ol>
      <div className="author-tools" role="group" aria-label={`“${titles[at]}”`}>
        <button
          type="button"
          aria-disabled={!can.up}
          onClick={() => can.up && say(edit((one) => movePlace(one, at, -1), at - 1))}
        >
          Move up
        </button>
        <button
          type="button"
          aria-disabled={!can.down}
          onClick={() => can.down && say(edit((one) => movePlace(one, at, 1), at + 1))}
        >
          Move down
        </button>
        <button type="button" onClick={() => say(edit((one) => duplicatePlace(one, at), at + 1))}>
          Duplicate
        </button>
        <button
          type="button"
          aria-disabled={!can.remove}
          onClick={() => can.remove && say(edit((one) => removePlace(one, at)))}
        >
          Delete
        </button>
        <button type="button" onClick={addTask}>
          Add an exercise
        </button>
      </div>
    </div>
  )

  function record(): void {
    withState(presentState(), (link) => {
      const n = Math.min(at + 1, steps.length)
      const title = store.getState().document.title || `Step ${n + 1}`
      return edit((one) => insertStep(one, n, { title, link, caption: '' }), n)
    })
  }

  /** It begins, and is solved until another state is taken, with what the page shows. */
  function addTask(): void {
    withState(presentState(), (link) =>
      edit((one) => addExercise(one, { task: '', link, solution: link, because: '' }), lengthOf(lesson)),
    )
  }
}
