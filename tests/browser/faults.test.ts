import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { violations } from './axe'
import { difference, moved, nak, product, tolerance, type Complex } from './oracle'
import { counts, settle, state, usePages } from './page'
import { cells } from './panels'

/** Presses a key on the slider of t, and expects the numbers that follow from the t that it names. */
async function dilate(page: Page, key: string, t: number): Promise<void> {
  await page.getByRole('slider', { name: 'Dilation t' }).press(key)
  // A busy machine paints late.
  await expect
    .poll(() => page.getByRole('textbox', { name: 'Dilation t, exactly' }).inputValue())
    .toBe(String(t))
  const { document, product: said } = await state(page)
  const { x, theta } = document.coordinates as { x: number; theta: number }
  const g = nak(x, t, theta)
  const [a, b] = [document.a, document.b] as [Complex[][], Complex[][]]
  const after = product(moved(g, a), moved(g, b))
  expect(difference(said.after, after)).toBeLessThan(tolerance)
  const shown = (await cells(page, 'Product after')).flat()
  expect(shown).toEqual(after.flat().map((number, n) => number.toFixed(shown[n]!.split('.')[1]!.length)))
}

/** What a test breaks in the page's WebGL. */
interface Broken {
  contexts?: number
  broken?: 'draw' | 'link' | undefined
}

/** Lets a test refuse contexts after the first so many, make drawing throw and shaders not compile. */
function breakable(): void {
  const page = window as unknown as Broken
  type Call = (...of: unknown[]) => unknown
  const stub = (
    prototype: object,
    name: string,
    instead: (call: () => unknown, of: unknown[]) => unknown,
  ) => {
    const native = Reflect.get(prototype, name) as Call
    Object.defineProperty(prototype, name, {
      value(this: unknown, ...of: unknown[]) {
        return instead(() => native.apply(this, of), of)
      },
    })
  }
  stub(HTMLCanvasElement.prototype, 'getContext', (call, [kind]) => {
    if (kind !== 'webgl2' || page.contexts === undefined) return call()
    return page.contexts-- > 0 ? call() : null
  })
  const gl = WebGL2RenderingContext.prototype
  stub(gl, 'drawElements', (call) => {
    if (page.broken === 'draw') throw new Error('the driver is gone')
    return call()
  })
  stub(gl, 'getProgramParameter', (call, [, what]) =>
    page.broken === 'link' && what === gl.LINK_STATUS ? false : call(),
  )
}

const pictures = (page: Page) => page.locator('.stage-plane > canvas')
const drawings = (page: Page) => page.locator('.stage-plane > svg')

/** What is on each canvas, to the pixel; texts and buttons over it are painted by the browser, which rounds as it likes. */
async function shots(page: Page): Promise<string[]> {
  await page.mouse.move(5, 5)
  await showOverlays(page, false)
  await settle(page)
  const all = await pictures(page).all()
  const taken = await Promise.all(all.map(async (one) => (await one.screenshot()).toString('base64')))
  await showOverlays(page, true)
  return taken
}

const showOverlays = (page: Page, isShown: boolean) =>
  page.evaluate(
    (opacity) => {
      for (const one of document.querySelectorAll<HTMLElement>('.centre *'))
        if (one.localName !== 'canvas' && !one.querySelector('canvas')) one.style.opacity = opacity
    },
    isShown ? '' : '0',
  )

/** The same when everything that comes later has come: on a busy machine a part of the picture may load after a pause. */
async function steadyShots(page: Page): Promise<string[]> {
  for (let last = await shots(page); ;) {
    await page.waitForTimeout(400)
    const next = await shots(page)
    if (next.length > 0 && next.every((shot, n) => shot === last[n])) return next
    last = next
  }
}

/** Loses the context of every canvas, or gives it back; the ms from the event to the notice, or to its end. */
const turn = (page: Page, how: 'loseContext' | 'restoreContext') =>
  page.evaluate(async (name) => {
    const event = name === 'loseContext' ? 'webglcontextlost' : 'webglcontextrestored'
    const kept = window as unknown as { losers?: WEBGL_lose_context[] }
    const all = [...document.querySelectorAll<HTMLCanvasElement>('.stage-plane > canvas')]
    kept.losers ??= all.map((one) => one.getContext('webgl2')!.getExtension('WEBGL_lose_context')!)
    const times = all.map(
      (canvas) =>
        new Promise<number>((done) =>
          canvas.addEventListener(event, () => {
            const start = performance.now()
            const look = () => {
              const isTold = canvas.parentElement!.querySelector('[role="alert"]') !== null
              if (isTold === (name === 'loseContext')) done(performance.now() - start)
              else setTimeout(look)
            }
            look()
          }),
        ),
    )
    for (const loser of kept.losers) loser[name]()
    if (name === 'restoreContext') delete kept.losers
    return Math.max(...(await Promise.all(times)))
  }, how)

describe('graphics that fail', () => {
  const open = usePages()
  const viewport = { width: 1280, height: 480 }

  it('without WebGL2 the picture is drawn as vectors, and says what is missing; controls work', async () => {
    const page = await open({
      picture: false,
      before: () => {
        HTMLCanvasElement.prototype.getContext = (() => null) as never
      },
    })
    await page.getByRole('status').filter({ hasText: 'no WebGL2: the colours' }).waitFor()
    await expect.poll(() => drawings(page).locator('[data-role="entry"] circle').count()).toBeGreaterThan(8)
    await expect.poll(() => drawings(page).locator('[data-role="level"] path').count()).toBeGreaterThan(0)
    expect(await page.getByRole('button', { name: 'Tilt' }).isDisabled()).toBe(true)
    expect(await violations(page, '.stage')).toEqual([])
    await dilate(page, 'ArrowRight', 0)
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByText('27 of 27 terms exactly equal').waitFor()
    await page.getByRole('button', { name: 'Restart graphics' }).click()
    await page.getByRole('status').filter({ hasText: 'no WebGL2: the colours' }).waitFor()
    await expect.poll(() => pictures(page).count()).toBe(0)
    expect((await counts(page)).draws).toBe(0)
  })

  it('a lost context is told; controls work meanwhile; what comes back is the same to the pixel', async () => {
    const page = await open({ viewport, at: '#v=0&beside=disk' })
    await page.getByRole('slider', { name: 'Dilation t' }).focus()
    const before = await steadyShots(page)
    expect(before).toHaveLength(2)
    // A busy machine only adds to times: the least of them is the page's own.
    const [told, back] = [[], []] as [number[], number[]]
    do {
      told.push(await turn(page, 'loseContext'))
      await expect.poll(() => page.getByRole('alert').first().textContent()).toContain('interrupted')
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press('ArrowLeft')
      back.push(await turn(page, 'restoreContext'))
    } while ((Math.min(...told) > 100 || Math.min(...back) > 1000) && told.length < 4)
    expect(Math.min(...told)).toBeLessThan(100)
    expect(Math.min(...back)).toBeLessThan(1000)
    await expect
      .poll(async () => (await shots(page)).map((shot, n) => shot === before[n]))
      .toEqual([true, true])
  })

  it('what does not come back is drawn as vectors until the graphics are restarted', async () => {
    const page = await open({ viewport, at: '#v=0&beside=disk' })
    const before = await steadyShots(page)
    await turn(page, 'loseContext')
    await dilate(page, 'ArrowRight', 0)
    await page.getByText('interrupted. Without WebGL').waitFor()
    expect([await drawings(page).count(), await pictures(page).count()]).toEqual([2, 0])
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByRole('button', { name: 'Restart graphics' }).click()
    await expect.poll(() => pictures(page).count()).toBe(2)
    await expect
      .poll(async () => (await shots(page)).map((shot, n) => shot === before[n]))
      .toEqual([true, true])
  })

  it('no context for a second picture, an exception in a frame, a shader that does not compile: vectors, and why', async () => {
    const page = await open({ viewport, before: breakable })
    await page.getByRole('button', { name: 'Undo' }).focus()
    const before = await steadyShots(page)
    const set = (broken: Broken) => page.evaluate((of) => void Object.assign(window, of), broken)
    const restart = async () => {
      await set({ broken: undefined, contexts: 9 })
      await page.getByRole('button', { name: 'Restart graphics' }).click()
      await drawings(page).waitFor({ state: 'detached' })
      await expect.poll(async () => (await shots(page))[0] === before[0]).toBe(true)
    }
    await set({ contexts: 0 })
    await page.getByLabel('Beside it').selectOption('disk')
    await page.getByText('gives no WebGL2').waitFor()
    await expect.poll(() => drawings(page).count()).toBe(2)
    await page.getByLabel('Beside it').selectOption('none')
    await restart()
    await set({ broken: 'draw' })
    await page.getByRole('button', { name: 'Zoom in' }).click()
    await page.getByText('The graphics failed (the driver is gone)').waitFor()
    await drawings(page).waitFor()
    await page.getByRole('button', { name: 'Fit' }).click()
    await restart()
    await set({ broken: 'link' })
    await page.getByRole('button', { name: 'View settings' }).click()
    await page
      .getByRole('group', { name: 'View settings' })
      .getByRole('button', { name: 'Restart graphics' })
      .click()
    await page.getByText('a shader does not compile').waitFor()
    await drawings(page).waitFor()
    await page.keyboard.press('Escape')
    await restart()
  })
})

describe('scripts', () => {
  const open = usePages()
  let page: Page
  beforeAll(async () => {
    page = await open({ picture: false, viewport: { width: 960, height: 400 } })
  })

  it('a set of which one field is refused changes nothing and names that field', async () => {
    const before = (await state(page)).document
    const wrong: [fields: Record<string, unknown>, named: RegExp][] = [
      [{ title: 'new', element: [1, 0, 0, -1] }, /^element: .*reflection/],
      [{ title: 'new', a: [[[0, 1]]] }, /^a: has 1 column, b has 3 rows/],
      [{ title: 'new', move: 'c' }, /^move: /],
      [{ title: 'new', selection: [3, 0] }, /^selection\[0\]: /],
      [{ title: 'new', space: 'line' }, /^space: /],
      [{ title: 'new', a: before.a.map((row) => row.map(() => [0, -1])) }, /^a\[0\]\[0\]: Im must be > 0/],
      [{ title: 'new', version: 2 }, /^version: /],
      [{ title: 'new', speed: 1 }, /^speed: is not a field/],
    ]
    for (const [fields, named] of wrong) {
      const { rejected } = await page.evaluate((change) => window.moduli.set(change), fields)
      expect(rejected[0]).toMatch(named)
      expect((await state(page)).document).toEqual(before)
    }
    for (const nonsense of [null, 3, 'x', [], undefined]) {
      const { rejected } = await page.evaluate((change) => window.moduli.set(change), nonsense)
      expect(rejected).toHaveLength(1)
    }
    expect((await state(page)).document).toEqual(before)
  })

  it('apply, element, product, loss and subscribe agree with the oracle', async () => {
    const { document } = await state(page)
    const { x, t, theta } = document.coordinates as { x: number; t: number; theta: number }
    const heard = await page.evaluate(() => {
      let times = 0
      const stop = window.moduli.subscribe(() => times++)
      const answers = [window.moduli.apply([2, 1, 1, 1]), window.moduli.apply({ translation: 1 })]
      stop()
      window.moduli.set({ title: 'unheard' })
      return { times, answers, version: window.moduli.version }
    })
    expect(heard.times).toBe(1)
    expect(heard.answers[0]).toEqual({ rejected: [] })
    expect(heard.answers[1]!.rejected[0]).toMatch(/^apply: /)
    expect(heard.version).toMatch(/^\d+\.\d+\.\d+$/)
    const { element, loss } = await state(page)
    const [a, b, c, d] = nak(x, t, theta)
    const wanted = [2 * a + c, 2 * b + d, a + c, b + d] // [2 1; 1 1] times it
    const sign = Math.sign(wanted[0]! + wanted[3]!)
    expect(
      'matrix' in element &&
        difference(
          element.matrix,
          wanted.map((entry) => sign * entry),
        ),
    ).toBeLessThan(1e-12)
    expect(loss.before).toBe(0)
    expect(loss.after).toBeLessThan(1e-25)
    await page.evaluate(() => window.moduli.set({ element: [2, 1, 1, 1] }))
    const hyperbolic = (await state(page)).element as Extract<typeof element, { kind: string }>
    expect(hyperbolic.kind).toBe('hyperbolic')
    const golden = (1 + Math.sqrt(5)) / 2
    expect(hyperbolic.translationLength).toBeCloseTo(4 * Math.log(golden), 12)
    expect(difference(hyperbolic.fixedPoints, [golden, 1 - golden])).toBeLessThan(1e-14)
  })
})
