import { attentionReading, type AttentionReading } from '../document/attentionReading'
import type { AppState } from '../store/store'
import type { CellIndex } from '../ui/cell'
import type { ChipText } from '../ui/LiveChip'
import { figure } from './figures'

/** Beyond this bound nothing can be said of a weight. */
const telling = 1e-3

/** 0.498; small weights keep their magnitude. */
export function weightText(weight: number): string {
  if (weight === 0 || weight >= 0.9995) return weight.toFixed(weight === 0 ? 0 : 3)
  return weight >= 0.001 ? weight.toFixed(3) : weight.toExponential(1)
}

type Change = Pick<AttentionReading, 'largestChange' | 'bound'>

export const changeText = ({ largestChange, bound }: Change) =>
  `${figure(largestChange)}, rounding explains ${figure(Math.min(bound, 1))}`

export function verdictOf(reading: Change | undefined): ChipText {
  if (!reading) return { text: '–', tone: 'g' }
  if (reading.bound > telling) return { text: 'float64 cannot tell', tone: 'bad' }
  return reading.largestChange <= reading.bound
    ? { text: 'unchanged', tone: 'ok' }
    : { text: 'changed', tone: 'bad' }
}

/** "8.31, 9.40", or "8.31, 9.40 → 7.02, 9.11" where the move changes one. */
export function betasText(before: readonly number[], after: readonly number[]): string {
  const [now, then] = [before, after].map((betas) => betas.map(figure).join(', '))
  return now === then ? now! : `${now} → ${then}`
}

/** The texts of the panel for one sequence, each a function of the state. */
export function attentionTexts(sequence: readonly number[], names: readonly string[], wanted: Float64Array) {
  const read = ({ document }: AppState) => attentionReading(document, sequence)
  const of = (text: (reading: AttentionReading) => string) => (state: AppState) => {
    const reading = read(state)
    return reading ? text(reading) : '–'
  }
  return {
    before: (state: AppState) => read(state)?.before,
    after: (state: AppState) => read(state)?.after,
    divergence: of(
      ({ divergenceBefore, divergenceAfter }) => `${nats(divergenceBefore)} → ${nats(divergenceAfter)}`,
    ),
    right: of(({ rightBefore, rightAfter }) => {
      const all = `of ${sequence.length}`
      return `${rightBefore} ${all} → ${rightAfter} ${all}`
    }),
    change: of(changeText),
    verdict: (state: AppState): ChipText => verdictOf(read(state)),
    /** "12: 8.31, 121: 9.40": β of each position, after the name of its token and on the same line. */
    betas: of(({ betasBefore, betasAfter }) => {
      const named = (betas: readonly number[]) =>
        betas.map((beta, k) => `${names[sequence[k]!]!}:\u00a0${figure(beta)}`).join(', ')
      const [now, then] = [named(betasBefore), named(betasAfter)]
      return now === then ? now : `${now}; after the move ${then}`
    }),
    /** "12 → 121: 0.498, after the move 0.498, wanted 0.500" */
    weight: ([row, column]: CellIndex) =>
      of(({ before, after, betasBefore, betasAfter }) => {
        const n = row * sequence.length + column
        const now = weightText(before[n]!)
        const then = weightText(after[n]!)
        const pair = `${names[sequence[row]!]!} → ${names[sequence[column]!]!}`
        const beta = betasText([betasBefore[row]!], [betasAfter[row]!])
        return `${pair}: ${now} before, ${then} after, wanted ${weightText(wanted[n]!)}; β ${beta}`
      }),
  }
}

/** Rounding may leave a divergence of 0 a little below it. */
const nats = (divergence: number) => figure(Math.max(divergence, 0))
