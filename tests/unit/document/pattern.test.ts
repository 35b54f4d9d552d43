import { describe, expect, it } from 'vitest'
import { parsePattern, patternChoices } from '../../../src/document/pattern'
import { patternOf } from '../../../src/document/patternCurves'
import { isPattern, type Pattern } from '../../../src/document/view'

describe('parsePattern', () => {
  it.each(['7,3', '{7,3}', ' { 7 , 3 } ', '7 3', '7;3', '07,3'])('reads %s', (text) => {
    expect(parsePattern(text)).toBe('7,3')
  })

  it.each([
    ['4,4', '{4,4} tiles the Euclidean plane: 1/4 + 1/4 must be less than 1/2, not 1/2'],
    ['6 3', '{6,3} tiles the Euclidean plane: 1/6 + 1/3 must be less than 1/2, not 1/2'],
    ['3,5', '{3,5} tiles the sphere: 1/3 + 1/5 must be less than 1/2'],
    ['13,3', 'p and q must be from 3 to 12, got 13'],
    ['7,2', 'p and q must be from 3 to 12, got 2'],
    ['7', 'needs two whole numbers p,q, as in 7,3, got "7"'],
    ['7.5,3', 'needs two whole numbers p,q, as in 7,3, got "7.5,3"'],
    ['-7,3', 'needs two whole numbers p,q, as in 7,3, got "-7,3"'],
    ['seven,3', 'needs two whole numbers p,q, as in 7,3, got "seven,3"'],
    ['', 'needs two whole numbers p,q, as in 7,3, got ""'],
    ['polar', 'needs two whole numbers p,q, as in 7,3, got "polar"'],
  ])('refuses %s', (text, reason) => {
    expect(parsePattern(text)).toEqual({ problem: reason })
  })

  it('takes what a link takes, for all p and q', () => {
    for (let p = 0; p <= 14; p++) {
      for (let q = 0; q <= 14; q++) {
        expect(typeof parsePattern(`${p},${q}`) === 'string').toBe(isPattern(`${p},${q}`))
      }
    }
  })
})

describe('patternOf', () => {
  it('has curves for every choice but none, each a pattern that a link takes', () => {
    for (const { value } of patternChoices) {
      expect(isPattern(value)).toBe(true)
      expect(patternOf(value).length > 0).toBe(value !== 'none')
    }
  })

  it('makes a pattern once', () => {
    expect(patternOf('8,3')).toBe(patternOf('8,3'))
    expect(patternOf('8,3')).not.toEqual(patternOf('3,8'))
  })

  it('draws nothing for what is no pattern, and does not throw', () => {
    for (const text of ['4,4', '1e3,7', '7,3.5', '99,99']) expect(patternOf(text as Pattern)).toEqual([])
  })

  it('has major curves, which show where i is, in every pattern', () => {
    for (const { value } of patternChoices) {
      const major = patternOf(value).filter(({ weight }) => weight === 1)
      expect(major.length > 0).toBe(value !== 'none')
    }
  })
})
