import type { Coordinates, OptimiserSettings } from '../learning/optimisers'

/** The parts of the page that a step can be about; each is outlined, and unfolded if it was folded. */
export const lessonTargets = [
  ...(['stage', 'space', 'factors', 'element', 'move', 'columns', 'flow', 'word', 'centre'] as const),
  ...(['points', 'group', 'product', 'attention', 'classifier', 'loss', 'training', 'twins'] as const),
  ...(['conserved', 'experiment'] as const),
] as const
export type LessonTarget = (typeof lessonTargets)[number]

/** What moves by itself. */
export type LessonPlay =
  /** The flow gᵗ from `from` to `to` in `seconds`, once. */
  | { readonly kind: 'flow'; readonly from: number; readonly to: number; readonly seconds: number }
  /** The element goes to that of another state, by its Iwasawa coordinates or its translation, in `seconds`. */
  | { readonly kind: 'element'; readonly link: string; readonly seconds: number }
  /** A training run of so many steps. */
  | { readonly kind: 'train'; readonly steps: number }
  /** The model of the state and its copy, moved by what acts there, are trained side by side. */
  | TwinsPlay

export interface TwinsPlay {
  readonly kind: 'twins'
  readonly method: OptimiserSettings['method']
  readonly stepsIn: Coordinates
  readonly learningRate: number
  /** To be made by each of the two. */
  readonly steps: number
}

/** What leads from state to state by a formula, and not step by step. */
export type LessonMotion = Exclude<LessonPlay, { kind: 'train' | 'twins' }>

/** A question before the step shows what happens. */
export interface LessonPrediction {
  readonly question: string
  /** Two to five. */
  readonly choices: readonly string[]
  /** The index of the right one. */
  readonly answer: number
  /** Why it is right; shown with the answer. */
  readonly because: string
  /** The state that is shown with the answer; that of the step if left out. */
  readonly link?: string
}

/** A state of the page and what is said of it. Texts are Markdown with formulas between dollar signs. */
export interface LessonStep {
  readonly title: string
  /** A link of any version, from after the "#". */
  readonly link: string
  readonly caption: string
  readonly look?: readonly LessonTarget[]
  readonly prediction?: LessonPrediction
  /** Starts with the step, or with the answer if there is a prediction. */
  readonly play?: LessonPlay
  /** For the lecturer alone. */
  readonly notes?: string
}

/** A task whose solution is a state. */
export interface LessonExercise {
  readonly task: string
  /** Where it starts. */
  readonly link: string
  readonly solution: string
  /** Why the solution is one. */
  readonly because: string
}

export interface Lesson {
  /** By which an address names it: small letters, digits and hyphens. */
  readonly id: string
  readonly title: string
  /** One sentence for the list of lessons. */
  readonly summary: string
  readonly steps: readonly LessonStep[]
  readonly exercises: readonly LessonExercise[]
}
