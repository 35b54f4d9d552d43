import { base64, Bytes, bytesOf, putBits, putReal, putWhole } from './linkBytes'
import { problem, type Problem } from './problem'

/**
 * Rows of numbers as one letter and base64url, bit for bit. The bytes begin with the number of rows and the length of
 * all of them, or 0 and the length of each. Then, for the letter
 *
 * - g, a grid: a byte k, a byte w (+ 128 where numbers are negative), and each m of x = m / 10^k as w bits;
 * - m, mixed: each x = m / 10^k with k < 7 as the number 8 m + k, any other one as a byte 7 and its 8 bytes;
 * - f: the 8 bytes of each, little-endian.
 *
 * Negative m are written as -2m - 1, the others as 2m; numbers of any size seven bits a byte, the lowest first.
 */
export type Rows = readonly (readonly number[])[]

/** Rows of a matrix that is written with numbers in words: what is 3 × 3 or smaller, so that a person can edit it. */
const readable = 3
/** More than a link of the greatest length has to hold. */
const mostNumbers = 45_000
const maxExponent = 15
const gridLimit = 2 ** 52
const mixedLimit = 2 ** 44
const powers = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15]

export const isPacked = (text: string): boolean => /^[gmf][\w-]*$/.test(text)

export const isSmall = (rows: readonly (readonly unknown[])[]): boolean =>
  rows.length <= readable && rows.every((row) => row.length <= readable)

/** The shortest of the plain text and the packed ones. */
export function shortest(plain: string, rows: Rows): string {
  const packed = pack(rows)
  return packed.length < plain.length ? packed : plain
}

/** @param rows one at least, each of at least one finite number */
export function pack(rows: Rows): string {
  const head: number[] = []
  const columns = rows[0]!.length
  const isEven = rows.every((row) => row.length === columns)
  putWhole(head, rows.length)
  putWhole(head, isEven ? columns : 0)
  if (!isEven) for (const row of rows) putWhole(head, row.length)
  const all = rows.flat()
  const most = head.length + 8 * all.length
  const forms = [grid(head, all), mixed(head, all, most)]
  const length = Math.min(...forms.map((form) => form?.length ?? Infinity), most)
  const [g, m] = forms
  if (g?.length === length) return `g${base64(g)}`
  return m?.length === length ? `m${base64(m)}` : `f${base64(raw(head, all))}`
}

/** m where x is exactly m / 10^k and |m| < limit; undefined else, and for -0. */
function decimal(x: number, k: number, limit: number): number | undefined {
  const m = Math.round(x * powers[k]!)
  return Math.abs(m) < limit && m / powers[k]! === x && !Object.is(x, -0) ? m + 0 : undefined
}

const folded = (m: number) => (m < 0 ? -2 * m - 1 : 2 * m)
const unfolded = (z: number) => (z % 2 === 1 ? -(z + 1) / 2 : z / 2)

/** undefined where the numbers are not on one decimal grid. */
function grid(head: readonly number[], all: readonly number[]): number[] | undefined {
  let k = 0
  for (const x of all) {
    while (k <= maxExponent && decimal(x, k, gridLimit) === undefined) k++
    if (k > maxExponent) return undefined
  }
  const whole: number[] = []
  for (const x of all) {
    const m = decimal(x, k, gridLimit)
    if (m === undefined) return undefined
    whole.push(m)
  }
  const isSigned = whole.some((m) => m < 0)
  const written = isSigned ? whole.map(folded) : whole
  let width = 1
  for (const z of written) while (z >= 2 ** width) width++
  const bytes = [...head, k, width + (isSigned ? 128 : 0)]
  putBits(bytes, written, width)
  return bytes
}

/** undefined once it is longer than `most` bytes. */
function mixed(head: readonly number[], all: readonly number[], most: number): number[] | undefined {
  const bytes = [...head]
  for (const x of all) {
    let k = 0
    let m = decimal(x, k, mixedLimit)
    while (m === undefined && k < 6) m = decimal(x, ++k, mixedLimit)
    if (m === undefined) {
      bytes.push(7)
      putReal(bytes, x)
    } else putWhole(bytes, folded(m) * 8 + k)
    if (bytes.length > most) return undefined
  }
  return bytes
}

function raw(head: readonly number[], all: readonly number[]): number[] {
  const bytes = [...head]
  for (const x of all) putReal(bytes, x)
  return bytes
}

/** Undefined where a text is not packed. Sizes are checked against the bytes that are there before there is a row. */
export function unpack(text: string): number[][] | Problem | undefined {
  if (!isPacked(text)) return undefined
  const found = bytesOf(text.slice(1))
  if (found === undefined) return problem('the packed numbers end in the middle of one, or are not base64url')
  const bytes = new Bytes(found)
  const lengths = lengthsOf(bytes)
  if (lengths === undefined) return problem('the packed numbers do not begin with their count')
  const count = lengths.reduce((sum, length) => sum + length, 0)
  const all =
    count > mostNumbers
      ? problem(`${count} packed numbers are too many`)
      : text[0] === 'g'
        ? gridOf(bytes, count)
        : text[0] === 'm'
          ? mixedOf(bytes, count)
          : rawOf(bytes, count)
  if (!Array.isArray(all)) return all
  let at = 0
  return lengths.map((length) => all.slice(at, (at += length)))
}

const cut = (count: number) => problem(`the packed numbers end before all ${count} are there`)
const overlong = (count: number) => problem(`the packed numbers go on after all ${count} are there`)
const broken = (n: number) => problem(`packed number ${n + 1} is none`)

function lengthsOf(bytes: Bytes): number[] | undefined {
  const rows = bytes.whole(2)
  const columns = bytes.whole(2)
  if (bytes.isOver || rows === 0 || rows > mostNumbers) return undefined
  if (columns > 0) return Array.from({ length: rows }, () => columns)
  if (rows > bytes.left) return undefined
  const lengths = Array.from({ length: rows }, () => bytes.whole(2))
  return bytes.isOver || lengths.includes(0) ? undefined : lengths
}

function gridOf(bytes: Bytes, count: number): number[] | Problem {
  const k = bytes.byte()
  const flags = bytes.byte()
  const width = flags & 127
  if (bytes.isOver) return cut(count)
  if (k > maxExponent || width < 1 || width > 53)
    return problem(`the packed numbers have ${width} bits and ${k} decimals`)
  const needed = Math.ceil((count * width) / 8)
  if (needed !== bytes.left) return needed > bytes.left ? cut(count) : overlong(count)
  const power = powers[k]!
  const all: number[] = []
  for (let n = 0; n < count; n++) {
    const z = bytes.bits(width)
    all.push((flags >= 128 ? unfolded(z) : z) / power + 0)
  }
  return bytes.closes() ? all : overlong(count)
}

function mixedOf(bytes: Bytes, count: number): number[] | Problem {
  if (count > bytes.left) return cut(count)
  const all: number[] = []
  for (let n = 0; n < count; n++) {
    const z = bytes.whole(7)
    const k = z % 8
    const x = z === 7 ? bytes.real() : unfolded(Math.floor(z / 8)) / powers[k]!
    if (bytes.isOver) return cut(count)
    if ((k === 7 && z !== 7) || !Number.isFinite(x)) return broken(n)
    all.push(x)
  }
  return bytes.left > 0 ? overlong(count) : all
}

function rawOf(bytes: Bytes, count: number): number[] | Problem {
  if (8 * count !== bytes.left) return 8 * count > bytes.left ? cut(count) : overlong(count)
  const all: number[] = []
  for (let n = 0; n < count; n++) {
    const x = bytes.real()
    if (!Number.isFinite(x)) return broken(n)
    all.push(x)
  }
  return all
}
