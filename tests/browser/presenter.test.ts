import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import type { Lesson, LessonStep } from '../../src/document/lesson'
import { decodeLink } from '../../src/document/link'
import { documentToJson } from '../../src/document/schema'
import { lessons } from '../../src/lecture/lessons/all'
import { violations } from './axe'
import { documentOf, Guard, openPage, setDocument, settle } from './page'

const guard = new Guard()
let browser: Browser
let page: Page
let audience: Page

beforeAll(async () => {
  browser = await chromium.connect(inject('ws'))
  // What moves by itself is at its end at once.
  page = await openPage(browser, guard, { viewport: { width: 1280, height: 700 }, reducedMotion: 'reduce' })
  await setDocument(page, { title: 'my own work' })
  await page.getByRole('button', { name: 'Lessons' }).click()
  await page.getByRole('button', { name: 'A product made of distances', exact: true }).click()
  const opened = page.context().waitForEvent('page')
  await page.getByRole('button', { name: 'Present', exact: true }).click()
  audience = await opened
  guard.listen(audience)
  await audience.setViewportSize({ width: 1280, height: 640 })
  await audience.waitForSelector('.stage-plane')
  await page.getByText('The audience sees this.').waitFor()
})
afterEach(() => expect(guard.take()).toEqual([]))
afterAll(() => browser.close())

const said = (on: Page, name: string) => on.getByRole('status', { name, exact: true }).textContent()
const bar = (on: Page) => on.getByRole('region', { name: /^Lesson: / })
const heading = (on: Page) => bar(on).getByRole('heading').first().textContent()

/** The words of a text outside of formulas, without the signs of Markdown. */
const wordsOf = (markdown: string) =>
  markdown
    .replaceAll(/\$[^$]*\$/g, ' ')
    .replaceAll(/\]\([^)]*\)/g, ' ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 3)

async function checkCaption(on: Page, step: Pick<LessonStep, 'caption'>): Promise<void> {
  const shown = await bar(on).locator('.caption').first().textContent()
  let rest = shown!
  for (const word of wordsOf(step.caption)) {
    const at = rest.indexOf(word)
    expect(at, `"${word}" of the caption in "${shown}"`).toBeGreaterThanOrEqual(0)
    rest = rest.slice(at + word.length)
  }
  expect(await bar(on).locator('.katex-error, .tex-error').count()).toBe(0)
}

/** The document that a step shows when what moves by itself is at its end; of a training run all but what it learns. */
function shownBy({ link, play }: Pick<LessonStep, 'link' | 'play'>): Record<string, unknown> {
  const { document } = decodeLink(link)
  const change =
    play?.kind === 'flow'
      ? { time: play.to }
      : play?.kind === 'element' && { element: decodeLink(play.link).document.element }
  const json: Record<string, unknown> = { ...documentToJson({ ...document, ...change }) }
  if (play?.kind === 'train') for (const name of ['a', 'b', 'head', 'classifier']) delete json[name]
  return json
}

async function checkState(step: Pick<LessonStep, 'link' | 'play'>): Promise<void> {
  const wanted = shownBy(step)
  for (const on of [page, audience]) {
    await expect
      .poll(async () => {
        const json = { ...(await documentOf(on)) } as Record<string, unknown>
        return Object.fromEntries(Object.keys(wanted).map((name) => [name, json[name]]))
      })
      .toEqual(wanted)
  }
}

/** Twins that a step trains come to their end in both windows. */
async function checkTwins({ play }: LessonStep): Promise<void> {
  if (play?.kind !== 'twins') return
  for (const on of [page, audience]) {
    const status = on.getByRole('status', { name: 'Twins', exact: true })
    await expect.poll(() => status.textContent()).toMatch(`After ${play.steps} steps`)
  }
}

/** Goes through a lesson with the keys of a clicker, from its first step to its last exercise, in both windows. */
async function goThrough({ steps, exercises }: Lesson, press: (key: string) => Promise<void>): Promise<void> {
  for (const [n, step] of steps.entries()) {
    if (n > 0) await press('PageDown')
    await expect.poll(() => heading(audience)).toBe(step.title)
    expect(await heading(page)).toBe(step.title)
    await checkCaption(page, step)
    await checkCaption(audience, step)
    await checkState(step.prediction ? { link: step.link } : step)
    if (!step.prediction) continue
    expect(await audience.getByText('✓ right').count()).toBe(0)
    await press('PageDown')
    const right = audience.locator('.guess').nth(step.prediction.answer).getByText('✓ right')
    await right.waitFor()
    expect(await audience.getByText('✓ right').count()).toBe(1)
    await checkState({ ...step, link: step.prediction.link ?? step.link })
    await checkTwins(step)
  }
  for (const [n, exercise] of exercises.entries()) {
    await press('PageDown')
    await expect.poll(() => heading(audience)).toBe(`Exercise ${n + 1}`)
    await checkCaption(audience, { caption: exercise.task })
    await checkState({ link: exercise.link })
    await page.getByRole('button', { name: 'Show a solution' }).click()
    await checkState({ link: exercise.solution })
  }
}

describe('a lecture', () => {
  it.each(lessons)(
    'goes through the lesson $id by the keys of a clicker',
    { timeout: 120_000 },
    async (listed) => {
      const lesson = await listed.load()
      if ((await bar(page).count()) > 0) await page.getByRole('button', { name: 'Leave the lesson' }).click()
      await page.getByRole('button', { name: 'Lessons' }).click()
      await page.getByRole('button', { name: lesson.title, exact: true }).click()
      // A clicker sends its keys to whichever window has the focus.
      const on = lessons.indexOf(listed) % 2 === 0 ? page : audience
      await goThrough(lesson, (key) => on.keyboard.press(key))
      await page.getByRole('button', { name: 'Leave the lesson' }).click()
      expect((await documentOf(page)).title).toBe('my own work')
      await expect.poll(async () => (await documentOf(audience)).title).toBe('my own work')
      await expect.poll(() => bar(audience).count()).toBe(0)
    },
  )

  it('is black, frozen and pointed at from the window of the presenter', async () => {
    await page.getByRole('button', { name: 'Lessons' }).click()
    await page.getByRole('button', { name: 'A product made of distances', exact: true }).click()
    await bar(audience).waitFor()
    for (const key of ['b', '.']) {
      await page.keyboard.press(key)
      await audience.getByRole('img', { name: 'Black' }).waitFor()
      await page.keyboard.press(key === 'b' ? 'Escape' : '.')
      await audience.getByRole('img', { name: 'Black' }).waitFor({ state: 'detached' })
    }
    const title = await heading(audience)
    await page.getByRole('button', { name: 'Freeze' }).click()
    await page.keyboard.press('PageDown')
    await setDocument(page, { title: 'not to be seen' })
    await page.waitForTimeout(300)
    expect(await heading(audience)).toBe(title)
    expect((await documentOf(audience)).title).not.toBe('not to be seen')
    await page.getByRole('button', { name: 'Freeze' }).click()
    await expect.poll(() => heading(audience)).toBe(await heading(page))
    await expect.poll(async () => (await documentOf(audience)).title).toBe('not to be seen')

    await page.getByRole('radio', { name: 'Pointer' }).click()
    const from = (await page.locator('.stage-plane').boundingBox())!
    await page.mouse.move(from.x + from.width / 2 + from.height / 4, from.y + from.height / 4)
    await audience.locator('.audience-pointer').waitFor()
    const to = (await audience.locator('.stage-plane').boundingBox())!
    const mark = (await audience.locator('.audience-pointer').boundingBox())!
    expect(mark.x + mark.width / 2 - (to.x + to.width / 2 + to.height / 4)).toBeCloseTo(0, 0)
    expect(mark.y + mark.height / 2 - (to.y + to.height / 4)).toBeCloseTo(0, 0)
    await page.keyboard.press('Escape')
    await audience.locator('.audience-pointer').waitFor({ state: 'detached' })
  })

  it('is followed in a drag, and keys in a field are no commands', async () => {
    const before = await heading(page)
    const field = page.getByRole('textbox', { name: 'Title' })
    await field.focus()
    for (const key of ['b', '.', 'PageDown']) await page.keyboard.press(key)
    expect(await audience.getByRole('img', { name: 'Black' }).count()).toBe(0)
    expect(await heading(page)).toBe(before)
    await page.keyboard.press('Escape')
    const slider = page.getByRole('slider', { name: 'Translation α' })
    await slider.focus()
    await page.keyboard.press('ArrowRight')
    const { element } = await documentOf(page)
    await expect.poll(async () => (await documentOf(audience)).element).toEqual(element)
  })

  it('goes on after the presenter has reloaded, and ends when that is asked for', async () => {
    const title = await heading(page)
    await page.reload()
    await expect.poll(() => said(page, 'Audience')).toBe('The audience sees this.')
    expect(await heading(page)).toBe(title)
    await page.keyboard.press('PageUp')
    await expect.poll(() => heading(audience)).toBe(await heading(page))
    expect(await violations(page)).toEqual([])
    expect(await violations(audience)).toEqual([])
    await page.getByRole('button', { name: 'End presenting' }).click()
    await audience.getByText('The presentation has ended.').waitFor()
    await page.getByRole('region', { name: 'Presenter' }).waitFor({ state: 'detached' })
    await settle(page)
  })

  it('of a session leaves another tab alone', async () => {
    const other = await page.context().newPage()
    guard.listen(other)
    await other.goto(`${inject('url')}#v=1&preset=line2`)
    await other.waitForFunction(() => 'moduli' in window)
    const before = await documentOf(other)
    await page.keyboard.press('PageDown')
    await page.waitForTimeout(200)
    expect(await documentOf(other)).toEqual(before)
    await other.close()
  })
})
