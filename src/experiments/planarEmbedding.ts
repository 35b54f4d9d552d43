import type { Tree } from '../learning/tree'
import { direction } from '../math/upperHalfPlane'

/**
 * The order in which the neighbours of each node lie round it, anticlockwise, for nodes with three neighbours or more:
 * what a drawing of the tree is up to bending it. Read from the directions of geodesics at the node.
 *
 * @param points (nodes, 2)
 * @returns lists that begin with the parent, or the first child at the root
 */
export function cyclicOrders(tree: Tree, points: Float64Array): number[][] {
  return tree.parents.flatMap((parent, node) => {
    const children = tree.edges.flatMap(([from, to]) => (from === node ? [to] : []))
    const neighbours = parent === -1 ? children : [parent, ...children]
    if (neighbours.length < 3) return []
    const towards = (to: number) =>
      direction(points[2 * node]!, points[2 * node + 1]!, points[2 * to]!, points[2 * to + 1]!)
    const from = towards(neighbours[0]!)
    const turn = (to: number) => (towards(to) - from + 4 * Math.PI) % (2 * Math.PI)
    return [[neighbours[0]!, ...neighbours.slice(1).sort((p, q) => turn(p) - turn(q))]]
  })
}

/** At how many nodes the orders of two drawings differ, when the one may be reflected. */
export function differingOrders(one: readonly (readonly number[])[], other: typeof one): number {
  const unlike = (orders: typeof one) =>
    orders.filter((order, n) => order.some((node, k) => node !== other[n]![k])).length
  return Math.min(unlike(one), unlike(one.map(([first, ...rest]) => [first!, ...rest.reverse()])))
}
