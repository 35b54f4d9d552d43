import './savedWork.css'
import { useEffect, useState } from 'react'
import { beginAnew, keptWork, watchPutAside } from '../store/autosave'
import { heldWorks } from '../store/holders'
import { openShared } from '../store/keeping'
import { deleteSaved, forgetAll, listSaved, type Saved } from '../store/savedStates'
import { isEmbedded, reasonOf, savedWork, whyNotKept } from '../store/storage'
import { store, useApp } from '../store/store'
import { Dialog } from '../ui/Dialog'
import { SavedState } from './SavedState'

/** A state, and whether it is that of another tab. */
interface Listed extends Saved {
  readonly isElsewhere: boolean
}

/** Loaded where it is needed. */
async function forgetOwnLessons(): Promise<void> {
  const { forgetKeptLessons } = await import('../store/authoringShelf')
  await forgetKeptLessons()
}

async function listed(): Promise<Listed[]> {
  if (isEmbedded()) return []
  const [all, held] = await Promise.all([savedWork().then(listSaved), heldWorks()])
  // What this tab works on is on the page.
  return all.filter(({ id }) => id !== keptWork()).map((one) => ({ ...one, isElsewhere: held.has(one.id) }))
}

/** What was worked on before in this browser, to be looked at, opened and deleted. */
export function SavedWork({ onClose }: { onClose: () => void }) {
  const [all, setAll] = useState<readonly Listed[]>()
  const [trouble, setTrouble] = useState(whyNotKept())
  const refuse = (error: unknown) => setTrouble(reasonOf(error))

  useEffect(() => {
    const list = () => void listed().then(setAll, (error: unknown) => setTrouble(reasonOf(error)))
    list()
    return watchPutAside(list)
  }, [])

  const remove = async (one: Saved) => {
    await deleteSaved(await savedWork(), one)
    setAll(await listed())
  }
  const forget = async () => {
    await beginAnew()
    await forgetAll(await savedWork())
    await forgetOwnLessons()
    store.temporal.getState().clear()
    setAll([])
  }
  return (
    <Dialog title="Saved work" className="saved" onClose={onClose}>
      {trouble === undefined ? (
        <p className="hint">
          Kept in this browser, on this device alone: the last 20 states, and the last one of each day for a
          week. A browser may clear them; a link or an exported file is the real archive.
        </p>
      ) : (
        <p className="problem" role="alert">
          Nothing is kept on this device, because {trouble}. Links and files work as ever.
        </p>
      )}
      <Shared onClose={onClose} />
      {all?.length === 0 && <p>There is no other saved work.</p>}
      <ul aria-label="Saved states">
        {all?.map((one) => (
          <SavedState
            key={one.id}
            saved={one}
            isElsewhere={one.isElsewhere}
            onDelete={() => void remove(one).catch(refuse)}
            onOpened={onClose}
          />
        ))}
      </ul>
      {all && trouble === undefined && <Forget onForget={() => void forget().catch(refuse)} />}
    </Dialog>
  )
}

/** What a link opened in this tab, as it was. */
function Shared({ onClose }: { onClose: () => void }) {
  const shared = useApp((state) => state.shared)
  const isThere = useApp(({ document }) => document === shared?.document)
  if (!shared || isThere) return null
  return (
    <div className="offer">
      <p>
        The link of this tab opened <strong>{shared.document.title || 'Untitled'}</strong>.
      </p>
      <button
        type="button"
        onClick={() => {
          openShared()
          onClose()
        }}
      >
        Back to what was shared
      </button>
    </div>
  )
}

function Forget({ onForget }: { onForget: () => void }) {
  const [isAsked, setAsked] = useState(false)
  if (!isAsked)
    return (
      <button type="button" className="saved-forget" onClick={() => setAsked(true)}>
        Forget all saved work …
      </button>
    )
  return (
    <div className="offer" role="group" aria-label="Forget all saved work">
      <p>
        Every saved state on this device is deleted, with the steps that could be undone, and all lessons of
        your own. What is on the page stays.
      </p>
      <button
        type="button"
        onClick={() => {
          setAsked(false)
          onForget()
        }}
      >
        Forget all
      </button>
      <button type="button" autoFocus onClick={() => setAsked(false)}>
        Keep
      </button>
    </div>
  )
}
