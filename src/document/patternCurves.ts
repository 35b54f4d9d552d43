import { modular } from '../math/modular'
import { horocyclic, polar, type PatternCurve } from '../math/patterns'
import { tiling } from '../math/tiling'
import { isPattern, type Pattern } from './view'

const made = new Map<Pattern, readonly PatternCurve[]>()

/** The curves of a pattern about i, to be carried by g; each pattern is made once. None of one that is no pattern. */
export function patternOf(pattern: Pattern): readonly PatternCurve[] {
  const known = made.get(pattern)
  if (known) return known
  const curves = isPattern(pattern) ? curvesOf(pattern) : []
  made.set(pattern, curves)
  return curves
}

function curvesOf(pattern: Pattern): readonly PatternCurve[] {
  switch (pattern) {
    case 'none':
      return []
    case 'polar':
      return polar()
    case 'horocyclic':
      return horocyclic()
    case 'modular':
      return modular()
    default: {
      const [p, q] = pattern.split(',').map(Number)
      return tiling(p!, q!)
    }
  }
}
