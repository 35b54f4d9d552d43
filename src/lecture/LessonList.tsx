import { useState } from 'react'
import { openLesson } from '../store/lecture'
import { store, useApp } from '../store/store'
import { Dialog } from '../ui/Dialog'
import { lessons, type ListedLesson } from './lessons/all'
import './lessonList.css'

/** The lessons in the order in which they are taught. */
export function LessonList({ onClose }: { onClose: () => void }) {
  const shown = useApp((state) => state.lessonAt?.lesson)
  const [trouble, setTrouble] = useState('')

  const open = async ({ title, load }: ListedLesson) => {
    try {
      const lesson = await load()
      onClose()
      const refused = openLesson(lesson)
      if (refused) store.getState().set({ notice: `“${title}” was not opened: ${refused.problem}.` })
    } catch (error) {
      setTrouble(`“${title}” could not be loaded (${String(error)}). Try again.`)
    }
  }

  return (
    <Dialog title="Lessons" className="lesson-list" onClose={onClose}>
      <p className="hint">What you work on is put aside, and is there again when you leave the lesson.</p>
      {trouble !== '' && (
        <p className="problem" role="alert">
          {trouble}
        </p>
      )}
      <ol>
        {lessons.map((one) => (
          <li key={one.id}>
            <button
              type="button"
              aria-current={one.id === shown ? 'true' : undefined}
              onClick={() => void open(one)}
            >
              {one.title}
            </button>
            <p>{one.summary}</p>
          </li>
        ))}
      </ol>
    </Dialog>
  )
}
