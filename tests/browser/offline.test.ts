import { cp, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { experimentPlans } from '../../src/document/experimentPlans'
import { Guard, openPage, ready } from './page'
import { unfold } from './panels'
import { built, Site } from './site'

const at = '?profile=projector#v=0&x=1'

const notice = (page: Page) => page.getByRole('status', { name: 'Notice' })
const use = (page: Page) => page.getByRole('button', { name: 'Reload to use it' })

/** The versions of which the files are kept. */
const versionsKept = (page: Page) =>
  page.evaluate(async () => {
    const names = await caches.keys()
    return names.filter((name) => name.startsWith('moduli ')).map((name) => name.split(' ')[2]!)
  })

const controlled = (page: Page) => page.waitForFunction(() => navigator.serviceWorker.controller !== null)

/** Milliseconds from a reload to the first draw: of ten times the least, or the first that is enough. */
async function firstDraw(page: Page, enough: number): Promise<number> {
  let fastest = Infinity
  for (let attempt = 0; attempt < 10 && fastest > enough; attempt++) {
    await page.reload()
    await ready(page)
    const ms = await page.evaluate(() => performance.getEntriesByName('first draw')[0]!.startTime)
    fastest = Math.min(fastest, ms)
  }
  return fastest
}

describe('the page without a network', () => {
  let browser: Browser
  let site: Site
  let guard: Guard
  let folder: string

  beforeAll(async () => {
    browser = await chromium.connect(inject('ws'))
    folder = await mkdtemp(path.join(tmpdir(), 'moduli-site-'))
    await cp(built, path.join(folder, 'old'), { recursive: true })
    await cp(built, path.join(folder, 'new'), { recursive: true })
    // What a later build has: another worker, another page, and a part under another name.
    const worker = path.join(folder, 'new', 'sw.js')
    const text = await readFile(worker, 'utf8')
    const [part] = /assets\/ExperimentView-[^"]+\.js/.exec(text)!
    await rename(path.join(folder, 'new', part), path.join(folder, 'new', 'assets', 'Renamed.js'))
    const changed = text.replace(/(VERSION = ")[^"]+/, '$1new').replace(part, 'assets/Renamed.js')
    await writeFile(worker, changed)
    const page = path.join(folder, 'new', 'index.html')
    await writeFile(page, (await readFile(page, 'utf8')).replace('<html ', '<html data-build="new" '))
    site = new Site(path.join(folder, 'old'))
  })
  beforeEach(async () => {
    await site.start()
    guard = new Guard(site.origin)
  })
  afterEach(async () => {
    await site.stop()
    expect(guard.take()).toEqual([])
  })
  afterAll(async () => {
    await browser.close()
    await rm(folder, { recursive: true })
  })

  const open = async () => {
    const page = await openPage(browser, guard, {
      site: `${site.origin}/`,
      at,
      serviceWorkers: 'allow',
    })
    page.setDefaultTimeout(10_000)
    await controlled(page)
    return page
  }

  it('is there within a second, with everything that is loaded later', { timeout: 120_000 }, async () => {
    // On a machine that needs longer by itself: in at most half as long again as from a server that answers at once.
    const fetched = await openPage(browser, guard, { site: `${site.origin}/`, at })
    const limit = Math.max(1000, 1.5 * (await firstDraw(fetched, 1000 / 1.5)))
    await fetched.context().close()

    const page = await open()
    await site.stop()
    expect(await firstDraw(page, limit)).toBeLessThan(limit)
    expect(await page.evaluate(() => window.moduli.get().coordinates)).toMatchObject({ x: 1 })

    await page.getByRole('button', { name: 'Import', exact: true }).click()
    await page.getByRole('dialog', { name: 'Import' }).getByRole('button', { name: 'Close' }).click()
    await page.getByRole('tab', { name: 'Loss' }).click()
    await unfold(page, /^Training/)
    await page.getByRole('button', { name: '7 nodes', exact: true }).click()
    await page.getByRole('button', { name: 'Start', exact: true }).click()
    await page
      .getByText(/step [1-9]/)
      .first()
      .waitFor()
    await page.goto(`${site.origin}/index.html#v=0&experiment=pass,elements=6`)
    await page.reload()
    await page.getByRole('button', { name: 'Reveal' }).click()
    await page
      .getByRole('status', { name: 'Experiment', exact: true })
      .filter({ hasText: /^Done in/ })
      .waitFor()
    // Without a network there is still nothing where nothing was.
    expect(await page.evaluate(() => fetch('./assets/none.js').catch(() => 'refused'))).toBe('refused')
    // Only the worker itself and that one file were asked of the server.
    for (const heard of guard.take()) expect(heard).toMatch(/(sw|none)\.js|ERR_CONNECTION_REFUSED|ERR_FAILED/)
    await page.context().close()
  })

  it(
    'is told of a new version, goes on with its own until it is asked, and leaves other tabs theirs',
    { timeout: 90_000 },
    async () => {
      const page = await open()
      const other = await page.context().newPage()
      guard.listen(other)
      other.setDefaultTimeout(10_000)
      await other.goto(`${site.origin}/#v=0`)
      await other.waitForFunction(() => 'moduli' in window)
      const [old] = await versionsKept(page)

      site.folder = path.join(folder, 'new')
      await page.reload()
      await notice(page).filter({ hasText: 'A new version of Moduli is ready.' }).waitFor()
      await expect.poll(() => page.locator('html').getAttribute('data-build')).toBeNull()
      expect(await versionsKept(page)).toEqual([old, 'new'])

      await page.evaluate(() => window.moduli.set({ title: 'kept' }))
      await use(page).click()
      await page.waitForSelector('html[data-build=new]')
      await page.waitForFunction(() => 'moduli' in window)
      expect(await page.evaluate(() => window.moduli.get().title)).toBe('kept')

      // The other tab has not been touched, and finds its own files, which the server has no longer.
      await expect.poll(() => other.locator('html').getAttribute('data-build')).toBeNull()
      expect(await versionsKept(other)).toEqual([old, 'new'])
      await other.getByRole('button', { name: 'Claims' }).click()
      await other.getByRole('button', { name: experimentPlans[0]!.title }).click()
      await other.getByRole('button', { name: 'Reveal' }).waitFor()
      await other.getByRole('button', { name: 'Close' }).click()
      await use(other).click()
      await other.waitForSelector('html[data-build=new]')
      await other.close()

      await page.reload()
      await expect.poll(() => versionsKept(page)).toEqual(['new'])
      await expect.poll(() => notice(page).textContent()).toBe('')
      await page.context().close()
    },
  )
})
