/** From here on a product is logged, and from there on it is none. */
const high = 1e150
const none = 1e300

/** A factor nearer to 1 than this is 1. */
const nothing = 2 ** -60

/** coefficient · log(base + multiplicity · exp(-β_p c_p)), where only the cost c_p of a partner p moves. */
export interface LogSum {
  readonly partner: number
  readonly multiplicity: number
  /** a whole number of either sign */
  readonly coefficient: number
}

/**
 * Σ_r coefficient_r log(base_r + multiplicity_r exp(-β_p c_p)) + Σ_p slope_p c_p, p the partner of term r: what a
 * training loss is as a function of one column of C.
 *
 * With each base divided out, Σ coefficient log base is a constant, and what is left is the product of
 * 1 + ratio_r w_p with w_p = exp(-β_p c_p - ref_p): ref_p is the least log base of the partner, so that no ratio
 * overflows and nothing that matters underflows. Four factors of a partner, each as often as its coefficient says, are
 * one polynomial in w_p.
 */
export interface LogSums extends Groups {
  readonly terms: readonly LogSum[]
  /** log multiplicity of each term, and log base */
  readonly logs: Float64Array
  readonly bases: Float64Array
  /** of each four factors: 1 + w (q₀ + w q₁ + w² q₂ + w³ q₃) */
  readonly quartics: Float64Array
  readonly betas: Float64Array
  readonly slopes: Float64Array
  readonly references: Float64Array
  /** a cost above it changes the sum by less than 2⁻⁶⁰ of its coefficients, and may be given as Infinity */
  readonly reach: Float64Array
  readonly weights: Float64Array
  constant: number
}

export function logSums(terms: readonly LogSum[], partners: number): LogSums {
  const groups = inGroups(terms)
  const ofPartners = () => new Float64Array(partners)
  return {
    ...groups,
    terms,
    logs: Float64Array.from(terms, ({ multiplicity }) => Math.log(multiplicity)),
    bases: new Float64Array(terms.length),
    quartics: new Float64Array(groups.order.length),
    betas: ofPartners(),
    slopes: ofPartners(),
    references: ofPartners(),
    reach: ofPartners(),
    weights: ofPartners(),
    constant: 0,
  }
}

/**
 * Makes sums ready after log base of each term (-Infinity if it is only what moves), β and slope of each partner were
 * written into it; a slope is overwritten. Allocates nothing.
 */
export function holdLogSums(sums: LogSums): void {
  const { terms, order, logs, bases, quartics, betas, slopes, references, reach } = sums
  sums.constant = 0
  references.fill(Infinity)
  reach.fill(-Infinity)
  for (let r = 0; r < terms.length; r++) {
    const { partner, coefficient } = terms[r]!
    const base = bases[r]!
    if (base === -Infinity) {
      sums.constant += coefficient * logs[r]!
      slopes[partner]! -= coefficient * betas[partner]!
      continue
    }
    sums.constant += coefficient * base
    if (base < references[partner]!) references[partner] = base
    const far = (logs[r]! - base - Math.log(nothing)) / betas[partner]!
    if (!(far <= reach[partner]!)) reach[partner] = far
  }
  for (let p = 0; p < slopes.length; p++) if (slopes[p] !== 0) reach[p] = Infinity
  for (let n = 0; n < order.length; n += 4) {
    const p = ratioOf(sums, order[n]!)
    const q = ratioOf(sums, order[n + 1]!)
    const r = ratioOf(sums, order[n + 2]!)
    const s = ratioOf(sums, order[n + 3]!)
    quartics[n] = p + q + r + s
    quartics[n + 1] = p * q + (p + q) * (r + s) + r * s
    quartics[n + 2] = p * q * (r + s) + (p + q) * r * s
    quartics[n + 3] = p * q * r * s
  }
}

/** ratio_r; 0 for a term that is only what moves, and for none. */
function ratioOf({ terms, logs, bases, references }: LogSums, r: number): number {
  if (r < 0 || bases[r] === -Infinity) return 0
  return Math.exp(logs[r]! - (bases[r]! - references[terms[r]!.partner]!))
}

/**
 * The sum at these costs, one a partner: one exponential each, and products before a logarithm. Where a product would
 * overflow, terms are summed one by one. Allocates nothing.
 */
export function sumOfLogSums(sums: LogSums, costs: Float64Array): number {
  const { segments, groups, quartics, betas, slopes, references, reach, weights } = sums
  let sum = sums.constant
  for (let p = 0; p < weights.length; p++) {
    const cost = costs[p]!
    if (cost > reach[p]!) {
      weights[p] = 0
      continue
    }
    weights[p] = Math.exp(-betas[p]! * cost - references[p]!)
    if (slopes[p] !== 0) sum += slopes[p]! * cost
  }
  for (let group = 0, segment = 0, n = 0; group < groups.length; group += 2) {
    const sign = groups[group]!
    let product = 1
    for (const end = groups[group + 1]!; segment < end; segment += 2) {
      const w = weights[segments[segment]!]!
      const last = segments[segment + 1]!
      if (w === 0) {
        n = last
        continue
      }
      const w2 = w * w
      for (; n < last; n += 4) {
        const high2 = quartics[n + 2]! * w + quartics[n + 3]! * w2
        product *= 1 + quartics[n]! * w + w2 * (quartics[n + 1]! + high2)
        if (product < high) continue
        if (!(product < none)) return oneByOne(sums, costs)
        sum += sign * Math.log(product)
        product = 1
      }
    }
    sum += sign * Math.log(product)
  }
  return sum
}

function oneByOne({ terms, logs, bases, betas, slopes, constant }: LogSums, costs: Float64Array): number {
  let sum = constant
  for (let p = 0; p < slopes.length; p++) if (slopes[p] !== 0) sum += slopes[p]! * costs[p]!
  for (let r = 0; r < terms.length; r++) {
    const { partner, coefficient } = terms[r]!
    if (bases[r] === -Infinity) continue
    const excess = logs[r]! - betas[partner]! * costs[partner]! - bases[r]!
    sum += coefficient * (Math.max(excess, 0) + Math.log1p(Math.exp(-Math.abs(excess))))
  }
  return sum
}

interface Groups {
  /** the terms as often as their coefficients say, by sign and in that by partner, these in fours; -1 is none */
  readonly order: readonly number[]
  /** [partner, where its terms end] */
  readonly segments: Int32Array
  /** [sign, where its segments end] */
  readonly groups: Int32Array
}

function inGroups(terms: readonly LogSum[]): Groups {
  const order: number[] = []
  const segments: number[] = []
  const groups: number[] = []
  for (const sign of [1, -1]) {
    const alike = [...terms.keys()].filter((r) => sign * terms[r]!.coefficient > 0)
    for (const partner of new Set(alike.map((r) => terms[r]!.partner))) {
      for (const r of alike) {
        if (terms[r]!.partner !== partner) continue
        for (let n = 0; n < sign * terms[r]!.coefficient; n++) order.push(r)
      }
      while (order.length % 4 !== 0) order.push(-1)
      segments.push(partner, order.length)
    }
    groups.push(sign, segments.length)
  }
  return { order, segments: Int32Array.from(segments), groups: Int32Array.from(groups) }
}
