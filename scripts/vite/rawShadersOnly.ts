import type { Plugin } from 'vite'

/**
 * Leaves the shaders of three's own materials out of the build: a sixth of the renderer by size. The stage
 * draws with raw shaders alone (src/gpu); a material of three's would have nothing to compile, and the
 * browser tests fail on the message that this causes.
 */
export function rawShadersOnly(): Plugin {
  return {
    name: 'moduli-raw-shaders-only',
    apply: 'build',
    transform(code, id) {
      if (!/three\/build\/three\.module\.js$/.test(id)) return
      return {
        code: code.replace(/((?:var|const) \w+(?:\$\w+)? = )"(?:[^"\\]|\\.){200,}"/g, '$1""'),
        map: null,
      }
    },
  }
}
