import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openingDocument } from '../../src/document/presets'
import { undoIsOff } from './kept'
import { documentOf, Guard, openPage, ready, reopen, usePages } from './page'

const viewport = { width: 960, height: 400 }
const link = '#v=1&preset=line2&alpha=2'
const linkTitle = '2 × 2 on the real line'
/** What joins the page to its address and to scripts. */
const connecting = '**/assets/connect-*.js'

const titleField = (page: Page) => page.getByRole('textbox', { name: 'Title' })

/** Runs before the scripts of the page: keeps every title that its field has had after a change of the page. */
function keepTitles() {
  const titles: string[] = []
  Object.assign(window, { titles })
  new MutationObserver(() => {
    const field = document.querySelector<HTMLInputElement>('input[aria-label=Title]')
    if (field && field.value !== titles.at(-1)) titles.push(field.value)
  }).observe(document, { subtree: true, childList: true, attributes: true })
}
const titlesSeen = (page: Page) => page.evaluate(() => (window as unknown as { titles: string[] }).titles)

/** Keeps back what joins the page to its address until the function that it gives is called. */
async function keepBack(page: Page): Promise<() => void> {
  let release = () => {}
  const released = new Promise<void>((done) => (release = done))
  await page.route(connecting, async (route) => {
    await released
    await route.continue()
  })
  return () => release()
}

describe('a page that is opened', () => {
  const open = usePages()

  it('by a link shows nothing of the usual document before that of the link', async () => {
    const page = await open({ viewport, before: keepTitles, at: '' })
    expect(await titlesSeen(page)).toEqual([openingDocument.title])
    const release = await keepBack(page)
    await page.goto('about:blank')
    await page.goto(inject('url') + link)
    await page.waitForTimeout(300)
    expect(await titlesSeen(page)).toEqual([])
    await expect.poll(() => page.getByRole('heading', { name: 'Moduli' }).isVisible()).toBe(true)
    release()
    await ready(page)
    expect(await titlesSeen(page)).toEqual([linkTitle])
    expect(await documentOf(page)).toMatchObject({ space: 'line', element: 2 })
    expect(await undoIsOff(page)).toBe('true')
  })

  it('by a link asks for what draws meanwhile, and in all for a few dozen files', async () => {
    const page = await open({ viewport, at: '' })
    const release = await keepBack(page)
    await page.goto('about:blank')
    const asked = page.waitForRequest(/\/canvas-/)
    await page.goto(inject('url') + link)
    await asked
    release()
    await ready(page)
    const files = () => page.evaluate(() => performance.getEntriesByType('resource').length)
    expect(await files()).toBeGreaterThan(20)
    expect(await files()).toBeLessThan(75)
  })

  it('without a link waits for nothing, and keeps what was done before it is joined to its address', async () => {
    const page = await open({ viewport, at: '' })
    const release = await keepBack(page)
    await page.goto('about:blank')
    await page.goto(inject('url'))
    await titleField(page).fill('early')
    await titleField(page).press('Enter')
    expect(await page.evaluate(() => 'moduli' in window)).toBe(false)
    release()
    await ready(page)
    expect((await documentOf(page)).title).toBe('early')
    await expect.poll(() => page.url(), { timeout: 3000 }).toContain('title=early')
    expect(await undoIsOff(page)).toBe('false')
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    expect((await documentOf(page)).title).toBe(openingDocument.title)
  })

  it('shows what it fetches as soon as it is there, by no timer', async () => {
    const page = await open({ viewport })
    await page.clock.install()
    await reopen(page, '')
    await page.clock.pauseAt(Date.now() + 3_600_000)
    await page.getByRole('button', { name: 'Import', exact: true }).click()
    await page.getByRole('dialog', { name: 'Import' }).waitFor()
    await page.getByRole('dialog', { name: 'Import' }).getByRole('button', { name: 'Close' }).click()
    await page.getByRole('button', { name: 'Claims' }).click()
    await page.getByRole('dialog').waitFor()
  })
})

describe('a page whose links and scripts cannot be loaded', () => {
  /** The address needs it, and the button that copies a link. */
  const links = '**/assets/address-*.js'
  const guard = new Guard()
  let browser: Browser
  let page: Page
  beforeAll(async () => {
    browser = await chromium.connect(inject('ws'))
    page = await openPage(browser, guard, { viewport })
    await page.route(links, (route) => route.abort())
  })
  afterAll(() => browser.close())

  it.each([
    ['', /^Links are not kept in the address: .*Everything else works/],
    [link, /^The link was not opened: .*Reload the page/],
  ])('at "%s" says so in a sentence and goes on', async (at, sentence) => {
    await page.goto('about:blank')
    await page.goto(inject('url') + at)
    const notice = page.getByRole('status', { name: 'Notice' })
    await page.getByRole('button', { name: 'Dismiss' }).waitFor()
    await expect.poll(() => notice.textContent()).toMatch(sentence)
    await page.getByRole('button', { name: 'Copy link' }).click()
    await expect.poll(() => notice.textContent()).toMatch(/^No link was copied: .*export the document/)
    expect(new URL(page.url()).hash).toBe(at)
    await page.getByRole('slider', { name: 'Dilation t' }).press('ArrowRight')
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    expect(await undoIsOff(page)).toBe('true')
    // The browser tells of the request itself; the page adds nothing to that.
    for (const heard of guard.take()) expect(heard).toMatch(/ERR_FAILED|^failed: \S*\/address-\S*\.js$/)
  })

  it('opens the link as soon as they can be', async () => {
    await page.unroute(links)
    await reopen(page, link)
    expect(await documentOf(page)).toMatchObject({ space: 'line', element: 2 })
    expect(guard.take()).toEqual([])
  })

  it('asks anew for a part that did not come', async () => {
    const part = '**/assets/ExperimentView-*.js'
    await page.route(part, (route) => route.abort())
    await page.getByRole('button', { name: 'Claims' }).click()
    const again = page.getByRole('button', { name: 'Try again' })
    await again.waitFor()
    await page.unroute(part)
    await again.click()
    await page.getByRole('dialog').waitFor()
    for (const heard of guard.take()) expect(heard).toMatch(/ERR_FAILED|ExperimentView-/)
  })
})
