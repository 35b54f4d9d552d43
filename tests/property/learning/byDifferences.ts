/**
 * ∂f by differences of fourth order in (x, log y) for pairs, in x for the rest: at coincident points the distance is
 * symmetric in these, so that the differences see its subgradient of least norm, 0.
 *
 * @param end where the pairs end
 * @param h   step; error about h⁴ f⁽⁵⁾/30 + ε f/h
 * @returns in stored coordinates
 */
export function byDifferences(
  f: () => number,
  parameters: Float64Array,
  end: number,
  h: number,
): Float64Array {
  return parameters.map((value, n) => {
    const isHeight = n < end && n % 2 === 1
    const at = (step: number) => {
      parameters[n] = isHeight ? value * Math.exp(step) : value + step
      const reached = f()
      parameters[n] = value
      return reached
    }
    const slope = (8 * (at(h) - at(-h)) - (at(2 * h) - at(-2 * h))) / (12 * h)
    return isHeight ? slope / value : slope
  })
}
