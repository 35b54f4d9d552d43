/** Eye and way of a line of sight, in (e₁, e₂, t) with t² - e₁² - e₂² = 1 on the sheet. */
type Vector = readonly [e1: number, e2: number, t: number]

/**
 * Where the line of sight eye + s · way, s > 0, meets the upper sheet of the hyperboloid. The eye is above the sheet,
 * inside its convex hull, so it meets it at most once: s is the positive root of A s² + 2B s + C = 0 with
 * A = t² - e₁² - e₂² of the way, C that of the eye less 1, in the form that does not cancel.
 *
 * @returns undefined if it goes past the sheet
 */
export function meetSheet(
  [x, y, z]: Vector,
  [p, q, r]: Vector,
): [e1: number, e2: number, t: number] | undefined {
  const A = r * r - p * p - q * q
  const B = z * r - x * p - y * q
  const C = z * z - x * x - y * y - 1
  const root = B * B - A * C
  if (!(root >= 0)) return undefined
  const s = B <= 0 ? C / (Math.sqrt(root) - B) : -(B + Math.sqrt(root)) / A
  return s > 0 && z + s * r > 0 ? [x + s * p, y + s * q, z + s * r] : undefined
}
