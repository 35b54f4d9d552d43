import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { held, hold, placeOf, view } from './handles'
import { act, actEnd, angleAt, difference, distance, type Complex } from './oracle'
import { painted, settle, state, usePages } from './page'
import { drag, onScreen, placement, type Placement } from './stage'

describe('points and their images', () => {
  const open = usePages()
  let page: Page
  let at: Placement
  beforeAll(async () => {
    page = await open({ at: view })
    at = await placement(page)
    await hold(page, [1, 0, 0, 1])
    await page.getByRole('button', { name: 'Points to points' }).click()
    await page.getByRole('group', { name: 'Points and their images' }).waitFor()
  })
  const type = async (label: string, text: string) => {
    const field = page.getByRole('textbox', { name: label, exact: true })
    await field.fill(text)
    await field.press('Enter')
  }
  const apply = async () => {
    await page.getByRole('button', { name: 'Apply' }).click()
    await painted(page)
  }

  it('0, 1, ∞ to 1, ∞, 0 is 1/(1 - z), and keeps the cross-ratio of a fourth point', async () => {
    for (const [n, text] of ['0', '1', 'oo'].entries()) await type(`Point ${n + 1}`, text)
    for (const [n, text] of ['1', 'inf', '0'].entries()) await type(`Image of point ${n + 1}`, text)
    await type('Fourth point p', '3')
    await apply()
    expect(difference((await held(page)).matrix, [0, 1, -1, 1])).toBeLessThan(1e-14)
    // (3 - 1)(0 - ∞)/((3 - ∞)(0 - 1)): -2 before, and the same of -1/2, 1, ∞, 0.
    await expect.poll(() => page.locator('.pairs-say').textContent()).toMatch(/before -2, after -2$/)
  })

  it('says why there is no element, and leaves g as it was', async () => {
    const before = (await state(page)).document
    for (const [n, text] of ['1', '0', 'oo'].entries()) await type(`Image of point ${n + 1}`, text)
    await apply()
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('opposite ways round')
    expect((await state(page)).document).toEqual(before)
  })

  it('an image dragged on the boundary takes g along: the three go where they are shown', async () => {
    for (const [n, text] of ['0', '1', '2'].entries()) {
      await type(`Point ${n + 1}`, text)
      await type(`Image of point ${n + 1}`, text)
    }
    await apply()
    await settle(page)
    await drag(page, [await placeOf(page, 'Image 3'), onScreen(at, [2.6, 0])])
    const { matrix } = await held(page)
    expect(Math.abs(actEnd(matrix, 0))).toBeLessThan(1e-12)
    expect(Math.abs(actEnd(matrix, 1) - 1)).toBeLessThan(1e-12)
    expect(Math.abs(actEnd(matrix, 2) - 2.6)).toBeLessThan(1 / at.scale)
  })

  it('two points keep their distance while an image is dragged round; unequal ones are refused', async () => {
    await page.getByRole('radio', { name: 'Two inside' }).check({ force: true })
    await type('Point 1', '0.5+i')
    await type('Point 2', '1.5+i')
    await type('Image of point 1', '1+2i')
    await type('Image of point 2', '1+3i')
    await apply()
    await expect
      .poll(() => page.getByRole('alert').textContent())
      .toMatch(/^g stays as it was: the distances must be equal/)
    await page.getByRole('button', { name: 'Use the current images' }).click()
    await settle(page)
    const target: Complex = [1.8, 1.4]
    await drag(page, [await placeOf(page, 'Image 2'), onScreen(at, target)])
    const { matrix } = await held(page)
    const [one, two] = [act(matrix, [0.5, 1]), act(matrix, [1.5, 1])]
    expect(distance(one, two)).toBeCloseTo(distance([0.5, 1], [1.5, 1]), 9)
    expect(Math.abs(angleAt(one, two, target))).toBeLessThan(0.02)
  })
})
