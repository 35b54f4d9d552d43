/** Numbers to be read at a glance. Fields show exact ones when they have the focus. */

/** Three digits: 1.92, 0.0512, 3.1e-15, 2.4e6. */
export function figure(x: number): string {
  if (x === 0) return '0'
  const size = Math.abs(x)
  if (!(size >= 1e-3 && size < 1e5)) return x.toExponential(1).replace('e+', 'e')
  return size < 1000 ? x.toPrecision(3) : x.toFixed(0)
}

/** As few digits as needed, six at most: 0.55, -1.3333, 1e-9. */
export function brief(x: number): string {
  const rounded = Number(x.toPrecision(5))
  const size = Math.abs(rounded)
  if (size !== 0 && (size < 1e-3 || size >= 1e6))
    return Number(x.toPrecision(3)).toExponential().replace('e+', 'e')
  return String(Number(rounded.toFixed(5)))
}

/** Decimals that let every number of a matrix fit into `room` characters. */
export function decimalsFor(largest: number, room: number): number {
  const whole = Math.max(1, Math.floor(Math.log10(Math.max(largest, 1))) + 1)
  return Math.min(Math.max(room - whole - 1, 0), 6)
}

export function cellNumber(x: number, decimals: number): string {
  return Math.abs(x) < 1e6 ? x.toFixed(decimals) : x.toExponential(1).replace('e+', 'e')
}
