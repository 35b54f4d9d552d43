import { portableCos, portableSin } from '../../math/portable'
import { normal, random } from '../../math/random'
import type { Labelled } from './labelled'

const classes = ['0', '1']

/**
 * Two interlocked spirals about 0, radius 0.25 to 2.55, classes in turn:
 *
 *     r = 0.25 + 2.3 √u,   angle = 2π turns √u + π class,   plus normal noise
 *
 * u is one random number in each of as many equal parts of [0, 1] as the class has points: no stretch stays empty.
 *
 * @param turns 1 is learned completely; 1.5 leaves some inputs wrong
 * @param noise standard deviation of each coordinate
 * @throws RangeError unless the count is an integer ≥ 2
 */
export function twoSpirals(count: number, seed: number, turns = 1, noise = 0.06): Labelled {
  return inPlane(count, seed, noise, (label, part) => {
    const along = Math.sqrt(part)
    const radius = 0.25 + 2.3 * along
    const angle = 2 * Math.PI * turns * along + Math.PI * label
    return [radius * portableCos(angle), radius * portableSin(angle)]
  })
}

/**
 * Two interlocked half circles of radius 1.2 about (-0.6, -0.3) and (0.6, 0.3), the one open below, the other above.
 *
 * @param noise standard deviation of each coordinate
 * @throws RangeError unless the count is an integer ≥ 2
 */
export function twoMoons(count: number, seed: number, noise = 0.12): Labelled {
  return inPlane(count, seed, noise, (label, part) => {
    const angle = Math.PI * part
    const side = label === 0 ? 1 : -1
    return [side * (1.2 * portableCos(angle) - 0.6), side * (1.2 * portableSin(angle) - 0.3)]
  })
}

function inPlane(
  count: number,
  seed: number,
  noise: number,
  point: (label: number, part: number) => [number, number],
): Labelled {
  if (!Number.isInteger(count) || count < 2) throw new RangeError(`${count} points: at least two are needed`)
  const next = random(seed)
  const values = new Float64Array(2 * count)
  const labels = new Int32Array(count)
  for (let n = 0; n < count; n++) {
    labels[n] = n % 2
    const size = Math.ceil((count - (n % 2)) / 2)
    const [x, y] = point(n % 2, (Math.floor(n / 2) + next()) / size)
    values[2 * n] = x + noise * normal(next)
    values[2 * n + 1] = y + noise * normal(next)
  }
  return { count, columns: 2, values, labels, classes }
}
