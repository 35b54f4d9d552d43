import type { Page } from 'playwright-core'
import { PNG } from 'pngjs'
import { beforeAll, describe, expect, it } from 'vitest'
import { presets } from '../../src/document/presets'
import { sideways } from './axe'
import { painted, settle, usePages, type OpenOptions } from './page'
import { unfoldAll } from './panels'

const screens: Readonly<Record<string, OpenOptions>> = {
  projector: { viewport: { width: 1920, height: 1080 }, at: '?profile=projector' },
  laptop: { viewport: { width: 1366, height: 768 } },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
}

/** Number of different colours of the canvas, and the part that the commonest of them covers. */
async function variety(page: Page): Promise<{ colours: number; commonest: number }> {
  const shot = await page.locator('.stage-plane canvas').screenshot()
  const { data } = PNG.sync.read(shot)
  const counted = new Map<number, number>()
  for (let n = 0; n < data.length; n += 4) {
    const colour = (data[n]! << 16) | (data[n + 1]! << 8) | data[n + 2]!
    counted.set(colour, (counted.get(colour) ?? 0) + 1)
  }
  return { colours: counted.size, commonest: (4 * Math.max(...counted.values())) / data.length }
}

const tabs = ['Product', 'Loss', 'Factors', 'Element']

/** Does something with each panel in sight: on the phone one after the other. */
async function eachPanel(page: Page, look: (where: string) => Promise<void>): Promise<void> {
  if (!(await page.getByRole('tablist').isVisible())) return look('all panels')
  for (const name of tabs) {
    await page.getByRole('tab', { name, exact: true }).click()
    await painted(page)
    await look(name)
  }
}

/** Does something with each menu and dialog that opens from the page. */
async function eachOverlay(page: Page, look: (part: string) => Promise<void>): Promise<void> {
  for (const name of ['Presets', 'Export', 'View settings']) {
    await page.getByRole('button', { name, exact: true }).click()
    await painted(page)
    await look(':popover-open')
    await page.keyboard.press('Escape')
  }
  if (await page.getByRole('tablist').isVisible()) await page.getByRole('tab', { name: 'Factors' }).click()
  for (const name of ['Import', 'Edit entries']) {
    await page.getByRole('button', { name, exact: true }).click()
    await page.getByRole('dialog').waitFor()
    await look('dialog[open]')
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  }
}

for (const [screen, options] of Object.entries(screens)) {
  describe.each(['light', 'dark'] as const)(`on a ${screen}, %s`, (colorScheme) => {
    const open = usePages()
    let page: Page
    beforeAll(async () => {
      page = await open({ ...options, colorScheme })
    })

    const tilts = screen === 'laptop' && colorScheme === 'light'

    it('every preset draws a picture, and nothing scrolls sideways', async () => {
      // Sizes are the same in the dark, where one preset of each space shows the colours.
      const shown = colorScheme === 'light' ? presets : presets.filter(({ name }) => /3$/.test(name))
      for (const { name } of shown) {
        for (const view of tilts && /3$/.test(name) ? ['', '&tilt=1'] : ['']) {
          await page.evaluate((hash) => (location.hash = hash), `#v=1&preset=${name}${view}`)
          await settle(page)
          const { colours, commonest } = await variety(page)
          expect(colours, name + view).toBeGreaterThan(200)
          expect(commonest, name + view).toBeLessThan(0.8)
          expect(await sideways(page), name + view).toEqual({ wider: 0, moved: 0 })
        }
      }
      await page.evaluate(() => (location.hash = '#v=1&preset=halfPlane3'))
      await settle(page)
    })

    it('nothing scrolls sideways, whatever is open', async () => {
      await unfoldAll(page)
      await eachPanel(page, async (where) => {
        expect(await sideways(page), where).toEqual({ wider: 0, moved: 0 })
      })
      if (colorScheme === 'dark') return
      await eachOverlay(page, async (part) => {
        expect(await sideways(page), part).toEqual({ wider: 0, moved: 0 })
      })
    })
  })
}

/** Does something with each dialog that opens from a menu of the bar. */
async function eachDialog(page: Page, look: (title: string) => Promise<void>): Promise<void> {
  for (const [menu, item] of [
    ['Presets', 'Saved work …'],
    ['Presets', 'Random matrices …'],
    ['Export', 'QR code of the link …'],
    ['Export', 'Embed code …'],
    ['View settings', 'About Moduli'],
    ['View settings', 'Keys and gestures'],
  ] as const) {
    await page.getByRole('button', { name: menu, exact: true }).click()
    await page.locator(':popover-open').getByText(item, { exact: true }).click()
    await page.getByRole('dialog').waitFor()
    await painted(page)
    await look(item)
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  }
}

/** Texts in sight that are smaller than this many CSS pixels, formulas as a whole. */
const smallTexts = (page: Page, least: number) =>
  page.evaluate((size) => {
    const found = new Set<string>()
    const check = (element: Element, text: string) => {
      const { width, height } = element.getBoundingClientRect()
      const isSeen =
        width > 2 &&
        height > 2 &&
        element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
      const font = parseFloat(getComputedStyle(element).fontSize)
      if (isSeen && font < size)
        found.add(`${font}px ${element.className || element.tagName}: ${text.slice(0, 30)}`)
    }
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement!
      const text = walker.currentNode.textContent!.trim()
      if (text !== '' && !parent.closest('script, style, noscript, option'))
        check(parent.closest('.katex') ?? parent, text)
    }
    for (const field of document.querySelectorAll('input, select, textarea')) check(field, 'a field')
    return [...found]
  }, least)

/** Controls in sight that are lower than this many CSS pixels; a check box with its label, no link in a sentence. */
const lowControls = (page: Page, least: number) =>
  page.evaluate((size) => {
    const found = new Set<string>()
    for (const control of document.querySelectorAll('button, a[href], input, select, textarea, [role=tab]')) {
      if (control.matches('li > a, p > a')) continue
      const { pointerEvents } = getComputedStyle(control)
      if (
        !control.checkVisibility({ visibilityProperty: true, opacityProperty: true }) ||
        pointerEvents === 'none'
      )
        continue
      const target = control.matches('[type=radio], [type=checkbox]') ? control.closest('label')! : control
      const { width, height } = target.getBoundingClientRect()
      const name = control.getAttribute('aria-label') ?? target.textContent
      if (width > 0 && height < size - 0.5) found.add(`${height.toFixed(0)}px ${control.tagName} ${name}`)
    }
    return [...found]
  }, least)

describe('text for the last row, controls for thumbs', () => {
  const open = usePages()

  it('on a projector every text is at least 20 px, in menus and dialogs too', async () => {
    const page = await open(screens['projector'])
    await unfoldAll(page)
    expect(await smallTexts(page, 20)).toEqual([])
    await eachOverlay(page, async (part) => {
      expect(await smallTexts(page, 20), part).toEqual([])
    })
    await eachDialog(page, async (title) => {
      expect(await smallTexts(page, 20), title).toEqual([])
      expect(await sideways(page), title).toEqual({ wider: 0, moved: 0 })
    })
    for (const at of ['preset=line3', 'preset=iris', 'experiment=pass,side=2', 'model=disk&beside=band']) {
      await page.evaluate((hash) => (location.hash = hash), `#v=1&${at}`)
      await settle(page)
      expect(await smallTexts(page, 20), at).toEqual([])
    }
  })

  it.each([
    ['on a phone', screens['phone']],
    ['with the profile of one, by a mouse on a wide screen,', { at: '?profile=phone' }],
  ] as const)('%s every control is at least 44 px high', async (_, options) => {
    const page = await open(options)
    await unfoldAll(page)
    await eachPanel(page, async (where) => {
      expect(await lowControls(page, 44), where).toEqual([])
    })
    await eachOverlay(page, async (part) => {
      expect(await lowControls(page, 44), part).toEqual([])
    })
    await eachDialog(page, async (title) => {
      expect(await lowControls(page, 44), title).toEqual([])
    })
  })
})
