/** The context of a canvas of w × h CSS pixels at the resolution of the screen; undefined while it has no size. */
export function sharpContext(
  canvas: HTMLCanvasElement,
  w: number,
  h: number,
): CanvasRenderingContext2D | undefined {
  const context = canvas.getContext('2d')
  if (!context || w === 0 || h === 0) return undefined
  const ratio = Math.min(devicePixelRatio, 3)
  const width = Math.round(w * ratio)
  const height = Math.round(h * ratio)
  // Setting a size clears the canvas, even if it is the same one.
  if (canvas.width !== width) canvas.width = width
  if (canvas.height !== height) canvas.height = height
  context.setTransform(ratio, 0, 0, ratio, 0, 0)
  return context
}
