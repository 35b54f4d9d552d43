import { useAuthoring } from '../store/authoring'
import { useLecture } from '../store/lecture'
import { fetched } from '../ui/fetched'
import { LessonBar } from './LessonBar'

const AuthorBar = fetched(async () => (await import('./author/AuthorBar')).AuthorBar)

/** What lies below the model while the own work is aside: a lesson, or the editor of one. */
export function LectureBar() {
  const hasLesson = useLecture(({ lesson }) => lesson !== undefined)
  const hasEditor = useAuthoring(({ isOpen }) => isOpen)
  if (hasLesson) return <LessonBar />
  return hasEditor && <AuthorBar />
}
