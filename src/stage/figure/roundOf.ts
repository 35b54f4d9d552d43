/** Points nearer than this to a circle or a line, in pixels, are on it: sampled curves lie on theirs to rounding. */
const tolerance = 0.02
/** Fewer points do not say that they lie on a circle by design. */
const fewest = 8
/** Smaller things are left as they are, and circles so large that no arc of them is exact. */
const smallest = 0.5
const largest = 1e6

export interface Round {
  readonly X: number
  readonly Y: number
  readonly radius: number
  readonly from: number
  readonly to: number
}

/** The straight line or the circular arc along which packed points run one way, if they do. */
export function roundOf(points: readonly number[]): Round | 'straight' | undefined {
  const count = points.length / 2
  if (count < fewest) return undefined
  const [x, y] = [points[0]!, points[1]!]
  const [u, v] = farthest(points, (p, q) => Math.hypot(p - x, q - y))
  const length = Math.hypot(u - x, v - y)
  if (!(length > smallest)) return undefined
  const beside = (p: number, q: number) => ((p - x) * (v - y) - (q - y) * (u - x)) / length
  const [s, t] = farthest(points, (p, q) => Math.abs(beside(p, q)))
  if (Math.abs(beside(s, t)) < tolerance) return runsOn(points, [u - x, v - y]) ? 'straight' : undefined
  const centre = centreOf(x, y, u, v, s, t)
  return arcAbout(points, centre[0], centre[1], Math.hypot(x - centre[0], y - centre[1]))
}

function farthest(points: readonly number[], away: (x: number, y: number) => number): [number, number] {
  let [most, at] = [-1, 0]
  for (let n = 0; n < points.length; n += 2) {
    const d = away(points[n]!, points[n + 1]!)
    if (d > most) [most, at] = [d, n]
  }
  return [points[at]!, points[at + 1]!]
}

/** Whether each point is farther in a direction than the one before it. */
function runsOn(points: readonly number[], [dx, dy]: readonly [number, number]): boolean {
  for (let n = 2; n < points.length; n += 2) {
    if ((points[n]! - points[n - 2]!) * dx + (points[n + 1]! - points[n - 1]!) * dy < 0) return false
  }
  return true
}

/** The centre of the circle through three points. */
function centreOf(a: number, b: number, c: number, d: number, e: number, f: number): [number, number] {
  const [p, q, r, s] = [c - a, d - b, e - a, f - b]
  const twice = 2 * (p * s - q * r)
  const [P, R] = [p * p + q * q, r * r + s * s]
  return [a + (s * P - q * R) / twice, b + (p * R - r * P) / twice]
}

function arcAbout(points: readonly number[], X: number, Y: number, radius: number): Round | undefined {
  if (!(radius < largest)) return undefined
  const from = Math.atan2(points[1]! - Y, points[0]! - X)
  let [to, way] = [from, 0]
  for (let n = 2; n < points.length; n += 2) {
    const [dX, dY] = [points[n]! - X, points[n + 1]! - Y]
    if (Math.abs(Math.hypot(dX, dY) - radius) > tolerance) return undefined
    const angle = Math.atan2(dY, dX)
    const step = angle - to - 2 * Math.PI * Math.round((angle - to) / (2 * Math.PI))
    // Steps that nobody sees may go astray.
    if (Math.abs(step) * radius > tolerance) {
      if (way * step < 0) return undefined
      way = Math.sign(step)
    }
    to += step
  }
  return Math.abs(to - from) < 2 * Math.PI + 1e-6 ? { X, Y, radius, from, to: clamped(from, to) } : undefined
}

const clamped = (from: number, to: number) => from + Math.min(2 * Math.PI, Math.max(-2 * Math.PI, to - from))
