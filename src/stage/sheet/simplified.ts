/** A chain of packed points with as few of them as lie no farther from it than `tolerance` (Douglas and Peucker). */
export function simplified(points: readonly number[], tolerance: number): readonly number[] {
  const count = points.length / 2
  if (count < 3) return points
  const isKept = new Uint8Array(count)
  isKept[0] = isKept[count - 1] = 1
  const open: [from: number, to: number][] = [[0, count - 1]]
  for (let range = open.pop(); range; range = open.pop()) {
    const [from, to] = range
    let [most, at] = [tolerance, -1]
    for (let n = from + 1; n < to; n++) {
      const away = awayFrom(points, from, to, n)
      if (away > most) [most, at] = [away, n]
    }
    if (at < 0) continue
    isKept[at] = 1
    open.push([from, at], [at, to])
  }
  return points.filter((_, n) => isKept[n >> 1] === 1)
}

/** How far point n lies from the segment between two others. */
function awayFrom(points: readonly number[], from: number, to: number, n: number): number {
  const [x, y, u, v] = [points[2 * from]!, points[2 * from + 1]!, points[2 * to]!, points[2 * to + 1]!]
  const [p, q] = [points[2 * n]!, points[2 * n + 1]!]
  const square = (u - x) ** 2 + (v - y) ** 2
  const along = square > 0 ? ((p - x) * (u - x) + (q - y) * (v - y)) / square : 0
  const part = Math.min(1, Math.max(0, along))
  return Math.hypot(p - x - part * (u - x), q - y - part * (v - y))
}
