import { checkTerms, sumOver } from './sumOver'

/**
 * GLSL of the loss over one entry x of A and one entry y of B, on the real line:
 *
 *     sliceLoss(p) = (rest + Σ_l (r_l + |x - b_l|)² + Σ_k (r_k + |a_k - y|)² + (r + |x - y|)²) · scale
 *
 * p, b and a are stage pixels, each `r` and the loss are not: lengths are divided by `uUnit`, the pixels per unit.
 * `uCross` = (c, r), where c is the horizontal pixel of x = 0 less the vertical pixel of y = 0.
 *
 * @throws RangeError unless each number of terms is from 0 to 200
 */
export function lineSliceChunk(xTerms: number, yTerms: number): string {
  checkTerms('lineSliceChunk', xTerms, 0)
  checkTerms('lineSliceChunk', yTerms, 0)
  checkTerms('lineSliceChunk', xTerms + yTerms, 0)
  const declare = (name: string, count: number) => (count > 0 ? `uniform vec2 ${name}[${count}];` : '')
  return /* glsl */ `
${declare('uXTerms', xTerms)}
${declare('uYTerms', yTerms)}
uniform vec2 uCross;
uniform float uUnit;
uniform float uSliceRest;
uniform float uSliceScale;

float sliceTerm(float from, vec2 to) {
  float e = to.y + abs(from - to.x) / uUnit;
  return e * e;
}

float sliceLoss(vec2 p) {
  float sum = uSliceRest + sliceTerm(p.x - p.y, uCross);
  ${sumOver(xTerms, (i) => `sliceTerm(p.x, uXTerms[${i}])`)}
  ${sumOver(yTerms, (i) => `sliceTerm(p.y, uYTerms[${i}])`)}
  return sum * uSliceScale;
}
`
}
