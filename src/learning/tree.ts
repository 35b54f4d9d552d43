/** A rooted tree on the nodes 0 … n - 1. */
export interface Tree {
  /** parent of each node, -1 at the root */
  readonly parents: readonly number[]
  readonly root: number
  /** edges between each node and the root */
  readonly depths: readonly number[]
  /** [parent, child], in the order of the children */
  readonly edges: readonly (readonly [parent: number, child: number])[]
  /** (n, n) row-major: edges between two nodes */
  readonly distances: Int32Array
}

/** Every pair of nodes has an entry in tables of distances and of costs. */
const mostNodes = 512

/**
 * The tree with the given parents. Nodes count from 0.
 *
 * @param parents the parent of each node, -1 for the root; any order
 * @throws RangeError with the reason, if that is not one tree: no node, too many, a parent that is no node, two
 *   roots, none, or a cycle
 */
export function treeOf(parents: readonly number[]): Tree {
  const count = parents.length
  if (count === 0) throw new RangeError('a tree needs at least one node')
  if (count > mostNodes)
    throw new RangeError(`a tree of ${count} nodes: at most ${mostNodes} are possible here`)
  parents.forEach((parent, node) => {
    if (Number.isInteger(parent) && parent >= -1 && parent < count) return
    throw new RangeError(
      `node ${node} has the parent ${parent}; a parent is one of 0 … ${count - 1}, or -1 at the root`,
    )
  })
  const roots = parents.flatMap((parent, node) => (parent === -1 ? [node] : []))
  if (roots.length > 1) {
    throw new RangeError(`nodes ${roots[0]} and ${roots[1]} both have no parent; a tree has one root`)
  }
  const ancestors = parents.map((_, node) => lineOf(node, parents))
  const edges = parents.flatMap((parent, node): [number, number][] => (parent === -1 ? [] : [[parent, node]]))
  return {
    parents: [...parents],
    root: roots[0]!,
    depths: ancestors.map((line) => line.length - 1),
    edges,
    distances: distancesBetween(ancestors),
  }
}

/**
 * Parents of the complete binary tree with 2^k - 1 nodes, level by level: node v has the children 2v + 1, 2v + 2.
 *
 * @throws RangeError unless the number of nodes is 1, 3, 7, 15, 31 …
 */
export function completeBinaryTree(nodes: number): number[] {
  if (!Number.isInteger(nodes) || nodes < 1 || !Number.isInteger(Math.log2(nodes + 1))) {
    throw new RangeError(`a complete binary tree has 1, 3, 7, 15, 31 … nodes, not ${nodes}`)
  }
  return Array.from({ length: nodes }, (_, node) => (node === 0 ? -1 : (node - 1) >> 1))
}

/** The node, its parent, and so on up to the root. */
function lineOf(node: number, parents: readonly number[]): number[] {
  const line: number[] = []
  for (let at = node; at !== -1; at = parents[at]!) {
    if (line.length === parents.length) {
      throw new RangeError(`the parents of node ${node} run in a circle and never reach a root`)
    }
    line.push(at)
  }
  return line
}

/** Steps from v up to the first ancestor that w shares, and from there down to w. */
function distancesBetween(ancestors: readonly (readonly number[])[]): Int32Array {
  const count = ancestors.length
  const distances = new Int32Array(count * count)
  for (let v = 0; v < count; v++) {
    const height = new Int32Array(count).fill(-1)
    ancestors[v]!.forEach((node, steps) => (height[node] = steps))
    for (let w = 0; w < count; w++) {
      const down = ancestors[w]!.findIndex((node) => height[node]! >= 0)
      distances[v * count + w] = down + height[ancestors[w]![down]!]!
    }
  }
  return distances
}
