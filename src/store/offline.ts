import { endGesture } from './history'
import { store } from './store'
import { linkOf } from './urlSync'

/**
 * Lets a service worker keep the files of this version, once the page has nothing else to do. A new version is
 * announced and waits until it is asked for: a page never changes under a person's hands.
 */
export function keepOffline(): void {
  const container = serviceWorkers()
  if (!container) return
  const start = () => {
    // Where it is refused the page is as it was without it.
    void follow(container).catch(() => {})
  }
  whenIdle(start)
}

/** Pages from files, insecure addresses and sandboxed frames have none; the last throw when they are asked. */
function serviceWorkers(): ServiceWorkerContainer | undefined {
  if (!/^https?:$/.test(location.protocol) || window.origin === 'null') return undefined
  return (navigator as Partial<Navigator>).serviceWorker
}

function whenIdle(start: () => void): void {
  if (document.readyState !== 'complete') {
    window.addEventListener('load', () => whenIdle(start), { once: true })
  } else if ('requestIdleCallback' in window) requestIdleCallback(start, { timeout: 5000 })
  else setTimeout(start, 2000)
}

async function follow(container: ServiceWorkerContainer): Promise<void> {
  let isAsked = false
  let wasControlled = container.controller !== null
  container.addEventListener('controllerchange', () => {
    if (isAsked) reload()
    else if (wasControlled)
      announce('Another tab has changed to a new version of Moduli; this one goes on with its own', reload)
    wasControlled = true
  })
  const registration = await container.register('./sw.js', { updateViaCache: 'none' })
  const announceWaiting = () => {
    const { active, waiting } = registration
    if (!active || !waiting) return
    announce('A new version of Moduli is ready', () => {
      isAsked = true
      waiting.postMessage('use')
    })
  }
  const hear = () => {
    const fresh = registration.installing
    fresh?.addEventListener('statechange', () => {
      if (fresh.state === 'installed') announceWaiting()
    })
  }
  registration.addEventListener('updatefound', hear)
  hear()
  announceWaiting()
}

/** Says it when nothing else is being said. */
function announce(what: string, use: () => void): void {
  const { notice, set } = store.getState()
  if (notice === undefined) {
    set({ notice: `${what}.`, noticeAction: { label: 'Reload to use it', run: use } })
    return
  }
  const stop = store.subscribe(({ notice: now }) => {
    if (now !== undefined) return
    stop()
    queueMicrotask(() => announce(what, use))
  })
}

function reload(): void {
  endGesture()
  const link = linkOf(store.getState())
  try {
    if (link !== undefined) history.replaceState(null, '', link)
  } catch {
    // Browsers refuse this when it comes too often; then the address is at most a moment old.
  }
  location.reload()
}
