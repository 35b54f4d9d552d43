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
  let isAnnounced = false
  let isAsked = false
  let wasControlled = container.controller !== null
  const registration = await container.register('./sw.js', { updateViaCache: 'none' })
  const use = () => {
    // It may have been asked for in another tab meanwhile.
    if (!registration.waiting) return reload()
    isAsked = true
    registration.waiting.postMessage('use')
  }
  const announce = () => {
    // Nobody reloads a frame.
    if (!isAnnounced && !store.getState().embed) offer(use)
    isAnnounced = true
  }
  const announceWaiting = () => {
    if (registration.active && registration.waiting) announce()
  }
  const hear = () => {
    const fresh = registration.installing
    fresh?.addEventListener('statechange', () => {
      if (fresh.state === 'installed') announceWaiting()
    })
  }
  container.addEventListener('controllerchange', () => {
    if (isAsked) reload()
    else if (wasControlled) announce()
    wasControlled = true
  })
  registration.addEventListener('updatefound', hear)
  hear()
  announceWaiting()
}

/** When nothing else is being said. */
function offer(use: () => void): void {
  const { notice, set } = store.getState()
  if (notice === undefined) {
    set({
      notice: 'A new version of Moduli is ready.',
      noticeAction: { label: 'Reload to use it', run: use },
    })
    return
  }
  const stop = store.subscribe(({ notice: now }) => {
    if (now !== undefined) return
    stop()
    queueMicrotask(() => offer(use))
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
