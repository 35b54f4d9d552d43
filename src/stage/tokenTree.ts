/** An edge of a tree of tokens, and how many edges its child is away from the root. */
export interface Branch {
  readonly parent: number
  readonly child: number
  readonly depth: number
}

/**
 * The edges of a tree given by the parent of each token, -1 for the root: the outermost first, so that what is drawn
 * last, and lies on top, is nearest to the root.
 */
export function branchesOf(parents: readonly number[]): readonly Branch[] {
  const depthOf = (token: number): number => {
    let depth = 0
    for (let at = token; parents[at]! >= 0 && depth < parents.length; at = parents[at]!) depth++
    return depth
  }
  return parents
    .flatMap((parent, child) => (parent < 0 ? [] : [{ parent, child, depth: depthOf(child) }]))
    .sort((one, other) => other.depth - one.depth)
}

/** How an edge looks: a branch is thinner and lighter than the one it grows from. */
export function branchLook(depth: number): { readonly width: number; readonly alpha: number } {
  return { width: 1.2 + 2 * 0.62 ** (depth - 1), alpha: 0.42 + 0.46 * 0.7 ** (depth - 1) }
}
