import type { Page } from 'playwright-core'
import { PNG } from 'pngjs'
import { describe, expect, it } from 'vitest'
import { sideways, violations } from './axe'
import { painted, reopen, settle, usePages } from './page'

const at = '#v=1&preset=halfPlane3&flow=1&pattern=polar'

/** The widths that lines of a figure in vectors have, each with what the lines are of: "flow 1.4". */
const widths = (page: Page): Promise<[of: string, width: number][]> =>
  page.locator('.stage-plane > svg [stroke-width]').evaluateAll((lines) => {
    const found = new Map<string, [string, number]>()
    for (const line of lines) {
      const of = line.closest<SVGElement>('[data-role]')!.dataset['role']!
      const width = Number(line.getAttribute('stroke-width'))
      found.set(`${of} ${width}`, [of, width])
    }
    return [...found.values()].sort(([a, u], [b, v]) => a.localeCompare(b) || u - v)
  })

const ground = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
const textSize = (page: Page) => page.evaluate(() => parseFloat(getComputedStyle(document.body).fontSize))
const strokeOfTables = (page: Page) =>
  page.locator('.brackets').evaluate((matrix) => parseFloat(getComputedStyle(matrix).borderLeftWidth))

describe('a profile', () => {
  const open = usePages()

  it('for a projector has a white ground, also where the system is dark, and lines 1.6 times as thick', async () => {
    const desk = await open({ at: `?stage=svg${at}`, picture: false, colorScheme: 'dark' })
    expect(await ground(desk)).not.toBe('rgb(255, 255, 255)')
    // Level curves and patterns join the picture when there is time for them.
    await expect.poll(() => widths(desk)).toHaveLength(16)
    const thin = await widths(desk)
    await desk.getByRole('button', { name: 'View settings' }).click()
    await desk.getByRole('radio', { name: 'Projector' }).check()
    await settle(desk)
    expect(await ground(desk)).toBe('rgb(255, 255, 255)')
    await expect
      .poll(() => widths(desk))
      .toEqual(thin.map(([of, width]) => [of, expect.closeTo(1.6 * width, 2) as number]))
    await desk.getByRole('radio', { name: 'Dark', exact: true }).check()
    expect(await ground(desk)).not.toBe('rgb(255, 255, 255)')
  })

  it('for a phone has its layout on a wide screen', async () => {
    const page = await open({ at: `?profile=phone${at}`, viewport: { width: 1366, height: 768 } })
    const [stage, tabs, rail] = await Promise.all(
      ['.centre', '.tabs', '.left'].map(async (part) => (await page.locator(part).boundingBox())!),
    )
    expect(stage!.y + stage!.height).toBeLessThanOrEqual(tabs!.y + 1)
    expect(tabs!.y + tabs!.height).toBeLessThanOrEqual(rail!.y + 1)
    expect(rail!.width).toBe(stage!.width)
    expect(await sideways(page)).toEqual({ wider: 0, moved: 0 })
    expect(await violations(page)).toEqual([])
  })
})

describe('the size of everything', () => {
  const open = usePages()

  it('goes through its steps by l and L, stays, and leaves a field its letters', async () => {
    const page = await open({ viewport: { width: 1366, height: 768 } })
    const size = await textSize(page)
    const stroke = await strokeOfTables(page)
    for (const times of [1.25, 1.5, 2, 2]) {
      await page.keyboard.press('l')
      expect(await textSize(page)).toBeCloseTo(times * size, 5)
    }
    await page.keyboard.press('Shift+L')
    await page.keyboard.press('Control+l')
    expect(await textSize(page)).toBeCloseTo(1.5 * size, 5)
    expect(await strokeOfTables(page)).toBeGreaterThanOrEqual(Math.floor(1.5 * stroke))
    const title = page.getByRole('textbox', { name: 'Title' })
    await title.fill('')
    await title.pressSequentially('lL')
    expect(await title.inputValue()).toBe('lL')
    await title.press('Escape')
    await reopen(page, at)
    expect(await textSize(page)).toBeCloseTo(1.5 * size, 5)
    expect(await sideways(page)).toEqual({ wider: 0, moved: 0 })
    await page.getByRole('button', { name: 'View settings' }).click()
    await page.getByRole('radio', { name: '100 %' }).check()
    expect(await textSize(page)).toBeCloseTo(size, 5)
  })

  it('has room on a projector: rails become tabs before the picture gets too small', async () => {
    const page = await open({ viewport: { width: 1920, height: 1080 }, at: '?profile=projector' + at })
    for (const size of ['125', '150', '200']) {
      await page.keyboard.press('l')
      await settle(page)
      expect(await page.evaluate(() => document.documentElement.dataset['size'])).toBe(size)
      const { width } = (await page.locator('.stage-plane').boundingBox())!
      expect(width, size).toBeGreaterThan(600)
      expect(await sideways(page), size).toEqual({ wider: 0, moved: 0 })
    }
  })
})

/** The luminances of a screenshot, relative to that of white: the least and the greatest. */
async function luminances(page: Page, part: string): Promise<[least: number, greatest: number]> {
  const { data } = PNG.sync.read(await page.locator(part).screenshot())
  const linear = (value: number) =>
    value / 255 <= 0.04045 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4
  let [least, greatest] = [1, 0]
  for (let n = 0; n < data.length; n += 4) {
    const [r, g, b] = [linear(data[n]!), linear(data[n + 1]!), linear(data[n + 2]!)]
    const luminance = 0.2126 * r + 0.7152 * g + 0.0722 * b
    least = Math.min(least, luminance)
    greatest = Math.max(greatest, luminance)
  }
  return [least, greatest]
}

describe('the preview of a weak projector', () => {
  const open = usePages()

  it('makes white four times as bright as black, in dialogs too, says so, and ends by Esc', async () => {
    const page = await open({ viewport: { width: 1000, height: 700 } })
    const mark = page.getByRole('status', { name: 'Preview of a weak projector' })
    const [before] = await luminances(page, '.top h1')
    expect(before).toBeLessThan(0.02)
    await page.getByRole('button', { name: 'View settings' }).click()
    await page.getByRole('checkbox', { name: 'Preview on a weak projector' }).check()
    await mark.waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => page.locator(':popover-open').count()).toBe(0)
    expect(await mark.count()).toBe(1)
    const [ink, paper] = await luminances(page, '.top h1')
    expect(paper / ink).toBeLessThan(4)
    expect(paper / ink).toBeGreaterThan(3)
    await page.getByRole('button', { name: 'Export' }).click()
    await page.getByRole('menuitem', { name: 'QR code' }).click()
    await page.locator('.qr-code').waitFor()
    const [black, white] = await luminances(page, '.qr-code')
    expect(white / black).toBeCloseTo(4, 0)
    await page.keyboard.press('Escape')
    await page.locator('.qr-code').waitFor({ state: 'detached' })
    expect(await mark.count()).toBe(1)
    await page.keyboard.press('Escape')
    await mark.waitFor({ state: 'detached' })
    await painted(page)
    expect((await luminances(page, '.top h1'))[0]).toBeCloseTo(before, 5)
    await reopen(page, at)
    expect(await mark.count()).toBe(0)
  })
})
