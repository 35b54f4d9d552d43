import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { documentFile, documentFromFile } from '../../../src/document/documentJson'
import { readFile } from '../../../src/document/files'
import { migrated } from '../../../src/document/migrate'

/**
 * Files as programs of earlier days wrote them, `n-name.before.txt` of version n, and what they say in the present
 * version. The list only grows.
 */
const folder = path.join(import.meta.dirname, 'files')
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.before.txt'))
  .map((name) => name.replace('.before.txt', ''))
const textOf = (name: string) => readFileSync(path.join(folder, name), 'utf8')

function opened(text: string) {
  const read = readFile('model.json', new TextEncoder().encode(text))
  if ('problem' in read) throw new Error(read.problem)
  if (read.kind !== 'document') throw new Error('no document')
  return read
}

describe('files of earlier versions', () => {
  it('are there', () => expect(names.length).toBeGreaterThanOrEqual(9))

  it.each(names)('%s opens as the same document as its present form', (name) => {
    const { document, view } = opened(textOf(`${name}.before.txt`))
    expect(documentFile(document, view)).toBe(textOf(`${name}.after.txt`))
    expect(opened(textOf(`${name}.after.txt`))).toEqual({ kind: 'document', document, ...(view && { view }) })
  })

  it.each(names)('%s: its numbers are those of the file, and nothing else is in it', (name) => {
    const before = JSON.parse(textOf(`${name}.before.txt`)) as Record<string, unknown>
    const after = JSON.parse(textOf(`${name}.after.txt`)) as Record<string, unknown>
    const { head, ...same } = before
    expect(after).toMatchObject({ ...same, version: 1 })
    if (head === undefined || head === null) expect(after.head).toBe(null)
  })
})

describe('version 0 to 1', () => {
  const sequences = { train: 5, heldOut: 6, length: 2, seed: 0 }
  it.each([
    [true, 'learned'],
    [false, 'fixed'],
  ])('a head with learnsBeta %s has the rule %s, and its tree in a task', (learnsBeta, rule) => {
    const head = { parents: [-1, 0], beta: 3, learnsBeta, sequences }
    const after = { rule, beta: 3, task: { parents: [-1, 0], sequences } }
    for (const version of [undefined, 0, 1])
      expect(migrated({ ...(version !== undefined && { version }), head })).toEqual({
        version: 1,
        head: after,
      })
    expect(migrated({ version: 1, head: after })).toEqual({ version: 1, head: after })
  })
  it('leaves what it does not know to the reader', () => {
    expect(migrated({ head: 3 })).toEqual({ version: 1, head: 3 })
    expect(migrated({ head: { learnsBeta: 'x', more: 1 } })).toMatchObject({ head: { rule: 'x', more: 1 } })
  })
})

describe('a version that is none', () => {
  const problem = (version: unknown) => {
    const read = documentFromFile({ version, a: [[1]], b: [[2]], space: 'line' })
    return 'problem' in read ? read.problem : ''
  }
  it.each([2, 3, 1e9])('%s is of a newer program, and nothing is opened', (version) => {
    expect(problem(version)).toMatch(/newer version of this program/)
  })
  it.each([-1, 0.5, NaN, '1', null, [1]])('%j is refused', (version) => {
    expect(problem(version)).toMatch(/^version: must be a whole number/)
  })
})
