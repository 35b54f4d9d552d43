import { encodeLink } from '../document/link'
import { keptWork, startAutosave, takeOver } from './autosave'
import type { Database } from './database'
import { heldWorks, hold } from './holders'
import { historyMs, prune } from './savedStates'
import { savedWork, sayNotKept, sayOnce } from './storage'
import { ownAddress } from './ownAddress'
import { store } from './store'
import { ownWork, setOwnWork } from './tab'
import type { OpenedAddress } from './urlSync'
import { readWork, type Kept, type Work } from './work'

/** Goes on with the work of this tab, or offers that of a tab that is gone, and keeps what is done from now on. */
export async function keepWork(opened: OpenedAddress): Promise<void> {
  const own = ownWork()
  const found = own === undefined ? undefined : await readOwn(own)
  // Another link: what it holds is a work of its own, and this one stays among the saved ones.
  const is = found && opened.kind === 'link' ? addressOf(found.work, opened.text) : 'older'
  const isMine = found && is !== 'other' && (await hold(found.keeper.id))
  const isFresh = isUntouched(opened)
  if (found && is !== 'other') show(found.work, isFresh && is === 'older', opened)
  // In a duplicated tab the same work goes on as another one.
  startAutosave(isMine ? found : undefined, !isFresh || is === 'newer')
  // Where there is no storage the first change says so.
  void lookAround(opened, own === undefined && opened.kind === 'nothing').catch(() => undefined)
}

/** Makes room, and offers what was left. */
async function lookAround(opened: OpenedAddress, offers: boolean): Promise<void> {
  const database = await savedWork()
  const held = await heldWorks()
  await prune(database, held, Date.now())
  if (offers) await offer(database, held, opened)
}

async function readOwn(own: string): Promise<Kept | undefined> {
  try {
    // The page that was reloaded may be writing it still.
    for (const wait of [0, 50, 200, 500]) {
      await new Promise((done) => setTimeout(done, wait))
      const found = await readWork(await savedWork(), own)
      if (found) return found
    }
    sayOnce(
      'The saved work of this tab is not on this device any more: it was deleted, or the browser has cleared it.',
    )
    setOwnWork(undefined)
  } catch (error) {
    sayNotKept(error)
  }
  return undefined
}

function isUntouched({ document }: OpenedAddress): boolean {
  return store.getState().document === document && store.temporal.getState().pastStates.length === 0
}

/** Whether a link is that of a work, and from before or after what was kept of it last. */
function addressOf({ at, address, present, view }: Work, text: string): 'older' | 'newer' | 'other' {
  if (text === encodeLink(present.document, view)) return 'older'
  const own = ownAddress()
  if (own?.text === text) return own.at > at ? 'newer' : 'older'
  // The link that the work began with, where the address has not been written since; not one that is followed again.
  return text === address && !isFollowed() ? 'older' : 'other'
}

/** Whether the page was opened by a link or a typed address, and not by a reload or by going back to it. */
function isFollowed(): boolean {
  const [entry] = performance.getEntriesByType('navigation')
  return entry instanceof PerformanceNavigationTiming && entry.type === 'navigate'
}

/** Shows a work with its history. What was done meanwhile stays, as further steps. */
function show(work: Work, isFresh: boolean, opened?: OpenedAddress): void {
  const history = store.temporal
  const { past, present, future, shared } = work
  const { pastStates, futureStates, pause, resume } = history.getState()
  if (isFresh) {
    pause()
    store.setState({ ...present, ...(!work.isWorkedOn && { opened: present.document }) })
    store.getState().setView(work.view)
    resume()
    history.setState({ pastStates: [...past], futureStates: [...future] })
  } else {
    const isThere = opened?.text === encodeLink(present.document, work.view)
    const before = isThere ? past : [...past, present]
    history.setState({ pastStates: [...before, ...pastStates], futureStates })
  }
  store.getState().set({ shared })
}

/** Once for each work whose tab is gone, be it closed or killed. */
async function offer(database: Database, held: ReadonlySet<string>, opened: OpenedAddress): Promise<void> {
  const last = (await database.getAll('works'))
    .filter(({ id, at }) => !held.has(id) && Date.now() - at < historyMs)
    .sort((p, q) => q.at - p.at)
    .at(0)
  if (!last?.isWorkedOn || last.isOffered || store.getState().notice !== undefined) return
  store.getState().set({
    notice: `Continue where you left off? “${last.title}”, ${timeOf(last.at)}.`,
    noticeAction: { label: 'Continue', run: () => void continueWork(last.id, opened).catch(sayNotKept) },
  })
  const { store: kept } = database.transaction('works', 'readwrite')
  const now = await kept.get(last.id)
  if (now?.stamp === last.stamp) await kept.put({ ...now, isOffered: true })
}

async function continueWork(id: string, opened: OpenedAddress): Promise<void> {
  const found = await readWork(await savedWork(), id)
  const { set, open, setView } = store.getState()
  if (!found) return set({ notice: 'This work is no longer on this device.' })
  if (store.getState().own) (await import('./lecture')).leaveLesson()
  const { work } = found
  const { document, origin } = work.present
  if (isUntouched(opened) && keptWork() === undefined && (await hold(id))) {
    takeOver(found)
    show(work, true)
  } else {
    open(document, origin)
    setView(work.view)
    set({ shared: work.shared })
  }
  if (work.shared)
    set({
      notice: `“${document.title}” is as you left it.`,
      noticeAction: { label: 'Back to what was shared', run: openShared },
    })
}

/** What a link has opened, as it was then; one step to undo. */
export function openShared(): void {
  const { shared, open, setView } = store.getState()
  if (!shared) return
  open(shared.document)
  setView(shared.view)
}

/** "today at 14:05", "on 3 May at 09:00" */
export function timeOf(at: number): string {
  const date = new Date(at)
  const time = date.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
  if (date.toDateString() === new Date().toDateString()) return `today at ${time}`
  return `on ${date.toLocaleDateString('en-GB', { day: 'numeric', month: 'long' })} at ${time}`
}
