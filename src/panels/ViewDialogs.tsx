import { store, useApp } from '../store/store'
import { part } from '../ui/part'

const WeakPreview = part(async () => (await import('./WeakPreview')).WeakPreview)
const AboutDialog = part(async () => (await import('./AboutDialog')).AboutDialog)
const KeysDialog = part(async () => (await import('./KeysDialog')).KeysDialog)

interface Props {
  isAbout: boolean
  onAboutClosed: () => void
}

/** What the view menu opens over the page. */
export function ViewDialogs({ isAbout, onAboutClosed }: Props) {
  const isListed = useApp((state) => state.keys)
  const isWeak = useApp((state) => state.weak)
  return (
    <>
      {isWeak && <WeakPreview />}
      {isAbout && <AboutDialog onClose={onAboutClosed} />}
      {isListed && <KeysDialog onClose={() => store.getState().set({ keys: false })} />}
    </>
  )
}
