import { drawWithout } from '../../store/graphics'
import { Figure } from '../figure/figure'
import { joinLater, laterParts } from '../figure/laterParts'
import { levelCurves } from '../figure/levelCurves'
import { firstParts } from '../figure/parts'
import { followModel } from '../motion'
import type { StageView } from '../stageView'
import { watchDrawn } from '../watchDrawn'
import { SvgWriter } from './SvgWriter'

/**
 * Puts a picture of vectors into the host and keeps it as large as the host: what the canvas shows but for the colours of
 * the loss and its surface, from the same frames, so that pointer, keys and handles do the same. A change of the state
 * draws one frame.
 */
export function drawFigure(host: HTMLElement, stage: StageView): () => void {
  const parts = [levelCurves(), ...firstParts, ...laterParts]
  const writer = new SvgWriter()
  writer.node.setAttribute('aria-hidden', 'true')
  host.prepend(writer.node)
  stage.tilt = 0
  stage.fail = (error) => drawWithout('stopped', error)
  const figure = new Figure(parts, stage.fail)
  joinLater(stage)

  let asked = 0
  const draw = () => {
    asked = 0
    if (!host.clientWidth || !host.clientHeight) return
    stage.attempt(() => {
      const frame = stage.frame()
      writer.write(figure.layersOf(frame), frame)
      stage.endFrame()
    })
  }
  const redraw = () => {
    asked ||= requestAnimationFrame(draw)
  }
  stage.redraw = redraw
  const observer = new ResizeObserver(() => {
    stage.resize(host.clientWidth, host.clientHeight)
    redraw()
  })
  observer.observe(host)
  const stops = [
    watchDrawn(redraw),
    followModel(stage, redraw),
    ...parts.map((part) => part.follow?.(redraw) ?? (() => {})),
  ]

  return () => {
    cancelAnimationFrame(asked)
    observer.disconnect()
    stops.forEach((stop) => stop())
    stage.redraw = () => {}
    stage.fail = () => {}
    writer.node.remove()
  }
}
