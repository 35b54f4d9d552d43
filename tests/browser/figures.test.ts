import type { Locator, Page } from 'playwright-core'
import { PNG } from 'pngjs'
import { beforeAll, describe, expect, it } from 'vitest'
import { sideways, violations } from './axe'
import { savedBy } from './downloads'
import { readNpy } from './npy'
import { act, type Complex } from './oracle'
import { documentOf, setDocument, state, usePages } from './page'
import { choose, type as fill } from './panels'

const [centre, height] = [0.5, 3.2]
const at = `#v=1&preset=halfPlane3&g=2,1,1,1&view=${centre},${height}`
/** The colours of A and of paper, in light pages. */
const blue = [0x12, 0x61, 0xa8]

/** Where a point of the half-plane is in a picture of so many pixels: 34 below the boundary are as much larger as letters are. */
function placeIn(width: number, high: number, zoom: number, [x, y]: Complex): [number, number] {
  const scale = Math.min((high - 34 * zoom - 44) / height, width / (1.25 * height))
  return [(x - centre) * scale + width / 2, high - 34 * zoom - y * scale]
}

async function openDialog(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Figures and data' }).click()
  const dialog = page.getByRole('dialog', { name: 'Figures and data' })
  await dialog.getByRole('button', { name: 'Save script' }).waitFor()
  return dialog
}

const saved = (page: Page, button: string) => savedBy(page.getByRole('button', { name: button, exact: true }))

/** Texts of a PNG that are Latin-1. */
function textsOf(png: Buffer): Record<string, string> {
  const texts: Record<string, string> = {}
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    const data = png.subarray(at + 8, at + 8 + png.readUInt32BE(at))
    const end = data.indexOf(0)
    if (png.toString('latin1', at + 4, at + 8) === 'tEXt')
      texts[data.toString('latin1', 0, end)] = data.toString('latin1', end + 1)
  }
  return texts
}

/** The largest difference of a colour. */
const away = (pixel: ArrayLike<number>, colour: readonly number[]) =>
  Math.max(...colour.map((part, n) => Math.abs(pixel[n]! - part)))

describe('figures and data', { timeout: 90_000 }, () => {
  const open = usePages()
  let page: Page
  let dialog: Locator
  let stage: Buffer
  beforeAll(async () => {
    page = await open({ at, colorScheme: 'dark' })
    stage = await page.locator('.stage-plane').screenshot()
    dialog = await openDialog(page)
  })

  it('SVG: a file that the browser shows by itself, light on a dark page, with g and the link', async () => {
    const { link } = await state(page)
    const { name, content } = await saved(page, 'Save picture')
    expect(name).toMatch(/-stage\.svg$/)
    const alone = await page.context().newPage()
    await alone.goto(`data:image/svg+xml;base64,${content.toString('base64')}`)
    const seen = await alone.evaluate(() => ({
      root: document.documentElement.tagName,
      ground: document.querySelector('rect')!.getAttribute('fill'),
      title: document.querySelector('title')!.textContent,
      about: document.querySelector('metadata')!.textContent,
      words: document.querySelector('desc')!.textContent,
      size: [document.documentElement.clientWidth, Number(document.documentElement.getAttribute('width'))],
      texts: Array.from(document.querySelectorAll('text'), (text) => text.getBBox().width),
      arcs: document.querySelector('[data-role="geodesic"] path:last-child')!.getAttribute('d')!.match(/A/g)!
        .length,
    }))
    await alone.close()
    expect(seen).toMatchObject({ root: 'svg', ground: '#ffffff', title: '3 × 3 in the half-plane' })
    expect(JSON.parse(seen.about)).toMatchObject({ element: [2, 1, 1, 1], move: 'both', link })
    expect(seen.words).toContain('g: hyperbolic, translation length 1.92')
    expect(seen.arcs).toBe(3)
    expect(Math.min(...seen.texts)).toBeGreaterThan(0)
  })

  it('PNG: so many times as large, with the entries where g has moved them, and its texts in chunks', async () => {
    const { a } = await documentOf(page)
    const { link } = await state(page)
    await dialog.getByLabel('Size of the picture').selectOption('960x540')
    await choose(page, 'Picture format', 'PNG')
    for (const scale of [1, 4]) {
      await choose(page, 'Scale', `${scale}×`)
      const { content } = await saved(page, 'Save picture')
      const { width, height: high, data } = PNG.sync.read(content)
      expect([width, high]).toEqual([960 * scale, 540 * scale])
      expect(textsOf(content)).toMatchObject({
        'Moduli link': link,
        'Moduli element': expect.stringContaining('"element":[2,1,1,1]') as string,
      })
      const found = (a as Complex[][]).flat().filter((z) => {
        const [x, y] = placeIn(960, 540, 1, act([2, 1, 1, 1], z)).map((part) => Math.round(part * scale))
        return away(data.subarray(4 * (y! * width + x!)), blue) <= 2
      })
      // One is under the cross of the pin, others may lie under a diamond.
      expect(found.length).toBeGreaterThan(5)
    }
  })

  it('in the colours of the page, with those of the loss, it is the picture that WebGL draws', async () => {
    await dialog.getByLabel('Size of the picture').selectOption('page')
    await choose(page, 'Colours', 'of the page')
    await choose(page, 'Scale', '1×')
    const check = dialog.getByRole('checkbox', { name: 'With the colours of the loss, as an image' })
    await check.check()
    const [file, seen] = [PNG.sync.read((await saved(page, 'Save picture')).content), PNG.sync.read(stage)]
    await check.uncheck()
    expect([file.width, file.height]).toEqual([seen.width, seen.height])
    // Below the buttons that lie over the picture; lines and letters are not the same to the pixel.
    let [all, alike] = [0, 0]
    for (let y = 140; y < seen.height; y += 7) {
      for (let x = 3; x < seen.width; x += 7) {
        const first = 4 * (y * seen.width + x)
        all++
        if (away(file.data.subarray(first), [...seen.data.subarray(first, first + 3)]) <= 8) alike++
      }
    }
    expect(alike / all).toBeGreaterThan(0.9)
  })

  it('the page’s own colours, TikZ, and a plot', async () => {
    await choose(page, 'Picture format', 'SVG')
    await choose(page, 'Colours', 'of the page')
    expect((await saved(page, 'Save picture')).content.toString()).toContain('fill="#14161a"/>')
    await choose(page, 'Colours', 'for print')
    await choose(page, 'Picture format', 'TikZ')
    const tikz = (await saved(page, 'Save picture')).content.toString()
    expect(tikz).toMatch(
      /^% Moduli .*\n% element: .*"element":\[2,1,1,1\].*\n% link: http.*\n\\documentclass\[tikz\]/,
    )
    await dialog.getByLabel('Picture of').selectOption('Loss surface after')
    const plot = (await saved(page, 'Save picture')).content.toString()
    expect(plot.match(/<path [^>]*fill-rule="evenodd"/g)!.length).toBeGreaterThan(5)
    expect(plot).toContain('<metadata>')
  })

  it('the group, with g in its own colour and the link', async () => {
    await dialog.getByLabel('Picture of').selectOption('The group')
    await choose(page, 'Picture format', 'PNG')
    await choose(page, 'Scale', '2×')
    const { content } = await saved(page, 'Save picture')
    const { width, height, data } = PNG.sync.read(content)
    expect([width, height]).toEqual([1240, 960])
    let ofG = 0
    for (let at = 0; at < data.length; at += 4)
      if (away(data.subarray(at, at + 3), [0x6a, 0x3f, 0xc9]) < 12) ofG++
    expect(ofG).toBeGreaterThan(200)
    expect(textsOf(content)['Moduli link']).toContain('#v=1')
    await dialog.getByLabel('Picture of').selectOption('the stage')
  })

  it('matrices and the script', async () => {
    await choose(page, 'Matrix format', '.npy')
    await dialog.getByLabel('Matrix', { exact: true }).selectOption('movedA')
    const { content } = await saved(page, 'Save matrices')
    const { a } = await documentOf(page)
    const { header, values } = readNpy(content)
    expect(header).toMatch(/'<c16'.*\(3, 3\)/)
    ;(a as Complex[][]).flat().forEach((z, n) => {
      const [x, y] = act([2, 1, 1, 1], z)
      expect(Math.hypot(values[2 * n]! - x, values[2 * n + 1]! - y)).toBeLessThan(1e-13)
    })
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.getByRole('button', { name: 'Copy script' }).click()
    await expect
      .poll(() => dialog.getByRole('status', { name: 'Saved script' }).textContent())
      .toMatch(/^Copied, \d+ lines\.$/)
    const script = await page.evaluate(() => navigator.clipboard.readText())
    expect((await saved(page, 'Save script')).content.toString()).toBe(script)
    expect(script).toContain('import numpy as np')
  })

  /** Where A is at t = 2, in pixels of a film of 640 × 360, with g² = (5 3; 3 2). */
  async function endOfFlow(): Promise<number[][]> {
    const { a } = await documentOf(page)
    return (a as Complex[][])
      .flat()
      .map((z) => placeIn(640, 360, 1, act([5, 3, 3, 2], z)).map((part) => Math.round(part)))
  }

  const expectEnd = (pixels: readonly number[][]) =>
    expect(pixels.filter((pixel) => away(pixel, blue) < 60).length).toBeGreaterThan(1)

  /** What a player makes of a film: length, size, and pixels of its end; in another page, as this one plays none. */
  async function played(film: Buffer, type: string) {
    const other = await page.context().newPage()
    const address = `data:${type};base64,${film.toString('base64')}`
    const of = { address, places: await endOfFlow(), colour: blue }
    const read = await other.evaluate(async ({ address, places, colour }) => {
      const video = document.createElement('video')
      const event = (name: string) =>
        new Promise((done, fail) => {
          video.addEventListener(name, done, { once: true })
          video.addEventListener('error', () => fail(new Error(video.error?.message)), { once: true })
        })
      const loaded = event('loadeddata')
      video.src = address
      await loaded
      const sought = event('seeked')
      video.currentTime = video.duration - 0.01
      await sought
      const { videoWidth: width, videoHeight: high, duration: seconds } = video
      const context = new OffscreenCanvas(width, high).getContext('2d', { willReadFrequently: true })!
      const look = () => {
        context.drawImage(video, 0, 0)
        return places.map(([x, y]) => Array.from(context.getImageData(x!, y!, 1, 1).data))
      }
      // A busy machine shows the frame that was sought some time after it has said so.
      const isThere = (seen: readonly (readonly number[])[]) =>
        seen.filter((pixel) => colour.every((part, n) => Math.abs(pixel[n]! - part) < 60)).length > 1
      let pixels = look()
      for (let n = 0; n < 50 && !isThere(pixels); n++) {
        await new Promise((done) => setTimeout(done, 100))
        pixels = look()
      }
      return { seconds, width, high, pixels }
    }, of)
    await other.close()
    return read
  }

  it('films of the flow: WebM and MP4 that a player shows, and a GIF, each with all frames', async () => {
    await dialog.getByLabel('Size of the film').selectOption('640x360')
    await fill(dialog.getByLabel('From t'), '0')
    await fill(dialog.getByLabel('Seconds'), '0.6')
    const webm = (await saved(page, 'Save animation')).content
    const film = await played(webm, 'video/webm')
    expect([film.width, film.high]).toEqual([640, 360])
    expect(film.seconds).toBeCloseTo(0.6, 3)
    expectEnd(film.pixels)
    expect(webm.toString('latin1')).toContain('"element":[2,1,1,1]')

    await choose(page, 'Film format', 'MP4')
    const hasH264 = await page.evaluate(async () => {
      const config = { codec: 'avc1.42001f', width: 640, height: 360 }
      return (await VideoEncoder.isConfigSupported(config)).supported === true
    })
    if (hasH264) {
      const mp4 = await played((await saved(page, 'Save animation')).content, 'video/mp4')
      expect(mp4.seconds).toBeCloseTo(0.6, 3)
      expectEnd(mp4.pixels)
    } else {
      await page.getByRole('button', { name: 'Save animation' }).click()
      expect(await dialog.getByRole('alert').textContent()).toMatch(
        /no encoder for MP4 .*: choose WebM or GIF/,
      )
    }

    await choose(page, 'Film format', 'GIF')
    const gif = (await saved(page, 'Save animation')).content
    expect(gif.toString('latin1')).toContain('"element":[2,1,1,1]')
    const of = { text: gif.toString('base64'), places: await endOfFlow() }
    const read = await page.evaluate(async ({ text, places }) => {
      const data = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0))
      const decoder = new ImageDecoder({ data, type: 'image/gif' })
      await Promise.all([decoder.completed, decoder.tracks.ready])
      const count = decoder.tracks.selectedTrack!.frameCount
      const { image } = await decoder.decode({ frameIndex: count - 1 })
      const canvas = new OffscreenCanvas(image.displayWidth, image.displayHeight)
      const context = canvas.getContext('2d', { willReadFrequently: true })!
      context.drawImage(image, 0, 0)
      const ms = image.duration! / 1000
      image.close()
      const pixels = places.map(([x, y]) => Array.from(context.getImageData(x!, y!, 1, 1).data))
      return { count, ms, pixels }
    }, of)
    expect([read.count, read.ms]).toEqual([15, 40])
    expectEnd(read.pixels)
  })

  it('a film leaves the page as it is, answers meanwhile, and can be cancelled', async () => {
    const before = await state(page)
    await choose(page, 'Film format', 'GIF')
    await fill(dialog.getByLabel('Seconds'), '60')
    await page.getByRole('button', { name: 'Save animation' }).click()
    await expect.poll(() => dialog.getByRole('progressbar').getAttribute('value')).not.toBe('0')
    await page.getByRole('button', { name: 'Cancel' }).click()
    await expect
      .poll(() => dialog.getByRole('status', { name: 'Saved animation' }).textContent())
      .toBe('Cancelled: nothing was saved.')
    expect(await state(page)).toEqual(before)
  })

  it('says what cannot be made, and what can', async () => {
    await page.evaluate(() => Reflect.deleteProperty(window, 'VideoEncoder'))
    await choose(page, 'Film format', 'WebM')
    await page.getByRole('button', { name: 'Save animation' }).click()
    await dialog.getByRole('alert').waitFor()
    expect(await dialog.getByRole('alert').textContent()).toBe(
      'Nothing was saved: this browser encodes no video (it has no WebCodecs): choose GIF.',
    )
    expect(await violations(page, 'dialog[open]')).toEqual([])
    await fill(dialog.getByLabel('From t'), '1e9')
    expect(await dialog.textContent()).toContain('t must lie between')
    await page.keyboard.press('Escape')
  })

  it('on a phone nothing is wider than the screen, and a translation of the line is offered as well', async () => {
    await page.getByRole('button', { name: 'Close' }).click()
    await page.emulateMedia({ colorScheme: 'light' })
    await page.setViewportSize({ width: 390, height: 844 })
    await setDocument(page, { space: 'line', a: [[0, 1]], b: [[2], [3.5]], element: 1 / 3 })
    dialog = await openDialog(page)
    expect(await violations(page, 'dialog[open]')).toEqual([])
    expect(await sideways(page)).toEqual({ wider: 0, moved: 0 })
    const { content } = await saved(page, 'Save script')
    expect(content.toString()).toContain('G = np.array([0.3333333333333333, 0.3333333333333333])')
  })
})
