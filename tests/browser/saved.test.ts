import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import { openingDocument } from '../../src/document/presets'
import { sideways, violations } from './axe'
import { kept, keptWorks, lookedAround, notice, retitle, seeLooking, title, undoIsOff, undone } from './kept'
import { documentOf, Guard, openBeside, openPage, setDocument, type OpenOptions } from './page'

/** Software GL is slow, and these tests do not look at the picture. */
const viewport = { width: 640, height: 360 }
const guard = new Guard()
let browser: Browser
const open = (options: OpenOptions = {}) =>
  openPage(browser, guard, { viewport, at: '', picture: false, ...options })
beforeAll(async () => {
  browser = await chromium.connect(inject('ws'))
})
afterEach(() => expect(guard.take()).toEqual([]))
afterAll(() => browser.close())

/** A busy machine is slow to answer. */
const patient = { timeout: 6000 }
const hashOf = (page: Page) => new URL(page.url()).hash
const answers = (page: Page) => page.waitForFunction(() => 'moduli' in window)
async function reload(page: Page): Promise<void> {
  await page.reload()
  await answers(page)
}
async function goTo(page: Page, at: string): Promise<void> {
  await page.goto('about:blank')
  await page.goto(inject('url') + at)
  await answers(page)
}
/** Waits until the history of the tab is back. */
const resumed = (page: Page) => expect.poll(() => undoIsOff(page), patient).toBe('false')
async function savedWork(page: Page) {
  await page.getByRole('button', { name: 'Presets' }).click()
  await page.getByRole('menuitem', { name: 'Saved work …' }).click()
  return page.getByRole('dialog', { name: 'Saved work' })
}

describe('a reload', () => {
  it('goes on with the document, its history and what can be redone; nothing is kept of a page that was only seen', async () => {
    const page = await open()
    await page.waitForTimeout(400)
    expect(await keptWorks(page)).toEqual([])
    await retitle(page, 'one', 'two', 'three', 'four')
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    // What is younger than 250 ms is written while the page closes, which no browser promises.
    await kept(page, 'three')
    await reload(page)
    await expect.poll(() => title(page).inputValue(), patient).toBe('three')
    await page.getByRole('button', { name: 'Redo', exact: true }).click()
    await expect.poll(() => title(page).inputValue()).toBe('four')
    await expect.poll(() => hashOf(page), patient).toContain('title=four')
    await reload(page)
    await resumed(page)
    const document = await documentOf(page)
    expect(await undone(page)).toEqual(['three', 'two', 'one', openingDocument.title])
    expect(document.title).toBe('four')
    expect((await keptWorks(page)).length).toBe(1)
    await page.context().close()
  })

  it('goes on with matrices that are too large for a link, and shows nothing else before', async () => {
    const page = await open({
      before: () => {
        const titles: string[] = []
        Object.assign(window, { titles })
        new MutationObserver(() => {
          const field = document.querySelector<HTMLInputElement>('input[aria-label=Title]')
          if (field && field.value !== titles.at(-1)) titles.push(field.value)
        }).observe(document, { subtree: true, childList: true, attributes: true })
      },
    })
    const factor = (sign: number) =>
      Array.from({ length: 32 }, (_, k) =>
        Array.from({ length: 32 }, (__, i) => [sign * Math.sin(k + 32 * i), Math.exp(Math.cos(k + 3 * i))]),
      )
    await setDocument(page, { title: 'large', a: factor(1), b: factor(-1), head: null })
    const before = await documentOf(page)
    await kept(page, 'large')
    await expect.poll(() => notice(page).textContent(), patient).toContain('too large for a link')
    await reload(page)
    const titles = () => page.evaluate(() => (window as unknown as { titles: string[] }).titles)
    await expect.poll(titles, patient).toEqual(['large'])
    expect(await documentOf(page)).toEqual(before)
    expect(await undone(page)).toEqual([openingDocument.title])
    await page.context().close()
  })
})

describe('work', () => {
  it('is written when a drag ends, never in its course, and once a second where changes do not end', async () => {
    const page = await open({
      before: () => {
        const put = Reflect.get(IDBObjectStore.prototype, 'put') as (
          ...of: unknown[]
        ) => IDBRequest<IDBValidKey>
        const writes: number[] = []
        Object.assign(window, { writes })
        IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...of: unknown[]) {
          if (this.name === 'works') writes.push(performance.now())
          return put.apply(this, of)
        }
      },
    })
    const writes = () => page.evaluate(() => (window as unknown as { writes: number[] }).writes)
    const slider = page.getByRole('slider', { name: 'Dilation t' })
    await slider.scrollIntoViewIfNeeded()
    const start = await documentOf(page)
    const box = (await slider.boundingBox())!
    const at = (part: number) => [box.x + part * box.width, box.y + box.height / 2] as const
    await page.mouse.move(...at(0.5))
    await page.mouse.down()
    for (let n = 0; n < 8; n++) {
      await page.mouse.move(...at(0.5 + n / 50))
      await page.waitForTimeout(80)
    }
    expect(await documentOf(page)).not.toEqual(start)
    expect(await writes()).toEqual([])
    await page.evaluate(() =>
      addEventListener('pointerup', () => Object.assign(window, { up: performance.now() })),
    )
    await page.mouse.up()
    await expect.poll(async () => (await writes()).length).toBeGreaterThan(0)
    const up = await page.evaluate(() => (window as unknown as { up: number }).up)
    expect((await writes())[0]! - up).toBeLessThan(200)

    await page.waitForTimeout(800)
    const before = (await writes()).length
    await page.evaluate(async () => {
      for (let n = 0; n < 62; n++) {
        window.moduli.set({ title: `${n}` })
        await new Promise((done) => setTimeout(done, 50))
      }
    })
    const during = (await writes()).length - before
    expect(during).toBeGreaterThanOrEqual(2)
    // One a second, and on a busy machine a rest in between.
    expect(during).toBeLessThanOrEqual(6)
    await page.context().close()
  })
})

describe('two tabs', () => {
  it('keep each its own work; so does a duplicated one', async () => {
    const page = await open()
    const other = await openBeside(page, guard, '')
    await retitle(page, 'mine')
    await retitle(other, 'other')
    await kept(page, 'mine')
    await kept(page, 'other')
    const duplicate = await Promise.all([
      page.context().waitForEvent('page'),
      page.evaluate(() => void window.open(location.href)),
    ]).then(([opened]) => opened)
    guard.listen(duplicate)
    await answers(duplicate)
    await resumed(duplicate)
    await expect.poll(() => title(duplicate).inputValue()).toBe('mine')
    await retitle(duplicate, 'copy')
    await kept(page, 'copy')
    const titles = (await keptWorks(page)).map((work) => work.title)
    expect(titles.sort()).toEqual(['copy', 'mine', 'other'])
    for (const [tab, history] of [
      [page, ['mine']],
      [other, ['other']],
      [duplicate, ['copy', 'mine']],
    ] as const) {
      await reload(tab)
      await resumed(tab)
      expect([await title(tab).inputValue(), ...(await undone(tab))]).toEqual([
        ...history,
        openingDocument.title,
      ])
    }
    await page.context().close()
  })

  it('the older one stops keeping its work, and says so once, when a newer version has been there', async () => {
    const page = await open()
    await retitle(page, 'before')
    await kept(page, 'before')
    const newer = await page.context().newPage()
    await newer.goto(`${inject('url')}favicon.svg`)
    await newer.evaluate(
      () =>
        new Promise<void>((done, fail) => {
          const asked = indexedDB.open('moduli', 99)
          asked.onblocked = () => fail(new Error('the older page holds the database'))
          asked.onsuccess = () => {
            asked.result.close()
            done()
          }
        }),
    )
    await expect
      .poll(() => notice(page).textContent())
      .toMatch(/^Work is no longer kept.*newer version.*Reload/)
    await page.getByRole('button', { name: 'Dismiss' }).click()
    await retitle(page, 'after')
    await page.waitForTimeout(600)
    expect((await keptWorks(newer)).map((work) => work.title)).toEqual(['before'])
    await expect.poll(() => notice(page).textContent()).toBe('')
    // An older page that is opened after the newer one.
    await reload(page)
    await expect.poll(() => notice(page).textContent(), patient).toMatch(/newer version/)
    await expect.poll(() => title(page).inputValue()).toBe('after')
    await page.context().close()
  })
})

describe('a link', () => {
  it('opens beside the work of the tab, which stays among the saved ones; what was shared can be brought back', async () => {
    const page = await open()
    await retitle(page, 'worked on')
    await kept(page, 'worked on')
    await goTo(page, '#v=0&preset=line2&alpha=2')
    expect(await documentOf(page)).toMatchObject({ space: 'line', element: 2 })
    expect(await undone(page)).toEqual([])
    const shared = await documentOf(page)
    await setDocument(page, { element: 3 })
    await retitle(page, 'changed')
    await kept(page, 'changed')
    await reload(page)
    await expect.poll(() => title(page).inputValue(), patient).toBe('changed')
    let dialog = await savedWork(page)
    await dialog.getByRole('button', { name: /^Open worked on/ }).waitFor()
    await dialog.getByRole('button', { name: 'Back to what was shared' }).click()
    await dialog.waitFor({ state: 'detached' })
    expect(await documentOf(page)).toEqual(shared)
    await page.keyboard.press('Control+z')
    expect(await documentOf(page)).toMatchObject({ title: 'changed', element: 3 })
    dialog = await savedWork(page)
    await dialog.getByRole('button', { name: /^Open worked on/ }).click()
    await expect.poll(() => title(page).inputValue()).toBe('worked on')
    await page.keyboard.press('Control+z')
    await expect.poll(() => title(page).inputValue()).toBe('changed')
    await page.context().close()
  })

  it('that cannot be read leaves the work of the tab, says why, and offers what could be read', async () => {
    const page = await open()
    await retitle(page, 'mine')
    await kept(page, 'mine')
    await goTo(page, '#v=0&preset=line2&alpha=two')
    await expect.poll(() => title(page).inputValue(), patient).toBe('mine')
    await expect.poll(() => notice(page).textContent()).toMatch(/^The link was not opened\. .*alpha/)
    await expect.poll(() => hashOf(page), patient).toContain('title=mine')
    await page.getByRole('button', { name: 'Open what could be read' }).click()
    expect(await documentOf(page)).toMatchObject({ space: 'line', title: '2 × 2 on the real line' })
    expect(await undone(page)).toEqual(['mine', openingDocument.title])
    await page.context().close()
  })
})

describe('work whose tab is gone', () => {
  it('is offered once in a new tab, with its history, and not while its tab is there', async () => {
    const page = await open()
    await retitle(page, 'left', 'left alone')
    await kept(page, 'left alone')
    await seeLooking(page)
    const early = await openBeside(page, guard, '')
    await lookedAround(early)
    await early.waitForTimeout(300)
    await expect.poll(() => notice(early).textContent()).toBe('')
    await page.close()
    const held = () => early.evaluate(async () => (await navigator.locks.query()).held!.length)
    await expect.poll(held, { timeout: 5000 }).toBe(0)
    const next = await openBeside(early, guard, '')
    await expect
      .poll(() => notice(next).textContent())
      .toMatch(/^Continue where you left off\? “left alone”, today at \d\d:\d\d\.$/)
    const again = await openBeside(early, guard, '')
    await lookedAround(again)
    await again.waitForTimeout(300)
    await expect.poll(() => notice(again).textContent()).toBe('')
    await next.getByRole('button', { name: 'Continue' }).click()
    await expect.poll(() => title(next).inputValue(), patient).toBe('left alone')
    expect(await undone(next)).toEqual(['left', openingDocument.title])
    await next.getByRole('button', { name: 'Redo', exact: true }).click()
    await kept(next, 'left')
    expect(await keptWorks(next)).toHaveLength(1)
    await next.context().close()
  })
})

describe('the saved work', () => {
  it('has a state for each document that was left, which can be opened and deleted, and all be forgotten', async () => {
    const page = await open({ viewport: { width: 390, height: 844 } })
    await retitle(page, 'first')
    for (const [preset, name] of [
      ['2 × 2 on the real line', 'second'],
      ['3 × 3 on the real line', 'third'],
    ] as const) {
      await page.getByRole('button', { name: 'Presets' }).click()
      await page.getByRole('menuitem', { name: preset }).click()
      await expect.poll(() => title(page).inputValue(), patient).toBe(preset)
      await retitle(page, name)
    }
    await kept(page, 'third')
    const dialog = await savedWork(page)
    const states = dialog.getByRole('listitem')
    await expect.poll(() => states.count()).toBe(2)
    await dialog.getByText('2 × 2 and 2 × 2, real line; g translation by').waitFor()
    expect(await violations(page, '.saved')).toEqual([])
    expect(await sideways(page)).toEqual({ wider: 0, moved: 0 })
    await dialog.getByRole('button', { name: /^Delete second/ }).click()
    await expect.poll(() => states.count()).toBe(1)
    await dialog.getByRole('button', { name: /^Open first/ }).click()
    await expect.poll(() => title(page).inputValue()).toBe('first')
    await savedWork(page)
    // The document in whose place it was opened has been put aside.
    await dialog.getByRole('button', { name: /^Open third/ }).waitFor()
    await dialog.getByRole('button', { name: /^Forget all/ }).click()
    await dialog.getByRole('button', { name: 'Forget all', exact: true }).click()
    await dialog.getByText('There is no other saved work.').waitFor()
    expect(await keptWorks(page)).toEqual([])
    await page.keyboard.press('Escape')
    await expect.poll(() => title(page).inputValue()).toBe('first')
    expect(await undone(page)).toEqual([])
    await page.context().close()
  })
})

describe('storage', () => {
  it('that is refused is said once, and work goes on', async () => {
    const page = await open({
      before: () => Object.defineProperty(window, 'indexedDB', { value: undefined }),
    })
    await expect.poll(() => notice(page).textContent()).toBe('')
    await retitle(page, 'one')
    const sentence =
      /^Work is not kept on this device, because the browser gives this page no storage\. Links/
    await expect.poll(() => notice(page).textContent(), patient).toMatch(sentence)
    await page.getByRole('button', { name: 'Dismiss' }).click()
    await retitle(page, 'two')
    await expect.poll(() => hashOf(page), patient).toContain('title=two')
    await expect.poll(() => notice(page).textContent()).toBe('')
    const dialog = await savedWork(page)
    await dialog.getByText('Nothing is kept on this device, because the browser gives').waitFor()
    await page.context().close()
  })

  it('that is full is said once; what could not be kept is kept when there is room', async () => {
    const page = await open({
      before: () => {
        const put = Reflect.get(IDBObjectStore.prototype, 'put') as (
          ...of: unknown[]
        ) => IDBRequest<IDBValidKey>
        Object.assign(window, { isFull: true })
        IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...of: unknown[]) {
          if ((window as unknown as { isFull: boolean }).isFull)
            throw new DOMException('full', 'QuotaExceededError')
          return put.apply(this, of)
        }
      },
    })
    await retitle(page, 'one')
    await expect.poll(() => notice(page).textContent(), patient).toMatch(/because its storage is full/)
    expect(await keptWorks(page)).toEqual([])
    await page.evaluate(() => Object.assign(window, { isFull: false }))
    await retitle(page, 'two')
    await kept(page, 'two')
    await page.context().close()
  })

  it('that was cleared is said, and the address still has the document', async () => {
    const page = await open()
    await retitle(page, 'cleared')
    await kept(page, 'cleared')
    await expect.poll(() => hashOf(page), patient).toContain('cleared')
    await page.evaluate(async () => {
      for (const { name } of await indexedDB.databases()) indexedDB.deleteDatabase(name!)
    })
    await page.getByRole('button', { name: 'Dismiss' }).click()
    await reload(page)
    await expect.poll(() => notice(page).textContent(), patient).toMatch(/is not on this device any more/)
    await expect.poll(() => title(page).inputValue()).toBe('cleared')
    await page.context().close()
  })

  it('is not used by an embedded page', async () => {
    const page = await open()
    await page.route('**/lecture.html', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: '<iframe name="embedded" src="./" style="width: 640px; height: 360px"></iframe>',
      }),
    )
    await page.goto(`${inject('url')}lecture.html`)
    const inside = page.frame({ name: 'embedded' })!
    await inside.waitForFunction(() => 'moduli' in window)
    await inside.evaluate(() => window.moduli.set({ title: 'embedded' }))
    await page.waitForTimeout(600)
    expect(await keptWorks(page)).toEqual([])
    await page.context().close()
  })
})
