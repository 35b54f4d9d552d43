import type { Page } from 'playwright-core'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { act, moved, normalised, product, type Complex, type Matrix } from './oracle'
import { documentOf, painted, ready, setDocument, settle, state, usePages } from './page'
import { choose, openSettings, type, unfold } from './panels'
import { drag } from './stage'

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const said = (page: Page, name: string) => page.getByRole('status', { name, exact: true }).textContent()
const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true })
const tables = async (page: Page) => {
  const { a, b } = await documentOf(page)
  return { a, b }
}

async function startHead(page: Page): Promise<void> {
  const started = button(page, '7 nodes')
  if (!(await started.isVisible())) await page.getByText('Another head').click()
  await started.click()
  await button(page, 'Start').waitFor()
}

async function trainToTheEnd(page: Page): Promise<void> {
  await button(page, 'Start').click()
  await button(page, 'Pause').waitFor({ state: 'detached', timeout: 15_000 })
  await settle(page)
}

/** Until the status names a step after this one. */
const passes = (page: Page, step: number) =>
  page.waitForFunction((least) => {
    const words = document.querySelector('[aria-label="Training"]')?.textContent ?? ''
    return Number(/step (\d+)/.exec(words)?.[1]) > least
  }, step)

/** Does every node cost less than every other one that is farther away in the tree? */
function attendsToNearest(parents: readonly number[], c: readonly (readonly number[])[]): boolean {
  const line = (node: number): number[] => (node < 0 ? [] : [node, ...line(parents[node]!)])
  const apart = (v: number, w: number) => {
    const [p, q] = [line(v), line(w)]
    const shared = p.find((node) => q.includes(node))!
    return p.indexOf(shared) + q.indexOf(shared)
  }
  const nodes = parents.map((_, node) => node)
  return nodes.every((query) =>
    nodes.every((near) =>
      nodes.every((far) => apart(query, near) >= apart(query, far) || c[query]![near]! < c[query]![far]!),
    ),
  )
}

describe('training in the page', () => {
  const open = usePages()
  let page: Page
  beforeAll(async () => {
    page = await open()
    await unfold(page, /^Training/)
  })
  beforeEach(async () => {
    await startHead(page)
    await page.getByRole('radio', { name: 'As fast as it goes' }).click()
    await openSettings(page)
    await type(field(page, 'Learning rate'), '0.05')
    await settle(page)
  })

  it('learns the tree: all answers right, in the ball, and the tables order all nodes as the tree does', async () => {
    await trainToTheEnd(page)
    expect(await said(page, 'Accuracy, training data')).toBe('1.000')
    expect(await said(page, 'Accuracy, held out')).toBe('1.000')
    expect(Number(await said(page, 'Training loss'))).toBeLessThan(0.05)
    expect(await said(page, 'In the ball')).toMatch(/^since step \d+$/)
    const { a, b, head } = await documentOf(page)
    const { parents } = head!.task!
    expect(attendsToNearest(parents, product(a as Complex[][], b as Complex[][]))).toBe(true)
  })

  it('goes back to the tables of the start exactly, by rewinding and by one undo', async () => {
    const before = await tables(page)
    await trainToTheEnd(page)
    const after = await tables(page)
    expect(after).not.toEqual(before)
    await button(page, 'Undo').click()
    expect(await tables(page)).toEqual(before)
    await button(page, 'Redo').click()
    expect(await tables(page)).toEqual(after)
    await button(page, 'Rewind').click()
    expect(await tables(page)).toEqual(before)
    await button(page, 'Undo').click()
    expect(await tables(page)).toEqual(after)
  })

  it('keeps its loss where g moves both tables, to 1e-12, and loses it where g moves one', async () => {
    await trainToTheEnd(page)
    await setDocument(page, { element: [2, 1, 1, 1], move: 'both' })
    const { loss } = await state(page)
    expect(Math.abs(loss.after - loss.before)).toBeLessThan(1e-12)
    expect(loss.before).toBeLessThan(0.05)
    await choose(page, 'Move', 'A only')
    await painted(page)
    const { loss: other } = await state(page)
    expect(other.before).toBe(loss.before)
    expect(other.after).toBeGreaterThan(10 * loss.before)
    expect(await said(page, 'Training loss')).toMatch(/ → /)
  })

  it('shows the tables of a checkpoint, of which the curve tells the loss', async () => {
    await trainToTheEnd(page)
    const { loss: end } = await state(page)
    await page.getByRole('slider', { name: 'Step shown' }).press('Home')
    await page.getByRole('slider', { name: 'Step shown' }).press('ArrowRight')
    await painted(page)
    expect(await said(page, 'Training')).toMatch(/step 25 of 1500$/)
    const { loss } = await state(page)
    expect(loss.before).toBeGreaterThan(2 * end.before)
    const words = await page.getByRole('slider', { name: 'Step shown' }).getAttribute('aria-valuetext')
    expect(Number(/loss (\S+)$/.exec(words!)![1])).toBeCloseTo(loss.before, 3)
  })

  it('answers a drag of g while it runs, and goes on', async () => {
    await page.getByRole('radio', { name: 'Slow' }).click()
    await setDocument(page, { element: [1, 0, 0, 1], move: 'both' })
    await button(page, 'Start').click()
    await passes(page, 4)
    const slider = (await page.getByRole('slider', { name: 'Dilation t' }).boundingBox())!
    const [left, top] = [slider.x + slider.width / 2, slider.y + slider.height / 2]
    const wide = slider.width / 4
    await drag(
      page,
      [
        [left, top],
        [left + wide / 2, top],
        [left + wide, top],
      ],
      false,
    )
    await painted(page)
    const { element } = await state(page)
    await page.mouse.up()
    const now = Number(/step (\d+)/.exec((await said(page, 'Training'))!)![1])
    const matrix = (element as { matrix: Matrix }).matrix
    expect(act(normalised(matrix), [0, 1])[1]).toBeGreaterThan(1.2)
    await passes(page, now)
    await expect.poll(() => button(page, 'Pause').isVisible()).toBe(true)
    const { document, product: shown } = await state(page)
    const wanted = product(moved(normalised(matrix), document.a), moved(normalised(matrix), document.b))
    expect(Math.abs(shown.after[1]![2]! - wanted[1]![2]!)).toBeLessThan(1e-9)
    await button(page, 'Pause').click()
  })

  it('pauses where a table is edited, and begins a new run from that', async () => {
    await page.getByRole('radio', { name: 'Slow' }).click()
    await button(page, 'Start').click()
    await passes(page, 2)
    const a = (await tables(page)).a as Complex[][]
    await setDocument(page, { a: [[[0.5, 2]], ...a.slice(1)] })
    await button(page, 'Start').waitFor()
    expect(await said(page, 'Training')).toMatch(/^Paused, because the tables were changed/)
    await settle(page)
    expect((await tables(page)).a[0]).toEqual([[0.5, 2]])
  })

  it('says what a learning rate cannot be, and stops at finite tables where it diverges', async () => {
    for (const [text, reason] of [
      ['0', /greater than 0/],
      ['-1', /greater than 0/],
      ['fast', /fast/],
    ] as const) {
      await type(field(page, 'Learning rate'), text)
      await expect.poll(() => page.getByRole('alert').textContent()).toMatch(reason)
      await field(page, 'Learning rate').press('Escape')
    }
    await type(field(page, 'Learning rate'), '1e308')
    await button(page, 'Start').click()
    await page.getByText(/^Stopped: .* after step \d+\./).waitFor()
    const { loss, document } = await state(page)
    expect(Number.isFinite(loss.before)).toBe(true)
    expect((document.a as Complex[][]).flat(2).every(Number.isFinite)).toBe(true)
    await type(field(page, 'Learning rate'), '0.05')
    await trainToTheEnd(page)
    expect(Number(await said(page, 'Training loss'))).toBeLessThan(0.05)
  })
})

describe('a page that is closed, or a worker that fails, while a run goes on', () => {
  const open = usePages()

  it('keeps in its address what was trained a second ago', async () => {
    const page = await open()
    await unfold(page, /^Training/)
    await startHead(page)
    const before = await tables(page)
    await page.getByRole('radio', { name: 'Slow' }).click()
    await button(page, 'Start').click()
    await passes(page, 40)
    await page.reload()
    await ready(page)
    const { loss, document } = await state(page)
    expect({ a: document.a, b: document.b }).not.toEqual(before)
    expect(document.head!.task!.parents).toHaveLength(7)
    expect(Number.isFinite(loss.before)).toBe(true)
  })

  it('keeps the tables of the last report, says what happened, and begins a new run from them', async () => {
    const page = await open({
      before: () => {
        const Real = window.Worker
        window.Worker = class extends Real {
          constructor(url: string | URL, options?: WorkerOptions) {
            super(url, options)
            if (String(url).includes('training')) Object.assign(window, { lastWorker: this })
          }
        }
      },
    })
    await unfold(page, /^Training/)
    await startHead(page)
    await page.getByRole('radio', { name: 'Slow' }).click()
    await button(page, 'Start').click()
    await passes(page, 10)
    await page.evaluate(() => {
      const { lastWorker } = window as unknown as { lastWorker: Worker }
      lastWorker.dispatchEvent(new ErrorEvent('error', { message: 'out of memory', cancelable: true }))
    })
    await page.getByText(/^The training has failed: it failed \(out of memory\)/).waitFor()
    const kept = await documentOf(page)
    await settle(page)
    expect(await documentOf(page)).toEqual(kept)
    expect(Number.isFinite((await state(page)).loss.before)).toBe(true)
    await button(page, 'Start').click()
    await passes(page, 2)
    expect(await said(page, 'Training')).toMatch(/^Run 2, /)
    await button(page, 'Pause').click()
  })
})

describe('a training worker that cannot be loaded', () => {
  const open = usePages()

  it('leaves the training to the page itself', async () => {
    const page = await open({
      before: () => {
        const Real = window.Worker
        window.Worker = class extends Real {
          constructor(url: string | URL, options?: WorkerOptions) {
            super(url, options)
            if (!String(url).includes('training')) return
            // What a browser says of a script that is not there, or that a policy forbids.
            this.postMessage = () => {}
            setTimeout(() => this.dispatchEvent(new Event('error', { cancelable: true })), 50)
          }
        }
      },
    })
    await unfold(page, /^Training/)
    await startHead(page)
    const before = await documentOf(page)
    await button(page, 'Start').click()
    await passes(page, 2)
    await button(page, 'Pause').click()
    expect(await documentOf(page)).not.toEqual(before)
    await expect.poll(() => page.getByLabel('Notice').textContent()).toBe('')
  })
})
