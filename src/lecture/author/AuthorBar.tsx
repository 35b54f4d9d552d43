import { useEffect, useRef } from 'react'
import { withTexts } from '../../document/lessonEdits'
import type { Keeping } from '../../store/authoringShelf'
import { closeEditor, edit, redoEdit, tryLesson, undoEdit, useAuthoring } from '../../store/authoring'
import { Icon } from '../../ui/Icon'
import { ExerciseForm } from './ExerciseForm'
import { LineField } from './fields'
import { PlaceRail } from './PlaceRail'
import { say } from './say'
import { copyLessonLink, saveLesson } from './sending'
import { StepForm } from './StepForm'
import './author.css'

/** The editor of a lesson: below the model, which is moved meanwhile. */
export function AuthorBar() {
  const { draft, past, future, keeping } = useAuthoring((state) => state)
  const bar = useRef<HTMLElement>(null)

  // Whoever opened it by a control goes on from here.
  useEffect(() => {
    if (document.activeElement !== document.body)
      bar.current?.querySelector<HTMLElement>('.author-title input')?.focus({ preventScroll: true })
  }, [])

  if (!draft) return null
  const { lesson, at } = draft
  const [step, exercise] = [lesson.steps[at], lesson.exercises[at - lesson.steps.length]]
  return (
    <section ref={bar} className="author" aria-label="Lesson editor">
      <header>
        <div className="author-title">
          <LineField
            label="Lesson"
            value={lesson.title}
            onChange={(title) => say(edit((one) => withTexts(one, { title }), at, 'title'))}
          />
          <LineField
            label="What it is about"
            value={lesson.summary}
            onChange={(summary) => say(edit((one) => withTexts(one, { summary }), at, 'summary'))}
          />
        </div>
        <output aria-label="Keeping">{wordsOf(keeping)}</output>
        <div className="author-ways">
          <button
            type="button"
            className="icon"
            aria-label="Undo the edit"
            aria-disabled={past.length === 0}
            onClick={undoEdit}
          >
            <Icon name="undo" />
          </button>
          <button
            type="button"
            className="icon"
            aria-label="Redo the edit"
            aria-disabled={future.length === 0}
            onClick={redoEdit}
          >
            <Icon name="redo" />
          </button>
          <button type="button" onClick={() => say(tryLesson())}>
            Try it
          </button>
          <button type="button" onClick={() => saveLesson(lesson)}>
            Save as a file
          </button>
          <button type="button" onClick={() => void copyLessonLink(lesson)}>
            Copy link to the lesson
          </button>
          <button type="button" onClick={closeEditor}>
            Close the editor
          </button>
        </div>
      </header>
      <PlaceRail draft={draft} />
      <div key={at} className="author-form">
        {step && <StepForm step={step} n={at} />}
        {exercise && <ExerciseForm exercise={exercise} n={at - lesson.steps.length} />}
      </div>
    </section>
  )
}

function wordsOf(keeping: Keeping): string {
  if (keeping.is === 'refused') return `Not kept, because ${keeping.because}`
  return keeping.is === 'kept' ? 'Kept on this device' : 'Being kept …'
}
