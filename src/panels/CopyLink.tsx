import { useEffect, useState } from 'react'
import { store } from '../store/store'
import { Icon } from '../ui/Icon'
import { fetched } from '../ui/fetched'
import { Boundary } from './Boundary'
import type * as sharing from './shareLink'

const LinkDialog = fetched(async () => (await import('./LinkDialog')).LinkDialog)

let share: typeof sharing | undefined

/** Once this has come, a click writes to the clipboard at once: some browsers let nothing come in between. */
async function loadShare() {
  return (share ??= await import('./shareLink'))
}

export function CopyLink() {
  const [copied, setCopied] = useState<string>()
  const [link, setLink] = useState<string>()

  useEffect(() => {
    if (copied === undefined) return
    const timer = setTimeout(() => {
      setCopied(undefined)
      const { notice, noticeAction, set } = store.getState()
      if (notice === copied && !noticeAction) set({ notice: undefined })
    }, 3000)
    return () => clearTimeout(timer)
  }, [copied])

  // A click says what has failed.
  useEffect(() => void loadShare().catch(() => undefined), [])

  const copy = async () => {
    const by = share ?? (await loadShare().catch(sayUnloaded))
    if (!by) return
    const address = by.addressNow()
    if (address === undefined) return by.sayTooLong()
    try {
      await navigator.clipboard.writeText(address)
      by.sayCopied(address)
      setCopied(store.getState().notice)
    } catch {
      setLink(address)
    }
  }

  return (
    <>
      <button type="button" className="primary" aria-label="Copy link" onClick={() => void copy()}>
        <Icon name={copied === undefined ? 'link' : 'done'} />{' '}
        <span className="wide">{copied === undefined ? 'Copy link' : 'Copied'}</span>
      </button>
      {link !== undefined && (
        <Boundary>
          <LinkDialog link={link} onClose={() => setLink(undefined)} />
        </Boundary>
      )}
    </>
  )
}

function sayUnloaded(error: unknown): undefined {
  const reason = error instanceof Error ? error.message : String(error)
  store.getState().set({
    notice: `No link was copied: a part of the page could not be loaded. Try again, or export the document (${reason}).`,
  })
}
