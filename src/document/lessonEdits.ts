import {
  lessonTargets,
  type Lesson,
  type LessonExercise,
  type LessonPlay,
  type LessonPrediction,
  type LessonStep,
} from './lesson'
import { leastTwinRate, maxExercises, maxLine, maxSteps, maxText, mostTwinRate } from './lessonJson'
import { mostTwinSteps } from './twinSteps'

type Optional = 'look' | 'prediction' | 'play' | 'notes'
/** New values of some fields; undefined takes one away that need not be there. */
export type StepChange = Partial<Omit<LessonStep, Optional>> & {
  readonly [K in Optional]?: LessonStep[K] | undefined
}

/**
 * Edits of a lesson. What is not possible gives the same lesson again; whatever they give is a lesson that its file holds
 * as it is. Places are counted as in a lesson that is shown: exercises come after the steps.
 */

export function withTexts(
  lesson: Lesson,
  { title = lesson.title, summary = lesson.summary }: Partial<Pick<Lesson, 'title' | 'summary'>>,
): Lesson {
  return { ...lesson, title: cut(title, maxLine), summary: cut(summary, maxLine) }
}

export function withStep(lesson: Lesson, n: number, change: StepChange): Lesson {
  const step = lesson.steps[n]
  return step ? { ...lesson, steps: lesson.steps.with(n, tidyStep({ ...step, ...change })) } : lesson
}

export function withExercise(lesson: Lesson, n: number, change: Partial<LessonExercise>): Lesson {
  const exercise = lesson.exercises[n]
  if (!exercise) return lesson
  return { ...lesson, exercises: lesson.exercises.with(n, tidyExercise({ ...exercise, ...change })) }
}

/** @param n the place that it has then */
export function insertStep(lesson: Lesson, n: number, step: LessonStep): Lesson {
  if (lesson.steps.length >= maxSteps) return lesson
  return { ...lesson, steps: lesson.steps.toSpliced(n, 0, tidyStep(step)) }
}

export function addExercise(lesson: Lesson, exercise: LessonExercise): Lesson {
  if (lesson.exercises.length >= maxExercises) return lesson
  return { ...lesson, exercises: [...lesson.exercises, tidyExercise(exercise)] }
}

/** Changes places with the one before or after it; steps stay before exercises. */
export function movePlace(lesson: Lesson, at: number, by: -1 | 1): Lesson {
  const { steps, exercises } = lesson
  const n = at - steps.length
  return n < 0
    ? { ...lesson, steps: swapped(steps, at, at + by) }
    : { ...lesson, exercises: swapped(exercises, n, n + by) }
}

/** The only step of a lesson stays. */
export function removePlace(lesson: Lesson, at: number): Lesson {
  const { steps, exercises } = lesson
  if (at >= steps.length) return { ...lesson, exercises: exercises.filter((_, n) => n !== at - steps.length) }
  return steps.length === 1 ? lesson : { ...lesson, steps: steps.filter((_, n) => n !== at) }
}

/** The second one comes after the first. */
export function duplicatePlace(lesson: Lesson, at: number): Lesson {
  const { steps, exercises } = lesson
  const [step, exercise] = [steps[at], exercises[at - steps.length]]
  if (step) return insertStep(lesson, at + 1, step)
  if (!exercise || exercises.length >= maxExercises) return lesson
  return { ...lesson, exercises: exercises.toSpliced(at - steps.length, 0, exercise) }
}

function swapped<T>(list: readonly T[], from: number, to: number): readonly T[] {
  const [one, other] = [list[from], list[to]]
  return one === undefined || other === undefined ? list : list.with(from, other).with(to, one)
}

const cut = (text: string, most: number) => text.slice(0, most)

/** A step as its file has it: what is empty is left out. */
function tidyStep({
  title,
  link,
  caption,
  look,
  prediction,
  play,
  notes,
}: StepChange & Omit<LessonStep, Optional>): LessonStep {
  const seen = lessonTargets.filter((target) => look?.includes(target))
  const spoken = cut(notes ?? '', maxText)
  return {
    ...{ title: cut(title, maxLine), link, caption: cut(caption, maxText) },
    ...(seen.length > 0 && { look: seen }),
    ...(prediction && { prediction: tidyPrediction(prediction) }),
    ...(play && { play: tidyPlay(play) }),
    ...(spoken !== '' && { notes: spoken }),
  }
}

function tidyPrediction({ question, choices, answer, because, link }: LessonPrediction): LessonPrediction {
  const given = choices.filter((choice) => choice !== '').map((choice) => cut(choice, maxLine))
  const all = [...given, 'Yes', 'No'].slice(0, Math.min(5, Math.max(2, given.length)))
  return {
    ...{ question: cut(question, maxText), choices: all, answer: between(answer, 0, all.length - 1) },
    because: cut(because, maxText),
    ...(link !== undefined && { link }),
  }
}

function tidyPlay(play: LessonPlay): LessonPlay {
  if (play.kind === 'train') return { kind: 'train', steps: Math.round(between(play.steps, 1, 100_000)) }
  if (play.kind === 'twins') {
    const learningRate = between(play.learningRate, leastTwinRate, mostTwinRate)
    return { ...play, learningRate, steps: Math.round(between(play.steps, 1, mostTwinSteps)) }
  }
  const seconds = between(play.seconds, 0.1, 60)
  if (play.kind === 'element') return { kind: 'element', link: play.link, seconds }
  return { kind: 'flow', from: between(play.from, -2, 3), to: between(play.to, -2, 3), seconds }
}

/** Never -0, which a file does not hold. */
const between = (value: number, least: number, most: number) =>
  Math.min(most, Math.max(least, value || 0)) + 0

function tidyExercise({ task, link, solution, because }: LessonExercise): LessonExercise {
  return { task: cut(task, maxText), link, solution, because: cut(because, maxText) }
}
