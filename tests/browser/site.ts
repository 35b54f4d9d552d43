import { readFile } from 'node:fs/promises'
import { createServer, type OutgoingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
}

/** The folder that the built app is in. */
export const built = path.resolve(process.env['MODULI_DIST'] ?? 'dist')

/** A plain server of static files, as any host is one, that can be stopped, started again, and given other files. */
export class Site {
  folder: string
  private readonly headers: OutgoingHttpHeaders
  private server: Server | undefined
  private port = 0

  constructor(folder: string, headers: OutgoingHttpHeaders = {}) {
    this.folder = folder
    this.headers = headers
  }

  get origin(): string {
    return `http://127.0.0.1:${this.port}`
  }

  /** At the port it had before. */
  async start(): Promise<this> {
    const server = createServer((request, response) => {
      const { pathname } = new URL(request.url!, this.origin)
      const name = pathname.endsWith('/') ? `${pathname}index.html` : pathname
      readFile(path.join(this.folder, path.normalize(name))).then(
        (content) =>
          response
            .writeHead(200, {
              'Content-Type': types[path.extname(name)] ?? 'application/octet-stream',
              ...this.headers,
            })
            .end(content),
        () => response.writeHead(404).end(),
      )
    })
    this.server = server
    await new Promise<void>((done) => server.listen(this.port, '127.0.0.1', done))
    this.port = (server.address() as AddressInfo).port
    return this
  }

  async stop(): Promise<void> {
    const { server } = this
    this.server = undefined
    if (!server) return
    await new Promise((done) => {
      server.close(done)
      server.closeAllConnections()
    })
  }
}
