/** GLSL twin of math/upperHalfPlane: the same names; z = vec2(x, y) with y > 0. */
export const upperHalfPlane = /* glsl */ `
// GLSL promises log only to an absolute 2⁻²¹ on [0.5, 2], and the argument below reaches 2 at t = 3/4.
// Smaller t take one half-argument step, sinh(x/2) = sinh x / √(2 + 2 cosh x), which leads to u² ≤ 1/8, where
// a cubic in u², fitted at Chebyshev nodes, gives (arsinh(u)/u - 1)/u² to 9e-9 of the result.
float asinhPositive(float t) {
  if (t >= 0.75) {
    float s = 1.0 / t; // not sqrt(t * t + 1.0): t * t overflows at ρ ≈ 90
    return log(t + t * sqrt(1.0 + s * s));
  }
  float u = t * inversesqrt(2.0 + 2.0 * sqrt(1.0 + t * t));
  float q = u * u;
  return 2.0 * u * (1.0 + q * (-0.1666666 + q * (0.07499091 + q * (-0.04427319 + q * 0.02545491))));
}

// The difference is scaled before its length is taken, so that its squares neither over- nor underflow.
float dist(vec2 z, vec2 w) {
  return 2.0 * asinhPositive(length((z - w) * (0.5 * inversesqrt(z.y) * inversesqrt(w.y))));
}
`
