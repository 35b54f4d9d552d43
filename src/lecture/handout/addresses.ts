import { isOfDevice, searchWith } from '../../store/lessonAddress'

/** Codes of more characters have modules that are too small on paper. */
export const longestCode = 1200
/** Nobody types more than this from paper. */
const longestTyped = 90

/** What leads from paper to a state: a code, and its address where it is short enough to be typed. */
export interface Way {
  readonly address: string
  readonly typed: string | undefined
}

/** Nobody else can open a page that was opened from a file. */
export const hasWays = /^https?:/.test(location.origin)
const page = `${location.origin}${location.pathname}`

/** Undefined where the state is too large for a code. @param step from 1 */
export function wayToStep(lesson: string, step: number, link: string): Way | undefined {
  // A lesson that no other device finds is not named: its states are.
  if (isOfDevice(lesson)) return wayToState(link)
  const address = `${page}${searchWith('', { lesson, step })}`
  return { address, typed: address.length > longestTyped ? undefined : address.replace(/^https?:\/\//, '') }
}

export function wayToState(link: string): Way | undefined {
  const address = `${page}#${link}`
  return address.length > longestCode ? undefined : { address, typed: undefined }
}
