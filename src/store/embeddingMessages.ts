import type { Scripting } from './scripting'

/** What a page that embeds this one may ask for: its arguments, and what is done. */
export interface Call {
  /** The most arguments it takes. */
  readonly most: number
  readonly run: (args: readonly unknown[], id: Id) => unknown
}

type Id = string | number

export type Calls = ReadonlyMap<string, Call>

export interface Answer {
  readonly type: 'moduli'
  /** That of the question; null if it had none that can be given back. */
  readonly id: Id | null
  readonly result?: unknown
  /** Why there is no result, in a sentence. */
  readonly error?: string
}

/** More than any document has. */
const mostValues = 500_000
const mostText = 1_000_000
const mostDepth = 16
const longestName = 100

/** The calls of `window.moduli` that are answered at once. */
export function callsOf(scripting: Scripting): Calls {
  return new Map<string, Call>([
    ['get', { most: 0, run: () => scripting.get() }],
    ['set', { most: 1, run: ([change]) => scripting.set(change) }],
    ['apply', { most: 1, run: ([by]) => scripting.apply(by) }],
    ['link', { most: 0, run: () => scripting.link() }],
    ['product', { most: 0, run: () => scripting.product() }],
    ['loss', { most: 0, run: () => scripting.loss() }],
    ['element', { most: 1, run: ([column]) => elementOf(scripting, column) }],
  ])
}

/**
 * The answer to a message { type: 'moduli', id, call, args }; undefined for one that is of another type. It never
 * throws, and looks at nothing in a message before its size, depth and kinds of values are found to be in bounds.
 */
export function answer(message: unknown, calls: Calls): Answer | undefined {
  if (typeof message !== 'object' || message === null || own(message, 'type') !== 'moduli') return undefined
  const id = own(message, 'id')
  const reply = (rest: { result: unknown } | { error: string }): Answer => ({
    type: 'moduli',
    id: isId(id) ? id : null,
    ...rest,
  })
  const outOfBounds = refusal(message)
  if (outOfBounds !== undefined) return reply({ error: `The message ${outOfBounds}.` })
  if (!isId(id))
    return reply({ error: `id must be a number or a text of at most ${longestName} characters.` })
  const name = own(message, 'call')
  const call = typeof name === 'string' ? calls.get(name) : undefined
  if (!call) return reply({ error: `call must be one of ${[...calls.keys()].join(', ')}.` })
  const args = own(message, 'args') ?? []
  if (!Array.isArray(args) || args.length > call.most)
    return reply({ error: `args must be a list of at most ${call.most} for ${String(name)}.` })
  try {
    return reply({ result: call.run(args, id) })
  } catch (error) {
    return reply({ error: `Not possible: ${error instanceof Error ? error.message : String(error)}.` })
  }
}

const own = (of: object, key: string): unknown =>
  Object.hasOwn(of, key) ? (of as Record<string, unknown>)[key] : undefined

const isId = (value: unknown): value is Id =>
  typeof value === 'string' ? value.length <= longestName : Number.isFinite(value)

/** Of which inner index; a list of elements must not be asked for anything but a place in it. */
function elementOf(scripting: Scripting, column: unknown): unknown {
  const { length } = scripting.get().b
  if (column === undefined) return scripting.element()
  if (!Number.isInteger(column) || (column as number) < 0 || (column as number) >= length)
    throw new Error(`the column must be a whole number from 0 to ${length - 1}`)
  return scripting.element(column as number)
}

/**
 * Why a value is not plain data of a bounded size; undefined if it is. What is shared counts wherever it stands, so
 * that a small message cannot unfold into a large one, and one that holds itself is too deep.
 */
function refusal(value: unknown): string | undefined {
  let values = 0
  let text = 0
  const waiting: [value: unknown, depth: number][] = [[value, 0]]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [one, depth] = next
    if (typeof one === 'string') {
      text += one.length
      if (text > mostText) return `has more than ${mostText} characters`
    } else if (typeof one === 'object' && one !== null) {
      if (depth === mostDepth) return `is nested more than ${mostDepth} deep`
      const isList = Array.isArray(one)
      const kind: unknown = Object.getPrototypeOf(one)
      if (kind !== (isList ? Array.prototype : Object.prototype) && kind !== null)
        return 'must be plain data: lists, fields, numbers and texts'
      const keys = isList ? undefined : Object.keys(one)
      // Before anything is made of it: a list may be long and hold nothing.
      values += isList ? one.length : keys!.length
      if (values > mostValues) return `has more than ${mostValues} values`
      if (keys) for (const key of keys) text += key.length
      const inner: unknown[] = isList ? one : Object.values(one)
      for (const each of inner) waiting.push([each, depth + 1])
    } else if (typeof one === 'bigint' || typeof one === 'function' || typeof one === 'symbol')
      return 'must be plain data: lists, fields, numbers and texts'
  }
  return undefined
}
