import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import fc from 'fast-check'
import { deleteDB } from 'idb'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Document } from '../../../src/document/document'
import { presets } from '../../../src/document/presets'
import { trainedPresets } from '../../../src/document/trainedPresets'
import { defaultView } from '../../../src/document/view'
import { databaseName, openDatabase, piecesOf, type Database, type Piece } from '../../../src/store/database'
import { keptStates } from '../../../src/store/keptStates'
import {
  deleteSaved,
  forgetAll,
  historyMs,
  listSaved,
  prune,
  putAside,
  readSaved,
  stateOf,
} from '../../../src/store/savedStates'
import { partsOf, readStored, storedDocument } from '../../../src/store/storedDocument'
import { mostSteps, newKeeper, readWork, writeWork, type Moment, type Work } from '../../../src/store/work'
import { anyDocument } from '../../property/document/arbitraries'

const silent = { onOutdated: () => {}, onBlocked: () => {}, onClosed: () => {} }
const start = presets[0]!.document
const moment = (document: Document): Moment => ({ document, origin: undefined })
/** A work whose present is the last of these documents. */
const workOf = (...documents: Document[]): Work => ({
  at: 1e12,
  isWorkedOn: true,
  address: 'v=0',
  view: defaultView,
  past: documents.slice(0, -1).map(moment),
  present: moment(documents.at(-1)!),
  future: [],
  shared: undefined,
})
const titled = (n: number): Document => ({ ...start, title: `step ${n}` })

let database: Database
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory()
  database = await openDatabase(silent)
})
const pieces = (id: string) => database.count('pieces', piecesOf(id))

describe('a document', () => {
  it('is kept bit for bit', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        expect(readStored(structuredClone(storedDocument(document)))).toStrictEqual(structuredClone(document))
      }),
      { numRuns: 300, seed: 3 },
    )
    for (const { document } of [...presets, ...trainedPresets])
      expect(readStored(structuredClone(storedDocument(document)))).toStrictEqual(document)
  })

  it('that is none any more is not read', () => {
    const stored = storedDocument(start)
    const broken = {
      ...stored,
      parts: { ...stored.parts, a: { columns: 3, stride: 2, numbers: Float64Array.of(1, -1) } },
    }
    expect(readStored(broken as typeof stored)).toMatchObject({
      problem: expect.stringMatching(/./) as string,
    })
    expect(readStored({ rest: stored.rest, parts: {} })).toHaveProperty('problem')
  })
})

describe('a work', () => {
  it('is read as it was written: past, present, future, view, and what was shared', async () => {
    const shared = { document: presets[1]!.document, view: { ...defaultView, tilt: true } }
    const origin = { format: 'npy' } as unknown as NonNullable<Moment['origin']>
    const work: Work = {
      ...workOf(titled(0), titled(1)),
      past: [moment(titled(0)), { document: trainedPresets[2]!.document, origin }],
      future: [moment(titled(2))],
      view: { ...defaultView, pattern: '7,3' },
      shared,
    }
    await writeWork(database, newKeeper('one'), work)
    const read = await readWork(database, 'one')
    expect(read!.work).toStrictEqual(work)
    // Steps share what they have in common.
    expect(read!.work.present.document.a).toBe(read!.work.future[0]!.document.a)
  })

  it('keeps 200 steps in either direction', async () => {
    const all = Array.from({ length: 250 }, (_, n) => moment(titled(n)))
    await writeWork(database, newKeeper('one'), { ...workOf(start), past: all, future: all })
    const { work } = (await readWork(database, 'one'))!
    expect([work.past.length, work.future.length]).toEqual([mostSteps, mostSteps])
    expect(work.past.at(-1)).toStrictEqual(all.at(-1))
    expect(work.future.at(-1)).toStrictEqual(all.at(-1))
  })

  it('grows by its new steps alone, and loses those that are no longer reached', async () => {
    const keeper = newKeeper('one')
    const parts = Object.keys(partsOf(start)).length
    const documents = Array.from({ length: 100 }, (_, n) => titled(n))
    await writeWork(database, keeper, workOf(...documents))
    expect(await pieces('one')).toBe(100 + parts)
    const put = countPuts()
    await writeWork(database, keeper, workOf(...documents, titled(100)))
    // The work and one document without matrices.
    expect(put()).toBe(2)
    await writeWork(database, keeper, workOf(titled(200)))
    expect(await pieces('one')).toBe(1 + parts)
    expect((await readWork(database, 'one'))!.work.present.document.title).toBe('step 200')
  })

  it('goes on after it was read, with what is new alone', async () => {
    await writeWork(database, newKeeper('one'), workOf(titled(0), titled(1)))
    const { work, keeper } = (await readWork(database, 'one'))!
    const put = countPuts()
    const next = { ...work.present.document, title: 'next' }
    await writeWork(database, keeper, { ...work, past: [...work.past, work.present], present: moment(next) })
    expect(put()).toBe(2)
    const again = (await readWork(database, 'one'))!.work
    expect([...again.past, again.present].map(({ document }) => document.title)).toEqual([
      'step 0',
      'step 1',
      'next',
    ])
  })

  it('is written whole where something else has written or deleted it', async () => {
    const [one, other] = [newKeeper('one'), newKeeper('one')]
    await writeWork(database, one, workOf(titled(0), titled(1)))
    await writeWork(
      database,
      other,
      workOf({ ...titled(7), a: presets[1]!.document.a, b: presets[1]!.document.b }),
    )
    await writeWork(database, one, workOf(titled(0), titled(1), titled(2)))
    const titles = async () =>
      (await readWork(database, 'one'))!.work.past.map(({ document }) => document.title)
    expect(await titles()).toEqual(['step 0', 'step 1'])
    await forgetAll(database)
    await writeWork(database, one, workOf(titled(0), titled(1), titled(3)))
    expect(await titles()).toEqual(['step 0', 'step 1'])
  })

  it('survives a writing that fails', async () => {
    const keeper = newKeeper('one')
    await writeWork(database, keeper, workOf(titled(0)))
    const put = Reflect.get(IDBObjectStore.prototype, 'put') as typeof putNothing
    IDBObjectStore.prototype.put = putNothing
    await expect(writeWork(database, keeper, workOf(titled(0), titled(1)))).rejects.toThrow('no room')
    IDBObjectStore.prototype.put = put
    expect((await readWork(database, 'one'))!.work.present.document.title).toBe('step 0')
    await writeWork(database, keeper, workOf(titled(0), titled(1), titled(2)))
    expect((await readWork(database, 'one'))!.work.past).toHaveLength(2)
  })

  it('is read without the steps that are missing, from the last document that is one, and not at all without its present', async () => {
    expect(await readWork(database, 'none')).toBeUndefined()
    const keeper = newKeeper('one')
    const work = workOf(titled(0), titled(1), titled(2))
    await writeWork(database, keeper, work)
    await database.delete('pieces', ['one', keeper.numbers.get(work.past[0]!.document)!])
    expect((await readWork(database, 'one'))!.work.past).toHaveLength(1)
    const at = keeper.numbers.get(work.present.document)!
    const piece = (await database.get('pieces', ['one', at])) as { rest: object }
    const broken = { ...piece, rest: { ...piece.rest, move: 'neither' } }
    await database.put('pieces', broken as unknown as Piece, ['one', at])
    expect((await readWork(database, 'one'))!.work.present.document.title).toBe('step 1')
    await database.delete('pieces', ['one', at])
    expect(await readWork(database, 'one')).toBeUndefined()
  })
})

describe('the saved states', () => {
  const day = 24 * 60 * 60 * 1000
  const now = new Date(2026, 10, 29, 12).getTime()

  it('are listed latest first and read as they were', async () => {
    const view = { ...defaultView, flow: true }
    await putAside(database, [
      stateOf(now - day, moment(titled(1)), view),
      stateOf(now, moment(titled(2)), view),
    ])
    await writeWork(database, newKeeper('one'), { ...workOf(titled(3)), at: now - 1 })
    await writeWork(database, newKeeper('seen'), { ...workOf(titled(4)), isWorkedOn: false })
    const list = await listSaved(database)
    expect(list.map(({ title, kind }) => [title, kind])).toEqual([
      ['step 2', 'state'],
      ['step 3', 'work'],
      ['step 1', 'state'],
    ])
    expect(await readSaved(database, list[2]!)).toStrictEqual({
      document: titled(1),
      origin: undefined,
      view,
    })
    expect((await readSaved(database, list[1]!))!.document).toStrictEqual(titled(3))
    for (const one of list) await deleteSaved(database, one)
    expect(await listSaved(database)).toEqual([])
    expect(await pieces('one')).toBe(0)
  })

  it('are let go by the rule of keptStates; a work that a tab holds stays', async () => {
    const states = Array.from({ length: 40 }, (_, n) =>
      stateOf(now - n * 60_000, moment(titled(n)), defaultView),
    )
    await putAside(database, states)
    await writeWork(database, newKeeper('held'), { ...workOf(start), at: now - 30 * day })
    await writeWork(database, newKeeper('gone'), { ...workOf(start), at: now - 30 * day })
    await writeWork(database, newKeeper('seen'), { ...workOf(start), at: now - 2 * day, isWorkedOn: false })
    await prune(database, new Set(['held']), now)
    const left = await listSaved(database)
    const kept = keptStates(states, now)
    expect(new Set(left.map(({ id }) => id))).toEqual(new Set([...kept, 'held']))
    expect(await database.getAllKeys('works')).toEqual(['held'])
    expect(await pieces('gone')).toBe(0)
  })

  it('have, of a work whose tab is gone for a week, its last state without its history', async () => {
    await writeWork(database, newKeeper('old'), { ...workOf(titled(0), titled(1)), at: now - historyMs - 1 })
    await prune(database, new Set(), now)
    const [left] = await listSaved(database)
    expect(left).toMatchObject({ kind: 'state', title: 'step 1', at: now - historyMs - 1 })
    expect(await database.count('works')).toBe(0)
  })
})

describe('the database', () => {
  it('is closed, and says so, when a newer version of the program opens it; the older one cannot open it then', async () => {
    const said: string[] = []
    const listener = {
      onOutdated: () => said.push('outdated'),
      onBlocked: () => said.push('blocked'),
      onClosed: () => {},
    }
    database.close()
    const older = await openDatabase(listener)
    const newer = await new Promise<IDBDatabase>((done, fail) => {
      const asked = indexedDB.open(databaseName, 99)
      asked.onsuccess = () => done(asked.result)
      asked.onerror = () => fail(new Error('not opened'))
    })
    expect(said).toEqual(['outdated'])
    expect(() => older.transaction('works')).toThrow()
    await expect(openDatabase(listener)).rejects.toThrow()
    expect(said).toEqual(['outdated', 'outdated'])
    newer.close()
    await deleteDB(databaseName)
  })
})

function putNothing(): never {
  throw new DOMException('no room', 'QuotaExceededError')
}

/** Counts the records that are written from now on. */
function countPuts(): () => number {
  const put = Reflect.get(IDBObjectStore.prototype, 'put') as (...of: unknown[]) => IDBRequest<IDBValidKey>
  let times = 0
  IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...of: unknown[]) {
    times++
    return put.apply(this, of)
  }
  return () => {
    IDBObjectStore.prototype.put = put
    return times
  }
}
