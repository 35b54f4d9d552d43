import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** What the database of the page says of each work in it. */
export interface KeptWork {
  readonly id: string
  readonly title: string
  readonly past: readonly unknown[]
  readonly isOffered: boolean
}

/** The works in the database, read beside the page. */
export const keptWorks = (page: Page): Promise<KeptWork[]> =>
  page.evaluate(
    () =>
      new Promise<KeptWork[]>((done, fail) => {
        const asked = indexedDB.open('moduli')
        asked.onerror = () => fail(new Error('no database'))
        asked.onsuccess = () => {
          const database = asked.result
          if (!database.objectStoreNames.contains('works')) {
            database.close()
            return done([])
          }
          const all = database.transaction('works').objectStore('works').getAll()
          all.onsuccess = () => {
            database.close()
            done(all.result as KeptWork[])
          }
        }
      }),
  )

export const title = (page: Page) => page.getByRole('textbox', { name: 'Title' })
export const notice = (page: Page) => page.getByRole('status', { name: 'Notice' })

/** Gives the document these titles, each in a step of its own. */
export async function retitle(page: Page, ...titles: string[]): Promise<void> {
  for (const one of titles) {
    await title(page).fill(one)
    await title(page).press('Enter')
  }
}

/** Waits until a work of this title is in the database. */
export async function kept(page: Page, name: string): Promise<void> {
  await expect
    .poll(async () => (await keptWorks(page)).map((work) => work.title), { timeout: 3000 })
    .toContain(name)
}

export const undoIsOff = (page: Page) =>
  page.getByRole('button', { name: 'Undo', exact: true }).getAttribute('aria-disabled')

/** The titles that undo leads back to, the last one first. */
export async function undone(page: Page): Promise<string[]> {
  const undo = page.getByRole('button', { name: 'Undo', exact: true })
  const titles: string[] = []
  while ((await undoIsOff(page)) === 'false') {
    await undo.click()
    titles.push(await title(page).inputValue())
  }
  return titles
}

/** From then on `lookedAround` waits until a page has asked which works other tabs hold, before it offers one. */
export const seeLooking = (page: Page) =>
  page.context().addInitScript(() => {
    const { locks } = navigator
    const query = locks.query.bind(locks)
    locks.query = async () => {
      const found = await query()
      Object.assign(window, { hasLooked: true })
      return found
    }
  })

export const lookedAround = (page: Page) => page.waitForFunction(() => 'hasLooked' in window)
