import type { Lesson } from '../document/lesson'
import { Menu } from '../ui/Menu'

interface Props {
  lesson: Lesson
  at: number
  onGo: (at: number) => void
}

/** Where in the lesson this is; opens the list of its steps to go to one of them. */
export function StepList({ lesson, at, onGo }: Props) {
  const { steps, exercises } = lesson
  const titles = [...steps.map(({ title }) => title), ...exercises.map((_, n) => `Exercise ${n + 1}`)]
  return (
    <Menu
      label={`Step ${at + 1} of ${titles.length}, go to another`}
      className="counter"
      button={`${at + 1}/${titles.length}`}
    >
      {titles.map((title, n) => (
        <button
          key={n}
          type="button"
          role="menuitem"
          aria-current={n === at ? 'step' : undefined}
          onClick={() => onGo(n)}
        >
          <span className="number">{n + 1}</span> {title}
        </button>
      ))}
    </Menu>
  )
}
