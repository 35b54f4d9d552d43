import type { Document } from '../document/document'
import type { TensorOrigin } from '../document/exportTensors'
import type { View } from '../document/view'
import type { PlaneWindow } from '../document/window'
import { store, type AppState } from './store'

/** The person's own work, aside while a lesson shows something else. */
export interface OwnWork {
  readonly document: Document
  readonly origin: TensorOrigin | undefined
  readonly opened: Document
  readonly view: View
  readonly window: PlaneWindow
  readonly around: Around
  readonly shared: AppState['shared']
  readonly past: readonly Partial<Moment>[]
  readonly future: readonly Partial<Moment>[]
}

/** What else of the page is as the person has set it. */
type Around = Pick<AppState, 'column' | 'dragMode' | 'turnAbout' | 'speed' | 'tab'>

type Moment = Pick<AppState, 'document' | 'origin'>

/** What is to be kept: the work that is aside, or else what the page shows. */
export function presentOwnWork(): OwnWork {
  const { own, document, origin, opened, view, window, shared, ...others } = store.getState()
  if (own) return own
  const { column, dragMode, turnAbout, speed, tab } = others
  const around = { column, dragMode, turnAbout, speed, tab }
  const { pastStates: past, futureStates: future } = store.temporal.getState()
  return { document, origin, opened, view, window, around, shared, past, future }
}

/** Puts the work aside, with its history; until it is taken back nothing that happens is part of it. */
export function putWorkAside(): void {
  if (store.getState().own) return
  store.getState().set({ own: presentOwnWork() })
  store.temporal.getState().clear()
}

/** Shows the work again exactly as it was put aside. */
export function takeWorkBack(): void {
  const { own } = store.getState()
  if (!own) return
  const { past, future, around, ...shown } = own
  const history = store.temporal.getState()
  history.pause()
  store.setState({ ...shown, ...around, own: undefined, playing: false })
  history.resume()
  store.temporal.setState({ pastStates: [...past], futureStates: [...future] })
}

/** Whether what the page shows belongs to a lesson, in the window of the presenter or of the audience. */
export const isInLesson = ({ own, lessonAt }: AppState): boolean =>
  own !== undefined || lessonAt !== undefined
