import { maxFileSize } from './document'
import { checkTextLength } from './table'
import { checkTokenName } from './tokenNames'
import { problem, quoted, type Problem } from './problem'

/** A tree as a person writes it. */
export interface WrittenTree {
  /** The parent of each token, -1 for the root. */
  readonly parents: readonly number[]
  /** What the tokens are called; undefined where they were only counted. */
  readonly names: readonly string[] | undefined
}

/**
 * A tree of 2 to 64 tokens, in one of three forms: the parent of each token, counted from 1, with 0 or - for the root
 * ("0 1 1 2 2"); "child: parent" on each line; or a name on each line, indented below its parent.
 */
export function parseTree(text: string): WrittenTree | Problem {
  const long = checkTextLength(text)
  if (long) return long
  const lines = text.replace(/\r/g, '').split('\n')
  const used = lines.filter((line) => line.trim() !== '')
  if (used.length === 0) return problem('There is no tree yet')
  if (text.length > 64 * 80)
    return problem(`The text is too long for a tree of at most ${maxFileSize} tokens`)
  if (used.some((line) => line.includes(':'))) return parsePairs(lines)
  const isIndented = used.length > 1 && used.slice(1).some((line) => /^\s/.test(line))
  return isIndented ? parseIndented(lines) : parseParents(text)
}

function parseParents(text: string): WrittenTree | Problem {
  const words = text.split(/[\s,;]+/).filter((word) => word !== '')
  const parents: number[] = []
  for (const [n, word] of words.entries()) {
    const isRoot = word === '-' || word === '–' || word === '0'
    if (!isRoot && !/^\d{1,4}$/.test(word))
      return problem(
        `The parent of token ${n + 1} is ${quoted(word)}; it must be a number, or - for the root`,
      )
    const parent = isRoot ? 0 : Number(word)
    if (parent > words.length)
      return problem(`The parent of token ${n + 1} is ${parent}, but there are only ${words.length} tokens`)
    parents.push(parent - 1)
  }
  return checked(parents, undefined)
}

/** A name that is nobody's child is a root, with a line of its own or without. */
function parsePairs(lines: readonly string[]): WrittenTree | Problem {
  const names: string[] = []
  const parentOf = new Map<string, string>()
  const known = (name: string) => {
    if (!names.includes(name)) names.push(name)
  }
  for (const [n, line] of lines.entries()) {
    if (line.trim() === '') continue
    const [child = '', parent = '', ...rest] = line.split(':').map((part) => part.trim())
    if (child === '' || rest.length > 0)
      return problem(`Line ${n + 1} is ${quoted(line.trim())}; it must be "child: parent"`)
    const isRoot = parent === '' || parent === '-' || parent === '–'
    for (const name of isRoot ? [child] : [child, parent]) {
      const refused = checkTokenName(name)
      if (refused) return problem(`Line ${n + 1}: ${refused.problem}`)
    }
    if (parentOf.has(child)) return problem(`Line ${n + 1} gives ${quoted(child)} a second parent`)
    known(child)
    if (isRoot) continue
    known(parent)
    parentOf.set(child, parent)
  }
  return checked(
    names.map((name) => names.indexOf(parentOf.get(name) ?? '')),
    names,
  )
}

function parseIndented(lines: readonly string[]): WrittenTree | Problem {
  const names: string[] = []
  const parents: number[] = []
  /** The tokens that the next one may hang below, with their indents. */
  const above: { indent: number; token: number }[] = []
  for (const [n, line] of lines.entries()) {
    const name = line.trim()
    if (name === '') continue
    const refused = checkTokenName(name)
    if (refused) return problem(`Line ${n + 1}: ${refused.problem}`)
    if (names.includes(name)) return problem(`Line ${n + 1} has ${quoted(name)} a second time`)
    const indent = line.replace(/\t/g, '    ').search(/\S/)
    while (above.length > 0 && above.at(-1)!.indent >= indent) above.pop()
    parents.push(above.at(-1)?.token ?? -1)
    above.push({ indent, token: names.length })
    names.push(name)
  }
  return checked(parents, names)
}

/** One root that every token leads to. */
function checked(parents: readonly number[], names: readonly string[] | undefined): WrittenTree | Problem {
  const called = (token: number) => (names ? quoted(names[token]!) : `token ${token + 1}`)
  if (parents.length < 2) return problem('A head needs at least two tokens, one to attend to the other')
  if (parents.length > maxFileSize)
    return problem(`The tree has ${parents.length} tokens; at most ${maxFileSize} are possible`)
  const [root, other] = parents.flatMap((parent, token) => (parent === -1 ? [token] : []))
  if (other !== undefined)
    return problem(`${capital(called(root!))} and ${called(other)} both have no parent; a tree has one root`)
  for (const start of parents.keys()) {
    let at = start
    for (let steps = 0; at !== -1; steps++) {
      if (steps > parents.length)
        return problem(`The parents of ${called(start)} run in a circle and never reach a root`)
      at = parents[at]!
    }
  }
  return { parents, names }
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
