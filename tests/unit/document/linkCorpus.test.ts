import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { experimentPlans } from '../../../src/document/experimentPlans'
import { decodeLink, encodeLink } from '../../../src/document/link'
import { inputsAsFactor } from '../../../src/document/labelledData'
import { linkStarts, linkView } from '../../../src/document/linkDefaults1'
import { presets } from '../../../src/document/presets'
import { checkTelling } from '../../../src/document/telling'
import type { Document } from '../../../src/document/document'
import type { View } from '../../../src/document/view'

/**
 * Links that were written once, each in a line with what it opened, `{link, document, view}`. They only grow: to add
 * some, append lines and then change both numbers here; a line that is there is never changed and never removed.
 */
const pinned = [
  { version: 0, lines: 148, sha256: '57e05d51ffd08f120fb8376fb209d8f8276844cc9ce5a795f497d6bbf4bea0f6' },
  { version: 1, lines: 254, sha256: '221f2a96999de2615870008d06cf3185f3a9650aaee8bb2b4a9469317a523074' },
]

interface Line {
  readonly link: string
  readonly document: Document
  readonly view: View
}

/**
 * What a line says, with the inputs of spirals and moons as they are drawn now. Links leave these out; the lines were
 * written when they were drawn by `Math`, whose last bits are the engine's, and so they are compared to some units of
 * the last place of the larger coordinate of a point, which is at most e³.
 */
function lineOf(text: string): Line {
  const line = JSON.parse(text) as Line
  const { classifier, space, a } = line.document
  const isDrawn =
    classifier !== null && /^(spirals|moons)$/.test(classifier.data.kind) && !/[?&]a=/.test(line.link)
  if (!isDrawn) return line
  const drawn = inputsAsFactor(classifier.data, space)
  expect(drawn).toHaveLength(a.length)
  for (const [k, row] of drawn.flat(2).entries()) {
    expect(Math.abs(row - a.flat(2)[k]!)).toBeLessThanOrEqual(8 * Number.EPSILON * Math.exp(3))
  }
  return { ...line, document: { ...line.document, a: drawn } }
}

const textOf = (name: string) => readFileSync(path.join(import.meta.dirname, 'links', name), 'utf8')

it.each(pinned)('no link of version $version is lost or changed', ({ version, lines, sha256 }) => {
  const all = textOf(`version${version}.jsonl`).split('\n').slice(0, -1)
  expect(all.length).toBeGreaterThanOrEqual(lines)
  const first = `${all.slice(0, lines).join('\n')}\n`
  expect(createHash('sha256').update(first).digest('hex')).toBe(sha256)
})

it.each(pinned)('every link of version $version opens what it opened when it was written', ({ version }) => {
  for (const line of textOf(`version${version}.jsonl`).split('\n').slice(0, -1)) {
    const { link, document, view } = lineOf(line)
    if (version === 0 && checkTelling(document)) {
      // Version 0 was not frozen, and took elements of which float64 cannot tell anything.
      expect(decodeLink(link).rejected, link).toEqual([
        expect.stringMatching(/^element: moves the points so far/),
      ])
      continue
    }
    expect(decodeLink(link), link).toEqual({ document, view, rejected: [] })
    // What is written today for the same state opens the same state.
    expect(decodeLink(encodeLink(document, view)), link).toEqual({ document, view, rejected: [] })
  }
})

it('links of version 1 are written as they were', () => {
  let written = 0
  for (const line of textOf('version1.jsonl').split('\n').slice(0, -1)) {
    const { link, document, view } = lineOf(line)
    if (!link.includes('&c=')) continue
    expect(encodeLink(document, view)).toBe(link)
    written++
  }
  expect(written).toBeGreaterThan(200)
})

/** What a link of version 0 or 1 leaves out. A change here changes what old links mean: it takes a new version. */
const defaults = JSON.parse(textOf('defaults1.json')) as {
  view: View
  presets: Record<string, Document>
  experiments: Record<string, Record<string, number | string>>
}

it('the defaults of version 1 are the ones that it was frozen with', () => {
  expect(linkView).toEqual(defaults.view)
  expect(linkStarts).toEqual({ halfPlane: defaults.presets['halfPlane3'], line: defaults.presets['line3'] })
  for (const [name, document] of Object.entries(defaults.presets)) {
    expect(presets.find((one) => one.name === name)?.document, name).toEqual(document)
  }
  for (const [name, initial] of Object.entries(defaults.experiments)) {
    const inputs = experimentPlans.find((one) => one.name === name)?.inputs ?? []
    for (const [input, value] of Object.entries(initial)) {
      expect(inputs.find((one) => one.name === input)?.initial, `${name}, ${input}`).toBe(value)
    }
  }
})

it('the links of the README open', () => {
  const readme = readFileSync(path.join(import.meta.dirname, '../../../README.md'), 'utf8')
  const links = [...readme.matchAll(/^ {4}(#v=\S+)/gm)].map(([, link]) => link!)
  expect(links).toHaveLength(3)
  for (const link of links) expect(decodeLink(link).rejected, link).toEqual([])
})
