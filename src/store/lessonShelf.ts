import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { Lesson } from '../document/lesson'
import { lessonFile, lessonFromText } from '../document/lessonJson'
import { problem, type Problem } from '../document/problem'
import { newId } from './newId'

/** The lessons that are kept on this device, in a database of their own. */
export const shelfName = 'moduli-lessons'

/** What a list says of a lesson without opening it. */
export interface KeptLesson {
  readonly id: string
  readonly title: string
  readonly summary: string
  /** When it was changed last, in milliseconds since 1970. */
  readonly at: number
}

interface Stored extends KeptLesson {
  /** Another one at each writing: a writer notices what another tab has written. */
  readonly stamp: string
  /** As a page of any version reads it. */
  readonly file: string
}

interface Schema extends DBSchema {
  lessons: { key: string; value: Stored }
}

let opened: Promise<IDBPDatabase<Schema>> | undefined

function shelf(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>(shelfName, 1, {
    upgrade: (fresh) => void fresh.createObjectStore('lessons', { keyPath: 'id' }),
    blocking: () => void closeShelf(),
    terminated: () => (opened = undefined),
  }).catch((error: unknown) => {
    opened = undefined
    throw error
  })
  return opened
}

/** Another page may then change its form. */
export async function closeShelf(): Promise<void> {
  const database = await opened?.catch(() => undefined)
  opened = undefined
  database?.close()
}

/**
 * Keeps a lesson.
 * @param stamp of the last writing or reading of it; undefined for one that is new here
 * @returns the next stamp; undefined where another one has this id, or a later state of this one: nothing is overwritten
 */
export async function keepLesson(lesson: Lesson, stamp: string | undefined): Promise<string | undefined> {
  const next = newId()
  const { id, title, summary } = lesson
  const value = { id, title, summary, at: Date.now(), stamp: next, file: lessonFile(lesson) }
  const transaction = (await shelf()).transaction('lessons', 'readwrite')
  const before = await transaction.store.get(id)
  const isOther = before !== undefined && before.stamp !== stamp
  await Promise.all([isOther || transaction.store.put(value), transaction.done])
  return isOther ? undefined : next
}

export interface TakenLesson {
  readonly lesson: Lesson
  readonly stamp: string
}

/** Undefined if it is not there. */
export async function takeLesson(id: string): Promise<TakenLesson | Problem | undefined> {
  const found = await (await shelf()).get('lessons', id)
  if (!found) return undefined
  const lesson = lessonFromText(found.file)
  return 'problem' in lesson
    ? problem(`it cannot be read any more: ${lesson.problem}`)
    : { lesson, stamp: found.stamp }
}

/** Latest first. */
export async function keptLessons(): Promise<KeptLesson[]> {
  const all = await (await shelf()).getAll('lessons')
  return all.map(({ id, title, summary, at }) => ({ id, title, summary, at })).toSorted((p, q) => q.at - p.at)
}

export async function deleteLesson(id: string): Promise<void> {
  await (await shelf()).delete('lessons', id)
}

export async function forgetLessons(): Promise<void> {
  await (await shelf()).clear('lessons')
}
