import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { presets } from '../../src/document/presets'
import { trainedPresets } from '../../src/document/trainedPresets'
import { launchOptions } from './chromium'
import { documentOf, Guard, openPage, painted, reopen, setDocument, settle, state, usePages } from './page'
import { drag, emptyPlaces, placement } from './stage'

/** Software GL is slow, and these tests do not look at the picture. */
const viewport = { width: 960, height: 400 }
const hashOf = (link: string) => new URL(link).hash
const notice = (page: Page) => page.getByRole('status', { name: 'Notice' })

/** Runs in the page: follows links one after the other, and says what each of them has done. */
async function openEach(hashes: string[]) {
  const opened = []
  for (const hash of hashes) {
    const followed = new Promise((done) => addEventListener('hashchange', done, { once: true }))
    location.hash = hash
    await followed
    await new Promise((done) => setTimeout(done))
    const said = document.querySelector('output[aria-label=Notice]')!.textContent
    opened.push({ document: window.moduli.get(), said })
    document.querySelector<HTMLElement>('[aria-label=Dismiss]')?.click()
  }
  return opened
}

/** Follows a link to the same page, as a click on it would. */
async function follow(page: Page, hash: string): Promise<void> {
  await page.evaluate(openEach, [hash])
  await painted(page)
}

/** Numbers of every size with all their bits, from a fixed seed. */
function generator(seed: number) {
  let word = seed
  const uniform = () => {
    word = (Math.imul(word, 1664525) + 1013904223) >>> 0
    return word / 2 ** 32
  }
  const real = () => (uniform() - 0.5) * 10 ** (8 * uniform() - 4)
  const height = () => 10 ** (6 * uniform() - 3)
  const list = <T>(count: number, of: () => T) => Array.from({ length: count }, of)
  return { uniform, real, height, list, size: () => 1 + Math.floor(4 * uniform()) }
}

function randomDocument(seed: number) {
  const { uniform, real, height, list, size } = generator(seed)
  const isLine = uniform() < 0.4
  const [rows, inner, columns] = [size(), size(), size()]
  const entry = (): number | [number, number] => (isLine ? real() : [real(), height()])
  const element = () => {
    const [a, b, c] = [height(), real(), real()]
    return isLine ? real() : [a, b, c, (1 + b * c) / a]
  }
  return {
    title: `${seed} & "ü" #=%`,
    space: isLine ? 'line' : 'halfPlane',
    a: list(rows, () => list(inner, entry)),
    b: list(inner, () => list(columns, entry)),
    element: uniform() < 0.5 ? element() : list(inner, element),
    move: (['both', 'a', 'b'] as const)[Math.floor(3 * uniform())],
    selection: [Math.floor(rows * uniform()), Math.floor(columns * uniform())],
    free: { factor: 'b', row: Math.floor(inner * uniform()), column: Math.floor(columns * uniform()) },
    target: uniform() < 0.5 ? { seed: Math.floor(1e9 * uniform()) } : list(rows, () => list(columns, real)),
  }
}

describe('a link', () => {
  const open = usePages()
  let page: Page
  let other: Page
  beforeAll(async () => {
    page = await open({ viewport, permissions: ['clipboard-read', 'clipboard-write'] })
    other = await open({ viewport })
  })

  it.each([...presets, ...trainedPresets].map(({ title }) => title))(
    'of the preset "%s", changed, opens the same document',
    async (title) => {
      await page.getByRole('button', { name: 'Presets' }).click()
      await page.getByRole('menuitem', { name: title }).click()
      await setDocument(page, { move: 'a', title: `${title}, changed` })
      await page.getByRole('button', { name: 'Zoom in' }).click()
      await settle(page)
      const { document, link } = await state(page)
      await reopen(other, hashOf(link))
      const opened = await state(other)
      expect(opened.document).toEqual(document)
      expect(opened.link).toBe(link)
      expect(JSON.stringify(opened.product)).toBe(JSON.stringify((await state(page)).product))
    },
  )

  it('of 16 random documents opens each of them bit for bit', async () => {
    const given = Array.from({ length: 16 }, (_, n) => randomDocument(n + 1))
    const links = await page.evaluate(
      (documents) =>
        documents.map((one) => ({
          rejected: window.moduli.set(one).rejected,
          link: window.moduli.link(),
          document: window.moduli.get(),
        })),
      given,
    )
    const opened = await other.evaluate(
      openEach,
      links.map(({ link }) => hashOf(link)),
    )
    for (const [n, { rejected, document }] of links.entries()) {
      expect(rejected).toEqual([])
      expect(document).toMatchObject({ title: given[n]!.title, a: given[n]!.a, b: given[n]!.b })
      expect(opened[n]!.document).toEqual(document)
    }
  })

  it('is copied by its button, and stands in the address when the page has come to rest', async () => {
    await setDocument(page, { title: 'to be copied' })
    await page.getByRole('button', { name: 'Copy link' }).click()
    const { link } = await state(page)
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link)
    await expect.poll(() => notice(page).textContent()).toBe(`Link copied, ${link.length} characters.`)
    await expect.poll(() => page.url(), { timeout: 3000 }).toBe(link)
  })

  it('opens in place, can be undone, and the back button returns to the one before', async () => {
    await reopen(other, '#v=1&preset=line2&alpha=2')
    const first = await documentOf(other)
    expect(first).toMatchObject({ space: 'line', element: 2 })
    await follow(other, '#v=1&preset=random4&t=1')
    expect(await documentOf(other)).toMatchObject({ space: 'halfPlane', coordinates: { t: 1 } })
    await other.goBack()
    await painted(other)
    expect(await documentOf(other)).toEqual(first)
    await other.keyboard.press('Control+z')
    expect((await documentOf(other)).space).toBe('halfPlane')
  })

  it('that was left at once is opened again by the back button', async () => {
    await reopen(other, '#v=1&preset=line2&alpha=2')
    await setDocument(other, { element: 3 })
    await expect.poll(() => other.url(), { timeout: 3000 }).toContain('alpha=3')
    await follow(other, '#v=1&preset=random4')
    await other.goBack()
    await painted(other)
    expect(await documentOf(other)).toMatchObject({ space: 'line', element: 3 })
  })
})

const entries = (count: number, entry: string) => Array.from({ length: count }, () => entry).join(',')
const refused: Readonly<Record<string, string>> = {
  'no link at all': 'hello',
  'a broken escape': 'v=0&title=%E0%A4%A',
  'a lone percent sign': '%',
  'no version': 'x=1',
  'a newer version': 'v=7&x=1',
  'a version that is none': 'v=-1',
  'a key of every object': 'v=0&__proto__=1',
  'a path into a prototype': 'v=0&__proto__[polluted]=1',
  'another one': 'v=0&constructor.prototype.polluted=1',
  'a preset of that name': 'v=0&preset=__proto__',
  'not a number': 'v=0&x=NaN',
  infinity: 'v=0&t=Infinity',
  'beyond float64': 'v=0&x=1e999',
  'too far for float64': 'v=0&t=2000',
  'a coordinate that is missing': 'v=0&x=',
  'a script': 'v=0&x=<script>alert(1)</script>',
  'a reflection': 'v=0&g=1,0,0,-1',
  'determinant zero': 'v=0&g=1,1,1,1',
  'three numbers of four': 'v=0&g=2,1,1',
  'a point on the boundary': 'v=0&a=1+0i',
  'a point below it': 'v=0&a=1-1i;0.5i',
  'rows of unequal length': 'v=0&a=i,2i;3i&b=i;2i',
  'factors that do not fit': 'v=0&a=i,2i&b=i',
  'cut in the middle of a number': 'v=0&a=0.5+1.',
  'cut after a comma': 'v=0&a=i,2i,3i;i,2i,&b=i;i;i',
  'a factor of 65 columns': `v=0&a=${entries(65, 'i')}&b=${'i;'.repeat(64)}i`,
  'more than is ever read': `v=0&a=${entries(20_000, 'i')}`,
  'parentheses without end': `v=0&x=${'('.repeat(150)}`,
  'another space': 'v=0&space=sphere',
  'another move': 'v=0&move=c',
  'a cell outside': 'v=0&cell=9,9',
  'a free entry outside': 'v=0&free=a,0,1',
  'one field twice': 'v=0&x=1&x=2',
  'two ways to give g': 'v=0&x=1&g=2,1,1,1',
  'elements of another count': 'v=0&each=1,0,0,1;2,1,1,1;',
  'a target of another shape': 'v=0&target=1,2;3,4',
  'a window without height': 'v=0&view=0,0',
  'a switch that is neither on nor off': 'v=0&tilt=yes',
  'cut off after its version': 'v=1',
  'cut off in its length': 'v=1&n=2',
  'cut off in a matrix': 'v=1&n=1984&a=gBAi',
  'changed on its way': 'v=1&n=14&t=0.6&c=AAAA',
  'a packed matrix of two million points': 'v=1&a=g__9___9_AAE&b=i',
  'a packed number that is not finite': 'v=1&a=fAQIAAAAAAADwfwAAAAAAAPA_&b=i',
}

describe('a link that cannot be read', () => {
  const open = usePages()
  let page: Page
  beforeAll(async () => {
    page = await open({ viewport, at: '#v=1&preset=line2&alpha=0.125' })
  })

  it('changes nothing and is refused in a sentence', async () => {
    const before = await documentOf(page)
    const opened = await page.evaluate(
      openEach,
      Object.values(refused).map((hash) => `#${hash}`),
    )
    for (const [n, name] of Object.keys(refused).entries()) {
      expect(opened[n]!.document, name).toEqual(before)
      expect(opened[n]!.said, name).toMatch(/^The link was not opened\. .{12,}/)
      expect(opened[n]!.said.length, name).toBeLessThan(400)
    }
    await expect.poll(() => notice(page).textContent()).toBe('')
    const polluted = () => [...Object.keys(Object.prototype), 'polluted' in {}]
    expect(await page.evaluate(polluted)).toEqual([false])
  })

  it('on loading opens the usual document, with the sentence beside it', async () => {
    await reopen(page, '#v=1&preset=line2&alpha=two')
    expect((await documentOf(page)).space).toBe('halfPlane')
    await expect.poll(() => notice(page).textContent()).toContain('alpha')
  })
})

describe('the address during a drag', () => {
  let browser: Browser
  const guard = new Guard()
  beforeAll(async () => {
    // Playwright's default switches off the limit that browsers of visitors have.
    browser = await chromium.launch({
      ...launchOptions(),
      ignoreDefaultArgs: ['--disable-ipc-flooding-protection'],
    })
  })
  afterAll(() => browser.close())

  it('is left alone; it is written once, when the drag is over', async () => {
    const page = await openPage(browser, guard, {
      viewport,
      before: () => {
        const write = history.replaceState.bind(history)
        const writes: number[] = []
        Object.assign(window, { writes })
        history.replaceState = (...of) => {
          writes.push(performance.now())
          write(...of)
        }
      },
    })
    const writes = () => page.evaluate(() => (window as unknown as { writes: number[] }).writes.length)
    const [from, to] = await emptyPlaces(page, await placement(page))
    await drag(page, [from!, to!], false)
    for (let n = 0; n < 12; n++) {
      await page.mouse.move(to![0] + n, to![1] - n)
      await page.waitForTimeout(60)
    }
    expect(await writes()).toBe(0)
    expect(new URL(page.url()).hash).toBe('#v=1&preset=halfPlane3')
    await page.mouse.up()
    await expect.poll(() => page.url(), { timeout: 3000 }).toMatch(/#v=1&n=\d+&x=/)
    expect(page.url()).toBe((await state(page)).link)
    expect(await writes()).toBe(1)

    const slider = page.getByRole('slider', { name: 'Translation x' })
    await slider.focus()
    for (let n = 0; n < 20; n++) await slider.press(n % 2 ? 'ArrowLeft' : 'Shift+ArrowRight')
    await expect.poll(async () => page.url() === (await state(page)).link, { timeout: 3000 }).toBe(true)
    expect(await writes()).toBeLessThanOrEqual(4)
    expect(guard.take()).toEqual([])
  })
})
