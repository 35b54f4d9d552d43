import 'katex/dist/katex.min.css'
import './app.css'
import './ui/controls.css'
import './ui/overlays.css'
import './ui/tables.css'
import './panels/dialogs.css'
import './panels/panels.css'
import './panels/topBar.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App'
import { openSettings } from './panels/settings'
import { scripting, type Scripting } from './store/scripting'
import { followAddress } from './store/urlSync'
import { version } from '../package.json'

declare global {
  interface Window {
    moduli: Scripting
  }
}

openSettings(location.search)
followAddress()
// No picture waits for the exact numbers.
void import('./store/exactReading').then(({ followExactly }) => followExactly())
window.moduli = scripting(version)
createRoot(document.getElementById('app')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
