import type { Page } from 'playwright-core'
import { PNG } from 'pngjs'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { violations } from './axe'
import { savedBy } from './downloads'
import { documentOf, painted, settle, state, usePages } from './page'
import { openSettings, type, unfold } from './panels'

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const said = (page: Page, name: string) => page.getByRole('status', { name, exact: true }).textContent()
const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true })
const select = (page: Page, name: string) => page.getByRole('combobox', { name, exact: true })
const legend = (page: Page) =>
  page.getByRole('list', { name: 'Lines of the curve' }).getByRole('listitem').allTextContents()

async function startHead(page: Page): Promise<void> {
  const started = button(page, '7 nodes')
  if (!(await started.isVisible())) await page.getByText('Another head').click()
  await started.click()
  await button(page, 'Start').waitFor()
}

async function trainToTheEnd(page: Page): Promise<void> {
  await button(page, 'Start').click()
  await button(page, 'Pause').waitFor({ state: 'detached', timeout: 20_000 })
  await settle(page)
}

async function saved(page: Page, item: string): Promise<Buffer> {
  await button(page, 'Save the curve').click()
  return (await savedBy(page.getByRole('menuitem', { name: item, exact: true }))).content
}

describe('the settings of training', () => {
  const open = usePages()
  let page: Page
  beforeAll(async () => {
    page = await open()
    await unfold(page, /^Training/)
  })
  beforeEach(async () => {
    await startHead(page)
    await page.getByRole('radio', { name: 'As fast as it goes' }).click()
    await openSettings(page)
    await select(page, 'Method').selectOption('adam')
    await type(field(page, 'Pauses after steps'), '1500')
    await type(field(page, 'Weight decay λ'), '0')
    await settle(page)
  })

  it.each(['momentum', 'gradientDescent'])(
    '%s learns the tree with the learning rate it brings',
    async (method) => {
      await select(page, 'Method').selectOption(method)
      expect(Number(await field(page, 'Learning rate').inputValue())).toBe(method === 'momentum' ? 0.05 : 0.2)
      await expect.poll(() => field(page, 'Momentum').count()).toBe(method === 'momentum' ? 1 : 0)
      await trainToTheEnd(page)
      expect(Number(await said(page, 'Training loss'))).toBeLessThan(0.05)
      expect(await said(page, 'Accuracy, held out')).toBe('1.000')
    },
  )

  it('pauses after as many steps as are asked for, and says what cannot be', async () => {
    await type(field(page, 'Pauses after steps'), '30')
    await trainToTheEnd(page)
    expect(await said(page, 'Training')).toMatch(/^Paused after 30 steps/)
    for (const [name, text, reason] of [
      ['Pauses after steps', '1.5', /whole number/],
      ['Momentum', '1', /less than 1/],
      ['Weight decay λ', '-1', /at least 0/],
      ['Steps of the cosine', '0', /whole number/],
    ] as const) {
      await type(field(page, name), text)
      await expect.poll(() => page.getByRole('alert').textContent()).toMatch(reason)
      await field(page, name).press('Escape')
    }
  })

  it('weight decay says that it breaks the symmetry, and pulls the points to i', async () => {
    const sentence = page.getByText(/Weight decay breaks the symmetry: it pulls every entry to i/)
    await expect.poll(() => sentence.count()).toBe(0)
    await type(field(page, 'Weight decay λ'), '100')
    await sentence.waitFor()
    await type(field(page, 'Pauses after steps'), '300')
    await trainToTheEnd(page)
    const { a } = await documentOf(page)
    for (const [x, y] of (a as [number, number][][]).flat()) {
      expect(Math.abs(x)).toBeLessThan(0.1)
      expect(Math.abs(y - 1)).toBeLessThan(0.1)
    }
  })

  it('compares with the dot product and the line: curves with words, accuracies in sentences', async () => {
    await type(field(page, 'Pauses after steps'), '200')
    await trainToTheEnd(page)
    await button(page, 'Rewind').click()
    await select(page, 'Method').selectOption('momentum')
    await trainToTheEnd(page)
    const before = await documentOf(page)
    await button(page, 'Compare with the dot product').click()
    await page
      .getByRole('status', { name: 'Dot product' })
      .getByText(/after 200 steps\.$/)
      .waitFor()
    await button(page, '… with the real line').click()
    await page
      .getByRole('status', { name: 'Real line' })
      .getByText(/after 200 steps\.$/)
      .waitFor()
    expect(await documentOf(page)).toEqual(before)
    const accuracy = /held-out data ([01]\.\d{3})/.exec((await said(page, 'Dot product'))!)![1]
    expect(Number(accuracy)).toBeLessThan(1)
    const lines = await legend(page)
    expect(lines.slice(0, 2)).toEqual([
      'Dot product, h = 2, β learned: Momentum, η 0.05',
      'Real line, h = 2, β learned: Momentum, η 0.05',
    ])
    expect(lines[2]).toMatch(/^Run \d+: Adam in the metric, η 0\.05$/)
    expect(lines[3]).toMatch(/^Run \d+: Momentum in the metric, η 0\.05$/)
    await page.getByRole('figure', { name: 'Loss curve' }).scrollIntoViewIfNeeded()
    const curve = (await page.getByRole('figure', { name: 'Loss curve' }).locator('canvas').boundingBox())!
    const seen = new Set<string>()
    for (let top = 0; top < curve.height; top += 3) {
      await page.mouse.move(curve.x + curve.width * 0.6, curve.y + top)
      const words = await page.getByRole('figure', { name: 'Loss curve' }).locator('figcaption').textContent()
      seen.add(words!.split(',')[0]!)
    }
    expect(seen).toContain('Dot product')
    expect([...seen].some((name) => /^Run \d+$/.test(name))).toBe(true)
    expect(await violations(page, '.training')).toEqual([])
  })

  it('saves the histories of all runs as numbers, and the curve as a picture', async () => {
    await type(field(page, 'Pauses after steps'), '60')
    await trainToTheEnd(page)
    const csv = (await saved(page, 'Histories of all runs, .csv')).toString()
    const rows = csv.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
    expect(csv).toMatch(/^# run 1: Run \d+: Adam in the metric, η 0\.05; \{"title":"Attention on a tree of 7/)
    expect(rows).toHaveLength(1 + 60 + 1)
    const last = rows.at(-1)!.split(',')
    const { loss } = await state(page)
    expect(Number(last[1])).toBe(60)
    expect(Math.abs(Number(last[2]) - loss.before)).toBeLessThan(1e-12)
    const json = JSON.parse((await saved(page, 'Histories of all runs, .json')).toString()) as {
      runs: { losses: number[]; settings: { settings: { method: string } }[] }[]
    }
    expect(json.runs[0]!.losses.map(String)).toEqual(rows.slice(1, -1).map((row) => row.split(',')[2]))
    expect(json.runs[0]!.settings[0]!.settings.method).toBe('adam')
    const svg = (await saved(page, 'Curve, .svg')).toString()
    const root = await page.evaluate(
      (text) => new DOMParser().parseFromString(text, 'image/svg+xml').documentElement.tagName,
      svg,
    )
    expect(root).toBe('svg')
    expect(svg).toMatch(/>Run \d+: Adam in the metric, η 0\.05<\/text>/)
    const png = PNG.sync.read(await saved(page, 'Curve, .png'))
    expect(png.width).toBe(1920)
    const colours = new Set<number>()
    for (let n = 0; n < png.data.length; n += 4) colours.add(256 * png.data[n]! + png.data[n + 1]!)
    expect(colours.size).toBeGreaterThan(10)
  })

  it('stays where it is when a learning rate diverges by gradient descent; the document is finite', async () => {
    await select(page, 'Method').selectOption('gradientDescent')
    await type(field(page, 'Learning rate'), '1e200')
    await button(page, 'Start').click()
    await page.getByText(/^Stopped: .* The tables are the last finite ones/).waitFor()
    const { a } = await documentOf(page)
    expect((a as [number, number][][]).flat(2).every(Number.isFinite)).toBe(true)
    await button(page, 'Usual rate').click()
    await painted(page)
    expect(Number(await field(page, 'Learning rate').inputValue())).toBe(0.2)
  })
})
