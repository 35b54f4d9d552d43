import { Marked, type Token, type Tokens } from 'marked'

/** A formula between dollar signs: alone in its lines where there are two of them. */
export interface TexToken {
  readonly type: 'tex'
  readonly raw: string
  readonly tex: string
  readonly isDisplay: boolean
}

/** A dollar sign with a space after it, or with a digit after the closing one, is one of money. */
const formula = /^(?:\$\$((?:\\.|[^\\$])+)\$\$|\$(?!\s)((?:\\.|[^\\$])*(?:\\.|[^\\$\s]))\$(?!\d))/

const reader = new Marked({
  gfm: true,
  extensions: [
    {
      name: 'tex',
      level: 'inline',
      start: (source) => source.indexOf('$'),
      tokenizer: (source): (Tokens.Generic & TexToken) | undefined => {
        const [raw, display, inline] = formula.exec(source) ?? []
        const tex = display ?? inline
        return raw === undefined || tex === undefined
          ? undefined
          : { type: 'tex', raw, tex: tex.trim(), isDisplay: display !== undefined }
      },
    },
  ],
})

/** The blocks of a text in Markdown. */
export const blocksOf = (text: string): readonly Token[] => reader.lexer(text)

/** What stands in one line. */
export function spansOf(text: string): readonly Token[] {
  const first = reader.lexer(text).find(({ type }) => type !== 'space')
  if (first?.type !== 'paragraph') return first ? [first] : []
  return first.tokens ?? []
}

/** A line as a name, which has no formulas: they are read as they are written, without signs that nobody says. */
export const nameOf = (text: string): string => spansOf(text).map(wordsOf).join('')

function wordsOf(token: Token): string {
  if (token.type === 'tex') return (token as unknown as TexToken).tex.replace(/[\\{}$]/g, '')
  if ('tokens' in token && token.tokens) return token.tokens.map(wordsOf).join('')
  return 'text' in token ? String(token.text) : token.raw
}
