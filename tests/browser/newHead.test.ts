import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { violations } from './axe'
import { documentOf, painted, reopen, settle, state, usePages } from './page'
import { type, unfold } from './panels'

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const box = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true })
const select = (page: Page, name: string) =>
  page.locator('.new-head').getByRole('combobox', { name, exact: true })
const tree = 'animal\n  bird\n    owl\n    wren\n  fish\n    cod'
const sequences = 'owl wren cod\nbird owl fish\ncod fish animal\n6 3 4\nwren cod'

async function openForm(page: Page): Promise<void> {
  await unfold(page, /^Training/)
  const form = page.locator('.new-head')
  if (!(await form.isVisible())) await page.getByText('Another head').click()
  const own = page.locator('details.own-tree')
  if ((await own.getAttribute('open')) === null) await own.locator('summary').click()
}

describe('a new head', () => {
  const open = usePages()
  let page: Page
  beforeAll(async () => {
    page = await open()
    await openForm(page)
  })

  it('says what a tree or a sequence cannot be, and changes nothing', async () => {
    const before = await documentOf(page)
    const alert = page.locator('.own-tree').getByRole('alert')
    for (const [text, reason] of [
      ['0 3 2', /run in a circle/],
      ['a: b\nc: d', /"b" and "d" both have no parent/],
      ['0', /at least two tokens/],
      [`0${' 1'.repeat(64)}`, /at most 64/],
    ] as const) {
      await box(page, 'Tree').fill(text)
      await expect.poll(() => alert.textContent()).toMatch(reason)
      await button(page, 'Open').click({ force: true })
    }
    await box(page, 'Tree').fill(tree)
    for (const [text, reason] of [
      ['owl wren\nowl cow', /Line 2: "cow" is not a token/],
      ['owl wren\nowl', /Line 2 has one token/],
      ['owl wren', /Two sequences are needed/],
    ] as const) {
      await box(page, 'Sequences').fill(text)
      await expect.poll(() => alert.textContent()).toMatch(reason)
      await button(page, 'Open').click({ force: true })
    }
    expect(await documentOf(page)).toEqual(before)
  })

  it('opens a tree with names and sequences of one’s own, which links carry', async () => {
    await box(page, 'Tree').fill(tree)
    await box(page, 'Sequences').fill(sequences)
    await type(box(page, 'Held out, % of them'), '40')
    await page.getByText('6 tokens, 24 numbers in the tables; 3 sequences to train on, 2 held out.').waitFor()
    expect(await violations(page, '.new-head')).toEqual([])
    await button(page, 'Open').click()
    await painted(page)
    const { document, link } = await state(page)
    expect(document.head).toMatchObject({
      rule: 'fixed',
      beta: 10,
      task: {
        parents: [-1, 0, 1, 1, 0, 4],
        names: ['animal', 'bird', 'owl', 'wren', 'fish', 'cod'],
        sequences: {
          train: [
            [2, 3, 5],
            [1, 2, 4],
            [5, 4, 0],
          ],
          heldOut: [
            [5, 2, 3],
            [3, 5],
          ],
        },
      },
    })
    await expect.poll(() => box(page, 'Tokens of the sequence').inputValue()).toBe('cod owl wren')
    const seen = await page.locator('.stage-overlay span:not([hidden])').allTextContents()
    expect(seen).toContain('animal')
    await reopen(page, link.slice(link.indexOf('#')))
    expect((await documentOf(page)).head).toEqual(document.head)
  })

  it('begins on the line with six points a token and a learned β, and learns its tree of 7', async () => {
    await openForm(page)
    await page.locator('.new-head').getByRole('radio', { name: 'Real line' }).click()
    await expect.poll(() => select(page, 'Points a token, h').inputValue()).toBe('6')
    await expect.poll(() => select(page, 'Rule of β').inputValue()).toBe('learned')
    await expect.poll(() => box(page, 'β to begin with').inputValue()).toBe('4')
    await button(page, '7 nodes').click()
    await button(page, 'Start').waitFor()
    const { space, a, head } = await documentOf(page)
    expect({ space, inner: a[0]!.length, rule: head!.rule }).toEqual({
      space: 'line',
      inner: 6,
      rule: 'learned',
    })
    await page.getByRole('radio', { name: 'As fast as it goes' }).click()
    await button(page, 'Start').click()
    await button(page, 'Pause').waitFor({ state: 'detached', timeout: 20_000 })
    await settle(page)
    expect((await state(page)).loss.before).toBeLessThan(0.01)
  })

  it('has tables of the seed that is typed, and refuses what is none', async () => {
    await openForm(page)
    await type(box(page, 'Seed of the tables'), '1.5')
    await expect.poll(() => page.getByRole('alert').first().textContent()).toMatch(/whole number/)
    await type(box(page, 'Seed of the tables'), '5')
    await button(page, '7 nodes').click()
    await painted(page)
    const first = (await documentOf(page)).a
    await openForm(page)
    await type(box(page, 'Seed of the tables'), '6')
    await button(page, '7 nodes').click()
    await painted(page)
    expect((await documentOf(page)).a).not.toEqual(first)
    await openForm(page)
    await type(box(page, 'Seed of the tables'), '5')
    await button(page, '7 nodes').click()
    await painted(page)
    expect((await documentOf(page)).a).toEqual(first)
  })
})
