import { useState } from 'react'
import { copyLesson } from '../store/authoring'
import { openLesson } from '../store/lecture'
import { store, useApp } from '../store/store'
import { Dialog } from '../ui/Dialog'
import { fetched } from '../ui/fetched'
import { lessons, type ListedLesson } from './lessons/all'
import { OwnLessons } from './OwnLessons'
import type { Lesson } from '../document/lesson'
import './lessonList.css'

const Handout = fetched(async () => (await import('./handout/Handout')).Handout)

interface ShownHandout {
  readonly lesson: Lesson
  readonly address: string
}

/** The lessons in the order in which they are taught, and those of one's own. */
export function LessonList({ onClose }: { onClose: () => void }) {
  const shown = useApp((state) => state.lessonAt?.lesson)
  const [trouble, setTrouble] = useState('')
  const [handout, setHandout] = useState<ShownHandout>()

  const take = async ({ title, load }: ListedLesson, then: (lesson: Lesson) => void) => {
    try {
      then(await load())
    } catch (error) {
      setTrouble(`“${title}” could not be loaded (${String(error)}). Try again.`)
    }
  }
  const open = (lesson: Lesson) => {
    onClose()
    const refused = openLesson(lesson)
    if (refused) store.getState().set({ notice: `“${lesson.title}” was not opened: ${refused.problem}.` })
  }

  const copy = (lesson: Lesson) => {
    onClose()
    copyLesson(lesson)
  }

  if (handout) return <Handout {...handout} onClose={onClose} />
  return (
    <Dialog title="Lessons" className="lesson-list" onClose={onClose}>
      <p className="hint">What you work on is put aside, and is there again when you leave the lesson.</p>
      {trouble !== '' && (
        <p className="problem" role="alert">
          {trouble}
        </p>
      )}
      <OwnLessons onClose={onClose} />
      <ol aria-label="Lessons">
        {lessons.map((one) => (
          <li key={one.id}>
            <div className="lesson-row">
              <button
                type="button"
                aria-current={one.id === shown ? 'true' : undefined}
                onClick={() => void take(one, open)}
              >
                {one.title}
              </button>
              <button
                type="button"
                className="quiet"
                aria-label={`Handout of “${one.title}”`}
                onClick={() => void take(one, (lesson) => setHandout({ lesson, address: one.id }))}
              >
                Handout
              </button>
              <button
                type="button"
                className="quiet"
                aria-label={`Make a copy of “${one.title}” to edit`}
                onClick={() => void take(one, copy)}
              >
                Make a copy to edit
              </button>
            </div>
            <p>{one.summary}</p>
          </li>
        ))}
      </ol>
    </Dialog>
  )
}
