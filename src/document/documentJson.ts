import type { Document, SpaceName } from './document'
import { identityElement } from './element'
import { documentVersion, migrated } from './migrate'
import { defaultDocument, presetNamed } from './presets'
import { isProblem, problem, type Problem } from './problem'
import { field, Report, type Fields } from './report'
import { documentFields, documentFromJson, documentToJson } from './schema'
import type { View } from './view'
import { readViewJson } from './viewJson'

/** What a document file opens: of early ones, and of those that other programs write, the view is as it is. */
export interface OpenedDocument {
  readonly document: Document
  readonly view?: View
}

/** The document of a file of any version. All or nothing; nothing of it but `a` and `b` must be given. */
export function documentFromFile(given: Fields): OpenedDocument | Problem {
  if (field(given, 'a') === undefined || field(given, 'b') === undefined)
    return problem('a document needs both factors, a and b')
  const fields = migrated(given)
  if (isProblem(fields)) return fields
  const { view: seen, ...rest } = fields
  const report = new Report()
  const view = seen === undefined ? undefined : readViewJson(seen, report)
  const made = documentFromJson(rest, blank(field(fields, 'space') === 'line' ? 'line' : 'halfPlane'))
  const rejected = [...('rejected' in made ? made.rejected : []), ...report.rejected()]
  if ('rejected' in made || rejected.length > 0) return problem(rejected.join('; '))
  return { document: made.document, ...(view && { view }) }
}

/** What the fields hold that a file does not give. */
function blank(space: SpaceName): Document {
  const { a, b } = space === 'line' ? presetNamed('line3')!.document : defaultDocument
  return {
    version: documentVersion,
    title: '',
    space,
    a,
    b,
    element: identityElement(space),
    reflected: false,
    word: [],
    time: 1,
    move: 'both',
    selection: [0, 0],
    free: { factor: 'a', row: 0, column: 0 },
    target: 'base',
    head: null,
    classifier: null,
  }
}

/** The document, and how it is looked at, as .json: one row of a matrix on a line; equal states give equal files. */
export function documentFile(document: Document, view?: View): string {
  const json: Record<string, unknown> = { ...documentToJson(document), ...(view && { view }) }
  const lines = [...documentFields, 'view']
    .filter((name) => json[name] !== undefined)
    .map((name) => `  ${JSON.stringify(name)}: ${textOf(name, json[name])}`)
  return `{\n${lines.join(',\n')}\n}\n`
}

function textOf(name: string, value: unknown): string {
  const isRows = (name === 'a' || name === 'b' || name === 'target') && Array.isArray(value)
  return isRows
    ? `[\n${(value as unknown[]).map((row) => `    ${JSON.stringify(row)}`).join(',\n')}\n  ]`
    : JSON.stringify(value)
}
