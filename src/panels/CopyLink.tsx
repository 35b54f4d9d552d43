import { lazy, Suspense, useEffect, useState } from 'react'
import { store, type AppState } from '../store/store'
import { Icon } from '../ui/Icon'
import { Boundary } from './Boundary'

const LinkDialog = lazy(async () => ({ default: (await import('./LinkDialog')).LinkDialog }))

const said = 'Link copied'

let linkOf: ((state: AppState) => string | undefined) | undefined

/** Once this has come, a click writes to the clipboard at once: some browsers let nothing come in between. */
async function loadLinkOf() {
  return (linkOf ??= (await import('../store/urlSync')).linkOf)
}

export function CopyLink() {
  const [isCopied, setCopied] = useState(false)
  const [link, setLink] = useState<string>()

  useEffect(() => {
    if (!isCopied) return
    const timer = setTimeout(() => {
      setCopied(false)
      const { notice, set } = store.getState()
      if (notice?.startsWith(said) === true) set({ notice: undefined })
    }, 3000)
    return () => clearTimeout(timer)
  }, [isCopied])

  // A click says what has failed.
  useEffect(() => void loadLinkOf().catch(() => undefined), [])

  const copy = async () => {
    const write = linkOf ?? (await loadLinkOf().catch(sayUnloaded))
    if (!write) return
    const address = write(store.getState())
    if (address === undefined) {
      store.getState().set({ notice: 'Too much for a link: export the document as a file instead.' })
      return
    }
    try {
      await navigator.clipboard.writeText(address)
      setCopied(true)
      store.getState().set({ notice: `${said}, ${address.length} characters.` })
    } catch {
      setLink(address)
    }
  }

  return (
    <>
      <button type="button" className="primary" aria-label="Copy link" onClick={() => void copy()}>
        <Icon name={isCopied ? 'done' : 'link'} />{' '}
        <span className="wide">{isCopied ? 'Copied' : 'Copy link'}</span>
      </button>
      {link !== undefined && (
        <Boundary>
          <Suspense>
            <LinkDialog link={link} onClose={() => setLink(undefined)} />
          </Suspense>
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
