import type { LessonExercise } from '../../document/lesson'
import { withExercise } from '../../document/lessonEdits'
import type { Problem } from '../../document/problem'
import { edit, showLink } from '../../store/authoring'
import { Caption } from '../Caption'
import { TextField, WithPreview } from './fields'
import { say } from './say'
import { StateRow } from './StateRow'

/** A task, the state it starts with, and a state that solves it. */
export function ExerciseForm({ exercise, n }: { exercise: LessonExercise; n: number }) {
  const { task, link, solution, because } = exercise
  const change = (fields: Partial<LessonExercise>, what?: string): Problem | undefined => {
    const refused = edit(
      (lesson) => withExercise(lesson, n, fields),
      undefined,
      what && `exercise ${n} ${what}`,
    )
    say(refused)
    return undefined
  }
  return (
    <>
      <div className="author-head">
        <StateRow
          of="the start"
          link={link}
          onTake={(taken) => change({ link: taken })}
          onShow={() => showLink(link)}
        />
        <StateRow
          of="the solution"
          link={solution}
          onTake={(taken) => change({ solution: taken })}
          onShow={() => showLink(solution)}
        />
      </div>
      <WithPreview
        preview={
          <>
            <Caption text={task} />
            <Caption text={because} />
          </>
        }
      >
        <TextField label="Task" rows={2} value={task} onChange={(text) => change({ task: text }, 'task')} />
        <TextField
          label="Why the solution is one"
          rows={2}
          value={because}
          onChange={(text) => change({ because: text }, 'because')}
        />
      </WithPreview>
    </>
  )
}
