/** For the levels M, L, H, Q, as the two bits of the format count them: codewords that correct in a block, by version. */
const correcting = [
  [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24],
  [7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22],
  [17, 28, 22, 16, 22, 28, 26, 26, 24, 28, 24, 28, 22, 24, 24],
  [13, 22, 18, 26, 18, 24, 18, 22, 20, 24, 28, 26, 24, 20, 30],
]
/** And how many blocks there are. */
const blocks = [
  [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10],
  [1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6],
  [1, 1, 2, 4, 4, 4, 5, 6, 8, 8, 11, 11, 16, 16, 18],
  [1, 1, 2, 2, 4, 4, 6, 6, 8, 8, 8, 10, 12, 16, 12],
]

const masks: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
]

/** The middles of the alignment patterns along a side (ISO/IEC 18004, Annex E, up to version 15). */
function alignments(version: number): number[] {
  if (version === 1) return []
  const count = Math.floor(version / 7) + 2
  const last = 4 * version + 10
  const step = count === 2 ? last - 6 : 2 * Math.ceil((last - 6) / (2 * (count - 1)))
  return [6, ...Array.from({ length: count - 1 }, (_, n) => last - step * (count - 2 - n))]
}

/** Whether a module belongs to the pattern and not to what is written. */
function isPattern(size: number, version: number): (x: number, y: number) => boolean {
  const middles = alignments(version)
  const isCorner = (x: number, y: number) =>
    (x < 9 && y < 9) || (x >= size - 8 && y < 9) || (x < 9 && y >= size - 8)
  const isAligned = (x: number, y: number) =>
    middles.some((u) =>
      middles.some((v) => {
        const isFinder = (u === 6 && v === 6) || (u === 6 && v === size - 7) || (u === size - 7 && v === 6)
        return !isFinder && Math.abs(x - u) <= 2 && Math.abs(y - v) <= 2
      }),
    )
  const isVersion = (x: number, y: number) =>
    version >= 7 && ((x >= size - 11 && y < 6) || (y >= size - 11 && x < 6))
  return (x, y) => isCorner(x, y) || x === 6 || y === 6 || isAligned(x, y) || isVersion(x, y)
}

/** The text of a QR code of bytes, read from its modules without the white around them (ISO/IEC 18004); up to version 15. */
export function readQr(isDark: readonly (readonly boolean[])[]): string {
  const size = isDark.length
  const version = (size - 17) / 4
  const format =
    [0, 1, 2, 3, 4, 5, 7, 8].reduce((bits, x) => 2 * bits + (isDark[8]![x] ? 1 : 0), 0) ^ (0x5412 >> 7)
  const [level, mask] = [format >> 6, masks[(format >> 3) & 7]!]
  const isFixed = isPattern(size, version)
  const bits: boolean[] = []
  let isUp = true
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right = 5
    for (let n = 0; n < size; n++) {
      const y = isUp ? size - 1 - n : n
      for (const x of [right, right - 1]) if (!isFixed(x, y)) bits.push(isDark[y]![x]! !== mask(x, y))
    }
    isUp = !isUp
  }
  const words = Array.from({ length: bits.length >> 3 }, (_, n) =>
    bits.slice(8 * n, 8 * n + 8).reduce((word, bit) => 2 * word + (bit ? 1 : 0), 0),
  )
  return textOf(joined(words, blocks[level]![version - 1]!, correcting[level]![version - 1]!), version)
}

/** What is written, whose blocks are dealt out in turn; the last ones may be one longer. */
function joined(words: readonly number[], count: number, correct: number): number[] {
  const total = words.length - count * correct
  const short = Math.floor(total / count)
  const lengths = Array.from({ length: count }, (_, n) => short + (n >= count - (total % count) ? 1 : 0))
  const parts = lengths.map((): number[] => [])
  let at = 0
  for (let n = 0; n <= short; n++)
    for (const [m, part] of parts.entries()) if (n < lengths[m]!) part.push(words[at++]!)
  return parts.flat()
}

function textOf(words: readonly number[], version: number): string {
  const bits = words.map((word) => word.toString(2).padStart(8, '0')).join('')
  if (!bits.startsWith('0100')) throw new Error('the code is not one of bytes')
  const wide = version < 10 ? 8 : 16
  const length = parseInt(bits.slice(4, 4 + wide), 2)
  const bytes = Array.from({ length }, (_, n) => parseInt(bits.slice(4 + wide + 8 * n, 12 + wide + 8 * n), 2))
  return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes))
}
