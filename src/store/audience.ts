import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import {
  channelName,
  type Command,
  type Screen,
  type Shown,
  type ToAudience,
  type ToPresenter,
} from './audienceMessages'
import { experiment } from './experiment'
import { lecture } from './lecture'
import { scripting } from './scripting'
import { store } from './store'
import { training } from './training'
import { twin } from './twin'

export interface AudienceState extends Screen {
  /** The presenter's window has ended the session. */
  readonly isOver: boolean
  /** Something has been shown. */
  readonly isJoined: boolean
}

/** Of the audience's window, which shows what the presenter's does and does nothing by itself. */
export const audience = createStore<AudienceState>()(() => ({
  isBlack: false,
  spot: undefined,
  isOver: false,
  isJoined: false,
}))

export function useAudience<T>(select: (state: AudienceState) => T): T {
  return useStore(audience, select)
}

let channel: BroadcastChannel | undefined

/** Shows from now on what the presenter of a session shows. Scripts can ask this window too. */
export function followPresenter(session: string, version: string): void {
  window.moduli = scripting(version)
  channel = new BroadcastChannel(channelName(session))
  channel.onmessage = ({ data }: MessageEvent<ToAudience>) => {
    if (data.kind === 'shown') show(data.shown)
    else if (data.kind === 'ask') say({ kind: 'here' })
    else audience.setState({ isOver: true })
  }
  say({ kind: 'here' })
  addEventListener('pagehide', () => say({ kind: 'gone' }))
  addEventListener('pageshow', ({ persisted }) => persisted && say({ kind: 'here' }))
}

/** Whatever key a clicker sends to this window is for the presenter's. */
export const passOn = (command: Command): void => say({ kind: 'command', command })

function say(message: ToPresenter): void {
  channel?.postMessage(message)
}

/** Matrices that have not changed keep their identity, so that nothing of them is computed again. */
function show({ document, view, window, fields, lesson, place, screen, ...reports }: Shown): void {
  const hasDocument = Object.keys(document).length > 0
  store.setState((state) => ({
    ...(hasDocument && { document: { ...state.document, ...document } }),
    ...(view && { view }),
    ...(window && { window }),
    ...fields,
  }))
  // Nothing here can be undone.
  store.temporal.getState().clear()
  if (lesson !== undefined) lecture.setState({ lesson: lesson ?? undefined })
  if (place) lecture.setState(place)
  if (reports.training) training.setState(reports.training)
  if (reports.experiment) experiment.setState(reports.experiment)
  if (reports.twins) {
    const { isOfDocument, ...state } = reports.twins
    twin.setState({ ...state, of: isOfDocument ? store.getState().document : state.of })
  }
  audience.setState({ ...screen, isOver: false, isJoined: true })
}
