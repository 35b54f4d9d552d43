import fc from 'fast-check'
import { expect, it } from 'vitest'
import { decodeLink, encodeLink } from '../../../src/document/link'
import { defaultDocument, presets } from '../../../src/document/presets'
import { documentFromJson } from '../../../src/document/schema'
import { defaultView } from '../../../src/document/view'
import { anyDocument, anyView } from './arbitraries'

it('decodeLink(encodeLink(document, view)) is the same, bit for bit', () => {
  let most = 0
  fc.assert(
    fc.property(anyDocument, anyView, (document, view) => {
      const link = encodeLink(document, view)
      most = Math.max(most, link.length)
      expect(decodeLink(link)).toEqual({ document, view, rejected: [] })
    }),
    { seed: 7, numRuns: 500 },
  )
  expect(most).toBeGreaterThan(1000)
})

it('the same for a document that differs from a preset in everything but its entries', () => {
  fc.assert(
    fc.property(anyDocument, anyView, fc.constantFrom(...presets), (other, view, preset) => {
      const made = documentFromJson(
        { title: other.title, move: other.move, target: { seed: 3 } },
        preset.document,
      )
      if (!('document' in made)) throw new Error(made.rejected.join())
      const link = encodeLink(made.document, view)
      expect(decodeLink(link)).toEqual({ document: made.document, view, rejected: [] })
      expect(link).not.toContain('&a=')
    }),
    { seed: 7, numRuns: 200 },
  )
})

const isFinitePlainData = (value: unknown): boolean => {
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value !== 'object' || value === null) return value !== undefined
  return Object.values(value).every(isFinitePlainData)
}

const word = fc.constantFrom(
  ...['v=0', 'v=1', 'v=-1e9', 'preset=line3', 'space=line', 'a=', 'b=', 'g=', 'x=', 't=', 'theta=', 'alpha='],
  ...[
    'each=',
    'move=',
    'cell=',
    'free=',
    'target=',
    'title=',
    'view=',
    'slice=',
    'tilt=',
    'reflected=',
    'word=',
    'time=',
    'head=',
    'head=0,1;1;0;9,9,2,1',
    'model=',
    'pattern=',
    'turn=',
    '__proto__=',
    '&',
    ';',
  ],
  ...[
    ',',
    'i',
    '1',
    '-1',
    '1e999',
    'NaN',
    'Infinity',
    '1/0',
    '0',
    '2,1,1,1',
    '7,3',
    'disk',
    'a,1,1',
    'seed:',
    '%',
    '%00',
    '(',
    ')',
  ],
)

/** Links near to a good one: they reach every reader, where random text stops at the first "=". */
const mutated = fc
  .tuple(
    anyDocument,
    anyView,
    fc.array(fc.tuple(fc.nat(), fc.nat({ max: 3 }), word), { minLength: 1, maxLength: 3 }),
  )
  .map(([document, view, changes]) =>
    changes.reduce(
      (link, [at, removed, text]) => {
        const place = at % (link.length + 1)
        return link.slice(0, place) + text + link.slice(place + removed)
      },
      encodeLink(document, view),
    ),
  )

it('20 000 hostile links: never throws, opens all or nothing, and only finite numbers', () => {
  const counts = { opened: 0, refused: 0 }
  const check = (link: string) => {
    const { document, view, rejected } = decodeLink(link)
    expect(isFinitePlainData({ document, view })).toBe(true)
    const isDefault = document === defaultDocument && view === defaultView
    if (rejected.length > 0) expect(isDefault).toBe(true)
    counts[rejected.length > 0 ? 'refused' : 'opened']++
  }
  fc.assert(fc.property(mutated, check), { seed: 7, numRuns: 4000 })
  fc.assert(
    fc.property(
      fc.array(word, { maxLength: 12 }).map((words) => `v=0&${words.join('')}`),
      check,
    ),
    {
      seed: 7,
      numRuns: 8000,
    },
  )
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), check), { seed: 7, numRuns: 8000 })
  expect(counts.opened).toBeGreaterThan(300)
  expect(counts.refused).toBeGreaterThan(5000)
}, 30_000)
