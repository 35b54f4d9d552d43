import type { BetaRuleName, NearestRelative, SpaceName } from './document'
import { binaryTask, usualBeta, type HeadPlan } from './head'
import type { WrittenTree } from './ownTree'

/** Points a token that a new head may have. */
export const innerSizes = [1, 2, 3, 4, 5, 6] as const

/** Numbers that train: one point of the half-plane draws the tree, two learn it; the line needs six. */
export function usualPlan(space: SpaceName, inner = space === 'line' ? 6 : 1): Omit<HeadPlan, 'task'> {
  const rule: BetaRuleName = space === 'halfPlane' && inner === 1 ? 'fixed' : 'learned'
  return { space, inner, rule, beta: usualBeta(rule, space) }
}

/** The ball {L < ε} that such a head comes to. */
export function usualBall({ space, inner }: Pick<HeadPlan, 'space' | 'inner'>, tokens: number): number {
  const numbers = (space === 'line' ? 1 : 2) * inner
  if (numbers >= 4 && tokens <= 15) return 0.01
  return tokens <= 7 || numbers >= 4 ? 0.05 : 0.2
}

/** Sequences are drawn for a tree of one's own as for the binary trees, where there are none of one's own. */
export function ownTask(
  { parents, names }: WrittenTree,
  sequences: NearestRelative['sequences'] | undefined,
): NearestRelative {
  const drawn = binaryTask(parents.length <= 7 ? 7 : 15).sequences
  return { parents, ...(names && { names }), sequences: sequences ?? drawn }
}
