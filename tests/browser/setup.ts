import type { AddressInfo } from 'node:net'
import { chromium } from 'playwright-core'
import { preview } from 'vite'
import type { TestProject } from 'vitest/node'
import { launchOptions } from './chromium'

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
  const outDir = process.env['MODULI_DIST']
  const server = await preview({
    ...(outDir ? { build: { outDir } } : {}),
    preview: { port: 0, host: '127.0.0.1' },
    logLevel: 'silent',
  })
  const browser = await chromium.launchServer(launchOptions())
  const { port } = server.httpServer.address() as AddressInfo
  project.provide('url', `http://127.0.0.1:${port}/`)
  project.provide('ws', browser.wsEndpoint())
  return async () => {
    await browser.close()
    await server.close()
  }
}
