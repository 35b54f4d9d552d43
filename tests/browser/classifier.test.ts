import type { Page } from 'playwright-core'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sideways, violations } from './axe'
import { distance, type Complex } from './oracle'
import { counts, documentOf, painted, setDocument, settle, state, usePages } from './page'
import { choose, unfold } from './panels'
import { drag } from './stage'

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const said = async (page: Page, name: string): Promise<string> =>
  (await page.getByRole('status', { name, exact: true }).textContent()) ?? ''
const panel = (page: Page) => page.getByRole('region', { name: 'Classifier', exact: true })
const plane = (page: Page) => page.getByRole('figure', { name: 'Decision regions' })

/** Opens what holds the form, wherever it is. */
async function showForm(page: Page): Promise<void> {
  await unfold(page, /^Training/)
  const form = page.getByRole('group', { name: 'New classifier' })
  if (!(await form.isVisible())) await page.getByText('A classifier', { exact: true }).click()
}

async function start(page: Page, data: string, space: string): Promise<void> {
  await showForm(page)
  await page.getByRole('combobox', { name: 'Labelled points' }).selectOption({ label: data })
  await choose(page, 'Space of the inputs', space)
  await button(page, 'Make the classifier').click()
  await panel(page).waitFor()
  await settle(page)
}

async function train(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'As fast as it goes' }).click()
  await button(page, 'Start').click()
  await button(page, 'Pause').waitFor({ state: 'detached', timeout: 25_000 })
  await settle(page)
}

const heldOut = async (page: Page) => Number((await said(page, 'Accuracy, held out')).split(' ')[0])

/** Of the input that is pointed at. */
const input = async (page: Page) => {
  const words = await said(page, 'Input')
  const found = /^Input (\d+), class (\S+), decided (\w+).*Certified radius (\S+)\.$/.exec(words)
  return found && { number: Number(found[1]), label: found[2]!, how: found[3]!, radius: Number(found[4]) }
}

describe('two spirals in the half-plane', () => {
  const open = usePages()
  let page: Page
  let trained: Record<string, unknown>
  beforeAll(async () => {
    page = await open()
    await start(page, 'Two spirals, 1 turn', 'Half-plane')
    await train(page)
    const { a, b, classifier, space } = await documentOf(page)
    trained = { space, a, b, classifier }
  })
  beforeEach(async () => {
    await setDocument(page, { ...trained, element: [1.2, 0.3, 0.1, 0.9], move: 'both' })
    await settle(page)
  })

  it('are learned: at least 99 of 100 points that it has not seen are right', async () => {
    expect(await heldOut(page)).toBeGreaterThanOrEqual(0.99)
    const { b, a } = await documentOf(page)
    expect([a.length, b[0]!.length]).toEqual([200, 16])
  })

  it('both factors moved: no decision is another one; one of them moved: many are', async () => {
    expect(await said(page, 'Decisions of the plane')).toBe('0 of 6912 decisions of the plane changed')
    await panel(page).getByText('decides the same').waitFor()
    for (const move of ['A only', 'B only']) {
      await choose(page, 'Move', move)
      await settle(page)
      const [, changed] = /^(\d+) of 6912/.exec(await said(page, 'Decisions of the plane'))!
      expect(Number(changed)).toBeGreaterThan(300)
      await panel(page)
        .getByText(/\d+ of 1200 decided otherwise/)
        .waitFor()
    }
  })

  it('says of an input under the pointer its class, that it is right, and how far it may go', async () => {
    const { left, top, width, height } = await box(page)
    let found: Awaited<ReturnType<typeof input>> = null
    for (let n = 0; !found && n < 40; n++) {
      await page.mouse.move(left + width * (0.2 + 0.015 * n), top + height * 0.5)
      await painted(page)
      found = await input(page)
    }
    expect(found).toMatchObject({ how: 'right' })
    // An independent bound: no input may be farther from changing its mind than half of what the nearest prototypes leave.
    const { a, b, classifier } = await documentOf(page)
    const beta = classifier!.beta
    const x = (a as Complex[][])[found!.number - 1]![0]!
    const soft = [0, 1].map(
      (c) =>
        -Math.log(
          (b as Complex[][])[0]!.reduce(
            (sum, w, l) => (l % 2 === c ? sum + Math.exp(-beta * distance(x, w)) : sum),
            0,
          ),
        ) / beta,
    )
    expect(found!.radius).toBeCloseTo(Math.abs(soft[0]! - soft[1]!) / 2, 2)
    await page
      .locator('.stage-overlay', { hasText: `input ${found!.number}, class ${found!.label}` })
      .waitFor()
    await page.mouse.move(0, 0)
  })

  it('the keyboard goes from input to input, and the stage points at the same', async () => {
    await page.getByRole('button', { name: /^Points, one after the other/ }).focus()
    for (let n = 0; n < 3; n++) await page.keyboard.press('ArrowRight')
    await painted(page)
    expect(await input(page)).toMatchObject({ number: 3 })
    await page.keyboard.press('ArrowLeft')
    await painted(page)
    expect(await input(page)).toMatchObject({ number: 2 })
    await page.keyboard.press('Tab')
    await painted(page)
    expect(await input(page)).toBeNull()
  })

  it('a drag of g changes the picture and renders nothing', async () => {
    await choose(page, 'Move', 'A only')
    await settle(page)
    const slider = (await page.getByRole('slider', { name: 'Dilation t' }).boundingBox())!
    const [left, top] = [slider.x + slider.width / 2, slider.y + slider.height / 2]
    const ways: [number, number][] = Array.from({ length: 12 }, (_, n) => [left + 4 * n, top])
    const words = await said(page, 'Decisions of the plane')
    await drag(page, ways.slice(0, 2), false)
    await painted(page)
    const before = await counts(page)
    await drag(page, ways.slice(2), false)
    await painted(page)
    expect((await counts(page)).commits).toBe(before.commits)
    // Coarser while the pointer is down.
    expect(await said(page, 'Decisions of the plane')).toMatch(/ of 1728 decisions/)
    await page.mouse.up()
    await settle(page)
    expect(await said(page, 'Decisions of the plane')).toMatch(/ of 6912 decisions/)
    expect(await said(page, 'Decisions of the plane')).not.toBe(words)
  })

  it('has no steppers that would end it, and in the other space its rows are embedded anew', async () => {
    await expect.poll(() => page.getByRole('group', { name: 'Rows', exact: true }).count()).toBe(0)
    await choose(page, 'Space', 'Real line')
    await page.getByText('The rows have their places in the other space').waitFor()
    const { space, a, b, classifier } = await documentOf(page)
    expect(space).toBe('line')
    expect([a.length, a[0]!.length, b[0]!.length]).toEqual([200, 2, 16])
    expect(classifier).toMatchObject({ data: { kind: 'spirals' } })
    await button(page, 'Undo').click()
    expect((await documentOf(page)).space).toBe('halfPlane')
  })
})

const box = async (page: Page) => {
  const figure = plane(page)
  await figure.scrollIntoViewIfNeeded()
  const { x: left, y: top, width, height } = (await figure.boundingBox())!
  return { left, top, width, height }
}

describe('rows of one’s own', () => {
  const open = usePages()
  let page: Page
  beforeAll(async () => {
    page = await open()
  })
  const dialog = () => page.getByRole('dialog', { name: 'A classifier of your own data' })
  const show = async () => {
    await showForm(page)
    await button(page, 'Own data…').click()
    await dialog().waitFor()
  }
  /** Three clusters about corners of a triangle. */
  const clusters = Array.from({ length: 60 }, (_, n) => {
    const [x, y] = [10 + 4 * (n % 3), n % 3 === 1 ? 8 : 1]
    return `${x + Math.cos(n)};${String(y + Math.sin(2 * n)).replace('.', ',')};${['oak', 'pine', 'birch'][n % 3]!}`
  })
  const table = ['height;width;tree', ...clusters.map((row) => row.replaceAll('.', ','))].join('\n')

  it('become a classifier with a part of each class held out, and are learned', async () => {
    await show()
    await dialog().getByRole('textbox', { name: 'Pasted rows' }).fill(table)
    await expect.poll(() => dialog().getByRole('combobox', { name: 'Labels are in' }).inputValue()).toBe('2')
    await dialog().getByText('39 rows train and 21 are held out, 3 classes: oak, pine, birch.').waitFor()
    await dialog().getByRole('button', { name: 'Open', exact: true }).click()
    await panel(page).waitFor()
    await train(page)
    expect(await heldOut(page)).toBe(1)
    await expect
      .poll(() => panel(page).locator('.confusion').textContent())
      .toBe('Held out. oak: 7 of 7 right. pine: 7 of 7 right. birch: 7 of 7 right.')
    const { loss } = await state(page)
    expect(loss.before).toBeLessThan(0.1)
  })

  it('are refused in a sentence, and the document stays', async () => {
    const before = await documentOf(page)
    await show()
    const pasted = dialog().getByRole('textbox', { name: 'Pasted rows' })
    for (const [text, reason] of [
      ['1,2\n3,4\n5,six', 'Row 3, column 2 is "six"'],
      ['1,2,a\n3,NaN,b\n4,5,a', 'Row 2, column 2 is "NaN", which is no finite number'],
      ['1,2,a\n3,4,a\n4,5,a', 'All rows have the label a'],
      ['1,2,a\n3,4\n4,5,a', 'Row 2 has 2 cells, row 1 has 3'],
      ['1,2,a', 'There is 1 row: at least 3 are needed'],
    ] as const) {
      await pasted.fill(text)
      const asked = dialog().getByRole('combobox', { name: 'Labels are in' })
      if ((await asked.count()) > 0 && (await asked.inputValue()) === '') await asked.selectOption('0')
      await dialog().getByRole('alert').filter({ hasText: reason }).waitFor()
      await expect.poll(() => dialog().getByRole('button', { name: 'Open', exact: true }).count()).toBe(0)
    }
    await page.keyboard.press('Escape')
    await dialog().waitFor({ state: 'detached' })
    expect(await documentOf(page)).toEqual(before)
  })

  it('without a clear column of labels, the column is asked for', async () => {
    await show()
    await dialog()
      .getByRole('textbox', { name: 'Pasted rows' })
      .fill('1,0,2\n2,1,3\n3,0,4\n4,1,5\n5,0,1\n6,1,0')
    const asked = dialog().getByRole('combobox', { name: 'Labels are in' })
    await expect.poll(() => asked.inputValue()).toBe('')
    await expect.poll(() => dialog().getByRole('button', { name: 'Open', exact: true }).count()).toBe(0)
    await asked.selectOption({ label: 'column 2' })
    await dialog().getByText('2 classes: 0, 1.').waitFor()
    await page.keyboard.press('Escape')
  })

  it('are read from a file', async () => {
    await show()
    const give = (text: string) =>
      dialog()
        .getByLabel('File', { exact: true })
        .setInputFiles({ name: 'rows.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
    await give(table)
    await dialog().getByText('39 rows train and 21 are held out').waitFor()
    await give('1,2,a\n'.repeat(2600))
    await dialog().getByRole('alert').filter({ hasText: 'More than 2513 rows' }).waitFor()
    await give('\0\u0001')
    await dialog().getByRole('alert').filter({ hasText: 'this is a file of another kind' }).waitFor()
    await page.keyboard.press('Escape')
  })
})

describe('trained presets', () => {
  const open = usePages()

  it('iris: a pair of its four columns, with regions where the others are at their means', async () => {
    const page = await open()
    await button(page, 'Presets').click()
    await page.getByRole('menuitem', { name: 'Iris, 3 prototypes' }).click()
    await panel(page).waitFor()
    await settle(page)
    expect(await said(page, 'Decisions of the plane')).toMatch(/^0 of \d+ decisions/)
    await page.getByRole('combobox', { name: 'Across' }).selectOption({ label: 'petal width' })
    await expect.poll(() => page.getByRole('combobox', { name: 'Up' }).inputValue()).not.toBe('3')
    await page.getByRole('checkbox', { name: 'Regions where the other columns are at their means' }).uncheck()
    await painted(page)
    expect(await said(page, 'Decisions of the plane')).toBe('')
    expect(await said(page, 'Accuracy, held out')).toBe('0.941')
    await page.close()
  })

  it.each([
    ['phone, light', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }],
    ['laptop, dark', { colorScheme: 'dark' as const }],
    ['projector', { viewport: { width: 1920, height: 1080 }, at: '?profile=projector' }],
  ])('%s: axe finds nothing in the panel and the dialog, and nothing scrolls sideways', async (_, screen) => {
    const page = await open(screen)
    await button(page, 'Presets').click()
    await page.getByRole('menuitem', { name: 'Two spirals, 16 prototypes' }).click()
    const tab = (name: string) => page.getByRole('tab', { name, exact: true })
    const isPhone = await tab('Product').isVisible()
    if (isPhone) await tab('Product').click()
    await panel(page).waitFor()
    await settle(page)
    await choose(page, 'Decisions shown', 'before')
    expect(await violations(page)).toEqual([])
    expect(await sideways(page)).toEqual({ wider: 0, moved: 0 })
    if (isPhone) await tab('Loss').click()
    await showForm(page)
    expect(await violations(page)).toEqual([])
    await button(page, 'Own data…').click()
    const pasted = page.getByRole('textbox', { name: 'Pasted rows' })
    await pasted.fill('x,y,side\n1,2,left\n2,3,right\n3,1,left\n4,2,right')
    await button(page, 'Open').waitFor()
    expect(await violations(page, 'dialog')).toEqual([])
    expect(await sideways(page)).toEqual({ wider: 0, moved: 0 })
    await page.close()
  })
})
