import { hyperbolicProduct } from '../math/hyperbolicProduct'
import { lineProduct } from '../math/lineProduct'
import { normal, random, randomPoint, type Random } from '../math/random'
import { symmetricEigen } from '../math/symmetricEigen'
import type { Experiment, Result } from './record'
import { short } from './summary'

export interface KernelsInputs {
  readonly count: number
  readonly spread: number
  /** inner indices: C sums as many distances */
  readonly inner: number
  readonly seed: number
}

/** β from 10⁻³ to 10. */
const steps = 25
const betas = Array.from({ length: steps }, (_, n) => 10 ** (-3 + (4 * n) / (steps - 1)))

/** What is exponentiated, and whether -it is known to give a kernel for every β. */
const forms = [
  { name: 'exp(−β d), half-plane', isDefinite: true },
  { name: 'exp(−β d²), half-plane', isDefinite: false },
  { name: 'exp(−β d), line', isDefinite: true },
  { name: 'exp(−β d²), line', isDefinite: true },
] as const

/**
 * Gram matrices of points with themselves, and their smallest eigenvalue over β. d is conditionally negative definite
 * on the line and in hyperbolic space, so exp(-β d) is a kernel for every β > 0, and so is the product of those of
 * several inner indices, exp(-β (A ⊙ Aᵀ)). exp(-β d²) is a kernel for every β on flat spaces only.
 *
 * @see Feragen, Lauze and Hauberg, Geodesic exponential kernels: when curvature and linearity conflict (2015)
 */
export const kernels: Experiment<KernelsInputs> = function* (inputs) {
  const next = random(inputs.seed)
  const costs = costsOf(next, inputs)
  /** (kernels, β) */
  const least: number[][] = forms.map(() => [])
  for (const [n, beta] of betas.entries()) {
    for (let kernel = 0; kernel < forms.length; kernel++) {
      const gram = costs[kernel]!.map((cost) => Math.exp(-beta * cost))
      least[kernel]!.push(symmetricEigen(gram, inputs.count).values[0]!)
      yield {
        part: (n * forms.length + kernel + 1) / (steps * forms.length),
        doing: `β = ${short(beta)}`,
        result: seen(least, inputs),
      }
    }
  }
  return seen(least, inputs)
}

/** Σ_i d and Σ_i d² of all pairs, in the half-plane and on the line. */
function costsOf(next: Random, { count, spread, inner }: KernelsInputs): Float64Array[] {
  const sums = forms.map(() => new Float64Array(count * count))
  for (let i = 0; i < inner; i++) {
    const points = Float64Array.from(Array.from({ length: count }, () => randomPoint(next, spread)).flat())
    const numbers = Float64Array.from({ length: count }, () => spread * normal(next))
    const distances = [
      hyperbolicProduct(points, points, count, 1, count, new Float64Array(count * count)),
      lineProduct(numbers, numbers, count, 1, count, new Float64Array(count * count)),
    ]
    distances.forEach((d, space) => {
      d.forEach((value, n) => {
        sums[2 * space]![n]! += value
        sums[2 * space + 1]![n]! += value * value
      })
    })
  }
  return sums
}

/** Eigenvalues of a Gram matrix with ones on the diagonal are known to this, or better. */
const errorOf = (count: number) => 64 * Number.EPSILON * count

function seen(least: readonly (readonly number[])[], { count, inner }: KernelsInputs): Result {
  const known = least[0]!.length
  return {
    plots: [
      {
        kind: 'curves',
        name: `Smallest eigenvalue of the Gram matrix of ${count} points`,
        x: { label: 'β', scale: 'log' },
        y: { label: 'smallest eigenvalue', scale: 'linear' },
        series: [
          ...forms.map(({ name }, k) => ({
            name,
            mark: 'line' as const,
            points: least[k]!.map((value, n): [number, number] => [betas[n]!, value]),
          })),
          {
            name: '0',
            mark: 'line',
            isReference: true,
            points: [
              [betas[0]!, 0],
              [betas.at(-1)!, 0],
            ],
          },
        ],
      },
    ],
    tables: [
      {
        name: 'smallest eigenvalues',
        columns: ['β', ...forms.map(({ name }) => name)],
        rows: betas.slice(0, known).map((beta, n) => [beta, ...least.map((values) => values[n] ?? NaN)]),
      },
    ],
    findings: known === 0 ? [] : said(least, count, inner),
  }
}

function said(least: readonly (readonly number[])[], count: number, inner: number): string[] {
  const error = errorOf(count)
  return [
    ...forms.flatMap(({ name }, k) => {
      const values = least[k]!
      if (values.length === 0) return []
      const lowest = Math.min(...values)
      const at = betas[values.indexOf(lowest)]!
      return lowest < -error
        ? [`${name}: an eigenvalue of ${short(lowest)} at β = ${short(at)}, so it is no kernel.`]
        : [`${name}: no eigenvalue below ${lowest > error ? '0' : `−${short(error)}, the rounding`}.`]
    }),
    ...(inner > 1
      ? [`Costs sum ${inner} distances, or their squares: kernels multiply, and stay kernels.`]
      : []),
  ]
}
