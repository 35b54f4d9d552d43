import { rgb, type Rgb } from '../gpu/rgb'

/** As many as app.css has; an inner index beyond them has the colour of an earlier one, and its own number. */
const count = 8

const fallback = '#808080'

/** The colours of inner indices: the CSS variables --column-0 … --column-7, as they are now. */
export function readColumnColours(): readonly Rgb[] {
  const style = getComputedStyle(document.documentElement)
  return Array.from({ length: count }, (_, i) => {
    const value = style.getPropertyValue(`--column-${i}`).trim()
    return rgb(/^#[0-9a-f]{6}$/i.test(value) ? value : fallback)
  })
}

/** The colour of an inner index, counted from 0. */
export function columnColour({ columns }: { readonly columns: readonly Rgb[] }, inner: number): Rgb {
  return columns[inner % columns.length]!
}
