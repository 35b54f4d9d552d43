import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { violations } from './axe'
import { painted, usePages } from './page'

const status = (page: Page, name: string) => page.getByRole('status', { name, exact: true })
const said = (page: Page, name: string) => status(page, name).textContent()

describe('planes through a trained model', () => {
  const open = usePages()
  let page: Page
  beforeAll(async () => {
    page = await open({ at: '' })
  })

  it('two sliders that are linked run along the valley; unlinked they climb out of it', async () => {
    await page.getByRole('combobox', { name: 'Seen as' }).selectOption('sliders')
    await page.getByRole('figure', { name: 'Loss over two sliders' }).waitFor()
    const at = async () => Number(/^L = (\S+) at/.exec((await said(page, 'Loss at the sliders'))!)![1])
    await status(page, 'Loss at the sliders')
      .filter({ hasText: /s = 1.00, t = 1.00/ })
      .waitFor()
    const floor = await at()
    expect(floor).toBeLessThan(0.002)
    const s = page.getByRole('slider', { name: 'Slider s of A' })
    await s.press('ArrowLeft')
    await s.press('ArrowLeft')
    await status(page, 'Loss at the sliders')
      .filter({ hasText: /s = 0.800, t = 0.800/ })
      .waitFor()
    expect(await at()).toBe(floor)
    await page.getByRole('checkbox', { name: /^Linked/ }).uncheck()
    await s.press('ArrowLeft')
    await status(page, 'Loss at the sliders')
      .filter({ hasText: /s = 0.700, t = 0.800/ })
      .waitFor()
    expect(await at()).toBeGreaterThan(2 * floor)
  })

  it('random directions give one picture all over the orbit if they are carried, and two if not', async () => {
    await page.getByRole('combobox', { name: 'Seen as' }).selectOption('random')
    const difference = status(page, 'Difference of the planes')
    await difference.filter({ hasText: /e-1\d$|^0$/ }).waitFor()
    await page.getByRole('radio', { name: 'Coordinates' }).click()
    await difference.filter({ hasText: /^\d+(\.\d+)?$/ }).waitFor()
    expect(Number(await difference.textContent())).toBeGreaterThan(0.1)
    await page.waitForFunction(() => location.hash.includes('projection=coordinates,1'))
    await painted(page)
    expect(await violations(page)).toEqual([])
  })
})
