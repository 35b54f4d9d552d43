import { describe, expect, it } from 'vitest'
import { colourOf, ink } from '../../../src/stage/figure/pen'
import type { Palette } from '../../../src/stage/palette'
import { contrast, linear, nearest, okabeIto, themes, token, visions } from '../colourVision'

const columns = (theme: string) => Array.from({ length: 8 }, (_, i) => token(theme, `column-${i}`))

describe('colours of inner indices', () => {
  it('are the same in both places of the dark theme', () => {
    expect(columns(themes[1]!)).toEqual(columns(themes[2]!))
    expect(columns(themes[0]!)).not.toEqual(columns(themes[1]!))
  })

  it.each([
    ['light', themes[0]!],
    ['dark', themes[1]!],
  ])('%s: 3:1 on paper and panel', (_, theme) => {
    for (const colour of columns(theme)) {
      expect(contrast(colour, token(theme, 'paper'))).toBeGreaterThanOrEqual(3)
      expect(contrast(colour, token(theme, 'panel'))).toBeGreaterThanOrEqual(3)
    }
  })

  it.each(Object.entries(visions))('%s: all eight as far apart as Okabe and Ito’s', (_, vision) => {
    for (const theme of themes) {
      expect(nearest(columns(theme), vision)).toBeGreaterThan(okabeIto)
      expect(nearest(columns(theme).slice(0, 3), vision)).toBeGreaterThan(0.095)
    }
  })

  it('the measure finds that Okabe and Ito’s colours are that far apart', () => {
    const theirs = ['#e69f00', '#56b4e9', '#009e73', '#f0e442', '#0072b2', '#d55e00', '#cc79a7', '#000000']
    const least = Math.min(...Object.values(visions).map((vision) => nearest(theirs, vision)))
    expect(least).toBeCloseTo(okabeIto, 3)
  })

  it('go round after the last one', () => {
    const palette = { columns: columns(themes[0]!).map(linear) } as unknown as Palette
    expect(colourOf(palette, ink('column', 1, 1))).toBe(palette.columns[1])
    expect(colourOf(palette, ink('column', 1, 10))).toBe(palette.columns[2])
  })
})
