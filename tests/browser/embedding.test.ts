import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import { Guard } from './page'
import { built, Site } from './site'

interface Embedder {
  /** What every frame has sent, by the name of the frame. */
  heard: Record<string, Record<string, unknown>[]>
  ask: (frame: string, message: unknown) => void
}

const embedder = (page: Page) => ({
  ask: (frame: string, message: unknown) =>
    page.evaluate(
      ([name, asked]) => (window as unknown as Embedder).ask(name as string, asked),
      [frame, message],
    ),
  heard: (frame: string) => page.evaluate((name) => (window as unknown as Embedder).heard[name] ?? [], frame),
})

describe('a page that embeds this one', () => {
  let browser: Browser
  let folder: string
  let app: Site
  let host: Site
  let page: Page
  let guard: Guard

  beforeAll(async () => {
    browser = await chromium.connect(inject('ws'))
    folder = await mkdtemp(path.join(tmpdir(), 'moduli-host-'))
    // Without an origin of its own a frame gets scripts only from a server that gives them to everybody.
    app = await new Site(built, { 'Access-Control-Allow-Origin': '*' }).start()
    host = await new Site(folder).start()
    guard = new Guard(app.origin, host.origin)
    const frames = {
      named: `src="${app.origin}/?origin=${host.origin}#v=0"`,
      sandboxed: `sandbox="allow-scripts" src="${app.origin}/?origin=${host.origin}#v=0"`,
      oneFile: `sandbox="allow-scripts" src="${app.origin}/moduli.html?origin=${host.origin}#v=0"`,
      unnamed: `src="${app.origin}/#v=0"`,
      beside: 'src="./beside.html"',
      misnamed: `src="${app.origin}/?origin=https://elsewhere.example#v=0"`,
    }
    const tags = Object.entries(frames).map(
      ([name, rest]) => `<iframe name="${name}" width="1000" height="600" ${rest}></iframe>`,
    )
    await writeFile(
      path.join(folder, 'index.html'),
      `<!doctype html><title>Host</title><link rel="icon" href="data:,"><script>
        window.heard = {}
        addEventListener('message', ({ source, origin, data }) => {
          for (const { name, contentWindow } of document.querySelectorAll('iframe'))
            if (contentWindow === source) (heard[name] ??= []).push({ origin, ...data })
        })
        window.ask = (name, message) => frames[name].postMessage(message, '*')
      </script>${tags.join('')}`,
    )
    await writeFile(path.join(folder, 'beside.html'), '<!doctype html><title>Beside</title>')
    page = await browser.newPage({ viewport: { width: 1100, height: 700 } })
    guard.listen(page)
    await page.goto(`${host.origin}/`)
  })
  afterEach(() => {
    // Who names another origin is told so by the browser, and nobody else is told anything.
    const misnamed = /'postMessage'.*'https:\/\/elsewhere\.example'/
    expect(guard.take().filter((heard) => !misnamed.test(heard))).toEqual([])
  })
  afterAll(async () => {
    await browser.close()
    await Promise.all([app.stop(), host.stop()])
    await rm(folder, { recursive: true })
  })

  it.each([['named'], ['sandboxed'], ['oneFile']])(
    'asks, changes and follows the frame that names its origin: %s',
    { timeout: 60_000 },
    async (name) => {
      const { ask, heard } = embedder(page)
      const answer = (id: number | null) => async () => (await heard(name)).find((one) => one['id'] === id)
      await expect
        .poll(async () => (await heard(name))[0], { timeout: 30_000 })
        .toMatchObject({
          type: 'moduli',
          ready: expect.stringMatching(/^\d+\.\d+\.\d+$/) as unknown,
          origin: name === 'named' ? app.origin : 'null',
        })
      await ask(name, { type: 'moduli', id: 1, call: 'subscribe' })
      await expect.poll(answer(1)).toMatchObject({ result: true })
      await ask(name, {
        type: 'moduli',
        id: 2,
        call: 'set',
        args: [{ element: [2, 1, 1, 1], title: 'told' }],
      })
      await expect.poll(answer(2)).toMatchObject({ result: { rejected: [] } })
      await expect
        .poll(async () => (await heard(name)).find((one) => 'changed' in one))
        .toMatchObject({ id: 1, changed: { title: 'told', element: [2, 1, 1, 1] } })
      await ask(name, { type: 'moduli', id: 3, call: 'element' })
      await expect.poll(answer(3)).toMatchObject({ result: { kind: 'hyperbolic' } })
      await ask(name, { type: 'moduli', id: 4, call: 'set', args: [{ element: [1, 0, 0, -1] }] })
      await expect.poll(answer(4)).toMatchObject({ result: { rejected: [/^element: /] } })
      await ask(name, { type: 'moduli', id: 5, call: 'open' })
      await expect.poll(answer(5)).toMatchObject({ error: /^call must be one of/ })
      // A frame that is out of sight gets no animation frames, and nothing live is written in it.
      await page.locator(`iframe[name=${name}]`).scrollIntoViewIfNeeded()
      const frame = page.frameLocator(`iframe[name=${name}]`)
      await frame.getByText('27 of 27 terms exactly equal').waitFor()
      await frame.locator('.stage-plane canvas').waitFor()
    },
  )

  it('gets no answer from a frame that names no origin, or another one', async () => {
    const { ask, heard } = embedder(page)
    for (const name of ['unnamed', 'misnamed']) {
      const frame = page.frame({ name })!
      await frame.waitForFunction(() => 'moduli' in window)
      await ask(name, { type: 'moduli', id: 1, call: 'set', args: [{ title: 'told' }] })
    }
    // An answer of a frame that does answer is later than theirs would have been.
    await ask('named', { type: 'moduli', id: 9, call: 'get' })
    await expect.poll(async () => (await heard('named')).some(({ id }) => id === 9)).toBe(true)
    for (const name of ['unnamed', 'misnamed']) {
      expect(await heard(name)).toEqual([])
      expect(await page.frame({ name })!.evaluate(() => window.moduli.get().title)).not.toBe('told')
    }
  })

  it('is heard alone: another window of the same origin gets nothing', async () => {
    const frame = page.frame({ name: 'named' })!
    await page.frame({ name: 'beside' })!.evaluate(() => {
      const sly = { type: 'moduli', id: 7, call: 'set', args: [{ title: 'sly' }] }
      window.parent.frames[0]!.postMessage(sly, '*')
    })
    const { ask, heard } = embedder(page)
    await ask('named', { type: 'moduli', id: 10, call: 'get' })
    await expect.poll(async () => (await heard('named')).some(({ id }) => id === 10)).toBe(true)
    expect(await frame.evaluate(() => window.moduli.get().title)).not.toBe('sly')
    expect((await heard('named')).some(({ id }) => id === 7)).toBe(false)
  })

  it('has an example, which applies an element by its own buttons', async () => {
    const example = await browser.newPage()
    guard.listen(example)
    await example.goto(`${app.origin}/embed.html`)
    const said = example.getByRole('status', { name: 'What the frame says' })
    await said.filter({ hasText: /^g is (elliptic|hyperbolic)/ }).waitFor()
    await example.getByRole('button', { name: 'Back to the identity' }).click()
    await example.getByRole('button', { name: 'Apply (2 1; 1 1)' }).click()
    await said.filter({ hasText: /^g is hyperbolic; largest change of the product \d\.\de-1[4-7]/ }).waitFor()
    await example.getByRole('button', { name: 'Move A only' }).click()
    await said.filter({ hasText: /product \d\.\de[+-]\d,/ }).waitFor()
    await example.context().close()
  })
})
