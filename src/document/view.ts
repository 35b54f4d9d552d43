import type { ChosenExperiment } from './experiments'

/** Models of the hyperbolic plane. */
export const modelNames = ['halfPlane', 'disk', 'klein', 'hyperboloid', 'band'] as const
export type ModelName = (typeof modelNames)[number]

/** What is drawn on the plane and carried by g: curves about i, fundamental domains, or a tiling {p,q}. */
export type Pattern = 'none' | 'polar' | 'horocyclic' | 'modular' | `${number},${number}`

/** How the loss is projected on a plane: one entry free, two sliders of g, or two random directions. */
export type Projection =
  | { readonly kind: 'entry' }
  | { readonly kind: 'sliders' }
  | { readonly kind: 'random'; readonly frame: 'intrinsic' | 'coordinates'; readonly seed: number }

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
  /** What the pictures of the loss beside the stage show. */
  readonly projection: Projection
  /** The experiment that is open beside the model. */
  readonly experiment: ChosenExperiment | null
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
  projection: { kind: 'entry' },
  experiment: null,
}

/** The hyperboloid is looked at from above, up to π/2: lower, the eye would leave the hull of the bowl and see some places twice. */
export const minElevation = 0.7
/** Of the models of bounded size. */
export const minMagnification = 0.2
export const maxMagnification = 40

/** {p,q}: regular p-gons, q at a corner, p and q from 3 to 12, which tile the hyperbolic plane: 1/p + 1/q < 1/2. */
export function isPattern(text: string): text is Pattern {
  if (/^(none|polar|horocyclic|modular)$/.test(text)) return true
  const found = /^([1-9]\d?),([1-9]\d?)$/.exec(text)
  const [p, q] = [Number(found?.[1]), Number(found?.[2])]
  return p >= 3 && p <= 12 && q >= 3 && q <= 12 && (p - 2) * (q - 2) > 4
}
