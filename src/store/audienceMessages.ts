import type { Document } from '../document/document'
import type { Lesson } from '../document/lesson'
import type { View } from '../document/view'
import type { PlaneWindow } from '../document/window'
import type { ExperimentState } from './experiment'
import type { LectureState } from './lecture'
import type { AppState } from './store'
import type { TrainingState } from './training'
import type { TwinState } from './twin'

/** What only changes how the audience's window looks. */
export interface Screen {
  /** Nothing is shown. */
  readonly isBlack: boolean
  readonly spot: Spot | undefined
}

/** Where on the stage the presenter points. */
export interface Spot {
  readonly kind: 'pointer' | 'spotlight'
  /** Of the models beside each other, from 0. */
  readonly pane: number
  /** From the middle of the pane, in heights of it, as windows have other shapes. */
  readonly right: number
  readonly up: number
}

/** Of the interface, what the audience sees too. */
export const shownFields = [
  ...(['pointed', 'pointedCell', 'pointedTerm', 'pointedHandle'] as const),
  ...(['column', 'ball', 'highlighted', 'lessonAt', 'tab'] as const),
] as const
type ShownFields = Pick<AppState, (typeof shownFields)[number]>

export const shownTraining = [
  ...(['status', 'sentence', 'settings', 'epsilon', 'runs', 'controls'] as const),
  ...(['progress', 'checkpoints', 'shown'] as const),
] as const
type ShownTraining = Pick<TrainingState, (typeof shownTraining)[number]>

/** The comparison of twins, which is of the document that is shown as long as that goes for it. */
export interface ShownTwins extends TwinState {
  readonly isOfDocument: boolean
}

/** What the presenter's window shows, whole or the parts of it that have changed. */
export interface Shown {
  readonly document: Partial<Document>
  readonly view?: View
  readonly window?: PlaneWindow
  readonly fields?: ShownFields
  /** Null when the lesson was left. */
  readonly lesson?: Lesson | null
  readonly place?: Omit<LectureState, 'lesson'>
  readonly training?: ShownTraining
  readonly experiment?: ExperimentState
  readonly twins?: ShownTwins
  readonly screen?: Screen
}

/** What a key of a clicker asks for, whichever window has heard it. */
export const commands = ['next', 'previous', 'black', 'start', 'end'] as const
export type Command = (typeof commands)[number]

export type ToAudience =
  | { readonly kind: 'shown'; readonly shown: Shown }
  /** The presenter's window has been loaded: whoever hears it says that it is there. */
  | { readonly kind: 'ask' }
  | { readonly kind: 'over' }

export type ToPresenter =
  /** Asks for everything; said at start. */
  | { readonly kind: 'here' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'command'; readonly command: Command }

/** Each session has a channel of its own, so that two lectures in one browser do not hear each other. */
export const channelName = (session: string): string => `moduli audience ${session}`

/** The fields that are other objects than before; undefined if none are. */
export function changedFields<T extends object>(now: T, before: T | undefined): Partial<T> | undefined {
  const names = (Object.keys(now) as (keyof T)[]).filter(
    (name) => !before || !Object.is(now[name], before[name]),
  )
  if (names.length === 0) return undefined
  return Object.fromEntries(names.map((name) => [name, now[name]])) as Partial<T>
}

export function picked<T extends object, K extends keyof T>(from: T, names: readonly K[]): Pick<T, K> {
  return Object.fromEntries(names.map((name) => [name, from[name]])) as Pick<T, K>
}
