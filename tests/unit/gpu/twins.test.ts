import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { modelTwins } from '../../../src/gpu/modelTwins'
import { twins as others } from '../../../src/gpu/twins'

const twins = [...others, ...modelTwins]

const folder = new URL('../../../src/gpu/chunks/', import.meta.url)
const definition = /^(?:float|int|bool|[biu]?vec[234]|mat[234]) (\w+)\(/
const marked = /^\/\/ helper\b/

/** The GLSL functions of a source, without those whose comment marks them as helpers. */
function functionsOf(source: string): string[] {
  const lines = source.split('\n')
  return lines.flatMap((line, i) => {
    const name = definition.exec(line)?.[1]
    let first = i
    while (first > 0 && lines[first - 1]!.startsWith('//')) first--
    return name && !lines.slice(first, i).some((comment) => marked.test(comment)) ? [name] : []
  })
}

describe('shader chunks', () => {
  const files = readdirSync(folder).filter((file) => file.endsWith('.glsl.ts'))
  const functions = files.flatMap((file) =>
    functionsOf(readFileSync(new URL(file, folder), 'utf8')).map((name) => ({ file, name })),
  )

  it('are found', () => {
    expect(functions.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['dist', 'sliceLoss', 'level', 'coverage', 'gradient']),
    )
  })

  it.each(functions)('$file: $name has a float64 twin', ({ name }) => {
    const called = new RegExp(`\\b${name}\\(`)
    expect(twins.filter(({ expression }) => called.test(expression))).not.toEqual([])
  })

  it('have no main: that belongs to the materials', () => {
    for (const file of files) expect(readFileSync(new URL(file, folder), 'utf8')).not.toContain('void main')
  })

  it('would be reported without a twin, unless marked', () => {
    expect(functionsOf('float bare(vec2 z) {')).toEqual(['bare'])
    expect(functionsOf('// helper of dist\n// because\nvec2 inner(vec2 z) {')).toEqual([])
  })

  it('twins have names of their own', () => {
    expect(new Set(twins.map(({ name }) => name)).size).toBe(twins.length)
  })
})
