/** GLSL twin of math/upperHalfPlane: z = vec2(x, y) with y > 0. */
export const upperHalfPlane = /* glsl */ `
// ρ from q = sinh²(ρ/2) = |z - w|² / (4 Im z Im w). GLSL promises log2 only to an absolute 2⁻²¹ on [0.5, 2], and
// exp ρ = 1 + 2q + 2√(q + q²) reaches 2 at q = 1/8. Below it, ρ = 2√q · arsinh(√q)/√q by a polynomial in q, fitted
// at Chebyshev nodes to 9e-9 relative. One root serves both.
float distFromSinh2(float q) {
  bool near = q < 0.125;
  float root = near ? sqrt(q) : q * sqrt(1.0 + 1.0 / q); // q * q would leave float32's range
  return near
    ? root * (2.0 + q * (-0.3333332 + q * (0.14998182 + q * (-0.08854638 + q * 0.05090982))))
    : ${Math.LN2} * log2(1.0 + 2.0 * (q + root));
}

float dist(vec2 z, vec2 w) {
  vec2 d = z - w;
  return distFromSinh2(min(dot(d, d) * (0.25 / z.y / w.y), 1e37));
}
`
