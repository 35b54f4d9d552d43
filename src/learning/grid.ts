/** Sample points x0 + i dx (i < width), y0 + j dy (j < height); values are stored row j after row j. */
export interface Grid {
  readonly width: number
  readonly height: number
  readonly x0: number
  readonly y0: number
  readonly dx: number
  readonly dy: number
}
