/**
 * A loss that was sampled on the CPU, on a grid over a window of stage pixels. The texture holds levels, see
 * math/levels, and between samples the level is bilinear. Float textures cannot be filtered everywhere, so that is done
 * here.
 */
export const sampled = /* glsl */ `
uniform highp sampler2D uLevels;
uniform vec4 uGrid; // left and bottom in stage pixels, samples for a pixel across and up
uniform float uSampleReference;

// corners: lower left and right, upper left and right.
float bilinear(vec4 corners, vec2 part) {
  return mix(mix(corners.x, corners.y, part.x), mix(corners.z, corners.w, part.x), part.y);
}

float lossAtLevel(float level, float reference) {
  return reference * (exp2(level) - 1.0);
}

// helper: a texture cannot be had where twins are run
float sampledLoss(vec2 place) {
  ivec2 most = textureSize(uLevels, 0) - 1;
  vec2 at = clamp((place - uGrid.xy) * uGrid.zw, vec2(0.0), vec2(most));
  ivec2 low = min(ivec2(at), most - 1);
  vec4 corners = vec4(
    texelFetch(uLevels, low, 0).r,
    texelFetch(uLevels, low + ivec2(1, 0), 0).r,
    texelFetch(uLevels, low + ivec2(0, 1), 0).r,
    texelFetch(uLevels, low + ivec2(1, 1), 0).r
  );
  return lossAtLevel(bilinear(corners, at - vec2(low)), uSampleReference);
}
`
