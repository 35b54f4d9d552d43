import type { Page } from 'playwright-core'
import { AxeBuilder } from '@axe-core/playwright'
import { describe, expect, it } from 'vitest'
import { experimentPlans } from '../../src/document/experimentPlans'
import { usePages } from './page'

const done = (page: Page) =>
  page.getByRole('status', { name: 'Experiment', exact: true }).filter({ hasText: /^Done in/ })

describe('the experiments', () => {
  const open = usePages()

  it.each(experimentPlans.map(({ name }) => name))(
    '%s runs from its link, is revealed, and has no fault for assistive technology',
    async (name) => {
      const page = await open({ at: `#v=0&experiment=${name}` })
      await page.getByRole('button', { name: 'Reveal' }).click()
      await done(page).waitFor({ timeout: 30_000 })
      expect(await page.getByRole('status', { name: 'Verdict' }).textContent()).toMatch(/✓|✗|◐/)
      expect(await page.locator('.result svg.plot').count()).toBeGreaterThan(0)
      expect(await page.locator('.findings li').count()).toBeGreaterThan(0)
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
      await page.context().close()
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
    expect(await page.getByRole('alert').textContent()).toMatch(/^seed must be a whole number/)
    await field.fill('7')
    await field.press('Enter')
    await page.waitForFunction(() => location.hash.includes('seed=7'))
    await page.getByRole('button', { name: 'Close' }).click()
    await page.waitForFunction(() => !location.hash.includes('experiment'))
    expect(await page.evaluate(() => window.moduli.get())).toEqual(before)
  })
})
