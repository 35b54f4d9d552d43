import { checkTerms, sumOver } from './sumOver'
import { upperHalfPlane } from './upperHalfPlane.glsl'

/**
 * GLSL of the loss with one entry free at z, in the half-plane:
 *
 *     sliceLoss(z) = (rest + Σ_l (r_l + dist(z, b_l))²) · scale
 *
 * `uSlicePoints[l]` = (x, y, r): x and y in stage pixels, r a difference of distances.
 *
 * @throws RangeError unless 1 ≤ terms ≤ 200
 */
export function entrySliceChunk(terms: number): string {
  checkTerms('entrySliceChunk', terms, 1)
  return /* glsl */ `${upperHalfPlane}
uniform vec3 uSlicePoints[${terms}];
uniform float uSliceRest;
uniform float uSliceScale;

float sliceTerm(vec2 z, vec3 point) {
  float e = point.z + dist(z, point.xy);
  return e * e;
}

float sliceLoss(vec2 z) {
  float sum = uSliceRest;
  ${sumOver(terms, (i) => `sliceTerm(z, uSlicePoints[${i}])`)}
  return sum * uSliceScale;
}
`
}
