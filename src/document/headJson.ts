import { treeOf } from '../learning/tree'
import {
  sizeOf,
  type AttentionHead,
  type BetaRuleName,
  type Document,
  type NearestRelative,
} from './document'
import { maxSeed } from './indicesJson'
import { hasFields, readCount } from './fieldsJson'
import { problem, quoted, type Problem } from './problem'
import { described, field, type Report } from './report'
import { checkTokenName } from './tokenNames'

/** Beyond this β C says nothing any more: a weight is 0 or 1. */
export const maxBeta = 1e6

const rules: readonly BetaRuleName[] = ['fixed', 'learned', 'byRow', 'entropy', 'byNorms']

/** So many sequences are drawn, or read, within a few milliseconds. */
const ranges = { train: [1, 1000], heldOut: [1, 2000], length: [2, 16], seed: [0, maxSeed] } as const

/** A head as scripts and files give it; `undefined` when it is refused, with the reasons in the report. */
export function readHead(
  value: unknown,
  document: Document,
  report: Report,
): AttentionHead | null | undefined {
  if (value === null) return null
  if (!hasFields(value, 'head', ['rule', 'beta', 'task'], report, ' or null')) return undefined
  const rule = rules.find((one) => one === field(value, 'rule'))
  if (rule === undefined) {
    return report.add(
      'head.rule',
      `must be one of ${rules.join(', ')}, got ${JSON.stringify(field(value, 'rule'))?.slice(0, 40)}`,
    )
  }
  const beta = readBeta(field(value, 'beta'), 'head.beta', rule === 'entropy' ? 1 : 0, report)
  const given = field(value, 'task')
  const task = given === null ? null : readTask(given, document, report)
  return beta === undefined || task === undefined ? undefined : { rule, beta, task }
}

const isBeta = (value: number, least: 0 | 1) => value <= maxBeta && (least === 1 ? value >= 1 : value > 0)

/** What keeps a number from being the β, γ or perplexity of a rule, in a sentence. */
export function checkBeta(value: number, rule: BetaRuleName): Problem | undefined {
  if (rule === 'entropy')
    return isBeta(value, 1) ? undefined : problem(`A perplexity is at least 1 and at most ${maxBeta}`)
  const name = rule === 'byRow' || rule === 'byNorms' ? 'γ' : 'β'
  return isBeta(value, 0) ? undefined : problem(`${name} must be greater than 0 and at most ${maxBeta}`)
}

/** @param least a perplexity is at least 1, and β and γ are greater than 0 */
export function readBeta(value: unknown, path: string, least: 0 | 1, report: Report): number | undefined {
  const isInside = typeof value === 'number' && isBeta(value, least)
  if (isInside) return value
  const range = least === 1 ? 'a perplexity of at least 1' : 'a number greater than 0'
  return report.add(path, `must be ${range} and at most ${maxBeta}, got ${described(value)}`)
}

function readTask(value: unknown, document: Document, report: Report): NearestRelative | undefined {
  if (!hasFields(value, 'head.task', ['parents', 'sequences', 'names?'], report, ' or null')) return undefined
  const parents = readParents(field(value, 'parents'), document, report)
  const sequences = parents && readSequences(field(value, 'sequences'), parents.length, report)
  const given = field(value, 'names')
  const names = given === undefined || !parents ? undefined : readNames(given, parents.length, report)
  if (!parents || !sequences || (given !== undefined && !names)) return undefined
  return { parents, ...(names && { names }), sequences }
}

/** One for each token, each another one. */
function readNames(value: unknown, tokens: number, report: Report): string[] | undefined {
  const path = 'head.task.names'
  if (!Array.isArray(value) || value.length !== tokens || !value.every((one) => typeof one === 'string'))
    return report.add(path, `must be a list of ${tokens} names, one for each token, got ${described(value)}`)
  for (const [n, name] of value.entries()) {
    const refused = checkTokenName(name)
    if (refused) return report.add(`${path}[${n}]`, refused.problem)
    if (value.indexOf(name) < n) return report.add(`${path}[${n}]`, `${quoted(name)} is there a second time`)
  }
  return value
}

/** One token for each row and column of the product, in one tree. */
function readParents(value: unknown, document: Document, report: Report): number[] | undefined {
  const path = 'head.task.parents'
  const { rows, columns } = sizeOf(document)
  if (!Array.isArray(value))
    return report.add(path, `must be a list of numbers, the parent of each token, got ${described(value)}`)
  if (value.length !== rows || value.length !== columns) {
    return report.add(
      path,
      `has ${value.length} tokens, the product is ${rows} × ${columns}: all must be equal`,
    )
  }
  if (!value.every((one) => typeof one === 'number'))
    return report.add(path, `must be a list of numbers, the parent of each token, got ${described(value)}`)
  const parents = value.map((one) => one + 0)
  try {
    treeOf(parents)
    return parents
  } catch (error) {
    if (error instanceof RangeError) return report.add(path, error.message)
    throw error
  }
}

function readSequences(
  value: unknown,
  tokens: number,
  report: Report,
): NearestRelative['sequences'] | undefined {
  const path = 'head.task.sequences'
  const drawn = ['train', 'heldOut', 'length', 'seed'] as const
  const isDrawn = typeof value === 'object' && value !== null && 'seed' in value
  if (!hasFields(value, path, isDrawn ? drawn : ['train', 'heldOut'], report)) return undefined
  if (!isDrawn) {
    const list = (name: 'train' | 'heldOut') =>
      readList(field(value, name), `${path}.${name}`, tokens, ranges[name][1], report)
    const [train, heldOut] = [list('train'), list('heldOut')]
    return train && heldOut && { train, heldOut }
  }
  const count = (name: (typeof drawn)[number]) =>
    readCount(field(value, name), `${path}.${name}`, ranges[name], report)
  const [train, heldOut, length, seed] = [count('train'), count('heldOut'), count('length'), count('seed')]
  const isWhole = [train, heldOut, length, seed].every((one) => one !== undefined)
  return isWhole ? { train: train!, heldOut: heldOut!, length: length!, seed: seed! } : undefined
}

/** Sequences of one's own: tokens from 0, two at least in each. */
function readList(
  value: unknown,
  path: string,
  tokens: number,
  most: number,
  report: Report,
): number[][] | undefined {
  if (!Array.isArray(value) || value.length < 1 || value.length > most)
    return report.add(path, `must be a list of 1 to ${most} sequences, got ${described(value)}`)
  const [least, longest] = ranges.length
  for (const [n, sequence] of (value as unknown[]).entries()) {
    const isList = Array.isArray(sequence) && sequence.length >= least && sequence.length <= longest
    if (!isList) {
      const what = described(sequence)
      return report.add(`${path}[${n}]`, `must be a list of ${least} to ${longest} tokens, got ${what}`)
    }
    const bad = (sequence as unknown[]).find((token) => !isToken(token, tokens))
    if (bad !== undefined)
      return report.add(`${path}[${n}]`, `tokens are 0 to ${tokens - 1}, got ${described(bad)}`)
  }
  return (value as number[][]).map((sequence) => sequence.map((token) => token + 0))
}

const isToken = (value: unknown, tokens: number) =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) < tokens
