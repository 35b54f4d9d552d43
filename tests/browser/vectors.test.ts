import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { view } from './handles'
import { difference } from './oracle'
import { counts, documentOf, painted, setDocument, settle, usePages } from './page'
import { drag, marks, placement } from './stage'

type Place = [left: number, top: number]

/** Every text and every handle of the stage, with the middle of its place. */
const seen = (page: Page) =>
  page.evaluate(() => {
    const shown = [
      ...document.querySelectorAll<HTMLElement>('.stage-overlay span:not([hidden]), .stage-handle'),
    ]
    return shown.map((one) => {
      const { left, top, width, height } = one.getBoundingClientRect()
      return {
        what: one.getAttribute('aria-label') ?? one.textContent,
        at: [left + width / 2, top + height / 2],
      }
    })
  })

/** The middles of the marks of entries: bodies have a ring of paper round them. */
const drawnMarks = (page: Page, shape: 'circle' | 'path') =>
  page.evaluate(
    (name) =>
      Array.from(
        document.querySelectorAll(`.stage-plane > svg [data-role="entry"] ${name}[stroke]`),
        (one) => {
          const { left, top, width, height } = one.getBoundingClientRect()
          return [left + width / 2, top + height / 2] as [number, number]
        },
      ),
    shape,
  )

const nearest = (places: readonly Place[], to: Place) =>
  Math.min(...places.map((place) => Math.hypot(place[0] - to[0], place[1] - to[1])))

describe('the picture without WebGL beside that with it', () => {
  const open = usePages()
  let pages: [gl: Page, svg: Page]
  beforeAll(async () => {
    const alike = { viewport: { width: 1300, height: 620 }, reducedMotion: 'reduce' } as const
    pages = [
      await open({ at: view, ...alike }),
      await open({ at: `?stage=svg${view}`, ...alike, picture: false }),
    ]
    const message = pages[1].getByRole('status').filter({ hasText: 'Without WebGL' })
    await message.waitFor()
    expect(await message.textContent()).toMatch(
      /^Without WebGL the colours of the loss and the tilt are missing\.$/,
    )
    await pages[1].getByRole('button', { name: 'Hide' }).click()
    await message.waitFor({ state: 'detached' })
    // The colours of the loss cost time, and are not compared.
    await both((page) => page.getByRole('button', { name: 'Slice' }).click())
    await both((page) => page.mouse.move(5, 5))
    await both(settle)
  })
  const both = async <T>(act: (page: Page) => Promise<T>) =>
    [await act(pages[0]), await act(pages[1])] as const

  async function expectSame() {
    await both(settle)
    const [gl, svg] = await both(seen)
    expect(svg.map(({ what }) => what)).toEqual(gl.map(({ what }) => what))
    for (const [n, { at }] of svg.entries()) expect(difference(at, gl[n]!.at)).toBeLessThan(0.5)
  }

  it('entries are where their points are: hollow where the document holds them, filled where g has moved them', async () => {
    const [, page] = pages
    const found = { a: await drawnMarks(page, 'circle'), b: await drawnMarks(page, 'path') }
    const all = await marks(page, await placement(page))
    expect(all).toHaveLength(18)
    for (const { factor, base, moved } of all) {
      expect(nearest(found[factor], base)).toBeLessThan(0.5)
      expect(nearest(found[factor], moved)).toBeLessThan(0.5)
    }
  })

  it.each(['Half-plane', 'Poincaré disk', 'Klein disk', 'Hyperboloid', 'Band'])(
    '%s: the same texts, lengths and handles, drags of plane, entry and frame with the same results',
    async (model) => {
      await both((page) => page.getByLabel('Model', { exact: true }).selectOption(model))
      await expectSame()
      const term = /^Term d\(a/
      await both((page) => page.getByRole('button', { name: term }).first().hover())
      await expectSame()
      const before = await documentOf(pages[0])
      const [gl] = await both(seen)
      const middle = (start: string) => gl.find(({ what }) => what?.startsWith(start))!.at as Place
      const box = (await pages[0].locator('.stage-plane').boundingBox())!
      const corner: Place = [box.x + box.width / 2 + 70, box.y + 0.74 * box.height]
      for (const from of [middle('Entry a'), middle('Frame foot'), corner]) {
        const path: Place[] = [from, [from[0] + 9, from[1] - 14], [from[0] + 31, from[1] - 5]]
        await both((page) => drag(page, path))
        const [one, other] = await both(documentOf)
        expect(other).toEqual(one)
        expect(one).not.toEqual(before)
        await both((page) => setDocument(page, { ...before }))
      }
    },
  )

  it('the real line: the same texts and drags', async () => {
    await both((page) => page.getByRole('radio', { name: 'Real line' }).click())
    await both((page) => page.getByRole('button', { name: 'Fit' }).click())
    await expectSame()
    const [gl] = await both(seen)
    const { at } = gl.find(({ what }) => what?.startsWith('Entry a'))!
    const [left, top] = at as Place
    await both((page) =>
      drag(page, [
        [left, top],
        [left + 33, top + 4],
      ]),
    )
    await both((page) =>
      drag(page, [
        [left + 60, top - 60],
        [left + 90, top - 60],
      ]),
    )
    await both(painted)
    const [one, other] = await both(documentOf)
    expect(other).toEqual(one)
    await expectSame()
  })

  it('wheel and keys do the same; a drag changes nodes that are there, renders nothing and calls no WebGL', async () => {
    await both((page) => page.getByRole('radio', { name: 'Upper half-plane' }).click())
    await both(async (page) => {
      const box = (await page.locator('.stage-plane').boundingBox())!
      await page.mouse.move(box.x + 200, box.y + 300)
      await page.mouse.wheel(0, -200)
      await page.getByRole('button', { name: /^Plane:/ }).press('ArrowUp')
      await page.mouse.move(5, 5)
    })
    await expectSame()
    const [, page] = pages
    const { commits } = await counts(page)
    const entries = page.locator('.stage-plane > svg [data-role="entry"] > *')
    const before = await entries.elementHandles()
    const box = (await page.locator('.stage-plane').boundingBox())!
    await drag(page, [
      [box.x + 300, box.y + 500],
      [box.x + 340, box.y + 470],
    ])
    await painted(page)
    const after = await entries.elementHandles()
    expect(after).toHaveLength(before.length)
    for (const [n, node] of before.entries()) {
      expect(await node.evaluate((one, other) => one === other, after[n])).toBe(true)
    }
    expect((await counts(page)).commits).toBe(commits)
    expect((await counts(page)).draws).toBe(0)
    await expect.poll(() => page.locator('.stage-plane canvas').count()).toBe(0)
  })
})
