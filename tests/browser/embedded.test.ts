import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium, type Browser, type Frame, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import { sideways, violations } from './axe'
import { documentOf, Guard, state, usePages } from './page'
import { built, Site } from './site'

const link = 'v=1&preset=halfPlane2&t=0.5'
const scale = 0.6

/** Every frame of the host page, in a place of its own; the deck is hidden, and small when it is shown. */
const framesOf = (app: string, host: string): Record<string, string> => ({
  small: `width="320" height="240" src="${app}/#embed&${link}"`,
  parts: `width="800" height="500" src="${app}/?origin=${host}#embed=stage,element,product,twins&${link}"`,
  silent: `width="400" height="300" src="${app}/#embed&${link}"`,
  refused: `width="800" height="500" src="${app}/#embed=stage,nosuch&${link}"`,
})

interface Host {
  heard: { name: string; key: string }[]
}
const heard = (page: Page) => page.evaluate(() => (window as unknown as Host).heard)

describe('a page without anything around it', () => {
  let browser: Browser
  let folder: string
  let app: Site
  let host: Site
  let page: Page
  let guard: Guard
  const frame = (name: string): Frame => page.frame({ name })!
  /** The middle of an element of a frame, on the screen of the host. */
  const place = async (name: string, selector: string, shrunk = 1): Promise<[number, number]> => {
    const around = (await page.locator(`iframe[name=${name}]`).boundingBox())!
    const { left, top } = await frame(name)
      .locator(selector)
      .first()
      .evaluate((element) => {
        const box = element.getBoundingClientRect()
        return { left: box.left + box.width / 2, top: box.top + box.height / 2 }
      })
    return [around.x + shrunk * left, around.y + shrunk * top]
  }
  const open = async (name: string) => {
    await frame(name).waitForFunction(() => 'moduli' in window)
    await frame(name).locator('.stage-plane canvas').waitFor()
    await frame(name).locator('.stage-handle').first().waitFor({ state: 'attached' })
  }

  beforeAll(async () => {
    browser = await chromium.connect(inject('ws'))
    folder = await mkdtemp(path.join(tmpdir(), 'moduli-deck-'))
    app = await new Site(built).start()
    host = await new Site(folder).start()
    guard = new Guard(app.origin, host.origin)
    const tags = Object.entries(framesOf(app.origin, host.origin)).map(
      ([name, rest]) => `<iframe name="${name}" ${rest}></iframe>`,
    )
    await writeFile(
      path.join(folder, 'index.html'),
      `<!doctype html><title>Host</title><link rel="icon" href="data:,"><style>
        body { margin: 0; height: 4000px }
        #deck { transform: scale(${scale}); transform-origin: 0 0; height: 480px }
      </style><div id="deck" style="display: none">
        <iframe name="slide" width="896" height="480" src="${app.origin}/#embed&${link}"></iframe>
      </div>${tags.join('')}<script>
        window.heard = []
        addEventListener('message', ({ source, data }) => {
          for (const { name, contentWindow } of document.querySelectorAll('iframe'))
            if (contentWindow === source && 'key' in data) heard.push({ name, key: data.key })
        })
      </script>`,
    )
    page = await browser.newPage({ viewport: { width: 1300, height: 900 } })
    guard.listen(page)
    await page.goto(`${host.origin}/`)
    for (const name of ['small', 'parts', 'silent', 'refused']) await open(name)
  })
  afterEach(() => expect(guard.take()).toEqual([]))
  afterAll(async () => {
    await browser.close()
    await Promise.all([app.stop(), host.stop()])
    await rm(folder, { recursive: true })
  })

  it('shows the parts that its link names, in their order, and nothing else', async () => {
    const titles = frame('parts').locator('h2')
    // There are no twins of a document without a model.
    await expect.poll(() => titles.allInnerTexts()).toEqual(['Element g', 'Product A ⊙ B'])
    expect(await frame('small').locator('h2, .top, .stage-tools:visible, .tabs').count()).toBe(0)
    const { width, height } = (await frame('small').locator('.stage-plane').boundingBox())!
    expect(width).toBe(320)
    expect(height).toBeGreaterThan(180)
    for (const name of ['small', 'parts']) {
      const over = frame(name).evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement
        return scrollWidth - clientWidth
      })
      expect(await over, name).toBe(0)
    }
  })

  it('says which part there is not, and shows the picture', async () => {
    const notice = frame('refused').getByRole('status', { name: 'Notice' })
    await expect
      .poll(() => notice.textContent())
      .toMatch(/^embed: there is no part "nosuch"; the parts are stage/)
    expect(await frame('refused').evaluate(() => window.moduli.get().coordinates)).toMatchObject({ t: 0.5 })
  })

  it('keeps the parts in its address, before the link of the state', async () => {
    await frame('parts').evaluate(() => void window.moduli.set({ title: 'in a frame' }))
    const now = () =>
      frame('parts').evaluate(() => ({
        hash: location.hash,
        link: new URL(window.moduli.link()).hash.slice(1),
      }))
    await expect.poll(async () => (await now()).hash, { timeout: 3000 }).toContain('title=in%20a%20frame')
    const { hash, link: whole } = await now()
    expect(hash).toBe(`#embed=stage,element,product,twins&${whole}`)
  })

  it('leads to the whole page with the state as it is then', async () => {
    await frame('small').evaluate(() => void window.moduli.set({ selection: [1, 0] }))
    const opening = page.context().waitForEvent('page')
    await frame('small').getByRole('link', { name: 'Open in Moduli' }).click()
    const whole = await opening
    guard.listen(whole)
    await whole.waitForFunction(() => 'moduli' in window)
    expect((await documentOf(whole)).selection).toEqual([1, 0])
    await whole.getByRole('button', { name: 'Copy link' }).waitFor()
    await whole.close()
  })

  it('tells the page around it of keys that mean nothing in it, and of no others', async () => {
    const parts = frame('parts')
    await page.mouse.click(...(await place('parts', '.stage-plane')))
    for (const key of ['PageDown', 'ArrowRight', 'x', 'Shift+PageUp']) await page.keyboard.press(key)
    const first = ['PageDown', 'ArrowRight', 'PageUp'].map((key) => ({ name: 'parts', key }))
    await expect.poll(() => heard(page)).toEqual(first)
    // The plane takes the arrows while it has the focus; a clicker goes on all the same.
    const before = await parts.evaluate(() => window.moduli.get().element)
    await parts.locator('.stage-plane-handle').focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('PageDown')
    await expect.poll(() => heard(page)).toEqual([...first, first[0]])
    expect(await parts.evaluate(() => window.moduli.get().element)).not.toEqual(before)
    await parts.getByRole('textbox', { name: 'Dilation t, exactly' }).focus()
    for (const key of ['PageDown', '.', 'Home', 'Escape']) await page.keyboard.press(key)
    // Nobody is told by a frame whose address names no origin.
    await page.mouse.click(...(await place('silent', '.stage-plane')))
    await page.keyboard.press('ArrowRight')
    await page.mouse.click(...(await place('parts', '.stage-plane')))
    await page.keyboard.press('End')
    await expect.poll(() => heard(page)).toEqual([...first, first[0], { name: 'parts', key: 'End' }])
  })

  it('lets the page around it be scrolled across it, and zooms once it was clicked', async () => {
    const heightOf = () => frame('silent').evaluate(() => /view=/.test(window.moduli.link()))
    await page.locator('body').click({ position: { x: 5, y: 1500 } })
    await page.evaluate(() => scrollTo(0, 0))
    await page.mouse.move(...(await place('silent', '.stage-plane')))
    await page.mouse.wheel(0, 60)
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0)
    expect(await heightOf()).toBe(false)
    await page.evaluate(() => scrollTo(0, 0))
    const at = await place('silent', '.stage-plane')
    await page.mouse.click(...at)
    await page.mouse.wheel(0, 60)
    await expect.poll(heightOf).toBe(true)
    expect(await page.evaluate(() => scrollY)).toBe(0)
  })

  it('on a slide that is hidden at first and scaled takes its size, and a click lands where it is seen', async () => {
    await page.evaluate(() => (document.querySelector<HTMLElement>('#deck')!.style.display = 'block'))
    await open('slide')
    const sizes = () =>
      frame('slide').evaluate(() => {
        const { clientWidth, clientHeight } = document.querySelector('.stage-plane')!
        const canvas = document.querySelector('canvas')!
        return [clientWidth, canvas.width / devicePixelRatio, clientHeight, canvas.height / devicePixelRatio]
      })
    await expect.poll(async () => (await sizes())[1]).toBe(896)
    const [wide, canvasWide, high, canvasHigh] = await sizes()
    expect([canvasWide, canvasHigh]).toEqual([wide, high])
    const free = () => frame('slide').evaluate(() => window.moduli.get().free)
    for (const [factor, name] of [
      ['b', '[aria-label^="Entry b₂₁"]'],
      ['a', '[aria-label^="Entry a₁₂"]'],
    ] as const) {
      await page.mouse.click(...(await place('slide', name, scale)))
      await expect.poll(async () => (await free()).factor).toBe(factor)
    }
    expect(await free()).toEqual({ factor: 'a', row: 0, column: 1 })
    // Shown once more in another size it is drawn in that.
    await page.evaluate(() => {
      const deck = document.querySelector<HTMLElement>('#deck')!
      deck.style.display = 'none'
      deck.querySelector('iframe')!.width = '600'
      deck.style.display = 'block'
    })
    await expect.poll(async () => (await sizes())[1]).toBe(600)
  })

  it('has an example of a deck, which a key that is pressed in a frame turns', async () => {
    const example = await browser.newPage({ viewport: { width: 1200, height: 900 } })
    guard.listen(example)
    await example.goto(`${app.origin}/embed.html`)
    const slide = example.getByRole('status', { name: 'Slide' })
    const deck = example.getByRole('group', { name: 'Slides' })
    await deck.focus()
    await example.keyboard.press('ArrowRight')
    await expect.poll(() => slide.textContent()).toBe('2 of 3')
    const shown = deck.frameLocator('iframe:visible')
    await shown.locator('.stage-plane canvas').waitFor()
    await shown.getByText('unchanged', { exact: true }).waitFor()
    await shown.locator('.stage-plane').click({ position: { x: 40, y: 40 } })
    await example.keyboard.press('PageDown')
    await expect.poll(() => slide.textContent()).toBe('3 of 3')
    await deck
      .frameLocator('iframe:visible')
      .getByText('changed: no longer the same model', { exact: true })
      .waitFor()
    // Pages in frames have landmarks of the same names.
    const found = await violations(example, 'main')
    expect(found.filter((one) => !one.startsWith('landmark-unique'))).toEqual([])
    await example.context().close()
  })

  it('is shown by the code that is written for the parts that are chosen', async () => {
    const whole = await browser.newPage({ viewport: { width: 960, height: 600 } })
    guard.listen(whole)
    await whole.goto(`${app.origin}/#v=1&preset=halfPlane3`)
    await whole.waitForFunction(() => 'moduli' in window)
    await whole.evaluate(() => void window.moduli.set({ title: '"A" & <B>', move: 'a' }))
    await whole.getByRole('button', { name: 'Export' }).click()
    await whole.getByRole('menuitem', { name: 'Embed code' }).click()
    const dialog = whole.getByRole('dialog', { name: 'Embed code' })
    const part = (name: string) => dialog.getByRole('checkbox', { name, exact: true })
    await part('Picture').uncheck()
    await dialog.getByRole('alert').filter({ hasText: 'at least one part' }).waitFor()
    for (const name of ['Picture', 'Product', 'Move']) await part(name).check()
    await dialog.getByRole('combobox', { name: 'Size' }).selectOption('480×320')
    expect(await violations(whole, 'dialog[open]')).toEqual([])
    const code = await dialog.getByRole('textbox', { name: 'Embed code' }).inputValue()
    const { document, link: address } = await state(whole)
    const head = '<!doctype html><title>Host</title><link rel="icon" href="data:,">'
    await writeFile(path.join(folder, 'code.html'), head + code)
    await whole.goto(`${host.origin}/code.html`)
    const iframe = whole.locator('iframe')
    expect(await iframe.getAttribute('title')).toBe('Moduli: "A" & <B>')
    expect(await iframe.boundingBox()).toMatchObject({ width: 480, height: 320 })
    const hash = new URL(address).hash.slice(1)
    expect(await iframe.getAttribute('src')).toBe(`${app.origin}/#embed=stage,move,product&${hash}`)
    const [, inner] = whole.frames()
    await inner!.waitForFunction(() => 'moduli' in window)
    expect(await inner!.evaluate(() => window.moduli.get())).toEqual(document)
    await whole.context().close()
  })
})

describe('a page without anything around it, by itself', () => {
  const open = usePages()

  it.each([
    ['light', { width: 800, height: 500 }, ''],
    ['dark', { width: 320, height: 240 }, ''],
    ['light', { width: 1920, height: 1080 }, '?profile=projector'],
  ] as const)('shows a page that axe finds nothing in: %s, %o', async (colorScheme, viewport, search) => {
    const page = await open({
      viewport,
      colorScheme,
      at: `${search}#embed=stage,tools,element,product,loss,group&${link}`,
    })
    await page.getByRole('heading', { name: 'Loss surface' }).waitFor()
    expect(await violations(page)).toEqual([])
    expect(await sideways(page)).toEqual({ wider: 0, moved: 0 })
  })
})
