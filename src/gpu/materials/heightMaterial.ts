import { entrySliceChunk } from '../chunks/entrySlice.glsl'
import type { Ground } from '../chunks/planeModels.glsl'
import { lineSliceChunk } from '../chunks/lineSlice.glsl'
import {
  lineSliceUniforms,
  sliceUniforms,
  type EntrySliceMaterial,
  type LineSliceMaterial,
} from './sliceUniforms'
import { surfaceMaterial, type SurfaceMaterial } from './surface'

/**
 * The slice of `createFieldMaterial` standing on the plane: a vertex is at (X, Y, height · rise), with the attribute
 * `height` = level(loss) · levelHeight computed on the CPU; colour, curves and light are of the loss at the fragment.
 */
export function createHeightMaterial(terms: number, ground: Ground = 'halfPlane'): EntrySliceMaterial {
  return surfaceMaterial(entrySliceChunk(terms), ground, true, sliceUniforms(terms))
}

export function createLineHeightMaterial(xTerms: number, yTerms: number): LineSliceMaterial {
  return surfaceMaterial(lineSliceChunk(xTerms, yTerms), 'line', true, lineSliceUniforms(xTerms, yTerms))
}

/** @param rise 0: flat, 1: full height. @param levelHeightPx height of one level in pixels, at rise 1 */
export function setRise(material: SurfaceMaterial, rise: number, levelHeightPx: number): void {
  material.uniforms.uRise.value = rise
  material.uniforms.uLevelHeight.value = levelHeightPx
}
