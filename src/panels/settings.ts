import type { Graphics } from '../store/graphics'

export type Theme = 'system' | 'light' | 'dark'
export type Profile = 'desk' | 'projector' | 'phone'

/** Of everything on the page, in percent. */
export const sizes = [100, 125, 150, 200] as const
export type Size = (typeof sizes)[number]

/** How the page looks on this screen: kept here, in no link and no document. */
export interface Settings {
  readonly theme: Theme
  readonly profile: Profile
  readonly size: Size
  /** By what the stage is drawn. */
  readonly stage: Graphics['by']
}

const key = 'moduli.settings'
const listeners = new Set<() => void>()
let settings: Settings = { theme: 'system', profile: 'desk', size: 100, stage: 'webgl' }

export const readSettings = (): Settings => settings

export function watchSettings(listen: () => void): () => void {
  listeners.add(listen)
  return () => listeners.delete(listen)
}

export function changeSettings(change: Partial<Settings>): void {
  apply({ ...settings, ...change })
  try {
    localStorage.setItem(key, JSON.stringify(settings))
  } catch {
    // An embedded page may have no storage; the setting then lasts as long as the page.
  }
}

/** Everything a step larger or smaller. */
export function resize(step: 1 | -1): void {
  const size = sizes[sizes.indexOf(settings.size) + step]
  if (size !== undefined) changeSettings({ size })
}

/** The settings of last time; an address with ?profile=projector, ?size=150 or ?stage=svg asks for that one. */
export function openSettings(search: string): void {
  const asked = new URLSearchParams(search)
  const { theme, profile, size, stage } = { ...stored(), ...Object.fromEntries(asked) } as Record<
    string,
    unknown
  >
  apply({
    theme: theme === 'light' || theme === 'dark' ? theme : 'system',
    profile: profile === 'projector' || profile === 'phone' ? profile : 'desk',
    size: sizes.find((one) => one === Number(size)) ?? 100,
    stage: stage === 'svg' ? 'svg' : 'webgl',
  })
}

function stored(): object {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? '{}')
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    return {}
  }
}

function apply(next: Settings): void {
  settings = next
  const { dataset } = document.documentElement
  // On a projector black is only the absence of light: the ground is white unless the dark is chosen.
  const theme = next.theme === 'system' && next.profile === 'projector' ? 'light' : next.theme
  if (theme === 'system') delete dataset['theme']
  else dataset['theme'] = theme
  if (next.profile === 'desk') delete dataset['profile']
  else dataset['profile'] = next.profile
  if (next.size === 100) delete dataset['size']
  else dataset['size'] = String(next.size)
  for (const listen of listeners) listen()
}
