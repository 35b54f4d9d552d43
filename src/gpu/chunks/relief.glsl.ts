/** Shading of a surface z = h(x, y) over the plane. */
export const relief = /* glsl */ `
// The gradient of f in the plane from its change and that of the plane's coordinates in one pixel, right and up.
vec2 gradient(vec2 pRight, vec2 pUp, float fRight, float fUp) {
  float area = pRight.x * pUp.y - pRight.y * pUp.x;
  return vec2(fRight * pUp.y - fUp * pRight.y, fUp * pRight.x - fRight * pUp.x) / area;
}

// Light from the upper left; 1 on level ground, so that the floor keeps its colour as the view tilts.
float daylight(vec2 slope) {
  vec3 light = vec3(-0.36, 0.48, 0.8);
  float lambert = max(dot(normalize(vec3(-slope, 1.0)), light), 0.0);
  return 0.55 + 0.45 * lambert / light.z;
}
`
