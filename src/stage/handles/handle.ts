import type { Drag } from '../drags'
import type { Place } from '../charts/chart'
import type { Frame } from '../frame'

/**
 * Something on the stage that is a view of g: its place follows from g, and dragging it gives g. Every handle
 * works by mouse, touch and keyboard; one drag is one undo step, and Escape takes it back.
 */
export interface Handle {
  /** Names it among the handles of all frames: the button of the keyboard is kept by it. */
  readonly id: string
  /** Where it is grabbed, and where its button is, in world coordinates. */
  readonly at: Place
  /** What a screen reader says: its name, and its value in words. */
  readonly words: string
  /** Pixels between a place and what can be grabbed, where that is more than the point `at`. */
  readonly away?: (X: number, Y: number) => number
  /** What a drag from a place does; `shift` as the key was held when it began. */
  readonly drag: (X0: number, Y0: number, shift: boolean) => Drag
  /** One key press; returns whether the key was one. */
  readonly nudge: (key: string, isSmall: boolean) => boolean
}

/** The handles of one kind that a frame has. */
export type Handles = (frame: Frame) => readonly Handle[]
