import type { Tensor } from './tensor'

/** Words for the queries, and what the keys are then called. */
const keyWords: Readonly<Record<string, string>> = {
  q: 'k',
  wq: 'wk',
  qs: 'ks',
  query: 'key',
  queries: 'keys',
}

/** Queries, keys and values as one tensor, side by side. */
const fused = /qkv|c_attn|in_proj/i

/** Indices of the tensors that are most likely Q and K; the same one twice where both are in one, or there is only one. */
export function guessQueriesAndKeys(tensors: readonly Pick<Tensor, 'name'>[]): [q: number, k: number] {
  const indexOf = new Map(tensors.map(({ name }, n) => [name, n]))
  for (const [q, { name }] of tensors.entries()) {
    const k = keysNames(name)
      .map((keys) => indexOf.get(keys))
      .find((n) => n !== undefined)
    if (k !== undefined) return [q, k]
  }
  const both = tensors.findIndex(({ name }) => fused.test(name))
  return both >= 0 ? [both, both] : [0, Math.min(1, tensors.length - 1)]
}

/** Whether one tensor holds queries, keys and values side by side. */
export const isFused = (name: string): boolean => fused.test(name)

/** The name with one of its words for the queries replaced by that for the keys, the last one first. */
function keysNames(name: string): string[] {
  const parts = name.split(/([^A-Za-z]+|(?<=[a-z])(?=[A-Z]))/)
  return parts
    .flatMap((part, n) => {
      const keys = Object.hasOwn(keyWords, part.toLowerCase()) ? keyWords[part.toLowerCase()]! : undefined
      return keys === undefined ? [] : [parts.with(n, likeCase(keys, part)).join('')]
    })
    .reverse()
}

function likeCase(word: string, like: string): string {
  if (like === like.toUpperCase()) return word.toUpperCase()
  return like.startsWith(like[0]!.toUpperCase()) ? word[0]!.toUpperCase() + word.slice(1) : word
}

/** A name from a file, safe to be shown: nothing invisible or that turns the text around, and not too long. */
export function shownName(name: string, most = 60): string {
  const ends = name.length > 4 * most ? `${name.slice(0, 2 * most)}${name.slice(-2 * most)}` : name
  const characters = [...ends.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '\ufffd')]
  if (characters.length <= most) return characters.join('')
  const half = Math.floor((most - 1) / 2)
  return `${characters.slice(0, half).join('')}…${characters.slice(-half).join('')}`
}
