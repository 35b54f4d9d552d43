import { Fragment, useMemo, type ReactNode } from 'react'
import type { Token, Tokens } from 'marked'
import { blocksOf, spansOf, type TexToken } from './markdown'
import { Tex } from './Tex'
import './caption.css'

/** Markdown with formulas. Everything in it becomes an element or a text: there is no HTML in it. */
export function Caption({ text }: { text: string }) {
  const blocks = useMemo(() => blocksOf(text), [text])
  return <div className="caption">{all(blocks)}</div>
}

/** Markdown with formulas, of one line. */
export function Line({ text }: { text: string }) {
  const spans = useMemo(() => spansOf(text), [text])
  return <span className="caption">{all(spans)}</span>
}

/** No line begins with the sign that ends a formula, as the comma of "$x$,". */
const all = (tokens: readonly Token[] | undefined): ReactNode =>
  tokens?.map((token, n) => {
    const sign = endingSign(tokens[n], tokens[n + 1])
    const taken = endingSign(tokens[n - 1], token).length
    if (sign !== '')
      return (
        <span key={n} className="kept">
          {element(token)}
          {sign}
        </span>
      )
    return (
      <Fragment key={n}>{taken > 0 ? (token as Tokens.Text).text.slice(taken) : element(token)}</Fragment>
    )
  })

function endingSign(formula: Token | undefined, next: Token | undefined): string {
  if (formula?.type !== 'tex' || next?.type !== 'text' || (next as Tokens.Text).tokens) return ''
  return /^[.,;:?!)’”]+/.exec((next as Tokens.Text).text)?.[0] ?? ''
}

/** A token of which there is no element here, such as a tag, is shown as it was written. */
function element(token: Token): ReactNode {
  switch (token.type) {
    case 'tex': {
      const { tex, isDisplay } = token as unknown as TexToken
      return <Tex tex={tex} isDisplay={isDisplay} />
    }
    case 'space':
    case 'def':
      return null
    case 'paragraph':
      return <p>{all(token.tokens)}</p>
    case 'heading':
      return <p className="heading">{all(token.tokens)}</p>
    case 'blockquote':
      return <blockquote>{all(token.tokens)}</blockquote>
    case 'list':
      return list(token as Tokens.List)
    case 'code':
      return (
        <pre>
          <code>{(token as Tokens.Code).text}</code>
        </pre>
      )
    case 'hr':
      return <hr />
    case 'br':
      return <br />
    case 'strong':
      return <strong>{all(token.tokens)}</strong>
    case 'em':
      return <em>{all(token.tokens)}</em>
    case 'del':
      return <del>{all(token.tokens)}</del>
    case 'codespan':
      return <code>{(token as Tokens.Codespan).text}</code>
    case 'link':
      return link(token as Tokens.Link)
    case 'text':
      return token.tokens ? all(token.tokens) : (token as Tokens.Text).text
    case 'escape':
      return (token as Tokens.Escape).text
    default:
      return token.raw
  }
}

function list({ ordered, start, items }: Tokens.List): ReactNode {
  const rows = items.map((item, n) => <li key={n}>{all(item.tokens)}</li>)
  return ordered ? <ol start={start === '' ? 1 : start}>{rows}</ol> : <ul>{rows}</ul>
}

/** To a state of this page; an address of anything else is no link here. */
function link({ href, tokens, text }: Tokens.Link): ReactNode {
  if (href.startsWith('#')) return <a href={href}>{all(tokens)}</a>
  return (
    <>
      {all(tokens)}
      {href !== text && ` (${href})`}
    </>
  )
}
