import type { PatternCurve } from './patterns'
import { act, compose, norm2 } from './psl2r'
import type { Psl2r } from './psl2r'

/**
 * The regular tilings {p,q}: p-gons, q of them at each vertex, 1/p + 1/q < 1/2. A tile has its centre at i and the
 * middle of its edge 0 above i.
 *
 * @see Beardon, The Geometry of Discrete Groups (1983), ch. 7
 */

/** Half the distance of neighbouring centres, half the edge, and the distance from centre to vertex. */
export interface TileShape {
  readonly inradius: number
  readonly halfEdge: number
  readonly circumradius: number
}

/** Whether {p,q} tiles the hyperbolic plane. */
export function isTiling(p: number, q: number): boolean {
  return Number.isInteger(p) && Number.isInteger(q) && p >= 3 && q >= 3 && (p - 2) * (q - 2) > 4
}

/**
 * The right triangle with angles π/p, π/q: cosh r = cos(π/q)/sin(π/p), cosh(edge/2) = cos(π/p)/sin(π/q),
 * cosh R = cot(π/p) cot(π/q). None is near 0, so acosh loses nothing here.
 *
 * @throws RangeError unless p, q ≥ 3 are whole and 1/p + 1/q < 1/2
 */
export function tileShape(p: number, q: number): TileShape {
  if (!isTiling(p, q)) throw new RangeError(`tileShape: {${p},${q}} is no tiling of the hyperbolic plane`)
  const [P, Q] = [Math.PI / p, Math.PI / q]
  return {
    inradius: Math.acosh(Math.cos(Q) / Math.sin(P)),
    halfEdge: Math.acosh(Math.cos(P) / Math.sin(Q)),
    circumradius: Math.acosh(1 / (Math.tan(P) * Math.tan(Q))),
  }
}

/** Tiles as the elements that carry the one at i to them, and the pairs (tile, side) that are all edges once. */
interface Tiles {
  readonly tiles: readonly Psl2r[]
  readonly sides: readonly (readonly [tile: number, side: number])[]
}

/**
 * All tiles whose centres are within a radius of i, breadth first, and all their edges.
 *
 * None is missing: a tile is the set of points that are no further from its centre than from its neighbours'. If i
 * is not in it, i is beyond one of its sides, and the neighbour there has its centre nearer to i; so each tile of the
 * list but the first has a neighbour in the list, nearer by, through which it is found.
 * None is doubled: the places of two centres (the space part of the hyperboloid) differ by at least their distance,
 * so by twice the inradius, and rounding moves them by far less. An edge has two tiles: it is counted by the first of
 * them in the list.
 */
export function tilesWithin(p: number, q: number, radius: number): Tiles {
  const { inradius } = tileShape(p, q)
  const places = new Places(inradius)
  const crossing = Array.from({ length: p }, (_, side) => neighbour(p, side, inradius))
  const tiles: Psl2r[] = [[1, 0, 0, 1]]
  const sides: [number, number][] = []
  const limit = Math.cosh(radius)
  places.add(tiles[0]!, 0)
  for (let n = 0; n < tiles.length; n++) {
    for (let side = 0; side < p; side++) {
      const next = compose(tiles[n]!, crossing[side]!)
      const known = places.find(next)
      if (known === undefined && norm2(next) / 2 <= limit) {
        places.add(next, tiles.length)
        tiles.push(next)
      }
      if (known === undefined || known > n) sides.push([n, side])
    }
  }
  return { tiles, sides }
}

/** How far from i centres of tiles are drawn: at most 3 346 edges, for {7,3}. */
const drawn = 5.5

/**
 * The edges of {p,q}, each once, of all tiles with centres within a radius of i; those of the tile at i are major.
 *
 * @throws RangeError unless p, q ≥ 3 are whole and 1/p + 1/q < 1/2
 */
export function tiling(p: number, q: number, radius: number = drawn): PatternCurve[] {
  const { inradius, halfEdge } = tileShape(p, q)
  const { tiles, sides } = tilesWithin(p, q, radius)
  const across = Math.exp(inradius) * Math.tanh(halfEdge)
  const up = Math.exp(inradius) / Math.cosh(halfEdge)
  const edges = Array.from({ length: p }, (_, side) =>
    act(turn(p, side), Float64Array.of(across, up, -across, up), new Float64Array(4)),
  )
  const out = new Float64Array(4)
  return sides.map(([tile, side]) => {
    act(tiles[tile]!, edges[side]!, out)
    const curve = { kind: 'segment', x: out[0]!, y: out[1]!, u: out[2]!, v: out[3]! } as const
    return { curve, weight: tile === 0 ? 1 : 2 }
  })
}

/** The turn about i by side · 2π/p, counterclockwise. */
function turn(p: number, side: number): Psl2r {
  const theta = (side * Math.PI) / p
  return [Math.cos(theta), Math.sin(theta), -Math.sin(theta), Math.cos(theta)]
}

/** The half turn about the middle of a side of the tile at i. */
function neighbour(p: number, side: number, inradius: number): Psl2r {
  const reach = Math.exp(inradius)
  return compose(turn(p, side), [0, -reach, 1 / reach, 0])
}

/** In sides of a square: far more than rounding, far less than what is free between the centres. */
const slack = 1e-6

/** Which tile has its centre g·i where: at most one in a square whose diagonal is shorter than 2 inradius. */
class Places {
  private readonly tiles = new Map<number, number>()
  private readonly side: number

  constructor(inradius: number) {
    this.side = inradius
  }

  add(g: Psl2r, tile: number): void {
    this.tiles.set(keyOf(Math.round(this.across(g)), Math.round(this.up(g))), tile)
  }

  /** A centre near the border of a square may have been rounded into the next one. */
  find(g: Psl2r): number | undefined {
    const across = this.across(g)
    const up = this.up(g)
    for (let row = Math.round(across - slack); row <= across + slack + 0.5; row++) {
      for (let column = Math.round(up - slack); column <= up + slack + 0.5; column++) {
        const tile = this.tiles.get(keyOf(row, column))
        if (tile !== undefined) return tile
      }
    }
    return undefined
  }

  private across(g: Psl2r): number {
    return (g[0] * g[0] + g[1] * g[1] - g[2] * g[2] - g[3] * g[3]) / (2 * this.side)
  }

  private up(g: Psl2r): number {
    return (g[0] * g[2] + g[1] * g[3]) / this.side
  }
}

function keyOf(row: number, column: number): number {
  return row * 2 ** 24 + column
}
