import { store, type AppState } from '../store/store'

/** What the stage shows, of the store. */
const drawn = [
  'document',
  'view',
  'window',
  'pointed',
  'pointedTerm',
  'pointedHandle',
  'column',
  'dragMode',
  'turnAbout',
  'pointPairs',
  'twin',
  'ball',
] as const satisfies (keyof AppState)[]

/** Calls back when the stage shows something else. */
export function watchDrawn(redraw: () => void): () => void {
  return store.subscribe((state, before) => {
    if (drawn.some((field) => state[field] !== before[field])) redraw()
  })
}
