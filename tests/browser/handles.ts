import type { Page } from 'playwright-core'
import { normalised, type Matrix } from './oracle'
import { setDocument, settle, state } from './page'

export type Place = [left: number, top: number]

/** A window in which the half-plane has room for everything. */
export const view = '#v=1&view=1.5,3.5'

/** The button over a handle whose name begins so. */
export const handle = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(`^${name}`) })

export async function placeOf(page: Page, name: string): Promise<Place> {
  const box = (await handle(page, name).boundingBox())!
  return [box.x + box.width / 2, box.y + box.height / 2]
}

/** What the page says of g. */
export async function held(page: Page) {
  const { document, element } = await state(page)
  const found = element as Exclude<typeof element, { translation: number }>
  return { ...found, matrix: normalised(document.element as Matrix) }
}

/** Gives the document this g. */
export const hold = async (page: Page, element: Matrix) => {
  await setDocument(page, { element: [...element] })
  await settle(page)
}
