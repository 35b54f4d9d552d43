import { describe, expect, it } from 'vitest'
import { parseSequences } from '../../../src/document/ownSequences'

const names = ['animal', 'bird', 'fish', '1']

describe('sequences of one’s own', () => {
  it('takes tokens by name, by number where no name is that, and holds the last part out', () => {
    expect(parseSequences('bird fish\n\n3, animal; 2\r\n1 4\nfish bird', names, 0.25)).toEqual({
      train: [
        [1, 2],
        [2, 0, 1],
        [3, 3],
      ],
      heldOut: [[2, 1]],
    })
  })

  it.each([
    [0.01, 1],
    [0.5, 2],
    [0.99, 3],
  ])('of four lines and a part of %d it holds %d out', (part, heldOut) => {
    const read = parseSequences('1 1\n1 1\n1 1\n1 1', names, part)
    expect(read).toHaveProperty('heldOut.length', heldOut)
    expect(read).toHaveProperty('train.length', 4 - heldOut)
  })

  it.each([
    ['bird fish\nbird cow', 'Line 2: "cow" is not a token: they are animal, bird, fish, 1'],
    ['bird fish\nbird 5', 'Line 2: "5" is not a token: they are animal, bird, fish, 1'],
    ['bird 0\nbird fish', 'Line 1: "0" is not a token: they are animal, bird, fish, 1'],
    ['bird fish\n\nbird', 'Line 3 has one token; a sequence needs at least two'],
    [`bird fish\n${'bird '.repeat(17)}`, 'Line 2 has more than 16 tokens'],
    ['bird fish', 'Two sequences are needed at least, one of them held out'],
    ['', 'Two sequences are needed at least, one of them held out'],
    ['1 1\n'.repeat(3001), 'There are more than 3000 sequences'],
    ['1 1\n'.repeat(2000), '1500 sequences to train on are too many; at most 1000'],
  ])('%j is refused', (text, problem) => {
    expect(parseSequences(text, names, 0.25)).toEqual({ problem })
  })

  it.each([0, 1, -1, NaN, 2])('a part of %d is refused', (part) => {
    expect(parseSequences('1 1\n1 1', names, part)).toEqual({
      problem: 'The part held out must be between 0 and 1',
    })
  })
})
