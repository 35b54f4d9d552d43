import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { counts, setDocument, settle, usePages } from './page'
import { choose } from './panels'

declare global {
  interface Window {
    spoken: { at: number; text: string; name: string }[]
  }
}

const said = (page: Page) => page.getByRole('status', { name: 'What changed' })
const words = (page: Page) => page.getByRole('region', { name: 'The picture in words' })
const entries = (page: Page, factor: 'A' | 'B') =>
  words(page)
    .getByRole('list', { name: `Entries of ${factor}` })
    .getByRole('listitem')
    .allTextContents()

/** Records from now on what live regions say. */
const listen = (page: Page) =>
  page.evaluate(() => {
    window.spoken = []
    new MutationObserver((changes) => {
      for (const live of new Set(
        changes.map(({ target }) => {
          const node = target instanceof Element ? target : target.parentElement
          return node?.closest('output, [role=status], [role=alert], [aria-live]')
        }),
      )) {
        if (!live || live.ariaLive === 'off') continue
        window.spoken.push({ at: performance.now(), text: live.textContent, name: live.ariaLabel ?? '' })
      }
    }).observe(document.body, { childList: true, characterData: true, subtree: true })
  })
const heard = (page: Page) => page.evaluate(() => window.spoken)

/** The most things that were said within a second. */
const busiest = (times: readonly number[]) =>
  Math.max(0, ...times.map((t) => times.filter((u) => u >= t && u < t + 1000).length))

describe('the stage in words', () => {
  const open = usePages()

  it('says what is where, what g is, whether the model is unchanged, and its loss', async () => {
    const page = await open({ at: '' })
    const head = words(page)
    await head.getByText(/Loss at the model/).waitFor({ state: 'attached' })
    const text = (await head.locator('p').allTextContents()).join(' ')
    expect(text).toContain(`g: ${await page.getByRole('status', { name: 'Class' }).textContent()}`)
    expect(text).toContain('Product unchanged')
    expect(text).toContain(
      (await page.getByRole('status', { name: 'Largest change', exact: true }).textContent())!,
    )
    expect(text).toMatch(/Half-plane, x from -?[\d.]+ to [\d.]+, heights up to [\d.]+/)
    expect(text).toMatch(/Loss at the model [\d.e-]+ → [\d.e-]+/)

    await setDocument(page, {
      a: [
        [
          [0, 1],
          [1, 2],
        ],
      ],
      b: [[[2, 1]], [[0.5, 3]]],
      element: [2, 0, 0, 0.5],
      head: null,
    })
    await head.getByText('a₁₂ at 4.00 + 8.00i, base 1.00 + 2.00i').waitFor({ state: 'attached' })
    expect(await entries(page, 'B')).toEqual([
      'b₁₁ at 8.00 + 4.00i, base 2.00 + 1.00i',
      'b₂₁ at 2.00 + 12.0i, base 0.500 + 3.00i',
    ])
    expect((await head.locator('p').allTextContents()).join(' ')).toContain(
      'translation length 1.39, from 0 to ∞',
    )

    const many = Array.from({ length: 40 }, (_, k) => Array.from({ length: 40 }, (_, i) => k + i / 100))
    await setDocument(page, { space: 'line', a: many, b: many, element: 1.5, reflected: false, word: [] })
    await head
      .getByText(/^1600 entries, x from 1\.50 to 40\.9/)
      .first()
      .waitFor({ state: 'attached' })
    expect((await entries(page, 'A')).length).toBeLessThan(40)
  })

  it('tells what changed in one voice: at most ten times a second in a drag, without a render, the last state last', async () => {
    const page = await open({ at: '' })
    await said(page).waitFor({ state: 'attached' })
    await page.getByRole('status', { name: 'In the ball' }).waitFor({ state: 'attached' })
    await settle(page)
    await listen(page)
    const slider = page.getByRole('slider', { name: 'Translation x' })
    const box = (await slider.boundingBox())!
    const y = box.y + box.height / 2
    await page.mouse.move(box.x + box.width / 2, y)
    await page.mouse.down()
    await page.mouse.move(box.x + 0.4 * box.width, y)
    const { commits } = await counts(page)
    const end = Date.now() + 2500
    for (let n = 0; Date.now() < end; n++)
      await page.mouse.move(box.x + box.width * (0.5 + 0.4 * Math.sin(n / 3)), y)
    expect((await counts(page)).commits).toBe(commits)
    await page.mouse.move(box.x + 0.85 * box.width, y)
    await page.mouse.up()
    const last = `g: ${await page.getByRole('status', { name: 'Class' }).textContent()}`
    await said(page).filter({ hasText: last }).waitFor({ state: 'attached' })
    await expect.poll(() => said(page).textContent()).toContain('product unchanged')
    const all = await heard(page)
    expect([...new Set(all.map(({ name }) => name))]).toEqual(['What changed'])
    expect(all.length).toBeGreaterThan(1)
    expect(busiest(all.map(({ at }) => at))).toBeLessThanOrEqual(10)
  })

  it('tells each action in words that mean something', async () => {
    const page = await open()
    await said(page).waitFor({ state: 'attached' })
    const tells = (text: string | RegExp) =>
      said(page).filter({ hasText: text }).waitFor({ state: 'attached' })
    await choose(page, 'Move', 'A only')
    await tells('g moves A only; product changed: no longer the same model.')
    await page.getByRole('button', { name: 'Undo' }).click()
    await tells('g moves A and B; product unchanged.')
    await page.getByRole('table', { name: 'Product before' }).getByRole('button').nth(1).click()
    await tells(/^c₁₂ is \d/)
    await page.getByRole('button', { name: /^Entry b₁₂/ }).focus()
    await page.keyboard.press('ArrowUp')
    await tells(/^b₁₂ at -?[\d.]+ \+ [\d.]+i; product unchanged; c₁₂ is \d/)
    await page.getByRole('button', { name: 'Zoom in' }).click()
    await tells(/^view: Half-plane, x from/)
    await page.getByRole('button', { name: 'Slice' }).click()
    await tells('loss slice hidden.')
    await choose(page, 'Space', 'Real line')
    await tells(/: A 3 × 3, B 3 × 3, on the real line/)
  })
})
