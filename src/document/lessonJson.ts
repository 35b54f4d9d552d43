import { parseJson } from './jsonText'
import { hasFields } from './fieldsJson'
import {
  lessonTargets,
  type Lesson,
  type LessonExercise,
  type LessonPlay,
  type LessonPrediction,
  type LessonStep,
  type LessonTarget,
} from './lesson'
import { decodeLink } from './link'
import { coordinateNames, methodNames } from './optimiserNames'
import { isProblem, problem, type Problem } from './problem'
import { described, field, Report, type Fields } from './report'
import { mostTwinSteps } from './twinSteps'

/** Of the form of lesson files; raised when an older page could not show them rightly. */
export const lessonVersion = 1

export const maxSteps = 60
export const maxExercises = 30
/** Characters of a title or a choice, and of a longer text. */
export const maxLine = 200
export const maxText = 4000
export const maxIdLength = 60
/** Of the learning rate of twins. */
export const leastTwinRate = 1e-6
export const mostTwinRate = 1000
/** Sixty states of 32 KB each have 2 MB. */
export const maxLessonBytes = 4 * 2 ** 20

const stepFields = ['title', 'link', 'caption', 'look?', 'prediction?', 'play?', 'notes?'] as const

/** The lesson of a .json file. All or nothing; every state in it is decoded, so that each step of it opens. */
export function lessonFromText(text: string): Lesson | Problem {
  if (text.length > maxLessonBytes) return problem(`a lesson has at most ${maxLessonBytes / 2 ** 20} MB`)
  const json = parseJson(text)
  return isProblem(json) ? json : lessonFromJson(json.value)
}

export function lessonFromJson(value: unknown): Lesson | Problem {
  const report = new Report()
  const lesson = readLesson(value, report)
  if (lesson && report.isEmpty) return lesson
  return problem(report.rejected().join('; '))
}

/** Equal lessons give equal files. */
export function lessonFile(lesson: Lesson): string {
  const { id, title, summary, steps, exercises } = lesson
  const json = {
    moduli: 'lesson',
    version: lessonVersion,
    ...{ id, title, summary, steps: steps.map(inOrder), exercises },
  }
  return `${JSON.stringify(json, undefined, 2)}\n`
}

const inOrder = ({ title, link, caption, look, prediction, play, notes }: LessonStep) => ({
  title,
  link,
  caption,
  ...{ look, prediction, play, notes },
})

function readLesson(value: unknown, report: Report): Lesson | undefined {
  const names = ['moduli', 'version', 'id', 'title', 'summary?', 'steps', 'exercises?']
  if (!hasFields(value, 'lesson', names, report)) return undefined
  const version = field(value, 'version')
  if (field(value, 'moduli') !== 'lesson') return report.add('moduli', 'must be "lesson"')
  if (typeof version === 'number' && Number.isInteger(version) && version > lessonVersion)
    return report.add('version', `is ${version}: a newer Moduli than this one wrote the lesson`)
  if (version !== lessonVersion)
    return report.add('version', `must be ${lessonVersion}, got ${described(version)}`)
  const id = readId(field(value, 'id'), report)
  const title = readText(value, '', 'title', maxLine, report)
  const summary = readText(value, '', 'summary', maxLine, report, '')
  const steps = readList(field(value, 'steps'), 'steps', [1, maxSteps], readStep, report)
  const exercises = readList(
    field(value, 'exercises', []),
    'exercises',
    [0, maxExercises],
    readExercise,
    report,
  )
  if (id === undefined || title === undefined || summary === undefined || !steps || !exercises)
    return undefined
  return { id, title, summary, steps, exercises }
}

function readId(value: unknown, report: Report): string | undefined {
  if (typeof value === 'string' && value.length <= maxIdLength && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value))
    return value
  return report.add(
    'id',
    `must be small letters, digits and single hyphens, at most ${maxIdLength} characters`,
  )
}

function readText(
  of: Fields,
  path: string,
  name: string,
  most: number,
  report: Report,
  otherwise?: string,
): string | undefined {
  const value = field(of, name, otherwise)
  if (typeof value !== 'string') return report.add(path + name, `must be a text, got ${described(value)}`)
  if (value.length > most)
    return report.add(path + name, `has ${value.length} characters; at most ${most} are read`)
  return value
}

function readList<T>(
  value: unknown,
  path: string,
  [least, most]: readonly [number, number],
  read: (one: unknown, path: string, report: Report) => T | undefined,
  report: Report,
): T[] | undefined {
  if (!Array.isArray(value) || value.length < least || value.length > most)
    return report.add(path, `must be a list of ${least} to ${most}, got ${described(value)}`)
  const found = value.map((one, n) => read(one, `${path}[${n}]`, report))
  return found.every((one) => one !== undefined) ? found : undefined
}

function readStep(value: unknown, path: string, report: Report): LessonStep | undefined {
  if (!hasFields(value, path, stepFields, report)) return undefined
  const title = readText(value, `${path}.`, 'title', maxLine, report)
  const caption = readText(value, `${path}.`, 'caption', maxText, report)
  const notes = readText(value, `${path}.`, 'notes', maxText, report, '')
  const link = readState(value, `${path}.`, 'link', report)
  const look = readList(
    field(value, 'look', []),
    `${path}.look`,
    [0, lessonTargets.length],
    readTarget,
    report,
  )
  const asked = field(value, 'prediction')
  const prediction = asked === undefined ? undefined : readPrediction(asked, `${path}.prediction`, report)
  const moves = field(value, 'play')
  const play = moves === undefined ? undefined : readPlay(moves, `${path}.play`, report)
  if (title === undefined || caption === undefined || notes === undefined || link === undefined || !look)
    return undefined
  return {
    ...{ title, link, caption },
    ...(look.length > 0 && { look }),
    ...(prediction && { prediction }),
    ...(play && { play }),
    ...(notes !== '' && { notes }),
  }
}

function readTarget(value: unknown, path: string, report: Report): LessonTarget | undefined {
  const found = lessonTargets.find((one) => one === value)
  return found ?? report.add(path, `must be one of ${lessonTargets.join(', ')}`)
}

function readPrediction(value: unknown, path: string, report: Report): LessonPrediction | undefined {
  if (!hasFields(value, path, ['question', 'choices', 'answer', 'because', 'link?'], report)) return undefined
  const question = readText(value, `${path}.`, 'question', maxText, report)
  const because = readText(value, `${path}.`, 'because', maxText, report)
  const choices = readList(field(value, 'choices'), `${path}.choices`, [2, 5], readChoice, report)
  const answer = field(value, 'answer')
  const link = field(value, 'link') === undefined ? undefined : readState(value, `${path}.`, 'link', report)
  if (question === undefined || because === undefined || !choices) return undefined
  if (!Number.isInteger(answer) || !((answer as number) >= 0 && (answer as number) < choices.length))
    return report.add(
      `${path}.answer`,
      `must be the number of a choice, 0 to ${choices.length - 1}, got ${described(answer)}`,
    )
  return { question, choices, answer: (answer as number) + 0, because, ...(link !== undefined && { link }) }
}

function readChoice(value: unknown, path: string, report: Report): string | undefined {
  if (typeof value === 'string' && value !== '' && value.length <= maxLine) return value
  return report.add(path, `must be a text of 1 to ${maxLine} characters`)
}

function readPlay(value: unknown, path: string, report: Report): LessonPlay | undefined {
  const kind = typeof value === 'object' && value !== null ? field(value as Fields, 'kind') : undefined
  if (kind === 'flow') {
    if (!hasFields(value, path, ['kind', 'from', 'to', 'seconds'], report)) return undefined
    const from = readNumber(value, path, 'from', [-2, 3], report)
    const to = readNumber(value, path, 'to', [-2, 3], report)
    const seconds = readSeconds(value, path, report)
    if (from === undefined || to === undefined || seconds === undefined) return undefined
    return { kind, from, to, seconds }
  }
  if (kind === 'element') {
    if (!hasFields(value, path, ['kind', 'link', 'seconds'], report)) return undefined
    const link = readState(value, `${path}.`, 'link', report)
    const seconds = readSeconds(value, path, report)
    return link === undefined || seconds === undefined ? undefined : { kind, link, seconds }
  }
  if (kind === 'train') {
    if (!hasFields(value, path, ['kind', 'steps'], report)) return undefined
    const steps = readNumber(value, path, 'steps', [1, 100_000], report)
    return steps === undefined ? undefined : { kind, steps: Math.round(steps) }
  }
  if (kind === 'twins') {
    if (!hasFields(value, path, ['kind', 'method', 'stepsIn', 'learningRate', 'steps'], report))
      return undefined
    const method = readOneOf(value, path, 'method', methodNames, report)
    const stepsIn = readOneOf(value, path, 'stepsIn', coordinateNames, report)
    const learningRate = readNumber(value, path, 'learningRate', [leastTwinRate, mostTwinRate], report)
    const steps = readNumber(value, path, 'steps', [1, mostTwinSteps], report)
    if (!method || !stepsIn || learningRate === undefined || steps === undefined) return undefined
    return { kind, method, stepsIn, learningRate, steps: Math.round(steps) }
  }
  return report.add(path, 'must be of the kind "flow", "element", "train" or "twins"')
}

function readOneOf<T extends string>(
  of: Fields,
  path: string,
  name: string,
  names: Readonly<Record<T, string>>,
  report: Report,
): T | undefined {
  const value = field(of, name)
  const known = Object.keys(names) as T[]
  return (
    known.find((one) => one === value) ??
    report.add(`${path}.${name}`, `must be one of ${known.join(', ')}, got ${described(value)}`)
  )
}

const readSeconds = (of: Fields, path: string, report: Report) =>
  readNumber(of, path, 'seconds', [0.1, 60], report)

function readNumber(
  of: Fields,
  path: string,
  name: string,
  [least, most]: readonly [number, number],
  report: Report,
): number | undefined {
  const value = field(of, name)
  if (typeof value === 'number' && value >= least && value <= most) return value + 0
  return report.add(`${path}.${name}`, `must be a number from ${least} to ${most}, got ${described(value)}`)
}

function readExercise(value: unknown, path: string, report: Report): LessonExercise | undefined {
  if (!hasFields(value, path, ['task', 'link', 'solution', 'because'], report)) return undefined
  const task = readText(value, `${path}.`, 'task', maxText, report)
  const because = readText(value, `${path}.`, 'because', maxText, report)
  const link = readState(value, `${path}.`, 'link', report)
  const solution = readState(value, `${path}.`, 'solution', report)
  if (task === undefined || because === undefined || link === undefined || solution === undefined)
    return undefined
  return { task, link, solution, because }
}

/** A state that opens; without the "#" of an address that was pasted. */
function readState(of: Fields, path: string, name: string, report: Report): string | undefined {
  const value = field(of, name)
  if (typeof value !== 'string') return report.add(path + name, `must be a link, got ${described(value)}`)
  const link = value.replace(/^[^#]*#/, '')
  const { rejected } = decodeLink(link)
  return rejected.length === 0 ? link : report.add(path + name, rejected[0]!)
}
