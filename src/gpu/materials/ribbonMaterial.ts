import { DoubleSide, GLSL3, RawShaderMaterial } from 'three'
import { marks } from '../chunks/marks.glsl'

/** Pixels that a ribbon is wider on each side than its line, so that the antialiased edge has room. */
const margin = 1

const vertexShader = /* glsl */ `
precision highp float;
in vec3 position;
in vec2 miter;
in vec4 stroke;
in vec4 color;
uniform mat4 modelViewMatrix;
uniform mat4 projectionMatrix;
out float vAcross;
out float vAlong;
out float vHalf;
flat out float vDash;
flat out vec4 vColor;
void main() {
  float reach = 0.5 * stroke.y + ${margin}.0;
  vAcross = stroke.x * reach;
  vAlong = stroke.z;
  vHalf = 0.5 * stroke.y;
  vDash = stroke.w;
  vColor = color;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(position.xy + miter * vAcross, position.z, 1.0);
}
`

const fragmentShader = /* glsl */ `
precision highp float;
${marks}
uniform float uOpacity;
in float vAcross;
in float vAlong;
in float vHalf;
flat in float vDash;
flat in vec4 vColor;
out vec4 fragColor;
void main() {
  float across = max(length(vec2(dFdx(vAcross), dFdy(vAcross))), 1e-6);
  float along = max(length(vec2(dFdx(vAlong), dFdy(vAlong))), 1e-6);
  float edge = coverage((vHalf - abs(vAcross)) / across);
  float dash = coverage(dashInside(vAlong, vDash) / along);
  float alpha = vColor.a * uOpacity * edge * dash;
  if (alpha <= 0.0) discard;
  fragColor = vec4(vColor.rgb, alpha);
}
`

/** Thick antialiased lines in the plane, for a `RibbonBuffer`. Widths and dashes are pixels of the plane. */
export function createRibbonMaterial(): RawShaderMaterial {
  return new RawShaderMaterial({
    glslVersion: GLSL3,
    vertexShader,
    fragmentShader,
    uniforms: { uOpacity: { value: 1 } },
    transparent: true,
    depthTest: false,
    depthWrite: false,
    side: DoubleSide,
  })
}

export function setRibbonOpacity(material: RawShaderMaterial, opacity: number): void {
  material.uniforms['uOpacity']!.value = opacity
}
