// Keeps all the files of one build, so that the page opens without a network, and never mixes two builds.
// scripts/vite/offline.ts puts VERSION, ENTRY (the first script) and FILES, relative to this file, before it.

const prefix = `moduli ${registration.scope} `
const name = prefix + VERSION
const addresses = new Set(FILES.map((file) => new URL(file, registration.scope).href))

addEventListener('install', (event) => event.waitUntil(keepAll()))
addEventListener('activate', (event) => event.waitUntil(clients.claim().then(dropOthers)))

// A new build waits until no page of the old one is open, or until somebody asks for it.
addEventListener('message', (event) => {
  if (event.data === 'use') event.waitUntil(skipWaiting())
})

addEventListener('fetch', (event) => {
  const { request } = event
  if (request.method !== 'GET' || !request.url.startsWith(registration.scope)) return
  const { origin, pathname } = new URL(request.url)
  const address =
    origin + pathname === `${registration.scope}index.html` ? registration.scope : origin + pathname
  if (addresses.has(address)) event.respondWith(fromCache(caches.open(name), address, request))
  // A page of another build that is still open has the names of its own files.
  else if (address.startsWith(`${registration.scope}assets/`))
    event.respondWith(fromCache(Promise.resolve(caches), address, request))
  if (request.mode === 'navigate') event.waitUntil(dropOthers())
})

async function fromCache(cache, address, request) {
  const kept = await (await cache).match(address, { ignoreVary: true })
  return kept ?? fetch(request)
}

async function keepAll() {
  const cache = await caches.open(name)
  await Promise.all(
    FILES.map(async (file) => {
      // Names below assets/ change with the contents: what the browser has of them already is right.
      const answer = await fetch(file, { cache: file.startsWith('assets/') ? 'default' : 'reload' })
      if (!answer.ok) throw new Error(`${file}: ${answer.status}`)
      // While a server is being updated it may give the page of one build with the worker of another.
      if (file === './' && !(await answer.clone().text()).includes(ENTRY))
        throw new Error('the page is of another version')
      // Browsers refuse an answer that was redirected for a navigation.
      await cache.put(file, answer.redirected ? new Response(await answer.blob(), answer) : answer)
    }),
  )
}

/** Forgets other builds, unless one is being fetched or waits, or another window may still need its own. */
async function dropOthers() {
  const names = await caches.keys()
  const all = await clients.matchAll({ type: 'window', includeUncontrolled: true })
  const own = all.filter(({ url }) => url.startsWith(registration.scope))
  if (registration.installing || registration.waiting || own.length > 1) return
  const others = names.filter((one) => one.startsWith(prefix) && one !== name)
  await Promise.all(others.map((one) => caches.delete(one)))
}
