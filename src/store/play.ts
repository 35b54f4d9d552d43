import type { Document, Element } from '../document/document'
import { elementAt, elementCoordinates, elementList } from '../document/element'
import { decodeLink } from '../document/link'
import type { LessonMotion, LessonPlay, TwinsPlay } from '../document/lesson'
import { beginGesture, endGesture } from './history'
import { store } from './store'
import { pauseTraining, startTraining, stepTraining, tuneTraining } from './training'

let end: (() => void) | undefined
/** Of the twins that a step has started. */
let endTwins: (() => void) | undefined
let comparisons = 0

/**
 * Runs an animation of a lesson once, from what the page shows; with reduced motion its end is shown at once. Whatever
 * else changes the document ends it where it is.
 */
export function startPlay(play: LessonPlay): void {
  stopPlay()
  if (play.kind === 'train') return train(play.steps)
  if (play.kind === 'twins') return void compare(play)
  const at = changesAlong(play, store.getState().document)
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return store.getState().edit(at(1))
  beginGesture()
  const start = performance.now()
  let isWriting = false
  const step = (now: number) => {
    const part = Math.min(1, Math.max(0, now - start) / (1000 * play.seconds))
    isWriting = true
    store.getState().edit(at(smooth(part)))
    isWriting = false
    if (part < 1) frame = requestAnimationFrame(step)
    else stopPlay()
  }
  let frame = requestAnimationFrame(step)
  const unwatch = store.subscribe((state, before) => {
    // Another gesture that begins ends this one first.
    if (state.gesture === 'none') end?.()
    else if (!isWriting && state.document !== before.document) stopPlay()
  })
  end = () => {
    cancelAnimationFrame(frame)
    unwatch()
    end = undefined
  }
}

/** As a run that pauses after so many steps, slowly enough to be followed where they are few. */
function train(steps: number): void {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return stepTraining(steps)
  tuneTraining({ stepsOfRun: steps, pace: steps > 150 ? 'fast' : 'slow' })
  startTraining()
}

/** Loaded when it is asked for, like the panel that shows it; afterwards the settings are those of before again. */
async function compare({ method, stepsIn, learningRate, steps }: TwinsPlay): Promise<void> {
  const asked = ++comparisons
  const { startTwins, tuneTwins, twin } = await import('./twin')
  if (asked !== comparisons) return
  const { settings } = twin.getState()
  tuneTwins({ method, stepsIn, learningRate, steps, move: 'page', seed: undefined })
  startTwins()
  endTwins = () => {
    tuneTwins(settings)
    endTwins = undefined
  }
}

/** What an animation changes of a document when a part of it, from 0 to 1, is over. */
export function changesAlong(play: LessonMotion, document: Document): (part: number) => Partial<Document> {
  return play.kind === 'flow' ? flowAt(play.from, play.to) : elementsAt(document, play.link)
}

export function stopPlay(): void {
  pauseTraining()
  comparisons++
  endTwins?.()
  if (!end) return
  end()
  endGesture()
}

/** 3p² - 2p³: at rest at both ends. */
export const smooth = (part: number) => part * part * (3 - 2 * part)

const flowAt = (from: number, to: number) => (part: number) => ({ time: between(from, to, part) })

/** The elements on the way from those of the document to those of a link, in their coordinates. */
function elementsAt(document: Document, link: string): (part: number) => Partial<Document> {
  const { document: aim } = decodeLink(link)
  const count = Math.max(elementList(document)?.length ?? 0, elementList(aim)?.length ?? 0)
  if (count === 0)
    return (part) => ({ element: elementBetween(elementAt(document, 0), elementAt(aim, 0), part) })
  const columns = Array.from(
    { length: count },
    (_, i) => [elementAt(document, i), elementAt(aim, i)] as const,
  )
  return (part) => ({
    element: columns.map(([from, to]) => elementBetween(from, to, part)),
  })
}

/** At the end it is the aimed one as it was given. */
function elementBetween(from: Element, to: Element, part: number): Element {
  if (part === 1) return to
  if (typeof from === 'number' || typeof to === 'number')
    return typeof from === 'number' && typeof to === 'number' ? between(from, to, part) : from
  const [p, q] = [elementCoordinates(from), elementCoordinates(to)]
  // θ is an angle modulo π: the shorter way round.
  const turn = q.theta - p.theta - Math.PI * Math.round((q.theta - p.theta) / Math.PI)
  return {
    x: between(p.x, q.x, part),
    t: between(p.t, q.t, part),
    theta: p.theta + part * turn,
  }
}

const between = (from: number, to: number, part: number) => from + part * (to - from)
