/** Models of the hyperbolic plane. */
export const modelNames = ['halfPlane', 'disk', 'klein', 'hyperboloid', 'band'] as const
export type ModelName = (typeof modelNames)[number]

/** What is drawn on the plane and carried by g: curves about i, fundamental domains, or a tiling {p,q}. */
export type Pattern = 'none' | 'polar' | 'horocyclic' | 'modular' | `${number},${number}`

/** How the plane is looked at: shared in a link, but no part of the document or of its history. */
export interface View {
  /** Show everything; centre and height are then not used. */
  readonly fit: boolean
  /** Real part in the middle of the stage. */
  readonly centre: number
  /** Height of the visible part of the plane, in units of the plane; > 0. */
  readonly height: number
  /** The entry slice lies under the points. */
  readonly slice: boolean
  /** The plane is a floor with the loss surface on it. */
  readonly tilt: boolean
  /** The model that the stage shows, and another one beside it; the real line has none. */
  readonly model: ModelName
  readonly beside: ModelName | 'none'
  readonly pattern: Pattern
  /** Flow lines, the orbits of points under gᵗ, are drawn. */
  readonly flow: boolean
  /** From where the hyperboloid is seen: azimuth, and elevation above its base plane, in radians. */
  readonly turn: readonly [azimuth: number, elevation: number]
  /** How much larger than fits the canvas the models of bounded size are shown; the half-plane has its window. */
  readonly magnification: number
}

export const defaultView: View = {
  fit: true,
  centre: 0,
  height: 4,
  slice: true,
  tilt: false,
  model: 'halfPlane',
  beside: 'none',
  pattern: 'none',
  flow: false,
  turn: [0.35, 0.85],
  magnification: 1,
}
