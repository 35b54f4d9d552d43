import { DoubleSide, GLSL3, RawShaderMaterial } from 'three'
import { levels } from '../chunks/levels.glsl'
import { liftChunk, type Ground } from '../chunks/planeModels.glsl'
import { marks } from '../chunks/marks.glsl'
import { relief } from '../chunks/relief.glsl'
import { rampSize, type Curves } from '../../math/levels'
import type { Rgb } from '../rgb'

interface Uniform<T> {
  value: T
}

/** What every picture of a loss has: colours, level curves, the ε-ball. */
interface SurfaceUniforms {
  uRamp: Uniform<Float32Array>
  uTop: Uniform<number>
  uReference: Uniform<number>
  uDensity: Uniform<number>
  uBanding: Uniform<number>
  uCurve: Uniform<Float32Array>
  uCurveWidth: Uniform<number>
  uBall: Uniform<Float32Array>
  uBallLoss: Uniform<number>
  uOpacity: Uniform<number>
  uPixelRatio: Uniform<number>
  uRise: Uniform<number>
  uLevelHeight: Uniform<number>
  uLens: Uniform<Float32Array>
  uTurn: Uniform<Float32Array>
  uEye: Uniform<Float32Array>
}

export interface SurfaceMaterial<Uniforms = unknown> extends RawShaderMaterial {
  uniforms: SurfaceUniforms & Uniforms & RawShaderMaterial['uniforms']
}

/** A constant of the shader and not a uniform, so that a pixel does not compute both ladders. */
const ladderDefine = (ladder: Curves['ladder']) => (ladder === 'sqrt' ? '1.0' : '0.0')

const vertexShader = (raised: boolean) => /* glsl */ `
precision highp float;
in vec3 position;
${raised ? 'in float height;\nuniform float uRise;' : ''}
uniform mat4 modelViewMatrix;
uniform mat4 projectionMatrix;
out vec2 vFloor;
void main() {
  vFloor = position.xy;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(position.xy, ${raised ? 'height * uRise' : '0.0'}, 1.0);
}
`

const shading = /* glsl */ `
  vec2 right = dFdx(vFloor);
  vec2 up = dFdy(vFloor);
  float h = level(loss, uReference) * uLevelHeight * uRise;
  float area = right.x * up.y - right.y * up.x;
  vec2 slope = abs(area) > 1e-6 ? gradient(right, up, dFdx(h), dFdy(h)) : vec2(0.0);
  color *= daylight(slope);
`

const fragmentShader = (slice: string, ground: Ground, raised: boolean, loss: string) => /* glsl */ `
precision highp float;
${slice}
${liftChunk(ground)}
${levels}
${marks}
${raised ? relief : ''}
uniform float uTop, uReference, uDensity, uBanding, uCurveWidth, uBallLoss, uOpacity, uPixelRatio;
${raised ? 'uniform float uRise, uLevelHeight;' : ''}
uniform vec4 uCurve;
uniform vec4 uBall;
in vec2 vFloor;
out vec4 fragColor;
void main() {
  vec2 z;
  bool isInside = lift(vFloor, z);
  float loss = ${loss};
  float k = rung(loss, uReference, uDensity, LADDER);
  float width = max(length(vec2(dFdx(k), dFdy(k))), 1e-9);
  float fade = curveFade(width);
  float shown = mix(k, stair(k, width), uBanding * fade);
  vec3 color = rampColor(levelAtRung(shown, uDensity, LADDER) / uTop);
  float halfPx = 0.5 * uCurveWidth * uPixelRatio;
  color = mix(color, uCurve.rgb, uCurve.a * fade * curveCoverage(k, width, halfPx));
  float insidePx = (uBallLoss - loss) / max(length(vec2(dFdx(loss), dFdy(loss))), 1e-30);
  color = mix(color, uBall.rgb, uBall.a * coverage(insidePx));
  color = mix(color, uBall.rgb, step(1e-3, uBall.a) * coverage(uPixelRatio - abs(insidePx)));
  ${raised ? shading : ''}
  if (!isInside) discard;
  fragColor = vec4(color, uOpacity);
}
`

/**
 * A material that draws the loss over the plane, evaluated at each fragment.
 *
 * @param slice       GLSL that defines what `loss` calls
 * @param ground      what it lies in; nothing is drawn beyond the rim of a model
 * @param raised      the surface stands on the plane: the mesh has an attribute `height` in pixels
 * @param loss        GLSL of the loss at the point z of the plane, which is at vFloor on the stage
 */
export function surfaceMaterial<Uniforms extends object>(
  slice: string,
  ground: Ground,
  raised: boolean,
  uniforms: Uniforms,
  loss = 'sliceLoss(z)',
): SurfaceMaterial<Uniforms> {
  const common: SurfaceUniforms = {
    uRamp: { value: new Float32Array(3 * rampSize).fill(1) },
    uTop: { value: 6 },
    uReference: { value: 1 },
    uDensity: { value: 2 },
    uBanding: { value: 1 },
    uCurve: { value: Float32Array.of(0, 0, 0, 0.25) },
    uCurveWidth: { value: 1 },
    uBall: { value: new Float32Array(4) },
    uBallLoss: { value: 0 },
    uOpacity: { value: 1 },
    uPixelRatio: { value: 1 },
    uRise: { value: 1 },
    uLevelHeight: { value: 1 },
    uLens: { value: new Float32Array([0, 0, 1]) },
    uTurn: { value: new Float32Array(4) },
    uEye: { value: new Float32Array(3) },
  }
  return new RawShaderMaterial({
    glslVersion: GLSL3,
    vertexShader: vertexShader(raised),
    fragmentShader: fragmentShader(slice, ground, raised, loss),
    defines: { LADDER: ladderDefine('geometric') },
    uniforms: { ...common, ...uniforms },
    depthWrite: raised,
    side: DoubleSide,
  }) as SurfaceMaterial<Uniforms>
}

/** Where a model lies on the stage: its middle and the pixels of a unit of it. */
export function setLens(material: SurfaceMaterial, X: number, Y: number, unitPx: number): void {
  material.uniforms.uLens.value.set([X, Y, unitPx])
}

/**
 * How the hyperboloid is seen.
 *
 * @param turn cosine and sine of azimuth and elevation
 * @param eye  its place along e₂ and t, and the height t at which the bowl is cut off
 */
export function setSight(
  material: SurfaceMaterial,
  turn: readonly [number, number, number, number],
  eye: readonly [away: number, up: number, rim: number],
): void {
  material.uniforms.uTurn.value.set(turn)
  material.uniforms.uEye.value.set(eye)
}

/** @param colors (8, 3) sRGB in [0, 1], lowest loss first: see `ramp`. @param top the level where the ramp ends */
export function setRamp(material: SurfaceMaterial, colors: Float32Array, top: number): void {
  material.uniforms.uRamp.value.set(colors)
  material.uniforms.uTop.value = top
}

/** The loss of level 1, whose doublings are the higher levels. @param reference > 0 */
export function setReference(material: SurfaceMaterial, reference: number): void {
  material.uniforms.uReference.value = reference
}

/** Where the level curves are; another ladder is another shader. @param banding 1: one colour between two curves, 0: the colour varies smoothly */
export function setCurves(material: SurfaceMaterial, curves: Curves, banding = 1): void {
  setReference(material, curves.reference)
  material.uniforms.uDensity.value = curves.density
  material.uniforms.uBanding.value = banding
  const LADDER = ladderDefine(curves.ladder)
  if (material.defines['LADDER'] === LADDER) return
  material.defines['LADDER'] = LADDER
  material.needsUpdate = true
}

/** @param alpha 0: no curves. @param widthPx in CSS pixels */
export function setCurveStyle(material: SurfaceMaterial, color: Rgb, alpha: number, widthPx = 1): void {
  material.uniforms.uCurve.value.set(color)
  material.uniforms.uCurve.value[3] = alpha
  material.uniforms.uCurveWidth.value = widthPx
}

/** Tints {loss < epsilon} and outlines it. @param alpha of the tint; 0: no ball is shown */
export function setBall(material: SurfaceMaterial, epsilon: number, color: Rgb, alpha: number): void {
  material.uniforms.uBall.value.set(color)
  material.uniforms.uBall.value[3] = alpha
  material.uniforms.uBallLoss.value = epsilon
}

export function setOpacity(material: SurfaceMaterial, opacity: number): void {
  material.uniforms.uOpacity.value = opacity
  material.transparent = opacity < 1
}
