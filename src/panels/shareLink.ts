import { maxLinkLength, safeLinkLength } from '../document/link'
import { linkOf } from '../store/urlSync'
import { store } from '../store/store'

/** What the buttons that share say and do; loaded after the frame of the page. */

export const addressNow = (): string | undefined => linkOf(store.getState())

export const grouped = (count: number): string => count.toLocaleString('en')

const asFile = { label: 'Save as a file', run: saveAsFile }

export function saveAsFile(): void {
  import('./exportFiles')
    .then((files) => files.exportDocument())
    .catch((error: unknown) => {
      store.getState().set({ notice: `Nothing was saved: ${String(error)}.` })
    })
}

export function sayCopied(address: string): void {
  const { set } = store.getState()
  if (address.length <= safeLinkLength) set({ notice: `Link copied, ${grouped(address.length)} characters.` })
  else
    set({
      notice: `Link copied, ${grouped(address.length)} characters: some chat tools cut links after ${grouped(safeLinkLength)}; a file is safer.`,
      noticeAction: asFile,
    })
}

export function sayTooLong(): void {
  store.getState().set({
    notice: `Too much for a link, which has at most ${grouped(maxLinkLength)} characters: a file holds it.`,
    noticeAction: asFile,
  })
}
