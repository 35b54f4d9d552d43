import { store } from '../store/store'
import { Icon } from '../ui/Icon'

/** Opens the list of lessons. */
export function LessonsButton() {
  return (
    <button type="button" aria-label="Lessons" onClick={() => store.getState().set({ lessons: true })}>
      <Icon name="lessons" /> <span className="wide">Lessons</span>
    </button>
  )
}
