import {
  maxDataColumns,
  maxFileSize,
  maxHeldOut,
  maxInputs,
  type AttentionHead,
  type LabelledRows,
  type LabelledSource,
  type PrototypeClassifier,
} from './document'
import { numbers, readNumberRows, readRows, rowsText, type Limits, type Unpack } from './linkRows'
import { formatNumber, parseNumber } from './number'
import { isProblem, problem, quoted, type Problem } from './problem'

/** How a head and a classifier are written in a link, and read back; documentFromJson checks what the numbers are. */

/**
 * Parents counted from 1, 0 for the root, each after the name of its token and ~ if tokens have names; β; the rule of
 * β; then train,heldOut,length,seed of drawn sequences, or
 * "own,count" of given ones with the sequences after it, tokens from 1, the last `count` held out. Without a task
 * "rows;β;rule".
 */
export function headText(head: AttentionHead | null): string {
  if (head === null) return 'none'
  const { beta, rule, task } = head
  if (task === null) return ['rows', formatNumber(beta), rule].join(';')
  const { parents, names, sequences } = task
  // Twice, as the reader of links undoes it once before the list is taken apart; ~ is then left as it is.
  const twice = (name: string) => encodeURIComponent(encodeURIComponent(name).replaceAll('~', '%7E'))
  const tree = names
    ? fromOne(parents)
        .map((parent, token) => `${twice(names[token]!)}~${parent}`)
        .join(',')
    : rowsText([fromOne(parents)])
  const start = [tree, formatNumber(beta), rule]
  if ('seed' in sequences) {
    const { train, heldOut, length, seed } = sequences
    return [...start, numbers([train, heldOut, length, seed])].join(';')
  }
  const { train, heldOut } = sequences
  const all = rowsText([...train, ...heldOut].map(fromOne))
  return [...start, `own,${heldOut.length}`, all].join(';')
}

const fromOne = (tokens: readonly number[]) => tokens.map((token) => token + 1)
const fromZero = (tokens: readonly number[]) => tokens.map((token) => token - 1)

/** Most of each that a document holds. */
const limits = {
  tree: { rows: 1, columns: maxFileSize },
  settings: { rows: 1, columns: 8 },
  sequences: { rows: 3000, columns: 16 },
  data: { rows: maxInputs + maxHeldOut, columns: maxDataColumns + 1 },
} as const satisfies Record<string, Limits>

const isOneTo = (count: number, value: number) => Number.isInteger(value) && value >= 1 && value <= count

const headForm = 'parents;β;rule;train,heldOut,length,seed, or rows;β;rule, or none'

export function readHeadText(text: string, unpack: Unpack): unknown {
  if (text === 'none') return null
  const [parents = '', beta = '', rule = '', sequences, ...own] = text.split(';')
  const wrong = problem(`must be ${headForm}, got ${quoted(text)}`)
  const scale = parseNumber(beta)
  if (isProblem(scale)) return scale
  if (parents === 'rows') return sequences === undefined ? { rule, beta: scale, task: null } : wrong
  const cells = parents
    .split(',', limits.tree.columns + 1)
    .map((cell) => /^(?:(.*)~)?([^~]*)$/.exec(cell) ?? ['', undefined, cell])
  const tree = readNumberRows(cells.map(([, , parent]) => parent).join(','), unpack, limits.tree)
  if (isProblem(tree)) return tree
  if (tree.length > 1) return wrong
  const tokens = tree[0]!.length
  const orphan = tree[0]!.findIndex((parent) => parent !== 0 && !isOneTo(tokens, parent))
  if (orphan >= 0)
    return problem(`token ${orphan + 1}: its parent is one of 1 to ${tokens}, or 0 at the root`)
  const names = cells[0]![1] === undefined ? undefined : readNames(cells.map(([, name]) => name ?? ''))
  if (isProblem(names)) return names
  const given = sequences === undefined ? wrong : readSequences(sequences, own, tokens, unpack)
  if (isProblem(given)) return given
  const task = { parents: fromZero(tree[0]!), ...(names && { names }), sequences: given ?? wrong }
  return { rule, beta: scale, task }
}

function readNames(names: readonly string[]): string[] | Problem {
  try {
    return names.map(decodeURIComponent)
  } catch {
    return problem(`the names of tokens have a broken % escape: ${quoted(names.join(', '))}`)
  }
}

function readSequences(
  text: string,
  own: readonly string[],
  tokens: number,
  unpack: Unpack,
): object | Problem {
  const count = /^own,(\d{1,5})$/.exec(text)?.[1]
  const rows =
    count === undefined
      ? readRows(text, parseNumber, limits.settings)
      : readOwn(own, unpack, limits.sequences)
  if (isProblem(rows)) return rows
  if (count !== undefined) {
    const other = rows.findIndex((row) => row.some((token) => !isOneTo(tokens, token)))
    if (other >= 0) return problem(`sequence ${other + 1}: tokens are 1 to ${tokens}`)
    const cut = Math.max(0, rows.length - Number(count))
    return { train: rows.slice(0, cut).map(fromZero), heldOut: rows.slice(cut).map(fromZero) }
  }
  const [train, heldOut, length, seed] = rows[0]!
  if (own.length > 0 || rows[0]!.length !== 4) return problem(`must be ${headForm}, got ${quoted(text)}`)
  return { train, heldOut, length, seed }
}

const readOwn = (texts: readonly string[], unpack: Unpack, most: Limits): number[][] | Problem =>
  texts.length === 0 ? [] : readNumberRows(texts.join(';'), unpack, most)

/**
 * kind and its numbers; β; the rule of β. "spirals,turns,train,heldOut,seed", "moons,train,heldOut,seed", "iris,seed",
 * or "own,count" with the classes and the rows after it, each row's class from 1 at its end, the last `count` held out.
 */
export function classifierText(classifier: PrototypeClassifier | null): string {
  if (classifier === null) return 'none'
  const { data, beta, rule } = classifier
  const start = [sourceText(data), formatNumber(beta), rule]
  if (data.kind !== 'own') return start.join(';')
  const rows = ({ rows, labels }: LabelledRows) => rows.map((row, n) => [...row, labels[n]! + 1])
  // Twice, as the reader of links undoes it once before the list is taken apart.
  const names = data.classes.map((name) => encodeURIComponent(encodeURIComponent(name)))
  const all = rowsText([...rows(data.train), ...rows(data.heldOut)])
  return [...start, names.join(','), all].join(';')
}

function sourceText(data: LabelledSource): string {
  switch (data.kind) {
    case 'spirals':
      return `spirals,${numbers([data.turns, data.train, data.heldOut, data.seed])}`
    case 'moons':
      return `moons,${numbers([data.train, data.heldOut, data.seed])}`
    case 'iris':
      return `iris,${numbers([data.seed])}`
    case 'own':
      return `own,${data.heldOut.rows.length}`
  }
}

export function readClassifierText(text: string, unpack: Unpack): unknown {
  if (text === 'none') return null
  const [source = '', beta = '', rule = '', names, ...texts] = text.split(';')
  const scale = parseNumber(beta)
  if (isProblem(scale)) return scale
  const [kind, ...written] = source.split(',')
  const values = written.length === 0 ? [[]] : readRows(written.join(','), parseNumber, limits.settings)
  if (isProblem(values)) return values
  const [p, q, r, s] = values[0]!
  const rest = { rule, beta: scale }
  if (kind === 'spirals') return { data: { kind, turns: p, train: q, heldOut: r, seed: s }, ...rest }
  if (kind === 'moons') return { data: { kind, train: p, heldOut: q, seed: r }, ...rest }
  if (kind === 'iris') return { data: { kind, seed: p }, ...rest }
  if (kind !== 'own' || names === undefined)
    return problem(`must begin with spirals, moons, iris or own, got ${quoted(text)}`)
  const rows = readOwn(texts, unpack, limits.data)
  if (isProblem(rows)) return rows
  const count = names.split(',').length
  const unknown = rows.findIndex((row) => !isOneTo(count, row.at(-1)!))
  if (unknown >= 0) return problem(`row ${unknown + 1}: the class, its last number, is 1 to ${count}`)
  const cut = Math.max(0, rows.length - (p ?? 0))
  const part = (of: number[][]) => ({
    rows: of.map((row) => row.slice(0, -1)),
    labels: of.map((row) => (row.at(-1) ?? 0) - 1),
  })
  try {
    const classes = names.split(',').map(decodeURIComponent)
    return {
      data: { kind, classes, train: part(rows.slice(0, cut)), heldOut: part(rows.slice(cut)) },
      ...rest,
    }
  } catch {
    return problem(`the classes have a broken % escape: ${quoted(names)}`)
  }
}
