import { isReflected } from './acting'
import { derive } from './derive'
import type { Document, Entry, Factor } from './document'
import { factsLines, type FigureFacts } from './figureFacts'
import { formatNumber } from './number'

/**
 * A script for NumPy alone that makes A, B and what acts on them again, each number exactly, computes the metric product
 * before and after, and fails where it changes by more than rounding explains.
 */
export function pythonCheck(document: Document, facts: FigureFacts): string {
  const { size, elements, largestChange, bound } = derive(document)
  const isLine = document.space === 'line'
  const inner = Array.from({ length: size.inner }, (_, i) => i)
  const acting = inner.map((i) => elements[elements.length === 1 ? 0 : i]!)
  return [
    ...factsLines(facts, '#'),
    '#',
    '# Rebuilds A, B and g, and checks that the metric product (A o B)_kl = sum_i d(a_ki, b_il) does not change.',
    '# Needs NumPy only.',
    'import numpy as np',
    '',
    `A = np.array(${factorText(document.a)})`,
    `B = np.array(${factorText(document.b)})`,
    '',
    `# What acts on the entries of inner index i: ${isLine ? 'x -> x + G[i]' : 'z -> (az + b)/(cz + d), of determinant 1'}.`,
    `G = np.array([${acting.map(elementText).join(', ')}])`,
    `# Where the mirror ${isLine ? 'x -> -x' : 'z -> -conj(z)'} comes before it.`,
    `MIRROR = np.array([${inner.map((i) => (isReflected(document, i) ? 'True' : 'False')).join(', ')}])`,
    `MOVES_A, MOVES_B = ${document.move === 'b' ? 'False' : 'True'}, ${document.move === 'a' ? 'False' : 'True'}`,
    '',
    ...(isLine ? line : halfPlane),
    ...both,
    '',
    `# Moduli itself: largest change ${formatNumber(largestChange)}, rounding bound ${formatNumber(bound)}.`,
    ...verdict,
    '',
  ].join('\n')
}

const entryText = (entry: Entry) =>
  typeof entry === 'number' ? real(entry) : `complex(${real(entry[0])}, ${real(entry[1])})`

/** A whole number is a float as well. */
function real(value: number): string {
  const text = Object.is(value, -0) ? '-0' : formatNumber(value)
  return /[.e]/.test(text) ? text : `${text}.0`
}

const factorText = (factor: Factor) =>
  `[\n${factor.map((row) => `    [${row.map(entryText).join(', ')}],\n`).join('')}]`

function elementText(g: number | readonly number[]): string {
  if (typeof g === 'number') return real(g)
  const [a, b, c, d] = g.map(real)
  return `[[${a}, ${b}], [${c}, ${d}]]`
}

const line = [
  'def distance(x, y):',
  '    return np.abs(x - y)',
  '',
  '',
  'def act(i, x):',
  '    return (-x if MIRROR[i] else x) + G[i]',
  '',
  '',
  'def size(x):',
  '    return np.abs(x)',
  '',
  '',
  'growth, shift = np.ones(len(G)), np.abs(G)',
]

const halfPlane = [
  'def distance(z, w):',
  '    return 2 * np.arcsinh(np.abs(z - w) / (2 * np.sqrt(z.imag) * np.sqrt(w.imag)))',
  '',
  '',
  'def act(i, z):',
  '    (a, b), (c, d) = G[i]',
  '    x, y = (-z.real if MIRROR[i] else z.real), z.imag',
  '    p, q = c * x + d, c * y',
  '    n = p * p + q * q',
  '    out = np.empty_like(z)',
  '    out.real, out.imag = ((a * x + b) * p + a * y * q) / n, y / n',
  '    return out',
  '',
  '',
  'def size(z):',
  '    return 1 + np.abs(z - 1j) ** 2 / (2 * z.imag)  # cosh of the distance from i',
  '',
  '',
  'growth, shift = (G**2).sum(axis=(1, 2)), np.zeros(len(G))',
]

const both = [
  '',
  '',
  'def product(a, b):',
  '    return distance(a[:, :, None], b[None, :, :]).sum(axis=1)',
  '',
  '',
  'indices = range(len(G))',
  'moved_A = np.stack([act(i, A[:, i]) for i in indices], axis=1) if MOVES_A else A',
  'moved_B = np.stack([act(i, B[i, :]) for i in indices], axis=0) if MOVES_B else B',
  'before, after = product(A, B), product(moved_A, moved_B)',
  '',
  '# What the rounding of the moved entries to float64 explains.',
  'sizes = size(A)[:, :, None] + size(B)[None, :, :]',
  'bounds = 2 * np.finfo(float).eps * (shift[None, :, None] + growth[None, :, None] * sizes).sum(axis=1)',
  'change, bound = np.abs(after - before).max(), bounds.max()',
]

const verdict = [
  'print(f"largest change {change:.3g}, rounding bound {bound:.3g}")',
  'if not (MOVES_A and MOVES_B):',
  `    print(f"only {'A' if MOVES_A else 'B'} moves: this is another model")`,
  'elif not bound <= 1e-3 * max(before.max(), 1):',
  '    print("the bound is no longer small beside the product: float64 cannot tell whether it changed")',
  'else:',
  '    assert np.all(np.abs(after - before) <= bounds), "the product has changed by more than rounding explains"',
  '    print("unchanged within rounding")',
]
