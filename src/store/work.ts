import { sizeOf, type Document } from '../document/document'
import type { TensorOrigin } from '../document/exportTensors'
import { isProblem } from '../document/problem'
import type { View } from '../document/view'
import { piecesOf, type Database, type Facts, type Piece, type Step, type StoredWork } from './database'
import { newId } from './newId'
import {
  checked,
  partOf,
  partsOf,
  restOf,
  storedPart,
  together,
  type PartName,
  type Parts,
} from './storedDocument'

/** A document at a time, as the history has it. */
export interface Moment {
  readonly document: Document
  readonly origin: TensorOrigin | undefined
}

/** What a tab works on: what is seen, what can be undone and redone, and where it began. */
export interface Work {
  readonly at: number
  readonly isWorkedOn: boolean
  readonly address: string
  readonly view: View
  readonly past: readonly Moment[]
  readonly present: Moment
  readonly future: readonly Moment[]
  readonly shared: { readonly document: Document; readonly view: View } | undefined
}

/** Steps that are kept, in either direction. */
export const mostSteps = 200

export function factsOf(document: Document): Facts {
  const { rows, inner, columns } = sizeOf(document)
  return { title: document.title, space: document.space, size: [rows, inner, columns] }
}

/** Which objects have which numbers in the database. Documents never change, so a number says all of one. */
export interface Keeper {
  readonly id: string
  /** Of the last writing, empty before the first one; undefined where nothing is known, after one that failed. */
  stamp: string | undefined
  next: number
  readonly numbers: WeakMap<object, number>
  /** The pieces that are there. */
  kept: Set<number>
}

/** A work as it was read, and who goes on writing it. */
export interface Kept {
  readonly work: Work
  readonly keeper: Keeper
}

export const newKeeper = (id: string): Keeper => ({
  id,
  stamp: '',
  next: 1,
  numbers: new WeakMap(),
  kept: new Set(),
})

/**
 * Writes a work, of which only what is new: after a drag of g in a work of 200 steps that is one document without its
 * matrices. Everything, where the work is not there as this keeper has left it. A hasty writing does not look, and
 * needs no answer from the database: for a page that is closing.
 */
export async function writeWork(
  database: Database,
  keeper: Keeper,
  work: Work,
  isHasty = false,
): Promise<void> {
  // A browser that is killed loses nothing that was committed so, and no later writing waits for a slow disk.
  const transaction = database.transaction(['works', 'pieces'], 'readwrite', { durability: 'relaxed' })
  // Whoever waits for what is asked below hears of a failure from there.
  transaction.done.catch(() => undefined)
  try {
    const works = transaction.objectStore('works')
    const pieces = transaction.objectStore('pieces')
    if (!isHasty || keeper.stamp === undefined) {
      const there = await works.get(keeper.id)
      if ((there?.stamp ?? '') !== keeper.stamp) {
        await pieces.delete(piecesOf(keeper.id))
        keeper.kept = new Set()
      }
    }
    const { stored, fresh, wanted } = taken(keeper, work)
    const asked = [
      works.put(stored),
      ...[...fresh].map(([number, piece]) => pieces.put(piece, [keeper.id, number])),
      ...[...keeper.kept]
        .filter((number) => !wanted.has(number))
        .map((number) => pieces.delete([keeper.id, number])),
    ]
    transaction.commit()
    await Promise.all([...asked, transaction.done])
    keeper.stamp = stored.stamp
    keeper.kept = wanted
  } catch (error) {
    // Of what is there nothing is known: the next writing writes everything.
    keeper.stamp = undefined
    throw error
  }
}

/** A work as records: the pieces that are not there yet, and the numbers of all that it is made of. */
function taken(
  keeper: Keeper,
  work: Work,
): { stored: StoredWork; fresh: Map<number, Piece>; wanted: Set<number> } {
  const wanted = new Set<number>()
  const fresh = new Map<number, Piece>()
  const take = (of: object, piece: () => Piece): number => {
    const number = keeper.numbers.get(of) ?? keeper.next++
    keeper.numbers.set(of, number)
    if (!wanted.has(number) && !keeper.kept.has(number)) fresh.set(number, piece())
    wanted.add(number)
    return number
  }
  const takeDocument = (document: Document): number => {
    const parts = Object.entries(partsOf(document)).map(([name, of]) => {
      const part = of as NonNullable<Parts[PartName]>
      return [name, take(part, () => ({ kind: 'part', part: storedPart(part) }))]
    })
    return take(document, () => ({
      kind: 'document',
      rest: restOf(document),
      parts: Object.fromEntries(parts) as { [name in PartName]?: number },
    }))
  }
  const step = ({ document, origin }: Moment): Step => {
    const number = takeDocument(document)
    return origin ? [number, take(origin, () => ({ kind: 'origin', origin }))] : [number]
  }
  const stored: StoredWork = {
    id: keeper.id,
    stamp: newId(),
    at: work.at,
    ...factsOf(work.present.document),
    isWorkedOn: work.isWorkedOn,
    isOffered: false,
    address: work.address,
    view: work.view,
    past: work.past.slice(-mostSteps).map(step),
    present: step(work.present),
    future: work.future.slice(-mostSteps).map(step),
    shared: work.shared ? { step: [takeDocument(work.shared.document)], view: work.shared.view } : null,
  }
  return { stored, fresh, wanted }
}

/** Undefined if it is not there, or not whole. */
export async function readWork(database: Database, id: string): Promise<Kept | undefined> {
  const transaction = database.transaction(['works', 'pieces'])
  const [stored, keys, values] = await Promise.all([
    transaction.objectStore('works').get(id),
    transaction.objectStore('pieces').getAllKeys(piecesOf(id)),
    transaction.objectStore('pieces').getAll(piecesOf(id)),
  ])
  if (!stored) return undefined
  const read = new Reader(new Map(keys.map(([, number], n) => [number, values[n]!])))
  const past = read.moments(stored.past)
  let present = read.moment(stored.present)
  // What this version does not take any more gives way to the step before it.
  while (present && isProblem(checked(present.document))) present = past.pop()
  if (!present) return undefined
  const shared = stored.shared && read.moment(stored.shared.step)
  const work: Work = {
    at: stored.at,
    isWorkedOn: stored.isWorkedOn,
    address: stored.address,
    view: stored.view,
    past,
    present,
    future: read.moments(stored.future),
    shared: shared ? { document: shared.document, view: stored.shared.view } : undefined,
  }
  const numbers = new WeakMap([...read.found].map(([number, of]) => [of, number]))
  const next = Math.max(0, ...keys.map(([, number]) => number)) + 1
  return { work, keeper: { id, stamp: stored.stamp, next, numbers, kept: new Set(read.found.keys()) } }
}

/** The last document of a work, without its history. */
export async function readPresent(
  database: Database,
  id: string,
): Promise<{ moment: Moment; stored: StoredWork } | undefined> {
  const transaction = database.transaction(['works', 'pieces'])
  const pieces = transaction.objectStore('pieces')
  const stored = await transaction.objectStore('works').get(id)
  if (!stored) return undefined
  const [number, origin] = stored.present
  const piece = await pieces.get([id, number])
  const parts = piece?.kind === 'document' ? Object.values(piece.parts) : []
  const needed = [number, ...parts, ...(origin === undefined ? [] : [origin])]
  const found = await Promise.all(needed.map((n) => pieces.get([id, n])))
  const there = needed.flatMap((n, at) => (found[at] ? [[n, found[at]] as const] : []))
  const moment = new Reader(new Map(there)).moment(stored.present)
  return moment && !isProblem(checked(moment.document)) ? { moment, stored } : undefined
}

/** Puts pieces together, each of them once. */
class Reader {
  readonly found = new Map<number, object>()
  private readonly pieces: ReadonlyMap<number, Piece>

  constructor(pieces: ReadonlyMap<number, Piece>) {
    this.pieces = pieces
  }

  moment([number, originNumber]: Step): Moment | undefined {
    const document = this.made(number) as Document | undefined
    const origin = originNumber === undefined ? undefined : (this.made(originNumber) as TensorOrigin)
    return document && { document, origin }
  }

  moments(steps: readonly Step[]): Moment[] {
    return steps.map((step) => this.moment(step)).filter((one) => one !== undefined)
  }

  private made(number: number): object | undefined {
    const known = this.found.get(number)
    if (known) return known
    const piece = this.pieces.get(number)
    const made = piece && this.make(piece)
    if (made) this.found.set(number, made)
    return made
  }

  private make(piece: Piece): object | undefined {
    if (piece.kind === 'part') return partOf(piece.part)
    if (piece.kind === 'origin') return piece.origin
    const parts = Object.entries(piece.parts).map(([name, number]) => [name, this.made(number)] as const)
    if (parts.some(([, part]) => part === undefined)) return undefined
    return together(piece.rest, Object.fromEntries(parts) as unknown as Parts)
  }
}
