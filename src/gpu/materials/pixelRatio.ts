import type { RawShaderMaterial } from 'three'

/** Device pixels per CSS pixel, as the renderer has it: sizes and widths are given in CSS pixels. */
export function setPixelRatio(material: RawShaderMaterial, ratio: number): void {
  const uniform = material.uniforms['uPixelRatio']
  if (uniform) uniform.value = ratio
}
