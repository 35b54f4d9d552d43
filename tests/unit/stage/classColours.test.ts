import { describe, expect, it } from 'vitest'
import { contrast, nearest, okabeIto, themes, token, visions } from '../colourVision'

const classes = (theme: string) => Array.from({ length: 12 }, (_, n) => token(theme, `class-${n}`))

describe('colours of classes', () => {
  it('are the same in both places of the dark theme', () => {
    expect(classes(themes[1]!)).toEqual(classes(themes[2]!))
    expect(classes(themes[0]!)).not.toEqual(classes(themes[1]!))
  })

  it.each([
    ['light', themes[0]!],
    ['dark', themes[1]!],
  ])('%s: 3:1 on paper and panel', (_, theme) => {
    for (const colour of classes(theme)) {
      expect(contrast(colour, token(theme, 'paper'))).toBeGreaterThanOrEqual(3)
      expect(contrast(colour, token(theme, 'panel'))).toBeGreaterThanOrEqual(3)
    }
  })

  it.each(Object.entries(visions))(
    '%s: all twelve farther apart than Okabe and Ito’s eight, the first three twice as far',
    (_, vision) => {
      for (const theme of themes) {
        expect(nearest(classes(theme), vision)).toBeGreaterThan(okabeIto)
        expect(nearest(classes(theme).slice(0, 3), vision)).toBeGreaterThan(2 * okabeIto)
      }
    },
  )
})
