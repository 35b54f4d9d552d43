import type { Document, Entry, Factor } from '../document/document'

export const previewSize = { width: 96, height: 60 }
const margin = 6
/** More dots than these are one blot. */
const mostDots = 200

/** Marks at the base entries, as paths: of A lines without length, which have round caps, of B diamonds as on the stage. */
export function previewPaths({ a, b, space }: Pick<Document, 'a' | 'b' | 'space'>): { a: string; b: string } {
  // On the line A has a row and B another one: all places are on one axis.
  const lineHeights = { a: 1, b: 0 }
  const places = (factor: Factor, name: 'a' | 'b') =>
    some(factor.flat()).map((entry): [number, number] =>
      typeof entry === 'number' ? [entry, lineHeights[name]] : [entry[0], entry[1]],
    )
  const dots = { a: places(a, 'a'), b: places(b, 'b') }
  const all = [...dots.a, ...dots.b]
  const [left, right] = range(all.map(([x]) => x))
  const [, top] = range(all.map(([, y]) => y))
  const { width, height } = previewSize
  // Of the half-plane the boundary is the lower edge, and a unit is as long across as up.
  const scale =
    space === 'line' ? { x: fit(width, right - left), y: fit(height, 2) } : sameScale(right - left, top)
  const low = space === 'line' ? -0.5 : 0
  const path = (of: readonly (readonly [number, number])[], mark: string) =>
    of
      .map(([x, y]) => {
        const X = width / 2 + (x - (left + right) / 2) * scale.x
        const Y = height - margin - (y - low) * scale.y
        return `M${X.toFixed(1)} ${Y.toFixed(1)}${mark}`
      })
      .join('')
  return { a: path(dots.a, 'h0'), b: path(dots.b, 'm-3 0l3-3 3 3-3 3z') }
}

function some(entries: readonly Entry[]): readonly Entry[] {
  const every = Math.ceil(entries.length / mostDots)
  return entries.filter((_, n) => n % every === 0)
}

const fit = (room: number, extent: number) => (extent > 0 ? (room - 2 * margin) / extent : 1)

function sameScale(across: number, up: number): { x: number; y: number } {
  const { width, height } = previewSize
  const scale = Math.min(fit(width, Math.max(across, Number.MIN_VALUE)), fit(height, up))
  return { x: scale, y: scale }
}

function range(values: readonly number[]): [low: number, high: number] {
  return [Math.min(...values), Math.max(...values)]
}
