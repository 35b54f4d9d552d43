import type { Grid } from './grid'

/** A plane through a model on which a loss is sampled: one whole loss a sample, so a row of the picture at a time. */
export interface LossPlane {
  /** L at (s, t). */
  readonly lossAt: (s: number, t: number) => number
  /** L along row j of a grid, s = x0 + i dx and t = y0 + j dy, into out[0 … width - 1]; returns out. */
  readonly fillRow: (grid: Grid, j: number, out: Float64Array) => Float64Array
}

export function lossPlane(lossAt: LossPlane['lossAt']): LossPlane {
  return {
    lossAt,
    fillRow: (grid, j, out) => {
      const t = grid.y0 + j * grid.dy
      for (let i = 0; i < grid.width; i++) out[i] = lossAt(grid.x0 + i * grid.dx, t)
      return out
    },
  }
}
