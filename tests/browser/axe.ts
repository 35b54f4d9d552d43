import { source, type AxeResults, type RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'

/** To describe what is in order takes longer than to find it, and only rules about media need files beforehand. */
const options: RunOptions = { resultTypes: ['violations'], preload: false }

/** What axe finds, each with the place of its first example; inside one part of the page if that is named. */
export async function violations(page: Page, part?: string): Promise<string[]> {
  // Half a megabyte: once for each page.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source)
  const found = await page.evaluate(
    async ([inside, how]) => {
      const { axe } = window as unknown as {
        axe: { run: (of: string | Document, how: RunOptions) => Promise<AxeResults> }
      }
      // Colours on their way to others are nobody's choice.
      await new Promise((done) => requestAnimationFrame(done))
      const lasting = document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
      await Promise.allSettled(lasting.map(({ finished }) => finished))
      const { violations } = await axe.run(inside ?? document, how)
      return violations.map(({ id, nodes }) => ({
        id,
        at: nodes[0]!.target.join(' '),
        why: nodes[0]!.failureSummary,
      }))
    },
    [part, options] as const,
  )
  return found.map(({ id, at, why }) => `${id}: ${at} (${why})`)
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
