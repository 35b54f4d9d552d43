/** A canvas shows far fewer. */
const mostTicks = 400

/** Pixels between ticks so that their texts, as long as the zoom makes them, stay apart. */
export function tickDistance(centre: number, scale: number, weight: number): number {
  const digits = Math.max(0, Math.log10(Math.max(Math.abs(centre), 1e-300) * scale))
  return weight * Math.max(64, 9 * (digits + 2))
}

/** Round numbers for the axis of a viewport: steps of 1, 2 or 5 times a power of ten, at least `apart` pixels. */
export function tickStep(scale: number, apart: number): number {
  const wanted = apart / scale
  const power = 10 ** Math.floor(Math.log10(wanted))
  const digit = wanted / power
  return power * (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10)
}

export function ticks(from: number, to: number, step: number): number[] {
  const first = Math.ceil(from / step)
  const count = Math.min(Math.max(Math.floor(to / step) - first + 1, 0), mostTicks)
  return Array.from({ length: count }, (_, n) => (first + n) * step)
}

/** A tick in words, with as many digits as its step needs. */
export function tickText(value: number, step: number): string {
  if (value === 0) return '0'
  const size = Math.abs(value)
  const last = Math.floor(Math.log10(step) + 1e-9)
  const isLong = size >= 1e6 || size < 1e-4
  const text = isLong
    ? value.toExponential(Math.max(0, Math.floor(Math.log10(size) + 1e-9) - last))
    : value.toFixed(Math.max(0, -last))
  return text.replace('-', '−')
}
