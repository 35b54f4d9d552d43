import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject } from 'vitest'

/** What the page has done since it was opened; written by the script below. */
interface Counts {
  /** Commits of React, of the page and of the stage. */
  commits: number
  /** WebGL draw calls. */
  draws: number
  /** Animation frames that a script of the page asked for. */
  frames: number
}

declare global {
  interface Window {
    counts: Counts
  }
}

export interface OpenOptions extends BrowserContextOptions {
  /** What follows the origin: "?profile=projector", "#v=1&x=1"; the 3 × 3 preset if left out. */
  at?: string
  /** Runs before any script of the page. */
  before?: () => void
  /** Without WebGL2 there is no picture to wait for. */
  picture?: boolean
  /** Another server of the app; that of the run if left out. */
  site?: string
  /** A worker that keeps the files of the app takes part only where it is asked for. */
  serviceWorkers?: 'allow'
}

/** Chromium says this of software GL; the page cannot help it. */
const allowed = /GPU stall due to ReadPixels/

/** Everything that was heard from pages and their workers: messages, errors, requests to elsewhere. */
export class Guard {
  private readonly heard: string[] = []
  private readonly known = new WeakSet<BrowserContext>()
  private readonly origins: readonly string[]

  constructor(...origins: string[]) {
    this.origins = origins.length > 0 ? origins : [new URL(inject('url')).origin]
  }

  listen(page: Page): void {
    this.listenToRequests(page.context())
    page.on('console', (message) => {
      if (!allowed.test(message.text())) this.heard.push(`${message.type()}: ${message.text()}`)
    })
    page.on('pageerror', (error) => this.heard.push(`error: ${error.message}`))
  }

  /** Those of workers too, also of the one that keeps the files. */
  private listenToRequests(context: BrowserContext): void {
    if (this.known.has(context)) return
    this.known.add(context)
    context.on('requestfailed', (request) => {
      // A test that closes its page or goes elsewhere ends what was still being loaded.
      if (request.failure()?.errorText !== 'net::ERR_ABORTED') this.heard.push(`failed: ${request.url()}`)
    })
    context.on('request', (request) => {
      const url = new URL(request.url())
      const own = this.origins.includes(url.origin) || url.protocol === 'data:' || url.protocol === 'blob:'
      if (!own) this.heard.push(`foreign request: ${request.url()}`)
    })
  }

  /** What was heard since it was asked last. */
  take(): string[] {
    return this.heard.splice(0)
  }
}

/**
 * Pages in contexts of their own, in the browser of this run; a test after which a page has said anything
 * at all has failed. What a test opens is closed after it: pages that stay open slow the next ones.
 */
export function usePages(): (options?: OpenOptions) => Promise<Page> {
  let browser: Browser
  /** Of the test that runs; what is opened before all of them stays. */
  let own: BrowserContext[] | undefined
  const guard = new Guard()
  beforeAll(async () => {
    browser = await chromium.connect(inject('ws'))
  })
  beforeEach(() => {
    own = []
  })
  afterEach(async () => {
    expect(guard.take()).toEqual([])
    await Promise.all(own?.map((context) => context.close()) ?? [])
    own = undefined
  })
  afterAll(() => browser.close())
  return async (options) => {
    const page = await openPage(browser, guard, options)
    own?.push(page.context())
    return page
  }
}

export async function openPage(browser: Browser, guard: Guard, options: OpenOptions = {}): Promise<Page> {
  const { at = '#v=1&preset=halfPlane3', before, picture = true, site = inject('url'), ...context } = options
  const size = { viewport: { width: 1366, height: 768 }, colorScheme: 'light' as const }
  const page = await (await browser.newContext({ ...size, ...context })).newPage()
  guard.listen(page)
  // In every tab of it.
  if (context.serviceWorkers !== 'allow') await page.context().addInitScript(withoutServiceWorkers)
  await page.addInitScript(count)
  if (before) await page.addInitScript(before)
  await page.goto(site + at)
  await ready(page, picture)
  return page
}

/** Another tab of the same browser profile, which keeps what it keeps for both; waits until it answers. */
export async function openBeside(page: Page, guard: Guard, at: string): Promise<Page> {
  const beside = await page.context().newPage()
  guard.listen(beside)
  await beside.addInitScript(count)
  await beside.goto(inject('url') + at)
  await beside.waitForFunction(() => 'moduli' in window)
  return beside
}

/** Waits until the page answers, has drawn and has come to rest. */
export async function ready(page: Page, picture = true): Promise<void> {
  await page.waitForFunction((draws) => 'moduli' in window && window.counts.draws >= draws, picture ? 1 : 0)
  await page.waitForSelector('.stage-plane')
  await settle(page)
}

/** Waits until 100 ms have passed in which no frame was asked for. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        let last = -1
        const look = () => {
          if (window.counts.frames === last) return done()
          last = window.counts.frames
          setTimeout(look, 100)
        }
        look()
      }),
  )
}

/** Waits until what the last change has caused is on the screen. */
export async function painted(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((done) => setTimeout(done, 60)))
}

/** Playwright's own way to leave them out writes to the console. */
function withoutServiceWorkers(): void {
  Object.defineProperty(Navigator.prototype, 'serviceWorker', { get: () => undefined })
}

function count(): void {
  const counts: Counts = { commits: 0, draws: 0, frames: 0 }
  window.counts = counts
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
    reportError(new Error(`against the policy of the page: ${effectiveDirective} ${blockedURI}`))
  })
  let renderers = 0
  Object.defineProperty(window, '__REACT_DEVTOOLS_GLOBAL_HOOK__', {
    value: {
      isDisabled: false,
      supportsFiber: true,
      checkDCE: () => {},
      inject: () => ++renderers,
      onCommitFiberRoot: () => counts.commits++,
      onCommitFiberUnmount: () => {},
      onPostCommitFiberRoot: () => {},
    },
  })
  const ask = window.requestAnimationFrame.bind(window)
  window.requestAnimationFrame = (callback) => {
    counts.frames++
    return ask(callback)
  }
  if (typeof WebGL2RenderingContext === 'undefined') return
  const gl = WebGL2RenderingContext.prototype
  for (const name of ['drawArrays', 'drawElements']) {
    const draw = Reflect.get(gl, name) as (...of: unknown[]) => void
    Object.defineProperty(gl, name, {
      value(this: unknown, ...of: unknown[]) {
        if (counts.draws++ === 0) performance.mark('first draw')
        draw.apply(this, of)
      },
    })
  }
}

export const counts = (page: Page): Promise<Counts> => page.evaluate(() => ({ ...window.counts }))

/** What the page says of itself, by its scripting interface. */
export const state = (page: Page) =>
  page.evaluate(() => ({
    document: window.moduli.get(),
    product: window.moduli.product(),
    loss: window.moduli.loss(),
    element: window.moduli.element(),
    link: window.moduli.link(),
  }))

export type Json = Awaited<ReturnType<typeof state>>['document']

export const documentOf = async (page: Page): Promise<Json> => (await state(page)).document

/** Gives the document these fields, all of which must be taken. */
export async function setDocument(page: Page, fields: Record<string, unknown>): Promise<void> {
  const { rejected } = await page.evaluate((change) => window.moduli.set(change), fields)
  expect(rejected).toEqual([])
  await painted(page)
}

/** Opens the address anew in the same tab. */
export async function reopen(page: Page, at: string): Promise<void> {
  await page.goto('about:blank')
  await page.goto(inject('url') + at)
  await ready(page)
}
