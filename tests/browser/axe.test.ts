import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { violations } from './axe'
import { painted, setDocument, settle, usePages, type OpenOptions } from './page'
import { openSettings, type as fill, unfoldAll } from './panels'

const clean = async (page: Page, what: string, part?: string) =>
  expect(await violations(page, part), what).toEqual([])

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' }).first()

/** Opens a menu or a dialog, and looks at nothing else. */
async function overlay(
  page: Page,
  name: string | RegExp,
  then?: (page: Page) => Promise<void>,
): Promise<void> {
  await button(page, name).click()
  const part = page.locator(':popover-open, dialog[open]').last()
  await part.locator('button, input').first().waitFor()
  await then?.(page)
  await clean(
    page,
    `${name}`,
    (await page.locator('dialog[open]').count()) > 0 ? 'dialog[open]' : ':popover-open',
  )
  // A field with something refused in it would take the Escape.
  const close = part.getByRole('button', { name: 'Close' })
  if (await close.isVisible()) await close.click()
  else await page.keyboard.press('Escape')
  await part.waitFor({ state: 'detached' })
}

/** Of a test that looks at a dozen states. */
const patience = 90_000

describe.each(['light', 'dark'] as const)('axe finds nothing, %s', { timeout: patience }, (colorScheme) => {
  const open = usePages()

  it('in every panel of a trained head, with a run, a notice, something refused', async () => {
    const page = await open({ at: '#v=9', colorScheme })
    await page.getByRole('status', { name: 'Notice' }).filter({ hasText: /./ }).waitFor()
    await unfoldAll(page)
    await openSettings(page)
    await button(page, 'Step').click()
    await page
      .getByRole('status', { name: 'Training', exact: true })
      .filter({ hasText: /step 1/ })
      .waitFor()
    await fill(page.getByRole('textbox', { name: 'Translation x, exactly' }), '1/0')
    await page
      .getByRole('radiogroup', { name: 'Move', exact: true })
      .getByRole('radio', { name: 'A only' })
      .click()
    await painted(page)
    await clean(page, 'the head')
    await button(page, 'Dismiss').click()
    for (const name of ['Presets', 'Export', 'View settings', 'Claims', 'Import']) await overlay(page, name)
    for (const [menu, item] of [
      ['Presets', 'Saved work …'],
      ['Presets', 'Random matrices …'],
      ['Export', 'QR code of the link …'],
      ['Export', 'Embed code …'],
      ['View settings', 'About Moduli'],
      ['View settings', 'Keys and gestures'],
    ] as const) {
      await overlay(page, menu, async () => {
        await page.locator(':popover-open').getByText(item, { exact: true }).click()
        await page.getByRole('dialog').waitFor()
      })
    }
    await overlay(page, 'Edit entries', async () => {
      await fill(page.getByRole('dialog').getByRole('textbox').first(), 'nonsense')
      await page.getByRole('dialog').getByRole('alert').waitFor()
    })
  })

  it('with a classifier, with large tables, and on the real line', async () => {
    const page = await open({ at: '#v=1&preset=iris', colorScheme })
    await unfoldAll(page)
    await settle(page)
    await clean(page, 'the classifier')
    const many = Array.from({ length: 20 }, (_, k) => Array.from({ length: 20 }, (_, i) => k + i / 100))
    await setDocument(page, { classifier: null, space: 'line', a: many, b: many, element: 1.5, word: [] })
    await settle(page)
    await clean(page, 'large tables on the line', '#app')
  })
})

describe('axe finds nothing', { timeout: patience }, () => {
  const open = usePages()
  const phone: OpenOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

  it('in two models beside each other, the tilted plane, the answers of the import', async () => {
    const page = await open({ at: '#v=1&model=hyperboloid&beside=disk&flow=1&pattern=7,3' })
    await clean(page, 'two models', '.stage')
    await page.evaluate(() => (location.hash = '#v=1&tilt=1'))
    await settle(page)
    await clean(page, 'tilted', '.stage')
    await overlay(page, 'Import', async () => {
      await page.getByRole('textbox', { name: /^Pasted/ }).fill('1 2\n3 x')
      await page.getByRole('dialog').getByRole('alert').waitFor()
    })
    await overlay(page, 'Import', async () => {
      await page.getByRole('textbox', { name: /^Pasted/ }).fill('1 2\n3 4')
      await page.getByRole('dialog').getByRole('button', { name: 'Open' }).first().waitFor()
    })
    await page.getByRole('button', { name: /^Centre and align/ }).click()
    await overlay(page, /^Align to another model/)
  })

  it('on a phone, with the projector profile, and without graphics', async () => {
    const page = await open(phone)
    await unfoldAll(page)
    await clean(page, 'phone')
    await page.getByRole('tab', { name: 'Loss', exact: true }).click()
    await clean(page, 'loss on a phone', '.right')
    const projected = await open({
      viewport: { width: 1920, height: 1080 },
      at: '?profile=projector',
      colorScheme: 'dark',
    })
    await clean(projected, 'projector')
    const blind = await open({
      picture: false,
      before: () => {
        HTMLCanvasElement.prototype.getContext = () => null
      },
    })
    await clean(blind, 'without graphics', '.stage')
  })
})
