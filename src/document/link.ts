import type { Document } from './document'
import { readFields, type LinkFields } from './linkFields'
import { linkStarts, linkView } from './linkDefaults1'
import { cutSentence, unsealed } from './linkSeal'
import { writeLink } from './linkWriter'
import { defaultDocument } from './presets'
import { quoted } from './problem'
import { documentFromJson } from './schema'
import { plainTitle } from './title'
import { defaultView, type View } from './view'

/** Longer links are neither written nor read: a file takes over. */
export const maxLinkLength = 32_768
/** Longer ones are cut by some chat and mail programs. */
export const safeLinkLength = 2000

export interface DecodedLink {
  readonly document: Document
  readonly view: View
  /** What was refused and why. Unless it is empty, document and view are the default ones. */
  readonly rejected: string[]
  /** Where something was refused: what the rest of the link says, to be opened on demand only. */
  readonly readable?: Readable
}

type Readable = Pick<DecodedLink, 'document' | 'view'>

const nothing: DecodedLink = { document: defaultDocument, view: defaultView, rejected: [] }

/** The state as readable key=value, without "#": equal states give equal links, numbers are exact. */
export function encodeLink(document: Document, view: View): string {
  return writeLink(document, view)
}

/** Reads a link, with or without "#". Never throws; all or nothing, with the reasons in `rejected`. */
export function decodeLink(text: string): DecodedLink {
  const link = text.startsWith('#') ? text.slice(1) : text
  if (link.length > maxLinkLength) return refused(tooLong(link.length))
  if (link === '') return nothing
  const version = versionOf(link)
  if (version === 0) return opened(readFields(link, 0))
  if (version !== 1) return refused(version)
  const { fields, refused: how, sentence } = unsealed(link)
  if (how === undefined) return opened(readFields(fields, 1))
  return refused(sentence!, how === 'cut' ? wholeFields(fields) : readable(readFields(fields, 1)))
}

const refused = (sentence: string, rest?: Readable): DecodedLink => ({
  ...nothing,
  rejected: [sentence],
  ...(rest && { readable: rest }),
})

/** 0 or 1, or why it is no link of these. Comes first: what a newer program writes is not an error of the link. */
function versionOf(link: string): 0 | 1 | string {
  const text = /(?:^|&)v=([^&]*)/.exec(link)?.[1]
  if (link === 'v' || link === 'v=') return cutSentence(link.length)
  if (text === undefined) return 'v: is missing: this is not a link of Moduli, or only a part of one'
  const plain = plainDigits(text)
  if (plain === '0' || plain === '1') return plain === '0' ? 0 : 1
  if (/^[1-9]\d{0,5}$/.test(plain))
    return `v: the link has version ${plain}: a newer Moduli than this one wrote it`
  return `v: must be 0 or 1, got ${quoted(plain)}`
}

const plainDigits = (text: string) => text.replace(/%3(\d)/g, (_, digit: string) => digit)

function opened(read: LinkFields): DecodedLink {
  const made =
    read.rejected.length > 0 ? { rejected: read.rejected } : documentFromJson(read.fields, read.start)
  if ('document' in made) return { ...whole(made.document, read), rejected: [] }
  const rest = readable(read)
  return { ...nothing, rejected: made.rejected.map(fromOne), ...(rest && { readable: rest }) }
}

const whole = (document: Document, { fields, view }: LinkFields): Readable => ({
  document: named(document, fields),
  view,
})

/** Matrices of one's own that nobody named are not called like the preset they were written on. */
function named(document: Document, fields: object): Document {
  const isPlain = !('title' in fields) && ('a' in fields || 'b' in fields)
  return isPlain ? { ...document, title: plainTitle(document) } : document
}

/** Of a link that was cut off: its fields that are whole, if they agree and none of the two matrices is without the other. */
function wholeFields(text: string): Readable | undefined {
  const read = readFields(text, 1)
  const { fields } = read
  const isHalf = 'a' in fields !== 'b' in fields
  if (read.rejected.length > 0 || isHalf || isEmpty(read)) return undefined
  const made = documentFromJson(fields, read.start)
  return 'document' in made ? whole(made.document, read) : undefined
}

const isEmpty = ({ fields, view, start }: LinkFields) =>
  Object.keys(fields).length === 0 && view === linkView && start === linkStarts.halfPlane

/** What is left when the fields that were refused are not there. */
function readable(read: LinkFields): Readable | undefined {
  let fields: Record<string, unknown> = { ...read.fields }
  const drop = (names: readonly string[]) => {
    const isMatrix = names.some((name) => name === 'a' || name === 'b')
    const all = isMatrix ? [...names, 'a', 'b'] : names
    fields = Object.fromEntries(Object.entries(fields).filter(([name]) => !all.includes(name)))
  }
  drop(read.rejected.map(fieldOf))
  for (;;) {
    const made = documentFromJson(fields, read.start)
    const count = Object.keys(fields).length
    if ('document' in made)
      return isEmpty({ ...read, fields }) ? undefined : whole(made.document, { ...read, fields })
    drop(made.rejected.map(fieldOf))
    if (Object.keys(fields).length === count) return undefined
  }
}

const fieldOf = (line: string) => {
  const name = /^\w*/.exec(line)![0]
  return name === 'coordinates' ? 'element' : name
}

/** The places that the checks of a document count from 0, counted from 1 as in the rest of a link. */
function fromOne(line: string): string {
  const cut = line.indexOf(': ')
  const one = (digits: string) => String(Number(digits) + 1)
  const path = line
    .slice(0, cut)
    .replace(/^(a|b|target)\[(\d+)\]/, (_, name: string, k: string) => `${name}: row ${one(k)}`)
    .replace(/(row \d+)\[(\d+)\]/, (_, row: string, i: string) => `${row}, entry ${one(i)}`)
    .replace(/\[(\d+)\]/g, (_, n: string) => `: number ${one(n)}`)
  const nodes = path === 'head.task.parents'
  const sentence = line.slice(cut)
  return (
    path +
    (nodes
      ? sentence.replace(/\b(node |nodes |and )(\d+)/g, (_, of: string, n: string) => of + one(n))
      : sentence)
  )
}

function tooLong(length: number): string {
  return `link: ${length} characters; at most ${maxLinkLength} are read, open a file instead`
}
