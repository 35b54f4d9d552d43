/** The link that this tab has written into its address last, and when: a reload knows by it that the link is its own. */
export interface OwnAddress {
  readonly text: string
  /** In milliseconds since 1970. */
  readonly at: number
}

const key = 'moduli.address'

export function ownAddress(): OwnAddress | undefined {
  try {
    const [at, text] = (sessionStorage.getItem(key) ?? '').split(' ')
    return text === undefined ? undefined : { text, at: Number(at) }
  } catch {
    return undefined
  }
}

export function setOwnAddress({ text, at }: OwnAddress): void {
  try {
    sessionStorage.setItem(key, `${at} ${text}`)
  } catch {
    // Then what the database has of the address must do.
  }
}
