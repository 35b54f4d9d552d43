import { random } from '../../../src/math/random'

/** Files and texts made wrong: what a broken disk, another program, or somebody who means harm makes of them. */

export type Mutate = (bytes: Uint8Array, next: () => number) => Uint8Array

const below = (count: number, next: () => number) => Math.floor(next() * count)

const joined = (...parts: Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts))

const bitFlips: Mutate = (bytes, next) => {
  const out = bytes.slice()
  for (let n = 1 + below(8, next); n > 0 && out.length > 0; n--) {
    const at = below(out.length, next)
    out[at] = out[at]! ^ (1 << below(8, next))
  }
  return out
}

const cut: Mutate = (bytes, next) => bytes.slice(0, below(bytes.length, next))

const insertion: Mutate = (bytes, next) => {
  const at = below(bytes.length, next)
  const more = Uint8Array.from({ length: 1 + below(40, next) }, () => below(256, next))
  return joined(bytes.slice(0, at), more, bytes.slice(at))
}

const repetition: Mutate = (bytes, next) => {
  const from = below(bytes.length, next)
  const to = from + below(Math.min(400, bytes.length - from), next)
  return joined(
    bytes.slice(0, to),
    ...Array.from({ length: 1 + below(30, next) }, () => bytes.slice(from, to)),
  )
}

const deletion: Mutate = (bytes, next) => {
  const from = below(bytes.length, next)
  return joined(bytes.slice(0, from), bytes.slice(from + below(60, next)))
}

const numbers = [
  ...[
    '1e999',
    '-1e999',
    '1e308',
    '5e-324',
    '-0',
    '1e-400',
    '9'.repeat(40),
    '0.1e1e1',
    '4294967296',
    '2147483648',
  ],
  ...[
    '1e150',
    '1.1e150',
    '-1',
    '0',
    '65',
    '513',
    'NaN',
    'Infinity',
    'null',
    '""',
    '[]',
    '{}',
    'true',
    '1e16',
  ],
]

/** A number, or more of them, of a text becomes one that no reader expects. */
const otherNumbers: Mutate = (bytes, next) => {
  const text = Buffer.from(bytes).toString('latin1')
  const found = [...text.matchAll(/-?\d+(?:\.\d+)?(?:e-?\d+)?/g)]
  if (found.length === 0) return bitFlips(bytes, next)
  const chosen = new Set(
    Array.from({ length: 1 + below(3, next) }, () => found[below(found.length, next)]!.index),
  )
  const out = text.replace(/-?\d+(?:\.\d+)?(?:e-?\d+)?/g, (number, at: number) =>
    chosen.has(at) ? numbers[below(numbers.length, next)]! : number,
  )
  return new Uint8Array(Buffer.from(out, 'latin1'))
}

const keys = [
  '__proto__',
  'constructor',
  'toString',
  'a',
  'length',
  'version',
  'hasOwnProperty',
  '\\u0000',
  'seed',
]

/** A quoted word becomes the name of something that every object has, or of another field. */
const otherKeys: Mutate = (bytes, next) => {
  const text = Buffer.from(bytes).toString('latin1')
  const found = [...text.matchAll(/"[^"\n]{0,40}"/g)]
  if (found.length === 0) return insertion(bytes, next)
  const { index, 0: word } = found[below(found.length, next)]!
  const out = `${text.slice(0, index)}"${keys[below(keys.length, next)]!}"${text.slice(index + word.length)}`
  return new Uint8Array(Buffer.from(out, 'latin1'))
}

const signs = ['[', '{"a":', '(', '"', ',', ';', '\t', '\n', '\\', '-', ' ', 'sqrt(', '1e', 'é', ': ']

/** The same sign many times over, a hundred thousand at the most. */
const nesting: Mutate = (bytes, next) => {
  const at = below(bytes.length, next)
  const count = 10 ** (1 + below(5, next))
  const sign = Buffer.from(signs[below(signs.length, next)]!)
  return joined(bytes.slice(0, at), Buffer.alloc(count * sign.length, sign), bytes.slice(at))
}

/** The first bytes, where binary formats say how long they are, are large numbers. */
const hugeHeader: Mutate = (bytes, next) => {
  const out = bytes.slice()
  for (let n = 0; n < 3; n++) {
    const at = below(Math.min(16, out.length), next)
    out[at] = below(2, next) === 0 ? 0xff : below(256, next)
  }
  return out
}

const all = [
  ...[bitFlips, cut, insertion, repetition, deletion],
  ...[otherNumbers, otherNumbers, otherNumbers, otherKeys, nesting, hugeHeader],
]

/** One of the mutations, at times two, the same for the same seed. */
export function mutant(bytes: Uint8Array, seed: number): Uint8Array {
  const next = random(seed)
  const once = all[below(all.length, next)]!(bytes, next)
  return once.length > 0 && next() < 0.25 ? all[below(all.length, next)]!(once, next) : once
}
