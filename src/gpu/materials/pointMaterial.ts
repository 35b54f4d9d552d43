import { GLSL3, RawShaderMaterial } from 'three'
import { diamondReach, marks } from '../chunks/marks.glsl'
import type { Rgb } from '../rgb'

const vertexShader = /* glsl */ `
precision highp float;
in vec3 position;
in vec3 mark;
in vec4 color;
uniform mat4 modelViewMatrix;
uniform mat4 projectionMatrix;
uniform float uPixelRatio;
uniform float uHalo;
flat out vec3 vMark;
flat out vec4 vColor;
flat out float vExtent;
void main() {
  vMark = mark;
  vColor = color;
  vExtent = (mark.x * ${diamondReach} + 2.0 * uHalo) * uPixelRatio + 2.0;
  gl_PointSize = vExtent;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
}
`

const fragmentShader = /* glsl */ `
precision highp float;
${marks}
uniform float uPixelRatio;
uniform float uHalo;
uniform float uStroke;
uniform vec3 uPaper;
flat in vec3 vMark;
flat in vec4 vColor;
flat in float vExtent;
out vec4 fragColor;
void main() {
  float outside = markDistance((gl_PointCoord - 0.5) * vExtent, 0.5 * vMark.x * uPixelRatio, vMark.y);
  float halo = coverage(uHalo * uPixelRatio - outside);
  if (halo <= 0.0) discard;
  float body = coverage(-outside);
  float core = coverage(-outside - uStroke * uPixelRatio);
  vec3 inner = mix(uPaper, vColor.rgb, vMark.z);
  vec3 color = mix(vColor.rgb, inner, core);
  fragColor = vec4(mix(uPaper, color, body / halo), vColor.a * halo);
}
`

/**
 * Marks drawn as gl.POINTS, for a `PointBuffer`: disc or diamond, filled or hollow (paper inside a stroke), with an
 * antialiased edge and a halo in the colour of the paper. Sizes are CSS pixels.
 */
export function createPointMaterial(): RawShaderMaterial {
  return new RawShaderMaterial({
    glslVersion: GLSL3,
    vertexShader,
    fragmentShader,
    uniforms: {
      uPixelRatio: { value: 1 },
      uHalo: { value: 1.5 },
      uStroke: { value: 1.75 },
      uPaper: { value: Float32Array.of(1, 1, 1) },
    },
    transparent: true,
    depthTest: false,
    depthWrite: false,
  })
}

/** @param haloPx width of the ring round a mark. @param strokePx outline of a hollow mark */
export function setPointStyle(
  material: RawShaderMaterial,
  paper: Rgb,
  haloPx: number,
  strokePx: number,
): void {
  const { uPaper, uHalo, uStroke } = material.uniforms
  uPaper!.value = Float32Array.from(paper)
  uHalo!.value = haloPx
  uStroke!.value = strokePx
}
