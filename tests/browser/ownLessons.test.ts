import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { lessonFile } from '../../src/document/lessonJson'
import type { Lesson } from '../../src/document/lesson'
import { sideways, violations } from './axe'
import { savedBy } from './downloads'
import { notice, retitle, title, undone } from './kept'
import { documentOf, ready, setDocument, usePages } from './page'
import { choose } from './panels'

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const editor = (page: Page) => page.getByRole('region', { name: 'Lesson editor' })
const field = (page: Page, name: string | RegExp) =>
  editor(page).getByRole('textbox', { name, exact: typeof name === 'string' })
const part = (page: Page, name: string) => choose(page, 'Part of the step', name)
const steps = (page: Page) =>
  editor(page).getByRole('list', { name: 'Steps of the lesson' }).getByRole('button')
const said = (page: Page) => page.getByRole('status', { name: 'Lesson', exact: true })
const isKept = (page: Page) =>
  expect.poll(() => page.getByRole('status', { name: 'Keeping' }).textContent()).toBe('Kept on this device')

async function openList(page: Page) {
  await button(page, 'Lessons').click()
  const list = page.getByRole('dialog', { name: 'Lessons' })
  await list.waitFor()
  return list
}

async function startLesson(page: Page): Promise<void> {
  await (await openList(page)).getByRole('button', { name: 'New lesson' }).click()
  await editor(page).waitFor()
}

async function openFile(page: Page, name: string, text: string) {
  const list = await openList(page)
  await list
    .getByLabel('Lesson file')
    .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) })
  return list
}

async function saved(page: Page): Promise<{ name: string; text: string }> {
  const { name, content } = await savedBy(button(page, 'Save as a file'))
  return { name, text: content.toString() }
}

/** By hand, so that a change of what is written shows. */
const small: Lesson = {
  id: 'small',
  title: 'A small one',
  summary: '',
  steps: [
    { title: 'First', link: 'v=1&space=line&a=0,2;1,5&b=3,1;4,2&title=one&slice=0', caption: 'Says $x$.' },
    { title: 'Second', link: 'v=1&space=line&a=0,2;1,5&b=3,1;4,2&title=two&slice=0', caption: 'Says $y$.' },
  ],
  exercises: [],
}
const file = lessonFile(small)

describe('a lesson of one’s own', { timeout: 90_000 }, () => {
  const open = usePages()
  let page: Page
  beforeAll(async () => {
    page = await open({ permissions: ['clipboard-read', 'clipboard-write'] })
    await setDocument(page, { title: 'mine' })
    await retitle(page, 'mine, later')
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await startLesson(page)
  })

  it('has the states that are recorded, in the order that they are given, with what is written', async () => {
    await retitle(page, 'moved')
    await button(page, 'Record this state as a new step').click()
    expect(await steps(page).allTextContents()).toEqual(['1 mine', '2 moved'])
    await field(page, /^Caption/).fill('The distance $d(z, w)$ is **kept**.')
    const preview = editor(page).getByRole('group', { name: 'Preview' })
    expect(await preview.locator('annotation').textContent()).toBe('d(z, w)')
    expect(await preview.locator('strong').textContent()).toBe('kept')
    await part(page, 'Prediction')
    await button(page, 'Ask the room to predict').click()
    await field(page, 'Question').fill('What becomes of $d$?')
    await field(page, 'Choice 1').fill('It grows')
    await field(page, 'Choice 2').fill('It stays')
    await button(page, 'Add a choice').click()
    await field(page, 'Choice 3').fill('It falls')
    await editor(page).getByRole('radio', { name: 'Choice 2 is right' }).check()
    await field(page, 'Why it is right').fill('Isometries keep it.')
    await part(page, 'Look at')
    await editor(page).getByRole('checkbox', { name: 'Product A ⊙ B' }).check()
    await page.locator('section.highlighted', { hasText: 'Product A ⊙ B' }).waitFor()
    await button(page, 'Move up').click()
    expect(await steps(page).allTextContents()).toEqual(['1 moved', '2 mine'])
    await field(page, 'Lesson').fill('What moves')
    await isKept(page)
  })

  it('is there again after a reload, with its editor and the model that was shown', async () => {
    expect(await page.evaluate(() => location.search)).toMatch(/^\?lesson=own-\w+&step=1&edit=$/)
    await page.reload()
    await ready(page)
    await editor(page).waitFor()
    expect(await steps(page).allTextContents()).toEqual(['1 moved', '2 mine'])
    expect(await field(page, 'Lesson').inputValue()).toBe('What moves')
    expect(await title(page).inputValue()).toBe('moved')
    await part(page, 'Prediction')
    expect(await field(page, 'Choice 3').inputValue()).toBe('It falls')
    expect(await editor(page).getByRole('radio', { name: 'Choice 2 is right' }).isChecked()).toBe(true)
  })

  it('gives back what was deleted by a slip', async () => {
    await button(page, 'Delete').click()
    expect(await steps(page).allTextContents()).toEqual(['1 mine'])
    await button(page, 'Undo the edit').click()
    expect(await steps(page).allTextContents()).toEqual(['1 moved', '2 mine'])
  })

  it('is tried as the room sees it, and edited again', async () => {
    await button(page, 'Try it').click()
    await expect.poll(() => said(page).textContent()).toBe('Step 1 of 2: moved. A question.')
    await page.keyboard.press('PageDown')
    await page.getByText('Isometries keep it.').waitFor()
    await button(page, 'Edit').click()
    await editor(page).waitFor()
    expect(await said(page).count()).toBe(0)
  })

  it('comes back from its file and from its link in another browser, and is kept there on demand', async () => {
    const { name, text } = await saved(page)
    expect(name).toBe('What-moves.json')
    await button(page, 'Copy link to the lesson').click()
    await expect
      .poll(() => notice(page).textContent())
      .toMatch(/^Link to the lesson copied, [\d,]+ characters/)
    const link = await page.evaluate(() => navigator.clipboard.readText())

    const other = await open({ at: `${link.slice(link.indexOf('#'))}&step=2` })
    await expect.poll(() => said(other).textContent()).toBe('Step 2 of 2: mine.')
    expect(await title(other).inputValue()).toBe('mine')
    await other.reload()
    await ready(other)
    await expect.poll(() => said(other).textContent()).toBe('Step 2 of 2: mine.')
    await button(other, 'Leave the lesson').click()
    expect(
      await (await openList(other)).getByRole('listitem').filter({ hasText: 'What moves' }).count(),
    ).toBe(0)
    await other.keyboard.press('Escape')
    await openFile(other, name, text)
    await expect.poll(() => said(other).textContent()).toBe('Step 1 of 2: moved. A question.')
    await button(other, 'Keep this lesson').click()
    await button(other, 'Edit').click()
    await editor(other).waitFor()
    expect((await saved(other)).text).toBe(text)
  })

  it('gives the own work back with what could be undone and redone, and stays in the list', async () => {
    await button(page, 'Close the editor').click()
    expect(await title(page).inputValue()).toBe('mine')
    await page.getByRole('button', { name: 'Redo', exact: true }).click()
    expect(await title(page).inputValue()).toBe('mine, later')
    expect(await undone(page)).toEqual(['mine', '3 × 3 in the half-plane'])
    const list = await openList(page)
    await list.getByRole('button', { name: 'Delete “What moves”' }).click()
    await list.getByText('“What moves” was deleted.').waitFor()
    expect(await list.getByRole('button', { name: 'What moves', exact: true }).count()).toBe(0)
    await list.getByRole('button', { name: 'Bring it back' }).click()
    await list.getByRole('button', { name: 'What moves', exact: true }).click()
    await expect.poll(() => said(page).textContent()).toBe('Step 1 of 2: moved. A question.')
    await button(page, 'Leave the lesson').click()
  })

  it('is forgotten with all saved work', async () => {
    await page.getByRole('button', { name: 'Presets' }).click()
    await page.getByRole('menuitem', { name: /Saved work/ }).click()
    await button(page, 'Forget all saved work …').click()
    await button(page, 'Forget all').click()
    await page.getByText('There is no other saved work.').waitFor()
    await page.keyboard.press('Escape')
    const list = await openList(page)
    await list.getByRole('button', { name: 'New lesson' }).waitFor()
    expect(await list.getByRole('button', { name: 'What moves', exact: true }).count()).toBe(0)
  })
})

describe('a lesson of somebody else', () => {
  const open = usePages()

  it('is opened from an address of the same origin, at a step, also after a reload', async () => {
    const page = await open({ at: '' })
    await page.route('**/course/small.json', (route) =>
      route.fulfill({ contentType: 'application/json', body: file }),
    )
    await page.goto(`${inject('url')}?lesson=course/small.json&step=2`)
    for (const again of [false, true]) {
      if (again) await page.reload()
      await ready(page)
      await expect.poll(() => said(page).textContent()).toBe('Step 2 of 2: Second.')
      expect((await documentOf(page)).title).toBe('two')
    }
  })

  it('that is broken, missing, too large or of another origin is a sentence, and nothing changes', async () => {
    const page = await open({ at: '' })
    await page.route('**/course/*.json', (route) => {
      const body = route.request().url().includes('large')
        ? ' '.repeat(5 * 2 ** 20)
        : file.replace('steps', 'stepz')
      return route.fulfill({ contentType: 'application/json', body })
    })
    for (const [at, sentence] of [
      ['?lesson=course/broken.json', 'is no lesson: '],
      ['?lesson=course/large.json', 'has more than 4 MB'],
      ['?lesson=https://elsewhere.example/small.json', 'is not of the site of this page'],
      ['?lesson=own-nothing', 'it was kept on another device, or has been deleted'],
      ['?lesson=here-nothing', 'the lesson came from a file or a link that is not open in this tab'],
      ['#lesson=abcdef', 'the link to a lesson was cut off or changed on its way'],
    ] as const) {
      await page.goto('about:blank')
      await page.goto(inject('url') + at)
      await ready(page)
      await expect.poll(() => notice(page).textContent(), { message: at }).toContain(sentence)
      expect(await page.getByRole('region', { name: /^Lesson/ }).count()).toBe(0)
      expect((await documentOf(page)).title).toBe('Attention on a tree of 7 nodes, h = 1')
    }
  })

  it('that is dropped on the page opens as a lesson; a file that is none is refused with the reason', async () => {
    const page = await open({ at: '' })
    await page.evaluate((text) => {
      const data = new DataTransfer()
      data.items.add(new File([text], 'small.json', { type: 'application/json' }))
      document.body.dispatchEvent(
        new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }),
      )
    }, file)
    const dialog = page.getByRole('dialog', { name: 'Import' })
    await dialog.getByText('The lesson “A small one” of 2 steps.').waitFor()
    await dialog.getByRole('button', { name: 'Open', exact: true }).click()
    await expect.poll(() => said(page).textContent()).toBe('Step 1 of 2: First.')
    const list = await openFile(page, 'bad.json', file.replace('"v=1', '"v=7'))
    await expect
      .poll(() => list.getByRole('alert').textContent())
      .toMatch(/^“bad\.json” was not opened: steps\[0\]\.link: /)
  })

  it('is followed by its link while the page is open, and copied to be edited', async () => {
    const page = await open({ at: '' })
    const { encodeLesson } = await import('../../src/document/lessonLink')
    const link = (await encodeLesson(small))!
    await page.evaluate((hash) => (location.hash = hash), link)
    await expect.poll(() => said(page).textContent()).toBe('Step 1 of 2: First.')
    await button(page, 'Keep this lesson').click()
    await button(page, 'Edit').click()
    await editor(page).waitFor()
    // A link of a state is one for the next step.
    await page.evaluate(() => (location.hash = '#v=1&preset=halfPlane3&title=pasted'))
    await expect.poll(() => title(page).inputValue()).toBe('pasted')
    await button(page, 'Record this state as a new step').click()
    expect(await steps(page).allTextContents()).toEqual(['1 First', '2 pasted', '3 Second'])
  })
})

describe('axe finds nothing in the editor of a lesson', { timeout: 90_000 }, () => {
  const open = usePages()

  it.each([
    ['light', { viewport: { width: 1366, height: 768 }, colorScheme: 'light' }, ''],
    ['dark', { viewport: { width: 1366, height: 768 }, colorScheme: 'dark' }, ''],
    ['phone', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }, ''],
    ['projector', { viewport: { width: 1920, height: 1080 } }, '?profile=projector'],
  ] as const)('%s', async (_, options, at) => {
    const page = await open({ at, ...options })
    await startLesson(page)
    for (const name of ['Caption', 'Look at', 'Prediction', 'Animation', 'Notes']) {
      await part(page, name)
      if (name === 'Prediction') await button(page, 'Ask the room to predict').click()
      if (name === 'Animation') await choose(page, 'What moves', 'The flow')
      expect(await violations(page, '.author'), name).toEqual([])
      expect(await sideways(page), name).toEqual({ wider: 0, moved: 0 })
    }
    await button(page, 'Add an exercise').click()
    expect(await violations(page, '.author'), 'an exercise').toEqual([])
    expect((await page.locator('.stage-plane').first().boundingBox())!.height).toBeGreaterThan(100)
    await openList(page)
    expect(await violations(page, 'dialog[open]'), 'the list').toEqual([])
  })
})
