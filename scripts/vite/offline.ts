import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Plugin } from 'vite'

const body = path.join(import.meta.dirname, 'serviceWorker.js')

/** Not kept by the worker: pictures for other sites, and what is a copy of the whole page. */
const aside = new Set(['preview.png', 'moduli.html'])

/**
 * Emits the service worker `sw.js`: it keeps every file of the build, under a name that changes with any byte of them.
 * The development server, which may be opened at an address that a build was served from, answers with a worker that
 * ends the earlier one.
 */
export function offline(): Plugin {
  let publicDir = ''
  return {
    name: 'moduli-offline',
    enforce: 'post',
    configResolved(config) {
      publicDir = config.publicDir
    },
    configureServer(server) {
      server.middlewares.use('/sw.js', (_request, response) => {
        response.setHeader('Content-Type', 'text/javascript').end(farewell)
      })
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const files = new Map<string, string | Uint8Array>()
        let entry = ''
        for (const [name, file] of Object.entries(bundle)) {
          files.set(name, file.type === 'chunk' ? file.code : file.source)
          if (file.type === 'chunk' && file.isEntry) entry = name
        }
        for (const name of readdirSync(publicDir)) files.set(name, readFileSync(path.join(publicDir, name)))
        for (const name of aside) files.delete(name)
        if (!files.has('index.html') || entry === '') throw new Error('offline: the bundle has no page')
        this.emitFile({ type: 'asset', fileName: 'sw.js', source: workerOf(files, entry) })
      },
    },
  }
}

function workerOf(files: ReadonlyMap<string, string | Uint8Array>, entry: string): string {
  const code = readFileSync(body, 'utf8')
  const names = [...files.keys()].sort()
  const hash = createHash('sha256').update(code)
  for (const name of names) hash.update(`\n${name}\n`).update(files.get(name)!)
  const version = hash.digest('hex').slice(0, 16)
  // The page is asked for by the address of its folder.
  const listed = names.map((name) => (name === 'index.html' ? './' : name))
  const constants = { VERSION: version, ENTRY: entry, FILES: listed }
  const head = Object.entries(constants).map(([name, value]) => `const ${name} = ${JSON.stringify(value)}\n`)
  return head.join('') + code
}

const farewell = `addEventListener('install', () => skipWaiting())
addEventListener('activate', (event) => event.waitUntil(leave()))
async function leave() {
  for (const name of await caches.keys()) if (name.startsWith('moduli ')) await caches.delete(name)
  await registration.unregister()
  for (const client of await clients.matchAll({ type: 'window' })) await client.navigate(client.url)
}
`
