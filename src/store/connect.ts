import { scripting, type Scripting } from './scripting'
import { store } from './store'
import { ownWork } from './tab'
import { followAddress, onAddressWritten, type OpenedAddress } from './urlSync'

declare global {
  interface Window {
    moduli: Scripting
  }
}

/** For so long the page waits for its own work before it shows something else. */
const patienceMs = 1000

/** Joins the page to what is outside it: its address, scripts, and the work that it keeps. */
export async function connect(version: string): Promise<void> {
  const opened = followAddress()
  window.moduli = scripting(version)
  if (import.meta.env.MODE === 'production') void import('./offline').then(({ keepOffline }) => keepOffline())
  // An embedded page belongs to the page around it, and keeps nothing of its own: many of them would do so at once.
  if (window !== window.top) {
    void import('./embeddingPage').then(({ listenToParent }) => listenToParent(window.moduli))
    return
  }
  const kept = keep(opened).catch(sayUnkept)
  if (opened.kind === 'link' || ownWork() === undefined) return
  await Promise.race([kept, new Promise((done) => setTimeout(done, patienceMs))])
}

async function keep(opened: OpenedAddress): Promise<void> {
  const [{ keepWork }, { saveAddress }] = await Promise.all([import('./keeping'), import('./autosave')])
  onAddressWritten(saveAddress)
  await keepWork(opened)
}

function sayUnkept(error: unknown): void {
  const reason = error instanceof Error ? error.message : String(error)
  store.getState().set({
    notice: `Work is not kept on this device: a part of the page could not be loaded. Everything else works (${reason}).`,
  })
}
