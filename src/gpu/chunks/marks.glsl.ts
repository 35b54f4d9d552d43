/** Shapes as signed distances in pixels, negative inside; helpers for points and lines. */

/** A diamond reaches as far as √(π/2) radii, so that it has the area of the disc of the same size. */
export const diamondReach = Math.sqrt(Math.PI / 2)

export const marks = /* glsl */ `
float coverage(float insidePx) {
  return clamp(insidePx + 0.5, 0.0, 1.0);
}

float markDistance(vec2 p, float radius, float shape) {
  return shape < 0.5 ? length(p) - radius : (abs(p.x) + abs(p.y) - ${diamondReach} * radius) * ${Math.SQRT1_2};
}

// Dashes and gaps of the same length; positive inside a dash. No dashes: inside everywhere.
float dashInside(float along, float dash) {
  if (dash <= 0.0) return 1e6;
  float u = mod(along, 2.0 * dash);
  return max(0.5 * dash - abs(u - 0.5 * dash), u - 2.0 * dash);
}
`
