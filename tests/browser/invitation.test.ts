import type { Page } from 'playwright-core'
import { describe, expect, inject, it } from 'vitest'
import { violations } from './axe'
import { notice, title } from './kept'
import { documentOf, painted, setDocument, settle, state, usePages } from './page'

const viewport = { width: 960, height: 600 }
const lesson = (page: Page) => page.getByRole('region', { name: /^Lesson: / })
const invitation = (page: Page) => page.getByRole('dialog', { name: 'A product made of distances' })

/** What the QR code of the page leads to, from after its origin. */
async function shared(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Export' }).click()
  await page.getByRole('menuitem', { name: 'QR code' }).click()
  const dialog = page.getByRole('dialog', { name: 'QR code' })
  const address = await dialog.getByRole('textbox', { name: 'Link' }).inputValue()
  await dialog.getByText('A product made of distances, 2 of', { exact: false }).waitFor()
  await page.keyboard.press('Escape')
  return address.replace(inject('url').replace(/\/$/, ''), '').replace(/^\//, '')
}

describe('the link of a step', () => {
  const open = usePages()

  it('leads to the step, with the state only if it was changed; whoever opens it follows or explores', async () => {
    const lecturer = await open({
      viewport,
      at: '?profile=projector&lesson=distances&step=2',
      permissions: ['clipboard-read', 'clipboard-write'],
    })
    await lesson(lecturer).waitFor()
    expect(await invitation(lecturer).count()).toBe(0)
    const address = await shared(lecturer)
    expect(address).toBe('?lesson=distances&step=2&join')
    await lecturer.getByRole('button', { name: 'Copy link' }).click()
    await notice(lecturer).filter({ hasText: 'Link copied' }).waitFor()
    expect(await lecturer.evaluate(() => navigator.clipboard.readText())).toMatch(
      /\/\?lesson=distances&step=2&join$/,
    )

    const follower = await open({ viewport, at: address })
    await invitation(follower).getByText('You are at step 2 of').waitFor()
    expect(await violations(follower, 'dialog[open]')).toEqual([])
    await expect
      .poll(() => follower.evaluate(() => document.activeElement?.textContent))
      .toBe('Follow along here')
    await follower.keyboard.press('Enter')
    await invitation(follower).waitFor({ state: 'detached' })
    expect(new URL(follower.url()).search).toBe('?lesson=distances&step=2')
    await follower.reload()
    await lesson(follower).waitFor()
    await painted(follower)
    expect(await invitation(follower).count()).toBe(0)

    await setDocument(lecturer, { selection: [0, 0], title: 'moved in the lecture' })
    const changed = await shared(lecturer)
    expect(changed).toBe(address + new URL((await state(lecturer)).link).hash)
    const explorer = await open({ viewport, at: changed })
    await invitation(explorer).getByRole('button', { name: 'Explore on your own' }).click()
    await lesson(explorer).waitFor({ state: 'detached' })
    await settle(explorer)
    expect(await documentOf(explorer)).toEqual(await documentOf(lecturer))
    await expect.poll(() => new URL(explorer.url()).search).toBe('')
    await explorer.getByRole('button', { name: 'Undo', exact: true }).click()
    expect(await title(explorer).inputValue()).not.toBe('moved in the lecture')
  })
})
