import { expect, it } from 'vitest'
import { documentFile, documentFromFile } from '../../../src/document/documentJson'
import { readFile } from '../../../src/document/files'
import { presetNamed } from '../../../src/document/presets'
import { defaultView } from '../../../src/document/view'

const plane = presetNamed('halfPlane3')!.document
const refusal = (text: string) => {
  const read = readFile('m.json', new TextEncoder().encode(text))
  return 'problem' in read ? read.problem.replace('"m.json": ', '') : undefined
}
const withView = (view: unknown) =>
  refusal(JSON.stringify({ ...(JSON.parse(documentFile(plane)) as object), view }))

it.each([
  [3, 'view: must be {fit, centre'],
  [{ colour: 1 }, 'view: has the unknown field "colour"'],
  [{ fit: 1 }, 'view.fit: must be true or false, got 1'],
  [{ centre: null }, 'view.centre: must be a number, got null'],
  [{ height: 0 }, 'view.height: must be > 0, got 0'],
  [{ height: 1e151 }, 'view.height: must not exceed 1e+150'],
  [{ model: '<b>' }, 'view.model: must be halfPlane, disk, klein, hyperboloid, band, got "<b>"'],
  [{ beside: 3 }, 'view.beside: must be'],
  [{ pattern: '4,4' }, 'view.pattern: must be none'],
  [{ turn: [1] }, 'view.turn: must be [azimuth, elevation], got a list of 1'],
  [{ turn: [0, 0.5] }, 'view.turn[1]: must be in [0.7, 1.57'],
  [{ magnification: 41 }, 'view.magnification: must be in [0.2, 40], got 41'],
  [{ projection: { kind: 'random', frame: 'x', seed: 1 } }, 'view.projection.frame: must be intrinsic'],
  [
    { projection: { kind: 'random', frame: 'intrinsic', seed: 1e9 } },
    'view.projection.seed: must be a whole',
  ],
  [{ projection: { kind: 'entry', seed: 1 } }, 'view.projection: has the unknown field "seed"'],
  [{ experiment: { name: 'toString', inputs: {} } }, 'view.experiment.name: there is no experiment called'],
  [{ experiment: { name: 'pass', inputs: { side: '1' } } }, 'view.experiment.inputs.side: side must be'],
  [
    { experiment: { name: 'pass', inputs: { toString: 1 } } },
    'view.experiment.inputs: has the unknown field',
  ],
])('the view %j of a file is refused with its path', (view, sentence) => {
  expect(withView(view)?.slice(0, sentence.length)).toBe(sentence)
})

it('fields of the view that a file does not give are as at the start; without a view it says nothing of it', () => {
  const fields = JSON.parse(documentFile(plane)) as Record<string, unknown>
  expect(documentFromFile({ ...fields, view: { tilt: true } })).toEqual({
    document: plane,
    view: { ...defaultView, tilt: true },
  })
  expect(documentFromFile(fields)).toEqual({ document: plane })
})

it('a file that gives only its factors has g = 1, and nothing of a preset', () => {
  expect(documentFromFile({ space: 'line', a: [[1, 2]], b: [[3], [4]] })).toEqual({
    document: {
      ...{ version: 1, title: '', space: 'line', a: [[1, 2]], b: [[3], [4]], element: 0, reflected: false },
      ...{ word: [], time: 1, move: 'both', selection: [0, 0], free: { factor: 'a', row: 0, column: 0 } },
      ...{ target: 'base', head: null, classifier: null },
    },
  })
})

it.each([
  ['[[['.repeat(1e5), /^character 33: lists more than 32 deep are not read$/],
  [`[${'1,'.repeat(6e5)}1]`, /^more than 500000 values are not read$/],
  ['{"a":[[1]],"b":[[1]],"a":[[2]]}', /^the field "a" is there twice$/],
  ['{"a":[[1]],"b":[[1]],"\\u0061":[[2]]}', /^the field "a" is there twice$/],
  ['{"__proto__":{"a":[[1]],"b":[[1]]}}', /^a document needs both factors/],
  ['{"space":"line","a":[[1]],"b":[[1]],"constructor":1}', /^constructor: is not a field/],
  ['{"space":"line","a":[[1]],"b":[[1]],"__proto__":{}}', /^__proto__: is not a field/],
])('%.40s is refused before anything is made of it', (text, sentence) => {
  expect(refusal(text)).toMatch(sentence)
})

// ‖A(t)‖² = 2 cosh t: at t = 40 it is e⁴⁰, and 2 ε e⁴⁰ times a sum of cosh ρ > 1 is above 100; at t = 25 it is below 1e-3.
it('an element that float64 cannot tell about is refused as everywhere, one of length 25 is not', () => {
  const fields = (t: number) => ({ ...plane, element: { x: 0, t, theta: 0 } })
  const refused = documentFromFile(fields(40))
  expect('problem' in refused && refused.problem).toMatch(
    /^element: moves the points so far that float64 cannot tell .*bound/,
  )
  expect(documentFromFile(fields(25))).toHaveProperty('document')
})
