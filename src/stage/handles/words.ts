/** Three decimals at most, for a value beside a mark; a proper minus sign. */
export function shortNumber(x: number): string {
  if (!Number.isFinite(x)) return '∞'
  const size = Math.abs(x)
  const text =
    size >= 1e5 || (size > 0 && size < 1e-3) ? x.toExponential(2) : String(Number(x.toPrecision(4)))
  return text.replace('-', '−')
}

export function shortPoint([x, y]: readonly [number, number]): string {
  return `${shortNumber(x)} + ${shortNumber(y)}i`
}

export const degrees = (angle: number): string => `${shortNumber((angle * 180) / Math.PI)}°`
