import { treeOf } from '../learning/tree'
import { sizeOf, type AttentionHead, type Document } from './document'
import { maxSeed } from './indicesJson'
import { described, field, isFields, type Fields, type Report } from './report'

/** Beyond this β C says nothing any more: a weight is 0 or 1. */
const maxBeta = 1e6

/** So many sequences are drawn within a few milliseconds. */
const ranges = { train: [1, 1000], heldOut: [1, 2000], length: [2, 16], seed: [0, maxSeed] } as const

/** A head as scripts and files give it; `undefined` when it is refused, with the reasons in the report. */
export function readHead(
  value: unknown,
  document: Document,
  report: Report,
): AttentionHead | null | undefined {
  if (value === null) return null
  if (!hasFields(value, 'head', ['parents', 'beta', 'learnsBeta', 'sequences'], report)) return undefined
  const parents = readParents(field(value, 'parents'), document, report)
  const beta = field(value, 'beta')
  const learnsBeta = field(value, 'learnsBeta')
  const sequences = readSequences(field(value, 'sequences'), report)
  if (typeof beta !== 'number' || !(beta > 0 && beta <= maxBeta)) {
    return report.add(
      'head.beta',
      `must be a number greater than 0 and at most ${maxBeta}, got ${described(beta)}`,
    )
  }
  if (typeof learnsBeta !== 'boolean') {
    return report.add('head.learnsBeta', `must be true or false, got ${described(learnsBeta)}`)
  }
  return parents && sequences && { parents, beta, learnsBeta, sequences }
}

function hasFields(value: unknown, path: string, names: readonly string[], report: Report): value is Fields {
  if (!isFields(value)) {
    report.add(
      path,
      `must be {${names.join(', ')}}${path === 'head' ? ' or null' : ''}, got ${described(value)}`,
    )
    return false
  }
  const unknown = Object.keys(value).find((key) => !names.includes(key))
  if (unknown !== undefined) report.add(path, `has the unknown field "${unknown.slice(0, 40)}"`)
  return unknown === undefined
}

/** One token for each row and column of the product, in one tree. */
function readParents(value: unknown, document: Document, report: Report): number[] | undefined {
  const path = 'head.parents'
  const { rows, columns } = sizeOf(document)
  if (!Array.isArray(value) || !value.every((one) => typeof one === 'number')) {
    return report.add(path, `must be a list of numbers, the parent of each token, got ${described(value)}`)
  }
  if (value.length !== rows || value.length !== columns) {
    return report.add(
      path,
      `has ${value.length} tokens, the product is ${rows} × ${columns}: all must be equal`,
    )
  }
  const parents = value.map((one) => one + 0)
  try {
    treeOf(parents)
    return parents
  } catch (error) {
    if (error instanceof RangeError) return report.add(path, error.message)
    throw error
  }
}

function readSequences(value: unknown, report: Report): AttentionHead['sequences'] | undefined {
  const path = 'head.sequences'
  const names = ['train', 'heldOut', 'length', 'seed'] as const
  if (!hasFields(value, path, names, report)) return undefined
  const read = (name: (typeof names)[number]): number => {
    const [least, most] = ranges[name]
    const count = field(value, name)
    if (Number.isInteger(count) && (count as number) >= least && (count as number) <= most)
      return (count as number) + 0
    report.add(`${path}.${name}`, `must be a whole number, ${least} to ${most}, got ${described(count)}`)
    return least
  }
  return { train: read('train'), heldOut: read('heldOut'), length: read('length'), seed: read('seed') }
}
