import { expect, it } from 'vitest'
import { decodeLink, encodeLink, maxLinkLength } from '../../../src/document/link'
import { Draw, randomDocument, randomView, sameBits } from './randomStates'

/** @param most largest size; @param count how many states */
function check(most: number, count: number, seed: number) {
  const draw = new Draw(seed)
  const lengths: number[] = []
  for (let n = 0; n < count; n++) {
    const document = randomDocument(draw, most)
    const view = randomView(draw)
    const link = encodeLink(document, view)
    lengths.push(link.length)
    if (link.length > maxLinkLength) continue
    const read = decodeLink(link)
    const isSame =
      read.rejected.length === 0 && sameBits(read.document, document) && sameBits(read.view, view)
    // Equal states, equal links: the one that was opened has nothing in common with the first but its values.
    if (n % 8 === 0) expect(encodeLink(read.document, read.view)).toBe(link)
    if (isSame) continue
    expect(read, `${n}: ${link}`).toEqual({ document, view, rejected: [] })
    throw new Error(`${n}: ${link} opens another document, in a bit that toEqual does not see`)
  }
  return lengths.sort((p, q) => p - q)
}

it('100 000 states come back from their links bit for bit', { timeout: 180_000 }, () => {
  const small = check(2, 90_000, 1)
  const medium = check(5, 9600, 2)
  const large = check(16, 400, 3)
  expect(small.length + medium.length + large.length).toBe(100_000)
  // What was drawn reaches from a few fields to thousands of characters.
  expect(small[0]).toBeLessThan(150)
  expect(large.at(-1)).toBeGreaterThan(5000)
})
