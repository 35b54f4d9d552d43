import { copyLesson, editLesson } from '../store/authoring'
import { lecture, openLesson, useLecture } from '../store/lecture'
import { isOfDevice, ownLesson } from '../store/lessonAddress'
import { keepLesson } from '../store/lessonShelf'
import { newId } from '../store/newId'
import { reasonOf } from '../store/storage'
import { store } from '../store/store'

/** What can be done with a lesson that does not come with the page. */
export function WaysOfWriting() {
  const lesson = useLecture((state) => state.lesson)
  const address = useLecture((state) => state.address)
  const at = useLecture((state) => state.at)
  if (!lesson || address === lesson.id) return null
  if (address === ownLesson(lesson.id))
    return (
      <button type="button" className="quiet" onClick={() => void editLesson(lesson.id, at).then(tell, fail)}>
        Edit
      </button>
    )
  return (
    <>
      <button type="button" className="quiet" onClick={() => void keep().catch(fail)}>
        Keep this lesson
      </button>
      {!isOfDevice(address) && (
        <button type="button" className="quiet" onClick={() => copyLesson(lesson)}>
          Make a copy to edit
        </button>
      )}
    </>
  )
}

/** Under another id where there is a lesson of this one, of which nothing is lost. */
async function keep(): Promise<void> {
  const { lesson, at } = lecture.getState()
  if (!lesson) return
  const isKept = (await keepLesson(lesson, undefined)) !== undefined
  const kept = isKept ? lesson : { ...lesson, id: newId().slice(0, 12) }
  if (!isKept) await keepLesson(kept, undefined)
  openLesson(kept, at, ownLesson(kept.id))
  store.getState().set({ notice: 'The lesson is kept on this device, among your lessons.' })
}

function tell(refused: { readonly problem: string } | undefined): void {
  if (refused) store.getState().set({ notice: `The lesson cannot be edited: ${refused.problem}.` })
}

function fail(error: unknown): void {
  store.getState().set({ notice: `The lesson is not kept on this device, because ${reasonOf(error)}.` })
}
