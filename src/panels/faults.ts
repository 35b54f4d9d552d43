import { store } from '../store/store'
import { saveDocument } from './saveDocument'

/** One that comes again and again is said once in this time. */
const quietMs = 60_000

export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** Says in the notice what nobody has caught, and offers to save the document. */
export function listenToFaults(): void {
  let last = -Infinity
  const say = (error: unknown) => {
    if (performance.now() - last < quietMs) return
    last = performance.now()
    store.getState().set({
      notice: `Something has failed (${reasonOf(error)}). The document is as it is; the rest goes on.`,
      noticeAction: { label: 'Save the document', run: () => void saveDocument() },
    })
  }
  window.addEventListener('error', (event) => {
    // Without an error it is no failure of a script of this page.
    if (event.error) say(event.error)
  })
  window.addEventListener('unhandledrejection', (event) => say(event.reason))
}

/** In place of the whole page, without anything that may have failed with it. */
export function sayAllFailed(page: HTMLElement, error: unknown, again: () => void): void {
  const button = (label: string, onClick: () => void) => {
    const made = document.createElement('button')
    made.type = 'button'
    made.textContent = label
    made.addEventListener('click', onClick)
    return made
  }
  const said = document.createElement('p')
  said.className = 'failed'
  said.role = 'alert'
  said.append(
    `The page has failed (${reasonOf(error)}). The document is safe: `,
    button('Save the document', () => void saveDocument()),
    ' ',
    button('Try again', again),
  )
  page.replaceChildren(said)
}
