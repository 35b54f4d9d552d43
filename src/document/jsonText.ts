import { problem, quoted, type Problem } from './problem'
import { repeatedKey } from './repeatedKey'

/** Six levels are the most that a document has, and 0.2 million values. */
const maxDepth = 32
const maxValues = 500_000

/** A JSON value from text that anybody may have written: bounded before anything of it is made, and no key twice. */
export function parseJson(text: string): { readonly value: unknown } | Problem {
  const reason = checkSize(text)
  if (reason) return reason
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    return problem(`not valid JSON: ${error instanceof Error ? error.message : 'it cannot be read'}`)
  }
  const twice = repeatedKey(text)
  return twice === undefined ? { value } : problem(`the field ${quoted(twice)} is there twice`)
}

const [quote, backslash, comma, bracket, brace, endBracket, endBrace] = [...'"\\,[{]}'].map((sign) =>
  sign.charCodeAt(0),
)

/** Counts brackets and commas outside of strings, whether or not the text is JSON. */
function checkSize(text: string): Problem | undefined {
  let depth = 0
  let values = 1
  let isString = false
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at)
    if (isString) {
      if (sign === backslash) at++
      else if (sign === quote) isString = false
    } else if (sign === quote) isString = true
    else if (sign === comma) values++
    else if (sign === bracket || sign === brace) {
      values++
      depth++
      if (depth > maxDepth)
        return problem(`character ${at + 1}: lists more than ${maxDepth} deep are not read`)
    } else if (sign === endBracket || sign === endBrace) depth--
  }
  return values > maxValues ? problem(`more than ${maxValues} values are not read`) : undefined
}
