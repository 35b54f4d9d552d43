import { beginSession } from '../../store/presenter'
import { store } from '../../store/store'
import { run } from './run'

/** Opens the window of the audience, or brings it to the front; it needs a click or a key. */
export function openAudience(): void {
  const session = beginSession(run)
  const address = new URL(location.href)
  address.search = `?audience=${session}&profile=projector`
  address.hash = ''
  const opened = window.open(address, `moduli ${session}`, 'popup,width=1280,height=720')
  if (!opened)
    store.getState().set({
      notice:
        'The browser did not open the window for the audience: allow pop-up windows for this page, and try again.',
    })
}
