import { isProblem, problem, type Problem } from './problem'
import { described, field, isFields, type Fields } from './report'

/** The version that documents are written in. */
export const documentVersion = 1

/**
 * From version n to n + 1, at place n. Each takes any fields at all and leaves what it does not know: what a field may
 * hold is for the reader to say. One that is published stays for ever, with files from before and after it in the tests.
 */
const migrations: readonly ((fields: Fields) => Fields)[] = [withRuleOfBeta]

/**
 * The fields of a document file as the present version has them, from any version.
 *
 * Version 0 is what has none or says 0, and what says 1 with the heads of before it was settled.
 */
export function migrated(fields: Fields): Fields | Problem {
  const from = versionOf(fields)
  if (isProblem(from)) return from
  const steps = migrations.slice(from)
  return { ...steps.reduce((of, step) => step(of), fields), version: documentVersion }
}

function versionOf(fields: Fields): number | Problem {
  const version = field(fields, 'version', 0)
  if (!Number.isInteger(version) || (version as number) < 0)
    return problem(`version: must be a whole number, got ${described(version)}`)
  if ((version as number) > documentVersion) return newer(version as number)
  return version === 1 && hasTreeInHead(fields) ? 0 : (version as number)
}

const newer = (version: number) =>
  problem(
    `version: the file is from a newer version of this program (its documents are of version ${version}, here they are ` +
      `of version ${documentVersion}): reload the page to get the newer program, or open the file where it was made`,
  )

const hasTreeInHead = (fields: Fields): boolean => {
  const head = field(fields, 'head')
  return isFields(head) && Object.hasOwn(head, 'learnsBeta')
}

/** 0 → 1: the head held its tree itself, and whether β was learned as a yes or no; both became choices among several. */
function withRuleOfBeta(fields: Fields): Fields {
  const head = field(fields, 'head')
  if (!isFields(head) || !Object.hasOwn(head, 'learnsBeta')) return fields
  const { learnsBeta, parents, sequences, ...rest } = head
  const rule = learnsBeta === true ? 'learned' : learnsBeta === false ? 'fixed' : learnsBeta
  return { ...fields, head: { ...rest, rule, task: { parents, sequences } } }
}
