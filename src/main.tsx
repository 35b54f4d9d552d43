import 'katex/dist/katex.min.css'
import './app.css'
import './ui/controls.css'
import './ui/overlays.css'
import './ui/tables.css'
import './ui/forced.css'
import './panels/dialogs.css'
import './panels/panels.css'
import './panels/topBar.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App, fetchParts } from './App'
import { listenToFaults, reasonOf, sayAllFailed } from './panels/faults'
import { openSettings, readSettings, watchSettings } from './panels/settings'
import { audienceSession } from './store/audienceSession'
import { drawBy } from './store/graphics'
import type { AskedLesson } from './store/lessonAddress'
import { store } from './store/store'
import { ownWork } from './store/tab'
import { version } from '../package.json'

let chosen = readSettings().stage
watchSettings(() => {
  const { stage } = readSettings()
  if (stage !== chosen) drawBy((chosen = stage))
})
openSettings(location.search)
listenToFaults()
if (audienceSession) document.documentElement.dataset['audience'] = ''
const isLinked = !/^#?$/.test(location.hash) || /[?&]lesson=/.test(location.search)
const connected = audienceSession
  ? import('./store/audience').then(({ followPresenter }) => followPresenter(audienceSession!, version))
  : import('./store/connect').then(({ connect }) => connect(version, findLesson)).catch(sayUnconnected)
// A page that is opened by a link, or has work of its own to go on with, shows nothing else before it.
if (isLinked || ownWork() !== undefined) {
  fetchParts()
  void connected.then(mount)
} else mount()
// Without it the page works all the same, by its controls.
import('./panels/listen').then(({ listen }) => listen()).catch(() => undefined)
// No picture waits for the exact numbers.
import('./store/exactReading').then(({ followExactly }) => followExactly()).catch(sayInexact)

async function findLesson(asked: AskedLesson) {
  const { named } = await import('./lecture/named')
  return named(asked)
}

function mount(): void {
  const page = document.getElementById('app')!
  const root = createRoot(page, {
    onUncaughtError: (error) => {
      root.unmount()
      sayAllFailed(page, error, mount)
    },
  })
  root.render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
}

function sayInexact(error: unknown): void {
  const exact = { problem: `a part of the page could not be loaded (${reasonOf(error)})` }
  store.getState().set({ exact })
}

/** The address is left as it is, so that the link can be tried again. */
function sayUnconnected(error: unknown): void {
  const what = isLinked
    ? 'The link was not opened: a part of the page could not be loaded. Reload the page to open it'
    : 'Links are not kept in the address: a part of the page could not be loaded. Everything else works'
  store.getState().set({ notice: `${what} (${reasonOf(error)}).` })
}
