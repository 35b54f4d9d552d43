import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { startedClassifier } from '../../../src/document/classifier'
import type { Document } from '../../../src/document/document'
import { fit } from '../../../src/document/fit'
import { ownSource, readOwnTable } from '../../../src/document/ownData'
import { defaultDocument } from '../../../src/document/presets'
import { isProblem } from '../../../src/document/problem'
import { documentFromJson, documentToJson } from '../../../src/document/schema'
import { seeded } from '../arbitraries'

const cell = fc.oneof(
  { weight: 60, arbitrary: fc.double({ min: -1e6, max: 1e6, noNaN: true }).map(String) },
  { weight: 30, arbitrary: fc.integer({ min: -9, max: 9 }).map(String) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('a', 'b', 'NaN', '', '1e999', '"x, y"', '1,5', '∞', 'é', '-', '0x10', ' '),
  },
)
const label = fc.constantFrom(
  'left',
  'right',
  'über',
  'left',
  'right',
  'left',
  'right',
  '0',
  'right',
  'left',
  'left',
  'right',
  'left',
  'right',
  'left',
  'right',
  '',
)
const separator = fc.constantFrom(',', '\t', ';', ' ')

/** Tables that are nearly right, and texts that are no tables. */
const text = fc.oneof(
  fc.integer({ min: 1, max: 4 }).chain((columns) =>
    fc
      .tuple(
        separator,
        fc.array(fc.tuple(fc.array(cell, { minLength: columns, maxLength: columns }), label), {
          minLength: 1,
          maxLength: 30,
        }),
        fc.constantFrom('\n', '\r\n', '\n\n'),
      )
      .map(([sign, rows, end]) => rows.map(([cells, name]) => [...cells, name].join(sign)).join(end)),
  ),
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc
    .array(fc.constantFrom('1', ',', '\n', '"', ';', 'a', ' ', '\t'), { maxLength: 40 })
    .map((all) => all.join('')),
)

describe('any text as rows of one’s own', () => {
  it('is refused in a sentence, or is a classifier that a document holds and a file gives back', () => {
    let opened = 0
    fc.assert(
      fc.property(
        text,
        fc.nat(4),
        fc.constantFrom(0.2, 1 / 3, 0.5),
        fc.nat(99),
        fc.constantFrom<Document['space']>('line', 'halfPlane'),
        (given, column, heldOut, seed, space) => {
          const table = readOwnTable(given)
          if (isProblem(table)) return void expect(table.problem).not.toMatch(/undefined|\[object/)
          const source = ownSource(table, Math.min(column, table.names.length - 1), { heldOut, seed })
          if (isProblem(source)) return void expect(source.problem).not.toMatch(/undefined|\[object/)
          const { classes, train } = source
          expect(classes.every((_, n) => train.labels.includes(n))).toBe(true)
          const plan = { space, data: source, perClass: 1, rule: 'learned', beta: 3 } as const
          let started
          try {
            started = startedClassifier(plan, seed)
          } catch (error) {
            return void expect(error).toBeInstanceOf(RangeError)
          }
          const atRest = { element: space === 'line' ? 0 : { x: 0, t: 0, theta: 0 }, word: [] }
          const document = fit({ ...defaultDocument, ...atRest, ...started })
          expect(document.classifier).not.toBeNull()
          expect(documentFromJson(documentToJson(document), defaultDocument)).toEqual({ document })
          opened++
        },
      ),
      seeded(3000),
    )
    expect(opened).toBeGreaterThan(50)
  })
})
