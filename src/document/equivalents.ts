import { equivalents, type Equivalents } from '../math/equivalents'
import { pack } from './derive'
import { sizeOf, type Document } from './document'
import { problem, type Problem } from './problem'

/** Up to here the singular values take about half a second on a laptop, and two on a phone. */
const mostProducts = 400
const mostParameters = 800

/**
 * Counts the equivalents of the base factors. What acts on both is not asked: by the chain rule the count is the
 * same at the moved ones.
 */
export function equivalentsOf({ a, b, space }: Pick<Document, 'a' | 'b' | 'space'>): Equivalents | Problem {
  const sizes = sizeOf({ a, b })
  const tooLarge = checkSize(space, sizes.rows, sizes.inner, sizes.columns)
  if (tooLarge) return tooLarge
  try {
    return equivalents(space, pack(a), pack(b), sizes)
  } catch (error) {
    if (error instanceof RangeError) return problem(`${error.message}. Move one of them a little to count.`)
    throw error
  }
}

function checkSize(
  space: Document['space'],
  rows: number,
  inner: number,
  columns: number,
): Problem | undefined {
  const products = rows * columns
  const parameters = (space === 'line' ? 1 : 2) * inner * (rows + columns)
  if (products <= mostProducts && parameters <= mostParameters) return undefined
  const limit = `${mostProducts} product entries and ${mostParameters} numbers`
  return problem(`Counted up to ${limit}; here there are ${products} and ${parameters}.`)
}
