import { rampSize } from '../../math/levels'

/** GLSL twin of math/levels: the same names; `ladder` is 0 for 'geometric' and 1 for 'sqrt'. */
export const levels = /* glsl */ `
uniform vec3 uRamp[${rampSize}];

float level(float loss, float reference) {
  return log2(1.0 + loss / reference);
}

float rung(float loss, float reference, float density, float ladder) {
  return density * (ladder > 0.5 ? sqrt(loss / reference) : level(loss, reference));
}

float levelAtRung(float k, float density, float ladder) {
  float s = k / density;
  return ladder > 0.5 ? log2(1.0 + s * s) : s;
}

vec3 rampColor(float t) {
  float s = clamp(t, 0.0, 1.0) * ${rampSize - 1}.0;
  int i = int(min(s, ${rampSize - 2}.0));
  return mix(uRamp[i], uRamp[i + 1], s - float(i));
}

// Half-way between the curves below and above, stepping over one pixel; width = change of the rung in a pixel.
float stair(float k, float width) {
  return floor(k) + min(fract(k) / width, 1.0) - 0.5;
}

// How much of a pixel the nearest curve covers. There is none at rung 0: a zero of the loss is a point.
float curveCoverage(float k, float width, float halfPx) {
  float nearest = floor(k + 0.5);
  return nearest < 0.5 ? 0.0 : clamp(halfPx + 0.5 - abs(k - nearest) / width, 0.0, 1.0);
}

// 1 where curves are at least five pixels apart, 0 where they are two or less and would show as moiré.
float curveFade(float width) {
  return 1.0 - smoothstep(0.2, 0.5, width);
}
`
