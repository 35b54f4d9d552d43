import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'
import { build, type Rolldown } from 'vite'
import { derive } from '../../src/document/derive'
import type { Document } from '../../src/document/document'
import { defaultDocument } from '../../src/document/presets'
import { disc, PointBuffer } from '../../src/gpu/points'
import { hyperbolicProduct } from '../../src/math/hyperbolicProduct'
import { random, randomPoint } from '../../src/math/random'
import { placeAll } from '../../src/stage/charts/chart'
import { halfPlaneChart } from '../../src/stage/charts/halfPlane'
import { viewportOf } from '../../src/stage/viewport'
import { interleavedMinima, type BenchRow } from './bench'
import type { dragUpdate } from './drag/page'

export async function bench(): Promise<BenchRow[]> {
  return [dragStep(16), await againstSvg(10_000)]
}

/** What the main thread does in one drag step: points, product, readings and losses, buffers. */
function dragStep(n: number): BenchRow {
  const next = random(3)
  const factor = () => Array.from({ length: n }, () => Array.from({ length: n }, () => randomPoint(next)))
  const document: Document = { ...defaultDocument, a: factor(), b: factor(), selection: [0, 0] }
  const { base } = derive(document)
  const out = new Float64Array(n * n)
  const buffer = new PointBuffer(2 * n * n)
  buffer.begin()
  for (let k = 0; k < 2 * n * n; k++) buffer.point(0, 0, 0, 8, disc, 1, [0, 0, 0, 1])
  buffer.end()
  const chart = halfPlaneChart(viewportOf({ centre: 0, height: 6 }, 1000, 700))
  const world = new Float64Array(2 * n * n)
  const write = (z: Float64Array, from: number) => {
    placeAll(chart, z, world)
    for (let k = 0; k < n * n; k++) buffer.move(from + k, world[2 * k]!, world[2 * k + 1]!, 0)
  }
  let theta = 0
  const { step, product } = interleavedMinima(
    {
      step: () => {
        const { moved } = derive({ ...document, element: { x: 0.2, t: 0.1, theta: (theta += 1e-3) } })
        write(moved.a, 0)
        write(moved.b, n * n)
        buffer.endMoves()
      },
      product: () => hyperbolicProduct(base.a, base.b, n, n, n, out),
    },
    300,
  )
  const value = step / product
  return {
    name: `one drag step at ${n}×${n}×${n}: time against the product alone`,
    value,
    goal: '≤ 4×',
    holds: value <= 4,
    detail: `${(step * 1e3).toFixed(0)} against ${(product * 1e3).toFixed(0)} µs`,
  }
}

/** The least time that the clock of a page resolves, in ms. */
const clockStep = 0.1

async function againstSvg(count: number): Promise<BenchRow> {
  const { stage, svg } = await inChromium(count)
  const value = svg / Math.max(stage, clockStep)
  return {
    name: `main-thread time of moving ${count} points: d3 + SVG against the stage`,
    value,
    goal: '≥ 50×',
    holds: value >= 50,
    detail: `${svg.toFixed(1)} against ${stage.toFixed(1)} ms`,
  }
}

async function inChromium(count: number): Promise<ReturnType<typeof dragUpdate>> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: { entry: 'tests/bench/drag/page.ts', formats: ['iife'], name: 'dragBench' },
    },
  })
  const [output] = result as Rolldown.RolldownOutput[]
  const executablePath = [process.env['CHROMIUM_PATH'], '/usr/bin/chromium'].find(
    (path) => path && existsSync(path),
  )
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ['--no-sandbox', '--enable-unsafe-swiftshader', '--disable-background-networking'],
  })
  try {
    const page = await browser.newPage()
    await page.addScriptTag({ content: output!.output[0].code })
    return await page.evaluate<ReturnType<typeof dragUpdate>>(`dragBench.dragUpdate(${count})`)
  } finally {
    await browser.close()
  }
}
