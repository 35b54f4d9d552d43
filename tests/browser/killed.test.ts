import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterEach, describe, expect, inject, it } from 'vitest'
import { openingDocument } from '../../src/document/presets'
import { launchOptions } from './chromium'
import { notice, retitle, title, undone } from './kept'
import { documentOf } from './page'
import { emptyPlaces, placement } from './stage'

/** A browser of its own with a profile that stays, in a process group that can be killed as a whole. */
class Visitor {
  private process: ChildProcess | undefined
  private browser: Browser | undefined
  private readonly profile = mkdtemp(path.join(tmpdir(), 'moduli-'))

  async open(): Promise<Page> {
    const profile = await this.profile
    const port = path.join(profile, 'DevToolsActivePort')
    await rm(port, { force: true })
    const { executablePath, args } = launchOptions()
    this.process = spawn(
      executablePath ?? chromium.executablePath(),
      [
        ...args!,
        '--headless',
        '--no-first-run',
        '--remote-debugging-port=0',
        `--user-data-dir=${profile}`,
        'about:blank',
      ],
      { detached: true, stdio: 'ignore' },
    )
    await expect.poll(() => existsSync(port), { timeout: 15_000 }).toBe(true)
    const [number] = (await readFile(port, 'utf8')).split('\n')
    this.browser = await chromium.connectOverCDP(`http://127.0.0.1:${number}`)
    const page = await this.browser.contexts()[0]!.newPage()
    await page.goto(inject('url'))
    await page.waitForFunction(() => 'moduli' in window)
    await page.waitForSelector('.stage-plane')
    return page
  }

  async kill(): Promise<void> {
    const ended = new Promise((done) => this.process!.once('exit', done))
    process.kill(-this.process!.pid!, 'SIGKILL')
    await ended
    await this.browser?.close().catch(() => undefined)
    this.process = undefined
  }

  async end(): Promise<void> {
    if (this.process) await this.kill()
    await rm(await this.profile, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function goOn(page: Page): Promise<void> {
  await expect
    .poll(() => notice(page).textContent(), { timeout: 5000 })
    .toMatch(/^Continue where you left off\?/)
  await page.getByRole('button', { name: 'Continue' }).click()
}

describe('a browser that is killed', () => {
  const visitor = new Visitor()
  afterEach(() => visitor.end())

  it(
    '0.3 s after a change, and 0.05 s after the end of a drag, has lost nothing',
    { timeout: 90_000 },
    async () => {
      let page = await visitor.open()
      await retitle(page, 'first')
      await retitle(page, 'second')
      await sleep(300)
      await visitor.kill()

      page = await visitor.open()
      await goOn(page)
      await expect.poll(() => title(page).inputValue()).toBe('second')
      expect(await undone(page)).toEqual(['first', openingDocument.title])
      for (let n = 0; n < 2; n++) await page.getByRole('button', { name: 'Redo', exact: true }).click()

      await expect.poll(async () => (await placement(page)).slack).toBeLessThan(0.2)
      const [from, to] = await emptyPlaces(page, await placement(page))
      await page.mouse.move(...from!)
      await page.mouse.down()
      await page.mouse.move(...to!, { steps: 5 })
      await page.evaluate(() => {
        const ended = new Promise((done) => addEventListener('pointerup', done, { once: true }))
        const last = ended.then(() => JSON.stringify(window.moduli.get()))
        Object.assign(window, { last })
      })
      await page.mouse.up()
      await sleep(50)
      const wanted = await page.evaluate(() => (window as unknown as { last: Promise<string> }).last)
      await visitor.kill()

      page = await visitor.open()
      await goOn(page)
      await expect.poll(() => title(page).inputValue()).toBe('second')
      expect(JSON.stringify(await documentOf(page))).toBe(wanted)
      await page.getByRole('button', { name: 'Undo', exact: true }).click()
      expect(JSON.stringify(await documentOf(page))).not.toBe(wanted)
      expect((await undone(page)).slice(-1)).toEqual([openingDocument.title])
    },
  )

  it('in a lesson has lost nothing of the work from before it', { timeout: 60_000 }, async () => {
    let page = await visitor.open()
    await retitle(page, 'mine')
    await page.getByRole('button', { name: 'Lessons', exact: true }).click()
    await page.getByRole('dialog').getByRole('listitem').getByRole('button').first().click()
    await page.getByRole('button', { name: 'Leave the lesson' }).waitFor()
    await retitle(page, 'tried')
    await sleep(700)
    await visitor.kill()

    page = await visitor.open()
    await goOn(page)
    await expect.poll(() => title(page).inputValue()).toBe('mine')
    expect(await undone(page)).toEqual([openingDocument.title])
  })
})
