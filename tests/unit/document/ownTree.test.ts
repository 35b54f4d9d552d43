import { describe, expect, it } from 'vitest'
import { parseTree } from '../../../src/document/ownTree'

describe('a tree as a person writes it', () => {
  it.each([
    ['0 1 1 2 2', [-1, 0, 0, 1, 1]],
    ['-,1,1', [-1, 0, 0]],
    ['2; 3; -', [1, 2, -1]],
    ['0\n1\n1', [-1, 0, 0]],
  ])('parents in a row: %j', (text, parents) => {
    expect(parseTree(text)).toEqual({ parents, names: undefined })
  })

  it.each([
    ['root:\nleft: root\nright: root', ['root', 'left', 'right'], [-1, 0, 0]],
    ['left: root\nright: root\r\n', ['left', 'root', 'right'], [1, -1, 1]],
    ['b: a\na: -\n\nc: b', ['b', 'a', 'c'], [1, -1, 0]],
  ])('"child: parent" on each line: %j', (text, names, parents) => {
    expect(parseTree(text)).toEqual({ parents, names })
  })

  it.each([
    ['animal\n  bird\n    owl\n  fish', ['animal', 'bird', 'owl', 'fish'], [-1, 0, 1, 0]],
    ['a\n\tb\n\t\tc\n\n\td', ['a', 'b', 'c', 'd'], [-1, 0, 1, 0]],
    ['a\n   b\n  c', ['a', 'b', 'c'], [-1, 0, 0]],
  ])('names indented below their parents: %j', (text, names, parents) => {
    expect(parseTree(text)).toEqual({ parents, names })
  })

  it.each([
    ['  \n', 'There is no tree yet'],
    ['0', 'A head needs at least two tokens, one to attend to the other'],
    ['0 3 2', 'The parents of token 2 run in a circle and never reach a root'],
    ['2 1', 'The parents of token 1 run in a circle and never reach a root'],
    ['0 1 0', 'Token 1 and token 3 both have no parent; a tree has one root'],
    ['0 1 9', 'The parent of token 3 is 9, but there are only 3 tokens'],
    ['0 1 x', 'The parent of token 3 is "x"; it must be a number, or - for the root'],
    ['0 1 -1', 'The parent of token 3 is "-1"; it must be a number, or - for the root'],
    ['a: b\nb: a', 'The parents of "a" run in a circle and never reach a root'],
    ['a: b\nc: d', '"b" and "d" both have no parent; a tree has one root'],
    ['a: b\na: c', 'Line 2 gives "a" a second parent'],
    ['a: b: c', 'Line 1 is "a: b: c"; it must be "child: parent"'],
    [': a', 'Line 1 is ": a"; it must be "child: parent"'],
    ['a: my parent', 'Line 1: "my parent" has a space or one of , ; : in it'],
    ['a\n  b\n  b', 'Line 3 has "b" a second time'],
    ['a\n b\nc', '"a" and "c" both have no parent; a tree has one root'],
    ['a\n abcdefghijklmnopq', 'Line 2: "abcdefghijklmnopq" has more than 16 characters'],
    [`0${' 1'.repeat(64)}`, 'The tree has 65 tokens; at most 64 are possible'],
    ['1 '.repeat(5000), 'The text is too long for a tree of at most 64 tokens'],
  ])('%j is refused', (text, problem) => {
    expect(parseTree(text)).toEqual({ problem })
  })

  it('takes 64 tokens', () => {
    expect(parseTree(`0${' 1'.repeat(63)}`)).toHaveProperty('parents.length', 64)
  })
})
