import fc from 'fast-check'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { defaultDocument } from '../../../src/document/presets'
import { documentFromJson, documentToJson } from '../../../src/document/schema'
import { answer, callsOf, type Calls } from '../../../src/store/embeddingMessages'
import { scripting } from '../../../src/store/scripting'
import { store } from '../../../src/store/store'
import { seeded, uniform } from '../arbitraries'

let calls: Calls
beforeAll(() => {
  vi.stubGlobal('location', { origin: 'https://here.example', pathname: '/', search: '' })
  calls = callsOf(scripting('0.0.0'))
})

const document = () => store.getState().document
const ask = (message: unknown) => answer(message, calls)
const numbersIn = (value: unknown): number[] => {
  if (typeof value === 'number') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : []
}

/** What the structured clone of a message can hold that plain data cannot. */
const strange = fc.constantFrom<unknown>(
  new Map([['type', 'moduli']]),
  new Set([1]),
  new Date(0),
  new Float64Array(3),
  new ArrayBuffer(8),
  new Array<number>(4e9),
  /x/,
  10n,
  Object.assign([0, 1], { extra: 1 }),
  JSON.parse('{"__proto__": {"a": 1}, "constructor": 1}'),
)
const number = fc.oneof(fc.double(), fc.constantFrom(NaN, Infinity, -0, -1, 0, 1, 2, 1e308, 5e-324, 2 ** 32))
const leaf = fc.oneof(number, fc.string(), fc.boolean(), fc.constantFrom(null, undefined), strange)
const names = [
  'a',
  'b',
  'element',
  'word',
  'move',
  'selection',
  'head',
  'classifier',
  'space',
  'time',
  'title',
]
const value = fc.letrec<{ any: unknown }>((tie) => ({
  any: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.array(tie('any'), { maxLength: 5 }),
    fc.array(fc.array(fc.tuple(number, number), { maxLength: 3 }), { maxLength: 3 }),
    fc.dictionary(fc.oneof(fc.constantFrom(...names), fc.string()), tie('any'), { maxKeys: 4 }),
    // It holds itself.
    tie('any').map((inner) => {
      const ring: unknown[] = [inner]
      ring.push(ring)
      return ring
    }),
  ),
})).any
const call = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('get', 'set', 'apply', 'link', 'product', 'loss', 'element') },
  { weight: 1, arbitrary: fc.oneof(fc.constantFrom('constructor', '__proto__', 'subscribe'), value) },
)
/** Nearly right, or right. */
const some = uniform(-3, 3)
const entries = fc.integer({ min: 1, max: 3 }).chain((length) => {
  const row = fc.array(fc.tuple(some, fc.oneof(some, uniform(0.1, 9))), {
    minLength: length,
    maxLength: length,
  })
  return fc.array(row, { minLength: 1, maxLength: 3 })
})
const fields = fc.record(
  {
    title: fc.string(),
    move: fc.constantFrom('both', 'a', 'b', 'c'),
    a: entries,
    element: fc.array(fc.oneof(some, number), { minLength: 3, maxLength: 5 }),
    selection: fc.tuple(fc.nat(3), fc.nat(3)),
    reflected: fc.boolean(),
    time: some,
  },
  { requiredKeys: [] },
)
const likely = fc.oneof(
  fc.record({ call: fc.constant('set'), args: fc.tuple(fields) }),
  fc.record({ call: fc.constant('apply'), args: fc.tuple(fc.array(some, { minLength: 4, maxLength: 4 })) }),
)
const message = fc.oneof(
  fc.tuple(likely, fc.nat()).map(([asked, id]) => ({ type: 'moduli', id, ...asked })),
  fc.record(
    {
      type: fc.constant('moduli'),
      id: fc.oneof(fc.nat(), value),
      call,
      args: fc.oneof(fc.array(value, { maxLength: 2 }), value),
    },
    { requiredKeys: ['type'] },
  ),
  value,
)

describe('messages of a page that embeds this one', () => {
  it('of any kind get an answer or none, quickly, and leave a document that can be written and read', () => {
    const heard = { answers: 0, errors: 0, changes: 0 }
    fc.assert(
      fc.property(message, (hostile) => {
        store.getState().open(defaultDocument)
        const before = document()
        const start = performance.now()
        const reply = ask(hostile)
        const elapsedMs = performance.now() - start
        expect(elapsedMs).toBeLessThan(200)
        const isOurs =
          typeof hostile === 'object' && hostile !== null && Reflect.get(hostile, 'type') === 'moduli'
        expect(reply !== undefined).toBe(isOurs && Object.hasOwn(hostile, 'type'))
        if (!reply) {
          expect(document()).toBe(before)
          return
        }
        heard.answers++
        expect('result' in reply).not.toBe('error' in reply)
        if (reply.error !== undefined) {
          heard.errors++
          expect(reply.error).toMatch(/\.$/)
          expect(reply.error.length).toBeLessThan(400)
        }
        const result = reply.result as { rejected?: string[] } | undefined
        const isChanged = document() !== before
        if (isChanged) {
          heard.changes++
          expect(result?.rejected).toEqual([])
          const json = documentToJson(document())
          expect(numbersIn(json).filter((one) => !Number.isFinite(one))).toEqual([])
          expect(documentFromJson(json, document())).not.toHaveProperty('rejected')
        }
      }),
      seeded(6000),
    )
    // Each kind did come.
    expect(Math.min(heard.answers, heard.errors, heard.changes)).toBeGreaterThan(100)
  })

  it('are refused for their size, depth or kind before anything is read of them', () => {
    const shared = [1, 2, 3, 4, 5, 6, 7, 8]
    let unfolding: unknown = shared
    for (let depth = 0; depth < 9; depth++) unfolding = Array<unknown>(8).fill(unfolding)
    let deep: unknown = 0
    for (let depth = 0; depth < 40; depth++) deep = { deep }
    const wrong: [args: unknown, said: RegExp][] = [
      [[new Array(4e9)], /more than 500000 values/],
      [[unfolding], /more than 500000 values/],
      [['x'.repeat(2e6)], /more than 1000000 characters/],
      [[deep], /nested more than 16 deep/],
      [[new Map()], /plain data/],
      [[10n], /plain data/],
      [new Uint8Array(4), /plain data/],
      [[1, 2], /args must be a list of at most 1/],
      ['x', /args must be a list/],
    ]
    const before = document()
    for (const [args, said] of wrong) {
      expect(ask({ type: 'moduli', id: 'a', call: 'set', args })).toMatchObject({
        id: 'a',
        error: expect.stringMatching(said) as unknown,
      })
    }
    for (const column of ['__proto__', '0', 0.5, -1, 3, NaN, null, [0]])
      expect(ask({ type: 'moduli', id: 1, call: 'element', args: [column] })?.error).toMatch(/from 0 to/)
    for (const name of ['constructor', '__proto__', 'toString', 'version', 'subscribe', '', null])
      expect(ask({ type: 'moduli', id: 1, call: name })?.error).toMatch(/^call must be one of get, set/)
    for (const id of [undefined, null, {}, NaN, 'x'.repeat(101)])
      expect(ask({ type: 'moduli', id, call: 'get' })).toMatchObject({ id: null, error: /^id/ })
    expect(document()).toBe(before)
  })

  it('that are in order do what window.moduli does', () => {
    const own = scripting('0.0.0')
    expect(ask({ type: 'moduli', id: 1, call: 'set', args: [{ title: 'asked' }] })?.result).toEqual({
      rejected: [],
    })
    expect(ask({ type: 'moduli', id: 2, call: 'get' })?.result).toEqual(own.get())
    expect(own.get().title).toBe('asked')
    for (const name of ['link', 'product', 'loss', 'element'] as const)
      expect(ask({ type: 'moduli', id: name, call: name })).toEqual({
        type: 'moduli',
        id: name,
        result: own[name](),
      })
  })
})
