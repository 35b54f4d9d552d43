/** Which work is this tab's: its session storage holds the id, so that a reload goes on with it. */
const key = 'moduli.work'

/** The work that this tab has kept, if it has; nothing where the page may have no storage. */
export function ownWork(): string | undefined {
  try {
    return sessionStorage.getItem(key) ?? undefined
  } catch {
    return undefined
  }
}

export function setOwnWork(id: string | undefined): void {
  try {
    if (id === undefined) sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, id)
  } catch {
    // Then a reload begins anew from the address, and the work is found among the saved ones.
  }
}
