import { useSyncExternalStore } from 'react'
import { readPalette, watchPalette, type Palette } from './palette'

/** The colours of the page as values, for pictures that leave it. */
export function usePalette(): Palette {
  return useSyncExternalStore(watchPalette, readPalette)
}
