import { ramp, rgb, type Rgb } from '../gpu/rgb'

/** The colours of the stage: the CSS variables of app.css, so that page and canvas cannot differ. */
export interface Palette {
  readonly paper: Rgb
  readonly ink: Rgb
  readonly muted: Rgb
  readonly grid: Rgb
  readonly a: Rgb
  readonly b: Rgb
  readonly g: Rgb
  readonly ok: Rgb
  readonly bad: Rgb
  readonly ghostA: Rgb
  readonly ghostB: Rgb
  readonly ghost: Rgb
  /** Of inner indices that have elements of their own. */
  readonly columns: readonly Rgb[]
  readonly classes: readonly Rgb[]
  /** (8, 3): lowest loss first. */
  readonly ramp: Float32Array
  /** Widths and marks are this much larger than on a desk: 1 there, more on a projector. */
  readonly weight: number
}

const fallback = '#808080'

const ofPage = () => {
  const style = getComputedStyle(document.documentElement)
  return (name: string) => style.getPropertyValue(name).trim()
}

/** @param token the value of a CSS variable */
export function readPalette(token: (name: string) => string = ofPage()): Palette {
  const hex = (name: string) => {
    const value = token(name)
    if (/^#[0-9a-f]{3}$/i.test(value)) return value.replace(/[0-9a-f]/gi, '$&$&')
    return /^#[0-9a-f]{6}$/i.test(value) ? value : fallback
  }
  const all = (count: number, name: string) =>
    Array.from({ length: count }, (_, n) => rgb(hex(`--${name}-${n}`)))
  return {
    paper: rgb(hex('--paper')),
    ink: rgb(hex('--ink')),
    muted: rgb(hex('--muted')),
    grid: rgb(hex('--line')),
    a: rgb(hex('--a')),
    b: rgb(hex('--b')),
    g: rgb(hex('--g')),
    ok: rgb(hex('--ok')),
    bad: rgb(hex('--bad')),
    ghostA: rgb(hex('--a-ghost')),
    ghostB: rgb(hex('--b-ghost')),
    ghost: rgb(hex('--ghost')),
    columns: all(8, 'column'),
    classes: all(12, 'class'),
    ramp: ramp(Array.from({ length: 8 }, (_, n) => hex(`--ramp-${n}`))),
    weight: Number(token('--stage-weight')) || 1,
  }
}

/** Calls back whenever the theme or the profile may have changed. */
export function watchPalette(changed: () => void): () => void {
  const media = [
    window.matchMedia('(prefers-color-scheme: dark)'),
    window.matchMedia('(prefers-contrast: more)'),
  ]
  for (const query of media) query.addEventListener('change', changed)
  const observer = new MutationObserver(changed)
  observer.observe(document.documentElement, { attributes: true })
  return () => {
    for (const query of media) query.removeEventListener('change', changed)
    observer.disconnect()
  }
}
