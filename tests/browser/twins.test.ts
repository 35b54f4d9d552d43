import { chromium, type Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { modelTwins } from '../../src/gpu/modelTwins'
import { liftTwins } from './gpu/liftTwins'
import { twins as others, type Twin } from '../../src/gpu/twins'
import { nearAndFarPairs } from './gpu/samples'
import { evaluateOnGpu } from './gpu/transformFeedback'

const twins = [...others, ...modelTwins, ...liftTwins]
const count = 20_000
const pairs = nearAndFarPairs(count, 7)

interface Worst {
  readonly ulps: number
  readonly sample: readonly number[]
  readonly got: number
  readonly want: number
}

/** The worst error for each decade of the value, in units of 2⁻²⁴ of the twin's scale. */
function worstByDecade({ cpu, scale }: Twin, results: Float32Array): Map<number, Worst> {
  const worst = new Map<number, Worst>()
  for (let i = 0; i < count; i++) {
    const sample = [pairs[4 * i]!, pairs[4 * i + 1]!, pairs[4 * i + 2]!, pairs[4 * i + 3]!] as const
    const got = results[i]!
    const want = cpu(sample)
    const unit = 2 ** -24 * (scale ? scale(sample) : Math.abs(want))
    const ulps = got === want ? 0 : Math.abs(got - want) / unit
    const decade = want === 0 ? -Infinity : Math.floor(Math.log10(Math.abs(want)))
    const known = worst.get(decade)
    if (!known || !(ulps <= known.ulps)) worst.set(decade, { ulps, sample, got, want })
  }
  return worst
}

function decode(text: string): Float32Array {
  if (text.startsWith('error')) throw new Error(text)
  return new Float32Array(Uint8Array.from(Buffer.from(text, 'base64')).buffer)
}

describe(`GLSL agrees with float64 at ${count} pairs`, () => {
  let browser: Browser
  let results: string[]

  beforeAll(async () => {
    browser = await chromium.connect(inject('ws'))
    const page = await (await browser.newContext()).newPage()
    results = await page.evaluate(evaluateOnGpu, {
      jobs: twins.map(({ glsl, expression, uniforms }) => ({ glsl, expression, uniforms: uniforms ?? {} })),
      input: Buffer.from(pairs.buffer).toString('base64'),
    })
  })
  afterAll(() => browser.close())

  it('with pairs in every decade of distance from 1e-9 to beyond 10', () => {
    const dist = twins.find(({ name }) => name === 'dist')!
    const decades = worstByDecade(dist, decode(results[twins.indexOf(dist)]!))
    for (let decade = -9; decade <= 1; decade++) expect(decades.has(decade), `1e${decade}`).toBe(true)
  })

  it.each(twins.map((twin, i) => ({ twin, i, name: twin.name, ulps: twin.ulps })))(
    '$name: within $ulps · 2⁻²⁴',
    ({ twin, i }) => {
      const decades = [...worstByDecade(twin, decode(results[i]!))].sort(([low], [high]) => low - high)
      const report = decades.map(
        ([decade, { ulps, sample, got, want }]) =>
          `1e${decade}: ${ulps.toFixed(1)} ulps, got ${got} for ${want}, at ${sample.join(', ')}`,
      )
      for (const [, { ulps }] of decades) expect(ulps, report.join('\n')).toBeLessThanOrEqual(twin.ulps)
    },
  )
})
