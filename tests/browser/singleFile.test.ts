import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { experimentPlans } from '../../src/document/experimentPlans'
import { placeOf, view } from './handles'
import { Guard, openPage, state } from './page'
import { unfold } from './panels'
import { built } from './site'
import { drag } from './stage'

describe('the page as one file', () => {
  let browser: Browser
  let folder: string
  let page: Page
  const guard = new Guard('null')
  const asked: string[] = []

  beforeAll(async () => {
    browser = await chromium.connect(inject('ws'))
    // With nothing beside it.
    folder = await mkdtemp(path.join(tmpdir(), 'moduli-file-'))
    const file = path.join(folder, 'moduli.html')
    await cp(path.join(built, 'moduli.html'), file)
    page = await openPage(browser, guard, {
      site: pathToFileURL(file).href,
      at: view,
      before: countWorkers,
    })
    page.context().on('request', (request) => asked.push(request.url()))
    page.setDefaultTimeout(20_000)
  })
  afterAll(async () => {
    await browser.close()
    await rm(folder, { recursive: true })
  })

  it('is dragged, trains and runs experiments in workers, in its own fonts, and asks for nothing', async () => {
    const [left, top] = await placeOf(page, 'Frame foot')
    const before = (await state(page)).document
    await drag(page, [
      [left, top],
      [left + 60, top - 20],
    ])
    const { document: after, product } = await state(page)
    expect(after.element).not.toEqual(before.element)
    expect(product.largestChange).toBeLessThanOrEqual(product.bound)

    await unfold(page, /^Training/)
    await page.getByRole('button', { name: '7 nodes', exact: true }).click()
    await page.getByRole('button', { name: 'Start', exact: true }).click()
    await page
      .getByText(/step [1-9]/)
      .first()
      .waitFor()
    const started = () => page.evaluate(() => (window as unknown as { workers: string[] }).workers)
    expect(await started()).toHaveLength(1)
    await page.getByRole('button', { name: 'Pause', exact: true }).click()

    await page.getByRole('button', { name: 'Claims' }).click()
    await page.getByRole('button', { name: experimentPlans[0]!.title }).click()
    await page.getByRole('button', { name: 'Reveal' }).click()
    await page
      .getByRole('status', { name: 'Experiment', exact: true })
      .filter({ hasText: /^Done in/ })
      .waitFor()
    expect(await started()).toHaveLength(2)

    expect(await page.evaluate(() => window.document.fonts.check('16px KaTeX_Main'))).toBe(true)
    expect(await page.evaluate(() => window.moduli.link())).toMatch(/^file:.*moduli\.html#/)
    expect(asked.filter((url) => !/^(blob|data):/.test(url))).toEqual([])
    expect(guard.take()).toEqual([])
  })
})

/** Notes those that could be made: where one cannot, the page does the work itself. */
function countWorkers(): void {
  const workers: string[] = []
  Object.assign(window, { workers })
  const Original = Worker
  window.Worker = class extends Original {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options)
      workers.push(String(url))
    }
  }
}
