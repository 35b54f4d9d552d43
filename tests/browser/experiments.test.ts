import type { Page } from 'playwright-core'
import { PNG } from 'pngjs'
import { beforeAll, describe, expect, it } from 'vitest'
import { experimentPlans } from '../../src/document/experimentPlans'
import { violations } from './axe'
import { savedBy } from './downloads'
import { usePages } from './page'
import { choose } from './panels'

const done = (page: Page) =>
  page.getByRole('status', { name: 'Experiment', exact: true }).filter({ hasText: /^Done in/ })

describe('the experiments', () => {
  const open = usePages()

  let page: Page
  beforeAll(async () => {
    page = await open({ at: `#v=1&experiment=${experimentPlans[0]!.name}` })
  })

  it.each(experimentPlans)(
    '$name runs from its link, is revealed, and has no fault for assistive technology',
    async ({ name, title }) => {
      await page.evaluate((hash) => (location.hash = hash), `#v=1&experiment=${name}`)
      await page.getByRole('heading', { name: title, exact: true, level: 2 }).waitFor()
      await page.getByRole('button', { name: 'Reveal' }).click()
      await done(page).waitFor({ timeout: 30_000 })
      await expect.poll(() => page.getByRole('status', { name: 'Verdict' }).textContent()).toMatch(/✓|✗|◐/)
      await expect.poll(() => page.locator('.result svg.plot').count()).toBeGreaterThan(0)
      await expect.poll(() => page.locator('.findings li').count()).toBeGreaterThan(0)
      expect(await violations(page, 'dialog')).toEqual([])
    },
    60_000,
  )

  it('keep what was set in the address, refuse what cannot be, and are left as they were found', async () => {
    const page = await open()
    const before = await page.evaluate(() => window.moduli.get())
    await page.getByRole('button', { name: 'Claims' }).click()
    await page.getByRole('button', { name: experimentPlans[0]!.title }).click()
    await page.getByRole('button', { name: 'Reveal' }).waitFor()
    const field = page.getByRole('textbox', { name: 'Seed' })
    await field.fill('-1')
    await field.press('Enter')
    await expect.poll(() => page.getByRole('alert').textContent()).toMatch(/^seed must be a whole number/)
    await field.fill('7')
    await field.press('Enter')
    await page.waitForFunction(() => location.hash.includes('seed=7'))
    await page.getByRole('button', { name: 'Close' }).click()
    await page.waitForFunction(() => !location.hash.includes('experiment'))
    expect(await page.evaluate(() => window.moduli.get())).toEqual(before)
  })

  it('give their numbers and pictures away: tables as CSV and JSON, plots as SVG and PNG', async () => {
    const page = await open({ at: '#v=1&experiment=pass,elements=6' })
    await page.getByRole('button', { name: 'Reveal' }).click()
    await done(page).waitFor()
    const file = async (name: string | RegExp) => {
      const button = page.getByRole('button', { name, exact: typeof name === 'string' }).first()
      return (await savedBy(button)).content
    }
    const csv = (await file('.csv')).toString().trim().split('\n')
    expect(csv[1]).toBe('element,straight line,geodesics,best path,t²/6')
    const rows = csv.slice(2).map((line) => line.split(',').map(Number))
    expect(rows).toHaveLength(6)
    for (const [, straight, , best, floor] of rows) {
      expect(best).toBeCloseTo(1 / 6, 12)
      expect(floor).toBeCloseTo(1 / 6, 14)
      expect(straight).toBeGreaterThan(1 / 6)
    }
    const json = JSON.parse((await file('.json')).toString()) as Record<string, unknown>
    expect(json).toMatchObject({ experiment: 'pass', inputs: { elements: 6 } })
    expect((json['tables'] as { rows: number[][] }[])[0]!.rows).toEqual(rows)
    const svg = (await file(/, \.svg$/)).toString()
    // A picture that needs nothing of the page: another document shows it.
    const shown = await page.evaluate(
      (text) =>
        new DOMParser().parseFromString(text, 'image/svg+xml').documentElement.querySelectorAll('path')
          .length,
      svg,
    )
    expect(shown).toBeGreaterThan(12)
    expect(svg).not.toMatch(/var\(--|class="(?!plot)/)
    const plot = await page
      .locator('.result svg.plot')
      .first()
      .evaluate((one) => [one.clientWidth, one.clientHeight] as const)
    for (const scale of [3, 1, 4]) {
      await choose(page, 'Scale of .png', `${scale}×`)
      const { width, height } = PNG.sync.read(await file(/, \.png$/))
      expect([width, height]).toEqual(plot.map((length) => length * scale))
    }
  })
})
