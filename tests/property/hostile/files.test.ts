import { beforeAll, expect, it } from 'vitest'
import type { Document } from '../../../src/document/document'
import { documentFile } from '../../../src/document/documentJson'
import { embeddingsFor, embeddingNamed, factorFromMatrix } from '../../../src/document/embeddings'
import { openFile, readFile, type FileContent } from '../../../src/document/files'
import { fit } from '../../../src/document/fit'
import { documentFromTensors, readChoice, titleOf } from '../../../src/document/fromTensors'
import type { Matrix } from '../../../src/document/matrix'
import { parseNumber, parsePoint } from '../../../src/document/number'
import { ownSource, readOwnTable } from '../../../src/document/ownData'
import { parseSequences } from '../../../src/document/ownSequences'
import { parseTree } from '../../../src/document/ownTree'
import { parseElement } from '../../../src/document/parseElement'
import { presetNamed } from '../../../src/document/presets'
import { isProblem, type Problem } from '../../../src/document/problem'
import type { Tensor } from '../../../src/document/tensor'
import { firstChoice } from '../../../src/document/tensorChoice'
import { checkTensor } from '../../../src/document/tensorLayout'
import { pasteInto } from '../../../src/panels/pasteInto'
import { inMemory } from '../../safetensors'
import { mutant } from './mutations'
import { files, texts } from './valid'

const plane = presetNamed('halfPlane3')!.document

/** Milliseconds of the processor, as a machine may be busy. */
async function cost<T>(run: () => T | Promise<T>): Promise<{ result: T; ms: number }> {
  const start = process.cpuUsage()
  const result = await run()
  const { user, system } = process.cpuUsage(start)
  return { result, ms: (user + system) / 1000 }
}

/** What this machine needs to read a megabyte of short numbers, the least of ten times. */
let megabyteMs = Infinity
beforeAll(async () => {
  const numbers = `[${'1,'.repeat(499_999)}1]`
  for (let n = 0; n < 10; n++)
    megabyteMs = Math.min(megabyteMs, (await cost(() => JSON.parse(numbers) as unknown)).ms)
})

/** Reading is linear in the size: 50 ms a megabyte and 40 ms for any file, where `JSON.parse` takes 10 ms a megabyte. */
const limitMs = (bytes: number) => megabyteMs * (4 + (5 * bytes) / 1e6)

/** What takes too long has two more chances. */
async function timed<T>(bytes: number, run: () => T | Promise<T>, name: string): Promise<T> {
  const first = await cost(run)
  if (first.ms <= limitMs(bytes)) return first.result
  const ms = Math.min(first.ms, (await cost(run)).ms, (await cost(run)).ms)
  expect(ms, `milliseconds of ${name}, ${bytes} bytes`).toBeLessThanOrEqual(limitMs(bytes))
  return first.result
}

function checkFinite(value: unknown, at: string): void {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error(`${at} is ${value}`)
  } else if (typeof value === 'object' && value !== null)
    for (const [key, one] of Object.entries(value)) checkFinite(one, `${at}.${key}`)
}

/** What opens is a document: all finite, all fitting, and the file that is saved of it is one. */
function checkDocument(document: Document): void {
  checkFinite(document, 'document')
  expect(fit(document)).toBe(document)
  const again = readFile('again.json', new TextEncoder().encode(documentFile(document)))
  // An import at rest may have points that no element could move; nothing else keeps a document from being saved.
  expect(again).toEqual({ kind: 'document', document })
}

/** A sentence that can be read, and no exception. */
function checkSentence(sentence: string): void {
  expect(sentence).not.toContain('THROWN')
  if (sentence.length > 4000)
    throw new Error(`a sentence of ${sentence.length} characters: ${sentence.slice(0, 200)}`)
}

function checkMatrix(matrix: Matrix): void {
  expect(matrix.values.length).toBe(matrix.rows * matrix.columns * matrix.numbers)
  for (const embedding of embeddingsFor(matrix.numbers)) {
    const factor = factorFromMatrix(matrix, embedding)
    if (!isProblem(factor)) checkFinite(factor, embedding.name)
  }
}

async function checkTensors(all: readonly Tensor[]): Promise<Document | Problem | undefined> {
  const tensors = all.filter((tensor) => checkTensor(tensor) === undefined)
  if (tensors.length === 0) return undefined
  const { q, k, qPart, kPart, inner, embedding } = firstChoice(tensors)
  const read = await readChoice({ q: tensors[q]!, k: tensors[k]!, qPart, kPart, inner })
  if (isProblem(read)) return read
  const title = titleOf('a file', tensors[q]!.name, tensors[k]!.name)
  return documentFromTensors(read, embeddingNamed(embedding)!, title)
}

async function readAll(name: string, bytes: Uint8Array) {
  const content = await openFile(name, inMemory(bytes))
  const made = 'tensors' in content && content.tensors ? await checkTensors(content.tensors) : undefined
  return { content, made }
}

function check(content: FileContent | Problem, made: Document | Problem | undefined): boolean {
  if (made && !isProblem(made)) checkDocument(made)
  // What a reader throws comes back as this sentence.
  if (isProblem(content)) checkSentence(content.problem.replace(/" cannot be read: /, ' THROWN '))
  else if (content.kind === 'document') checkDocument(content.document)
  else if (content.kind === 'matrix') checkMatrix(content.matrix)
  return !isProblem(content)
}

const kinds = files.map(({ name, contents }) => [name, contents] as const)
const filesOfAKind = 900

it.each(kinds)(
  `${filesOfAKind} broken files like %s: no exception, nothing that is not finite, in time`,
  async (name, contents) => {
    let opened = 0
    for (let n = 0; n < filesOfAKind; n++) {
      const bytes = mutant(contents[n % contents.length]!, n)
      const { content, made } = await timed(bytes.length, () => readAll(name, bytes), `${name} ${n}`)
      try {
        if (check(content, made)) opened++
      } catch (error) {
        throw new Error(`${name}, file ${n}: ${Buffer.from(bytes.slice(0, 2000)).toString('latin1')}`, {
          cause: error,
        })
      }
    }
    // A generator that breaks every file beyond recognition would test nothing.
    expect(opened).toBeGreaterThan(filesOfAKind / 50)
  },
)

const readers: { readonly [kind in keyof typeof texts]: (text: string) => unknown } = {
  tree: parseTree,
  sequences: (text) => parseSequences(text, ['cat', 'dog', 'animal'], 0.3),
  labelled: (text) => {
    const table = readOwnTable(text)
    return isProblem(table) ? table : ownSource(table, table.label, { heldOut: 0.3, seed: 1 })
  },
  element: (text) => [parseElement(text, 'halfPlane'), parseElement(text, 'line')],
  number: (text) => [parseNumber(text), parsePoint(text)],
  cells: (text) => pasteInto(plane, 'a', 0, 0, text),
}

it.each(Object.keys(readers) as (keyof typeof readers)[])(
  `${filesOfAKind} broken texts of the kind %s: no exception, nothing that is not finite, in time`,
  async (kind) => {
    let read = 0
    for (let n = 0; n < filesOfAKind; n++) {
      const valid = new Uint8Array(Buffer.from(texts[kind][n % texts[kind].length]!))
      const text = new TextDecoder().decode(mutant(valid, n))
      const found = await timed(text.length, () => readers[kind](text), `${kind} ${n}`)
      checkFinite(found, `${kind} ${n}: ${text.slice(0, 200)}`)
      for (const one of [found].flat()) if (isProblem(one)) checkSentence(one.problem)
      if (![found].flat().every(isProblem)) read++
    }
    expect(read).toBeGreaterThan(filesOfAKind / 50)
  },
)

/** As much as is looked at. */
const most = 2 ** 20
const signs = [
  '[',
  '{"a":',
  '[[1],',
  '"',
  '\\',
  '1,',
  '1 ',
  '1\n',
  '1\t',
  '\n',
  ' ',
  '9',
  'a',
  '(',
  '"a",',
  '1 + ',
  'é',
  '-',
]

it.each(signs)(
  'a million characters of %j are read in time, as a file and as a text of any kind',
  async (sign) => {
    for (const start of ['', '{"a":', '[[1,2],', '1,2\n']) {
      const text = `${start}${sign.repeat((most - 20) / sign.length)}.`
      const bytes = new TextEncoder().encode(text)
      const name = start === '' ? 'x.csv' : 'x.json'
      const content = await timed(
        bytes.length,
        () => openFile(name, inMemory(bytes)),
        `${name}, ${start}${sign}`,
      )
      checkSentence('problem' in content ? content.problem : '')
      if (start !== '') continue
      for (const kind of Object.keys(readers) as (keyof typeof readers)[]) {
        const found = await timed(bytes.length, () => readers[kind](text), `${kind} of ${sign}`)
        for (const one of [found].flat()) if (isProblem(one)) checkSentence(one.problem)
      }
    }
  },
)

it('what is larger is not looked at', async () => {
  for (const size of [2 ** 22 + 1, 2 ** 26 + 1]) {
    const content = await openFile('x.json', inMemory(new Uint8Array(size).fill(0x20)))
    expect('problem' in content && content.problem).toMatch(
      /MB (of text is more than 64 × 64 entries|is too large)/,
    )
  }
})
