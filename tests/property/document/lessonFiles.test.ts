import fc from 'fast-check'
import { deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { lessonTargets, type Lesson } from '../../../src/document/lesson'
import { lessonFile, lessonFromText, maxLessonBytes } from '../../../src/document/lessonJson'
import { decodeLesson, encodeLesson } from '../../../src/document/lessonLink'
import { decodeLink } from '../../../src/document/link'
import { isProblem, type Problem } from '../../../src/document/problem'
import { mutant } from '../hostile/mutations'

const links = [
  'v=1&preset=halfPlane3',
  'v=1&space=line&a=0,2;1,5&b=3,1;4,2&slice=0',
  'v=1&preset=halfPlane3&g=2,1,1,1&move=a',
  'v=1&seed=7&size=4,4,4',
]
const line = fc.string({ unit: 'grapheme', maxLength: 40 })
const text = fc.string({ unit: 'binary', maxLength: 200 })
const link = fc.constantFrom(...links)
const optional = <T>(name: string, value: fc.Arbitrary<T>) =>
  fc.option(value, { nil: undefined }).map((given) => (given === undefined ? {} : { [name]: given }))

const prediction = fc
  .record({
    question: text,
    choices: fc.array(
      line.filter((choice) => choice !== ''),
      { minLength: 2, maxLength: 5 },
    ),
    because: text,
    to: optional('link', link),
    n: fc.nat(),
  })
  .map(({ choices, n, to, ...rest }) => ({ ...rest, choices, answer: n % choices.length, ...to }))
const seconds = fc.double({ min: 0.1, max: 60, noNaN: true })
const time = fc.double({ min: -2, max: 3, noNaN: true }).map((t) => t + 0)
const play = fc.oneof(
  fc.record({ kind: fc.constant('flow' as const), from: time, to: time, seconds }),
  fc.record({ kind: fc.constant('element' as const), link, seconds }),
  fc.record({ kind: fc.constant('train' as const), steps: fc.integer({ min: 1, max: 100_000 }) }),
  fc.record({
    kind: fc.constant('twins' as const),
    method: fc.constantFrom('gradientDescent' as const, 'momentum' as const, 'adam' as const),
    stepsIn: fc.constantFrom('intrinsic' as const, 'xy' as const, 'xLogY' as const),
    learningRate: fc.double({ min: 1e-6, max: 1000, noNaN: true }),
    steps: fc.integer({ min: 1, max: 5000 }),
  }),
)
const step = fc
  .tuple(
    fc.record({ title: line, link, caption: text }),
    optional('look', fc.uniqueArray(fc.constantFrom(...lessonTargets), { minLength: 1, maxLength: 4 })),
    optional('prediction', prediction),
    optional('play', play),
    optional(
      'notes',
      text.filter((notes) => notes !== ''),
    ),
  )
  .map(([first, ...rest]) => Object.assign({}, first, ...rest) as Lesson['steps'][number])
const lesson: fc.Arbitrary<Lesson> = fc.record({
  id: fc.stringMatching(/^[a-z0-9]{1,9}(-[a-z0-9]{1,9}){0,3}$/),
  title: line,
  summary: line,
  steps: fc.array(step, { minLength: 1, maxLength: 8 }),
  exercises: fc.array(fc.record({ task: text, link, solution: link, because: text }), { maxLength: 3 }),
})

/** What was read is a lesson that is written and read again as it is, and all of its states open. */
function checkRead(read: Lesson | Problem): void {
  if (isProblem(read)) {
    expect(read.problem.length).toBeLessThan(4000)
    expect(read.problem.length).toBeGreaterThan(5)
    return
  }
  expect(lessonFromText(lessonFile(read))).toEqual(read)
  for (const one of read.steps) expect(decodeLink(one.link).rejected).toEqual([])
}

describe('a lesson', () => {
  it('comes back from its file and from its link as it was', async () => {
    await fc.assert(
      fc.asyncProperty(lesson, async (given) => {
        const file = lessonFile(given)
        expect(lessonFromText(file)).toEqual(given)
        expect(await decodeLesson((await encodeLesson(given))!)).toEqual(given)
      }),
      { numRuns: 200 },
    )
  })

  it('made wrong in its file is a sentence or a lesson, never an exception', () => {
    const files = fc
      .sample(lesson, { numRuns: 20, seed: 7 })
      .map((one) => new TextEncoder().encode(lessonFile(one)))
    let refused = 0
    for (let n = 0; n < 3000; n++) {
      const bytes = mutant(files[n % files.length]!, n)
      const read = lessonFromText(new TextDecoder().decode(bytes))
      if (isProblem(read)) refused++
      checkRead(read)
    }
    expect(refused).toBeGreaterThan(1500)
  })

  it('made wrong in its link is a sentence or a lesson, never an exception', async () => {
    const whole = await Promise.all(
      fc.sample(lesson, { numRuns: 20, seed: 8 }).map((one) => encodeLesson(one)),
    )
    for (let n = 0; n < 1000; n++) {
      const bytes = mutant(new TextEncoder().encode(whole[n % whole.length]), n)
      checkRead(await decodeLesson(new TextDecoder().decode(bytes)))
    }
  })

  it('cut off anywhere in its link is not opened', async () => {
    const [given] = fc.sample(lesson, { numRuns: 1, seed: 3 })
    const whole = (await encodeLesson(given!))!
    for (let length = 0; length < whole.length; length += 7)
      expect(isProblem(await decodeLesson(whole.slice(0, length)))).toBe(true)
  })

  it('that unpacks to more than a file may have is refused before it is whole', async () => {
    const bomb = deflateRawSync(Buffer.alloc(8 * maxLessonBytes, 32), { level: 9 })
    const read = await decodeLesson(`lesson=${bomb.toString('base64url')}`)
    expect(read).toEqual({ problem: expect.stringMatching(/larger than a lesson|at most 32768/) as string })
    const small = deflateRawSync(Buffer.alloc(maxLessonBytes + 1, 32), { level: 9 })
    expect(small.length).toBeLessThan(20_000)
    expect(await decodeLesson(`lesson=${small.toString('base64url')}`)).toEqual({
      problem: 'the lesson in the link is larger than a lesson may be',
    })
  })
})
