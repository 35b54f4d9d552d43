import { store } from '../store/store'
import { panDrag, turnBy, zoom } from './drags'
import type { StageView } from './stageView'

const zoomStep = 1.4
/** Pixels and radians of one key press; with Shift a fifth of them. */
const panPx = 40
const turnStep = Math.PI / 12

const ways: Readonly<Record<string, readonly [across: number, up: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
}

/**
 * What wheel, pinch and Space-drag do to the view, for whoever is on the stage by keyboard: + and - zoom about the middle,
 * 0 shows everything, Alt and an arrow go that way. Returns whether the key was one.
 */
export function viewKey(stage: StageView, event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey) return false
  if (event.altKey) return pan(stage, event.key, event.shiftKey)
  switch (event.key) {
    case '+':
    case '=':
      zoom(stage.frame(), stage.width / 2, zoomStep)
      return true
    case '-':
    case '−':
      zoom(stage.frame(), stage.width / 2, 1 / zoomStep)
      return true
    case '0':
      store.getState().showAll()
      return true
    default:
      return false
  }
}

/** What is seen goes the other way, as when a page is scrolled; the hyperboloid is turned instead. */
function pan(stage: StageView, key: string, isSmall: boolean): boolean {
  const way = ways[key]
  if (!way) return false
  const part = isSmall ? 0.2 : 1
  const frame = stage.frame()
  if (frame.chart?.name === 'hyperboloid') {
    turnBy(frame.view.turn, -way[0] * part * turnStep, (way[1] * part * turnStep) / -2)
    return true
  }
  const [X, Y] = [stage.width / 2, frame.viewport.height / 2]
  panDrag(frame, X, Y, frame.window.height).move(X - way[0] * part * panPx, Y - way[1] * part * panPx)
  return true
}
