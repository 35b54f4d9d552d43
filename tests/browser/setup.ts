import { chromium } from 'playwright-core'
import type { TestProject } from 'vitest/node'
import { launchOptions } from './chromium'
import { built, Site } from './site'

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
  const server = await new Site(built).start()
  const browser = await chromium.launchServer(launchOptions())
  project.provide('url', `${server.origin}/`)
  project.provide('ws', browser.wsEndpoint())
  return async () => {
    await browser.close()
    await server.stop()
  }
}
