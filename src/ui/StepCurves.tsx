import { useLayoutEffect, useRef } from 'react'
import { drawStepCurves, stepAt, type StepPicture } from './drawStepCurves'
import { followCanvas, readOff } from './followCanvas'
import { writeText, type Source } from './source'
import './lossCurve.css'

interface Props<S> {
  /** Accessible name of the figure. */
  label: string
  source: Source<S>
  picture: (state: S) => StepPicture
  /** What is said of a step that the pointer is over, and of none. */
  describe: (state: S, step: number | undefined) => string
}

/** Several numbers over the same steps, on a logarithmic scale; never renders while they grow. */
export function StepCurves<S>({ label, source, picture, describe }: Props<S>) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const caption = useRef<HTMLElement>(null)

  useLayoutEffect(() => {
    const node = canvas.current!
    return followCanvas(node, source, (state, size, pointer) => {
      const shown = picture(state)
      const step = pointer && stepAt(shown, size, pointer.x)
      const words = describe(state, step)
      writeText(caption.current!, words)
      if (step !== undefined) node.ariaValueText = words
      drawStepCurves(node, shown, size, step)
    })
  }, [source, picture, describe])

  return (
    <figure className="loss-curve" aria-label={label}>
      <canvas ref={canvas} {...readOff} aria-label={`${label}, along its steps`} />
      <figcaption ref={caption} />
    </figure>
  )
}
