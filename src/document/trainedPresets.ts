import { startedClassifier } from './classifier'
import { sourceOf, usualPerClass } from './classifierPlans'
import type { Document } from './document'
import { binaryTask, startedHead, type HeadPlan } from './head'
import type { Preset } from './presets'
import { withTrained } from './trainable'
import iris from './trained/iris.json'
import spirals from './trained/spirals.json'
import tree15 from './trained/tree15.json'
import tree15Twice from './trained/tree15Twice.json'

/**
 * Heads and classifiers trained from a seed by `npm run presets` (`trainPresets.ts`), with the very numbers that came out. Links write
 * them in full, so they may be trained again.
 */
function preset(
  name: string,
  numbers: readonly number[],
  started: Pick<Document, 'space' | 'a' | 'b' | 'head' | 'classifier' | 'title'>,
  rest: Pick<Document, 'element' | 'selection' | 'free'>,
): Preset {
  const same = { version: 1, reflected: false, word: [], time: 1, move: 'both', target: 'base' } as const
  const document = withTrained({ ...same, ...started, ...rest }, Float64Array.from(numbers))
  return { name, title: document.title, document }
}

const plan = (inner: number): HeadPlan => ({
  space: 'halfPlane',
  inner,
  rule: 'fixed',
  beta: 10,
  task: binaryTask(15),
})

const free = { factor: 'a', row: 5, column: 0 } as const
const moved = { element: { x: -0.4, t: 0.3, theta: 0.1 }, selection: [5, 1], free } as const

const classifier = (name: 'spirals' | 'iris') =>
  startedClassifier(
    {
      space: 'halfPlane',
      data: sourceOf(name),
      perClass: usualPerClass(name, 'halfPlane'),
      rule: 'learned',
      beta: 3,
    },
    0,
  )

const turned = {
  element: { x: 0.4, t: 0.15, theta: 0.25 },
  selection: [0, 0],
  free: { factor: 'a', row: 0, column: 0 },
} as const

export const trainedPresets: readonly Preset[] = [
  preset('tree15', tree15, startedHead(plan(1), 0), moved),
  preset('tree15Twice', tree15Twice, startedHead({ ...plan(2), rule: 'learned', beta: 2 }, 0), moved),
  preset('spirals', spirals, classifier('spirals'), turned),
  preset('iris', iris, classifier('iris'), turned),
]
