import { DataTexture, FloatType, NearestFilter, RedFormat } from 'three'
import type { Ground } from '../chunks/planeModels.glsl'
import { sampled } from '../chunks/sampled.glsl'
import { surfaceMaterial, type SurfaceMaterial } from './surface'

interface SampledUniforms {
  uLevels: { value: DataTexture }
  uGrid: { value: Float32Array }
  uSampleReference: { value: number }
}

/** A loss that was sampled on the CPU: lies on the floor, or stands on it. */
export type SampledMaterial = SurfaceMaterial<SampledUniforms>

/** @param raised as for `createHeightMaterial` */
export function createSampledMaterial(ground: Ground, raised: boolean): SampledMaterial {
  return surfaceMaterial<SampledUniforms>(
    sampled,
    ground,
    raised,
    {
      uLevels: { value: levelTexture(2, 2) },
      uGrid: { value: new Float32Array(4) },
      uSampleReference: { value: 1 },
    },
    'sampledLoss(vFloor)',
  )
}

/** Room for samples on a grid of that size, each a level; write into `image.data` and set `needsUpdate`. */
export function levelTexture(columns: number, rows: number): DataTexture {
  const texture = new DataTexture(new Float32Array(columns * rows), columns, rows, RedFormat, FloatType)
  texture.minFilter = texture.magFilter = NearestFilter
  texture.needsUpdate = true
  return texture
}

/**
 * @param window    stage pixels of the outermost samples
 * @param reference the loss of level 1 that the samples were made with
 */
export function setSamples(
  material: SampledMaterial,
  texture: DataTexture,
  window: { readonly left: number; readonly right: number; readonly bottom: number; readonly top: number },
  reference: number,
): void {
  const { uLevels, uGrid, uSampleReference } = material.uniforms
  const { width, height } = texture.image
  uLevels.value = texture
  uGrid.value.set([
    window.left,
    window.bottom,
    (width - 1) / (window.right - window.left),
    (height - 1) / (window.top - window.bottom),
  ])
  uSampleReference.value = reference
}
