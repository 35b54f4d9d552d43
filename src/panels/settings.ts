import type { Graphics } from '../store/graphics'

export type Theme = 'system' | 'light' | 'dark'
export type Profile = 'desk' | 'projector'

/** How the page looks on this screen: kept here, in no link and no document. */
export interface Settings {
  readonly theme: Theme
  readonly profile: Profile
  /** By what the stage is drawn. */
  readonly stage: Graphics['by']
}

const key = 'moduli.settings'
const listeners = new Set<() => void>()
let settings: Settings = { theme: 'system', profile: 'desk', stage: 'webgl' }

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

/** The settings of last time; an address with ?profile=projector or ?stage=svg asks for that one. */
export function openSettings(search: string): void {
  const asked = new URLSearchParams(search)
  const { theme, profile, stage } = { ...stored(), ...Object.fromEntries(asked) } as Record<string, unknown>
  apply({
    theme: theme === 'light' || theme === 'dark' ? theme : 'system',
    profile: profile === 'projector' ? 'projector' : 'desk',
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
  if (next.theme === 'system') delete dataset['theme']
  else dataset['theme'] = next.theme
  if (next.profile === 'desk') delete dataset['profile']
  else dataset['profile'] = next.profile
  for (const listen of listeners) listen()
}
