/** One GLSL expression to be evaluated at every sample. */
export interface Job {
  readonly glsl: string
  readonly expression: string
  readonly uniforms: Readonly<
    Record<string, { readonly size: 1 | 2 | 3 | 4; readonly values: readonly number[] }>
  >
}

/**
 * Evaluates expressions of `vec4 p` in a vertex shader, by transform feedback. It runs in the page, so it may use
 * nothing from outside itself.
 *
 * @param input samples as the bytes of float32 numbers, four each, in base64
 * @returns for each job the results in the same form, or what is wrong
 */
export function evaluateOnGpu({ jobs, input }: { jobs: readonly Job[]; input: string }): string[] {
  const gl = document.createElement('canvas').getContext('webgl2')!
  const bytes = Uint8Array.from(atob(input), (c) => c.charCodeAt(0))
  const samples = gl.createBuffer()
  gl.bindBuffer(gl.ARRAY_BUFFER, samples)
  gl.bufferData(gl.ARRAY_BUFFER, bytes, gl.STATIC_DRAW)
  gl.enableVertexAttribArray(0)
  gl.vertexAttribPointer(0, 4, gl.FLOAT, false, 0, 0)
  const count = bytes.length / 16
  const results = new Uint8Array(4 * count)
  const output = gl.createBuffer()
  gl.bindBuffer(gl.TRANSFORM_FEEDBACK_BUFFER, output)
  gl.bufferData(gl.TRANSFORM_FEEDBACK_BUFFER, results.length, gl.STATIC_READ)
  gl.enable(gl.RASTERIZER_DISCARD)

  return jobs.map(({ glsl, expression, uniforms }) => {
    const program = gl.createProgram()
    const add = (type: number, source: string) => {
      const shader = gl.createShader(type)!
      gl.shaderSource(shader, `#version 300 es\nprecision highp float;\n${source}`)
      gl.compileShader(shader)
      gl.attachShader(program, shader)
      return gl.getShaderInfoLog(shader) ?? ''
    }
    const log = add(
      gl.VERTEX_SHADER,
      `in vec4 p;\nout float result;\n${glsl}\nvoid main() { result = ${expression}; }`,
    )
    add(gl.FRAGMENT_SHADER, 'out vec4 color;\nvoid main() { color = vec4(0.0); }')
    gl.bindAttribLocation(program, 0, 'p')
    gl.transformFeedbackVaryings(program, ['result'], gl.SEPARATE_ATTRIBS)
    gl.linkProgram(program)
    if (!gl.getProgramParameter(program, gl.LINK_STATUS)) {
      return `error: ${log} ${gl.getProgramInfoLog(program) ?? ''}`
    }
    gl.useProgram(program)
    for (const [name, { size, values }] of Object.entries(uniforms)) {
      const at = gl.getUniformLocation(program, name)
      if (size === 1) gl.uniform1fv(at, values)
      if (size === 2) gl.uniform2fv(at, values)
      if (size === 3) gl.uniform3fv(at, values)
      if (size === 4) gl.uniform4fv(at, values)
    }
    gl.bindBufferBase(gl.TRANSFORM_FEEDBACK_BUFFER, 0, output)
    gl.beginTransformFeedback(gl.POINTS)
    gl.drawArrays(gl.POINTS, 0, count)
    gl.endTransformFeedback()
    gl.getBufferSubData(gl.TRANSFORM_FEEDBACK_BUFFER, 0, results)
    gl.bindBufferBase(gl.TRANSFORM_FEEDBACK_BUFFER, 0, null)
    gl.deleteProgram(program)
    const error = gl.getError()
    if (error !== 0) return `error: GL ${error}`
    let text = ''
    for (const byte of results) text += String.fromCharCode(byte)
    return btoa(text)
  })
}
