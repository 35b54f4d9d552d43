import fc from 'fast-check'
import {
  maxTime,
  minTime,
  type AttentionHead,
  type PrototypeClassifier,
  type Document,
  type Element,
  type Entry,
  type Factor,
  type Target,
} from '../../../src/document/document'
import { checkElement } from '../../../src/document/element'
import { fit } from '../../../src/document/fit'
import { checkTokenName } from '../../../src/document/tokenNames'
import {
  maxMagnification,
  minElevation,
  minMagnification,
  modelNames,
  type Projection,
  type View,
} from '../../../src/document/view'
import { tellable } from './tellable'

/** Any finite number that a document holds, over the whole range of exponents; never -0. */
export const real = fc
  .oneof(fc.double({ min: -1e150, max: 1e150, noNaN: true }), fc.double({ min: -5, max: 5, noNaN: true }))
  .map((x) => x + 0)

const imaginary = fc.oneof(
  fc.double({ min: 1e-150, max: 1e150, noNaN: true }),
  fc.double({ min: 0.1, max: 5, noNaN: true }),
)

export const point = fc.tuple(real, imaginary)

const coordinates = fc.record({
  x: fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((x) => x + 0),
  t: fc.double({ min: -20, max: 20, noNaN: true }).map((x) => x + 0),
  theta: fc.double({ min: -10, max: 10, noNaN: true }).map((x) => x + 0),
})

const near = fc.double({ min: -3, max: 3, noNaN: true }).map((x) => x + 0)
const nearCoordinates = fc.record({ x: near, t: near, theta: near })

const entry4 = fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((x) => x + 0)
const matrix = fc.tuple(entry4, entry4, entry4, entry4)

export const planeElement: fc.Arbitrary<Element> = fc
  .oneof(matrix, coordinates, nearCoordinates)
  .filter((one) => checkElement(one, 'halfPlane') === undefined)

const title = fc
  .string({ unit: 'binary', maxLength: 60 })
  .map((text) => text.replace(/\p{Cc}/gu, ' '))
  .filter((text) => text.length <= 200)

const factorOf = (entry: fc.Arbitrary<Entry>, rows: number, columns: number): fc.Arbitrary<Factor> =>
  fc.array(fc.array(entry, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows })

const size = fc.integer({ min: 1, max: 5 })
const index = (count: number) => fc.integer({ min: 0, max: count - 1 })

/** A tree in which every node hangs below one before it. */
const parentsOf = (count: number): fc.Arbitrary<number[]> =>
  fc.tuple(...Array.from({ length: count }, (_, node) => (node === 0 ? fc.constant(-1) : index(node))))

const drawnSequences = fc.record({
  train: fc.integer({ min: 1, max: 1000 }),
  heldOut: fc.integer({ min: 1, max: 2000 }),
  length: fc.integer({ min: 2, max: 16 }),
  seed: fc.nat({ max: 2 ** 32 - 1 }),
})

const sequencesOf = (tokens: number) => {
  const list = fc.array(fc.array(index(tokens), { minLength: 2, maxLength: 5 }), {
    minLength: 1,
    maxLength: 4,
  })
  return fc.oneof(drawnSequences, fc.record({ train: list, heldOut: list }))
}

const scale = fc.double({ min: 5e-324, max: 1e6, noNaN: true })

/** A tree, with names for its tokens or without. */
const treeOn = (tokens: number) => {
  const name = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 6 })
    .filter((one) => checkTokenName(one) === undefined)
  const names = fc.uniqueArray(name, { minLength: tokens, maxLength: tokens })
  const bare = fc.record({ parents: parentsOf(tokens), sequences: sequencesOf(tokens) })
  return fc.oneof(bare, fc.record({ parents: parentsOf(tokens), names, sequences: sequencesOf(tokens) }))
}

const headOn = (tokens: number): fc.Arbitrary<AttentionHead> =>
  fc.record({
    rule: fc.constantFrom('fixed', 'learned', 'byRow', 'byNorms'),
    beta: scale,
    task: fc.option(treeOn(tokens)),
  })

const headWithoutTask: fc.Arbitrary<AttentionHead> = fc.record({
  rule: fc.constant('entropy'),
  beta: fc.double({ min: 1, max: 1e6, noNaN: true }),
  task: fc.constant(null),
})

const rowsOf = (count: number) =>
  fc.record({
    rows: fc.array(fc.tuple(real, real, real), { minLength: count, maxLength: count }),
    labels: fc.constant(Array.from({ length: count }, (_, n) => n % 2)),
  })

/** Of two classes and three columns of one's own, so that three points are an input in both spaces. */
const classifierOn = (rows: number): fc.Arbitrary<PrototypeClassifier> =>
  fc.record({
    data: fc.record({
      kind: fc.constant('own'),
      classes: fc.constantFrom(['a', 'b'], ['one;two,three', '%'], ['ä β', '0']),
      train: rowsOf(rows),
      heldOut: rowsOf(2),
    }),
    rule: fc.constantFrom('fixed', 'learned'),
    beta: scale,
  })

export const anyDocument: fc.Arbitrary<Document> = fc
  .tuple(fc.constantFrom('line', 'halfPlane'), size, size, size)
  .chain(([space, rows, inner, columns]) => {
    const entry = space === 'line' ? real : point
    const element = space === 'line' ? real : planeElement
    const target: fc.Arbitrary<Target> = fc.oneof(
      fc.constant('base' as const),
      fc.record({ seed: fc.nat({ max: 2 ** 32 - 1 }) }),
      factorOf(real, rows, columns) as fc.Arbitrary<number[][]>,
    )
    return fc.record({
      version: fc.constant(1 as const),
      title,
      space: fc.constant(space),
      a: factorOf(entry, rows, inner),
      b: factorOf(entry, inner, columns),
      element: fc.oneof(element, fc.array(element, { minLength: inner, maxLength: inner })),
      reflected: fc.oneof(fc.boolean(), fc.array(fc.boolean(), { minLength: inner, maxLength: inner })),
      word: fc.array(element, { maxLength: 4 }),
      time: fc.oneof(
        fc.constant(1),
        fc.double({ min: minTime, max: maxTime, noNaN: true }).map((t) => t + 0),
      ),
      move: fc.constantFrom('both', 'a', 'b'),
      selection: fc.tuple(index(rows), index(columns)),
      free: fc.oneof(
        fc.record({ factor: fc.constant('a' as const), row: index(rows), column: index(inner) }),
        fc.record({ factor: fc.constant('b' as const), row: index(inner), column: index(columns) }),
      ),
      target,
      head: rows === columns ? fc.option(headOn(rows)) : fc.option(headWithoutTask),
      classifier:
        rows > 1 && inner === 3 && columns % 2 === 0 ? fc.option(classifierOn(rows)) : fc.constant(null),
    })
  })
  // What the fields have to do with each other: it is one rule of the document, which has tests of its own.
  .map(fit)
  .map(tellable)

/** A view that shows everything does not use, and a link does not hold, its centre and height. */
export const anyView: fc.Arbitrary<View> = fc.record({
  fit: fc.constant(false),
  centre: real,
  height: imaginary,
  slice: fc.boolean(),
  tilt: fc.boolean(),
  model: fc.constantFrom(...modelNames),
  beside: fc.constantFrom(...modelNames, 'none'),
  pattern: fc.constantFrom('none', 'polar', 'horocyclic', 'modular', '7,3', '3,7', '4,5', '12,12'),
  flow: fc.boolean(),
  turn: fc.tuple(real, fc.double({ min: minElevation, max: Math.PI / 2, noNaN: true })),
  magnification: fc.double({ min: minMagnification, max: maxMagnification, noNaN: true }),
  projection: fc.oneof(
    fc.constantFrom<Projection>({ kind: 'entry' }, { kind: 'sliders' }),
    fc.record({
      kind: fc.constant('random' as const),
      frame: fc.constantFrom('intrinsic', 'coordinates'),
      seed: fc.nat({ max: 999_999_999 }),
    }),
  ),
  experiment: fc.constantFrom(
    null,
    { name: 'pass', inputs: {} },
    { name: 'pass', inputs: { side: 2.5, elements: 7 } },
  ),
})
