import { forwardKeys } from './embeddingKeys'
import { answer, callsOf, type Call, type Calls } from './embeddingMessages'
import type { Scripting } from './scripting'

/** Changes are told this often at most, the last one always. */
const pauseMs = 100

/**
 * Answers the page that this one is embedded in. Nobody but the parent window is heard, and only while it is of the
 * one origin that the address of the frame names, `?origin=https://…` (`null` for a page without an origin), or else
 * of this page's own. That address is chosen by whoever embeds the page, who can choose the document anyway; in a
 * window of its own there is no parent, so that the same link says nothing to anybody.
 */
export function listenToParent(scripting: Scripting): void {
  const { parent } = window
  const origin = allowedOrigin()
  if (origin === undefined) return
  // A window without an origin cannot be addressed by it; the parent of a frame cannot change while the frame lives.
  const send = (message: object) => parent.postMessage(message, origin === 'null' ? '*' : origin)
  const calls: Calls = new Map([...callsOf(scripting), ...subscriptions(scripting, send)])
  window.addEventListener('message', (event) => {
    if (event.source !== parent || event.origin !== origin) return
    const reply = answer(event.data, calls)
    if (reply) send(reply)
  })
  forwardKeys(send)
  send({ type: 'moduli', ready: scripting.version })
}

function allowedOrigin(): string | undefined {
  const named = new URLSearchParams(location.search).get('origin')
  if (named === 'null') return named
  try {
    if (named !== null) {
      const { origin } = new URL(named)
      return origin === named && origin !== 'null' ? origin : undefined
    }
    // Throws when it is of another origin.
    return window.parent.location.origin === window.origin ? window.origin : undefined
  } catch {
    return undefined
  }
}

/** One subscription at a time, the last one that was asked for. */
function subscriptions(scripting: Scripting, send: (message: object) => void): Calls {
  let stop = () => {}
  const subscribe = (id: string | number) => {
    let timer: ReturnType<typeof setTimeout> | undefined
    stop()
    const leave = scripting.subscribe(() => {
      timer ??= setTimeout(() => {
        timer = undefined
        send({ type: 'moduli', id, changed: scripting.get() })
      }, pauseMs)
    })
    stop = () => {
      leave()
      clearTimeout(timer)
    }
    return true
  }
  const unsubscribe = () => {
    stop()
    return true
  }
  return new Map<string, Call>([
    ['subscribe', { most: 0, run: (_, id) => subscribe(id) }],
    ['unsubscribe', { most: 0, run: unsubscribe }],
  ])
}
