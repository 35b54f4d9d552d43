import type { PatternCurve } from './patterns'

/** A matrix of SL(2,Z), which with its negative is one element of the modular group. */
export type ModularElement = readonly [a: number, b: number, c: number, d: number]

/**
 * The elements of PSL(2,Z) with a² + b² + c² + d² ≤ bound, so with ρ(i, g·i) ≤ acosh(bound/2), each once: c > 0, or
 * c = 0 and d = 1.
 *
 * By their bottom rows, so that none can be missing: for coprime (c, d) the top rows are (a₀, b₀) + m(c, d), and
 * those within the bound are an interval of m.
 */
export function modularElements(bound: number): ModularElement[] {
  const found: ModularElement[] = []
  for (let c = 0; c * c <= bound; c++) {
    for (let d = c === 0 ? 1 : -Math.floor(Math.sqrt(bound - c * c)); c * c + d * d <= bound; d++) {
      if (c === 0 && d > 1) break
      const [gcd, a0, b0] = topRow(c, d)
      if (gcd !== 1) continue
      const size = c * c + d * d
      const rest = bound - size
      const middle = -(a0 * c + b0 * d) / size
      // (a, b) is 1/size from the line along (c, d), so |m - middle| ≤ √(rest/size); one more on each side is tried.
      const half = Math.sqrt(rest / size) + 1
      for (let m = Math.ceil(middle - half); m <= middle + half; m++) {
        const [a, b] = [a0 + m * c, b0 + m * d]
        if (a * a + b * b <= rest) found.push([a + 0, b + 0, c, d])
      }
    }
  }
  return found
}

/** How far from i the domains are drawn, by the image of i on their sides. */
const drawn = 5.5
const root3 = Math.sqrt(3)

/**
 * The sides of the images gF of F = {|Re z| ≤ 1/2, |z| ≥ 1} under the modular group with ρ(i, g·i) within a radius,
 * each once; those of F are major. A side is the arc from ρ to ρ + 1, ρ = (-1 + i√3)/2, or a ray to a cusp, as the
 * orbit of its one end.
 *
 * All matrices are integers, and so is the question which sides are the same: the arc of g is that of gS, S z = -1/z,
 * which has the same norm, and the right side of g is the left side of gT, T z = z + 1.
 *
 * @see Beardon, The Geometry of Discrete Groups (1983), ch. 9
 */
export function modular(radius: number = drawn): PatternCurve[] {
  const bound = 2 * Math.cosh(radius)
  const curves: PatternCurve[] = []
  for (const g of modularElements(bound)) {
    const [a, b, c, d] = g
    const right: ModularElement = [a, a + b, c, c + d]
    // (c, d) and (d, -c) up to sign: one of the two has |c| < |d|, or both are ±1 and one has c = d.
    if (Math.abs(c) < Math.abs(d) || c === d) {
      const [x, y] = corner(g)
      const [u, v] = corner(right)
      curves.push({ curve: { kind: 'segment', x, y, u, v }, weight: c === 0 && b === 0 ? 1 : 2 })
    }
    curves.push(ray(g))
    if (norm2(right) > bound) curves.push(ray(right))
  }
  return curves
}

/** g·ρ: |cρ + d|² = c² - cd + d² is whole, and so is twice the real part times it. */
function corner([a, b, c, d]: ModularElement): [x: number, y: number] {
  const size = c * c - c * d + d * d
  return [(2 * a * c + 2 * b * d - a * d - b * c) / (2 * size), root3 / (2 * size)]
}

/** The left side of gF, from g·ρ to the cusp g·∞: an orbit of the dilations about g·(-1/2), g[½ ½; 0 -½]g⁻¹. */
function ray(g: ModularElement): PatternCurve {
  const [a, b, c, d] = g
  const [x, y] = corner(g)
  const generator = [(a * d + b * c - a * c) / 2, (a * (a - 2 * b)) / 2, (c * (2 * d - c)) / 2] as const
  const isDomain = c === 0 && (b === 0 || b === 1)
  return { curve: { kind: 'orbit', generator, x, y, from: 0, to: Infinity }, weight: isDomain ? 1 : 2 }
}

function norm2([a, b, c, d]: ModularElement): number {
  return a * a + b * b + c * c + d * d
}

/** gcd(c, d) > 0 and a, b with ad - bc = gcd, by Euclid's algorithm. */
function topRow(c: number, d: number): [gcd: number, a: number, b: number] {
  let [r, s] = [d, c]
  let [a, nextA] = [1, 0]
  let [b, nextB] = [0, 1]
  while (s !== 0) {
    const n = Math.floor(r / s)
    ;[r, s] = [s, r - n * s]
    ;[a, nextA] = [nextA, a - n * nextA]
    ;[b, nextB] = [nextB, b - n * nextB]
  }
  return r > 0 ? [r, a, -b] : [-r, -a, b]
}
