import type { Page } from 'playwright-core'
import { PNG } from 'pngjs'
import { describe, expect, it } from 'vitest'
import { sideways } from './axe'
import { counts, documentOf, painted, settle, usePages, type OpenOptions } from './page'
import { unfoldAll } from './panels'
import { below, expectWalk } from './walked'
import { prepareWalk } from './walk'

const small: readonly (readonly [name: string, options: OpenOptions, text: string])[] = [
  ['zoomed to 200 %', { viewport: { width: 683, height: 384 } }, '100%'],
  ['letters of 200 %', { viewport: { width: 1366, height: 768 } }, '200%'],
  ['320 px wide', { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true }, '100%'],
  ['320 by 256 px, which is 1280 by 1024 at 400 %', { viewport: { width: 320, height: 256 } }, '100%'],
]

/** Texts that are cut: by their own box, or by the edge of the rail, the bar or the dialog that they are in. */
const cut = (page: Page) =>
  page.evaluate(() => {
    const found: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const one = walker.currentNode.parentElement!
      const text = walker.currentNode.textContent!.trim()
      if (
        text === '' ||
        one.closest('.unseen, .skips, .katex, option, script, style, [class^=stage-label], .stage-overlay')
      )
        continue
      if (!one.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue
      const range = document.createRange()
      range.selectNodeContents(walker.currentNode)
      const { left, right } = range.getBoundingClientRect()
      // What scrolls sideways by itself, a wide table or the row of tools, shows all of it.
      const scroller = one.closest('.grid-scroll, .stage-tools, .plots, table, .heat, .weights')
      const edge = (
        one.closest('dialog, .left, .right, .top, .centre, .tabs') ?? document.body
      ).getBoundingClientRect()
      if (!scroller && (left < edge.left - 1 || right > edge.right + 1))
        found.push(`${text} is cut at the edge`)
      const { overflowX, textOverflow } = getComputedStyle(one)
      if (
        overflowX === 'hidden' &&
        textOverflow !== 'ellipsis' &&
        one.scrollWidth > one.clientWidth + 1 &&
        one.clientWidth > 2 &&
        getComputedStyle(one).color !== 'rgba(0, 0, 0, 0)'
      )
        found.push(`${text} is cut by its box`)
    }
    return [...new Set(found)]
  })

describe('with large letters and on small screens nothing is lost, cut, or sideways', () => {
  const open = usePages()

  it.each(small)('%s', async (_, options, text) => {
    const page = await open(options)
    await page.evaluate((size) => (document.documentElement.style.fontSize = size), text)
    await unfoldAll(page)
    await settle(page)
    await prepareWalk(page)
    await expectWalk(page, below, 'Element')
    for (const name of ['Product', 'Loss', 'Factors', 'Element']) {
      await page.getByRole('tab', { name, exact: true }).click()
      await painted(page)
      expect(await sideways(page), name).toEqual({ wider: 0, moved: 0 })
      expect(await cut(page), name).toEqual([])
    }
    for (const name of ['Presets', 'Export', 'View settings', 'Import', 'Claims']) {
      await page.getByRole('button', { name, exact: true }).click()
      const part = page.locator(':popover-open, dialog[open]').last()
      await part.locator('button, input').first().waitFor()
      const { x, y, width, height } = (await part.boundingBox())!
      const screen = page.viewportSize()!
      expect(
        [x >= 0, y >= 0, x + width <= screen.width + 0.5, y + height <= screen.height + 0.5],
        name,
      ).toEqual([true, true, true, true])
      expect(await part.evaluate((one) => one.scrollWidth - one.clientWidth), name).toBeLessThanOrEqual(1)
      await page.keyboard.press('Escape')
      await part.waitFor({ state: 'detached' })
    }
    await page.context().close()
  })
})

describe('colours of the system, and no motion', () => {
  const open = usePages()
  const background = (page: Page, css: string) =>
    page
      .locator(css)
      .first()
      .evaluate((one) => getComputedStyle(one).backgroundColor)

  it.each(['light', 'dark'] as const)(
    '%s: forced colours reach the picture, and what is selected can be told',
    async (colorScheme) => {
      const page = await open({ forcedColors: 'active', colorScheme })
      await page.waitForFunction(() => document.documentElement.style.getPropertyValue('--paper') !== '')
      await settle(page)
      const canvas = await page.evaluate(() => {
        const probe = document.body.appendChild(document.createElement('i'))
        probe.style.cssText = 'forced-color-adjust: none; color: Canvas'
        const colour = getComputedStyle(probe).color
        probe.remove()
        return colour.match(/\d+/g)!.map(Number)
      })
      const paper = await page.evaluate(() => document.documentElement.style.getPropertyValue('--paper'))
      expect([1, 3, 5].map((n) => parseInt(paper.slice(n, n + 2), 16))).toEqual(canvas)
      // The commonest colours of the picture are grey: no colour of the page's own is left under the marks.
      const { data } = PNG.sync.read(await page.locator('.stage-plane canvas').screenshot())
      let coloured = 0
      for (let n = 0; n < data.length; n += 4) {
        const [red, green, blue] = [data[n]!, data[n + 1]!, data[n + 2]!]
        if (Math.max(red, green, blue) - Math.min(red, green, blue) > 24) coloured++
      }
      expect((4 * coloured) / data.length).toBeLessThan(0.1)
      for (const [on, off] of [
        ['.segmented input:checked + span', '.segmented input:not(:checked) + span'],
        ['.stage-modes input:checked + span', '.stage-modes input:not(:checked) + span'],
        ['.stage-buttons [aria-pressed=true]', '.stage-buttons [aria-pressed=false]'],
        ['.numbers [aria-pressed=true]', '.numbers [aria-pressed=false]'],
      ] as const) {
        expect(await background(page, on), on).not.toBe(await background(page, off))
      }
      expect(await background(page, '.mark-a')).not.toBe(`rgb(${canvas.join(', ')})`)
      await page.emulateMedia({ forcedColors: 'none' })
      await page.waitForFunction(() => document.documentElement.style.getPropertyValue('--paper') === '')
      expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBeUndefined()
    },
  )

  it('with reduced motion nothing moves by itself, and a model of the plane is there at once', async () => {
    const page = await open({ reducedMotion: 'reduce', at: '#v=1&flow=1' })
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll('*')].flatMap((one) => {
        const { transitionDuration, transitionProperty, animationName } = getComputedStyle(one)
        const moves =
          (/[1-9]/.test(transitionDuration) && transitionProperty !== 'none') || animationName !== 'none'
        return moves ? [one.className || one.tagName] : []
      }),
    )
    expect(moving).toEqual([])
    const before = await documentOf(page)
    const { draws } = await counts(page)
    await page.getByLabel('Model', { exact: true }).selectOption('disk')
    await settle(page)
    const { draws: after } = await counts(page)
    const { draws: once } = await counts(page)
    await page.getByRole('button', { name: 'Zoom in' }).click()
    await settle(page)
    const { draws: twice } = await counts(page)
    // As many pictures as one click of the zoom makes, and a few more while the chart is made; a passage has dozens.
    expect(after - draws).toBeLessThanOrEqual(4 * (twice - once))
    expect(await documentOf(page)).toEqual(before)
  })
})
