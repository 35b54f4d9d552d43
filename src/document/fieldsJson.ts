import { described, isFields, type Fields, type Report } from './report'

/** Whether a value is an object with no fields but these; what else it is, is reported. */
export function hasFields(
  value: unknown,
  path: string,
  names: readonly string[],
  report: Report,
  or = '',
): value is Fields {
  if (!isFields(value)) {
    report.add(path, `must be {${names.join(', ')}}${or}, got ${described(value)}`)
    return false
  }
  const unknown = Object.keys(value).find((key) => !names.includes(key) && !names.includes(`${key}?`))
  if (unknown !== undefined) report.add(path, `has the unknown field "${unknown.slice(0, 40)}"`)
  return unknown === undefined
}

/** A whole number in a range. */
export function readCount(
  value: unknown,
  path: string,
  [least, most]: readonly [number, number],
  report: Report,
): number | undefined {
  if (Number.isInteger(value) && (value as number) >= least && (value as number) <= most)
    return (value as number) + 0
  return report.add(path, `must be a whole number, ${least} to ${most}, got ${described(value)}`)
}
