import type { Document } from '../document/document'
import type { Trained } from '../document/trainable'
import { fitWindow } from '../document/window'
import { store } from './store'

let isWriting = false

/** Whether an edit that is being told of is one of training. */
export const isWritingTables = () => isWriting

/** What lies outside the window by more than this part of it makes a new one. */
const slack = 0.08

export const trainedPart = ({ a, b, head, classifier }: Document): Trained => ({ a, b, head, classifier })

/**
 * Changes the tables; `isStep` tells whether that is a step to undo, or belongs to the one before. Returns what the
 * document holds then.
 */
export function writeTables({ a, b, head, classifier }: Trained, isStep: boolean): Trained {
  const past = store.temporal.getState()
  isWriting = true
  if (!isStep) past.pause()
  store.getState().edit({ a, b, head, classifier })
  past.resume()
  isWriting = false
  const { document, view, window } = store.getState()
  if (view.fit) {
    const wanted = fitWindow(document)
    const isIn =
      Math.abs(wanted.centre - window.centre) + wanted.height / 2 < (0.5 + slack) * window.height &&
      wanted.height > 0.6 * window.height
    if (!isIn) store.setState({ window: wanted })
  }
  return trainedPart(document)
}
