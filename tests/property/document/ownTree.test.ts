import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseTree, type WrittenTree } from '../../../src/document/ownTree'

const runs = { numRuns: 500, seed: 4 }

/** Each node below one before it. */
const tree: fc.Arbitrary<number[]> = fc
  .array(fc.nat(), { minLength: 1, maxLength: 63 })
  .map((numbers) => [-1, ...numbers.map((number, node) => number % (node + 1))])
const nameOf = (node: number) => `t${node}`

/** Nodes as they come in a list that is indented: each right below its parent, or what hangs there already. */
function indented(parents: readonly number[], node = 0, depth = 0): string[] {
  const below = parents.flatMap((parent, child) =>
    parent === node ? indented(parents, child, depth + 1) : [],
  )
  return [`${'  '.repeat(depth)}${nameOf(node)}`, ...below]
}

/** [child, parent] by name, in no order. */
const edges = ({ parents, names }: WrittenTree) =>
  parents.map((parent, node) => `${names![node]} ${parent < 0 ? '' : names![parent]}`).sort()

describe('a written tree reads back as the same tree', () => {
  it('as parents in a row, in any order of the nodes', () => {
    fc.assert(
      fc.property(tree, fc.nat(), (parents, turn) => {
        const count = parents.length
        const at = (node: number) => (node + turn) % count
        const turned = parents.map(() => 0)
        parents.forEach((parent, node) => (turned[at(node)] = parent < 0 ? -1 : at(parent)))
        expect(parseTree(turned.map((parent) => parent + 1).join(' '))).toEqual({
          parents: turned,
          names: undefined,
        })
      }),
      runs,
    )
  })

  it('as lines of child: parent in any order, and indented', () => {
    fc.assert(
      fc.property(tree, fc.nat(), (parents, turn) => {
        const wanted = parents
          .map((parent, node) => `${nameOf(node)} ${parent < 0 ? '' : nameOf(parent)}`)
          .sort()
        const lines = parents.map((parent, node) => `${nameOf(node)}: ${parent < 0 ? '-' : nameOf(parent)}`)
        const cut = turn % lines.length
        const pairs = parseTree([...lines.slice(cut), ...lines.slice(0, cut)].join('\n')) as WrittenTree
        expect(edges(pairs)).toEqual(wanted)
        expect(edges(parseTree(indented(parents).join('\n')) as WrittenTree)).toEqual(wanted)
      }),
      runs,
    )
  })

  it('or is refused with a sentence, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9a-c:\-\n ]{0,60}$/)), (text) => {
        const read = parseTree(text)
        if ('problem' in read) expect(read.problem).toMatch(/^[^]+[^.]$/)
        else expect(read.parents.filter((parent) => parent === -1)).toHaveLength(1)
      }),
      { numRuns: 2000, seed: 4 },
    )
  })
})
