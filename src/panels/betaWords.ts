import type { BetaRuleName } from '../document/document'

/** What the rules of β are called, and what the number of each is. */
export const ruleNames: Readonly<Record<BetaRuleName, string>> = {
  fixed: 'fixed',
  learned: 'learned',
  byRow: 'by row, γ / mean of C',
  entropy: 'by row, of a given perplexity',
  byNorms: 'by norms of Q: not invariant',
}

export const betaRules = Object.keys(ruleNames) as BetaRuleName[]

export function betaName(rule: BetaRuleName): 'β' | 'γ' | 'Perplexity' {
  if (rule === 'entropy') return 'Perplexity'
  return rule === 'byRow' || rule === 'byNorms' ? 'γ' : 'β'
}

/** What the β of a row is, in a formula that can be read aloud. */
export const ruleWords: Readonly<Record<BetaRuleName, string>> = {
  fixed: 'one β for all rows; training leaves it',
  learned: 'one β for all rows; training changes it too',
  byRow: 'each row has β = γ / mean of its C; training changes γ too',
  entropy: 'each row has the β that gives this perplexity; training leaves it',
  byNorms: 'each row has β = γ / √(1 + |q|²): no function of distances; training changes γ too',
}
