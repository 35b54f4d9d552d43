import { splitEmbed, withEmbed } from '../document/embedLink'
import { decodeLink, encodeLink, maxLinkLength, safeLinkLength } from '../document/link'
import { lecture, placeOf } from '../store/lecture'
import { isOfDevice } from '../store/lessonAddress'
import { linkOf } from '../store/urlSync'
import { store } from '../store/store'

/** What the buttons that share say and do; loaded after the frame of the page. */

/**
 * A link to what the page shows. In a lesson it names the step, and asks whoever opens it whether to follow; the state
 * itself is in it only if it is not the one that the step begins with. Of a lesson that no other device finds it is the
 * state alone.
 */
export function addressNow(): string | undefined {
  const whole = linkOf(store.getState())
  const { lessonAt } = store.getState()
  const place = placeOf(lecture.getState())
  if (!lessonAt || !place || whole === undefined || isOfDevice(lessonAt.lesson)) return whole
  const { document, view } = decodeLink(place.link)
  const hash = whole.slice(whole.indexOf('#') + 1)
  const rest = hash === encodeLink(document, view) ? '' : `#${hash}`
  return `${page()}?lesson=${encodeURIComponent(lessonAt.lesson)}&step=${lessonAt.step}&join${rest}`
}

/** The same for other screens: without what an address says of this one, or of the frame that it is in. */
export function addressElsewhere(): string | undefined {
  const address = addressNow()
  if (address === undefined || !isOnline(address)) return address
  const url = new URL(address)
  for (const key of ['profile', 'size', 'theme', 'stage', 'origin']) url.searchParams.delete(key)
  // A parameter without a value would be given an empty one.
  return url.href.replace(/([?&]join)=(?=&|#|$)/, '$1')
}

/** The whole page with the state of this frame; without it where it is too large for a link. */
export const wholeAddress = (): string => addressElsewhere() ?? page()

/** The page of this state in a frame, of which the field names the parts. */
export function embeddedAddress(field: string): string | undefined {
  const address = linkOf(store.getState())
  if (address === undefined) return undefined
  return `${page()}#${withEmbed(field, splitEmbed(new URL(address, location.href).hash).link)}`
}

const page = () => `${location.origin === 'null' ? '' : location.origin}${location.pathname}`

export const isOnline = (address: string): boolean => /^https?:/.test(address)

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
