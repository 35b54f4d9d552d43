import { openDatabase, type Database } from './database'
import { store, watch } from './store'

let opened: Promise<Database> | undefined
let isOutdated = false
let trouble: string | undefined
const said = new Set<string>()

/** An embedded page belongs to the page around it, and keeps nothing of its own: many of them would do so at once. */
export const isEmbedded = () => window !== window.top

/** Why nothing is kept at present; undefined if it is. */
export const whyNotKept = () => (isEmbedded() ? 'it is part of another page' : trouble)

/** The database of saved work; rejects where there is none for this page, and once a newer version has taken it over. */
export function savedWork(): Promise<Database> {
  if (isOutdated) return Promise.reject(new Error('a newer version of this page is open'))
  opened ??= openDatabase({ onOutdated, onBlocked, onClosed: forgetConnection }).catch((error: unknown) => {
    forgetConnection()
    throw error
  })
  return opened
}

/** An older page never writes beside a newer one. */
export const isSavingOver = () => isOutdated

function forgetConnection(): void {
  opened = undefined
}

function onOutdated(): void {
  isOutdated = true
  trouble = 'a newer version of this page has been opened'
  sayOnce(
    'Work is no longer kept in this tab, because a newer version of this page has been opened. Reload to go on with that one.',
  )
}

function onBlocked(): void {
  sayOnce(
    'Work is not kept yet, because an older version of this page is open in another tab. Close or reload that tab.',
  )
}

/** Says why nothing is kept, the first time that it is so. */
export function sayNotKept(error: unknown): void {
  if (isOutdated) return
  trouble = reasonOf(error)
  sayOnce(`Work is not kept on this device, because ${trouble}. Links and files work as ever.`)
}

export function noteKept(): void {
  trouble = undefined
}

/** Why the browser does not keep anything. */
export function reasonOf(error: unknown): string {
  const name = error instanceof DOMException ? error.name : ''
  if (name === 'QuotaExceededError') return 'its storage is full'
  if (typeof indexedDB === 'undefined' || name === 'SecurityError')
    return 'the browser gives this page no storage'
  return `the browser refuses it (${error instanceof Error ? error.message : String(error)})`
}

/** A sentence that the page says once, when no other one is being shown. */
export function sayOnce(notice: string): void {
  if (said.has(notice)) return
  said.add(notice)
  if (store.getState().notice === undefined) return store.getState().set({ notice })
  const stop = watch(
    (state) => state.notice,
    (now) => {
      if (now !== undefined) return
      stop()
      store.getState().set({ notice })
    },
  )
}
