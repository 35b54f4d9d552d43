import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { decodeLink } from '../../src/document/link'
import { lesson } from '../../src/lecture/lessons/01-distances'
import { sideways, violations } from './axe'
import { kept, keptWorks, notice, retitle, title, undone } from './kept'
import { documentOf, painted, ready, settle, setDocument, state, usePages } from './page'
import { choose } from './panels'

const { steps, exercises } = lesson
const count = steps.length + exercises.length
/** From 1, as an address has it. */
const asks = steps.findIndex(({ prediction }) => prediction !== undefined) + 1
const { prediction } = steps[asks - 1]!
const documentOfLink = (link: string) => decodeLink(link).document
/** The title of the state that step 1 shows. */
const shownFirst = documentOfLink(steps[0]!.link).title

/** Panels that this lesson is about: how their titles begin, and the tab that has them. */
const panels: Readonly<Record<string, readonly [title: string, tab: string]>> = {
  product: ['Product', 'Product'],
  factors: ['Factors', 'Factors'],
  element: ['Element', 'Element'],
  move: ['Move', 'Element'],
}

const bar = (page: Page) => page.getByRole('region', { name: `Lesson: ${lesson.title}` })
const said = (page: Page) => page.getByRole('status', { name: 'Lesson', exact: true })
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const search = (page: Page) => page.evaluate(() => location.search)
const at = (step: number) => `?lesson=${lesson.id}&step=${step}`
const isAt = (page: Page, step: number) =>
  expect.poll(() => said(page).textContent()).toMatch(new RegExp(`^Step ${step} of ${count}: `))

async function openFromList(page: Page): Promise<void> {
  await button(page, 'Lessons').click()
  await page.getByRole('dialog').getByRole('button', { name: lesson.title, exact: true }).click()
  await said(page)
    .filter({ hasText: /^Step 1 of/ })
    .waitFor({ state: 'attached' })
}

/** Loads the address of the page again. */
async function reload(page: Page): Promise<void> {
  await page.reload()
  await ready(page)
}

describe('a lesson', () => {
  const open = usePages()
  let page: Page
  beforeAll(async () => {
    page = await open()
    await setDocument(page, { title: 'mine' })
    await retitle(page, 'mine, later')
    await page.getByRole('button', { name: 'Undo' }).click()
    await openFromList(page)
  })

  it('shows its state, its caption and its formulas, and says where it is', async () => {
    expect(await said(page).textContent()).toBe(`Step 1 of ${count}: ${steps[0]!.title}.`)
    expect((await documentOf(page)).title).toBe(shownFirst)
    expect(await bar(page).locator('.caption strong').allTextContents()).toEqual(
      [...steps[0]!.caption.matchAll(/\*\*(.+?)\*\*/g)].map(([, text]) => text),
    )
    const tex = await bar(page).locator('annotation[encoding="application/x-tex"]').allTextContents()
    expect(tex).toEqual([...steps[0]!.caption.matchAll(/\$(.+?)\$/g)].map(([, text]) => text))
    expect(tex.length).toBeGreaterThan(0)
    expect(await bar(page).locator('.katex-error').count()).toBe(0)
    expect(await search(page)).toBe(at(1))
    const shown = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
    expect(shown).toBe('Next step')
  })

  it('outlines what a step is about, and nothing in a step that is about nothing', async () => {
    const looks = [...steps.map(({ look }) => look ?? []), ...exercises.map(() => [])]
    for (const [n, look] of looks.entries()) {
      await isAt(page, n + 1)
      const titles = await page
        .locator('section.highlighted h2')
        .evaluateAll((all) => all.map((one) => /\w+/.exec(one.textContent)![0]))
      const wanted = look.filter((one) => one !== 'stage').map((one) => panels[one]![0])
      expect(titles.sort(), `step ${n + 1}`).toEqual(wanted.sort())
      expect(await page.locator('main.highlighted').count()).toBe(look.includes('stage') ? 1 : 0)
      await page.keyboard.press('PageDown')
      if (steps[n]?.prediction) await page.keyboard.press('PageDown')
    }
    await isAt(page, count)
    for (let n = 1; n < count; n++) await page.keyboard.press('PageUp')
    await isAt(page, 1)
  })

  it('goes on by keys, first to the answer, and back; the address follows', async () => {
    for (let n = 1; n < asks; n++) await page.keyboard.press('ArrowRight')
    await isAt(page, asks)
    expect(await search(page)).toBe(at(asks))
    const choices = bar(page).getByRole('radio')
    expect(await choices.count()).toBe(prediction!.choices.length)
    const wrong = prediction!.answer === 0 ? 1 : 0
    await choices.nth(wrong).check()
    expect(await bar(page).getByText('right').count()).toBe(0)
    // The arrows are those of the choices while one of them has the focus.
    await page.keyboard.press('ArrowLeft')
    await isAt(page, asks)
    await choices.nth(wrong).check()
    await page.keyboard.press('PageDown')
    await expect
      .poll(() => said(page).textContent())
      .toMatch(/The answer is shown: your choice is not right\.$/)
    const verdicts = await bar(page)
      .locator('.guess')
      .evaluateAll((all) => all.map((one) => one.querySelector('b')?.textContent.trim() ?? ''))
    const wanted = prediction!.choices.map((_, n) =>
      n === prediction!.answer ? '✓ right' : n === wrong ? '✗ not right' : '',
    )
    expect(verdicts).toEqual(wanted)
    await page.keyboard.press('PageDown')
    await isAt(page, asks + 1)
    await page.keyboard.press('PageUp')
    await isAt(page, asks)
    expect(await button(page, 'Reveal').count()).toBe(1)
  })

  it('leaves page keys to a field that is typed in, and arrows to a slider', async () => {
    const before = await documentOf(page)
    await title(page).focus()
    await page.keyboard.press('PageDown')
    await page.keyboard.press('ArrowRight')
    await title(page).blur()
    await isAt(page, asks)
    await page.getByRole('slider', { name: 'Translation α' }).focus()
    await page.keyboard.press('ArrowRight')
    await painted(page)
    await isAt(page, asks)
    expect((await documentOf(page)).element).not.toEqual(before.element)
    await page.keyboard.press('PageUp')
    await isAt(page, asks - 1)
  })

  it('begins a step again, whatever was done in it, and undo does not lead out of it', async () => {
    const link = (await state(page)).link
    await retitle(page, 'changed', 'changed again')
    await choose(page, 'Move', 'A only')
    expect(await undone(page)).toEqual([
      'changed again',
      'changed',
      documentOfLink(steps[asks - 2]!.link).title,
    ])
    await retitle(page, 'changed')
    await button(page, 'Begin this step again').click()
    await painted(page)
    expect((await state(page)).link).toBe(link)
    expect(await button(page, 'Undo').getAttribute('aria-disabled')).toBe('true')
  })

  it('goes to any step by the list of them, and shows a solution of an exercise only when it is asked for', async () => {
    await bar(page)
      .getByRole('button', { name: /^Step \d+ of/ })
      .click()
    await page.getByRole('menuitem', { name: new RegExp(`Exercise ${exercises.length}$`) }).click()
    await isAt(page, count)
    const solution = documentOfLink(exercises.at(-1)!.solution)
    const task = await documentOf(page)
    await page.keyboard.press('PageDown')
    expect((await documentOf(page)).a).toEqual(task.a)
    await button(page, 'Show a solution').click()
    await painted(page)
    expect([(await documentOf(page)).a, (await documentOf(page)).b]).toEqual([solution.a, solution.b])
    await button(page, 'Back to the task').click()
    await painted(page)
    expect((await documentOf(page)).a).toEqual(task.a)
  })

  it('is copied as an address with its step', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await button(page, 'Copy link').click()
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toContain(`/${at(count)}&join`)
  })

  it('is left for the own work, with what could be undone and redone', async () => {
    await button(page, 'Leave the lesson').click()
    await painted(page)
    expect(await search(page)).toBe('')
    expect(await bar(page).count()).toBe(0)
    expect(await title(page).inputValue()).toBe('mine')
    await page.getByRole('button', { name: 'Redo' }).click()
    expect(await title(page).inputValue()).toBe('mine, later')
    expect(await undone(page)).toEqual(['mine', '3 × 3 in the half-plane'])
  })

  it('becomes a work of one’s own on demand, with the former one a step of undo away', async () => {
    await openFromList(page)
    await choose(page, 'Move', 'B only')
    await button(page, 'Explore on your own').click()
    await painted(page)
    const { move, title: name } = await documentOf(page)
    expect([move, name]).toEqual(['b', shownFirst])
    expect(await search(page)).toBe('')
    await button(page, 'Undo').click()
    expect(await title(page).inputValue()).toBe('3 × 3 in the half-plane')
  })
})

describe('the address of a lesson', () => {
  const open = usePages()

  it('opens the step over the work of the tab, also after a reload and with what was changed in it', async () => {
    const page = await open({ at: '' })
    await retitle(page, 'mine')
    await kept(page, 'mine')
    await page.goto(`${inject('url')}${at(asks)}`)
    await ready(page)
    await isAt(page, asks)
    await expect.poll(() => page.evaluate(() => location.hash)).toMatch(/^#v=1&/)
    await retitle(page, 'tried')
    await expect.poll(() => page.evaluate(() => location.hash)).toContain('tried')
    await reload(page)
    await isAt(page, asks)
    expect(await title(page).inputValue()).toBe('tried')
    expect(await undone(page)).toEqual([documentOfLink(steps[asks - 1]!.link).title])
    // Nothing of it is anybody's work.
    expect((await keptWorks(page)).map((one) => one.title)).toEqual(['mine'])
    await button(page, 'Leave the lesson').click()
    expect(await title(page).inputValue()).toBe('mine')
    expect(await undone(page)).toEqual(['Attention on a tree of 7 nodes, h = 1'])
    await page.getByRole('button', { name: 'Redo' }).click()
    await settle(page)
    await expect.poll(() => page.evaluate(() => location.search + location.hash)).toMatch(/^#v=1&.*mine/)
    await reload(page)
    expect(await title(page).inputValue()).toBe('mine')
  })

  it('comes back, when it was left for a link that was only looked at, to what the link holds', async () => {
    const page = await open({ at: '#v=1&preset=halfPlane3&x=1' })
    await openFromList(page)
    await reload(page)
    await isAt(page, 1)
    await button(page, 'Leave the lesson').click()
    await painted(page)
    const { coordinates, title: name } = await documentOf(page)
    expect([(coordinates as { x: number }).x, name]).toEqual([1, '3 × 3 in the half-plane'])
  })

  it('is left when a link is followed, which is a step of the own work, and not when the link is refused', async () => {
    const page = await open()
    await openFromList(page)
    await page.evaluate(() => (location.hash = '#v=1&x=nonsense'))
    await expect.poll(() => notice(page).textContent()).toMatch(/^The link was not opened\./)
    await isAt(page, 1)
    await page.evaluate(() => (location.hash = '#v=1&preset=halfPlane3&title=followed'))
    await expect.poll(() => title(page).inputValue()).toBe('followed')
    expect(await bar(page).count()).toBe(0)
    expect(await undone(page)).toEqual(['3 × 3 in the half-plane'])
  })

  it('may hold an experiment, which is read beside the lesson and ends with the step', async () => {
    const page = await open({ at: `${at(1)}#v=1&experiment=booth` })
    const sheet = page.getByRole('dialog', { name: /Booth/ })
    await sheet.getByText('Done in').waitFor()
    expect(await violations(page, '#app')).toEqual([])
    const [over, under] = [(await sheet.boundingBox())!, (await bar(page).boundingBox())!]
    expect(over.y + over.height).toBeLessThanOrEqual(under.y)
    await page.keyboard.press('PageDown')
    await isAt(page, 2)
    expect(await sheet.count()).toBe(0)
  })

  it('that names no lesson, or no step of one, says so and opens what else it holds', async () => {
    for (const [asked, sentence] of [
      ['?lesson=nope&step=1', 'there is no lesson "nope"'],
      [`?lesson=${lesson.id}&step=${count + 1}`, `has the steps 1 to ${count}, not "${count + 1}"`],
      [`?lesson=${lesson.id}&step=1x`, `has the steps 1 to ${count}, not "1x"`],
    ]) {
      const page = await open({ at: `${asked}#v=1&preset=halfPlane3&title=beside` })
      await expect.poll(() => notice(page).textContent()).toContain(sentence)
      expect(await title(page).inputValue()).toBe('beside')
      expect(await page.getByRole('region', { name: /^Lesson: / }).count()).toBe(0)
      await page.close()
    }
  })
})

describe('axe finds nothing in a lesson', { timeout: 90_000 }, () => {
  const open = usePages()
  const clean = async (page: Page, what: string) => {
    expect(await violations(page, '#app'), what).toEqual([])
    expect(await sideways(page), what).toEqual({ wider: 0, moved: 0 })
  }

  it.each(['light', 'dark'] as const)(
    '%s: the list, a question, an answer, a solution',
    async (colorScheme) => {
      const page = await open({ at: '', colorScheme })
      await button(page, 'Lessons').click()
      await page.getByRole('dialog').getByRole('listitem').first().waitFor()
      expect(await violations(page, 'dialog[open]')).toEqual([])
      await page.keyboard.press('Escape')
      await openFromList(page)
      for (let n = 1; n < asks; n++) await page.keyboard.press('PageDown')
      await isAt(page, asks)
      await clean(page, 'a question')
      await bar(page)
        .getByRole('radio')
        .nth(prediction!.answer === 0 ? 1 : 0)
        .check()
      await button(page, 'Reveal').click()
      await clean(page, 'an answer')
      await bar(page)
        .getByRole('button', { name: /^Step \d+ of/ })
        .click()
      await page.getByRole('menuitem', { name: /Exercise 1$/ }).waitFor()
      expect(await violations(page, ':popover-open')).toEqual([])
      await page.getByRole('menuitem', { name: /Exercise 1$/ }).click()
      await button(page, 'Show a solution').click()
      await clean(page, 'a solution')
    },
  )

  it('on a phone, where the picture keeps its place and the tab with the panel is shown', async () => {
    const page = await open({
      at: at(1),
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    })
    await isAt(page, 1)
    await clean(page, 'phone')
    const [first] = steps[0]!.look!.filter((one) => one !== 'stage')
    expect(await page.getByRole('tab', { selected: true }).textContent()).toBe(panels[first!]![1])
    expect((await page.locator('.stage-plane').boundingBox())!.height).toBeGreaterThan(150)
    for (const name of ['Previous step', 'Next step']) {
      const { width, height } = (await button(page, name).boundingBox())!
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(44)
    }
    expect(panels[first!]![1]).not.toBe('Element')
    await button(page, 'Leave the lesson').click()
    expect(await page.getByRole('tab', { selected: true }).textContent()).toBe('Element')
  })

  it('on a projector, where every letter can be read from afar', async () => {
    const page = await open({
      at: `?profile=projector&lesson=${lesson.id}&step=${asks}`,
      viewport: { width: 1920, height: 1080 },
    })
    await isAt(page, asks)
    await button(page, 'Reveal').click()
    await clean(page, 'projector')
    const smallest = await bar(page).evaluate((element) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
      let size = Infinity
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const parent = node.parentElement!
        const isSeen = /[^\s\u200b]/.test(node.textContent!) && !parent.closest('.katex-mathml, .unseen')
        if (isSeen) size = Math.min(size, parseFloat(getComputedStyle(parent).fontSize))
      }
      return size
    })
    expect(smallest).toBeGreaterThanOrEqual(20)
    expect(await search(page)).toBe(`?profile=projector&lesson=${lesson.id}&step=${asks}`)
    await button(page, 'Leave the lesson').click()
    expect(await search(page)).toBe('?profile=projector')
  })
})
