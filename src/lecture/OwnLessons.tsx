import { useEffect, useRef, useState } from 'react'
import { decodeText } from '../document/files'
import type { Lesson } from '../document/lesson'
import { lessonFromText, maxLessonBytes } from '../document/lessonJson'
import { isProblem, problem, type Problem } from '../document/problem'
import { editLesson, startLesson } from '../store/authoring'
import { openLesson } from '../store/lecture'
import { ownLesson } from '../store/lessonAddress'
import { openLessonHere } from '../store/lessonHere'
import { deleteLesson, keepLesson, keptLessons, takeLesson, type KeptLesson } from '../store/lessonShelf'
import { isEmbedded, reasonOf } from '../store/storage'
import { store } from '../store/store'

/** The lessons that are kept on this device, and the ways to others. */
export function OwnLessons({ onClose }: { onClose: () => void }) {
  const [all, setAll] = useState<readonly KeptLesson[]>([])
  const [trouble, setTrouble] = useState('')
  const [deleted, setDeleted] = useState<Lesson>()
  const picker = useRef<HTMLInputElement>(null)
  const refuse = (error: unknown) =>
    setTrouble(`Lessons are not kept on this device, because ${reasonOf(error)}.`)

  useEffect(() => {
    if (!isEmbedded()) keptLessons().then(setAll, refuse)
  }, [])

  const tell = (refused: Problem | undefined) => {
    if (refused) store.getState().set({ notice: `The lesson was not opened: ${refused.problem}.` })
  }
  const begin = () => {
    onClose()
    tell(startLesson())
  }
  const openFile = async (file: File | undefined) => {
    if (!file) return
    const lesson = await readLesson(file)
    if (isProblem(lesson)) return setTrouble(`“${file.name}” was not opened: ${lesson.problem}.`)
    onClose()
    tell(openLessonHere(lesson))
  }
  const take = async (id: string, then: (lesson: Lesson) => void) => {
    const found = await takeLesson(id)
    if (!found) setTrouble('The lesson is not on this device any more.')
    else if (isProblem(found)) setTrouble(`The lesson was not opened: ${found.problem}.`)
    else then(found.lesson)
  }
  const open = (id: string) =>
    take(id, (lesson) => {
      onClose()
      tell(openLesson(lesson, 0, ownLesson(id)))
    })
  const remove = (id: string) =>
    take(id, (lesson) => {
      setDeleted(lesson)
      void deleteLesson(id).then(keptLessons).then(setAll, refuse)
    })
  const bringBack = async (lesson: Lesson) => {
    await keepLesson(lesson, undefined)
    setDeleted(undefined)
    setAll(await keptLessons())
  }

  return (
    <section className="own-lessons" aria-labelledby="own-lessons">
      <div className="lesson-row">
        <h3 id="own-lessons">Your lessons</h3>
        <button type="button" onClick={begin}>
          New lesson
        </button>
        <button type="button" onClick={() => picker.current?.click()}>
          Open a file …
        </button>
        <input
          ref={picker}
          type="file"
          accept=".json,application/json"
          aria-label="Lesson file"
          hidden
          onChange={(event) => void openFile(event.target.files?.[0])}
        />
      </div>
      {all.length > 0 && (
        <p className="hint">Kept in this browser, on this device alone; a file is the real archive.</p>
      )}
      {trouble !== '' && (
        <p className="problem" role="alert">
          {trouble}
        </p>
      )}
      <ul aria-labelledby="own-lessons">
        {all.map(({ id, title, summary }) => (
          <li key={id}>
            <div className="lesson-row">
              <button type="button" onClick={() => void open(id).catch(refuse)}>
                {title || 'Untitled'}
              </button>
              <button
                type="button"
                className="quiet"
                aria-label={`Edit “${title}”`}
                onClick={() => {
                  onClose()
                  void editLesson(id).then(tell, refuse)
                }}
              >
                Edit
              </button>
              <button
                type="button"
                className="quiet"
                aria-label={`Delete “${title}”`}
                onClick={() => void remove(id).catch(refuse)}
              >
                Delete
              </button>
            </div>
            {summary !== '' && <p>{summary}</p>}
          </li>
        ))}
      </ul>
      {deleted && (
        <p role="status">
          “{deleted.title}” was deleted.{' '}
          <button type="button" onClick={() => void bringBack(deleted).catch(refuse)}>
            Bring it back
          </button>
        </p>
      )}
    </section>
  )
}

async function readLesson(file: File): Promise<Lesson | Problem> {
  if (file.size > maxLessonBytes) return problem(`a lesson has at most ${maxLessonBytes / 2 ** 20} MB`)
  const text = decodeText(new Uint8Array(await file.arrayBuffer()))
  return isProblem(text) ? text : lessonFromText(text)
}
