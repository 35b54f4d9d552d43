import type { Document } from '../document/document'
import type { Database, StoredState } from './database'
import { heldWorks, hold } from './holders'
import { newId } from './newId'
import { prune, putAside, stateOf } from './savedStates'
import { presentOwnWork } from './ownWork'
import { ownAddress } from './ownAddress'
import { isSavingOver, noteKept, savedWork, sayNotKept } from './storage'
import { store, type AppState } from './store'
import { setOwnWork } from './tab'
import { newKeeper, writeWork, type Keeper, type Kept, type Moment, type Work } from './work'

/** After the last change; at the end of a gesture at once, and never in the course of one. */
const quietMs = 250
/** Where changes do not end, as in a training run or a flow. */
const longestMs = 1000
/** While somebody works on a document a state of it is put aside this often. */
const asideMs = 5 * 60 * 1000
const retryMs = 10_000

let keeper: Keeper | undefined
/** Some of its work is in the database. */
let isThere = false
let timer: ReturnType<typeof setTimeout> | undefined
/** Of the first change that is not written yet. */
let since: number | undefined
let changedAt = 0
let asideAt = Date.now()
let isWriting = false
let isAskedAgain = false
const asides: StoredState[] = []
const listeners = new Set<() => void>()
/** The last writing, which may be going on. */
let current: Promise<void> = Promise.resolve()

/** Whether a document is more than what was opened: the selection alone is no work. */
export function isWorkedOn(document: Document, opened: Document): boolean {
  const fields = Object.keys(document) as (keyof Document)[]
  const isLook = (field: string) => field === 'time' || field === 'selection' || field === 'free'
  return fields.some((field) => !isLook(field) && document[field] !== opened[field])
}

/** The work of this tab, if any of it has been kept. */
export const keptWork = () => keeper?.id

/** Calls back whenever a state has been put aside, which is later than it was left. */
export function watchPutAside(listen: () => void): () => void {
  listeners.add(listen)
  return () => listeners.delete(listen)
}

/** Goes on writing a work that was changed at a time, or begins one with the first change, which may have been. */
export function startAutosave(given: Kept | undefined, isChanged: boolean): void {
  if (given) resume(given)
  store.subscribe((state, before) => {
    // What a lesson shows is nobody's work.
    if (state.own ?? before.own) return
    const isNew =
      state.document !== before.document || state.view !== before.view || state.shared !== before.shared
    if (state.opened !== before.opened) leave(before)
    if (isNew && isWorthKeeping(state)) change()
    if (state.gesture === before.gesture && !isNew) return
    if (state.gesture !== 'none') clearTimeout(timer)
    else if (since === undefined) return
    else if (before.gesture !== 'none') void write()
    else later()
  })
  const flush = () => since !== undefined && void write(true)
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && flush())
  addEventListener('pagehide', flush)
  if (isChanged) {
    change()
    later()
  }
}

/** Goes on with the work of another tab, which is gone. */
export function takeOver(given: Kept): void {
  resume(given)
  setOwnWork(given.keeper.id)
}

/** Before what is kept is deleted: what is changed from now on is a work of its own, and nothing is written any more. */
export async function beginAnew(): Promise<void> {
  letGo()
  await current.catch(() => undefined)
  letGo()
}

function letGo(): void {
  clearTimeout(timer)
  keeper = since = undefined
  isThere = isAskedAgain = false
  asides.splice(0, asides.length)
  setOwnWork(undefined)
}

function resume({ keeper: given, work }: Kept): void {
  keeper = given
  isThere = true
  changedAt = work.at
}

/** The address has changed: by it a reload knows its work. */
export function saveAddress(): void {
  if (keeper && store.getState().gesture === 'none') void write()
}

/** Nothing is kept for a page that was only looked at. */
function isWorthKeeping({ document, opened }: AppState): boolean {
  return keeper !== undefined || document !== opened || store.temporal.getState().pastStates.length > 0
}

function change(): void {
  since ??= performance.now()
  changedAt = Date.now()
}

function later(ms = Math.max(0, Math.min(quietMs, (since ?? 0) + longestMs - performance.now()))): void {
  clearTimeout(timer)
  timer = setTimeout(() => void write(), ms)
}

/** What somebody has worked on is put aside before something else is opened in its place. */
function leave({ document, origin, opened, view }: AppState): void {
  if (isWorkedOn(document, opened)) asides.push(stateOf(Date.now(), { document, origin }, view))
}

const isInLesson = () => store.getState().own !== undefined
/** A gesture in a lesson has nothing to do with the work. */
const isInGesture = () => store.getState().gesture !== 'none' && !isInLesson()

function presentWork(): Work {
  const { document, origin, opened, view, shared, past, future } = presentOwnWork()
  return {
    at: changedAt,
    isWorkedOn: isWorkedOn(document, opened),
    // In a lesson the address is that of the step.
    address: isInLesson() ? (ownAddress()?.text ?? '') : location.hash.slice(1),
    view,
    past: moments(past),
    present: { document, origin },
    future: moments(future),
    shared,
  }
}

const moments = (states: readonly Partial<Moment>[]): Moment[] =>
  states.flatMap(({ document, origin }) => (document ? [{ document, origin }] : []))

async function write(isHasty = false): Promise<void> {
  clearTimeout(timer)
  if (isSavingOver()) return
  isAskedAgain = isWriting
  if (isWriting && !isHasty) return
  isWriting = true
  const before = since
  let hasFailed = false
  try {
    await (current = savedWork().then((database) => writeNow(database, isHasty)))
    noteKept()
  } catch (error) {
    hasFailed = true
    since ??= before ?? performance.now()
    if (!isThere) setOwnWork(undefined)
    sayNotKept(error)
  }
  isWriting = false
  if (isInGesture()) return
  if (hasFailed) later(retryMs)
  else if (isAskedAgain) void write()
  else if (since !== undefined) later()
}

async function writeNow(database: Database, isHasty: boolean): Promise<void> {
  const isFirst = keeper === undefined
  const writer = (keeper ??= newKeeper(newId()))
  // Before it is there: a page that is closing may hear no answer.
  setOwnWork(writer.id)
  if (isFirst) void hold(writer.id)
  const work = presentWork()
  since = undefined
  if (work.isWorkedOn && changedAt - asideAt >= asideMs) {
    asides.push(stateOf(changedAt, work.present, work.view))
    asideAt = changedAt
  }
  await writeWork(database, writer, work, isHasty)
  isThere = true
  if (isFirst) askToPersist()
  const aside = [...asides]
  if (aside.length === 0) return
  await putAside(database, aside)
  asides.splice(0, aside.length)
  await prune(database, await heldWorks(), Date.now())
  for (const listen of listeners) listen()
}

/** Without it browsers may clear the storage of a page that has not been visited for some time. */
function askToPersist(): void {
  // Old browsers, and pages over plain http, cannot be asked.
  if ('storage' in navigator) navigator.storage.persist().catch(() => undefined)
}
