import { chromium, type Browser, type ConsoleMessage } from 'playwright-core'
import { build, type Rollup } from 'vite'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { drawAll } from './gpu/draw'

/** The drawing code as one script for an empty page. */
async function script(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: { entry: 'tests/browser/gpu/draw.ts', formats: ['iife'], name: 'gpuTest' },
    },
  })
  const [output] = result as Rollup.RollupOutput[]
  return output!.output[0].code
}

describe('every material compiles and draws what the CPU computes', () => {
  let browser: Browser
  let found: ReturnType<typeof drawAll>
  const messages: string[] = []

  beforeAll(async () => {
    browser = await chromium.connect(inject('ws'))
    const page = await (await browser.newContext()).newPage()
    page.on('console', (message: ConsoleMessage) => messages.push(message.text()))
    page.on('pageerror', (error) => messages.push(error.message))
    await page.addScriptTag({ content: await script() })
    found = await page.evaluate<ReturnType<typeof drawAll>>('gpuTest.drawAll()')
  })
  afterAll(() => browser.close())

  it('without a GL error or a message, ReadPixels aside', () => {
    expect(found.errors).toEqual([])
    expect(messages.filter((text) => !text.includes('GPU stall due to ReadPixels'))).toEqual([])
  })

  it('pixels within 2 of 255', () => {
    expect(found.pixels.length).toBeGreaterThan(80)
    const wrong = found.pixels.filter(({ got, want }) => got.some((c, i) => Math.abs(c - want[i]!) > 2))
    expect(wrong).toEqual([])
  })

  it('one dark line for each level curve', () => {
    expect(found.circles.expected).toBeGreaterThan(5)
    expect(found.circles.crossings).toBe(found.circles.expected)
  })

  it('light on the slope of the surface that faces it', () => {
    expect(found.light.lit).toBeGreaterThan(found.light.shaded)
  })
})
