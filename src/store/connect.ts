import { scripting, type Scripting } from './scripting'
import { followAddress } from './urlSync'

declare global {
  interface Window {
    moduli: Scripting
  }
}

/** Joins the page to what is outside it: its address, and scripts. */
export function connect(version: string): void {
  followAddress()
  window.moduli = scripting(version)
  if (window.parent !== window)
    void import('./embeddingPage').then(({ listenToParent }) => listenToParent(window.moduli))
  if (import.meta.env.MODE === 'production') void import('./offline').then(({ keepOffline }) => keepOffline())
}
