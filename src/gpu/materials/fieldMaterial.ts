import { entrySliceChunk } from '../chunks/entrySlice.glsl'
import type { Ground } from '../chunks/planeModels.glsl'
import { lineSliceChunk } from '../chunks/lineSlice.glsl'
import {
  lineSliceUniforms,
  sliceUniforms,
  type EntrySliceMaterial,
  type LineSliceMaterial,
} from './sliceUniforms'
import { surfaceMaterial } from './surface'

/** The loss slice lying in a model of the plane, for a mesh whose positions are stage pixels. @param terms 1 to 200 */
export function createFieldMaterial(terms: number, ground: Ground = 'halfPlane'): EntrySliceMaterial {
  return surfaceMaterial(entrySliceChunk(terms), ground, false, sliceUniforms(terms))
}

/** The (x, y) slice of the real line. @param xTerms other entries of B met by x. @param yTerms of A met by y */
export function createLineFieldMaterial(xTerms: number, yTerms: number): LineSliceMaterial {
  return surfaceMaterial(lineSliceChunk(xTerms, yTerms), 'line', false, lineSliceUniforms(xTerms, yTerms))
}
