import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { settle, usePages } from './page'
import { openSettings, unfoldAll } from './panels'
import { prepareWalk, walk, type Stop } from './walk'

const faults = (stops: readonly Stop[]) =>
  stops.flatMap(({ part, name, tag, faults }) => faults.map((fault) => `${part} ${tag} "${name}" ${fault}`))

/** Where the walk went back to a part or a panel that it had been through. */
const turnsBack = (stops: readonly Stop[], parts: readonly string[]) => {
  const places = stops.map(({ part, panel }) => 1000 * parts.indexOf(part) + panel)
  return stops
    .filter((_, n) => n > 0 && places[n]! < places[n - 1]!)
    .map(({ part, name }) => `${part} ${name}`)
}

const beside = ['.skips', '.top', '.left', '.centre', '.tabs', '.right']
const below = ['.skips', '.top', '.centre', '.tabs', '.left', '.right']

/** Tab goes from the top to the end of the page, or round the dialog that is open, and misses nothing. */
async function expectWalk(page: Page, parts: readonly string[], where: string): Promise<readonly Stop[]> {
  const { stops, count, visited } = await walk(page)
  expect(faults(stops), where).toEqual([])
  expect(turnsBack(stops, parts), where).toEqual([])
  expect(visited, where).toBe(count)
  return stops
}

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

  it('in the dark, with a classifier, and on the real line', async () => {
    const page = await open({ at: '#v=0&preset=iris', colorScheme: 'dark' })
    await unfoldAll(page)
    await prepareWalk(page)
    await expectWalk(page, beside, 'the classifier')
    await page.evaluate(() => (location.hash = '#v=0&preset=line3'))
    await settle(page)
    await expectWalk(page, beside, 'the line')
  })

  it('on a phone, under each tab', async () => {
    const page = await open({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
    await unfoldAll(page)
    await prepareWalk(page)
    for (const name of ['Element', 'Product', 'Loss', 'Factors']) {
      await page.getByRole('tab', { name, exact: true }).click()
      await expectWalk(page, below, name)
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
