import type { Locator, Page } from 'playwright-core'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { savedBy } from './downloads'
import { act, difference, product, tolerance, type Complex, type Matrix } from './oracle'
import { npy, readNpy } from './npy'
import { documentOf, setDocument, settle, state, usePages, type Json } from './page'
import { choose } from './panels'

interface File {
  name: string
  content: string | Buffer
}

const points = ({ a, b }: Json) => [a, b] as unknown as [Complex[][], Complex[][]]
const sizes = ({ a, b }: Json) => [a.length, b.length, b[0]!.length]

async function openImport(page: Page, files: readonly File[]): Promise<Locator> {
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Import' })
  await dialog.getByLabel('Files').setInputFiles(
    files.map(({ name, content }) => ({
      name,
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(content),
    })),
  )
  return dialog
}

interface Choices {
  /** Words of the option that says what the numbers are. */
  as?: RegExp
  into?: 'A' | 'B'
}

async function importFiles(page: Page, files: readonly File[], { as, into }: Choices = {}): Promise<Json> {
  const dialog = await openImport(page, files)
  if (into) await choose(page, 'Factor', into)
  if (as) {
    const select = dialog.getByRole('combobox')
    await select.waitFor()
    const label = (await select.locator('option').allTextContents()).find((text) => as.test(text))!
    await select.selectOption({ label })
  }
  await dialog.getByRole('button', { name: 'Open' }).click()
  await dialog.waitFor({ state: 'detached' })
  await settle(page)
  return documentOf(page)
}

/** Rows of a matrix as its file in the order of C or of Fortran has them. */
const inRows = (rows: readonly (readonly number[])[]) => rows.flat()
const inColumns = (rows: readonly (readonly number[])[]) =>
  rows[0]!.flatMap((_, column) => rows.map((row) => row[column]!))
const viewport = { width: 1100, height: 500 }

describe('files', () => {
  const open = usePages()
  let page: Page
  let start: Json
  beforeAll(async () => {
    page = await open({ viewport })
    start = await documentOf(page)
  })
  beforeEach(async () => {
    await setDocument(page, { ...start })
  })

  const a = [
    [-1.5, 0.25, 2],
    [0.1, 1e-9, -0.75],
  ]
  const b = [[1], [-2], [1 / 3]]
  const csv = (rows: readonly (readonly number[])[], separator = ',') =>
    rows.map((row) => row.join(separator)).join('\n')
  const complexRows: Complex[][] = [
    [
      [0.5, 1],
      [-1, 0.25],
    ],
    [
      [2, 3],
      [1e-3, 1e3],
    ],
  ]

  it('.json: a document comes back as it was exported', async () => {
    await setDocument(page, { title: 'to file and back', element: [2, 1, 1, 1], move: 'b' })
    const before = await documentOf(page)
    await page.getByRole('button', { name: 'Export' }).click()
    const { name, content } = await savedBy(page.getByRole('menuitem', { name: 'Document, .json' }))
    expect(name).toBe('to-file-and-back.json')
    await setDocument(page, { ...start })
    expect(await importFiles(page, [{ name: 'x.json', content }])).toEqual(before)
    await page.getByRole('button', { name: 'Undo' }).click()
    expect(await documentOf(page)).toEqual(start)
  })

  it('.csv and .tsv as A and B, by x ↦ i·eˣ: the product is the one of the line, a translation is a dilation', async () => {
    const now = await importFiles(
      page,
      [
        { name: 'a.csv', content: csv(a) },
        { name: 'b.tsv', content: csv(b, '\t') },
      ],
      { as: /eˣ/ },
    )
    expect(
      difference(
        now.a,
        a.map((row) => row.map((x) => [0, Math.exp(x)])),
      ),
    ).toBeLessThan(1e-15)
    const alpha = 0.625
    await setDocument(page, { element: [Math.exp(alpha / 2), 0, 0, Math.exp(-alpha / 2)], move: 'a' })
    const said = (await state(page)).product
    expect(difference(said.before, product(a, b))).toBeLessThan(1e-14)
    const shifted = a.map((row) => row.map((x) => x + alpha))
    expect(difference(said.after, product(shifted, b))).toBeLessThan(1e-14)
    await setDocument(page, { move: 'both' })
    expect((await state(page)).product.largestChange).toBeLessThan(1e-14)
  })

  it('.csv as numbers of the real line changes the space', async () => {
    const now = await importFiles(
      page,
      [
        { name: 'a.csv', content: csv(a) },
        { name: 'b.csv', content: csv(b) },
      ],
      { as: /real line/ },
    )
    expect([now.space, now.a, now.b]).toEqual(['line', a, b])
    expect(difference((await state(page)).product.before, product(a, b))).toBeLessThan(1e-15)
  })

  it('.csv of complex numbers, of pairs (mean, deviation) and of the disk', async () => {
    const text = complexRows.map((row) => row.map(([x, y]) => `${x}+${y}i`).join(';')).join('\n')
    const now = await importFiles(page, [{ name: 'a.csv', content: text }], { as: /points x \+ iy/ })
    expect(now.a).toEqual(complexRows)
    expect(sizes(now)).toEqual([2, 2, 3])
    const normal = await importFiles(page, [{ name: 'a.csv', content: text }], { as: /deviation/ })
    const wanted = complexRows.map((row) => row.map(([mean, deviation]) => [mean / Math.SQRT2, deviation]))
    expect(difference(normal.a, wanted)).toBeLessThan(1e-15)
    const disk = await importFiles(page, [{ name: 'b.csv', content: '0+0i,0.5i\n-0.5,0.5\n0,0' }], {
      as: /disk.*at 1/,
      into: 'B',
    })
    // z = i(1 + w)/(1 - w)
    const corner = [
      [0, 1],
      [-0.8, 0.6],
      [0, 1 / 3],
      [0, 3],
      [0, 1],
      [0, 1],
    ]
    expect(difference(disk.b, corner)).toBeLessThan(1e-15)
  })

  it.each([
    ['float64', { descr: '<f8' }],
    ['float64, Fortran order', { descr: '<f8', fortran: true }],
    ['float64, big-endian, version 2', { descr: '>f8', version: 2 }],
    ['float32, version 3', { descr: '<f4', version: 3 }],
  ] as const)('.npy of %s', async (_, options) => {
    const values = 'fortran' in options ? inColumns(a) : inRows(a)
    const now = await importFiles(page, [{ name: 'a.npy', content: npy([2, 3], values, options) }], {
      as: /x \+ i/,
    })
    const asStored = options.descr === '<f4' ? Math.fround : (x: number) => x
    expect(now.a).toEqual(a.map((row) => row.map((x) => [asStored(x), 1])))
  })

  it.each([
    ['complex128', [2, 2], complexRows.flat(2), { descr: '<c16' }],
    [
      'complex128, Fortran order',
      [2, 2],
      [complexRows[0]![0]!, complexRows[1]![0]!, complexRows[0]![1]!, complexRows[1]![1]!].flat(),
      { descr: '<c16', fortran: true },
    ],
    ['shape (m, n, 2)', [2, 2, 2], complexRows.flat(2), { descr: '<f8' }],
  ] as const)('.npy of %s', async (_, shape, values, options) => {
    const content = npy(shape, values, options)
    const now = await importFiles(page, [{ name: 'points.npy', content }], { as: /points x \+ iy/ })
    expect(now.a).toEqual(complexRows)
  })

  it('.npy of 64 × 64: products of 262 144 terms, exact in a worker', async () => {
    const grid = (seed: number) =>
      Array.from({ length: 64 * 64 }, (_, n) => [Math.sin(seed + 7 * n), 1.5 + Math.cos(seed * n)]).flat()
    const file = (name: string, seed: number) => ({
      name,
      content: npy([64, 64], grid(seed), { descr: '<c16' }),
    })
    const now = await importFiles(page, [file('a.npy', 1), file('b.npy', 2)], { as: /points x \+ iy/ })
    expect(sizes(now)).toEqual([64, 64, 64])
    const said = (await state(page)).product
    expect(difference(said.before, product(...points(now)))).toBeLessThan(64 * tolerance)
    expect(said.largestChange).toBeLessThanOrEqual(said.bound)
    await page.getByText('262144 of 262144 terms exactly equal').waitFor({ timeout: 25_000 })
  })

  it('that are dropped on the page are offered like those that are chosen', async () => {
    const transfer = await page.evaluateHandle((text) => {
      const data = new DataTransfer()
      data.items.add(new window.File([text], 'dropped.csv'))
      return data
    }, csv(a))
    await page.dispatchEvent('body', 'drop', { dataTransfer: transfer })
    const dialog = page.getByRole('dialog', { name: 'Import' })
    await dialog.getByText('2 × 3 entries').waitFor()
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    expect(await documentOf(page)).toEqual(start)
  })

  const float64 = npy([2, 3], inRows(a))
  const wrong: [what: string, files: File[], sentence: RegExp][] = [
    ['a cell that is no number', [{ name: 'a.csv', content: '1,2\n3,x4' }], /row 2, column 2/],
    ['a NaN', [{ name: 'a.csv', content: '1,NaN\n3,4' }], /row 1, column 2/],
    ['a row that is too short', [{ name: 'a.csv', content: '1,2\n3' }], /row 2/],
    ['a point below the boundary', [{ name: 'a.csv', content: 'i,1+2i\n1-0.5i,i' }], /row 2, column 1: Im/],
    ['a NaN in .npy', [{ name: 'a.npy', content: npy([1, 2], [1, NaN]) }], /row 1, column 2/],
    ['a file that was cut', [{ name: 'a.npy', content: float64.subarray(0, 150) }], /byte 150.*need 176/],
    ['a header that was cut', [{ name: 'a.npy', content: float64.subarray(0, 40) }], /byte 40/],
    ['objects', [{ name: 'a.npy', content: npy([1, 1], [0], { descr: '|O' }) }], /"\|O"/],
    ['a vector', [{ name: 'a.npy', content: npy([3], [1, 2, 3]) }], /shape \(3,\)/],
    ['too many rows', [{ name: 'a.csv', content: '1\n'.repeat(65) }], /65 × 1/],
    ['no .npy inside', [{ name: 'a.npy', content: 'PK' }], /byte 0/],
    ['nothing', [{ name: 'a.csv', content: '' }], /empty/],
    ['a spreadsheet', [{ name: 'a.xlsx', content: 'PK\x03\x04' }], /archive/],
    ['broken JSON', [{ name: 'a.json', content: '{"a": [' }], /JSON/],
    [
      'a document with a wrong entry',
      [{ name: 'a.json', content: JSON.stringify({ a: [[[0, -1]]], b: [[[0, 1]]] }) }],
      /a\[0\]\[0\]: Im/,
    ],
    [
      'a prototype',
      [{ name: 'a.json', content: '{"__proto__": {"x": 1}, "a": [], "b": []}' }],
      /__proto__|rows/,
    ],
    [
      'factors that do not fit',
      [
        { name: 'a.csv', content: csv(a) },
        { name: 'b.csv', content: csv(a) },
      ],
      /as many columns as B has rows/,
    ],
    ['three files', ['1', '2', '3'].map((name) => ({ name, content: '1' })), /3 files/],
  ]

  it('that cannot be read are refused in a sentence that names the place; the document stays', async () => {
    for (const [what, files, sentence] of wrong) {
      const dialog = await openImport(page, files)
      await dialog.getByRole('alert').waitFor({ timeout: 3000 })
      await expect.poll(() => dialog.getByRole('alert').textContent(), { message: what }).toMatch(sentence)
      await expect.poll(() => dialog.getByRole('button', { name: 'Open' }).count(), { message: what }).toBe(0)
      await dialog.getByRole('button', { name: 'Close' }).click()
      expect(await documentOf(page), what).toEqual(start)
    }
  })

  it('.npy of the moved entries holds what the oracle computes', async () => {
    await page.getByRole('button', { name: 'Export' }).click()
    const { content } = await savedBy(page.getByRole('menuitem', { name: 'A, moved, .npy' }))
    const { header, values } = readNpy(content)
    expect(header).toMatch(/'descr': '<c16'.*'fortran_order': False.*'shape': \(3, 3\)/)
    const wanted = points(start)[0].map((row) => row.map((z) => act(start.element as Matrix, z)))
    expect(difference(values, wanted)).toBeLessThan(1e-14)
  })
})
