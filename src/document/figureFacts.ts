import { documentToJson } from './schema'
import type { Document } from './document'
import { xmlText } from './xmlText'

/** What a file of a figure or of numbers says of itself besides them; fields that a document has are called as there. */
export interface FigureFacts {
  /** The version of the program. */
  readonly moduli: string
  readonly title: string
  readonly acting: ActingFacts
  /** The address of the state; undefined where it would be too long to be one. */
  readonly link: string | undefined
}

/** What acts on the entries, and on which. */
export type ActingFacts = Pick<
  ReturnType<typeof documentToJson>,
  'space' | 'move' | 'element' | 'coordinates' | 'reflected' | 'word' | 'time'
>

export function figureFacts(
  document: Document,
  about: { readonly version: string; readonly link: string | undefined },
): FigureFacts {
  const { space, move, element, coordinates, reflected, word, time, title } = documentToJson(document)
  const acting = {
    ...{ space, move, element },
    ...(coordinates !== undefined && { coordinates }),
    ...{ reflected, word, time },
  }
  return { moduli: about.version, title, acting, link: about.link }
}

export const elementText = ({ acting }: FigureFacts): string => JSON.stringify(acting)

/** In one object, as JSON has it. */
export const factsJson = ({ moduli, title, acting, link }: FigureFacts) => ({
  ...{ moduli, title, ...acting },
  ...(link !== undefined && { link }),
})

/** For the head of a file in which lines that begin with a sign are comments. */
export function factsLines(facts: FigureFacts, sign: string): string[] {
  const { moduli, title, link } = facts
  return [
    `Moduli ${moduli}: ${title}`,
    `element: ${elementText(facts)}`,
    `link: ${link ?? 'too long for an address; export the document to keep all of it'}`,
  ].map((line) => `${sign} ${line.replace(/[\r\n\u2028\u2029]/g, ' ')}`)
}

/** An SVG picture with what it shows in words, and with the facts as JSON in its metadata. */
export function svgWithFacts(svg: string, facts: FigureFacts, description: string): string {
  const said = [
    `<desc>${xmlText(description)}</desc>`,
    `<metadata>${xmlText(JSON.stringify(factsJson(facts)))}</metadata>`,
  ].join('\n')
  const titled = /<svg[^>]*>\s*<title>[^<]*<\/title>/.exec(svg)
  const start = titled ?? /<svg[^>]*>/.exec(svg)!
  const at = start.index + start[0].length
  const title = titled ? '' : `\n<title>${xmlText(facts.title)}</title>`
  return `${svg.slice(0, at)}${title}\n${said}${svg.slice(at)}`
}
