import { keepFocus } from './keepFocus'
import { listenToShortcuts } from './shortcuts'
import { followSystemColours } from './systemColours'

/** What the page as a whole listens to, as long as it is open. */
export function listen(): void {
  listenToShortcuts()
  keepFocus()
  followSystemColours()
}
