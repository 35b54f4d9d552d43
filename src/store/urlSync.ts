import type { Document } from '../document/document'
import { splitEmbed, withEmbed } from '../document/embedLink'
import { decodeLink, encodeLink, maxLinkLength } from '../document/link'
import { openingDocument } from '../document/presets'
import { defaultView, type View } from '../document/view'
import { askedLesson, isLessonLink, isOfDevice, searchWith, type AskedLesson } from './lessonAddress'
import { ownAddress, setOwnAddress } from './ownAddress'
import type { OwnWork } from './ownWork'
import { store, type AppState } from './store'

/** One write at most in this time, the last state of it: browsers drop writes that come faster. */
const quietMs = 400
/** While a run changes the tables all the time they are written this often. */
const trainingMs = 1000

const tooLong = 'These matrices are too large for a link: export the document to keep or to share them.'

/** The state as a whole address, in a lesson that others find with the step of it; undefined when it is too long to be one. */
export function linkOf({ document, view }: Pick<AppState, 'document' | 'view'>): string | undefined {
  const hash = encodeLink(document, view)
  if (hash.length > maxLinkLength) return undefined
  const { lessonAt } = store.getState()
  const isKnown = lessonAt && !lessonAt.edit && !isOfDevice(lessonAt.lesson)
  const search = searchWith(location.search, isKnown ? lessonAt : undefined)
  return `${location.origin === 'null' ? '' : location.origin}${location.pathname}${search}#${hash}`
}

/** What the address held when the page was opened, and the document that is shown for it. */
export interface OpenedAddress {
  readonly kind: 'nothing' | 'link' | 'refused' | 'lesson'
  readonly text: string
  readonly document: Document
}

/** What stands before the link in the address; it is no part of the state. */
let embedField = ''

/** The link in the address, after the page is shown as what stands before it asks for. */
function linkInAddress(): string {
  const { parts, refused, field, link } = splitEmbed(location.hash)
  const { embed, set } = store.getState()
  embedField = field
  if (parts?.join() !== embed?.join()) set({ embed: parts })
  if (refused !== undefined) set({ notice: `${refused}.` })
  return link
}

/** Opens what an address holds; a link of which something was refused leaves the document as it is. */
function read(text: string): OpenedAddress {
  if (text === '') return { kind: 'nothing', text, document: openingDocument }
  const { document, view, rejected, readable } = decodeLink(text)
  const { set } = store.getState()
  if (rejected.length > 0) {
    const notice = `The link was not opened. ${rejected.join(' · ')}`
    const run = () => readable && show(readable)
    set({ notice, noticeAction: readable && { label: 'Open what could be read', run } })
    return { kind: 'refused', text, document: openingDocument }
  }
  show({ document, view })
  return { kind: 'link', text, document }
}

/** One step to undo, after which the document from before is there again. */
function show(shared: { document: Document; view: View }): void {
  const { open, setView, set } = store.getState()
  open(shared.document)
  setView(shared.view)
  set({ shared })
}

/** The work that is put aside goes on under its own link, although the address does not hold it. */
function noteOwnAddress({ document, view }: OwnWork): void {
  const text = encodeLink(document, view)
  setOwnAddress({ text: text.length > maxLinkLength ? '' : text, at: Date.now() })
}

let tellWritten = () => {}

/** Calls `listen` whenever the state has been written into the address. */
export function onAddressWritten(listen: () => void): void {
  tellWritten = listen
}

/**
 * A link that is followed in the course of a lesson ends it: what it holds belongs to the person's own work. In the editor
 * of a lesson it is a state for the next step.
 */
async function leaveFor(text: string): Promise<void> {
  const { leaveLesson } = await import('./lecture')
  leaveLesson()
  read(text)
}

/**
 * Reads the address now and whenever it changes, and writes the state into it when a change has settled. Beneath a lesson
 * that the address names lies the work of this tab, whose address this tab has written last.
 */
export function followAddress(isLesson: boolean, openLesson: (asked: AskedLesson) => void): OpenedAddress {
  let written: string | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  // Not a comparison with what was written last: that is older than the document until the next write.
  const onHashChange = () => {
    const { document, view, own, lessonAt } = store.getState()
    const text = linkInAddress()
    if (isLessonLink(text)) {
      written = undefined
      return openLesson(askedLesson(location.search, text)!)
    }
    written = text
    if (text === encodeLink(document, view)) return
    if (own && !lessonAt?.edit && decodeLink(text).rejected.length === 0) void leaveFor(text)
    else read(text)
  }
  const write = () => {
    const state = store.getState()
    const { document, view, lessonAt, own } = state
    const search = searchWith(location.search, lessonAt)
    const whole = encodeLink(document, view)
    const isTooLong = whole.length > maxLinkLength
    const hash = isTooLong ? '' : whole
    if (hash === written && search === location.search) return
    written = hash
    if (isTooLong && !state.embed) state.set({ notice: tooLong })
    try {
      const text = withEmbed(embedField, hash)
      // Without a hash the address names no document: better than naming another one.
      history.replaceState(null, '', `${location.pathname}${search}${text === '' ? '' : `#${text}`}`)
    } catch {
      // Browsers refuse this from an opaque origin or when it comes too often; the link button still works.
    }
    // What a lesson shows is nobody's work.
    if (own) return
    setOwnAddress({ text: hash, at: Date.now() })
    tellWritten()
  }

  const later = () => {
    // A training run does not settle: its tables are written as it goes, so that a closed tab loses none.
    const { training } = store.getState()
    if (training && timer !== undefined) return
    clearTimeout(timer)
    timer = setTimeout(
      () => {
        timer = undefined
        write()
      },
      training ? trainingMs : quietMs,
    )
  }

  // Without a hash the page does not wait for this file: what was done before it came stays, and can be undone.
  const { document, view, gesture } = store.getState()
  const isUntouched = document === openingDocument && view === defaultView
  const link = linkInAddress()
  // A lesson in the place of a state that could not be opened is none.
  const text = isLesson ? (ownAddress()?.text ?? '') : isLessonLink(link) ? '' : link
  const opened: OpenedAddress =
    isLesson && text === '' ? { kind: 'lesson', text, document: openingDocument } : read(text)
  if (isUntouched) store.temporal.getState().clear()
  else if (gesture === 'none') later()
  store.subscribe((state, before) => {
    // At once, before anything is done in the step: a reload then comes back to it as it begins.
    if (state.lessonAt !== before.lessonAt) {
      if (state.own && !before.lessonAt) noteOwnAddress(state.own)
      return write()
    }
    const isNew =
      state.document !== before.document || state.view !== before.view || state.gesture !== before.gesture
    if (!isNew) return
    if (state.gesture === 'none') later()
    else {
      clearTimeout(timer)
      timer = undefined
    }
  })
  window.addEventListener('hashchange', onHashChange)
  return opened
}
