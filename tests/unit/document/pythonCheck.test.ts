import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { derive } from '../../../src/document/derive'
import type { Document } from '../../../src/document/document'
import { figureFacts } from '../../../src/document/figureFacts'
import { writeNpy } from '../../../src/document/npy'
import { pythonCheck } from '../../../src/document/pythonCheck'
import { defaultDocument, presetNamed } from '../../../src/document/presets'
import { takenMatrices } from '../../../src/document/takenMatrices'

const scriptOf = (document: Document) =>
  pythonCheck(document, figureFacts(document, { version: '1.2.3', link: 'https://example.org/#v=1' }))

const line = presetNamed('line3')!.document
const cases: Record<string, Document> = {
  'one element': { ...defaultDocument, element: [2, 1, 1, 1] },
  'a long one': { ...defaultDocument, element: [1e4, 1e4 - 1e-4, 1e4, 1e4] },
  'an element each, mirrors, half the time': {
    ...defaultDocument,
    element: [
      [2, 1, 1, 1],
      [1, 0.3, 0, 1],
      [3, 0, 0, 0.5],
    ],
    reflected: [true, false, true],
    time: 0.5,
  },
  'A only': { ...defaultDocument, element: [2, 1, 1, 1], move: 'a' },
  'a trained head': { ...presetNamed('tree7')!.document, element: [1, 2, 0, 1] },
  'the line': { ...line, element: 1 / 3 },
  'the line, mirrored, B only': { ...line, element: -7.25, reflected: true, move: 'b' },
}

describe('the check for Python', () => {
  it.each(Object.entries(cases))('%s: has every number of A and B exactly', (_, document) => {
    const script = scriptOf(document)
    const literal = /-?\d+(?:\.\d+)?(?:e-?\d+)?/g
    for (const name of ['A', 'B'] as const) {
      const list = new RegExp(`^${name} = np.array\\(\\[\\n([^]*?)\\]\\)$`, 'm').exec(script)![1]!
      const numbers = [...list.matchAll(literal)].map(([text]) => Number(text))
      expect(numbers).toEqual(document[name === 'A' ? 'a' : 'b'].flat(2).map((x) => x + 0))
    }
  })

  const python = ['/usr/bin/python3', 'python3'].find(
    (name) => spawnSync(name, ['-c', 'import numpy']).status === 0,
  )

  /** Runs it, and what is added to it. */
  function run(script: string, more = '') {
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'moduli-python-')), 'check.py')
    writeFileSync(file, `${script}\n${more}`)
    return spawnSync(python!, [file], { encoding: 'utf8' })
  }

  const dump = `
import json
pairs = lambda m: m.tolist() if m.dtype == float else [[[z.real, z.imag] for z in row] for row in m.tolist()]
print(json.dumps({"a": pairs(moved_A), "b": pairs(moved_B), "before": before.tolist(), "after": after.tolist(), "bound": bound}))
`

  it.runIf(python).each(Object.entries(cases))('%s: NumPy comes to the same numbers', (_, document) => {
    const { stdout, stderr, status } = run(scriptOf(document), dump)
    expect(stderr).toBe('')
    expect(status).toBe(0)
    const lines = stdout.trim().split('\n')
    const read = JSON.parse(lines.at(-1)!) as Record<'a' | 'b' | 'before' | 'after', number[][]> & {
      bound: number
    }
    const { moved, before, after, bound } = derive(document)
    expect(read.bound / bound).toBeCloseTo(1, 12)
    for (const [got, want] of [
      [read.a.flat(2), moved.a],
      [read.b.flat(2), moved.b],
      [read.before.flat(), before],
      [read.after.flat(), after],
    ] as const) {
      expect(got).toHaveLength(want.length)
      got.forEach((value, n) =>
        expect(Math.abs(value - want[n]!)).toBeLessThanOrEqual(bound + 1e-14 * Math.abs(want[n]!)),
      )
    }
    const words =
      document.move === 'both' ? /^unchanged within rounding$/ : /^only [AB] moves: this is another model$/
    expect(lines[1]).toMatch(words)
  })

  it.runIf(python)('it fails if an entry is not the one of Moduli', () => {
    const script = scriptOf(cases['one element']!)
    const other = script.replace('before, after =', 'moved_A = moved_A + 1e-6\nbefore, after =')
    expect(other).not.toBe(script)
    const { stderr, status } = run(other)
    expect(status).toBe(1)
    expect(stderr).toContain('the product has changed by more than rounding explains')
  })

  it.runIf(python)(
    'NumPy reads every .npy as complex128 or float64 with the same numbers',
    { timeout: 60_000 },
    () => {
      const folder = mkdtempSync(path.join(tmpdir(), 'moduli-npy-'))
      for (const document of [cases['one element']!, cases['the line']!]) {
        for (const { id, matrix } of takenMatrices(document)) {
          const file = path.join(folder, `${id}.npy`)
          writeFileSync(file, writeNpy(matrix))
          const code = `import numpy as np, json; m = np.load(${JSON.stringify(file)}); print(json.dumps([str(m.dtype), m.shape, m.view(float).ravel().tolist()]))`
          const { stdout } = spawnSync(python!, ['-c', code], { encoding: 'utf8' })
          expect(JSON.parse(stdout)).toEqual([
            matrix.numbers === 2 ? 'complex128' : 'float64',
            [matrix.rows, matrix.columns],
            [...matrix.values],
          ])
        }
      }
    },
  )
})
