import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Shown, ToAudience } from '../../../src/store/audienceMessages'
import { channelName } from '../../../src/store/audienceMessages'
import {
  beginSession,
  endSession,
  pointAs,
  pointAt,
  presenter,
  toggleBlack,
  toggleFrozen,
} from '../../../src/store/presenter'
import { store } from '../../../src/store/store'

/** The audience's side of the channel, in plain words: what it would show after all messages so far. */
class Listener {
  readonly heard: ToAudience[] = []
  private readonly channel: BroadcastChannel

  constructor(session: string) {
    this.channel = new BroadcastChannel(channelName(session))
    this.channel.onmessage = ({ data }) => this.heard.push(data as ToAudience)
  }

  say(message: unknown): void {
    this.channel.postMessage(message)
  }

  shown(): Shown {
    const all = this.heard.flatMap((message) => (message.kind === 'shown' ? [message.shown] : []))
    const document = Object.assign({}, ...all.map((one) => one.document)) as Shown['document']
    return Object.assign({}, ...all, { document }) as Shown
  }

  close(): void {
    this.channel.close()
  }
}

let listener: Listener
const obeyed: string[] = []
const soon = () => new Promise((done) => setTimeout(done, 60))

beforeEach(async () => {
  obeyed.splice(0)
  listener = new Listener(beginSession((command) => obeyed.push(command)))
  listener.say({ kind: 'here' })
  await vi.waitFor(() => expect(presenter.getState().isThere).toBe(true))
  await vi.waitFor(() => expect(listener.heard.length).toBeGreaterThan(0))
})
afterEach(() => {
  endSession()
  listener.close()
})

describe('the audience', () => {
  it('is shown everything when it comes, and after that what has changed alone', async () => {
    expect(listener.shown().document).toEqual(store.getState().document)
    expect(listener.shown().view).toEqual(store.getState().view)
    listener.heard.splice(0)
    store.getState().edit({ element: { x: 1, t: 0.5, theta: 0 } })
    await vi.waitFor(() => expect(listener.heard.length).toBe(1))
    expect(listener.heard).toEqual([
      { kind: 'shown', shown: { document: { element: { x: 1, t: 0.5, theta: 0 } } } },
    ])
  })

  it('hears of a drag of many changes once a frame, the last one always', async () => {
    listener.heard.splice(0)
    for (let n = 1; n <= 200; n++) store.getState().edit({ element: { x: n, t: 0, theta: 0 } })
    await vi.waitFor(() => expect(listener.shown().document.element).toEqual({ x: 200, t: 0, theta: 0 }))
    expect(listener.heard.length).toBeLessThan(5)
  })

  it('sees nothing of what is done while it is frozen but black and the spot, and all of it after that', async () => {
    toggleFrozen()
    await soon()
    listener.heard.splice(0)
    store.getState().edit({ element: { x: 7, t: 0, theta: 0 }, title: 'unseen' })
    toggleBlack()
    await vi.waitFor(() => expect(listener.shown().screen?.isBlack).toBe(true))
    expect(listener.shown().document).toEqual({})
    toggleBlack()
    toggleFrozen()
    await vi.waitFor(() => expect(listener.shown().document.title).toBe('unseen'))
    expect(listener.shown().document.element).toEqual({ x: 7, t: 0, theta: 0 })
    expect(listener.shown().screen?.isBlack).toBe(false)
  })

  it('sees where the presenter points, only while that is switched on', async () => {
    const place = { pane: 0, right: 0.1, up: 0.2 }
    pointAt(place)
    await soon()
    expect(listener.shown().screen?.spot).toBeUndefined()
    pointAs('spotlight')
    pointAt(place)
    await vi.waitFor(() => expect(listener.shown().screen?.spot).toEqual({ kind: 'spotlight', ...place }))
    pointAs('none')
    await vi.waitFor(() => expect(listener.shown().screen?.spot).toBeUndefined())
  })

  it('passes keys on, and is told of the end', async () => {
    listener.say({ kind: 'command', command: 'next' })
    await vi.waitFor(() => expect(obeyed).toEqual(['next']))
    endSession()
    await vi.waitFor(() => expect(listener.heard.at(-1)).toEqual({ kind: 'over' }))
  })

  it('of another session hears nothing of this one', async () => {
    const other = new Listener('another')
    store.getState().edit({ title: 'ours' })
    await vi.waitFor(() => expect(listener.shown().document.title).toBe('ours'))
    expect(other.heard).toEqual([])
    other.close()
  })
})
