import type { StateCreator } from 'zustand'
import type { Document, FreeEntry } from '../document/document'
import type { EmbedPart } from '../document/embedLink'
import type { LessonTarget } from '../document/lesson'
import type { PointPairs } from '../document/pointPairs'
import type { Problem } from '../document/problem'
import type { View } from '../document/view'
import type { EqualTerms } from '../math/exactly'
import type { Graphics } from './graphics'
import type { LessonAddress } from './lessonAddress'
import type { OwnWork } from './ownWork'
import type { AppState } from './store'

/** Where the points of a model and of its twin, pulled back, were: packed places, the last ones now. */
export interface TwinTracks {
  readonly model: readonly Float64Array[]
  readonly twin: readonly Float64Array[]
  /** The document that both began from. */
  readonly of: Document
}

/** Where there is no room for rails, a part of the panels. */
export type Tab = 'element' | 'product' | 'loss' | 'model'

/** A button beside the notice. */
export interface NoticeAction {
  readonly label: string
  readonly run: () => void
}

/** What is going on in the page: nothing here is saved, linked or undone. */
export interface InterfaceSlice {
  /**
   * A gesture (drag, slider) that is going on, and whether the history holds the state from before it.
   * Links and exact checks wait for its end.
   */
  gesture: 'none' | 'begun' | 'recorded'
  /** The entry that the pointer or the focus is on. */
  pointed: FreeEntry | undefined
  /** The product cell that the pointer or the focus is on. */
  pointedCell: readonly [k: number, l: number] | undefined
  /** The inner index i of the term d(a_ki, b_il) of the selected cell that the pointer or the focus is on. */
  pointedTerm: number | undefined
  /** The inner index whose element is being edited, where each has its own. */
  column: number
  /** Whether g flows: t runs to and fro. */
  playing: boolean
  /** Whether the tables follow a training run. */
  training: boolean
  /** Of the flow, in length or radians a second. */
  speed: number
  /** The handle of g that the pointer or the focus is on, by its id. */
  pointedHandle: string | undefined
  /** Which of the elements that take the grabbed point to the pointer a drag of the plane applies. */
  dragMode: 'glide' | 'keepInfinity' | 'turn'
  /** What the plane is turned about. */
  turnAbout: readonly [x: number, y: number]
  /** Points and their images that are on the stage to be dragged, while their panel is open. */
  pointPairs: PointPairs | undefined
  /** The tracks of the model and its twin, while their panel is open. */
  twin: TwinTracks | undefined
  /** How many terms are exactly equal after the move; undefined until the drag pauses. */
  exact: EqualTerms | Problem | undefined
  /** The list of claims is open. */
  claims: boolean
  /** The list of keys is open. */
  keys: boolean
  /** What alone is shown, where the address asks for a page without anything around it. */
  embed: readonly EmbedPart[] | undefined
  /** The page is shown as a weak projector would show it. */
  weak: boolean
  /** The list of lessons is open. */
  lessons: boolean
  /** The lesson and the step of it that the page shows, as its address names them. */
  lessonAt: LessonAddress | undefined
  /** What a step of a lesson is about: the names of panels, or 'stage'; another list for every step. */
  highlighted: readonly LessonTarget[]
  /** The panels that are shown where there is no room for rails. */
  tab: Tab
  /** ε of the ball {L < ε} that pictures of a training loss outline; training sets it. */
  ball: number
  graphics: Graphics
  /** What the last link has opened, as it was. */
  shared: { readonly document: Document; readonly view: View } | undefined
  /** The person's own work, while a lesson shows something else. */
  own: OwnWork | undefined
  /** The last thing that was refused or that happened, in one sentence. */
  notice: string | undefined
  /** What the notice offers to do about it; a new notice without one ends it. */
  noticeAction: NoticeAction | undefined
  set: (change: Partial<Omit<InterfaceSlice, 'set'>>) => void
}

export const createInterfaceSlice: StateCreator<AppState, [], [], InterfaceSlice> = (set) => ({
  gesture: 'none',
  pointed: undefined,
  pointedCell: undefined,
  pointedTerm: undefined,
  column: 0,
  playing: false,
  training: false,
  speed: 0.5,
  pointedHandle: undefined,
  dragMode: 'glide',
  turnAbout: [0, 1],
  pointPairs: undefined,
  twin: undefined,
  exact: undefined,
  claims: false,
  keys: false,
  embed: undefined,
  weak: false,
  lessons: false,
  lessonAt: undefined,
  highlighted: [],
  tab: 'element',
  ball: 0.05,
  graphics: { by: 'webgl', round: 0, trouble: 'none', reason: '' },
  shared: undefined,
  own: undefined,
  notice: undefined,
  noticeAction: undefined,
  set: (change) => set('notice' in change ? { noticeAction: undefined, ...change } : change),
})
