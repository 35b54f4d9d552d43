import { classColourCount } from './classMarks'

/** The design tokens that canvases need, as CSS has them now. */
export interface Palette {
  readonly ink: string
  readonly paper: string
  readonly panel: string
  readonly muted: string
  readonly line: string
  readonly ok: string
  readonly bad: string
  readonly a: string
  readonly b: string
  readonly g: string
  readonly level: string
  /** Apart from each other in every colour vision. */
  readonly columns: readonly string[]
  /** From the lowest loss to the highest, as sRGB components 0 … 255. */
  readonly ramp: readonly (readonly [red: number, green: number, blue: number])[]
  /** Of the classes of labelled points. */
  readonly classes: readonly string[]
  /** Width of a line, in CSS pixels. */
  readonly stroke: number
  readonly isDark: boolean
}

const columnNames = Array.from({ length: 8 }, (_, n) => `--column-${n}`)
const rampNames = Array.from({ length: 8 }, (_, n) => `--ramp-${n}`)
let palette: Palette | undefined
const listeners = new Set<() => void>()
let isWatching = false

export function readPalette(): Palette {
  palette ??= read()
  return palette
}

/** Calls `listen` when the theme or the profile has changed. */
export function watchPalette(listen: () => void): () => void {
  if (!isWatching) watchPage()
  listeners.add(listen)
  return () => listeners.delete(listen)
}

function watchPage(): void {
  isWatching = true
  const changed = () => {
    palette = undefined
    for (const listen of listeners) listen()
  }
  for (const query of ['(prefers-color-scheme: dark)', '(prefers-contrast: more)'])
    matchMedia(query).addEventListener('change', changed)
  const attributeFilter = ['data-theme', 'data-profile', 'data-size', 'style']
  new MutationObserver(changed).observe(document.documentElement, { attributeFilter })
}

function read(): Palette {
  const style = getComputedStyle(document.documentElement)
  return paletteFrom((name) => style.getPropertyValue(name).trim(), style.colorScheme === 'dark')
}

/** @param token the value of a CSS variable */
export function paletteFrom(token: (name: string) => string, isDark: boolean): Palette {
  return {
    ink: token('--ink'),
    paper: token('--paper'),
    panel: token('--panel'),
    muted: token('--muted'),
    line: token('--line'),
    ok: token('--ok'),
    bad: token('--bad'),
    a: token('--a'),
    b: token('--b'),
    g: token('--g'),
    level: token('--level'),
    columns: columnNames.map(token),
    ramp: rampNames.map((name) => components(token(name))),
    classes: Array.from({ length: classColourCount }, (_, n) => token(`--class-${n}`)),
    stroke: parseFloat(token('--stroke')) || 1,
    isDark,
  }
}

/** Of a colour written with six digits, 0 … 255. */
export function components(hex: string): readonly [number, number, number] {
  const value = parseInt(hex.slice(1), 16)
  return [value >> 16, (value >> 8) & 255, value & 255]
}
