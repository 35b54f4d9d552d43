import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { SpaceName } from '../document/document'
import type { TensorOrigin } from '../document/exportTensors'
import type { View } from '../document/view'
import type { PartName, Rest, StoredDocument, StoredPart } from './storedDocument'

/** To be raised when what is kept changes its form; an older page then stops keeping its work. */
export const databaseVersion = 1
export const databaseName = 'moduli'

/** A document of a work and where it came from, by the numbers of their pieces. */
export type Step = readonly [document: number, origin?: number]

/** What a list can say of a state without opening it. */
export interface Facts {
  readonly title: string
  readonly space: SpaceName
  readonly size: readonly [rows: number, inner: number, columns: number]
}

/** What one tab works on. */
export interface StoredWork extends Facts {
  readonly id: string
  /** Another one at each writing: a writer notices whatever else has written or deleted the work. */
  readonly stamp: string
  /** When it was changed last, in milliseconds since 1970. */
  readonly at: number
  /** It is no document just as it was opened. */
  readonly isWorkedOn: boolean
  /** A page has offered to go on with it. */
  readonly isOffered: boolean
  /** The link that stood in the address when it was written. */
  readonly address: string
  readonly view: View
  readonly past: readonly Step[]
  readonly present: Step
  readonly future: readonly Step[]
  /** What a link has opened. */
  readonly shared: { readonly step: Step; readonly view: View } | null
}

/** What the steps of a work are made of. */
export type Piece =
  | {
      readonly kind: 'document'
      readonly rest: Rest
      readonly parts: { readonly [name in PartName]?: number }
    }
  | { readonly kind: 'part'; readonly part: StoredPart }
  | { readonly kind: 'origin'; readonly origin: TensorOrigin }

/** A document as it once was. */
export interface StoredState extends Facts {
  readonly id: string
  readonly at: number
  readonly document: StoredDocument
  readonly view: View
  readonly origin: TensorOrigin | null
}

interface Schema extends DBSchema {
  works: { key: string; value: StoredWork }
  pieces: { key: [work: string, number: number]; value: Piece }
  states: { key: string; value: StoredState }
}
export type Database = IDBPDatabase<Schema>

/** Every piece of a work. */
export const piecesOf = (work: string) => IDBKeyRange.bound([work, -Infinity], [work, Infinity])

export interface Listener {
  /** A newer version of this program asks for the database, or has had it already. */
  readonly onOutdated: () => void
  /** An older version of this program holds it in another tab. */
  readonly onBlocked: () => void
  /** The browser has closed it, as it does when it clears its storage. */
  readonly onClosed: () => void
}

/** Rejects where the browser has no storage for this page, and where a newer version of this program has been. */
export async function openDatabase({ onOutdated, onBlocked, onClosed }: Listener): Promise<Database> {
  const database: Database = await openDB<Schema>(databaseName, databaseVersion, {
    upgrade(fresh) {
      fresh.createObjectStore('works', { keyPath: 'id' })
      fresh.createObjectStore('pieces')
      fresh.createObjectStore('states', { keyPath: 'id' })
    },
    blocked: onBlocked,
    terminated: onClosed,
    blocking() {
      database.close()
      onOutdated()
    },
  }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'VersionError') onOutdated()
    throw error
  })
  return database
}
