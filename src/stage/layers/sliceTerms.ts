import type { Slice } from '../../document/slice'
import type { LineSlice as LineTerms } from '../../gpu/materials/sliceUniforms'
import type { Viewport } from '../viewport'
import type { Chart } from '../charts/chart'
import { planeZero, worldX } from '../viewport'

type EntrySlice = Extract<Slice, { kind: 'plain'; space: 'halfPlane' }>['slice']
type LineSlice = Extract<Slice, { kind: 'plain'; space: 'line' }>['slice']

/** The points and offsets of a slice, as the shaders take them: in float32, brought to the size of the window. */
export function entryTerms({ points, offsets }: EntrySlice, { scale, shift }: Chart): Float32Array {
  const terms = new Float32Array(3 * offsets.length)
  for (let n = 0; n < offsets.length; n++) {
    terms[3 * n] = points[2 * n]! * scale + shift
    terms[3 * n + 1] = points[2 * n + 1]! * scale
    terms[3 * n + 2] = offsets[n]!
  }
  return terms
}

export function lineTerms(slice: LineSlice, viewport: Viewport): LineTerms {
  const zeroX = worldX(viewport, 0)
  const zeroY = planeZero(viewport)
  const pairs = (points: Float64Array, offsets: Float64Array, zero: number) => {
    const terms = new Float32Array(2 * points.length)
    for (let n = 0; n < points.length; n++) {
      terms[2 * n] = points[n]! * viewport.scale + zero
      terms[2 * n + 1] = offsets[n]!
    }
    return terms
  }
  return {
    xTerms: pairs(slice.aPoints, slice.aOffsets, zeroX),
    yTerms: pairs(slice.bPoints, slice.bOffsets, zeroY),
    crossPx: zeroX - zeroY,
    crossOffset: slice.offset,
    rest: slice.rest,
    scale: slice.scale,
    unitPx: viewport.scale,
  }
}
