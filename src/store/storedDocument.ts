import type {
  AttentionHead,
  Document,
  Factor,
  LabelledSource,
  NearestRelative,
  PrototypeClassifier,
  Target,
} from '../document/document'
import { factorFromPacked } from '../document/packedFactor'
import { problem, type Problem } from '../document/problem'
import { defaultDocument, presetNamed } from '../document/presets'
import { documentFromJson, documentToJson } from '../document/schema'

/** Rows of entries, packed: a factor of 64 × 64 points is copied at once, not point by point. */
interface Packed {
  readonly columns: number
  readonly stride: 1 | 2
  readonly numbers: Float64Array<ArrayBuffer>
}

/** A document without its large parts. */
export interface Rest extends Omit<Document, 'a' | 'b' | 'target' | 'head' | 'classifier'> {
  readonly target: Exclude<Target, readonly unknown[]> | null
  readonly head: Omit<AttentionHead, 'task'> | null
  readonly classifier: Omit<PrototypeClassifier, 'data'> | null
}

/** The large parts: the same object in many steps of the history, and kept once. */
export interface Parts {
  readonly a: Factor
  readonly b: Factor
  readonly target?: readonly (readonly number[])[]
  readonly task?: NearestRelative
  readonly data?: LabelledSource
}
export type PartName = keyof Parts
type Part = NonNullable<Parts[PartName]>

export type StoredPart = Packed | NearestRelative | LabelledSource
export type StoredParts = { readonly [name in PartName]?: StoredPart }

/** A document as it is kept whole. */
export interface StoredDocument {
  readonly rest: Rest
  readonly parts: StoredParts
}

export function partsOf({ a, b, target, head, classifier }: Document): Parts {
  return {
    a,
    b,
    ...(isRows(target) && { target }),
    ...(head?.task && { task: head.task }),
    ...(classifier && { data: classifier.data }),
  }
}

export function restOf(document: Document): Rest {
  const { target, head, classifier } = document
  return {
    ...without(document, 'a', 'b'),
    target: isRows(target) ? null : target,
    head: head && without(head, 'task'),
    classifier: classifier && without(classifier, 'data'),
  }
}

export function together({ target, head, classifier, ...rest }: Rest, parts: Parts): Document {
  return {
    ...rest,
    a: parts.a,
    b: parts.b,
    target: target ?? parts.target ?? 'base',
    head: head && { ...head, task: parts.task ?? null },
    classifier: classifier && parts.data ? { ...classifier, data: parts.data } : null,
  }
}

export const storedPart = (part: Part): StoredPart => (isRows(part) ? packed(part) : part)

export const partOf = (stored: StoredPart): Part =>
  'numbers' in stored ? factorFromPacked(stored.numbers, stored.columns, stored.stride) : stored

export function storedDocument(document: Document): StoredDocument {
  const parts = Object.entries(partsOf(document)).map(([name, part]) => [name, storedPart(part as Part)])
  return { rest: restOf(document), parts: Object.fromEntries(parts) as StoredParts }
}

/** What was kept may have been written by another version of this program: it is checked as a file is. */
export function readStored({ rest, parts }: StoredDocument): Document | Problem {
  try {
    const read = Object.entries(parts).map(([name, part]) => [name, partOf(part)])
    return checked(together(rest, Object.fromEntries(read) as Parts))
  } catch (error) {
    return problem(error instanceof Error ? error.message : String(error))
  }
}

/** The same document, if it is one. */
export function checked(document: Document): Document | Problem {
  const start = document.space === 'line' ? presetNamed('line3')!.document : defaultDocument
  const read = documentFromJson(documentToJson(document), start)
  return 'rejected' in read ? problem(read.rejected.join('; ')) : document
}

function isRows(value: Part | Target): value is Factor {
  return Array.isArray(value)
}

function packed(rows: Factor): Packed {
  const first = rows[0]![0]!
  return {
    columns: rows[0]!.length,
    stride: typeof first === 'number' ? 1 : 2,
    numbers: Float64Array.from(rows.flat(2)),
  }
}

function without<T extends object, K extends keyof T>(whole: T, ...keys: K[]): Omit<T, K> {
  const rest = { ...whole }
  for (const key of keys) delete (rest as Partial<T>)[key]
  return rest
}
