import type { Locator, Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { f32, f64, readSafetensors, safetensors, withHeader } from '../safetensors'
import { violations } from './axe'
import { savedBy } from './downloads'
import { npy, readNpy } from './npy'
import { act, difference, product, tolerance, type Complex, type Matrix } from './oracle'
import { documentOf, setDocument, settle, state, usePages, type Json } from './page'
import { cells, choose, type } from './panels'

/** Numbers without a pattern, in [-1, 1]. */
const waves = (count: number, seed: number) =>
  Array.from({ length: count }, (_, n) => Math.sin(seed + 12.9898 * n))
const heads = 3
const tokens = 5
const q = waves(heads * tokens * 6, 1)
const k = waves(heads * tokens * 6, 2)
const model = safetensors(
  {
    'layers.0.attn.q_proj': { dtype: 'F32', shape: [heads, tokens, 6], bytes: f32(q) },
    'layers.0.attn.k_proj': { dtype: 'F64', shape: [heads, tokens, 6], bytes: f64(k) },
    'layers.0.attn.v_proj': { dtype: 'BF16', shape: [2, 2], bytes: Buffer.alloc(8) },
    'layers.0.norm': { dtype: 'F32', shape: [6], bytes: f32(waves(6, 3)) },
  },
  { format: 'pt' },
)

async function openImport(page: Page, name: string, buffer: Buffer): Promise<Locator> {
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Import' })
  await dialog.getByLabel('Files').setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
  return dialog
}

async function open(page: Page, dialog: Locator): Promise<Json> {
  await dialog.getByRole('button', { name: 'Open' }).click()
  await dialog.waitFor({ state: 'detached' })
  await settle(page)
  return documentOf(page)
}

async function meaning(dialog: Locator, words: RegExp): Promise<void> {
  const select = dialog.getByLabel('The numbers are')
  const label = (await select.locator('option').allTextContents()).find((text) => words.test(text))!
  await select.selectOption({ label })
}

async function openExport(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Export' }).click()
  await page.getByRole('menuitem', { name: /Moved tensors/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Export moved tensors' })
  await dialog.waitFor()
  return dialog
}

/** exp_i(p, q) by the disk: the point at Euclidean radius tanh(ρ/2) in the direction of (p, q), then i(1 + w)/(1 - w). */
function tangent(p: number, r: number): Complex {
  const length = Math.sqrt(p * p + r * r)
  const radius = length === 0 ? 0 : Math.tanh(length / 2) / length
  // Up is towards ∞, which is at w = 1; to the right is towards -i.
  const [re, im] = [radius * r, -radius * p]
  const size = (1 - re) ** 2 + im * im
  return [(-2 * im) / size, (1 - re * re - im * im) / size]
}

/** One head of (heads, tokens, 6), rows of three points of neighbouring columns. */
const pointsOf = (values: readonly number[], head: number): Complex[][] =>
  Array.from({ length: tokens }, (_, row) =>
    [0, 1, 2].map((i) => {
      const at = (head * tokens + row) * 6 + 2 * i
      return tangent(values[at]!, values[at + 1]!)
    }),
  )
const transposed = <T>(rows: readonly (readonly T[])[]): T[][] =>
  rows[0]!.map((_, i) => rows.map((row) => row[i]!))

describe('tensors', () => {
  const pages = usePages()
  let page: Page
  let start: Json
  beforeAll(async () => {
    page = await pages({ viewport: { width: 1366, height: 768 } })
    start = await documentOf(page)
  })

  it('.safetensors: Q and K are found by their names, a head of them becomes points, C and weights of attention', async () => {
    const dialog = await openImport(page, 'tiny.safetensors', model)
    await dialog.getByText('4 tensors, 1 of which cannot be Q or K').click()
    await dialog.getByRole('row', { name: /layers.0.norm F32 6 1 axis/ }).waitFor()
    await expect
      .poll(() => dialog.getByLabel('Q: tensor').locator('option:checked').textContent())
      .toMatch(/q_proj · F32 · 3 × 5 × 6/)
    await expect
      .poll(() => dialog.getByLabel('K: tensor').locator('option:checked').textContent())
      .toMatch(/k_proj · F64/)
    await type(dialog.getByLabel('Q: head', { exact: true }), '2')
    await expect.poll(() => dialog.getByLabel('K: head', { exact: true }).inputValue()).toBe('2')
    await dialog.getByText(/A = Q is 5 × 3 and B = Kᵀ is 3 × 5, in the upper half-plane/).waitFor()
    expect(await violations(page, 'dialog')).toEqual([])
    const now = await open(page, dialog)
    const [a, b] = [pointsOf(q.map(Math.fround), 1), transposed(pointsOf(k, 1))]
    expect(difference(now.a, a)).toBeLessThan(1e-14)
    expect(difference(now.b, b)).toBeLessThan(1e-14)
    expect(now.title).toBe('tiny: layers.0.attn.q_proj and layers.0.attn.k_proj')
    const c = product(a, b)
    expect(difference((await state(page)).product.before, c)).toBeLessThan(tolerance)
    const all = c.flat()
    const mean = all.reduce((sum, x) => sum + x) / all.length
    const deviation = Math.sqrt(all.reduce((sum, x) => sum + (x - mean) ** 2, 0) / all.length)
    const beta = Number((1 / deviation).toPrecision(3))
    expect(now.head).toEqual({ rule: 'fixed', beta, task: null })
    const weights = c.map((row) =>
      row.map((cost) => Math.exp(-beta * cost) / row.reduce((sum, x) => sum + Math.exp(-beta * x), 0)),
    )
    // The picture of the weights holds the number of one cell, the one that is selected; three digits after the point.
    await page.getByText('of each query over all keys').waitFor()
    for (const [query, key] of [
      [0, 0],
      [1, 4],
      [4, 2],
    ] as const) {
      await setDocument(page, { selection: [query, key] })
      const [[shown]] = (await cells(page, 'Weights before')) as [[string]]
      expect(Math.abs(Number(shown) - weights[query]![key]!)).toBeLessThanOrEqual(0.0005 + 1e-9)
    }
  })

  it('moved tensors are saved in the same format, with g in the metadata', async () => {
    const g: Matrix = [2, 1, 1, 1]
    await setDocument(page, { element: g })
    const change = await page.getByRole('status', { name: 'Largest change of a weight' }).textContent()
    expect(change).toMatch(/^\d.*e-1\d, rounding explains \d\.\de-1\d$/)
    const dialog = await openExport(page)
    await dialog.getByText(/differs by at most .*rounding explains/).waitFor()
    expect(await violations(page, 'dialog')).toEqual([])
    const { name, content } = await savedBy(dialog.getByRole('button', { name: 'Save' }))
    expect(name).toMatch(/^tiny-.*-moved\.safetensors$/)
    const { tensors, metadata } = readSafetensors(content)
    const [movedQ, movedK] = [pointsOf(q.map(Math.fround), 1), pointsOf(k, 1)].map((rows) =>
      rows.map((row) => row.map((z) => act(g, z))),
    )
    expect(Object.keys(tensors).sort()).toEqual(['layers.0.attn.k_proj', 'layers.0.attn.q_proj'])
    const [writtenQ, writtenK] = [tensors['layers.0.attn.q_proj']!, tensors['layers.0.attn.k_proj']!]
    expect(writtenQ).toMatchObject({ dtype: 'F64', shape: [5, 3, 2] })
    expect(difference(writtenQ.values, movedQ!)).toBeLessThan(1e-13)
    expect(difference(writtenK.values, movedK!)).toBeLessThan(1e-13)
    expect(JSON.parse(metadata['element']!)).toEqual(g)
    expect(metadata).toMatchObject({ space: 'halfPlane', move: 'both', time: '1', reflected: 'false' })
    const { largestChange, bound } = (await state(page)).product
    expect([Number(metadata['largestChange']), Number(metadata['roundingBound'])]).toEqual([
      largestChange,
      bound,
    ])
    expect(JSON.parse(metadata['source']!)).toMatchObject({
      q: { head: 1, dtype: 'F32' },
      embedding: 'polar',
    })
    await dialog.getByRole('button', { name: 'Close' }).click()
  })

  it('a saved model is aligned to the one it was moved from: the same, by g', async () => {
    const exporting = await openExport(page)
    const { content } = await savedBy(exporting.getByRole('button', { name: 'Save' }))
    await exporting.getByRole('button', { name: 'Close' }).click()
    await setDocument(page, { element: [1, 0, 0, 1] })
    await page.getByRole('button', { name: 'Centre and align' }).click()
    await page.getByRole('button', { name: 'Align to another model…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Align to another model' })
    await dialog
      .getByLabel('Files')
      .setInputFiles({ name: 'b.safetensors', mimeType: 'application/octet-stream', buffer: content })
    await dialog.getByRole('button', { name: 'Compare' }).click()
    await dialog.getByText(/The same: one isometry/).waitFor()
    await dialog.getByRole('button', { name: 'Close' }).click()
    await setDocument(page, { element: [2, 1, 1, 1] })
  })

  it('as the columns they came from, in float32: what is read again is the same model up to float32', async () => {
    const { product: before, document: held } = await state(page)
    const dialog = await openExport(page)
    await choose(page, 'Entries', 'as they came')
    await choose(page, 'Numbers', 'float32')
    await dialog.getByText(/rounding to float32 changes it/).waitFor()
    const { content } = await savedBy(dialog.getByRole('button', { name: 'Save' }))
    expect(readSafetensors(content).tensors['layers.0.attn.q_proj']).toMatchObject({
      dtype: 'F32',
      shape: [5, 6],
    })
    await dialog.getByRole('button', { name: 'Close' }).click()
    const again = await open(page, await openImport(page, 'again.safetensors', content))
    expect([again.a.length, again.b.length, again.b[0]!.length]).toEqual([5, 3, 5])
    expect(difference(again.a, held.a)).toBeGreaterThan(0.1)
    expect(difference((await state(page)).product.before, before.before)).toBeLessThan(1e-5)
    await page.getByRole('button', { name: 'Undo' }).click()
    expect(await documentOf(page)).toEqual(held)
  })

  it('.npy: rows of numbers by x ↦ x + i are saved as points only, Q, K and g as three files', async () => {
    const rows = waves(70 * 4, 5)
    const dialog = await openImport(page, 'table.npy', npy([70, 4], rows))
    await dialog.getByLabel('K: first row').waitFor()
    await type(dialog.getByLabel('K: first row'), '67')
    await type(dialog.getByLabel('Q: rows'), '3')
    await meaning(dialog, /x \+ i/)
    const now = await open(page, dialog)
    const at = (row: number) => [0, 1, 2, 3].map((i): Complex => [rows[4 * row + i]!, 1])
    expect(now.a).toEqual([0, 1, 2].map(at))
    expect(now.b).toEqual(transposed([66, 67, 68, 69].map(at)))
    const g: Matrix = [1, 0.5, -0.5, 1]
    await setDocument(page, { element: g })
    const exporting = await openExport(page)
    await exporting.getByText(/x ↦ x \+ i has no way back/).waitFor()
    const keys = await savedBy(exporting.getByRole('button', { name: 'Save K' }))
    expect(keys.name).toMatch(/-k-moved\.npy$/)
    const { header, values } = readNpy(keys.content)
    expect(header).toMatch(/'<c16'.*'shape': \(4, 4\)/)
    const moved = [66, 67, 68, 69].map((row) => at(row).map((z) => act(g, z)))
    expect(difference(values, moved)).toBeLessThan(1e-14)
    const about = await savedBy(exporting.getByRole('button', { name: 'Save g' }))
    expect(JSON.parse((JSON.parse(about.content.toString()) as Record<string, string>)['element']!)).toEqual(
      g,
    )
    await exporting.getByRole('button', { name: 'Close' }).click()
    await setDocument(page, { ...start })
  })

  it('small arrays are A and B, or Q and K', async () => {
    const dialog = await openImport(page, 'both.npy', npy([2, 3, 2], waves(12, 4)))
    await choose(page, 'Open as', 'Q and K')
    await meaning(dialog, /real line/)
    const now = await open(page, dialog)
    const rows = waves(12, 4)
    expect(now.a).toEqual([0, 1, 2].map((row) => rows.slice(2 * row, 2 * row + 2)))
    expect(now.b).toEqual(transposed([0, 1, 2].map((row) => rows.slice(6 + 2 * row, 8 + 2 * row))))
    await setDocument(page, { ...start })
  })

  const bad = q.map((value, n) => (n === (1 * tokens + 3) * 6 + 4 ? NaN : value))
  const stored = { dtype: 'F32', shape: [heads, tokens, 6] }
  it.each<[string, Buffer, RegExp]>([
    [
      'a NaN',
      safetensors({ q: { ...stored, bytes: f32(bad) }, k: { ...stored, bytes: f32(k) } }),
      /Q, "q": head 2, row 4, column 5: NaN is not a finite number\. The document stays as it is/,
    ],
    [
      'a file that was cut',
      model.subarray(0, -1),
      /the file ends at byte .* of its numbers, tensor "layers.0.norm" needs/,
    ],
    [
      'a length of 2^62',
      Buffer.concat([Buffer.alloc(7), Buffer.of(0x40), model]),
      /a header of 46116860184273\d+ bytes is too long/,
    ],
    [
      'no tensor that can be Q',
      safetensors({ w: { dtype: 'F32', shape: [6], bytes: f32(waves(6, 1)) } }),
      /none of the tensors can be Q or K/,
    ],
    ['what is no header', withHeader('[]'), /byte 8: the header does not begin with \{/],
  ])('%s is said in a sentence, and the document stays', async (what, content, sentence) => {
    const dialog = await openImport(page, 'a.safetensors', content)
    if (what === 'a NaN') await type(dialog.getByLabel('Q: head', { exact: true }), '2')
    await dialog.getByRole('alert').filter({ hasText: sentence }).waitFor()
    await expect.poll(() => dialog.getByRole('button', { name: 'Open' }).count()).toBe(0)
    await dialog.getByRole('button', { name: 'Close' }).click()
    expect(await documentOf(page)).toEqual(start)
  })

  it('a checkpoint of 2 GB opens at once: its header, and the rows that are chosen', async () => {
    const columns = 2 ** 14
    const rows = 2 ** 15
    const half = 2 * columns * rows
    const header = { q: [0, half], k: [half, 2 * half] }
    const tensors = Object.entries(header).map(([name, data_offsets]) => [
      name,
      { dtype: 'F16', shape: [rows, columns], data_offsets },
    ])
    const head = withHeader(JSON.stringify(Object.fromEntries(tensors)))
    const transfer = await page.evaluateHandle(
      ({ bytes, size }) => {
        const data = new DataTransfer()
        const start = Uint8Array.from(bytes)
        // A file of 2 GB without the memory for it: zeros, and what was asked of it is counted.
        class Sparse extends window.File {
          override get size() {
            return size
          }
          override slice(from = 0, to = size) {
            Object.assign(window, { taken: ((window as { taken?: number }).taken ?? 0) + to - from })
            const part = new Uint8Array(to - from)
            part.set(start.subarray(from, to))
            return new Blob([part])
          }
        }
        const file = new Sparse([], 'large.safetensors')
        Object.defineProperty(data, 'files', { value: [file] })
        Object.defineProperty(data, 'types', { value: ['Files'] })
        return data
      },
      { bytes: [...head], size: head.length + 2 * half },
    )
    await page.evaluate((data) => {
      const event = new DragEvent('drop', { bubbles: true, cancelable: true })
      Object.defineProperty(event, 'dataTransfer', { value: data })
      document.body.dispatchEvent(event)
    }, transfer)
    const dialog = page.getByRole('dialog', { name: 'Import' })
    await type(dialog.getByLabel('Q: first row'), '30000')
    await dialog.getByText(/A = Q is 64 × 64 and B = Kᵀ is 64 × 64/).waitFor()
    expect(await page.evaluate(() => (window as { taken?: number }).taken)).toBeLessThan(32 * 2 ** 20)
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    expect(await documentOf(page)).toEqual(start)
  })
})
