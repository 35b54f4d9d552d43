import type { SyntheticEvent } from 'react'
import { wholeAddress } from './shareLink'

/** What somebody is about to follow leads to the state as it is then: it is not written at every change. */
function lead({ currentTarget }: SyntheticEvent<HTMLAnchorElement>): void {
  currentTarget.href = wholeAddress()
}

/** From a frame to the whole page, with the same state, in a tab of its own. */
export function OpenWhole() {
  return (
    <a
      className="open-whole"
      target="_blank"
      rel="noopener"
      href={wholeAddress()}
      onPointerEnter={lead}
      onFocus={lead}
      onClick={lead}
    >
      Open in Moduli
    </a>
  )
}
