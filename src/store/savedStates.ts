import type { Document } from '../document/document'
import type { TensorOrigin } from '../document/exportTensors'
import { isProblem } from '../document/problem'
import type { View } from '../document/view'
import { piecesOf, type Database, type Facts, type StoredState } from './database'
import { newId } from './newId'
import { keptStates } from './keptStates'
import { readStored, storedDocument } from './storedDocument'
import { factsOf, readPresent, type Moment } from './work'

/** A state that can be brought back: the last one of a work, or one that was put aside. */
export interface Saved extends Facts {
  readonly kind: 'work' | 'state'
  readonly id: string
  readonly at: number
}

export interface Opened {
  readonly document: Document
  readonly origin: TensorOrigin | undefined
  readonly view: View
}

const dayMs = 24 * 60 * 60 * 1000
/** For so long the history of a work whose tab is gone is kept; after that its last state alone. */
export const historyMs = 7 * dayMs

export function stateOf(at: number, { document, origin }: Moment, view: View): StoredState {
  return {
    id: newId(),
    at,
    ...factsOf(document),
    document: storedDocument(document),
    view,
    origin: origin ?? null,
  }
}

export async function putAside(database: Database, states: readonly StoredState[]): Promise<void> {
  const transaction = database.transaction('states', 'readwrite')
  await Promise.all([...states.map((state) => transaction.store.put(state)), transaction.done])
}

/** What there is, latest first. */
export async function listSaved(database: Database): Promise<Saved[]> {
  const [works, states] = await Promise.all([database.getAll('works'), database.getAll('states')])
  const all = [
    ...works.filter(({ isWorkedOn }) => isWorkedOn).map((work) => ({ ...work, kind: 'work' as const })),
    ...states.map((state) => ({ ...state, kind: 'state' as const })),
  ]
  return all
    .map(({ kind, id, at, title, space, size }) => ({ kind, id, at, title, space, size }))
    .sort((p, q) => q.at - p.at)
}

/** Undefined if it is there no longer, or cannot be read. */
export async function readSaved(
  database: Database,
  { kind, id }: Pick<Saved, 'kind' | 'id'>,
): Promise<Opened | undefined> {
  if (kind === 'work') {
    const found = await readPresent(database, id)
    return found && { ...found.moment, view: found.stored.view }
  }
  const state = await database.get('states', id)
  const document = state && readStored(state.document)
  if (!document || isProblem(document)) return undefined
  return { document, origin: state.origin ?? undefined, view: state.view }
}

export async function deleteSaved(
  database: Database,
  { kind, id }: Pick<Saved, 'kind' | 'id'>,
): Promise<void> {
  if (kind === 'state') return database.delete('states', id)
  const transaction = database.transaction(['works', 'pieces'], 'readwrite')
  await Promise.all([
    transaction.objectStore('works').delete(id),
    transaction.objectStore('pieces').delete(piecesOf(id)),
    transaction.done,
  ])
}

export async function forgetAll(database: Database): Promise<void> {
  const names = ['works', 'pieces', 'states'] as const
  const transaction = database.transaction(names, 'readwrite')
  await Promise.all([...names.map((name) => transaction.objectStore(name).clear()), transaction.done])
}

/** Leaves what `keptStates` says, and everything of the works that a tab holds. */
export async function prune(database: Database, isHeld: ReadonlySet<string>, now: number): Promise<void> {
  const [works, states] = await Promise.all([database.getAll('works'), database.getAll('states')])
  const gone = works.filter(({ id }) => !isHeld.has(id))
  const listed = [...works.filter(({ isWorkedOn }) => isWorkedOn), ...states]
  const kept = keptStates(listed, now)
  for (const { id, isWorkedOn, at } of gone) {
    // What was only looked at is of use to the reload of its tab alone.
    const isOver = isWorkedOn ? !kept.has(id) : now - at > dayMs
    if (isOver) await deleteSaved(database, { kind: 'work', id })
    else if (now - at > historyMs) await settle(database, id)
  }
  for (const { id } of states) if (!kept.has(id)) await database.delete('states', id)
}

/** Puts the last state of a work in the place of the work. */
async function settle(database: Database, id: string): Promise<void> {
  const found = await readPresent(database, id)
  if (found) await putAside(database, [stateOf(found.stored.at, found.moment, found.stored.view)])
  await deleteSaved(database, { kind: 'work', id })
}
