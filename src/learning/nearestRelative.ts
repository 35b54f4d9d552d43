import { random, type Random } from '../math/random'
import { attentionData, type AttentionData } from './attentionData'
import type { Tree } from './tree'

/** A sequence that was drawn for training is drawn again at most this often; small trees have few sequences. */
const draws = 20

export interface NearestRelativeSettings {
  readonly train: number
  readonly heldOut: number
  /** positions a sequence */
  readonly length: number
  readonly seed: number
}

export interface NearestRelativeData {
  readonly train: AttentionData
  readonly heldOut: AttentionData
  /** held-out sequences that are training sequences too: 0 unless the tree has hardly any others */
  readonly seenBefore: number
}

/**
 * Example 1 of the paper with a task: every position of a sequence should attend to its nearest relative in the
 * tree among the other positions. Tokens are drawn with repetition, so that siblings occur beside themselves.
 *
 * @throws RangeError if a count is not a positive integer, or length < 2
 */
export function nearestRelativeData(tree: Tree, settings: NearestRelativeSettings): NearestRelativeData {
  for (const [name, least] of [
    ['train', 1],
    ['heldOut', 1],
    ['length', 2],
  ] as const) {
    const value = settings[name]
    if (!Number.isInteger(value) || value < least) {
      throw new RangeError(`${name} is ${value}; it must be an integer of at least ${least}`)
    }
  }
  const next = random(settings.seed)
  const nodes = tree.parents.length
  const train = Array.from({ length: settings.train }, () => draw(nodes, settings.length, next))
  const known = new Set(train.map(String))
  const heldOut = Array.from({ length: settings.heldOut }, () => {
    let sequence = draw(nodes, settings.length, next)
    for (let n = 1; n < draws && known.has(String(sequence)); n++)
      sequence = draw(nodes, settings.length, next)
    return sequence
  })
  return {
    train: nearestRelatives(tree, train),
    heldOut: nearestRelatives(tree, heldOut),
    seenBefore: heldOut.filter((sequence) => known.has(String(sequence))).length,
  }
}

/**
 * Given sequences of nodes with the target "nearest relative": the keys at the least tree distance from the query
 * share the weight equally.
 *
 * @throws RangeError if a sequence is too short or has a token that is not a node
 */
export function nearestRelatives(tree: Tree, sequences: readonly (readonly number[])[]): AttentionData {
  const nodes = tree.parents.length
  return attentionData(nodes, sequences, (query, keys) => {
    const distances = keys.map((key) => tree.distances[query * nodes + key]!)
    const least = Math.min(...distances)
    const ties = distances.filter((distance) => distance === least).length
    return distances.map((distance) => (distance === least ? 1 / ties : 0))
  })
}

function draw(nodes: number, length: number, next: Random): number[] {
  return Array.from({ length }, () => Math.floor(next() * nodes))
}
