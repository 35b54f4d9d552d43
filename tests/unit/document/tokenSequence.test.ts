import { describe, expect, it } from 'vitest'
import { parseSequence } from '../../../src/document/tokenSequence'

const names = ['1', '11', '12', '111', '112', '121', '122', '1111']

describe('parseSequence', () => {
  it('reads names with spaces or commas between them', () => {
    expect(parseSequence('11 1, 122', names)).toEqual([1, 0, 6])
    expect(parseSequence(' 1\t1 ', names)).toEqual([0, 0])
  })

  it('says what it cannot read', () => {
    expect(parseSequence('11', names)).toEqual({ problem: 'a sequence needs at least two tokens' })
    expect(parseSequence('11 13', names)).toEqual({
      problem: '"13" is not a token: they are 1, 11, 12, 111 … 1111',
    })
    expect(parseSequence(Array(17).fill('1').join(' '), names)).toEqual({
      problem: 'a sequence has at most 16 tokens here',
    })
  })
})
