import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { documentOf, painted, settle, state, usePages } from './page'
import { openSettings, unfoldAll } from './panels'
import { below, beside, expectWalk, expectWalked } from './walked'
import { prepareWalk, walk, walkOn } from './walk'

describe('Tab comes to every control, in the order of reading, with a ring around what is seen', () => {
  const open = usePages()

  it('with every panel of a trained head open, there and back', async () => {
    const page = await open({ at: '' })
    await unfoldAll(page)
    await openSettings(page)
    await prepareWalk(page)
    const there = await expectWalk(page, beside, 'the head')
    expect(there.length).toBeGreaterThan(100)
    const { stops: back } = await walk(page, 'Shift+Tab')
    expect(back.map(({ name }) => name).reverse()).toEqual(there.map(({ name }) => name))
  })

  it('in the dark, with a classifier', async () => {
    const page = await open({ at: '#v=1&preset=iris', colorScheme: 'dark' })
    await unfoldAll(page)
    await prepareWalk(page)
    await expectWalk(page, beside, 'the classifier')
  })

  it('on a phone, under each tab', async () => {
    const page = await open({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
    await unfoldAll(page)
    await prepareWalk(page)
    await expectWalk(page, below, 'Element')
    const tab = (name: string) => page.getByRole('tab', { name, exact: true })
    await tab('Element').focus()
    for (const name of ['Product', 'Loss', 'Factors']) {
      await page.keyboard.press('ArrowRight')
      await page.waitForFunction((label) => document.activeElement?.textContent === label, name)
      expectWalked(await walkOn(page), below, name)
      await tab(name).focus()
    }
  })

  it('round each dialog, which gives the focus back to what opened it', async () => {
    const page = await open()
    await unfoldAll(page)
    await prepareWalk(page)
    const focused = () =>
      page.evaluate(
        () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent,
      )
    for (const name of ['Import', 'Edit entries', 'Claims', 'Align to another model…']) {
      const button = page.getByRole('button', { name, exact: true })
      await button.focus()
      await page.keyboard.press('Enter')
      await page.getByRole('dialog').waitFor()
      const stops = await expectWalk(page, ['dialog'], name)
      expect(
        stops.every(({ part }) => part === 'dialog'),
        name,
      ).toBe(true)
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      expect(
        await button.evaluate((one) => one === document.activeElement),
        `${name}: ${await focused()}`,
      ).toBe(true)
    }
  })
})

describe('by keys alone', () => {
  const open = usePages()
  const press = async (page: Page, ...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
    await painted(page)
  }
  const isFocused = (page: Page, label: string | RegExp) =>
    page.waitForFunction(
      (source) =>
        new RegExp(source).test(
          document.activeElement?.ariaLabel ?? document.activeElement?.textContent ?? '',
        ),
      typeof label === 'string' ? `^${label}$` : label.source,
      { timeout: 5000 },
    )
  /** Tab until something with this name has the focus. */
  const tabTo = async (page: Page, label: RegExp, key = 'Tab') => {
    for (let n = 0; n < 60; n++) {
      await page.keyboard.press(key)
      const name = await page.evaluate(() => {
        const one = document.activeElement as HTMLElement
        return (
          one.ariaLabel ??
          ('labels' in one ? (one as HTMLInputElement).labels?.[0]?.textContent : null) ??
          one.textContent
        )
      })
      if (label.test(name)) return
    }
    throw new Error(`Tab does not come to ${label.source}`)
  }
  const view = async (page: Page) => {
    const found = /[&#]view=([^&]*)/.exec((await state(page)).link)
    return found ? found[1]!.split(',').map(Number) : []
  }

  it('the picture: g, its handles, the entries of a chosen cell, zoom and pan', async () => {
    const page = await open()
    const start = await documentOf(page)
    await press(page, 'Tab', 'Enter')
    await isFocused(page, /^Plane/)
    await press(page, 'ArrowRight')
    const { a, element } = await documentOf(page)
    expect(element).not.toEqual(start.element)
    expect(a).toEqual(start.a)

    expect(await view(page)).toEqual([])
    await press(page, '+')
    const [, height] = await view(page)
    await press(page, '-', '-')
    expect((await view(page))[1]).toBeCloseTo(height! * 1.4 ** 2, 2)
    await press(page, '0')
    expect(await view(page)).toEqual([])
    await press(page, '+')
    const [centre] = await view(page)
    await press(page, 'Alt+ArrowLeft')
    expect((await view(page))[0]).toBeLessThan(centre!)
    await press(page, 'Alt+ArrowRight')
    expect((await view(page))[0]).toBeCloseTo(centre!, 6)
    await press(page, 'Alt+ArrowUp')
    expect((await view(page))[1]).not.toBeCloseTo(height!, 3)

    const before = (await documentOf(page)).element
    await tabTo(page, /^Frame foot/)
    await press(page, 'ArrowUp', 'Shift+ArrowUp')
    expect((await documentOf(page)).element).not.toEqual(before)

    await page.getByRole('button', { name: 'Skip to the results' }).focus()
    await press(page, 'Enter')
    await tabTo(page, /^\d/)
    await press(page, 'ArrowRight', 'ArrowDown', 'Enter')
    expect((await documentOf(page)).selection).toEqual([1, 1])
    await page.getByRole('button', { name: 'Skip to the picture' }).focus()
    await press(page, 'Enter')
    await tabTo(page, /^Entry b₂₂/)
    const held = await documentOf(page)
    await press(page, 'ArrowUp', 'Enter')
    const edited = await documentOf(page)
    expect(edited.b[1]![1]).not.toEqual(held.b[1]![1])
    expect(edited.free).toEqual({ factor: 'b', row: 1, column: 1 })
    await press(page, 'Control+z', 'Control+z')
    expect((await documentOf(page)).b).toEqual(held.b)

    await page.evaluate(() => (location.hash = '#v=1&model=hyperboloid'))
    await settle(page)
    await page.locator('.stage-plane-handle').focus()
    await press(page, 'Alt+ArrowLeft')
    expect((await state(page)).link).toContain('turn=')
  })

  it('menus, the list of keys, a file, a curve; and the focus outlives what it was on', async () => {
    const page = await open({ at: '' })
    await page.getByRole('button', { name: 'Presets' }).focus()
    await press(page, 'ArrowDown')
    await page.getByRole('menuitem').first().waitFor()
    await isFocused(page, /^Saved work/)
    await press(page, 'End', 'ArrowUp', 'Home', 'Escape')
    await isFocused(page, 'Presets')
    await press(page, 'Enter')
    await press(page, 'Tab')
    await expect.poll(() => page.locator(':popover-open').count()).toBe(0)

    const beside = await page.evaluate(() => document.activeElement!.ariaLabel)
    await press(page, '?')
    await page.getByRole('dialog', { name: 'Keys and gestures' }).waitFor()
    await press(page, 'Escape')
    await isFocused(page, beside!)
    await tabTo(page, /^View settings/)
    await press(page, 'Enter')
    await tabTo(page, /^Keys and gestures/)
    await press(page, 'Enter')
    await page.getByRole('dialog', { name: 'Keys and gestures' }).waitFor()
    await press(page, 'Escape')
    await isFocused(page, 'View settings')

    // The browser must know well before the key that somebody waits for its chooser, or it shows none.
    const chosen = page.waitForEvent('filechooser')
    await tabTo(page, /^Import/, 'Shift+Tab')
    await press(page, 'Enter')
    await page.getByRole('dialog').waitFor()
    await tabTo(page, /file/i)
    await press(page, 'Enter')
    const chooser = await chosen
    await chooser.setFiles({ name: 'two.csv', mimeType: 'text/csv', buffer: Buffer.from('1,2\n3,4') })
    await press(page, 'Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })

    await page.getByRole('button', { name: 'Start', exact: true }).focus()
    await press(page, 'Enter')
    await page
      .getByRole('status', { name: 'Training', exact: true })
      .filter({ hasText: /step [1-9]/ })
      .waitFor()
    await press(page, 'Enter')
    await tabTo(page, /^Loss curve/)
    await press(page, 'Home')
    const read = () => page.evaluate(() => document.activeElement!.ariaValueText)
    const first = await read()
    expect(first).toMatch(/step 0\b/)
    await press(page, ...Array.from({ length: 12 }, () => 'ArrowRight'))
    expect(await read()).not.toBe(first)

    await page.getByRole('button', { name: 'Claims' }).focus()
    await press(page, 'Enter')
    await tabTo(page, /How many equivalents/)
    await press(page, 'Enter')
    await tabTo(page, /^Reveal/)
    await press(page, 'Enter')
    await page.getByRole('status', { name: 'Verdict' }).waitFor()
    expect(await page.evaluate(() => document.activeElement!.closest('dialog') !== null)).toBe(true)
  })
})
