import type { Page } from 'playwright-core'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { violations } from './axe'
import { savedBy } from './downloads'
import { documentOf, painted, settle, state, usePages } from './page'
import { cells, choose, openSettings, type, unfold } from './panels'

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const said = (page: Page, name: string) => page.getByRole('status', { name, exact: true }).textContent()
const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true })

/** Runs the twins to their end; returns what is said of them and the difference over the first 100 steps. */
async function compare(page: Page, move: string, stepsIn: string) {
  await choose(page, 'The twin is moved by', move)
  await page
    .getByRole('radiogroup', { name: 'Steps of the twins in' })
    .getByRole('radio', { name: stepsIn, exact: true })
    .click()
  await button(page, 'Start twins').click()
  await page.waitForFunction(() =>
    /^(After|For|Stopped)/.test(document.querySelector('[aria-label="Twins"]')?.textContent ?? ''),
  )
  await settle(page)
  const words = (await said(page, 'Twins'))!
  return { words, early: Number(await said(page, 'Difference, first 100 steps')) }
}

/** Pixels of the canvas of the stage, as one number that changes with them. */
const picture = (page: Page) =>
  page
    .locator('.stage-plane')
    .first()
    .screenshot()
    .then((png) => png.toString('base64'))

async function startHead(page: Page): Promise<void> {
  await unfold(page, /^Training/)
  const started = button(page, '7 nodes')
  if (!(await started.isVisible())) await page.getByText('Another head').click()
  await started.click()
  await button(page, 'Start').waitFor()
}

describe('twins in the page', () => {
  const open = usePages()
  let page: Page
  beforeAll(async () => {
    page = await open()
    await startHead(page)
    await unfold(page, /^Twins/)
    await type(field(page, 'Steps of the twins'), '120')
  })

  it('coincide in the metric: below 1e-10 for the first 100 steps, by the page and by its words', async () => {
    for (const move of ['g as it is', 'Rotation']) {
      const { words, early } = await compare(page, move, 'the metric')
      const [, steps, most] =
        /^After (\d+) steps the tracks differ by (\S+): they coincide up to rounding\.$/.exec(words)!
      expect(steps).toBe('120')
      expect(Number(most)).toBeLessThan(1e-10)
      expect(early).toBeGreaterThan(0)
      expect(early).toBeLessThan(1e-10)
    }
  })

  it('part in x, y under a rotation, and coincide under a translation', async () => {
    const parted = await compare(page, 'Rotation', 'x, y')
    expect(parted.words).toMatch(/: they have parted\.$/)
    expect(parted.early).toBeGreaterThan(1e-2)
    const together = await compare(page, 'Translation', 'x, y')
    expect(together.words).toMatch(/: they coincide up to rounding\.$/)
    expect(together.early).toBeLessThan(1e-10)
  })

  it('under a dilation are a run with another learning rate, bit for bit', async () => {
    await choose(page, 'Method of the twins', 'Gradient descent')
    const { words } = await compare(page, 'Dilation', 'x, y')
    expect(words).toMatch(/: they have parted\.$/)
    expect(await said(page, 'Other learning rate')).toBe('bit for bit the twin')
    await page.getByText('The model with η/4 = 0.0125').waitFor()
    await choose(page, 'Method of the twins', 'Adam')
    await expect.poll(() => page.getByRole('status', { name: 'Other learning rate' }).count()).toBe(0)
  })

  it('change nothing of the document, and their tracks are on the stage while the panel is open', async () => {
    await button(page, 'Reset twins').click()
    await settle(page)
    const [before, bare] = [await state(page), await picture(page)]
    await compare(page, 'Rotation', 'the metric')
    const after = await state(page)
    expect(after.document).toEqual(before.document)
    expect(after.link).toBe(before.link)
    const drawn = await picture(page)
    expect(drawn).not.toBe(bare)
    await page
      .locator('.fold')
      .filter({ hasText: /^Twins/ })
      .click()
    await settle(page)
    expect(await picture(page)).toBe(bare)
    await unfold(page, /^Twins/)
    await settle(page)
    expect(await said(page, 'Twins')).toMatch(/coincide/)
    expect(await picture(page)).toBe(drawn)
  })

  it('are taken away as vectors: their difference lies below the line of 1e-10', async () => {
    await compare(page, 'Rotation', 'the metric')
    await button(page, 'Export').click()
    await page.getByRole('menuitem', { name: 'Figures and data …' }).click()
    const dialog = page.getByRole('dialog', { name: 'Figures and data' })
    await dialog.getByLabel('Picture of').selectOption('Difference of the twins')
    const { content } = await savedBy(dialog.getByRole('button', { name: 'Save picture' }))
    const svg = content.toString()
    const paths = [...svg.matchAll(/<path d="([^"]*)"([^>]*)>/g)]
    const heights = (look: RegExp) =>
      paths
        .filter(([, , rest]) => look.test(rest!))
        .flatMap(([, d]) => [...d!.matchAll(/[ML]\S+ (\S+?)(?=[ML]|$)/g)].map(([, y]) => Number(y)))
    const limit = heights(/stroke-dasharray="2[ ,]3"/)
    const curve = heights(/stroke-dasharray="(?!2[ ,]3)/)
    expect(limit.length).toBe(2)
    expect(curve.length).toBeGreaterThan(100)
    expect(Math.min(...curve.slice(0, 100))).toBeGreaterThan(limit[0]!)
    expect(svg).toContain('<metadata>')
    await page.keyboard.press('Escape')
  })

  it('say that the result is of the model as it was, once that has changed', async () => {
    await compare(page, 'Rotation', 'the metric')
    const note = page.getByText('as they were at the start')
    await expect.poll(() => note.count()).toBe(0)
    await button(page, 'New seed').click()
    await note.waitFor()
    await button(page, 'Undo').click()
    await note.waitFor({ state: 'detached' })
  })

  it('have no accessibility violation, nor have the gauges beside them', async () => {
    await unfold(page, /^What training conserves/)
    const panels = page.locator('section').filter({ hasText: /^(Twins|What training conserves)/ })
    await expect.poll(() => panels.count()).toBe(2)
    await panels.evaluateAll((found) => found.forEach((panel) => panel.classList.add('checked-here')))
    expect(await violations(page, '.checked-here')).toEqual([])
  })
})

describe('what training conserves', () => {
  const open = usePages()
  let page: Page
  beforeAll(async () => {
    page = await open()
  })
  beforeEach(async () => {
    await startHead(page)
    await unfold(page, /^What training conserves/)
  })

  const gauge = async (name: string) => (await cells(page, name)).filter((row) => row.length > 0)
  const sumOfTables = async () => {
    const { a, b } = await documentOf(page)
    const points = [...a, ...b].flat() as [number, number][]
    return points.reduce((sum, [x]) => sum + x, 0)
  }

  it('Σ Re z stays and Σ |z|² grows by Σ η² ‖∂L‖² over 50 steps and more of gradient descent in x, y', async () => {
    const before = await sumOfTables()
    await button(page, 'Run gradient descent in x, y').click()
    await page.waitForFunction(() =>
      [...document.querySelectorAll('.conserved p')].some(
        ({ textContent }) => Number(/step (\d+)$/.exec(textContent)?.[1]) >= 50,
      ),
    )
    await button(page, 'Pause').click()
    await settle(page)
    expect(await said(page, 'Conservation law')).toMatch(/^Both laws hold/)
    const [[start, now, drift]] = (await gauge('Σ Re z')) as [[string, string, string]]
    expect(Number(start)).toBeCloseTo(before, 1)
    expect(now).toBe(start)
    expect(Math.abs(Number(drift))).toBeLessThan(1e-12)
    expect(Math.abs((await sumOfTables()) - before)).toBeLessThan(1e-12)
    const [[growth, predicted, miss]] = (await gauge('Σ |z|²')) as [[string, string, string]]
    expect(growth).toBe(predicted)
    expect(Number(predicted)).toBeGreaterThan(1e-3)
    expect(Math.abs(Number(miss))).toBeLessThan(1e-12)
  })

  it('Adam in the metric keeps neither, and one click runs descent that keeps both, while it goes on', async () => {
    await openSettings(page)
    await page.getByRole('combobox', { name: 'Method' }).selectOption('Adam')
    await page.getByRole('combobox', { name: 'Steps in' }).selectOption('the metric')
    await button(page, 'Step').click()
    await page
      .locator('.conserved')
      .getByText(/, step 1$/)
      .waitFor()
    await painted(page)
    expect(await said(page, 'Conservation law')).toMatch(/^Neither is kept/)
    const [[, , drift]] = (await gauge('Σ Re z')) as [[string, string, string]]
    expect(Math.abs(Number(drift))).toBeGreaterThan(1e-3)
    await button(page, 'Run gradient descent in x, y').click()
    await page.waitForFunction(() =>
      /^Both/.test(document.querySelector('[aria-label="Conservation law"]')!.textContent),
    )
    const [[, , now]] = (await gauge('Σ Re z')) as [[string, string, string]]
    expect(Math.abs(Number(now))).toBeLessThan(1e-12)
    await expect.poll(() => button(page, 'Pause').isVisible()).toBe(true)
    await button(page, 'Pause').click()
  })
})
