import { useState } from 'react'
import { copyLesson } from '../store/authoring'
import { openLesson } from '../store/lecture'
import { store, useApp } from '../store/store'
import { Dialog } from '../ui/Dialog'
import { lessons, type ListedLesson } from './lessons/all'
import { OwnLessons } from './OwnLessons'
import type { Lesson } from '../document/lesson'
import './lessonList.css'

/** The lessons in the order in which they are taught, and those of one's own. */
export function LessonList({ onClose }: { onClose: () => void }) {
  const shown = useApp((state) => state.lessonAt?.lesson)
  const [trouble, setTrouble] = useState('')

  const take = async ({ title, load }: ListedLesson, then: (lesson: Lesson) => void) => {
    try {
      const lesson = await load()
      onClose()
      then(lesson)
    } catch (error) {
      setTrouble(`“${title}” could not be loaded (${String(error)}). Try again.`)
    }
  }
  const open = (lesson: Lesson) => {
    const refused = openLesson(lesson)
    if (refused) store.getState().set({ notice: `“${lesson.title}” was not opened: ${refused.problem}.` })
  }

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
                aria-label={`Make a copy of “${one.title}” to edit`}
                onClick={() => void take(one, copyLesson)}
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
