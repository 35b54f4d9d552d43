import type { Document } from '../document/document'
import { checkPowers } from '../document/fit'
import { flowOf } from '../document/flow'
import { decodeLink } from '../document/link'
import { isProblem } from '../document/problem'
import { checkTelling } from '../document/telling'
import { withTrained } from '../document/trainable'
import { isModel } from '../document/modelLoss'
import { lecture, placeOf } from '../store/lecture'
import { changesAlong, smooth } from '../store/play'
import { store } from '../store/store'
import { training } from '../store/training'

/** What an animation shows: the document when a part of it, from 0 to 1, is over. */
export interface FilmPath {
  readonly words: string
  readonly at: (part: number) => Document
}

export type FilmKind = 'flow' | 'training' | 'step'

/** Of the step of the lesson, where it leads from state to state by a formula. */
function playNow() {
  const place = placeOf(lecture.getState())
  const play = place?.play
  return !play || play.kind === 'train' || play.kind === 'twins' ? undefined : { ...place, play }
}

/** States that the run was in, by its checkpoints. */
function statesOfRun() {
  const { checkpoints, progress } = training.getState()
  const { document } = store.getState()
  if (!progress || !isModel(document)) return []
  return [...checkpoints.filter(({ step }) => step < progress.step), progress]
}

/** The kinds of which there is something now. */
export function filmsNow(): readonly FilmKind[] {
  const { document, column } = store.getState()
  return [
    ...(isProblem(flowOf(document, column)) ? [] : ['flow' as const]),
    ...(statesOfRun().length > 1 ? ['training' as const] : []),
    ...(playNow() ? ['step' as const] : []),
  ]
}

/** @throws Error in a sentence where there is no such animation */
export function filmPath(kind: FilmKind, from: number, to: number): FilmPath {
  if (kind === 'flow') return flowPath(from, to)
  return kind === 'training' ? trainingPath() : stepPath()
}

function flowPath(from: number, to: number): FilmPath {
  const { document } = store.getState()
  for (const time of [from, to]) {
    const refused = checkPowers(document, time) ?? checkTelling({ ...document, time })
    if (refused) throw new Error(`gᵗ at t = ${time} ${refused.problem}`)
  }
  return {
    words: `The flow of g from t = ${from} to t = ${to}`,
    at: (part) => ({ ...document, time: from + part * (to - from) }),
  }
}

function trainingPath(): FilmPath {
  const { document } = store.getState()
  const states = statesOfRun()
  if (states.length < 2) throw new Error('there is no training run to be shown: start one first')
  const last = states.at(-1)!.step
  return {
    words: `A training run, ${last} steps`,
    // A run is shown at the pace of its steps, not of its checkpoints.
    at: (part) => withTrained(document, states.findLast(({ step }) => step <= part * last)!.parameters),
  }
}

function stepPath(): FilmPath {
  const place = playNow()
  if (!place) throw new Error('this step of the lesson has no animation')
  const { document, rejected } = decodeLink(place.link)
  if (rejected.length > 0) throw new Error(`the step cannot be opened (${rejected.join(' · ')})`)
  const changes = changesAlong(place.play, document)
  return {
    words: `${place.title}, as it plays`,
    at: (part) => ({ ...document, ...changes(smooth(part)) }),
  }
}
