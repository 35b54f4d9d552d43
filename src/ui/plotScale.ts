import { scaleLinear, scaleLog } from 'd3-scale'

/** What a plot shows; the records of experiments have this shape. */
export interface PlotAxis {
  readonly label: string
  readonly scale: 'linear' | 'log'
}

export interface PlotSeries {
  readonly name: string
  readonly mark: 'line' | 'points' | 'bars'
  readonly points: readonly (readonly [x: number, y: number])[]
  readonly isReference?: boolean
  readonly labels?: readonly string[]
}

/** A scale from values to pixels with its ticks; where nothing can be shown it goes from 0 to 1, or 1 to 10. */
export interface PlotScale {
  readonly at: (value: number) => number
  readonly ticks: readonly { readonly value: number; readonly text: string }[]
}

export const isShown = (value: number, { scale }: PlotAxis): boolean =>
  Number.isFinite(value) && (scale === 'linear' || value > 0)

/** @param includesZero bars stand on 0 */
export function plotScale(
  axis: PlotAxis,
  values: readonly number[],
  [from, to]: readonly [number, number],
  count: number,
  includesZero = false,
): PlotScale {
  const shown = values.filter((value) => isShown(value, axis))
  const isLog = axis.scale === 'log'
  let low = shown.reduce((least, value) => Math.min(least, value), Infinity)
  let high = shown.reduce((most, value) => Math.max(most, value), -Infinity)
  if (!(low <= high)) [low, high] = isLog ? [1, 10] : [0, 1]
  if (includesZero && !isLog) [low, high] = [Math.min(low, 0), Math.max(high, 0)]
  if (low === high)
    [low, high] = isLog ? [low / 3, high * 3] : [low - (Math.abs(low) || 1), high + (Math.abs(high) || 1)]
  const scale = (isLog ? scaleLog() : scaleLinear()).domain([low, high]).range([from, to])
  if (!isLog) scale.nice(count)
  const format = (value: number) => tickText(value)
  const all = scale.ticks(count)
  const most = Math.max(2, count)
  const ticks = isLog ? decades(all, most) : all
  return { at: (value) => scale(value), ticks: ticks.map((value) => ({ value, text: format(value) })) }
}

/** Powers of ten, not too many of them; between two of them all ticks, if there is hardly one. */
function decades(all: readonly number[], most: number): readonly number[] {
  const powers = all.filter((value) => Math.abs(Math.log10(value) - Math.round(Math.log10(value))) < 1e-9)
  if (powers.length < 2) return all.filter((_, n) => n % Math.ceil(all.length / most) === 0)
  const each = Math.ceil(powers.length / most)
  return powers.filter((_, n) => n % each === 0)
}

function tickText(value: number): string {
  const size = Math.abs(value)
  if (size !== 0 && (size < 1e-3 || size >= 1e5))
    return value.toExponential().replace('e+', 'e').replace('-', '−')
  return String(Number(value.toPrecision(6))).replace('-', '−')
}
