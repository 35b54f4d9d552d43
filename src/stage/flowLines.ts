import { geodesicPoint, type Curve } from '../math/curves'
import { classify } from '../math/isometryClass'
import { log } from '../math/oneParameter'
import type { Psl2r } from '../math/psl2r'
import { dist, expMap, pointAlong } from '../math/upperHalfPlane'

/** Hypercycles at these distances on either side of the axis; 0 is the axis. */
const distances = [-2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2]
const radii = [0.5, 1, 1.5, 2, 2.5, 3]
/** Lengths between horocycles and the one through i. */
const steps = [-2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2]

const seed = new Float64Array(2)

/** How much farther out, in steps of one half, those lines are that come by i, which is `away` from the middle of them. */
const further = (away: number, free: number): number => Math.round(2 * Math.max(0, away - free)) / 2

/**
 * Some orbits under gᵗ, in the direction of growing t: circles about the fixed point, horocycles about the ideal one,
 * or the axis and hypercycles beside it. The identity has none. Near the parabolic wall, where centre and axis are far
 * from i, they are those about i: what is seen at the wall is seen beside it.
 */
export function flowLines(g: Psl2r): readonly Curve[] {
  const found = classify(g)
  const generator = log(g)
  const through = (x: number, y: number): Curve => ({
    kind: 'orbit',
    generator,
    x,
    y,
    from: -Infinity,
    to: Infinity,
  })
  switch (found.kind) {
    case 'identity':
      return []
    case 'elliptic': {
      const [x, y] = found.fixedPoint
      const away = dist(x, y, 0, 1)
      const out = further(away, 2)
      if (out === 0) return radii.map((radius) => through(x, y * Math.exp(radius)))
      return radii.map((radius) => {
        pointAlong(x, y, 0, 1, radius + out, seed)
        return through(seed[0]!, seed[1]!)
      })
    }
    case 'parabolic':
      return steps.map((length) => {
        geodesicPoint(-1 / found.fixedPoint, found.fixedPoint, length, seed)
        return through(seed[0]!, seed[1]!)
      })
    case 'hyperbolic': {
      geodesicPoint(found.repelling, found.attracting, 0, seed)
      const [x, y] = [seed[0]!, seed[1]!]
      // A quarter turn to the left of the velocity q + 2pz - rz² of z.
      const [p, q, r] = generator
      const [up, left] = [q + 2 * p * x - r * (x * x - y * y), -2 * y * (p - r * x)]
      const unit = y / Math.hypot(up, left)
      const beside = (distance: number) => expMap(x, y, distance * unit * left, distance * unit * up, seed)
      const away = dist(x, y, 0, 1)
      const toLeft = dist(...pair(beside(away)), 0, 1)
      const out = further(away, 1) * (toLeft <= dist(...pair(beside(-away)), 0, 1) ? 1 : -1)
      return distances.map((distance) => {
        beside(distance + out)
        return through(seed[0]!, seed[1]!)
      })
    }
  }
}

const pair = (point: Float64Array): [x: number, y: number] => [point[0]!, point[1]!]
