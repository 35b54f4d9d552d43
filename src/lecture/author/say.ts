import { isProblem, type Problem } from '../../document/problem'
import { store } from '../../store/store'

/** What could not be done to the lesson, in a sentence. */
export function say(refused: Problem | undefined): void {
  if (refused) store.getState().set({ notice: `The lesson stays as it is: ${refused.problem}.` })
}

/** Does something with a state of the page, or says why there is none. */
export function withState(state: string | Problem, take: (link: string) => Problem | undefined): void {
  say(isProblem(state) ? state : take(state))
}
