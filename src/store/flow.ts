import { maxTime, minTime } from '../document/document'
import { checkPowers } from '../document/fit'
import { advanced, flowOf, timeIn } from '../document/flow'
import { isProblem, problem, type Problem } from '../document/problem'
import { checkTelling } from '../document/telling'
import { store } from './store'

/** A frame counts for no more than this many seconds, so that nothing leaps after a pause. */
const longestFrame = 0.1
/** Decimals of t where it is halted, so that links stay short. */
const shownDigits = 3

let frame = 0
let last = 0
let direction: 1 | -1 = 1

/** Lets t run to and fro at constant hyperbolic speed, whatever else happens to the document. */
export function play(): void {
  const { document, column, playing, set } = store.getState()
  if (playing || isProblem(flowOf(document, column))) return
  last = performance.now()
  set({ playing: true })
  frame = requestAnimationFrame(step)
}

export function pause(): void {
  const { document, playing, edit, set } = store.getState()
  if (!playing) return
  cancelAnimationFrame(frame)
  set({ playing: false })
  edit({ time: Number(document.time.toFixed(shownDigits)) })
}

/** Holds the flow at a time, from where it will go on forwards. */
export function holdAt(time: number): Problem | undefined {
  const { document, edit } = store.getState()
  if (!(time >= minTime && time <= maxTime)) return problem(`t must lie between ${minTime} and ${maxTime}`)
  const refused = checkPowers(document, time) ?? checkTelling({ ...document, time })
  if (refused) return problem(`gᵗ ${refused.problem}`)
  pause()
  direction = 1
  edit({ time })
  return undefined
}

/** Of the document there only `time` is changed, in the document as it is now: a drag goes on beside it. */
function step(now: number): void {
  const { document, column, gesture, playing, speed, edit, set } = store.getState()
  if (!playing) return
  const seconds = globalThis.document.hidden ? 0 : Math.min(Math.max(now - last, 0) / 1000, longestFrame)
  last = now
  const pace = flowOf(document, column)
  if (isProblem(pace)) {
    // A drag may pass through the identity.
    if (gesture === 'none') return pause()
  } else if (seconds > 0) {
    const next = advanced(document.time, direction, timeIn(seconds, speed, pace))
    direction = next.direction
    const refused = checkPowers(document, next.time) ?? checkTelling({ ...document, time: next.time })
    if (refused) {
      pause()
      return set({ notice: `The flow has stopped: gᵗ ${refused.problem}.` })
    }
    edit({ time: next.time })
  }
  frame = requestAnimationFrame(step)
}
