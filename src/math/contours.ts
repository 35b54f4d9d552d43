/**
 * The lines along which a function that is known on a grid has a value: marching squares, linear along the edges of
 * cells; where a cell is a saddle, the mean of its corners says which way the two lines pass. Each line is followed
 * through all of its cells; one that does not leave the grid ends where it begins. A corner at the value counts as above.
 *
 * @param values (height, width); cells with a corner that is not finite have no line
 * @returns packed (x, y) of each line in units of the grid: 0 … width - 1, 0 … height - 1
 */
export function contourLines(
  values: ArrayLike<number>,
  width: number,
  height: number,
  value: number,
): Float64Array[] {
  const next = crossings(values, width, height, value)
  const lines: Float64Array[] = []
  const follow = (start: number) => {
    const edges = [start]
    for (let edge = next.get(start)?.pop(); edge !== undefined; edge = next.get(edge)?.pop()) {
      // Each piece is known from both of its ends.
      const back = next.get(edge)!
      back.splice(back.indexOf(edges.at(-1)!), 1)
      edges.push(edge)
    }
    lines.push(placesOf(edges, values, width, value))
  }
  for (const [edge, ways] of next) if (ways.length === 1) follow(edge)
  for (const [edge, ways] of next) if (ways.length > 0) follow(edge)
  return lines
}

/**
 * Which edges of the grid the pieces of lines join, one piece in a cell, or two. Edge 2n runs from sample n to the
 * right, and 2n + 1 from there upwards.
 */
function crossings(
  values: ArrayLike<number>,
  width: number,
  height: number,
  value: number,
): Map<number, number[]> {
  const next = new Map<number, number[]>()
  const join = (one: number, other: number) => {
    ;(next.get(one) ?? next.set(one, []).get(one)!).push(other)
    ;(next.get(other) ?? next.set(other, []).get(other)!).push(one)
  }
  for (let row = 0; row + 1 < height; row++) {
    for (let column = 0; column + 1 < width; column++) {
      const n = row * width + column
      const [a, b, c, d] = [values[n]!, values[n + 1]!, values[n + width + 1]!, values[n + width]!]
      const mean = (a + b + c + d) / 4
      if (!Number.isFinite(mean)) continue
      const [below, right, above, left] = [2 * n, 2 * n + 3, 2 * (n + width), 2 * n + 1]
      const corners =
        (a >= value ? 1 : 0) + (b >= value ? 2 : 0) + (c >= value ? 4 : 0) + (d >= value ? 8 : 0)
      const kind = Math.min(corners, 15 - corners)
      if (kind === 1) join(below, left)
      else if (kind === 2) join(below, right)
      else if (kind === 3) join(left, right)
      else if (kind === 4) join(right, above)
      else if (kind === 6) join(below, above)
      else if (kind === 7) join(left, above)
      else if (kind === 5) {
        // The corners a and c are alike; when the middle is like them, b and d are cut off.
        const isAlike = mean >= value === a >= value
        join(below, isAlike ? right : left)
        join(above, isAlike ? left : right)
      }
    }
  }
  return next
}

function placesOf(
  edges: readonly number[],
  values: ArrayLike<number>,
  width: number,
  value: number,
): Float64Array {
  const places = new Float64Array(2 * edges.length)
  for (let k = 0; k < edges.length; k++) {
    const n = Math.floor(edges[k]! / 2)
    const isUp = edges[k]! % 2 === 1
    const from = values[n]!
    const part = (value - from) / (values[isUp ? n + width : n + 1]! - from)
    places[2 * k] = (n % width) + (isUp ? 0 : part)
    places[2 * k + 1] = Math.floor(n / width) + (isUp ? part : 0)
  }
  return places
}
