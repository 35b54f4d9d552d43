import { existsSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { chromium } from 'playwright-core'
import { preview } from 'vite'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the built app. */
    url: string
    /** Where to connect to the one browser of the run. */
    ws: string
  }
}

/** One server of the built app and one Chromium for all browser tests; each test opens a context of its own. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await preview({ preview: { port: 0, host: '127.0.0.1' }, logLevel: 'silent' })
  const executablePath = [process.env['CHROMIUM_PATH'], '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
    (path) => path && existsSync(path),
  )
  const browser = await chromium.launchServer({
    ...(executablePath ? { executablePath } : {}),
    args: [
      '--no-sandbox',
      '--enable-unsafe-swiftshader',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
  const { port } = server.httpServer.address() as AddressInfo
  project.provide('url', `http://127.0.0.1:${port}/`)
  project.provide('ws', browser.wsEndpoint())
  return async () => {
    await browser.close()
    await server.close()
  }
}
