import type { Locator, Page } from 'playwright-core'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { lesson } from '../../src/lecture/lessons/01-distances'
import { lessons } from '../../src/lecture/lessons/all'
import { violations } from './axe'
import { usePages } from './page'
import { readQr } from './qrReader'

const places = lesson.steps.length + lesson.exercises.length
const handout = (page: Page) => page.getByRole('dialog', { name: /^Handout: / })

async function openHandout(page: Page, title: string): Promise<Locator> {
  await page.getByRole('button', { name: 'Lessons', exact: true }).click()
  await page.getByRole('button', { name: `Handout of “${title}”` }).click()
  await page.locator('.handout[aria-busy=false]').waitFor()
  return handout(page)
}

/** The text of a code, from its modules as they are drawn. */
async function read(code: Locator): Promise<string> {
  const { size, path } = await code.evaluate((svg) => ({
    size: (svg as SVGSVGElement).viewBox.baseVal.width,
    path: svg.querySelector('path')!.getAttribute('d')!,
  }))
  const rows = Array.from({ length: size }, () => Array.from({ length: size }, () => false))
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1H\d+z/g))
    for (let n = 0; n < Number(width); n++) rows[Number(y)]![Number(x) + n] = true
  return readQr(rows.slice(4, -4).map((row) => row.slice(4, -4)))
}

/** CSS pixels of what is printed on: the paper without its margins of 15 mm. */
const px = (mm: number) => (mm * 96) / 25.4
const papers = { A4: [px(210 - 30), px(297 - 30)], Letter: [px(215.9 - 30), px(279.4 - 30)] } as const

/** What sticks out of the paper, or is higher than a page and would be cut. */
const tooLarge = (page: Page, [width, height]: readonly [number, number]) =>
  page.locator('.handout-paper').evaluate(
    (paper, [right, high]) => {
      const found: string[] = []
      const edge = paper.getBoundingClientRect().left + right! + 1
      for (const one of paper.querySelectorAll('*')) {
        const box = one.getBoundingClientRect()
        if (one.closest('.katex-mathml, .katex svg')) continue
        if (box.right > edge) found.push(`wide: ${one.className} ${one.textContent.slice(0, 40)}`)
        if (one.matches('.handout-step, .handout-answers article') && box.height > high!)
          found.push(`high: ${one.textContent.slice(0, 40)}`)
      }
      return found
    },
    [width, height],
  )

describe('the handout of a lesson', { timeout: 90_000 }, () => {
  const open = usePages()
  let page: Page
  beforeAll(async () => {
    page = await open({ colorScheme: 'dark' })
    await openHandout(page, lesson.title)
  })

  it('has each step with its title, its picture of vectors, and a code of its address', async () => {
    const steps = page.locator('.handout-step')
    expect(await steps.count()).toBe(places)
    for (const [n, { title }] of lesson.steps.entries()) {
      const step = steps.nth(n)
      expect(await step.getByRole('heading').textContent()).toBe(`${n + 1} ${title}`)
      const picture = await step.locator('img').getAttribute('src')
      expect(decodeURIComponent(picture!)).toMatch(/<svg [^]*data-role="[^]*<\/svg>\s*$/)
      expect(await step.locator('img').evaluate((img) => (img as HTMLImageElement).naturalWidth)).toBe(640)
      const address = `${inject('url')}?lesson=${lesson.id}&step=${n + 1}`
      expect(await read(step.locator('.qr-code'))).toBe(address)
    }
  })

  it('asks without the answers, which are on a page of their own with codes of their states', async () => {
    const asked = lesson.steps.flatMap(({ prediction }) => prediction ?? [])
    const questions = page.locator('.handout-question')
    expect(await questions.count()).toBe(asked.length)
    expect(await page.locator('.handout-question .handout-box').count()).toBe(
      asked.reduce((sum, { choices }) => sum + choices.length, 0),
    )
    expect(await page.locator('.handout-step').filter({ hasText: '✓' }).count()).toBe(0)
    const answers = page.locator('.handout-answers article')
    expect(await answers.count()).toBe(asked.length + lesson.exercises.length)
    for (const [n, { solution }] of lesson.exercises.entries()) {
      const code = answers.nth(asked.length + n).locator('.qr-code')
      expect(await read(code)).toBe(`${inject('url')}#${solution}`)
    }
  })

  it.each(['A4', 'Letter'] as const)(
    'is printed on %s, black on white: whole, and nothing else',
    async (format) => {
      const [width, height] = papers[format]
      await page.setViewportSize({ width: Math.floor(width), height: Math.floor(height) })
      await page.emulateMedia({ media: 'print' })
      expect(await tooLarge(page, papers[format])).toEqual([])
      const shown = await page.evaluate(() => ({
        beside: [...document.querySelectorAll('.page > :not(.handout), .handout-bar')].filter(
          (one) => one.getClientRects().length > 0,
        ).length,
        ground: getComputedStyle(document.body).backgroundColor,
        ink: getComputedStyle(document.querySelector('.handout-step h2')!).color,
      }))
      expect(shown).toEqual({ beside: 0, ground: 'rgb(255, 255, 255)', ink: 'rgb(17, 19, 23)' })
      const pdf = (await page.pdf({ format })).toString('latin1')
      const pages = pdf.match(/\/Type \/Page\b/g)!.length
      // Two steps on a page, one where its text is long; then the answers.
      expect(pages).toBeGreaterThanOrEqual(Math.ceil(places / 2) + 1)
      expect(pages).toBeLessThanOrEqual(places + 2)
      await page.emulateMedia({ media: 'screen' })
    },
  )

  it('lies alone over the page, and gives the focus back', async () => {
    await page.setViewportSize({ width: 1366, height: 768 })
    expect(await violations(page, '.handout')).toEqual([])
    expect(await page.evaluate(() => document.querySelector<HTMLElement>('.page > header')!.inert)).toBe(true)
    await page.keyboard.press('Escape')
    expect(await handout(page).count()).toBe(0)
    expect(await page.evaluate(() => document.querySelector<HTMLElement>('.page > header')!.inert)).toBe(
      false,
    )
  })

  it('of each lesson that comes with the page fits on Letter, whose pages are lowest, and on A4', async () => {
    const found: string[] = []
    for (const { title } of lessons) {
      await openHandout(page, title)
      await page.emulateMedia({ media: 'print' })
      for (const paper of [papers.A4, papers.Letter]) {
        await page.setViewportSize({ width: Math.floor(paper[0]), height: Math.floor(paper[1]) })
        found.push(...(await tooLarge(page, paper)).map((what) => `${title}: ${what}`))
      }
      await page.emulateMedia({ media: 'screen' })
      await page.setViewportSize({ width: 1366, height: 768 })
      await page.keyboard.press('Escape')
    }
    expect(found).toEqual([])
  })
})
