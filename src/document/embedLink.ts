import { lessonTargets } from './lesson'
import { quoted } from './problem'

/** What a page in a frame can show: the parts of the page, and the buttons over the picture. */
export const embedParts = [...lessonTargets, 'tools'] as const
export type EmbedPart = (typeof embedParts)[number]

export interface SplitLink {
  /** What is shown, in the order of the link; undefined for the whole page. */
  readonly parts: readonly EmbedPart[] | undefined
  /** Why the parts that were asked for are not shown: then the picture alone is. */
  readonly refused?: string
  /** The field itself, to be put before a link again. */
  readonly field: string
  /** The link of the state, without the field. */
  readonly link: string
}

const pictureAlone: readonly EmbedPart[] = ['stage']

/**
 * Takes "embed" or "embed=stage,product" from before a link. It says how a page is shown, and is no part of the state:
 * a link with it and one without it open the same.
 */
export function splitEmbed(hash: string): SplitLink {
  const text = hash.replace(/^#/, '')
  const [whole, names] = /^embed(?:=([^&]*))?(?:&|$)/.exec(text) ?? []
  if (whole === undefined) return { parts: undefined, field: '', link: text }
  const rest = { field: whole.replace(/&$/, ''), link: text.slice(whole.length) }
  if (names === undefined) return { parts: pictureAlone, ...rest }
  // Some programs write a comma as %2C.
  const asked = names.replace(/%2C/gi, ',').split(',')
  const isPart = (name: string): name is EmbedPart => (embedParts as readonly string[]).includes(name)
  const unknown = asked.find((name) => !isPart(name))
  if (unknown === undefined) return { parts: [...new Set(asked.filter(isPart))], ...rest }
  const refused = `embed: there is no part ${quoted(unknown)}; the parts are ${embedParts.join(', ')}`
  return { parts: pictureAlone, refused, ...rest }
}

/** The field that asks for these parts. */
export function embedField(parts: readonly EmbedPart[]): string {
  return parts.length === 1 && parts[0] === 'stage' ? 'embed' : `embed=${parts.join(',')}`
}

export const withEmbed = (field: string, link: string): string =>
  [field, link].filter((part) => part !== '').join('&')
