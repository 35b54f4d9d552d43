import type { Rgb } from '../../gpu/rgb'
import type { Frame } from '../frame'
import type { Palette } from '../palette'

type Single =
  'paper' | 'ink' | 'muted' | 'grid' | 'a' | 'b' | 'g' | 'ok' | 'bad' | 'ghost' | 'ghostA' | 'ghostB'

/** A colour by what it is for, so that a figure is the same in every theme: of several, the n-th. */
export interface Ink {
  readonly token: Single | 'column' | 'class'
  readonly n: number
  readonly alpha: number
}

export const ink = (token: Ink['token'], alpha = 1, n = 0): Ink => ({ token, n, alpha })

/** Colours that there are fewer of than indices come again. */
export function colourOf(palette: Palette, { token, n }: Ink): Rgb {
  if (token === 'column') return palette.columns[n % palette.columns.length]!
  if (token === 'class') return palette.classes[n % palette.classes.length]!
  return palette[token]
}

/**
 * What lines are drawn with: triangles of WebGL, or shapes of a figure. World coordinates, widths and dashes in pixels;
 * a dashed line has gaps as long as its dashes.
 */
export interface Pen {
  /** @param points packed x, y */
  polyline: (points: ArrayLike<number>, count: number, width: number, of: Ink, dash?: number) => void
  segment: (x0: number, y0: number, x1: number, y1: number, width: number, of: Ink, dash?: number) => void
  /** The arc of a circle from one angle to another: radians, either order, at most a full turn. */
  arc: (
    cx: number,
    cy: number,
    radius: number,
    from: number,
    to: number,
    width: number,
    of: Ink,
    dash?: number,
  ) => void
  /** A triangle: as wide as `width` where it begins, and a point where it ends. */
  wedge: (x0: number, y0: number, x1: number, y1: number, width: number, of: Ink) => void
}

export type MarkShape = 'disc' | 'diamond'

/**
 * Puts a mark: where, its diameter, shape, whether it is filled, its colour, and how high it stands over the plane when
 * that is tilted. A diamond has the area of the disc.
 */
export type PutMark = (
  X: number,
  Y: number,
  size: number,
  shape: MarkShape,
  fill: 0 | 1,
  of: Ink,
  Z?: number,
) => void

/** What a shape of the stage is. */
export type Role =
  | 'level'
  | 'grid'
  | 'pattern'
  | 'flow'
  | 'tree'
  | 'geodesic'
  | 'track'
  | 'ball'
  | 'entry'
  | 'pin'
  | 'element'
  | 'frame'

/** A kind of things that the stage shows, drawn alike by WebGL and as vectors. */
export interface Part {
  readonly role: Role
  /** The place of its lines among all parts, from below; without one it has none. */
  readonly lines?: number
  /** The same for its marks, with the ring of paper round them and the outline of hollow ones, in pixels on a desk. */
  readonly marks?: { readonly order: number; readonly halo: number; readonly outline: number }
  /** What it is drawn from: while these are the same, so is what is drawn. */
  readonly of: (frame: Frame) => readonly unknown[]
  /** While these are the same, its marks are the same ones in other places. */
  readonly looks?: (frame: Frame) => readonly unknown[] | undefined
  readonly draw: (frame: Frame, pen: Pen, put: PutMark) => void
  /** Loads what it needs besides; calls back when that is there. Returns what ends it. */
  readonly follow?: (redraw: () => void) => () => void
}

export const areSame = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((value, n) => Object.is(value, other[n]))
