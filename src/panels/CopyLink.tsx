import { lazy, Suspense, useEffect, useState } from 'react'
import { store } from '../store/store'
import { linkOf } from '../store/urlSync'
import { Icon } from '../ui/Icon'
import { Boundary } from './Boundary'

const LinkDialog = lazy(async () => ({ default: (await import('./LinkDialog')).LinkDialog }))

const said = 'Link copied'

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

  const copy = async () => {
    const address = linkOf(store.getState())
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
