/** GLSL twins of math/models and math/sightLine: points of other models as points (x, y) of the half-plane. */
export const planeModels = /* glsl */ `
vec2 fromDisk(vec2 w) {
  vec2 d = vec2(1.0 - w.x, w.y);
  return vec2(-2.0 * w.y, 1.0 - dot(w, w)) / dot(d, d);
}

vec2 fromKlein(vec2 k) {
  return vec2(-k.y, sqrt(max(1.0 - dot(k, k), 0.0))) / (1.0 - k.x);
}

vec2 fromBand(vec2 zeta) {
  return exp(zeta.x) * vec2(cos(zeta.y), sin(zeta.y));
}

// (e1, e2, t) with e1 = x/y and e2 = (|z|² - 1)/2y.
vec2 fromSheet(vec3 p) {
  float y = p.y > 0.0 ? (p.z + p.y) / (1.0 + p.x * p.x) : 1.0 / (p.z - p.y);
  return vec2(p.x * y, y);
}

// t < 0 where the line of sight goes past the sheet.
vec3 meetSheet(vec3 eye, vec3 way) {
  float A = way.z * way.z - dot(way.xy, way.xy);
  float B = eye.z * way.z - dot(eye.xy, way.xy);
  float C = eye.z * eye.z - dot(eye.xy, eye.xy) - 1.0;
  float root = B * B - A * C;
  if (root < 0.0) return vec3(0.0, 0.0, -1.0);
  float s = B <= 0.0 ? C / (sqrt(root) - B) : -(B + sqrt(root)) / A;
  return s > 0.0 ? eye + s * way : vec3(0.0, 0.0, -1.0);
}
`

/** What a picture of a loss lies in: a model of the half-plane, or the (x, y) plane of the real line. */
export type Ground = 'halfPlane' | 'disk' | 'klein' | 'band' | 'hyperboloid' | 'line'

/** So low a point is still one of the half-plane, in units of the window. */
const least = '1e-4'

/** GLSL of `bool lift(vec2 place, out vec2 z)`: the point at a stage pixel, and whether there is one. */
export function liftChunk(ground: Ground): string {
  if (ground === 'line') return 'bool lift(vec2 place, out vec2 z) { z = place; return true; }'
  if (ground === 'halfPlane') {
    return 'bool lift(vec2 place, out vec2 z) { z = vec2(place.x, max(place.y, 1e-3)); return place.y > 0.0; }'
  }
  return /* glsl */ `${planeModels}
uniform vec3 uLens; // middle in stage pixels; pixels for a unit
${ground === 'hyperboloid' ? 'uniform vec4 uTurn; // cosine and sine of azimuth and elevation\nuniform vec3 uEye; // away, up, height of the rim' : ''}
// helper: its twins are the charts of the stage
bool lift(vec2 place, out vec2 z) {
  vec2 w = (place - uLens.xy) / uLens.z;
  bool isInside;
  ${body[ground]}
  z.y = max(z.y, ${least});
  return isInside;
}
`
}

// The disks are drawn a quarter turn on, as iw.
const body: Readonly<Record<Exclude<Ground, 'halfPlane' | 'line'>, string>> = {
  disk: 'isInside = dot(w, w) < 1.0; z = fromDisk(vec2(w.y, -w.x));',
  klein: 'isInside = dot(w, w) < 1.0; z = fromKlein(vec2(w.y, -w.x));',
  band: `isInside = abs(w.y) < ${Math.PI / 2}; z = fromBand(vec2(w.x, w.y + ${Math.PI / 2}));`,
  hyperboloid: /* glsl */ `
  vec3 way = vec3(w.x, w.y * uTurn.w + uTurn.z, w.y * uTurn.z - uTurn.w);
  vec3 p = meetSheet(vec3(0.0, uEye.x, uEye.y), way);
  isInside = p.z > 0.0 && p.z < uEye.z;
  if (p.z <= 0.0) p = vec3(0.0, 0.0, 1.0);
  z = fromSheet(vec3(uTurn.x * p.x + uTurn.y * p.y, uTurn.x * p.y - uTurn.y * p.x, p.z));`,
}
