import { binaryTask, startedHead } from '../src/document/head'

/** A head on a complete binary tree in the half-plane before any training; β is 2 and learned, or 10 and fixed. */
export function startedTree(nodes: 7 | 15 | 31, inner: number, learns: boolean, seed: number) {
  const [rule, beta] = learns ? (['learned', 2] as const) : (['fixed', 10] as const)
  return startedHead({ space: 'halfPlane', inner, rule, beta, task: binaryTask(nodes) }, seed)
}
