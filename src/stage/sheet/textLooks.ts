import type { Ink } from '../figure/pen'

/** What a class of texts of the stage (stage.css) is on paper. */
export interface TextLook {
  readonly token: Ink['token']
  readonly isBold: boolean
  /** Of the size of the others. */
  readonly size: number
  /** Paper round its letters, or a frame round the whole. */
  readonly ground: 'halo' | 'frame' | 'none'
}

export function lookOf(className: string): TextLook {
  const is = (name: string) => className.split(' ').includes(name)
  if (is('stage-infinity')) return { token: 'muted', isBold: false, size: 1.5, ground: 'none' }
  if (is('stage-tick')) return { token: 'muted', isBold: false, size: 1, ground: 'none' }
  const ground = is('stage-label-handle') || is('stage-label-term') ? 'frame' : 'halo'
  const own = (['a', 'b', 'g'] as const).find((name) => is(`stage-label-${name}`))
  if (!own || is('stage-label-handle')) return { token: 'ink', isBold: false, size: 1, ground }
  return { token: own, isBold: true, size: 1, ground }
}
