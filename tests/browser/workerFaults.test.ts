import { describe, expect, it } from 'vitest'
import { savedBy } from './downloads'
import { documentOf, setDocument, settle, usePages } from './page'
import { unfoldAll } from './panels'

/** The first worker for exact counts throws at what it is asked; those after it are as they are. */
function breakFirstWorker(): void {
  const Real = window.Worker
  let isBroken = false
  window.Worker = class extends Real {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options)
      if (isBroken || !String(url).includes('exact')) return
      isBroken = true
      this.postMessage = () => {
        setTimeout(() =>
          this.dispatchEvent(new ErrorEvent('error', { message: 'no room', cancelable: true })),
        )
      }
    }
  }
}

/** What asks whether motion is wanted fails while `window.broken` is set: one panel does. */
function breakOnePanel(): void {
  const kept = window as unknown as { broken?: boolean; change?: () => void }
  const real = window.matchMedia.bind(window)
  window.matchMedia = (query) => {
    const list = real(query)
    if (!query.includes('reduced-motion')) return list
    const listen = list.addEventListener.bind(list)
    Object.defineProperty(list, 'matches', {
      get: () => {
        if (kept.broken) throw new Error('no motion')
        return false
      },
    })
    list.addEventListener = (...of: Parameters<typeof listen>) => {
      kept.change ??= of[1] as unknown as () => void
      listen(...of)
    }
    return list
  }
  // React says on the console what a panel says on the page.
  Object.assign(console, { error: () => {} })
}

describe('a worker that throws', () => {
  const open = usePages()

  it('is started again, which is said once, and the count is made', async () => {
    const page = await open({ picture: false, before: breakFirstWorker })
    const points = (rows: number, columns: number) =>
      Array.from({ length: rows }, (_, k) =>
        Array.from({ length: columns }, (__, i) => [k - i / 4, 1 + (k + i) / 8]),
      )
    await setDocument(page, { a: points(16, 16), b: points(16, 16), element: [2, 1, 1, 1] })
    await page.getByText('4096 of 4096 terms exactly equal').waitFor()
    await expect
      .poll(() => page.getByLabel('Notice').textContent())
      .toMatch(/^The exact count of equal terms was started again, because it failed \(no room\)\.$/)
  })
})

describe('a panel that fails', () => {
  const open = usePages()

  it('leaves the others alive, the document can be saved, and "Try again" heals it', async () => {
    const page = await open({ picture: false, before: breakOnePanel })
    await unfoldAll(page)
    await page.evaluate(() => {
      const kept = window as unknown as { broken?: boolean; change?: () => void }
      kept.broken = true
      kept.change!()
    })
    const alert = page.getByRole('alert').filter({ hasText: 'no motion' }).first()
    await alert.waitFor()
    await expect
      .poll(() => alert.textContent())
      .toMatch(/^This part has failed \(no motion\); the others go on\./)
    await page.getByRole('slider', { name: 'Dilation t' }).press('ArrowRight')
    await settle(page)
    const before = await documentOf(page)
    expect(before.coordinates).toMatchObject({ t: 0 })
    const { content } = await savedBy(alert.getByRole('button', { name: 'Save the document' }))
    const { view, ...document } = JSON.parse(content.toString()) as Record<string, unknown>
    expect(document).toEqual(before)
    expect(view).toMatchObject({ fit: true })
    await page.evaluate(() => {
      ;(window as unknown as { broken?: boolean }).broken = false
    })
    for (const again of await page.getByRole('button', { name: 'Try again' }).all()) await again.click()
    await alert.waitFor({ state: 'detached' })
  })
})

describe('what nobody has caught', () => {
  const open = usePages()

  it('is said once, with a way to save the document', async () => {
    const page = await open({
      picture: false,
      before: () => {
        for (const kind of ['error', 'unhandledrejection'])
          window.addEventListener(kind, (event) => event.preventDefault())
      },
    })
    await page.evaluate(() => {
      for (let n = 0; n < 50; n++) void Promise.reject(new Error(`number ${n}`))
    })
    await page.getByLabel('Notice').filter({ hasText: 'Something has failed (number 0)' }).waitFor()
    const { name } = await savedBy(page.getByRole('button', { name: 'Save the document' }))
    expect(name).toMatch(/\.json$/)
  })
})
