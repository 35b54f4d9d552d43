import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { preview } from 'vite'
import { documentToJson } from '../../src/document/schema'
import { trainedPresets } from '../../src/document/trainedPresets'
import { launchOptions } from '../browser/chromium'
import type { BenchRow } from './bench'

/** A drag of g on a trained head, in the built page, with and without a run at full pace in the worker. */
export async function bench(): Promise<BenchRow[]> {
  const outDir = mkdtempSync(path.join(tmpdir(), 'moduli-'))
  // By itself, as the server that runs the benches has made this process one of development.
  execFileSync(
    process.execPath,
    ['node_modules/vite/bin/vite.js', 'build', '--outDir', outDir, '--emptyOutDir'],
    {
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: 'ignore',
    },
  )
  const server = await preview({
    build: { outDir },
    preview: { port: 0, host: '127.0.0.1' },
    logLevel: 'silent',
  })
  const browser = await chromium.launch(launchOptions())
  try {
    const { port } = server.httpServer.address() as AddressInfo
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
    await page.goto(`http://127.0.0.1:${port}/`)
    await page.waitForFunction(() => 'moduli' in window)
    const { document } = trainedPresets.find(({ name }) => name === 'tree15Twice')!
    await page.evaluate((fields) => void window.moduli.set(fields), documentToJson(document))
    await page.getByRole('radio', { name: 'As fast as it goes' }).click()
    // A run that does not end meanwhile.
    await page.getByText(/^Settings:/).click()
    await page.getByRole('textbox', { name: 'Pauses after steps' }).fill('1000000')
    await page.keyboard.press('Enter')
    await page.evaluate(dragG, 30)
    const [idle, running] = [[] as Drag[], [] as Drag[]]
    for (let turn = 0; turn < 3; turn++) {
      idle.push(await timed(page))
      await page.getByRole('button', { name: 'New seed' }).click()
      await page.getByRole('button', { name: 'Start', exact: true }).click()
      running.push(await timed(page))
      const pause = page.getByRole('button', { name: 'Pause', exact: true })
      if (await pause.isVisible()) await pause.click()
    }
    return rows(idle, running)
  } finally {
    await browser.close()
    await server.close()
    rmSync(outDir, { recursive: true, force: true })
  }
}

interface Drag {
  /** Most frames between an input and the frame that shows its number. */
  readonly frames: number
  /** Of scripts, styles and layout of an input and its frame, in ms. What paints here is no graphics card. */
  readonly ms: number
  /** Steps that the status says were made meanwhile. */
  readonly steps: number
}

const inputs = 40

async function timed(page: Page): Promise<Drag> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  const busy = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    const parts = ['ScriptDuration', 'LayoutDuration', 'RecalcStyleDuration']
    return metrics.reduce((sum, { name, value }) => (parts.includes(name) ? sum + value : sum), 0)
  }
  const start = await busy()
  const { frames, steps } = await page.evaluate(dragG, inputs)
  const ms = (1000 * ((await busy()) - start)) / inputs
  await session.detach()
  return { frames, ms, steps }
}

/** Moves the slider as a drag does, an input a frame, and looks at each frame whether the matrix says so. */
async function dragG(count: number): Promise<{ frames: number; steps: number }> {
  const byLabel = (label: string) => document.querySelector<HTMLElement>(`[aria-label="${label}"]`)
  const slider = [...document.querySelectorAll('label')]
    .find((label) => label.textContent.startsWith('Dilation'))!
    .parentElement!.querySelector<HTMLInputElement>('input[type=range]')!
  const entry = byLabel('Entry a') as HTMLInputElement
  const step = () => Number(/step (\d+)/.exec(byLabel('Training')?.textContent ?? '')?.[1] ?? 0)
  const first = step()
  let worst = 0
  for (let n = 0; n < count; n++) {
    const before = entry.value
    slider.value = String(Math.sin(n + 1))
    slider.dispatchEvent(new Event('input', { bubbles: true }))
    let frames = 0
    while (entry.value === before && frames < 10) {
      frames++
      await new Promise(requestAnimationFrame)
    }
    worst = Math.max(worst, frames)
    await new Promise((done) => setTimeout(done, 10))
  }
  return { frames: worst, steps: step() - first }
}

function rows(idle: readonly Drag[], running: readonly Drag[]): BenchRow[] {
  const frames = Math.max(...running.map((drag) => drag.frames))
  const steps = running.reduce((sum, drag) => sum + drag.steps, 0)
  const [quiet, busy] = [idle, running].map((drags) => Math.min(...drags.map(({ ms }) => ms)))
  return [
    {
      name: 'frames until a drag of g is on screen while a run of the 15-node tree goes at full pace: the most',
      value: frames,
      goal: '1',
      holds: frames === 1 && steps > 0,
      detail: `${inputs * running.length} inputs, ${steps} steps of training meanwhile`,
    },
    {
      name: 'main-thread time of such a drag, reports of the run included: against one without a run',
      value: busy! / quiet!,
      goal: '≤ 3×',
      holds: busy! <= 3 * quiet!,
      detail: `${busy!.toFixed(1)} against ${quiet!.toFixed(1)} ms an input`,
    },
  ]
}
