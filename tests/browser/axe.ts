import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** What axe finds, each with the place of its first example; inside one part of the page if that is named. */
export async function violations(page: Page, part?: string): Promise<string[]> {
  // Legacy mode needs no second page, as there are no frames; to describe what is in order takes longer than to find it;
  // and only rules about media need files beforehand.
  const options = { resultTypes: ['violations' as const], preload: false }
  const builder = new AxeBuilder({ page }).setLegacyMode().options(options)
  const { violations: found } = await (part ? builder.include(part) : builder).analyze()
  return found.map(({ id, nodes }) => `${id}: ${nodes[0]!.target.join(' ')} (${nodes[0]!.failureSummary})`)
}

/** By how many pixels the page is wider than the screen, and what sticks out of it. */
export const sideways = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    scrollTo(50, 0)
    const moved = scrollX
    scrollTo(0, 0)
    return { wider: Math.max(0, scrollWidth - clientWidth), moved }
  })
