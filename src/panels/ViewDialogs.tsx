import { lazy, Suspense } from 'react'
import { store, useApp } from '../store/store'

const WeakPreview = lazy(async () => ({ default: (await import('./WeakPreview')).WeakPreview }))
const AboutDialog = lazy(async () => ({ default: (await import('./AboutDialog')).AboutDialog }))
const KeysDialog = lazy(async () => ({ default: (await import('./KeysDialog')).KeysDialog }))

interface Props {
  isAbout: boolean
  onAboutClosed: () => void
}

/** What the view menu opens over the page. */
export function ViewDialogs({ isAbout, onAboutClosed }: Props) {
  const isListed = useApp((state) => state.keys)
  const isWeak = useApp((state) => state.weak)
  return (
    <Suspense>
      {isWeak && <WeakPreview />}
      {isAbout && <AboutDialog onClose={onAboutClosed} />}
      {isListed && <KeysDialog onClose={() => store.getState().set({ keys: false })} />}
    </Suspense>
  )
}
