import { buffer } from 'node:stream/consumers'
import type { Locator } from 'playwright-core'

/** The file that a button saves. */
export async function savedBy(button: Locator): Promise<{ name: string; content: Buffer }> {
  // A film takes longer than any other file.
  const waiting = button.page().waitForEvent('download', { timeout: 60_000 })
  await button.click()
  const download = await waiting
  return { name: download.suggestedFilename(), content: await buffer(await download.createReadStream()) }
}
