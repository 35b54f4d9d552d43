import type { Entry, SpaceName } from './document'
import { checkEntry } from './entry'
import { problem, type Problem } from './problem'

/** What the numbers of a file mean: how one entry of it becomes an entry of a factor. */
export interface Embedding {
  readonly name: string
  readonly label: string
  readonly space: SpaceName
  /** Numbers an entry of the file must have. */
  readonly numbers: 1 | 2 | 3
  /** @throws RangeError where a point is not in the model */
  readonly entry: (p: number, q: number, r: number) => Entry
  /** The numbers of an entry, wherever it was moved to; none where the embedding reaches only a curve of the space. */
  readonly back?: (entry: Entry) => readonly number[]
}

export const exp: Embedding = {
  name: 'exp',
  label: 'x ↦ i·eˣ, isometric: a translation becomes a dilation',
  space: 'halfPlane',
  numbers: 1,
  entry: (x) => [0, Math.exp(x)],
}

export const lift: Embedding = {
  name: 'lift',
  label: 'x ↦ x + i',
  space: 'halfPlane',
  numbers: 1,
  entry: (x) => [x, 1],
}

/** One entry, or why these numbers are none. */
export function embed({ entry, space }: Embedding, numbers: Float64Array): Entry | Problem {
  const bad = numbers.find((x) => !Number.isFinite(x))
  if (bad !== undefined) return problem(`${bad} is not a finite number`)
  try {
    const [p = 0, q = 0, r = 0] = numbers
    const made = entry(p + 0, q + 0, r + 0)
    return checkEntry(made, space) ?? made
  } catch (error) {
    if (error instanceof RangeError) return problem(error.message.replace(/^\w+: /, ''))
    throw error
  }
}
