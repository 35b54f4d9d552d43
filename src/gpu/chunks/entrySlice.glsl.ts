import { checkTerms, sumOver } from './sumOver'
import { upperHalfPlane } from './upperHalfPlane.glsl'

/**
 * GLSL of the loss with one entry free at z, in the half-plane:
 *
 *     sliceLoss(z) = (rest + Σ_l (r_l + dist(z, b_l))²) · scale
 *
 * `uSlicePoints[l]` = (x, y, 1/(4y), r): x and y in stage pixels, r a difference of distances.
 *
 * @throws RangeError unless 1 ≤ terms ≤ 200
 */
export function entrySliceChunk(terms: number): string {
  checkTerms('entrySliceChunk', terms, 1)
  return /* glsl */ `${upperHalfPlane}
uniform vec4 uSlicePoints[${terms}];
uniform float uSliceRest;
uniform float uSliceScale;

// dist(z, point) with the reciprocals of the heights at hand: a division for each term and pixel would show.
float sliceTerm(vec2 z, float inverseHeight, vec4 point) {
  vec2 d = z - point.xy;
  float e = point.w + distFromSinh2(dot(d, d) * (point.z * inverseHeight));
  return e * e;
}

float sliceLoss(vec2 z) {
  float inverseHeight = 1.0 / z.y;
  float sum = uSliceRest;
  ${sumOver(terms, (i) => `sliceTerm(z, inverseHeight, uSlicePoints[${i}])`)}
  return sum * uSliceScale;
}
`
}
