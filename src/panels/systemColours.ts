import { changeSettings, watchSettings } from './settings'

/** Components 0 … 255. */
type Colour = readonly [red: number, green: number, blue: number]

const query = matchMedia('(forced-colors: active)')

/**
 * Where the person's own colours are forced on pages, canvases do not follow by themselves: the design tokens then have
 * those colours as hexadecimal digits, which is what canvases read.
 */
export function followSystemColours(): void {
  const follow = () => {
    if (query.matches) writeTokens()
  }
  watchSettings(follow)
  query.addEventListener('change', () => {
    if (query.matches) return writeTokens()
    for (const token of Object.keys(tokens(black, black, black, black))) root.style.removeProperty(token)
    changeSettings({}) // which gives the page its own theme again
  })
  follow()
}

const root = document.documentElement
const black: Colour = [0, 0, 0]

function writeTokens(): void {
  const paper = systemColour('Canvas')
  const ink = systemColour('CanvasText')
  const accent = (name: string) => {
    const colour = systemColour(name)
    return contrast(colour, paper) >= 3 ? colour : ink
  }
  const all = tokens(paper, ink, accent('Highlight'), accent('LinkText'))
  for (const [token, colour] of Object.entries(all)) root.style.setProperty(token, hex(colour))
  // Colours that tell many things apart are those of the theme whose ground is like this one.
  root.dataset['theme'] = luminance(paper) < 0.18 ? 'dark' : 'light'
}

function tokens(paper: Colour, ink: Colour, highlight: Colour, link: Colour): Record<string, Colour> {
  const faint = between(paper, ink, 0.55)
  const step = (n: number) => [`--ramp-${n}`, between(paper, ink, 0.02 + 0.028 * n)] as const
  return {
    '--paper': paper,
    '--panel': paper,
    '--hover': paper,
    '--ink': ink,
    '--muted': ink,
    '--edge': ink,
    '--field': ink,
    '--ok': ink,
    '--bad': ink,
    '--line': between(paper, ink, 0.4),
    '--grid': between(paper, ink, 0.3),
    '--level': faint,
    '--a': link,
    '--b': ink,
    '--g': highlight,
    '--a-ghost': faint,
    '--b-ghost': faint,
    '--ghost': faint,
    ...Object.fromEntries(Array.from({ length: 8 }, (_, n) => step(n))),
  }
}

function systemColour(name: string): Colour {
  const probe = document.createElement('i')
  probe.style.cssText = `position: absolute; forced-color-adjust: none; color: ${name}`
  document.body.append(probe)
  const [red = 0, green = 0, blue = 0] = (getComputedStyle(probe).color.match(/[\d.]+/g) ?? []).map(Number)
  probe.remove()
  return [red, green, blue]
}

const between = (from: Colour, to: Colour, part: number): Colour => [
  from[0] + part * (to[0] - from[0]),
  from[1] + part * (to[1] - from[1]),
  from[2] + part * (to[2] - from[2]),
]

const hex = (colour: Colour) =>
  `#${colour.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`

/** Relative luminance of sRGB, as WCAG 2 has it. */
function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = colour.map((part) => {
    const x = part / 255
    return x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: Colour, other: Colour): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((p, q) => p - q)
  return (light + 0.05) / (dark + 0.05)
}
