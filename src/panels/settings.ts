export type Theme = 'system' | 'light' | 'dark'
export type Profile = 'desk' | 'projector'

/** How the page looks on this screen: kept here, in no link and no document. */
export interface Settings {
  readonly theme: Theme
  readonly profile: Profile
}

const key = 'moduli.settings'
const listeners = new Set<() => void>()
let settings: Settings = { theme: 'system', profile: 'desk' }

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

/** The settings of last time; an address with ?profile=projector asks for that one. */
export function openSettings(search: string): void {
  const asked = new URLSearchParams(search)
  const { theme, profile } = { ...stored(), ...Object.fromEntries(asked) } as Record<string, unknown>
  apply({
    theme: theme === 'light' || theme === 'dark' ? theme : 'system',
    profile: profile === 'projector' ? 'projector' : 'desk',
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
