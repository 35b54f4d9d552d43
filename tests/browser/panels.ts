import type { Locator, Page } from 'playwright-core'

/** Texts of the cells of a table, row by row. */
export const cells = (page: Page, name: string): Promise<string[][]> =>
  page
    .getByRole('table', { name, exact: true })
    .locator('tr')
    .evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent)))

/** Types into a text field and commits with Enter. */
export async function type(field: Locator, text: string): Promise<void> {
  await field.click()
  await field.fill(text)
  await field.press('Enter')
}

export const choose = (page: Page, group: string, option: string): Promise<void> =>
  page.getByRole('radiogroup', { name: group, exact: true }).getByRole('radio', { name: option }).click()

/** Opens a panel that is folded to its title. */
export async function unfold(page: Page, title: RegExp): Promise<void> {
  const button = page.locator('.fold').filter({ hasText: title })
  if ((await button.getAttribute('aria-expanded')) === 'false') await button.click()
}

/** Opens every panel that is folded. */
export async function unfoldAll(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^The group/ }).waitFor({ state: 'attached' })
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll<HTMLElement>('button.fold[aria-expanded="false"]'))
      fold.click()
  })
}

/** Unfolds the settings of training. */
export async function openSettings(page: Page): Promise<void> {
  const settings = page.locator('details').filter({ hasText: /^Settings:/ })
  if ((await settings.getAttribute('open')) === null) await settings.locator('summary').click()
}
