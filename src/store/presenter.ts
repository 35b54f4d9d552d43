import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Document } from '../document/document'
import { isSameComparison } from '../document/twin'
import {
  changedFields,
  channelName,
  picked,
  shownFields,
  shownTraining,
  type Command,
  type Screen,
  type Shown,
  type Spot,
  type ToAudience,
  type ToPresenter,
} from './audienceMessages'
import { experiment } from './experiment'
import { lecture } from './lecture'
import { newId } from './newId'
import { store } from './store'
import { training } from './training'
import { twin } from './twin'

export interface PresenterState {
  /** There is a session. */
  readonly isPresenting: boolean
  /** The audience's window is open and answers. */
  readonly isThere: boolean
  /** When it was opened first, in milliseconds since 1970. */
  readonly since: number | undefined
  /** What is done here is not shown there. */
  readonly isFrozen: boolean
  readonly isBlack: boolean
  /** How the pointer over the stage is shown there. */
  readonly pointing: Spot['kind'] | 'none'
}

const key = 'moduli.audience'

const alone: PresenterState = {
  isPresenting: false,
  isThere: false,
  since: undefined,
  isFrozen: false,
  isBlack: false,
  pointing: 'none',
}

/** Of the presenter's window, which is the main one. */
export const presenter = createStore<PresenterState>()(() => ({
  ...alone,
  isPresenting: storedSession() !== undefined,
}))

/** Reads a part of the state in a component; the component renders when that part changes. */
export function usePresenter<T>(select: (state: PresenterState) => T): T {
  return useStore(presenter, select)
}

/** A session that is going on. */
interface Session {
  readonly id: string
  readonly channel: BroadcastChannel
  readonly stop: () => void
}

let session: Session | undefined
let spot: Spot | undefined
/** What the audience has been told of. */
let told: Told | undefined
let timer: ReturnType<typeof setTimeout> | undefined
let obey: (command: Command) => void = () => undefined

/** About a frame: what changes within it is told at once. */
const quietMs = 16
/** Training and experiments report often, and their reports are long. */
const reportMs = 150
let reportedAt = 0

/** A reload of this window goes on with its session. */
function storedSession(): string | undefined {
  try {
    return sessionStorage.getItem(key) ?? undefined
  } catch {
    return undefined
  }
}

function storeSession(id: string | undefined): void {
  try {
    if (id === undefined) sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, id)
  } catch {
    // Then a reload begins another session, and the audience's window has to be opened again.
  }
}

/** Begins a session, or goes on with that of this tab. @param run does what a key in the audience's window asks for */
export function beginSession(run: (command: Command) => void): string {
  obey = run
  if (session) return session.id
  const id = storedSession() ?? newId()
  storeSession(id)
  const channel = new BroadcastChannel(channelName(id))
  channel.onmessage = ({ data }: MessageEvent<ToPresenter>) => hear(data)
  const stops = [store, lecture, training, experiment, twin, presenter].map((one) => one.subscribe(later))
  session = { id, channel, stop: () => stops.forEach((stop) => stop()) }
  presenter.setState({ isPresenting: true })
  say({ kind: 'ask' })
  return id
}

/** The audience's window says so and goes on showing what it has. */
export function endSession(): void {
  if (!session) return
  say({ kind: 'over' })
  clearTimeout(timer)
  timer = undefined
  session.stop()
  session.channel.close()
  storeSession(undefined)
  session = told = spot = undefined
  presenter.setState(alone)
}

export const toggleBlack = (): void => presenter.setState(({ isBlack }) => ({ isBlack: !isBlack }))
export const toggleFrozen = (): void => presenter.setState(({ isFrozen }) => ({ isFrozen: !isFrozen }))

export function pointAs(pointing: PresenterState['pointing']): void {
  spot = undefined
  presenter.setState({ pointing })
}

/** Where the pointer is; undefined where it is not on the stage. */
export function pointAt(place: Omit<Spot, 'kind'> | undefined): void {
  const { pointing } = presenter.getState()
  if (pointing === 'none') return
  spot = place && { kind: pointing, ...place }
  later()
}

function hear(message: ToPresenter): void {
  if (message.kind === 'command') return obey(message.command)
  if (message.kind === 'gone') return presenter.setState({ isThere: false })
  presenter.setState(({ since }) => ({ isThere: true, since: since ?? Date.now() }))
  told = undefined
  tell()
}

/** A timer, since a hidden window has no frames. */
function later(): void {
  timer ??= setTimeout(() => {
    timer = undefined
    tell()
  }, quietMs)
}

/** What the window shows now, in parts that are compared by identity. */
interface Told {
  readonly document: Shown['document']
  readonly rest: Omit<Shown, 'document' | 'fields' | 'training' | 'experiment' | 'twins' | 'place' | 'screen'>
  readonly fields: NonNullable<Shown['fields']>
  readonly place: NonNullable<Shown['place']>
  readonly training: NonNullable<Shown['training']>
  readonly experiment: NonNullable<Shown['experiment']>
  readonly twins: NonNullable<Shown['twins']>
  readonly screen: Screen
}

function now(): Told {
  const state = store.getState()
  const { lesson = null, ...place } = lecture.getState()
  return {
    document: state.document,
    rest: { view: state.view, window: state.window, lesson },
    fields: picked(state, shownFields),
    place,
    training: picked(training.getState(), shownTraining),
    experiment: experiment.getState(),
    twins: shownTwins(state.document),
    screen: { isBlack: presenter.getState().isBlack, spot },
  }
}

/** What the comparison is of is left out where it is what the other window has. */
function shownTwins(document: Document): Told['twins'] {
  const state = twin.getState()
  const { of, settings } = state
  const isOfDocument =
    of !== undefined && isSameComparison(of, document, settings.move, settings.seed !== undefined)
  return { ...state, isOfDocument, of: isOfDocument ? undefined : of }
}

/** Tells what has changed since; while frozen, of the screen alone. */
function tell(): void {
  const { isFrozen, isThere } = presenter.getState()
  if (!isThere) return
  const next = now()
  if (isFrozen && told) {
    if (changedFields(next.screen, told.screen))
      say({ kind: 'shown', shown: { document: {}, screen: next.screen } })
    told = { ...told, screen: next.screen }
    return
  }
  const before = told
  const isDue = performance.now() - reportedAt >= reportMs
  const whole = <K extends 'fields' | 'place' | 'training' | 'experiment' | 'twins' | 'screen'>(name: K) =>
    changedFields(next[name], before?.[name]) && { [name]: next[name] }
  const reports = { ...whole('training'), ...whole('experiment'), ...whole('twins') }
  const hasReports = Object.keys(reports).length > 0
  const shown: Shown = {
    document: changedFields(next.document, before?.document) ?? {},
    ...changedFields(next.rest, before?.rest),
    ...whole('fields'),
    ...whole('place'),
    ...whole('screen'),
    ...(isDue && reports),
  }
  if (Object.keys(shown).length > 1 || Object.keys(shown.document).length > 0) say({ kind: 'shown', shown })
  if (hasReports && isDue) reportedAt = performance.now()
  if (hasReports && !isDue) {
    told = {
      ...next,
      training: before?.training ?? next.training,
      experiment: before?.experiment ?? next.experiment,
      twins: before?.twins ?? next.twins,
    }
    later()
  } else told = next
}

function say(message: ToAudience): void {
  session?.channel.postMessage(message)
}
