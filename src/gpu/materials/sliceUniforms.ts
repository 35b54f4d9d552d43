import type { SurfaceMaterial } from './surface'

export interface SliceUniforms {
  uSlicePoints: { value: Float32Array }
  uSliceRest: { value: number }
  uSliceScale: { value: number }
}

export interface LineSliceUniforms {
  uXTerms: { value: Float32Array }
  uYTerms: { value: Float32Array }
  uCross: { value: Float32Array }
  uUnit: { value: number }
  uSliceRest: { value: number }
  uSliceScale: { value: number }
}

/** A slice in the half-plane: lies on the floor (`createFieldMaterial`) or stands on it (`createHeightMaterial`). */
export type EntrySliceMaterial = SurfaceMaterial<SliceUniforms>
/** The same on the real line. */
export type LineSliceMaterial = SurfaceMaterial<LineSliceUniforms>

export const sliceUniforms = (terms: number): SliceUniforms => ({
  uSlicePoints: { value: new Float32Array(4 * terms) },
  uSliceRest: { value: 0 },
  uSliceScale: { value: 1 },
})

export const lineSliceUniforms = (xTerms: number, yTerms: number): LineSliceUniforms => ({
  uXTerms: { value: new Float32Array(2 * xTerms) },
  uYTerms: { value: new Float32Array(2 * yTerms) },
  uCross: { value: new Float32Array(2) },
  uUnit: { value: 1 },
  uSliceRest: { value: 0 },
  uSliceScale: { value: 1 },
})

/** One number that is not finite would spoil every pixel: the picture is then hidden instead. */
function finite(values: Float32Array): boolean {
  for (let i = 0; i < values.length; i++) if (!Number.isFinite(values[i]!)) return false
  return true
}

/**
 * Loss (rest + Σ_l (r_l + ρ(z, b_l))²) · scale.
 *
 * @param points (terms, 3) row-major: x, y in stage pixels, r in units of ρ
 * @returns false, and nothing is drawn, if a number is not finite
 */
export function setSlice(
  material: EntrySliceMaterial,
  points: Float32Array,
  rest: number,
  scale: number,
): boolean {
  const { uniforms } = material
  const packed = uniforms.uSlicePoints.value
  for (let i = 0, j = 0; j < packed.length; i += 3, j += 4) {
    packed[j] = points[i]!
    packed[j + 1] = points[i + 1]!
    packed[j + 2] = 0.25 / points[i + 1]!
    packed[j + 3] = points[i + 2]!
  }
  uniforms.uSliceRest.value = rest
  uniforms.uSliceScale.value = scale
  material.visible = finite(packed) && Number.isFinite(rest) && Number.isFinite(scale)
  return material.visible
}

/** What `setLineSlice` takes; the loss is that of chunks/lineSlice.glsl. */
export interface LineSlice {
  /** (terms, 2): horizontal pixel of b_l, r_l in units of the line */
  readonly xTerms: Float32Array
  /** (terms, 2): vertical pixel of a_k, r_k in units of the line */
  readonly yTerms: Float32Array
  /** Horizontal pixel of x = 0 less the vertical pixel of y = 0. */
  readonly crossPx: number
  /** r of the term r + |x - y|. */
  readonly crossOffset: number
  readonly rest: number
  readonly scale: number
  /** Pixels per unit of the line, the same in both directions. */
  readonly unitPx: number
}

/** @returns false, and nothing is drawn, if a number is not finite */
export function setLineSlice(material: LineSliceMaterial, slice: LineSlice): boolean {
  const { uniforms } = material
  uniforms.uXTerms.value.set(slice.xTerms)
  uniforms.uYTerms.value.set(slice.yTerms)
  uniforms.uCross.value[0] = slice.crossPx
  uniforms.uCross.value[1] = slice.crossOffset
  uniforms.uUnit.value = slice.unitPx
  uniforms.uSliceRest.value = slice.rest
  uniforms.uSliceScale.value = slice.scale
  material.visible =
    finite(slice.xTerms) &&
    finite(slice.yTerms) &&
    finite(uniforms.uCross.value) &&
    Number.isFinite(slice.unitPx + slice.rest + slice.scale)
  return material.visible
}
