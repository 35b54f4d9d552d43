import { attentionRecipes, buildAttention } from '../learning/recipes'
import { counted, listOfSizes, type Counted } from './equivalentSizes'
import { shareInside, type Share } from './fitSet'
import type { CurvePlot, Experiment, Progress, Result, Series, Table } from './record'
import { trained } from './trained'
import { short } from './summary'

export interface EquivalentsInputs {
  /** of a product of one's own, beside those of the list */
  readonly rows: number
  readonly inner: number
  readonly columns: number
  /** ε of Definition 1 */
  readonly epsilon: number
  /** random directions of each length */
  readonly directions: number
  readonly seed: number
}

/** Lengths of steps away from a trained model, in hyperbolic length of all its points together. */
const lengths = [0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.7, 1, 2, 5, 10]

/**
 * Three sets that "equivalent" may mean, each within the next: the orbit of the group, the pairs (A, B) with the same
 * product, the models with loss below ε. The first two are counted by the rank of the Jacobian of (A, B) ↦ A ⊙ B at
 * random points; ordinary attention, C = Q Kᵀ, is counted beside them. The third is open, so it has all dimensions,
 * and how far it reaches is sampled at a trained head of 7 nodes.
 */
export const equivalents: Experiment<EquivalentsInputs> = function* (inputs) {
  const { epsilon, directions, seed } = inputs
  const sizes = listOfSizes({ rows: inputs.rows, inner: inputs.inner, columns: inputs.columns })
  const found: Counted[] = []
  const shares: Share[] = []
  const parts = sizes.length + 20 + lengths.length
  let done = 0
  const progress = (doing: string): Progress => ({
    part: Math.min(1, done / parts),
    doing,
    result: seen(inputs, found, shares),
  })
  for (const size of sizes) {
    found.push(counted(size, seed))
    done++
    yield progress(`${size.rows} × ${size.inner} × ${size.columns}`)
  }
  const { task, settings } = buildAttention(attentionRecipes.tree7)
  const from = done
  const model = yield* trained(task, settings, attentionRecipes.tree7.steps, seed, (part) => {
    done = from + 20 * part
    return progress('training a head')
  })
  for (const [n, length] of lengths.entries()) {
    shares.push(shareInside(task, model, { length, epsilon, directions, seed: seed + n }))
    done = from + 20 + n + 1
    yield progress(`steps of length ${length}`)
  }
  return seen(inputs, found, shares)
}

function seen(inputs: EquivalentsInputs, found: readonly Counted[], shares: readonly Share[]): Result {
  return {
    plots: [...sizePlots(found), sharePlot(shares, inputs.epsilon)],
    tables: [sizeTable(found), shareTable(shares)],
    findings: [...sizeFindings(inputs, found), ...shareFindings(inputs, shares)],
  }
}

const sizeOf = ({ rows, inner, columns }: Counted) => `${rows} × ${inner} × ${columns}`

const ordered = (points: readonly (readonly [number, number])[]) => [...points].sort(([p], [q]) => p - q)

const dots = (name: string, of: readonly Counted[], value: (one: Counted) => number): Series => ({
  name,
  mark: 'points',
  points: ordered(of.map((one) => [one.inner, value(one)])),
})

const law = (name: string, of: readonly Counted[], value: (inner: number) => number): Series => ({
  name,
  mark: 'line',
  points: ordered(of.map(({ inner }) => [inner, value(inner)])),
})

function sizePlots(found: readonly Counted[]): CurvePlot[] {
  const square = found.filter(({ rows, inner, columns }) => rows === inner && columns === inner)
  const tall = found.filter(({ rows, inner, columns }) => rows === 4 * inner && columns === 4 * inner)
  const y = { label: 'dimensions', scale: 'linear' } as const
  return [
    {
      kind: 'curves',
      name: 'Square products n × n × n in the half-plane',
      x: { label: 'n', scale: 'linear' },
      y,
      series: [
        dots('same product', square, ({ halfPlane }) => halfPlane.fibre),
        law('3n², all numbers less the equations', square, (n) => 3 * n * n),
        law('3n, the group', square, (n) => 3 * n),
      ],
    },
    {
      kind: 'curves',
      name: 'Enough rows: 4h × h × 4h',
      x: { label: 'inner dimension h', scale: 'linear' },
      y,
      series: [
        dots('same product, half-plane', tall, ({ halfPlane }) => halfPlane.fibre),
        law('3h, the group', tall, (h) => 3 * h),
        dots('same product, real line', tall, ({ line }) => line.fibre),
        dots('same Q Kᵀ, dot product', tall, ({ dot }) => dot.fibre),
        law('h², the group GL(h)', tall, (h) => h * h),
      ],
    },
  ]
}

function sharePlot(shares: readonly Share[], epsilon: number): CurvePlot {
  return {
    kind: 'curves',
    name: `Steps from a trained head of 7 nodes that keep the loss below ${epsilon}`,
    x: { label: 'length of the step, all points together', scale: 'log' },
    y: { label: 'percent of the directions', scale: 'linear' },
    series: [
      { name: 'in the orbit', mark: 'line', points: shares.map((one) => [one.length, 100 * one.orbit]) },
      { name: 'in any direction', mark: 'line', points: shares.map((one) => [one.length, 100 * one.any]) },
    ],
  }
}

function sizeTable(found: readonly Counted[]): Table {
  return {
    name: 'dimensions',
    columns: [
      'rows × h × columns',
      'outputs',
      'half-plane: numbers',
      'rank',
      'least value kept / threshold',
      'same product',
      'group 3h',
      'line: numbers',
      'same product',
      'group h',
      'dot product: same product',
      'group h²',
    ],
    rows: found.map((one) => {
      const { halfPlane, line, dot, inner } = one
      const margin = halfPlane.smallestKept! / halfPlane.threshold
      return [
        sizeOf(one),
        halfPlane.products,
        halfPlane.parameters,
        halfPlane.rank,
        margin,
        halfPlane.fibre,
        halfPlane.group,
        line.parameters,
        line.fibre,
        line.group,
        dot.fibre,
        inner * inner,
      ]
    }),
  }
}

function shareTable(shares: readonly Share[]): Table {
  return {
    name: 'steps from a trained head',
    columns: [
      'length',
      'percent inside, any direction',
      'percent inside, orbit',
      'largest change of the loss in the orbit',
    ],
    rows: shares.map((one) => [one.length, 100 * one.any, 100 * one.orbit, one.orbitChange]),
  }
}

function sizeFindings({ rows, inner, columns }: EquivalentsInputs, found: readonly Counted[]): string[] {
  const own = found.find((one) => one.rows === rows && one.inner === inner && one.columns === columns)
  const square = found.findLast((one) => one.rows === one.inner && one.columns === one.inner)
  const rigid = found.filter(({ rows: m, inner: h, columns: n }) => Math.min(m, n) >= 4 * h)
  const isRigid = ({ halfPlane }: Counted) => halfPlane.fibre === halfPlane.group
  const unclear = found.filter(({ halfPlane }) => halfPlane.verdict === 'unclear')
  const sentences: string[] = []
  if (own) {
    const { parameters, rank, fibre, group } = own.halfPlane
    sentences.push(
      `${sizeOf(own)} in the half-plane: ${parameters} numbers, rank ${rank}, so ${fibre} dimensions of pairs have the same product; the group gives ${group} of them.`,
    )
  }
  if (square) {
    sentences.push(
      `${sizeOf(square)}: ${square.halfPlane.fibre} dimensions have the same product, and the group is ${square.halfPlane.group} of them.`,
    )
  }
  if (rigid.length > 0) {
    sentences.push(
      `With at least 4h rows and columns the group is all there is nearby in ${rigid.filter(isRigid).length} of ${rigid.length} sizes.`,
    )
  }
  if (unclear.length > 0) sentences.push(`The rank is unclear for ${unclear.map(sizeOf).join(', ')}.`)
  const widest = rigid.findLast(({ dot, inner: h }) => dot.fibre === h * h)
  if (widest) {
    const h = widest.inner
    sentences.push(
      `Ordinary attention has more: ${h * h} dimensions at d = ${h}; at d = 64 it is ${64 ** 2} for every head, against 3 · 64 = 192 here and 64 on the line.`,
    )
  }
  return sentences
}

function shareFindings({ epsilon, directions }: EquivalentsInputs, shares: readonly Share[]): string[] {
  const last = shares.at(-1)
  if (!last) return []
  const at = shares.find(({ length }) => length === 0.5)
  const change = shares.reduce((most, { orbitChange }) => Math.max(most, orbitChange), 0)
  const some = at
    ? ` ${short(100 * at.any)} % of ${directions} random steps of length ${at.length} stay inside;`
    : ''
  return [
    `A trained head has ${last.parameters} numbers. Its orbit has 3 dimensions, the set with the same product ${last.fibre}, and {loss < ${epsilon}} all ${last.parameters}.`,
    `${some} in the orbit all steps up to length ${last.length} do, with the loss changed by ${short(change)} at most.`.trim(),
  ]
}
