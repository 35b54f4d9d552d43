import { describe, expect, it } from 'vitest'
import {
  classifierAccuracy,
  heldOutCosts,
  inputsOf,
  prototypesOf,
  startedClassifier,
} from '../../../src/document/classifier'
import { derive } from '../../../src/document/derive'
import type { Document, LabelledSource } from '../../../src/document/document'
import { resize, setEntry } from '../../../src/document/edit'
import { fit } from '../../../src/document/fit'
import { decodeLink, encodeLink } from '../../../src/document/link'
import { defaultDocument } from '../../../src/document/presets'
import { documentFromJson, documentToJson } from '../../../src/document/schema'
import { parametersOf, withTrained } from '../../../src/document/trainable'
import { defaultView } from '../../../src/document/view'

const spirals: LabelledSource = { kind: 'spirals', turns: 1, train: 40, heldOut: 60, seed: 3 }
const iris: LabelledSource = { kind: 'iris', seed: 5 }
const own: LabelledSource = {
  kind: 'own',
  classes: ['yes, or so', 'no;%'],
  train: {
    rows: [
      [0, 1],
      [1, 3],
      [-2, 2],
      [5, 0.5],
    ],
    labels: [0, 1, 0, 1],
  },
  heldOut: { rows: [[1, 1]], labels: [1] },
}

const started = (data: LabelledSource, space: Document['space'], perClass = 2): Document =>
  fit({
    ...defaultDocument,
    element: space === 'line' ? 0.5 : [2, 1, 1, 1],
    word: [],
    ...startedClassifier({ space, data, perClass, rule: 'learned', beta: 3 }, 7),
  })

const documents: [string, Document][] = [
  ['spirals in the half-plane', started(spirals, 'halfPlane')],
  ['spirals on the line', started(spirals, 'line')],
  ['iris in the half-plane', started(iris, 'halfPlane', 1)],
  ['rows of one’s own', started(own, 'halfPlane', 1)],
]

describe.each(documents)('a classifier of %s', (_, document) => {
  const model = prototypesOf(document)
  const parameters = parametersOf(document)
  const { train, heldOut } = inputsOf(document)
  const derived = derive(document)

  it('has the loss and the accuracies that the model itself says, to 1e-12', () => {
    expect(derived.lossBefore).toBeCloseTo(model.loss(parameters, train), 12)
    expect(classifierAccuracy(document, derived.before, 'train')).toBe(model.accuracy(parameters, train))
    const c = heldOutCosts(document, 'base')
    expect(classifierAccuracy(document, c, 'heldOut')).toBe(model.accuracy(parameters, heldOut))
  })
  it('keeps its loss and its held-out costs when both factors move, and not when one does', () => {
    expect(Math.abs(derived.lossAfter - derived.lossBefore)).toBeLessThan(1e-10)
    const costs = (move: Document['move']) => heldOutCosts({ ...document, move }, 'moved')
    const base = heldOutCosts(document, 'base')
    const apart = (c: Float64Array) => c.reduce((most, x, n) => Math.max(most, Math.abs(x - base[n]!)), 0)
    expect(apart(costs('both'))).toBeLessThan(1e-10)
    expect(apart(costs('a'))).toBeGreaterThan(0.01)
    expect(apart(costs('b'))).toBeGreaterThan(0.01)
  })
  it('goes to parameters and back digit for digit, and β by its logarithm', () => {
    const trained = parameters.map((x, n) => x + (n + 1) / 64)
    const again = withTrained(document, trained)
    expect(parametersOf(again).slice(0, -1)).toEqual(trained.slice(0, -1))
    expect(again.classifier!.beta).toBeCloseTo(Math.exp(trained.at(-1)!), 12)
    expect(again.a).toBe(document.a)
  })
  it('comes back from a link that leaves the inputs out, from JSON, and with an input moved', () => {
    const link = encodeLink(document, defaultView)
    expect(link).not.toMatch(/&a=/)
    expect(decodeLink(link)).toEqual({ document, view: defaultView, rejected: [] })
    const json = JSON.parse(JSON.stringify(documentToJson(document))) as object
    expect(documentFromJson(json, defaultDocument)).toEqual({ document })
    const moved = setEntry(document, 'a', 1, 0, document.space === 'line' ? 0.25 : [0.25, 2])
    expect(decodeLink(encodeLink(moved, defaultView)).document).toEqual(moved)
  })
})

describe('what is refused of a classifier', () => {
  const document = documents[0]![1]
  const { classifier, b } = document
  const rejected = (change: object): string[] => {
    const made = documentFromJson(change, defaultDocument)
    return 'rejected' in made ? made.rejected : []
  }
  const withData = (data: object) => rejected({ b, classifier: { ...classifier, data } })

  it.each<[object, RegExp]>([
    [{ kind: 'rings' }, /^classifier\.data\.kind: must be "spirals"/],
    [{ ...spirals, train: 1e9 }, /^classifier\.data\.train: must be a whole number, 2 to 512/],
    [{ ...spirals, turns: 0 }, /^classifier\.data\.turns: must be greater than 0/],
    [{ ...own, classes: ['one'] }, /^classifier\.data\.classes: must be 2 to 12 different names/],
    [{ ...own, classes: ['a', 'b', 'c'] }, /^classifier\.data\.train: has no row of the class c/],
    [
      {
        ...own,
        train: {
          rows: [
            [0, 1],
            [1, NaN],
          ],
          labels: [0, 1],
        },
      },
      /^classifier\.data\.train\.rows\[1\]: must be 2 finite numbers/,
    ],
    [
      {
        ...own,
        train: {
          rows: [
            [0, 1],
            [1, 2],
          ],
          labels: [0, 2],
        },
      },
      /^classifier\.data\.train\.labels: must be a class/,
    ],
    [{ ...own, heldOut: { rows: [[1]], labels: [0] } }, /^classifier\.data\.heldOut: has 1 columns, train 2/],
    [{ kind: 'iris', seed: 1 }, /^a: has 4 columns, b has 1 row/],
  ])('data %j', (data, reason) => {
    expect(withData(data)[0]).toMatch(reason)
  })
  it('β, a number of prototypes that the classes do not divide, and a head beside it', () => {
    expect(rejected({ b, classifier: { ...classifier, beta: 0 } })[0]).toMatch(/^classifier\.beta: must be/)
    expect(rejected({ b: [b[0]!.slice(1)], classifier })[0]).toMatch(/^classifier: has 2 classes; b needs/)
    const head = { rule: 'fixed', beta: 1, task: null }
    expect(rejected({ b, classifier, head })[0]).toMatch(/^classifier: is given together with a head/)
  })
  it('a factor with more rows than a plain document may have goes with its classifier', () => {
    const many = started({ ...spirals, train: 200 }, 'halfPlane')
    const made = documentFromJson({ classifier: null }, many)
    expect('rejected' in made && made.rejected[0]).toMatch(/^a: has 200 rows/)
  })
})

it('is none where a size no longer fits', () => {
  const [, document] = documents[0]!
  expect(resize(document, { rows: 40, inner: 1, columns: 3 }).classifier).toBeNull()
  expect(resize(document, { rows: 40, inner: 1, columns: 2 }).classifier).toEqual(document.classifier)
})
