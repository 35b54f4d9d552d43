import { isReflectedAnywhere } from './acting'
import { maxFileSize, maxTime, minTime, type Document } from './document'
import { elementList } from './element'
import { checkPowers } from './fit'
import { described, type Report } from './report'

type Element = Pick<Document, 'element' | 'space'>

/** One for all inner indices, or a list of one for each, where `element` is one. */
export function readReflected(
  value: unknown,
  of: Element,
  report: Report,
): Document['reflected'] | undefined {
  if (typeof value === 'boolean') return value
  const isShort = Array.isArray(value) && value.length <= maxFileSize
  const isList = isShort && value.every((one): one is boolean => typeof one === 'boolean')
  if (!isList) {
    return report.add('reflected', `must be true, false or a list of these, got ${described(value)}`)
  }
  const inner = elementList(of)?.length
  if (inner === undefined)
    return report.add('reflected', 'is a list, but the element is one for all inner indices')
  if (value.length === inner) return [...value]
  return report.add('reflected', `one for each of ${inner} inner indices is needed, got ${value.length}`)
}

export function readTime(
  value: unknown,
  of: Element & Pick<Document, 'reflected'>,
  report: Report,
): number | undefined {
  if (typeof value !== 'number' || !(value >= minTime && value <= maxTime)) {
    return report.add('time', `must be a number from ${minTime} to ${maxTime}, got ${described(value)}`)
  }
  if (value !== 1 && isReflectedAnywhere(of)) {
    return report.add('time', `must be 1 with a reflection, which has no powers in between, got ${value}`)
  }
  const reason = value === 1 ? undefined : checkPowers(of, value)
  return reason ? report.add('time', `g to the power ${value} ${reason.problem}`) : value + 0
}
