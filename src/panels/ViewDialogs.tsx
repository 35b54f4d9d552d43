import { store, useApp } from '../store/store'
import { fetched } from '../ui/fetched'

const WeakPreview = fetched(async () => (await import('./WeakPreview')).WeakPreview)
const AboutDialog = fetched(async () => (await import('./AboutDialog')).AboutDialog)
const KeysDialog = fetched(async () => (await import('./KeysDialog')).KeysDialog)

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
